package picker

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"fangtan/codebook"
	"fangtan/codebook/find"
	"fangtan/tui/cell"
	"fangtan/tui/field"
	"fangtan/tui/screen"
)

// Sizes of the box, in columns and rows.
const (
	widest  = 76
	beside  = 16 // columns that are left beside it, or else none
	tallest = 8  // rows of the list
	around  = 2  // rows above the list: title and field
	explain = 4  // rows that say what the highlighted code means
)

// Draw gives the box as lines of w columns, h of them, and the cursor in it. The box keeps its height while it is open, so that the
// cursor, and with it the window of an input method, stays where it is.
//
//	── 编码 ────────────────────── 参考点
//	  yqb▏
//	▸ P2.1 要求不具体  Requirements not…  12
//	  ────────────────────────────────────
//	  谁来做、做什么、多久一次…
//	  回车 编码   Tab 多选
func (p *Picker) Draw(a screen.Area) (box string, w, h int, cursor *tea.Cursor) {
	t, r := p.env.Theme, p.env.Ruler
	if w = widest; a.Width < widest+beside {
		w = max(a.Width, 20)
	}
	rows, explained := p.rows(a)
	h = around + rows + 2 + explained
	p.scroll(rows)
	lines := []string{p.head(w)}
	typed, x := p.field.View(w-4, r, field.Styles{Text: t.Text, Placeholder: t.Dim})
	lines = append(lines, "  "+typed)
	for i := p.top; i < min(p.top+rows, max(len(p.hits), 1)); i++ {
		lines = append(lines, p.row(i, w))
	}
	lines = append(lines, "  "+t.Rule.Render(strings.Repeat(t.Glyphs.Rule, w-4)))
	for _, l := range p.meaning(w-4, min(explain, h-1-len(lines))) {
		lines = append(lines, "  "+t.Dim.Render(l))
	}
	for len(lines) < h-1 {
		lines = append(lines, "")
	}
	lines = append(lines, "  "+p.footer(w-4))
	return r.Frame(lines, w, h), w, h, tea.NewCursor(x+2, 1)
}

// rows gives the rows of the list and of what explains a code: together with the rest about three fifths of the height.
func (p *Picker) rows(a screen.Area) (list, explained int) {
	explained = explain
	if a.Height < 20 {
		explained = 1
	}
	list = min(tallest, a.Height*3/5-around-2-explained, len(p.options.Catalogue.codes))
	return max(list, 1), explained
}

func (p *Picker) scroll(rows int) { p.top = max(min(p.top, p.at), p.at-rows+1) }

// head is the title, with what is marked, and what the figures below its end count.
func (p *Picker) head(w int) string {
	t, r := p.env.Theme, p.env.Ruler
	title := p.title
	if len(p.marked) > 0 {
		title += " · " + p.env.T("picker.marked", "Codes", p.names(p.marked))
	}
	figures := " " + p.env.T("picker.figures")
	if w < widest/2 {
		figures = ""
	}
	title = r.Cut(title, w-8-r.Width(figures))
	rest := strings.Repeat(t.Glyphs.Rule, max(w-4-r.Width(title)-r.Width(figures), 0))
	return t.Rule.Render(t.Glyphs.Rule+t.Glyphs.Rule) + " " + t.Heading.Render(title) + " " + t.Rule.Render(rest) + t.Dim.Render(figures)
}

func (p *Picker) names(codes []codebook.No) string {
	names := make([]string, len(codes))
	for i, n := range codes {
		names[i] = p.short(n)
	}
	return strings.Join(names, " ")
}

// short is a code's number, else its name.
func (p *Picker) short(n codebook.No) string {
	c := p.project().Code(n)
	switch {
	case c == nil:
		return ""
	case c.Number != "":
		return c.Number
	}
	return c.Name(p.env.Words.Lang())
}

// row is a code: highlight, mark, number, name, the name in the other language, codings.
func (p *Picker) row(i, w int) string {
	t, r := p.env.Theme, p.env.Ruler
	if i >= len(p.hits) {
		if i == 0 {
			return "  " + t.Dim.Render(r.Cut(p.env.T("picker.nothing"), w-4))
		}
		return ""
	}
	h := p.hits[i]
	c := p.project().Code(h.code)
	if c == nil {
		return ""
	}
	here, plain := " ", t.Text
	if i == p.at {
		here, plain = t.Glyphs.Here, t.Cursor
	}
	mark := " "
	for _, m := range p.marked {
		if m == h.code {
			mark = t.Glyphs.Mark
		}
	}
	count := ""
	if known := p.options.Catalogue.counts.of; int(h.code) < len(known) {
		count = strconv.Itoa(known[h.code])
	}
	lines := p.words(h, c, plain, w-6-len(count))
	return plain.Render(here+mark) + t.CodeStyle(p.color(c)).Render(t.Glyphs.Stripe) + lines + " " + t.Dim.Render(count)
}

// words are number and names in exactly width columns, what the query stands for underlined.
func (p *Picker) words(h hit, c *codebook.Code, plain lipgloss.Style, width int) string {
	t, r := p.env.Theme, p.env.Ruler
	first, second := nameZh, nameEn
	if p.env.Words.Lang() == "en" {
		first, second = nameEn, nameZh
	}
	names := [2]string{nameZh: c.NameZh, nameEn: c.NameEn}
	if names[first] == "" {
		first, second = second, first
	}
	var out strings.Builder
	used := 0
	put := func(text string, which int, style lipgloss.Style) {
		shown := r.Cut(text, width-used)
		var spans [][2]int
		if h.name == which && cell.Clean(text) == text { // the spans are of the name as it is, not as it shows
			spans = h.spans
		}
		out.WriteString(highlight(shown, text, spans, style, t.Match))
		used += r.Width(shown)
	}
	if c.Number != "" {
		put(c.Number, find.ByNumber, plain)
		put(" ", -2, plain)
	}
	put(names[first], first, plain)
	if names[second] != "" && used+6 < width {
		put("  ", -2, plain)
		put(names[second], second, t.Dim)
	}
	return out.String() + strings.Repeat(" ", max(width-used, 0))
}

// highlight renders shown, which text begins with but for an ellipsis, its spans in another style.
func highlight(shown, text string, spans [][2]int, plain, match lipgloss.Style) string {
	if len(spans) == 0 {
		return plain.Render(shown)
	}
	kept := len(shown)
	if shown != text {
		kept = len(shown) - len(cell.Ellipsis)
	}
	var out strings.Builder
	at := 0
	for _, s := range spans {
		from, to := min(s[0], kept), min(s[1], kept)
		if from > at {
			out.WriteString(plain.Render(shown[at:from]))
		}
		if to > from {
			out.WriteString(match.Render(shown[from:to]))
		}
		at = max(at, to)
	}
	if at < len(shown) {
		out.WriteString(plain.Render(shown[at:]))
	}
	return out.String()
}

// color is that of the code or of the nearest above it that has one.
func (p *Picker) color(c *codebook.Code) string {
	for ; c != nil; c = p.project().Code(c.Parent) {
		if c.Color != "" {
			return c.Color
		}
	}
	return ""
}

// meaning says what the highlighted code means, when to use it and when not, in at most rows lines of width columns.
func (p *Picker) meaning(width, rows int) []string {
	c := p.project().Code(p.highlighted())
	if c == nil {
		return nil
	}
	definition := c.Definition
	if definition == "" {
		definition = p.env.T("picker.undefined")
	}
	lines := p.wrapped(definition, width, min(2, rows))
	if c.Include != "" {
		lines = append(lines, p.wrapped(p.env.T("picker.use", "Text", c.Include), width, 1)...)
	}
	if c.Exclude != "" {
		lines = append(lines, p.wrapped(p.env.T("picker.not", "Text", c.Exclude), width, 1)...)
	}
	return lines[:min(len(lines), rows)]
}

// wrapped sets a text in at most rows lines; the last says with an ellipsis that there is more.
func (p *Picker) wrapped(text string, width, rows int) []string {
	lines := p.env.Ruler.Wrap(text, width)
	if len(lines) > rows {
		lines = lines[:rows]
		lines[rows-1] = p.env.Ruler.Cut(lines[rows-1], width-p.env.Ruler.Width(cell.Ellipsis))
		if !strings.HasSuffix(lines[rows-1], cell.Ellipsis) {
			lines[rows-1] += cell.Ellipsis
		}
	}
	return lines
}

// footer names the keys, and where a new code would go.
func (p *Picker) footer(width int) string {
	t, r := p.env.Theme, p.env.Ruler
	text := p.env.T("picker.enter")
	if p.options.Many {
		text += "   " + p.env.T("picker.tab")
	}
	if name := strings.TrimSpace(p.field.Value()); p.options.Create && name != "" {
		name = r.Cut(name, 16)
		if n := p.parent(); n != 0 {
			text += "   " + p.env.T("picker.new-under", "Name", name, "Code", p.short(n))
		} else {
			text += "   " + p.env.T("picker.new", "Name", name)
		}
	}
	return t.Dim.Render(r.Cut(text+"   "+p.env.T("picker.esc"), width))
}
