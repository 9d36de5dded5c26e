package text

import "slices"

// margins holds what the hints say beside the text.
type margins struct {
	spans [HintSpeaker][]span // by kind, in order, merged
	given []mark
	names []string
}

type span struct{ start, end int }

// spanCursor walks along one kind's spans.
type spanCursor struct{ rest []span }

// of gives a cursor at the start of a kind's spans.
func (m *margins) of(kind HintKind) *spanCursor { return &spanCursor{m.spans[kind]} }

// touch reports whether a span shares a byte with [start, end). The stretches
// asked for must come in text order.
func (c *spanCursor) touch(start, end int) bool {
	for len(c.rest) > 0 && c.rest[0].end <= start {
		c.rest = c.rest[1:]
	}
	return len(c.rest) > 0 && c.rest[0].start < end
}

func newMargins(s string, hints []Hint) *margins {
	m := &margins{}
	sorted := slices.Clone(hints)
	slices.SortStableFunc(sorted, func(a, b Hint) int { return a.Start - b.Start })
	number := map[string]int{}
	for _, h := range sorted {
		start, end := Snap(s, h.Start, h.End)
		switch {
		case h.Kind == HintSpeaker:
			m.speaker(s, h, start, end, number)
		case h.Kind > 0 && h.Kind < HintSpeaker && start < end:
			m.spans[h.Kind] = join(m.spans[h.Kind], span{start, end})
		}
	}
	return m
}

// speaker takes in a label that the file's format knows.
func (m *margins) speaker(s string, h Hint, start, end int, number map[string]int) {
	const most = 1 << 16
	if n := len(m.given); n > 0 && start < m.given[n-1].text {
		return
	}
	who, ok := number[fold(h.Name)]
	if !ok {
		if len(m.names) == most {
			return
		}
		who = len(m.names)
		number[fold(h.Name)] = who
		m.names = append(m.names, h.Name)
	}
	m.given = append(m.given, mark{at: start, text: end, who: who, time: h.Time})
}

// join appends a span that starts no earlier than the last one.
func join(list []span, s span) []span {
	if n := len(list); n > 0 && s.start <= list[n-1].end {
		list[n-1].end = max(list[n-1].end, s.end)
		return list
	}
	return append(list, s)
}
