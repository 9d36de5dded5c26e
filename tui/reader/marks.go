package reader

import (
	"slices"
	"sort"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// marks are the codings of the transcript as the reader uses them. They are read anew whenever the study changes.
type marks struct {
	codings *codebook.Codings
	shown   []int   // indices of the codings that show, in order
	several bool    // of several people
	lanes   []uint8 // by shown: the column of the gutter it would like
	mine    []span  // where this coder has coded, disjoint, in order
	memos   []*codebook.Memo
	percent int // of the respondents' characters that this coder has coded
}

// span is a stretch of bytes.
type span struct{ start, end int }

func (a span) touches(b span) bool { return a.start < b.end && b.start < a.end }

// readMarks reads what p knows of a manuscript. guard is the number of bytes that a line may hold.
func readMarks(p *codebook.Project, m *manuscript, coder codebook.No, shows func(c *codebook.Codings, i int) bool, guard int) *marks {
	k := &marks{codings: p.Codings(m.no)}
	n := k.codings.Len()
	k.shown = make([]int, 0, n)
	var counted []span // as mine, in characters
	for i := range n {
		c := k.codings
		if c.Flags[i]&codebook.WholeSource != 0 {
			continue
		}
		s := span{int(c.Start[i]), int(c.End[i])}
		if codebook.No(c.Coder[i]) == coder {
			k.mine = joinSpan(k.mine, s)
			counted = joinSpan(counted, span{int(c.StartCh[i]), int(c.EndCh[i])})
		}
		if shows(c, i) {
			k.shown = append(k.shown, i)
			k.several = k.several || c.Coder[i] != c.Coder[k.shown[0]]
		}
	}
	k.lanes = lanesOf(k.codings, k.shown, guard)
	for _, memo := range p.Memos() {
		if memo.Target == codebook.TargetPassage && memo.On == m.no {
			k.memos = append(k.memos, memo)
		}
	}
	slices.SortStableFunc(k.memos, func(a, b *codebook.Memo) int { return int(a.Start) - int(b.Start) })
	k.percent = percentCoded(m, p.Transcript(m.no), counted)
	return k
}

// joinSpan adds a stretch that begins no earlier than those in spans.
func joinSpan(spans []span, s span) []span {
	if n := len(spans); n > 0 && s.start <= spans[n-1].end {
		spans[n-1].end = max(spans[n-1].end, s.end)
		return spans
	}
	return append(spans, s)
}

// passage is that of a position in shown.
func (k *marks) passage(at int) span {
	i := k.shown[at]
	return span{int(k.codings.Start[i]), int(k.codings.End[i])}
}

// coded tells whether this coder has coded any of a stretch.
func (k *marks) coded(s span) bool {
	i := sort.Search(len(k.mine), func(i int) bool { return k.mine[i].end > s.start })
	return i < len(k.mine) && k.mine[i].touches(s)
}

// touching gives the positions in shown of the codings that share a byte with [start, end).
func (k *marks) touching(start, end int) []int {
	var hits []int
	for at, i := range k.shown {
		if int(k.codings.Start[i]) >= end {
			break
		}
		if int(k.codings.End[i]) > start {
			hits = append(hits, at)
		}
	}
	return hits
}

// lanesOf gives each coding a column of the gutter. Codings of one code that follow each other keep theirs; a column is free
// again only a whole line behind the coding that had it, so that two of one line do not meet in it.
func lanesOf(c *codebook.Codings, shown []int, guard int) []uint8 {
	type lane struct {
		code codebook.No
		end  int
	}
	var lanes []lane
	out := make([]uint8, len(shown))
	for at, i := range shown {
		start, end, code := int(c.Start[i]), int(c.End[i]), c.Code[i]
		chosen := -1
		for l := range lanes {
			if lanes[l].code == code && lanes[l].end+guard > start {
				chosen = l
				break
			}
			if chosen < 0 && lanes[l].end+guard <= start {
				chosen = l
			}
		}
		switch {
		case chosen < 0 && len(lanes) == 255:
			chosen = 254
		case chosen < 0:
			chosen = len(lanes)
			lanes = append(lanes, lane{})
		case lanes[chosen].code == code:
			end = max(end, lanes[chosen].end)
		}
		lanes[chosen] = lane{code, end}
		out[at] = uint8(chosen)
	}
	return out
}

// percentCoded is the share of the respondents' characters that lie in the stretches, both counted in characters, in whole
// percent; without turns, the share of all characters.
func percentCoded(m *manuscript, t *codebook.Transcript, coded []span) int {
	all, have := 0, 0
	count := func(scope span) {
		all += scope.end - scope.start
		for len(coded) > 0 && coded[0].end <= scope.start {
			coded = coded[1:]
		}
		for i := 0; i < len(coded) && coded[i].start < scope.end; i++ {
			have += min(coded[i].end, scope.end) - max(coded[i].start, scope.start)
		}
	}
	if len(m.turns) == 0 {
		count(span{0, m.index.Chars()})
	}
	for _, turn := range m.turns {
		if roleOf(t, turn) != text.RoleInterviewer {
			count(span{int(turn.TextCh), int(turn.EndCh)})
		}
	}
	if all == 0 {
		return 0
	}
	return have * 100 / all
}

// roleOf is what the speaker of a stretch does; one that the transcript does not know answers.
func roleOf(t *codebook.Transcript, turn text.Turn) text.Role {
	if t == nil || int(turn.Speaker) >= len(t.Speakers) {
		return text.RoleRespondent
	}
	return t.Speakers[turn.Speaker].Role
}
