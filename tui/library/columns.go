package library

import (
	"fmt"
	"strconv"
	"time"

	"charm.land/lipgloss/v2"

	"fangtan/tui/cell"
	"fangtan/tui/locale"
)

// layout is what fits into the width.
type layout struct {
	list    int // columns of the terminal for the list
	aside   int // and for what stands beside it, 0 when there is no room
	gave    int // how many columns gave way to the titles
	columns []column
	cells   []cell.Column
}

// column is one column of the list.
type column struct {
	head   string                 // message id
	heads  func(s *Screen) string // the head that depends on what is listed, instead
	right  bool
	sort   sorting // the order that this column is the reason of; byOrder for none
	least  int     // columns of the terminal that the list must have for this one to be shown
	yields int     // its turn to give way where titles have little room, from 1; 0 for never
	// width is what the texts need, 0 when there is nothing to show; the column without it takes what is left.
	width func(s *Screen) int
	text  func(s *Screen, e *entry) string
	style func(s *Screen, e *entry) lipgloss.Style
}

// The room beside the list and how wide the whole must be for it.
const (
	lead       = 3 // the cursor's sign before a row
	barWidth   = 10
	barFrom    = 70
	pairFrom   = 104
	asideFrom  = 116
	leastAside = 38
	mostAside  = 64
	mostList   = 128
	wall       = 3 // the line between list and aside, and the blanks beside it
	leastTitle = 14
	goodTitle  = 24 // columns of a title for which others give way
	yielding   = 3  // how many do
)

// allColumns are the columns from the left. The title takes the room that the others leave.
var allColumns = []column{
	{head: "library.head-title", sort: byTitle, text: (*Screen).titleText},
	{heads: func(*Screen) string { return "" }, width: (*Screen).signWidth, text: (*Screen).signText, style: dimmed},
	{head: "library.head-group", least: 90, yields: 3, width: (*Screen).groupWidth, text: (*Screen).groupText, style: dimmed},
	{head: "library.head-characters", right: true, sort: byLength, width: (*Screen).lengthWidth, text: (*Screen).lengthText, style: dimmed},
	{heads: (*Screen).codingsHead, right: true, sort: byCodings, width: (*Screen).codingsWidth, text: (*Screen).codingsText},
	{head: "library.head-read", width: (*Screen).readWidth, text: (*Screen).readText, style: progressed},
	{head: "library.head-date", sort: byDate, least: 88, yields: 2, width: func(*Screen) int { return len(time.DateOnly) }, text: (*Screen).dateText, style: dimmed},
	{head: "library.field-pair", least: pairFrom, yields: 1, width: (*Screen).pairWidth, text: (*Screen).pairText, style: dimmed},
}

func dimmed(s *Screen, _ *entry) lipgloss.Style { return s.env.Theme.Dim }

func progressed(s *Screen, e *entry) lipgloss.Style {
	if e.row.FinishedBy(s.env.Study.Coder()) {
		return s.env.Theme.Good
	}
	return s.env.Theme.Dim
}

// arrange chooses the columns that fit and their widths.
func (s *Screen) arrange() {
	s.layout = layout{list: s.area.Width}
	l := &s.layout
	if s.area.Width >= asideFrom {
		l.list = min(s.area.Width-leastAside-wall, mostList)
		l.aside = min(s.area.Width-l.list-wall, mostAside)
	}
	for s.fill() < goodTitle && l.gave < yielding {
		l.gave++
	}
	if s.at >= 0 {
		s.scroll()
	}
}

// shows says whether a column has room; the one that the list is sorted by does not give way.
func (s *Screen) shows(c *column) bool {
	return s.layout.list >= c.least && (c.yields == 0 || c.yields > s.layout.gave || s.sorts(c))
}

// sorts says whether the list is sorted by a column.
func (s *Screen) sorts(c *column) bool { return s.sort != byOrder && s.sort == c.sort }

// pairs says whether the titles of pairs have room; else a sign says that there is one.
func (l *layout) pairs() bool { return l.list >= pairFrom && l.gave == 0 }

// fill lists the columns for which there is a reason, and gives the width that is left for the title.
func (s *Screen) fill() int {
	l := &s.layout
	l.columns, l.cells = nil, nil
	room := l.list - lead - 1
	for _, c := range allColumns {
		if !s.shows(&c) {
			continue
		}
		width := 0
		if c.width != nil {
			if width = c.width(s); width == 0 {
				continue
			}
			width = max(width, s.env.Ruler.Width(s.headText(&c)))
		}
		l.columns = append(l.columns, c)
		l.cells = append(l.cells, cell.Column{Width: width, Right: c.right})
		room -= width + cell.Gap
	}
	l.cells[0].Width = max(room+cell.Gap, leastTitle)
	return room + cell.Gap
}

func (s *Screen) titleText(e *entry) string { return title(e.row) }

// signWidth is room for the sign of a pair, where the title of the other has none.
func (s *Screen) signWidth() int {
	if s.layout.pairs() {
		return 0
	}
	width := 0
	for i := range s.entries {
		width = max(width, s.env.Ruler.Width(s.signText(&s.entries[i])))
	}
	return width
}

// signText says that there is a pair.
func (s *Screen) signText(e *entry) string {
	if e.row.Pair == 0 {
		return ""
	}
	return s.env.Theme.Glyphs.Link
}

// groupWidth is nothing while the groups stand as headings.
func (s *Screen) groupWidth() int {
	if s.sort == byOrder {
		return 0
	}
	width := 0
	for _, g := range s.env.Study.Project().Groups() {
		width = max(width, s.env.Ruler.Width(g.Name(s.env.Words.Lang())))
	}
	return min(width, 18)
}

func (s *Screen) groupText(e *entry) string { return s.groupName(e.row.Group) }

func (s *Screen) lengthWidth() int {
	longest := 0
	for i := range s.entries {
		longest = max(longest, int(s.entries[i].row.Chars))
	}
	return len(locale.Number(longest))
}

func (s *Screen) lengthText(e *entry) string { return locale.Number(int(e.row.Chars)) }

// codingsText is this coder's codings, and all when others have coded, too.
func (s *Screen) codingsText(e *entry) string {
	if e.all == e.mine {
		return strconv.Itoa(e.mine)
	}
	return fmt.Sprintf("%d/%d", e.mine, e.all)
}

// codingsHead says which codings the column holds.
func (s *Screen) codingsHead() string {
	for i := range s.entries {
		if e := &s.entries[i]; e.all != e.mine {
			return s.env.T("library.head-mine-all")
		}
	}
	return s.env.T("library.head-codings")
}

// headText is the head of a column; a sign says that the list is sorted by it, and which end comes first.
func (s *Screen) headText(c *column) string {
	head := ""
	if c.heads != nil {
		head = c.heads(s)
	} else {
		head = s.env.T(c.head)
	}
	switch {
	case !s.sorts(c):
		return head
	case c.right:
		return head + "↓"
	}
	return head + "↑"
}

func (s *Screen) codingsWidth() int {
	widest := 0
	for i := range s.entries {
		widest = max(widest, len(s.codingsText(&s.entries[i])))
	}
	return widest
}

func (s *Screen) dateText(e *entry) string { return e.row.Date }

func (s *Screen) pairText(e *entry) string {
	if pair := s.env.Study.Project().Transcript(e.row.Pair); pair != nil {
		return s.env.Theme.Glyphs.Link + " " + title(pair)
	}
	return ""
}

func (s *Screen) pairWidth() int {
	const most = 26
	width := 0
	for i := 0; i < len(s.entries) && width < most; i++ {
		width = max(width, s.env.Ruler.Width(s.pairText(&s.entries[i])))
	}
	return min(width, most)
}
