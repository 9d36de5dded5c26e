package reader

import (
	"slices"
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
func (r *Reader) onSelection() []here {
	var list []here
	c := r.marks.codings
	for _, at := range r.marks.touching(r.sel.start, r.sel.end) {
		i := r.marks.shown[at]
		n := slices.IndexFunc(list, func(h here) bool { return h.code == c.Code[i] })
		if n < 0 {
			n = len(list)
			list = append(list, here{code: c.Code[i]})
		}
		h := &list[n]
		if coder := codebook.No(c.Coder[i]); !slices.Contains(h.coders, coder) {
			h.coders = append(h.coders, coder)
		}
		h.exact = h.exact || int(c.Start[i]) == r.sel.start && int(c.End[i]) == r.sel.end
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

// label is a code on the selection in words: with whose codings it is where several people code.
func (r *Reader) label(h here) string {
	name := r.title(h.code)
	if h.star {
		name = r.env.Theme.Glyphs.Mark + " " + name
	}
	if len(r.project().Coders()) < 2 {
		return name
	}
	who := make([]string, len(h.coders))
	for i, n := range h.coders {
		if c := r.project().Coder(n); c != nil {
			who[i] = c.Name
		}
	}
	return name + "  " + strings.Join(who, " ")
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
			lines = append(lines, []piece{{" …", b.dim}})
			break
		}
		text := r.ruler().Cut(r.label(h), r.sheet.names-3)
		lines = append(lines, []piece{{" " + r.env.Theme.Glyphs.Stripe, r.codeBrush(h.code)}, {" " + text, b.text}})
	}
	below := r.strip()
	if r.mode == modeKeys {
		below = r.keyboard(r.sheet.names)
	}
	if below != nil {
		lines = append(append(lines, nil), below...)
	}
	return lines
}

// band is what stands below the text where the margin is narrow: the keyboard, or the codes on the selection and the strip in
// a line each. It makes way for a panel.
func (r *Reader) band() []string {
	if r.sheet.band == 0 {
		return nil
	}
	var rows [][]piece
	switch {
	case r.panel != nil:
	case r.mode != modeKeys:
		rows = [][]piece{r.bandHere(), r.bandStrip(r.sheet.width - 2)}
	case r.sheet.band == keyboardTight:
		rows = r.keyboard(r.sheet.width - 2)
	default:
		rows = append([][]piece{nil}, r.keyboard(r.sheet.width-2)...)
	}
	lines := make([]string, r.sheet.band)
	for i := range lines {
		var out strings.Builder
		blank(&out, 1)
		used := 0
		if i < len(rows) {
			used = r.joined(&out, rows[i], r.sheet.width-2)
		}
		blank(&out, r.sheet.width-1-used)
		lines[i] = out.String()
	}
	return lines
}

func (r *Reader) bandHere() []piece {
	b := r.canvas.brushes
	row := []piece{{r.env.T("reader.here"), b.heading}}
	for i, h := range r.onSelection() {
		gap := "  "
		if i > 0 {
			gap = dotted
		}
		row = append(row, piece{gap + r.env.Theme.Glyphs.Stripe, r.codeBrush(h.code)}, piece{r.label(h), b.text})
	}
	if len(row) == 1 {
		row = append(row, piece{"  " + r.env.T("reader.nothing-coded"), b.dim})
	}
	return row
}

// joined draws pieces one behind the other in at most width columns.
func (r *Reader) joined(out *strings.Builder, list []piece, width int) int {
	used := 0
	for _, p := range list {
		shown := p.text
		if need := r.ruler().Width(shown); used+need > width {
			shown = r.ruler().Cut(shown, width-used)
		}
		p.brush.paint(out, shown)
		used += r.ruler().Width(shown)
	}
	return used
}
