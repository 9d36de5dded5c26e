package codes

import (
	"strings"

	"fangtan/codebook"
	"fangtan/tui/cell"
	"fangtan/tui/locale"
)

// layout is how the columns of the tree share its width:
//
//	lead name            groups   own  all
//	 ▸ ▌1  P1.1 目标不明确  ▂·█▁      2    5      upright, one column a group
//	 ▸ ▌1  P1.1 目标不明确  ██   ·    █████ ▍     2    5      lying, where there is room
type layout struct {
	name, own, rolled int
	bar               int // columns for each group's bar, 0 for none
}

// Widths that the parts of the tree ask for.
const (
	leastNumber = 4
	leastName   = 20 // beside upright bars
	wantedName  = 44 // beside lying ones
	leastBar    = 4
	mostBar     = 8
)

func (s *Screen) layout(width int) layout {
	r := s.env.Ruler
	number := max(leastNumber, len(locale.Number(s.counts.most)))
	l := layout{own: max(number, r.Width(s.env.T("codes.head-own"))), rolled: max(number, r.Width(s.env.T("codes.head-rolled")))}
	l.name = width - lead - l.own - l.rolled - 2*cell.Gap
	n := len(s.counts.groups)
	switch lying := l.name - wantedName - cell.Gap; {
	case n == 0:
	case lying+1 >= n*(leastBar+1):
		l.bar = min((lying+1)/n-1, mostBar)
	case l.name-leastName-cell.Gap >= n:
		l.bar = 1
	}
	if l.bar > 0 {
		l.name -= cell.Gap + l.bars(n)
	}
	return l
}

// bars is how wide the bars of n groups are.
func (l layout) bars(n int) int {
	if l.bar == 1 {
		return n
	}
	return n*(l.bar+1) - 1
}

// between stands between two bars.
func (l layout) between() string {
	if l.bar == 1 {
		return ""
	}
	return " "
}

// barHeads names the groups above their bars; where a bar is one column there is one word for all.
func (s *Screen) barHeads(l layout) string {
	groups := s.counts.groups
	if l.bar == 1 {
		return s.env.Ruler.Fit(s.env.T("codes.head-groups"), len(groups))
	}
	names := make([]string, len(groups))
	for i, column := range groups {
		names[i] = s.env.Ruler.Fit(s.groupName(s.counts.own.Columns.Nos[column]), l.bar)
	}
	return strings.Join(names, l.between())
}

// bars are the figures of a code in each group, all codes of its level on one scale.
func (s *Screen) bars(n codebook.No, l layout) string {
	if !s.counts.known(n) {
		return strings.Repeat(" ", l.bars(len(s.counts.groups)))
	}
	cells := s.counts.table(s.rollup).Cells[s.counts.row[n]]
	peak := s.counts.peak(s.rollup, s.env.Study.Project().Tree().Depth[n])
	drawn := make([]string, len(s.counts.groups))
	for i, column := range s.counts.groups {
		drawn[i] = bar(cells[column].Codings, peak, l.bar)
	}
	return strings.Join(drawn, l.between())
}

// The eighths of a block, upright and lying.
var (
	upright = [...]string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"}
	lying   = [...]string{"▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"}
)

// nothing stands where a bar would begin.
const nothing = "·"

// bar is part of whole as a bar of width columns; what is there at all is seen.
func bar(part, whole, width int) string {
	const eighths = 8
	if part <= 0 || whole <= 0 {
		return nothing + strings.Repeat(" ", width-1)
	}
	blocks := lying
	if width == 1 {
		blocks = upright
	}
	n := min(max((part*width*eighths+whole/2)/whole, 1), width*eighths)
	full, rest := n/eighths, n%eighths
	drawn := strings.Repeat(blocks[eighths-1], full)
	if rest > 0 {
		drawn += blocks[rest-1]
		full++
	}
	return drawn + strings.Repeat(" ", width-full)
}
