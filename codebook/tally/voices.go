package tally

import "fangtan/codebook"

// voices counts who said what. A voice is one speaker of one transcript, unless
// her attribute person joins her with speakers elsewhere; text without a speaker
// is one voice of its own.
type voices struct {
	transcript *codebook.Transcript
	speakers   int      // of this transcript, with the one for text without
	counts     []int32  // by code × speaker: runs she said
	serials    []int32  // by code × speaker: last run counted
	column     []int32  // by speaker: column of her words
	heard      []bool   // by speaker: has words in scope
	touched    []uint32 // indices of counts that are not zero

	persons map[person]int  // joined voices: runs by cell
	joined  map[person]bool // joined voices that a column's base has
}

// person is a joined voice in one cell, or in one column's base.
type person struct {
	cell int
	name string
}

func (v *voices) begin(t *codebook.Transcript, codes int) {
	v.transcript, v.speakers = t, len(t.Speakers)+1
	if need := codes * v.speakers; need > len(v.counts) {
		v.counts, v.serials = make([]int32, need), make([]int32, need)
	} else {
		clear(v.serials[:need])
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
	for _, column := range [2]int{int(pc.column), s.width - 1} {
		if name := v.person(int(pc.speaker)); name != "" {
			if v.joined == nil {
				v.joined = map[person]bool{}
			}
			v.joined[person{column, name}] = true
			continue
		}
		s.bases[column].Voices++
	}
}

func (v *voices) person(speaker int) string {
	if speaker < 0 {
		return ""
	}
	return v.transcript.Speakers[speaker].Person
}

// hear notes that the speaker of a piece said the run with this serial.
func (v *voices) hear(code codebook.No, pc *piece, serial int32) {
	at := int(code)*v.speakers + int(pc.speaker) + 1
	if v.serials[at] == serial {
		return
	}
	v.serials[at] = serial
	if v.counts[at] == 0 {
		v.touched = append(v.touched, uint32(at))
	}
	v.counts[at]++
}

// end adds the speakers of the transcript to the cells.
func (v *voices) end(s *freqScan) {
	for _, at := range v.touched {
		n := int(v.counts[at])
		v.counts[at] = 0
		row, speaker := int(at)/v.speakers*s.width, int(at)%v.speakers
		name := v.person(speaker - 1)
		for _, cell := range [2]int{row + int(v.column[speaker]), row + s.width - 1} {
			if name == "" {
				s.cells[cell].hear(n)
				continue
			}
			if v.persons == nil {
				v.persons = map[person]int{}
			}
			v.persons[person{cell, name}] += n
		}
	}
	v.touched = v.touched[:0]
}

func (c *Cell) hear(codings int) {
	c.Voices++
	c.TopVoice = max(c.TopVoice, codings)
}

// add takes in the joined voices of another part of the study.
func (v *voices) add(o *voices) {
	if v.persons == nil {
		v.persons, v.joined = map[person]int{}, map[person]bool{}
	}
	for k, n := range o.persons {
		v.persons[k] += n
	}
	for k := range o.joined {
		v.joined[k] = true
	}
}

// join counts the joined voices, once the whole study is scanned.
func (v *voices) join(s *freqScan) {
	for k, n := range v.persons {
		s.cells[k.cell].hear(n)
	}
	for k := range v.joined {
		s.bases[k.cell].Voices++
	}
}
