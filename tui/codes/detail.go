package codes

import (
	"strings"

	"fangtan/codebook"
	"fangtan/tui/aside"
	"fangtan/tui/locale"
	"fangtan/tui/prompt"
)

// detail is what stands beside the tree: the lines that tell about one code, and what they were made of.
type detail struct {
	code              codebook.No
	revision, counted uint64
	width             int
	rollup            bool
	lines             []string
	top               int
}

// explain makes the lines anew if what they tell has changed.
func (s *Screen) explain() {
	c := s.current()
	width := roomIn(s.area).detailWidth()
	if c == nil {
		s.detail = detail{}
		return
	}
	want := detail{
		code: c.No, revision: s.env.Study.Project().Revision(), counted: s.counts.revision, width: width, rollup: s.rollup,
	}
	have := &s.detail
	if have.lines != nil && have.code == want.code && have.revision == want.revision &&
		have.counted == want.counted && have.width == want.width && have.rollup == want.rollup {
		return
	}
	want.lines = s.tell(c, width)
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

// detailNames is the room for names before what they name.
const detailNames = 8

// tell says all about a code.
func (s *Screen) tell(c *codebook.Code, width int) []string {
	t := s.env.Theme
	a := aside.New(s.env.Ruler, t, width, detailNames)
	if roomIn(s.area).beside == 0 { // below the tree every line counts
		a.Plain(c.Definition)
	} else {
		a.Heading(s.title(c), t.CodeStyle(c.Color))
		a.Dim(s.otherName(c))
		a.Gap()
		a.Plain(c.Definition)
		a.Gap()
	}
	for _, words := range []struct{ id, text string }{
		{"codes.field-include", c.Include}, {"codes.field-exclude", c.Exclude},
		{"codes.field-cues", c.Cues}, {"codes.field-examples", c.Examples},
	} {
		a.Named(s.env.T(words.id), words.text)
	}
	if c.Definition+c.Include+c.Exclude == "" {
		a.Dim(s.env.T("codes.no-definition"))
	}
	a.Gap()
	s.tellFigures(a, c, width)
	a.Gap()
	s.tellLinks(a, c)
	s.tellFields(a, c)
	a.Gap()
	for _, m := range prompt.Memos(s.env, codebook.TargetCode, c.No) {
		a.Named(s.env.T("prompt.memo"), m.Text)
	}
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

// linkWords are the kinds of link that every study has.
var linkWords = map[string]string{
	codebook.LinkCauses: "codes.causes", codebook.LinkTension: "codes.in-tension", codebook.LinkContradicts: "codes.contradicts",
	codebook.LinkSupports: "codes.supports", codebook.LinkPartOf: "codes.part-of",
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
		kind := l.Kind
		if id, ok := linkWords[l.Kind]; ok {
			kind = s.env.T(id)
		}
		a.Named(name, arrow+" "+kind+" "+s.title(p.Code(other)))
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
