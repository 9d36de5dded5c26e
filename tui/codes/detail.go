package codes

import (
	"strings"

	"fangtan/codebook"
	"fangtan/tui/aside"
	"fangtan/tui/locale"
	"fangtan/tui/prompt"
	"fangtan/tui/wording"
)

// detail is what stands beside the tree: the lines that tell about one code, and what they were made of.
type detail struct {
	code              codebook.No
	revision, counted uint64
	linted            uint64 // the revision of the findings that show, 0 for none
	width             int
	rollup            bool
	lines             []string
	spots             []spot
	top               int
}

// explain makes the lines anew if what they tell has changed.
func (s *Screen) explain() {
	c := s.current()
	width := roomIn(s.area).detailWidth()
	if s.inside {
		width -= len(spotLead)
	}
	if c == nil {
		s.detail = detail{}
		return
	}
	want := detail{
		code: c.No, revision: s.env.Study.Project().Revision(), counted: s.counts.revision, width: width, rollup: s.rollup,
	}
	if s.lint.on() {
		want.linted = s.lint.revision
	}
	have := &s.detail
	if have.lines != nil && have.code == want.code && have.revision == want.revision &&
		have.counted == want.counted && have.linted == want.linted && have.width == want.width && have.rollup == want.rollup {
		return
	}
	want.lines = s.tell(c, &want)
	if have.code == want.code {
		want.top = min(have.top, len(want.lines)-1)
	}
	s.detail = want
}

// scroll goes some lines on.
func (d *detail) scroll(by int) { d.top = max(0, min(d.top+by, len(d.lines)-1)) }

// visible are the lines in sight; an ellipsis says that more follow.
func (d *detail) visible(height int) []string {
	lines := d.lines[min(d.top, len(d.lines)):]
	if len(lines) > height {
		lines = append(append([]string(nil), lines[:height-1]...), "…")
	}
	return lines
}

// spotLead stands before the lines of the detail while it has the keys, with the cursor's sign in its place.
const spotLead = "  "

// inSight are the lines in sight, marked where the cursor is if the detail has the keys.
func (s *Screen) inSight(height int) []string {
	at, ok := s.spotHere()
	if !s.inside || !ok {
		return s.detail.visible(height)
	}
	s.detail.top = max(0, min(s.detail.top, at.line), at.line-max(height-2, 0))
	lines := append([]string(nil), s.detail.visible(height)...)
	for i := range lines {
		lead := spotLead
		if i+s.detail.top == at.line {
			lead = s.env.Theme.Accent.Render(s.env.Theme.Glyphs.Here) + " "
		}
		lines[i] = lead + lines[i]
	}
	return lines
}

// detailNames is the room for names before what they name.
const detailNames = 8

// tell says all about a code, and notes in d what of it can be changed.
func (s *Screen) tell(c *codebook.Code, d *detail) []string {
	t := s.env.Theme
	a := aside.New(s.env.Ruler, t, d.width, detailNames)
	if roomIn(s.area).beside > 0 { // below the tree every line counts
		a.Heading(s.title(c), t.CodeStyle(c.Color))
		a.Dim(s.otherName(c))
		a.Gap()
	}
	for i, w := range textsOf(c) {
		text := *w.text
		if text == "" && s.inside {
			text = s.env.T("codes.nothing-yet")
		}
		if text != "" {
			d.spots = append(d.spots, spot{line: len(a.Lines()), text: i})
		}
		if i > 0 || s.inside {
			a.Named(s.env.T(w.id), text)
			continue
		}
		a.Plain(text)
		if roomIn(s.area).beside > 0 {
			a.Gap()
		}
	}
	s.tellInstances(a, d, c)
	if c.Definition+c.Include+c.Exclude == "" && !s.inside {
		a.Dim(s.env.T("codes.no-definition"))
	}
	s.tellFindings(a, c)
	a.Gap()
	s.tellFigures(a, c, d.width)
	a.Gap()
	s.tellLinks(a, c)
	s.tellFields(a, c)
	a.Gap()
	prompt.TellMemos(s.env, a, codebook.TargetCode, c.No)
	return a.Lines()
}

// otherName is the name in the other language.
func (s *Screen) otherName(c *codebook.Code) string {
	if name := c.Name(s.env.Words.Lang()); name == c.NameZh {
		return c.NameEn
	}
	return c.NameZh
}

// tellFigures says how often the code stands in each group, and by how many of those asked.
func (s *Screen) tellFigures(a *aside.Lines, c *codebook.Code, room int) {
	if !s.counts.known(c.No) {
		return
	}
	own, rolled := s.counts.of(c.No)
	figures := locale.Number(own)
	if s.under(c.No) {
		figures = s.env.T("codes.own-and-rolled", "Own", figures, "Rolled", locale.Number(rolled))
	}
	a.Named(s.env.T("codes.field-count"), figures)
	f, row := s.counts.table(s.rollup), s.counts.row[c.No]
	width := 0
	for _, n := range f.Columns.Nos {
		width = max(width, s.env.Ruler.Width(s.groupName(n)))
	}
	for column, base := range f.Bases {
		in := f.Cells[row][column]
		if base.Voices == 0 && in.Codings == 0 {
			continue
		}
		words := s.env.T("codes.in-group", "Codings", s.env.Ruler.PadLeft(locale.Number(in.Codings), 4), "Voices", in.Voices, "All", base.Voices)
		name := s.env.Ruler.Fit(s.groupName(f.Columns.Nos[column]), min(width, room-s.env.Ruler.Width(words)))
		a.Plain(name + words)
	}
}

func (s *Screen) groupName(n codebook.No) string {
	if g := s.env.Study.Project().Group(n); g != nil {
		return g.Name(s.env.Words.Lang())
	}
	return s.env.T("app.none")
}

func (s *Screen) tellLinks(a *aside.Lines, c *codebook.Code) {
	p := s.env.Study.Project()
	name := s.env.T("codes.field-links")
	for _, l := range p.Links() {
		other, arrow := l.To, "→"
		switch c.No {
		case l.From:
		case l.To:
			other, arrow = l.From, "←"
		default:
			continue
		}
		if codebook.SymmetricKind(l.Kind) {
			arrow = "↔"
		}
		a.Named(name, arrow+" "+wording.LinkKind(s.env.Words, l.Kind)+" "+s.title(p.Code(other)))
		name = ""
	}
}

func (s *Screen) tellFields(a *aside.Lines, c *codebook.Code) {
	names := make([]string, len(c.Fields))
	for i, f := range c.Fields {
		names[i] = f.Name
		if f.Kind == codebook.FieldChoice {
			names[i] += " (" + strings.Join(f.Choices, " | ") + ")"
		}
	}
	a.Named(s.env.T("codes.field-fields"), strings.Join(names, "; "))
}

// subject names what an action is about: one code, or how many.
func (s *Screen) subject(codes []codebook.No) string {
	if len(codes) == 1 {
		return s.title(s.env.Study.Project().Code(codes[0]))
	}
	return s.env.T("codes.count", "Count", len(codes))
}
