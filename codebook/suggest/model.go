package suggest

import (
	"maps"
	"slices"

	"fangtan/codebook"
)

// Model knows which passages of a study are coded, and finds those worded like
// another. It belongs to one goroutine at a time. The zero value knows none.
type Model struct {
	study *codebook.Project // as it was when last followed
	seen  []seen            // by transcript number

	at    map[codebook.Passage]slotNo
	slots []slot
	free  []slotNo // taken again
	dead  int      // slots that are still in lists
	alive int
	words uint64 // grams of all that are alive

	listed map[gram]listed
	lists  [][]slotNo // the passages that have a gram
	only   [1]slotNo

	likeness []float32 // by slot, while a question is answered
}

// seen is what a transcript was like when its passages were taken in.
type seen struct {
	codings *codebook.Codings
	text    codebook.Hash
}

type slotNo uint32

// slot is a coded passage.
type slot struct {
	codebook.Passage
	grams uint16 // how many it has
	alive bool
}

// Knows says whether the model followed the study to this revision.
func (m *Model) Knows(revision uint64) bool { return m.study != nil && m.study.Revision() == revision }

// Study is the study as it was when last followed, nil before the first time.
func (m *Model) Study() *codebook.Project { return m.study }

// Passages is the number of coded passages that the model knows.
func (m *Model) Passages() int { return m.alive }

// listed says which passages have a gram: those of a list, or, as most grams are said
// once, the complement of the only one.
type listed int32

// having gives the passages that have a gram, until the next call.
func (m *Model) having(l listed) []slotNo {
	if l < 0 {
		m.only[0] = slotNo(^l)
		return m.only[:]
	}
	return m.lists[l]
}

// list notes that one more passage has a gram.
func (m *Model) list(g gram, n slotNo) {
	switch l, ok := m.listed[g]; {
	case !ok:
		m.listed[g] = listed(^n)
	case l < 0:
		m.listed[g] = listed(len(m.lists))
		m.lists = append(m.lists, []slotNo{slotNo(^l), n})
	default:
		m.lists[l] = append(m.lists[l], n)
	}
}

// add takes a passage in.
func (m *Model) add(at codebook.Passage, grams []gram) {
	if m.at == nil {
		m.at, m.listed = map[codebook.Passage]slotNo{}, map[gram]listed{}
	}
	n := m.slotFor()
	m.slots[n] = slot{at, uint16(len(grams)), true}
	m.at[at] = n
	m.alive++
	m.words += uint64(len(grams))
	for _, g := range grams {
		m.list(g, n)
	}
}

func (m *Model) slotFor() slotNo {
	if last := len(m.free) - 1; last >= 0 {
		n := m.free[last]
		m.free = m.free[:last]
		return n
	}
	m.slots = append(m.slots, slot{})
	return slotNo(len(m.slots) - 1)
}

// drop forgets a passage. It stays in the lists, passed over, until so many do that
// they are swept.
func (m *Model) drop(at codebook.Passage) {
	n, ok := m.at[at]
	if !ok {
		return
	}
	delete(m.at, at)
	m.words -= uint64(m.slots[n].grams)
	m.slots[n].alive = false
	m.alive--
	m.dead++
}

// Sweeping pays when this many passages are dead, and one in deadShare of all.
const (
	leastDead = 256
	deadShare = 8
)

// sweep takes the dead out of the lists, if there are many.
func (m *Model) sweep() {
	if m.dead < leastDead || m.dead < len(m.slots)/deadShare {
		return
	}
	gone := func(n slotNo) bool { return !m.slots[n].alive }
	for i, list := range m.lists {
		m.lists[i] = slices.DeleteFunc(list, gone)
	}
	maps.DeleteFunc(m.listed, func(_ gram, l listed) bool { return l < 0 && gone(slotNo(^l)) })
	m.free = m.free[:0]
	for n := range m.slots {
		if !m.slots[n].alive {
			m.free = append(m.free, slotNo(n))
		}
	}
	m.dead = 0
}

// living counts the passages of a list.
func (m *Model) living(list []slotNo) int {
	if m.dead == 0 {
		return len(list)
	}
	n := 0
	for _, s := range list {
		if m.slots[s].alive {
			n++
		}
	}
	return n
}
