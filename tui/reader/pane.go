package reader

import (
	"slices"
	"strconv"
	"strings"

	"fangtan/codebook"
)

// here is a code on the selection and who put it there.
type here struct {
	code   codebook.No
	coders []codebook.No
	exact  bool // on exactly the selection
	star   bool
}

// onSelection lists the codes that touch the selection and show: those exactly on it first, then in text order.
func (s *side) onSelection() []here {
	var list []here
	c := s.marks.codings
	for _, at := range s.marks.touching(s.sel.start, s.sel.end) {
		i := s.marks.shown[at]
		n := slices.IndexFunc(list, func(h here) bool { return h.code == c.Code[i] })
		if n < 0 {
			n = len(list)
			list = append(list, here{code: c.Code[i]})
		}
		h := &list[n]
		if coder := codebook.No(c.Coder[i]); !slices.Contains(h.coders, coder) {
			h.coders = append(h.coders, coder)
		}
		h.exact = h.exact || int(c.Start[i]) == s.sel.start && int(c.End[i]) == s.sel.end
		h.star = h.star || c.Flags[i]&codebook.Starred != 0
	}
	slices.SortStableFunc(list, func(a, b here) int {
		switch {
		case a.exact == b.exact:
			return 0
		case a.exact:
			return -1
		}
		return 1
	})
	return list
}

// label is a code on the selection in words, and whose codings it is but this coder's own.
func (s *side) label(h here) (name, who string) {
	name = s.title(h.code)
	if h.star {
		name = s.env.Theme.Glyphs.Mark + " " + name
	}
	return name, s.others(h.coders).full
}

// pane is what stands below the names in the margin: the codes on the selection, and the strip or the keyboard.
func (r *Reader) pane() [][]piece {
	b := r.canvas.brushes
	lines := [][]piece{nil, {{r.env.T("reader.here"), b.heading}}}
	codes := r.onSelection()
	if len(codes) == 0 {
		lines = append(lines, []piece{{" " + r.env.T("reader.nothing-coded"), b.dim}})
	}
	for i, h := range codes {
		if most := max(r.sheet.rows/3, 1); i == most {
			lines = append(lines, []piece{{" " + r.env.T("reader.more-here", "N", strconv.Itoa(len(codes)-i)), b.dim}})
			break
		}
		name, who := r.label(h)
		room := r.sheet.names - 3 - r.ruler().Width(who)
		lines = append(lines, []piece{
			{" " + r.env.Theme.Glyphs.Stripe, r.codeBrush(h.code)}, {" " + r.ruler().Cut(name, max(room, 8)), b.text}, {who, b.dim},
		})
	}
	var below [][]piece
	if r.suggests() {
		lines = append(lines, r.proposalPane()...)
	}
	switch {
	case r.mode == modeKeys:
		below = r.keyboard(r.sheet.names)
	case !r.suggests() || r.sheet.rows >= proposalRows:
		below = r.strip()
	}
	if below != nil {
		lines = append(append(lines, nil), below...)
	}
	return lines
}

// band is what stands below everything: the keyboard, or where the margin is narrow the codes on the selection and the strip in
// a line each. It makes way for a panel.
func (r *Reader) band() []string {
	if r.sheet.band == 0 {
		return nil
	}
	width := r.area.Width - 2
	var rows [][]piece
	switch {
	case r.panel != nil:
	case r.mode == modeKeys && r.sheet.band == keyboardTight:
		rows = r.keyboard(width)
	case r.mode == modeKeys:
		rows = append(r.aboveKeys(width), r.keyboard(width)...)
	case r.sheet.under > 0:
		rows = [][]piece{r.bandLine(width)}
	default:
		rows = append(r.hereIn(width, 1), r.bandLine(width))
	}
	lines := make([]string, r.sheet.band)
	for i := range lines {
		var row []piece
		if i < len(rows) {
			row = rows[i]
		}
		lines[i] = r.padded(row, r.area.Width)
	}
	return lines
}

// aboveKeys is the row above the keyboard: what is proposed, else the codes on the selection, if they are not to be seen elsewhere.
func (r *Reader) aboveKeys(width int) [][]piece {
	switch {
	case r.plain():
		return [][]piece{nil}
	case r.suggests():
		return [][]piece{r.proposalLine(width)}
	case r.sheet.under > 0:
		return [][]piece{nil}
	}
	return r.hereIn(width, 1)
}

// padded draws pieces behind a blank, in exactly width columns.
func (d *desk) padded(row []piece, width int) string {
	var out strings.Builder
	blank(&out, 1)
	used := d.joined(&out, row, width-2)
	blank(&out, width-1-used)
	return out.String()
}

// tag is a code in a list of names.
type tag struct {
	code  codebook.No
	label string
	who   string // whose it is, where that is to be said
}

// hereIn names the codes on the selection in exactly so many rows.
func (s *side) hereIn(width, rows int) [][]piece {
	var tags []tag
	for _, h := range s.onSelection() {
		name, who := s.label(h)
		tags = append(tags, tag{h.code, name, who})
	}
	return s.flow(s.env.T("reader.here"), tags, width, rows)
}

// legend names the codes in sight that are not on the selection, in exactly so many rows.
func (s *side) legend(width, rows int) [][]piece {
	var tags []tag
	c := s.marks.codings
	known := s.onSelection()
	if start, end, ok := s.sight(); ok {
		for _, at := range s.marks.touching(start, end) {
			code := c.Code[s.marks.shown[at]]
			if slices.ContainsFunc(known, func(h here) bool { return h.code == code }) {
				continue
			}
			known = append(known, here{code: code})
			tags = append(tags, tag{code, s.title(code), ""})
		}
	}
	if len(tags) == 0 {
		return make([][]piece, rows)
	}
	return s.flow(s.env.T("reader.in-sight"), tags, width, rows)
}

// flow sets names behind a heading in exactly so many rows; of those that have no room, it says how many there are.
func (s *side) flow(heading string, tags []tag, width, rows int) [][]piece {
	const least, room = 6, 4 // columns: of a name that is cut, of the number of those left out
	b, ruler := s.canvas.brushes, s.ruler()
	indent := ruler.Width(heading)
	out := make([][]piece, rows)
	out[0] = []piece{{heading, b.heading}}
	if len(tags) == 0 {
		out[0] = append(out[0], piece{"  " + s.env.T("reader.nothing-coded"), b.dim})
	}
	row, used := 0, indent
	for i, one := range tags {
		gap := "  "
		if used > indent {
			gap = dotted
		}
		mark := gap + s.env.Theme.Glyphs.Stripe
		need, free := ruler.Width(mark+one.label+one.who), width-used
		if i+1 < len(tags) && row+1 == rows {
			free -= room
		}
		if need > free && row+1 < rows && used > indent {
			row++
			out[row] = []piece{{strings.Repeat(" ", indent), b.text}}
			mark, used, free = "  "+s.env.Theme.Glyphs.Stripe, indent, width-indent
		}
		if need > free && free < ruler.Width(mark+one.who)+least {
			out[row] = append(out[row], piece{"  +" + strconv.Itoa(len(tags)-i), b.dim})
			break
		}
		label := ruler.Cut(one.label, free-ruler.Width(mark+one.who))
		out[row] = append(out[row], piece{mark, s.codeBrush(one.code)}, piece{label, b.text}, piece{one.who, b.dim})
		used += ruler.Width(mark + label + one.who)
	}
	return out
}

// joined draws pieces one behind the other in at most width columns.
func (d *desk) joined(out *strings.Builder, list []piece, width int) int {
	used := 0
	for _, p := range list {
		shown := p.text
		if need := d.ruler().Width(shown); used+need > width {
			shown = d.ruler().Cut(shown, width-used)
		}
		p.brush.paint(out, shown)
		used += d.ruler().Width(shown)
	}
	return used
}
