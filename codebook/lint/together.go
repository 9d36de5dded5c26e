package lint

import (
	"slices"

	"fangtan/codebook"
)

// leastTogether is how often two codes must have been used before their always
// standing together says anything.
const leastTogether = 3

// together finds pairs of codes that always coincide: each coding of the one shares
// a byte with one of the other by the same coder, and the other way round.
//
//	a  ├────┤      ├──┤        ├─────┤
//	b    ├──┤      ├────┤   ├────┤         always
//	c  ├─┤                  ├────┤         not: a stands without it
func (c *checker) together() []Finding {
	m := meetings{uses: make([]int, c.p.CodeLimit()), met: map[[2]codebook.No]int{}}
	for _, t := range c.p.Transcripts() {
		m.count(c.p.Codings(t.No))
	}
	place := c.p.Tree().Place
	var found []Finding
	for pair, n := range m.met {
		a, b := pair[0], pair[1]
		always := n == m.uses[a] && m.met[[2]codebook.No{b, a}] == m.uses[b]
		if always && place[a] < place[b] && min(m.uses[a], m.uses[b]) >= leastTogether && c.live(a) && c.live(b) {
			found = append(found, Finding{Rule: AlwaysTogether, Code: a, Other: b, Codings: min(m.uses[a], m.uses[b])})
		}
	}
	return found
}

// meetings count the codings of each code, and of each two those of the first that
// meet one of the second.
type meetings struct {
	uses []int
	met  map[[2]codebook.No]int
	near []codebook.No // codes that meet the coding at hand
}

func (m *meetings) count(c *codebook.Codings) {
	reach := uint32(0) // the longest coding, beyond which nothing reaches back
	for i := range c.Len() {
		if c.Flags[i]&codebook.WholeSource == 0 {
			reach = max(reach, c.End[i]-c.Start[i])
		}
	}
	for i := range c.Len() {
		if c.Flags[i]&codebook.WholeSource != 0 {
			continue
		}
		m.uses[c.Code[i]]++
		for _, other := range m.around(c, i, reach) {
			m.met[[2]codebook.No{c.Code[i], other}]++
		}
	}
}

// around are the other codes that the same coder put on words of coding i, each once.
func (m *meetings) around(c *codebook.Codings, i int, reach uint32) []codebook.No {
	m.near = m.near[:0]
	first, _ := slices.BinarySearch(c.Start, c.Start[i]-min(reach, c.Start[i]))
	for j := first; j < c.Len() && c.Start[j] < c.End[i]; j++ {
		meets := c.End[j] > c.Start[i] && c.Coder[j] == c.Coder[i] && c.Flags[j]&codebook.WholeSource == 0
		if meets && c.Code[j] != c.Code[i] && !slices.Contains(m.near, c.Code[j]) {
			m.near = append(m.near, c.Code[j])
		}
	}
	return m.near
}
