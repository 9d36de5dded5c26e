package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/keys"
	"fangtan/tui/screen"
)

// overview is the whole transcript at a glance: a line for each code that shows in it, a column for each stretch of it.
//
//	── 全篇 ─────────────────────────────────────────
//	  P1.1 目标不明确    3          █        █
//	▸ P2.1 要求不具体   12  ██  █      █        ██
//	                        1           18         64
//	  第 18 话轮  怎么传、帮到什么程度算完成，没有写。
type overview struct {
	keys   screen.Keys[keys.Intent]
	lines  []codeLine
	at     int // line under the cursor
	top    int // first line shown
	column int // of the map, under the cursor

	names, width, rows int // as drawn: columns of names and map, lines shown
}

// codeLine is a code and its codings, as positions in marks.shown.
type codeLine struct {
	code  codebook.No
	shown []int
}

// openOverview shows where in the transcript which code stands, with the cursor at the selection.
func (r *Reader) openOverview() {
	o := &overview{keys: screen.NewKeys(r.env, overviewBindings()), lines: r.codeLines()}
	if len(o.lines) == 0 {
		r.warn("reader.nothing-to-overview")
		return
	}
	if here := r.onSelection(); len(here) > 0 {
		o.at = max(slices.IndexFunc(o.lines, func(l codeLine) bool { return l.code == here[0].code }), 0)
	}
	o.divide(r)
	o.column = o.columnOf(r, r.sel.start)
	r.show(o)
}

// codeLines lists the codes that show, in the codebook's order, with their codings.
func (s *side) codeLines() []codeLine {
	place := s.project().Tree().Place
	by := map[codebook.No][]int{}
	for at, i := range s.marks.shown {
		code := s.marks.codings.Code[i]
		by[code] = append(by[code], at)
	}
	lines := make([]codeLine, 0, len(by))
	for code, shown := range by {
		lines = append(lines, codeLine{code, shown})
	}
	slices.SortFunc(lines, func(a, b codeLine) int { return place[a.code] - place[b.code] })
	return lines
}

// Columns and rows of an overview.
const (
	overviewNames = 28 // of a code's name, at most
	overviewRest  = 3  // rows that are no code's: title, turns, words
	overviewText  = 5  // rows of the text that stay in sight
)

// divide gives names and map their columns, and the codes their rows.
func (o *overview) divide(r *Reader) {
	o.names = min(overviewNames, r.area.Width/3)
	o.width = max(r.area.Width-o.names-4-overviewCount, 1)
	o.rows = max(min(len(o.lines), r.area.Height-overviewRest-overviewText), 1)
	o.top = max(0, min(o.top, o.at), o.at-o.rows+1)
}

// overviewCount is the columns of a count, with the blanks around it.
const overviewCount = 7

// stretch gives the bytes that a column of the map stands for.
func (o *overview) stretch(r *Reader, column int) span {
	n := len(r.doc.source)
	return span{column * n / o.width, (column + 1) * n / o.width}
}

// columnOf is the column in which a byte offset lies.
func (o *overview) columnOf(r *Reader, off int) int {
	if len(r.doc.source) == 0 {
		return 0
	}
	return min(max(((off+1)*o.width-1)/len(r.doc.source), 0), o.width-1)
}

// What keys mean to an overview beside going from line to line.
const (
	mapRight = keys.Own + iota
	mapLeft
	mapStart
	mapEnd
	mapNext
	mapBefore
	mapJump
	mapLeave
)

// overviewBindings is the table of an overview's keys.
func overviewBindings() keys.Table[keys.Intent] {
	const group = "reader.group-overview"
	return keys.Table[keys.Intent]{
		{Keys: []string{"down", "j"}, Intent: keys.Down, Help: "reader.map-down", Group: group, Footer: true},
		{Keys: []string{"up", "k"}, Intent: keys.Up, Help: "reader.map-up", Group: group},
		{Keys: []string{"pgdown"}, Intent: keys.PageDown, Help: "reader.do-page-down", Group: group},
		{Keys: []string{"pgup"}, Intent: keys.PageUp, Help: "reader.do-page-up", Group: group},
		{Keys: []string{"right", "l"}, Intent: mapRight, Help: "reader.map-right", Group: group, Footer: true},
		{Keys: []string{"left", "h"}, Intent: mapLeft, Help: "reader.map-left", Group: group},
		{Keys: []string{"home"}, Intent: mapStart, Help: "reader.do-first", Group: group},
		{Keys: []string{"end"}, Intent: mapEnd, Help: "reader.do-last", Group: group},
		{Keys: []string{"]"}, Intent: mapNext, Help: "reader.map-next", Group: group, Footer: true},
		{Keys: []string{"["}, Intent: mapBefore, Help: "reader.map-before", Group: group, Footer: true},
		{Keys: []string{"enter"}, Intent: mapJump, Help: "reader.map-jump", Group: group, Footer: true},
		{Keys: []string{"esc", "O"}, Intent: mapLeave, Help: "prompt.leave", Group: group, Footer: true},
	}
}

func (o *overview) take(r *Reader, msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	if intent, _, ok := o.keys.Press(press); ok {
		o.follow(r, intent)
	}
	return nil
}

func (o *overview) follow(r *Reader, intent keys.Intent) {
	switch intent {
	case mapRight:
		o.move(1)
	case mapLeft:
		o.move(-1)
	case mapStart:
		o.move(-o.width)
	case mapEnd:
		o.move(o.width)
	case mapNext:
		o.coded(r, 1)
	case mapBefore:
		o.coded(r, -1)
	case mapJump:
		o.jump(r)
	case mapLeave:
		o.leave(r)
	default:
		o.at = min(max(o.at+intent.Steps(o.rows, len(o.lines)), 0), len(o.lines)-1)
	}
}

func (o *overview) leave(r *Reader)      { r.close() }
func (o *overview) footer() []keys.Entry { return o.keys.Footer() }

// move goes n columns on, as far as there are any.
func (o *overview) move(n int) { o.column = min(max(o.column+n, 0), o.width-1) }

// coded goes to the next (1) or previous (-1) column with a coding of the code under the cursor.
func (o *overview) coded(r *Reader, n int) {
	marked := o.marked(r, o.lines[o.at])
	for c := o.column + n; 0 <= c && c < o.width; c += n {
		if marked[c] >= 0 && marked[c] != marked[o.column] {
			o.column = c
			return
		}
	}
	r.warn("reader.no-passage")
}

// marked gives for each column the first coding of a line that touches it, as a position in marks.shown, -1 for none.
func (o *overview) marked(r *Reader, l codeLine) []int {
	columns := make([]int, o.width)
	for c := range columns {
		columns[c] = -1
	}
	for _, at := range l.shown {
		p := r.marks.passage(at)
		last := o.columnOf(r, p.end-1)
		for c := o.columnOf(r, p.start); c <= last; c++ {
			if columns[c] < 0 {
				columns[c] = at
			}
		}
	}
	return columns
}

// target is what lies under the cursor: a coding of the line, else the sentence there.
func (o *overview) target(r *Reader) span {
	if at := o.marked(r, o.lines[o.at])[o.column]; at >= 0 {
		return r.marks.passage(at)
	}
	if i := r.doc.sentenceAt(o.stretch(r, o.column).start); i >= 0 {
		return span{int(r.doc.sentences[i].Start), int(r.doc.sentences[i].End)}
	}
	return span{}
}

// jump goes to what lies under the cursor. Who looks a passage up does not lose the place where she reads.
func (o *overview) jump(r *Reader) {
	r.close()
	to := o.target(r)
	r.mode = modeReading
	r.arrive(codebook.Passage{Transcript: r.doc.no, Start: uint32(to.start), End: uint32(to.end)})
}

// point jumps to the place clicked: x and y are inside the overlay.
func (o *overview) point(r *Reader, x, y int) {
	line, column := o.top+y-1, x-o.names-overviewCount-2
	if y < 1 || y > o.rows || line >= len(o.lines) {
		return
	}
	o.at = line
	if 0 <= column && column < o.width {
		o.column = column
		o.jump(r)
	}
}
