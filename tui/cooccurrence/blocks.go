package cooccurrence

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook/tally"
	"fangtan/tui/cell"
	"fangtan/tui/tables"
)

// between are the columns between two blocks of the tension view.
const between = 5

// drawTension draws the blocks, as many side by side as there is room for.
func (s *Screen) drawTension(width, height int) ([]string, *tea.Cursor) {
	t, a := &s.tension, s.figures.Answer
	labels, cells := s.blockWidths()
	wide := 1 + labels + t.parts*(cell.Gap+cells)
	t.across = max(1, min(t.blocks, (width+between)/(wide+between)))
	tall := t.parts + 3 // title, heads, a blank line below
	rows := max(1, (height+1)/tall)
	row := t.block / t.across
	t.top = max(min(t.top, row), row-rows+1)
	t.at = t.at[:0]
	var lines []string
	var cursor *tea.Cursor
	for from := t.top * t.across; from < t.blocks && len(lines) < height; from += t.across {
		var side []cell.Block
		for b := from; b < min(from+t.across, t.blocks); b++ {
			x := (b - from) * (wide + between)
			at := s.places(b, 1+labels+x, len(lines)+2, cells)
			t.at = append(t.at, at...)
			side = append(side, cell.Block{Lines: s.drawBlock(a, b, labels, cells), Width: wide})
		}
		lines = append(lines, append(s.env.Ruler.Join(strings.Repeat(" ", between), side...), "")...)
	}
	for _, p := range t.at {
		if p.block == t.block && p.i == t.i && p.j == t.j && p.y < height {
			cursor = tea.NewCursor(p.x+p.width-1, p.y)
		}
	}
	return lines, cursor
}

// places are where the cells of a block are drawn, the first at column x of line y.
func (s *Screen) places(block, x, y, width int) []place {
	var at []place
	for i := range s.tension.parts {
		for j := i; j < s.tension.parts; j++ {
			at = append(at, place{x + j*(cell.Gap+width) + cell.Gap, y + i, width, block, i, j})
		}
	}
	return at
}

// blockWidths are the columns of the labels and of a cell, the same in all blocks.
func (s *Screen) blockWidths() (labels, cells int) {
	t, a := &s.tension, s.figures.Answer
	for i := range t.parts {
		labels = max(labels, s.env.Ruler.Width(s.partLabel(i)))
		for j := i; j < t.parts; j++ {
			for b := range t.blocks {
				_, c := t.cell(a, b, i, j)
				cells = max(cells, len(tensionText(c)))
			}
		}
	}
	labels = min(labels, 8)
	return labels, max(cells, labels)
}

// partLabel is the number of a component, or its name where it has none.
func (s *Screen) partLabel(i int) string {
	c := s.figures.Answer.project.Code(s.figures.Answer.parts[i])
	if c.Number != "" {
		return c.Number
	}
	return c.Name(s.env.Words.Lang())
}

// tensionText is codings (voices), or a dot.
func tensionText(c tally.TensionCell) string {
	if c.Codings == 0 {
		return tables.Nought
	}
	return strconv.Itoa(c.Codings) + " (" + strconv.Itoa(c.Voices) + ")"
}

func (s *Screen) drawBlock(a *answer, block, labels, cells int) []string {
	t := &s.tension
	style := s.env.Theme.Dim
	if block == t.block {
		style = s.env.Theme.Heading
	}
	lines := []string{" " + style.Render(s.blockName(block))}
	head := strings.Repeat(" ", 1+labels)
	for j := range t.parts {
		head += s.env.Ruler.FitLeft(s.partLabel(j), cell.Gap+cells)
	}
	lines = append(lines, s.env.Theme.Dim.Render(head))
	for i := range t.parts {
		line := " " + s.env.Theme.Dim.Render(s.env.Ruler.Fit(s.partLabel(i), labels))
		for j := range t.parts {
			line += strings.Repeat(" ", cell.Gap) + s.drawTensionCell(a, block, i, j, cells)
		}
		lines = append(lines, line)
	}
	return lines
}

func (s *Screen) drawTensionCell(a *answer, block, i, j, width int) string {
	if j < i {
		return strings.Repeat(" ", width)
	}
	t := &s.tension
	_, c := t.cell(a, block, i, j)
	style := s.figures.Style(s.env.Theme.Text)
	if c.Codings == 0 {
		style = s.env.Theme.Dim
	}
	if block == t.block && i == t.i && j == t.j {
		style = s.env.Theme.Selection
	}
	return style.Render(s.env.Ruler.PadLeft(tensionText(c), width))
}
