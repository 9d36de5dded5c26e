package reader

import (
	"strconv"
	"strings"
)

// look is all that the column of a calm side depends on. Marks are new after every change to the study, brushes after one of words,
// theme or ruler.
type look struct {
	marks   *marks
	brushes *brushes
	sheet   sheet
	top     place
	sel     selection
}

// drawn is a calm column as it was drawn last: keys that act on the other side leave it as it is.
type drawn struct {
	look  look
	lines []string
}

// column is everything of a side that stands beside another: title, text, and the codes on the selection.
func (s *side) column() []string {
	if !s.calm {
		s.drawn = drawn{}
		return s.drawColumn()
	}
	if now := (look{s.marks, s.canvas.brushes, s.sheet, s.top, s.sel}); now != s.drawn.look {
		s.drawn = drawn{now, s.drawColumn()}
	}
	return s.drawn.lines
}

func (s *side) drawColumn() []string {
	lines := []string{s.heading()}
	for len(lines) < s.sheet.above {
		lines = append(lines, strings.Repeat(" ", s.sheet.width))
	}
	lines = append(lines, s.rows(nil)...)
	for _, row := range s.below(s.sheet.width - 2) {
		lines = append(lines, s.padded(row, s.sheet.width))
	}
	return lines
}

// below are the rows below the text: the codes on the selection, and where there is room the others in sight.
func (s *side) below(width int) [][]piece {
	switch {
	case s.sheet.under == 0:
		return nil
	case s.sheet.under <= halfUnder:
		return s.hereIn(width, s.sheet.under)
	}
	return append(s.hereIn(width, halfUnder), s.legend(width, s.sheet.under-halfUnder)...)
}

// heading is the title of a side: bright, with a sign before it, where the focus is.
func (s *side) heading() string {
	b, ruler := s.canvas.brushes, s.ruler()
	lead, brush := s.env.Theme.Glyphs.Here, b.heading
	if s.calm {
		lead, brush = " ", b.dim
	}
	right := s.progress()
	if s.sheet.width < halfRoomy {
		right = s.briefProgress()
	}
	room := s.sheet.width - 3 - ruler.Width(right)
	var out strings.Builder
	brush.paint(&out, lead+" "+ruler.Fit(s.transcript().Title, room))
	blank(&out, s.sheet.width-2-room-ruler.Width(right))
	b.dim.paint(&out, right)
	return out.String()
}

// briefProgress is progress in figures alone.
func (s *side) briefProgress() string {
	said := ""
	if n := s.doc.turnCount(); n > 0 {
		said = strconv.Itoa(s.turnNumber()) + "/" + strconv.Itoa(n)
	}
	if s.marks != nil {
		said = strings.TrimPrefix(said+dotted+strconv.Itoa(s.marks.percent)+"%", dotted)
	}
	return said
}

// wall is the rule between two columns.
func (d *desk) wall(width int) string {
	var out strings.Builder
	blank(&out, 1)
	d.canvas.brushes.rule.paint(&out, d.env.Theme.Glyphs.Wall)
	blank(&out, width-2)
	return out.String()
}
