package tally_test

import (
	"fmt"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/codebook/text"
)

const total = "total"

// headOf names the column that a character falls into.
func (w *twin) headOf(by string, c *char) string {
	switch by {
	case "group":
		if g := w.p.Group(w.groupOf(c.t, c.speaker)); g != nil {
			return g.Key
		}
	case "transcript":
		return c.t.File
	case "speaker":
		if c.speaker >= 0 && c.t.Speakers[c.speaker].Role != text.RoleInterviewer {
			if s := c.t.Speakers[c.speaker]; s.Person != "" {
				return s.Person
			} else {
				return s.Label + " · " + c.t.File
			}
		}
	default:
		if v, _ := c.t.Value(1); v != "" {
			return v
		}
	}
	return tally.NoneHead
}

func voiceOf(c *char) string {
	if c.speaker >= 0 && c.t.Speakers[c.speaker].Person != "" {
		return c.t.Speakers[c.speaker].Person
	}
	return fmt.Sprint(c.t.No, "#", c.speaker)
}

// column are the characters in scope of one column, or of all.
func (w *twin) column(by, head string) charSet {
	set := charSet{}
	for c := range w.scope {
		if head == total || w.headOf(by, c) == head {
			set[c] = true
		}
	}
	return set
}

func (w *twin) base(column charSet, unit tally.Unit, rollup bool) tally.Base {
	texts, voices := map[codebook.No]bool{}, map[string]bool{}
	for c := range column {
		texts[c.t.No], voices[voiceOf(c)] = true, true
	}
	b := tally.Base{Transcripts: len(texts), Characters: len(column), Voices: len(voices)}
	for _, t := range w.texts {
		for _, u := range w.units(t, unit, w.setOn(rollup, false, false)) {
			if len(meet(u, column)) > 0 {
				b.Units++
			}
		}
	}
	return b
}

func (w *twin) cell(code codebook.No, column charSet, unit tally.Unit, rollup bool) (cell tally.Cell) {
	voices := map[string]int{}
	for _, t := range w.texts {
		var marks []*mark
		for _, m := range w.marks[t.No] {
			if m.Code == code || rollup && w.p.Tree().Under(m.Code, code) {
				marks = append(marks, m)
			}
		}
		union, touched, here := charSet{}, charSet{}, 0
		for _, run := range components(marks) {
			said, in := map[string]bool{}, false
			for _, m := range run {
				for c := range meet(m.chars, column) {
					in = true
					if m.whole && unit.Kind == tally.Whole {
						touched[c] = true
					}
					if !m.whole {
						said[voiceOf(c)], union[c], touched[c] = true, true, true
					}
				}
			}
			if in {
				cell.Codings++
				here = 1
			}
			for v := range said {
				voices[v]++
			}
		}
		cell.Transcripts += here
		cell.Characters += len(union)
		for _, u := range w.units(t, unit, w.setOn(rollup, false, false)) {
			if len(meet(u, touched)) > 0 {
				cell.Units++
			}
		}
	}
	cell.Voices = len(voices)
	for _, n := range voices {
		cell.TopVoice = max(cell.TopVoice, n)
	}
	return cell
}

// united is how many codings fewer there are when those of one code are united.
func (w *twin) united() (less int) {
	for _, t := range w.texts {
		byCode := map[codebook.No][]*mark{}
		for _, m := range w.marks[t.No] {
			byCode[m.Code] = append(byCode[m.Code], m)
		}
		for _, marks := range byCode {
			for _, run := range components(marks) {
				in := 0
				for _, m := range run {
					if len(meet(m.chars, w.scope)) > 0 {
						in++
					}
				}
				less += max(0, in-1)
			}
		}
	}
	return less
}
