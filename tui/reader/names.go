package reader

import "slices"

// laid gives names as they stand in a row of the margin. Where they are too long, the long ones are shortened alike as far as that
// helps; the rest is left out, with room for its number.
func (s *side) laid(list []name) []name {
	const number = 4
	shown := s.cutNames(list, s.sheet.names)
	if len(shown) < len(list) {
		shown = s.cutNames(list, s.sheet.names-number)
	}
	return shown
}

// cutNames shortens names to fit into width columns, as many of them as do. The names of coders give way first: to initials, and
// where several codes share too little room, to the codes.
func (s *side) cutNames(list []name, width int) []name {
	ruler := s.ruler()
	gap := ruler.Width(dotted)
	full, brief := -gap, -gap
	for _, n := range list {
		full += gap + ruler.Width(n.text+n.who.full)
		brief += gap + ruler.Width(n.text+n.who.brief)
	}
	list = slices.Clone(list)
	widths := make([]int, len(list))
	for i := range list {
		switch n := &list[i]; {
		case full <= width:
		case brief <= width || len(list) == 1:
			n.who.full = n.who.brief
		default:
			n.who = others{}
		}
		widths[i] = ruler.Width(list[i].text + list[i].who.full)
	}
	share := fairShare(widths, width-gap*max(len(list)-1, 0))
	used := 0
	for i := range list {
		n := &list[i]
		if i > 0 {
			if used+gap+2 > width {
				return list[:i]
			}
			used += gap
		}
		n.text = ruler.Cut(n.text, min(share, width-used)-ruler.Width(n.who.full))
		used += ruler.Width(n.text + n.who.full)
	}
	return list
}

// named gives the position in marks.shown of the coding named at a column of a row's margin, -1 for none.
func (s *side) named(row, column int) int {
	list, from := s.margin.rows[row], 0
	for _, shown := range s.laid(list) {
		to := from + s.ruler().Width(shown.text+shown.who.full)
		if from <= column && column < to {
			return shown.coding
		}
		from = to + s.ruler().Width(dotted)
	}
	return -1
}

// fairShare is the width that each of a list may have so that all fit into room: short ones leave theirs to the long ones. widths is
// used up.
func fairShare(widths []int, room int) int {
	const least = 6
	whole, left := room, len(widths)
	for left > 0 {
		share := max(room/left, least)
		fit := false
		for i, w := range widths {
			if w > 0 && w <= share {
				room, left, widths[i], fit = room-w, left-1, 0, true
			}
		}
		if !fit {
			return share
		}
	}
	return max(whole, least)
}
