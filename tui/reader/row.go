package reader

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/tui/cell"
)

// row draws one row of gutter, text and margin.
func (r *Reader) row(p place, row int, gutter *gutter) string {
	var out strings.Builder
	s, b := &r.sheet, r.canvas.brushes
	blank(&out, s.pad)
	if p.block < 0 {
		blank(&out, s.text+s.measure-s.pad)
		r.marginOf(&out, row)
		return out.String()
	}
	here := r.set.bytes(p)
	line, isLine := r.set.line(p)
	k := &r.doc.blocks[p.block]
	isHead := k.head && p.row == k.above()-1
	gutter.row(&out, here)
	if number := r.numberOf(k, p, isHead); number > 0 {
		blank(&out, s.number-len(strconv.Itoa(number)))
		b.dim.paint(&out, strconv.Itoa(number))
	} else {
		blank(&out, s.number)
	}
	blank(&out, numberRoom)
	used := 0
	switch {
	case isLine:
		used = r.line(&out, row, k, line)
	case isHead:
		used = r.head(&out, k, here)
	}
	blank(&out, s.measure-used)
	r.marginOf(&out, row)
	return out.String()
}

// numberOf is the number beside a row: the turn's in its head, a paragraph's beside its first line.
func (r *Reader) numberOf(k *block, p place, isHead bool) int {
	if isHead || !k.head && p.row == k.above() {
		return k.number
	}
	return 0
}

// head draws the speaker's name, with the time where the transcript has one.
func (r *Reader) head(out *strings.Builder, k *block, label span) int {
	b, turn := r.canvas.brushes, r.doc.turns[k.stretch]
	name := r.speaker(turn)
	brush := b.speaker
	if roleOf(r.transcript(), turn) == text.RoleInterviewer {
		brush = b.quiet
	}
	if label.start < label.end && r.sel.start <= label.start && label.end <= r.sel.end {
		brush = b.selection
	}
	name = r.ruler().Cut(name, r.sheet.measure)
	used := r.ruler().Width(name)
	brush.paint(out, name)
	if clock := clockOf(turn.Time); clock != "" && used+2+len(clock) <= r.sheet.measure {
		blank(out, 2)
		b.dim.paint(out, clock)
		used += 2 + len(clock)
	}
	return used
}

// speaker is the name of who speaks in a stretch.
func (r *Reader) speaker(turn text.Turn) string {
	t := r.transcript()
	if t == nil || int(turn.Speaker) >= len(t.Speakers) {
		return ""
	}
	return t.Speakers[turn.Speaker].Shown()
}

// clockOf writes a time from the start of the recording, "" for none.
func clockOf(seconds int32) string {
	if seconds < 0 {
		return ""
	}
	two := func(n int32) string { return strconv.Itoa(int(n/10)) + strconv.Itoa(int(n%10)) }
	return two(seconds/3600) + ":" + two(seconds/60%60) + ":" + two(seconds%60)
}

// What lies over a stretch of a line.
const (
	underSelection = iota
	underMatch
)

// line draws a line of text and gives the columns it took. The cursor stands at the end of the selection that moves.
func (r *Reader) line(out *strings.Builder, row int, k *block, line cell.Line) int {
	plain := r.canvas.brushes.text
	if k.stretch >= 0 && roleOf(r.transcript(), r.doc.turns[k.stretch]) == text.RoleInterviewer {
		plain = r.canvas.brushes.quiet
	}
	segments := codebook.Flatten(r.layers(line), uint32(line.Start), uint32(line.End))
	var piece strings.Builder
	used, at := 0, 0
	flush := func() {
		r.over(segments[at].Keys, plain).paint(out, piece.String())
		piece.Reset()
	}
	for g := range r.ruler().Glyphs(r.doc.source, line.Start, line.End) {
		if g.Column+g.Width > line.Width {
			break
		}
		if g.Start >= int(segments[at].End) {
			flush()
			for g.Start >= int(segments[at].End) {
				at++
			}
		}
		if g.Start == r.cursorAt() {
			r.canvas.cursor = tea.NewCursor(r.sheet.text+g.Column, row)
		}
		piece.WriteString(g.Text)
		used = g.Column + g.Width
	}
	if piece.Len() > 0 {
		flush()
	}
	return used
}

// layers are what lies over a line: the selection, and what the search found.
func (r *Reader) layers(line cell.Line) []codebook.Layer {
	layers := r.seek.layers(line)
	if s := (span{line.Start, line.End}); s.touches(r.sel.span) {
		layers = append(layers, codebook.Layer{Start: uint32(r.sel.start), End: uint32(r.sel.end), Key: underSelection})
	}
	return layers
}

// over is the brush for text with these layers.
func (r *Reader) over(keys []int, plain brush) brush {
	selected, matched := false, false
	for _, k := range keys {
		selected = selected || k == underSelection
		matched = matched || k == underMatch
	}
	b := r.canvas.brushes
	switch {
	case selected && matched:
		return b.both
	case selected:
		return b.selection
	case matched:
		return b.match
	}
	return plain
}

// cursorAt is the offset of the grapheme that the cursor stands on: the first selected, or the last if the end was moved.
func (r *Reader) cursorAt() int {
	if r.sel.atStart || !r.sel.moving || r.sel.empty() {
		return r.sel.start
	}
	return text.PrevGrapheme(r.doc.source, r.sel.end)
}
