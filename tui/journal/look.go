package journal

import (
	"strings"

	"fangtan/codebook"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
	"fangtan/tui/wording"
)

// look is what an action changed, in words.
type look struct {
	no     uint64
	extent []string
	facts  []fact
	more   int          // facts that are left out
	place  screen.Route // where it was done, if it is still there
	err    error
}

// lookedMsg brings what was looked up.
type lookedMsg struct {
	look look
	err  error
}

// fact is one thing that came (+), went (−) or changed (~), with the words it is about.
type fact struct{ text, quote string }

// mostFacts is how many facts are told; what goes beyond is counted.
const mostFacts = 80

// quoted is how much of a passage is quoted, in bytes.
const quoted = 240

// looker puts what an action changed into words. It runs in a command, on a snapshot.
type looker struct {
	study   screen.Study
	project *codebook.Project
	words   *locale.Words
	patch   *codebook.Patch
	texts   map[codebook.No]string
	made    look
}

func (l *looker) look(a *codebook.Action) look {
	l.patch, l.texts = &a.Patch, map[codebook.No]string{}
	l.made = look{no: a.No, extent: wording.Extent(l.words, a.Patch.Extent()), place: l.place()}
	tell(l, a.Patch.Codes, l.code)
	tell(l, a.Patch.Transcripts, func(_, t *codebook.Transcript) fact { return fact{text: title(t)} })
	tell(l, a.Patch.Memos, func(was, m *codebook.Memo) fact { return fact{l.words.T("journal.memo"), m.Text} })
	tell(l, a.Patch.Links, func(_, k *codebook.Link) fact {
		return fact{l.codeName(k.From) + " → " + l.codeName(k.To), k.Note}
	})
	tell(l, a.Patch.Coders, func(_, c *codebook.Coder) fact { return fact{text: c.Name} })
	tell(l, a.Patch.Groups, func(_, g *codebook.Group) fact { return fact{text: g.Name(l.words.Lang())} })
	tell(l, a.Patch.Attributes, func(_, t *codebook.Attribute) fact { return fact{text: t.Name} })
	for i := range a.Patch.Codings {
		l.codings(&a.Patch.Codings[i])
	}
	return l.made
}

// tell adds a fact for each change, with the sign of what became of it.
func tell[T any](l *looker, changes []codebook.Change[T], about func(was, is *T) fact) {
	for _, c := range changes {
		sign, row := "~ ", c.New
		switch {
		case c.Old == nil && c.New == nil:
			continue
		case c.Old == nil:
			sign = "+ "
		case c.New == nil:
			sign, row = "− ", c.Old
		}
		if l.full() {
			continue
		}
		f := about(c.Old, row)
		f.text = sign + f.text
		l.made.facts = append(l.made.facts, f)
	}
}

// full says that no more facts are told, and counts the one that is not.
func (l *looker) full() bool {
	if len(l.made.facts) < mostFacts {
		return false
	}
	l.made.more++
	return true
}

// code tells of a code what changed most visibly: its name, its place, or else its words.
func (l *looker) code(was, is *codebook.Code) fact {
	lang := l.words.Lang()
	name := is.Title(lang)
	switch {
	case was == nil || was == is:
		return fact{name, is.Definition}
	case was.Title(lang) != name:
		return fact{text: was.Title(lang) + " → " + name}
	case was.Parent != is.Parent:
		return fact{text: l.words.T("journal.moved", "Name", name, "From", l.codeName(was.Parent), "To", l.codeName(is.Parent))}
	case was.Definition != is.Definition:
		return fact{name, is.Definition}
	}
	return fact{text: name}
}

func title(t *codebook.Transcript) string {
	if t.Title != "" {
		return t.Title
	}
	return t.File
}

// codings tells which codings of a transcript came, went and changed.
func (l *looker) codings(c *codebook.CodingsChange) {
	was := make(map[codebook.ID]*codebook.Coding, len(c.Out))
	for i := range c.Out {
		was[c.Out[i].ID] = &c.Out[i]
	}
	for i := range c.In {
		row := &c.In[i]
		old := was[row.ID]
		delete(was, row.ID)
		l.coding(c.Transcript, old, row)
	}
	for i := range c.Out {
		if was[c.Out[i].ID] != nil {
			l.coding(c.Transcript, &c.Out[i], nil)
		}
	}
}

func (l *looker) coding(transcript codebook.No, was, is *codebook.Coding) {
	if l.full() {
		return
	}
	sign, row := "~ ", is
	switch {
	case was == nil:
		sign = "+ "
	case is == nil:
		sign, row = "− ", was
	}
	name := l.codeName(row.Code)
	if was != nil && is != nil && was.Code != is.Code {
		name = l.codeName(was.Code) + " → " + name
	}
	l.made.facts = append(l.made.facts, fact{
		sign + name + " · " + l.transcriptName(transcript), l.excerpt(transcript, row.Start, row.End),
	})
}

// excerpt is the beginning of a passage, or nothing if its text is gone.
func (l *looker) excerpt(transcript codebook.No, start, end uint32) string {
	text, read := l.texts[transcript]
	if !read {
		if t := l.project.Transcript(transcript); t != nil {
			text, _ = l.study.Text(transcript) // without it the fact stands alone
		}
		l.texts[transcript] = text
	}
	if int(end) > len(text) || start >= end {
		return ""
	}
	passage := text[start:end]
	if len(passage) > quoted {
		passage = strings.ToValidUTF8(passage[:quoted], "") + "…"
	}
	return strings.Join(strings.Fields(passage), " ")
}

// codeName is the name of a code as it is now, else as the action knew it.
func (l *looker) codeName(n codebook.No) string {
	if n == 0 {
		return l.words.T("journal.first-level")
	}
	if c := l.project.Code(n); c != nil {
		return c.Title(l.words.Lang())
	}
	if c := known(l.patch.Codes, n); c != nil {
		return c.Title(l.words.Lang())
	}
	return l.words.T("journal.gone-code")
}

func (l *looker) transcriptName(n codebook.No) string {
	if t := l.project.Transcript(n); t != nil {
		return title(t)
	}
	if t := known(l.patch.Transcripts, n); t != nil {
		return title(t)
	}
	return l.words.T("journal.gone-transcript")
}

// known is a row that a patch has, as it was or as it became.
func known[T any](changes []codebook.Change[T], n codebook.No) *T {
	for _, c := range changes {
		switch {
		case c.No != n:
		case c.New != nil:
			return c.New
		default:
			return c.Old
		}
	}
	return nil
}

// place is where the action was done: a passage, a code or a transcript that is there.
func (l *looker) place() screen.Route {
	for _, c := range l.patch.Codings {
		for _, rows := range [][]codebook.Coding{c.In, c.Out} {
			if len(rows) > 0 && l.project.Transcript(c.Transcript) != nil {
				return screen.Route{
					To: screen.Reader, Code: rows[0].Code,
					Passage: codebook.Passage{Transcript: c.Transcript, Start: rows[0].Start, End: rows[0].End},
				}
			}
		}
	}
	for _, c := range l.patch.Codes {
		if l.project.Code(c.No) != nil {
			return screen.Route{To: screen.Codebook, Code: c.No}
		}
	}
	for _, t := range l.patch.Transcripts {
		if l.project.Transcript(t.No) != nil {
			return screen.Route{To: screen.Reader, Passage: codebook.Passage{Transcript: t.No}}
		}
	}
	return screen.Route{}
}
