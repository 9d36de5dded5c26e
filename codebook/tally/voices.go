package tally

import "fangtan/codebook"

// voices counts who said what. A voice is one speaker of one transcript, unless
// her attribute person joins her with speakers elsewhere; text without a speaker
// is one voice of its own.
type voices struct {
	transcript *codebook.Transcript
	speakers   int      // of this transcript, with the one for text without
	said       []said   // by code × speaker
	touched    []uint32 // indices of said that are not zero
	column     []int32  // by speaker: column of her words
	heard      []bool   // by speaker: has words in scope

	persons map[person]said // joined voices by cell
	joined  map[person]bool // joined voices that a column's base has
}

// said is how many runs a voice said, and the last of them. Every run of the
// study has a serial of its own.
type said struct{ runs, serial int32 }

// person is a joined voice in one cell, or in one column's base.
type person struct {
	cell int
	name string
}

func (v *voices) begin(t *codebook.Transcript, codes int) {
	v.transcript, v.speakers = t, len(t.Speakers)+1
	if need := codes * v.speakers; need > len(v.said) {
		v.said = make([]said, need)
	}
	v.column, v.heard = resize(v.column, v.speakers), resize(v.heard, v.speakers)
}

func resize[T any](s []T, n int) []T {
	if n > cap(s) {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// present notes that a speaker has words in scope, for the denominators.
func (v *voices) present(s *freqScan, pc *piece) {
	if v.heard[pc.speaker+1] {
		return
	}
	v.heard[pc.speaker+1] = true
	v.column[pc.speaker+1] = pc.column
	for _, column := range [2]int{int(pc.column), s.total} {
		if name := v.person(int(pc.speaker)); name != "" {
			if v.joined == nil {
				v.joined = map[person]bool{}
			}
			v.joined[person{column, name}] = true
			continue
		}
		s.bases[column].voices++
	}
}

func (v *voices) person(speaker int) string {
	if speaker < 0 {
		return ""
	}
	return v.transcript.Speakers[speaker].Person
}

// hear notes that the speaker of a piece said the run of code that s is counting.
func (v *voices) hear(s *freqScan, code codebook.No, pc *piece) {
	if name := v.person(int(pc.speaker)); name != "" {
		v.hearPerson(s, int(code), int(pc.column), name)
		return
	}
	at := int(code)*v.speakers + int(pc.speaker) + 1
	switch u := &v.said[at]; {
	case u.serial == s.serial:
		return
	case u.runs == 0:
		v.touched = append(v.touched, uint32(at))
		fallthrough
	default:
		*u = said{u.runs + 1, s.serial}
	}
}

func (v *voices) hearPerson(s *freqScan, code, column int, name string) {
	if v.persons == nil {
		v.persons = map[person]said{}
	}
	for _, column := range [2]int{column, s.total} {
		k := person{column*s.codes + code, name}
		if u := v.persons[k]; u.serial != s.serial {
			v.persons[k] = said{u.runs + 1, s.serial}
		}
	}
}

// end adds the speakers of the transcript to the cells.
func (v *voices) end(s *freqScan) {
	for _, at := range v.touched {
		code, speaker := int(at)/v.speakers, int(at)%v.speakers
		s.at(code, int(v.column[speaker])).hear(v.said[at].runs)
		s.at(code, s.total).hear(v.said[at].runs)
		v.said[at].runs = 0
	}
	v.touched = v.touched[:0]
}

func (c *counter) hear(runs int32) {
	c.voices++
	c.topVoice = max(c.topVoice, runs)
}

// add takes in the joined voices of another part of the study.
func (v *voices) add(o *voices) {
	if v.persons == nil {
		v.persons = map[person]said{}
	}
	if v.joined == nil {
		v.joined = map[person]bool{}
	}
	for k, u := range o.persons {
		v.persons[k] = said{runs: v.persons[k].runs + u.runs}
	}
	for k := range o.joined {
		v.joined[k] = true
	}
}

// join counts the joined voices, once the whole study is scanned.
func (v *voices) join(s *freqScan) {
	for k, u := range v.persons {
		s.counters[k.cell].hear(u.runs)
	}
	for k := range v.joined {
		s.bases[k.cell].voices++
	}
}
