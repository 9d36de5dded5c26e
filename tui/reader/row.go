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
func (s *side) row(p place, row int, gutter *gutter) string {
	var out strings.Builder
	sheet, b := &s.sheet, s.canvas.brushes
	blank(&out, sheet.pad)
	if p.block < 0 {
		blank(&out, sheet.text+sheet.measure-sheet.pad)
		s.marginOf(&out, row)
		return out.String()
	}
	here := s.set.bytes(p)
	line, isLine := s.set.line(p)
	k := &s.doc.blocks[p.block]
	isHead := k.head && p.row == k.above()-1
	gutter.row(&out, here)
	if number := s.numberOf(k, p, isHead); number > 0 && sheet.number > 0 {
		blank(&out, sheet.number-len(strconv.Itoa(number)))
		b.dim.paint(&out, strconv.Itoa(number))
	} else {
		blank(&out, sheet.number)
	}
	blank(&out, sheet.text-sheet.pad-gutterRoom-sheet.number)
	used := 0
	switch {
	case isLine:
		used = s.line(&out, row, k, line)
	case isHead:
		used = s.head(&out, k, here)
	}
	blank(&out, sheet.measure-used)
	s.marginOf(&out, row)
	return out.String()
}

// numberOf is the number beside a row: the turn's in its head, a paragraph's beside its first line.
func (s *side) numberOf(k *block, p place, isHead bool) int {
	if isHead || !k.head && p.row == k.above() {
		return k.number
	}
	return 0
}

// head draws the speaker's name, with the time where the transcript has one.
func (s *side) head(out *strings.Builder, k *block, label span) int {
	b, turn := s.canvas.brushes, s.doc.turns[k.stretch]
	name := s.speaker(turn)
	brush := b.speaker
	if roleOf(s.transcript(), turn) == text.RoleInterviewer {
		brush = b.quiet
	}
	if label.start < label.end && s.sel.start <= label.start && label.end <= s.sel.end {
		brush = s.over([]int{underSelection}, brush)
	}
	used := s.inlineNumber(out, k.number)
	name = s.ruler().Cut(name, s.sheet.measure-used)
	brush.paint(out, name)
	used += s.ruler().Width(name)
	if clock := clockOf(turn.Time); clock != "" && used+2+len(clock) <= s.sheet.measure {
		blank(out, 2)
		b.dim.paint(out, clock)
		used += 2 + len(clock)
	}
	return used
}

// inlineNumber draws a turn's number before the name where the sheet has no column for it, and gives the columns it took.
func (s *side) inlineNumber(out *strings.Builder, number int) int {
	if s.sheet.number > 0 {
		return 0
	}
	shown := strconv.Itoa(number)
	s.canvas.brushes.dim.paint(out, shown)
	blank(out, 1)
	return len(shown) + 1
}

// speaker is the name of who speaks in a stretch.
func (s *side) speaker(turn text.Turn) string {
	t := s.transcript()
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
func (s *side) line(out *strings.Builder, row int, k *block, line cell.Line) int {
	plain := s.canvas.brushes.text
	if k.stretch >= 0 && roleOf(s.transcript(), s.doc.turns[k.stretch]) == text.RoleInterviewer {
		plain = s.canvas.brushes.quiet
	}
	segments := codebook.Flatten(s.layers(line), uint32(line.Start), uint32(line.End))
	var piece strings.Builder
	used, at := 0, 0
	flush := func() {
		s.over(segments[at].Keys, plain).paint(out, piece.String())
		piece.Reset()
	}
	for g := range s.ruler().Glyphs(s.doc.source, line.Start, line.End) {
		if g.Column+g.Width > line.Width {
			break
		}
		if g.Start >= int(segments[at].End) {
			flush()
			for g.Start >= int(segments[at].End) {
				at++
			}
		}
		if g.Start == s.cursorAt() {
			s.cursor = tea.NewCursor(s.sheet.text+g.Column, row)
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
func (s *side) layers(line cell.Line) []codebook.Layer {
	layers := s.seek.layers(line)
	if here := (span{line.Start, line.End}); here.touches(s.sel.span) {
		layers = append(layers, codebook.Layer{Start: uint32(s.sel.start), End: uint32(s.sel.end), Key: underSelection})
	}
	return layers
}

// over is the brush for text with these layers.
func (s *side) over(keys []int, plain brush) brush {
	selected, matched := false, false
	for _, k := range keys {
		selected = selected || k == underSelection
		matched = matched || k == underMatch
	}
	b := s.canvas.brushes
	switch {
	case selected && s.calm:
		return b.resting
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
func (s *side) cursorAt() int {
	if s.sel.atStart || !s.sel.moving || s.sel.empty() {
		return s.sel.start
	}
	return text.PrevGrapheme(s.doc.source, s.sel.end)
}
