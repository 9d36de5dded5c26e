package memos

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/find"
)

// entry is one memo, and what the filter is held against once it was asked for.
type entry struct {
	memo *codebook.Memo
	key  string
}

// line is one line of the list: a memo, or the head of a group.
type line struct {
	entry *entry
	head  string
}

// order is what the list is sorted by.
type order uint8

const (
	byPlace order = iota
	byDate
	byKind
	orders
)

// orderSetting is the name of the setting that keeps the order.
const orderSetting = "memos/order"

var orderNames = [orders]string{"place", "date", "kind"}

var orderWords = [orders]string{"memos.by-place", "memos.by-date", "memos.by-kind"}

func orderOf(name string) order { return order(max(0, slices.Index(orderNames[:], name))) }

// gather takes the memos of the study in. Those that stayed as they were keep their keys.
func (s *Screen) gather(p *codebook.Project) {
	s.entries = nil
	for _, m := range p.MemosByPlace() {
		s.entries = append(s.entries, entry{memo: m})
	}
	s.list()
}

// list makes the lines: what the filter leaves, in order. The cursor stays on its memo,
// or in its place if that is gone.
func (s *Screen) list() {
	here := s.current()
	left := s.filtered()
	switch s.order {
	case byDate:
		slices.SortStableFunc(left, func(a, b *entry) int {
			return cmp.Compare(max(b.memo.Created, b.memo.Changed), max(a.memo.Created, a.memo.Changed))
		})
	case byKind:
		slices.SortStableFunc(left, func(a, b *entry) int { return cmp.Compare(a.memo.Target, b.memo.Target) })
	}
	s.lines = nil
	for i, e := range left {
		if s.order == byKind && (i == 0 || left[i-1].memo.Target != e.memo.Target) {
			s.lines = append(s.lines, line{head: s.env.T(kinds[e.memo.Target])})
		}
		s.lines = append(s.lines, line{entry: e})
	}
	if here != nil && s.goTo(here.No) {
		return
	}
	s.at = min(s.at, len(s.lines)-1)
	s.move(0)
}

// kinds are the messages for what memos can hang on.
var kinds = map[codebook.Target]string{
	codebook.TargetProject: "memos.on-project", codebook.TargetTranscript: "memos.on-transcript",
	codebook.TargetPassage: "memos.on-passage", codebook.TargetCode: "memos.on-code", codebook.TargetLink: "memos.on-link",
}

// filtered are the entries that have every word of the filter, in the memo or in what it hangs on.
func (s *Screen) filtered() []*entry {
	words := strings.Fields(find.Normalize(s.filter.Value()))
	left := make([]*entry, 0, len(s.entries))
	for i := range s.entries {
		if e := &s.entries[i]; len(words) == 0 || s.fits(e, words) {
			left = append(left, e)
		}
	}
	return left
}

func (s *Screen) fits(e *entry, words []string) bool {
	if e.key == "" {
		e.key = find.Normalize(strings.Join([]string{
			e.memo.Text, s.on(e.memo), s.passages.of(s.env.Study.Project(), e.memo), s.coder(e.memo), s.env.T(kinds[e.memo.Target]),
		}, "\n"))
	}
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(e.key, w) })
}

// goTo puts the cursor on a memo and says whether it is listed.
func (s *Screen) goTo(n codebook.No) bool {
	for i, l := range s.lines {
		if l.entry != nil && l.entry.memo.No == n {
			s.at = i
			return true
		}
	}
	return false
}

// move moves the cursor, over heads to the next memo in that direction.
func (s *Screen) move(by int) {
	at := max(0, min(s.at+by, len(s.lines)-1))
	step := 1
	if by < 0 {
		step = -1
	}
	for at > 0 && at < len(s.lines) && s.lines[at].entry == nil {
		at += step
	}
	if at == 0 && len(s.lines) > 1 && s.lines[0].entry == nil {
		at = 1
	}
	s.at = at
}

// typeFilter takes a key while the filter has the keys: Enter keeps it, Esc drops it, the arrows move in the list.
func (s *Screen) typeFilter(key tea.KeyPressMsg) {
	switch key.String() {
	case "enter":
		s.filtering = false
	case "esc":
		s.Back()
	case "up":
		s.move(-1)
	case "down":
		s.move(1)
	default:
		if s.filter.Update(key) {
			s.list()
		}
	}
}

func (s *Screen) click(msg tea.MouseClickMsg) {
	if s.Typing() {
		return
	}
	r := roomIn(s.area)
	i := s.top + msg.Y - s.above()
	if msg.Y < s.above() || msg.Y >= r.list.Height || msg.X >= r.list.Width || i >= len(s.lines) || s.lines[i].entry == nil {
		return
	}
	s.at = i
}
