package tally_test

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/codebook/text"
)

// The naive twin of the package: it goes over characters one by one and keeps
// sets, straight from the definitions, and reads nothing of a cut but its bytes.

// char is one counted character.
type char struct {
	t         *codebook.Transcript
	at        uint32 // its byte
	speaker   int
	turn      string // names the turn, or the gap between turns
	inTurn    bool
	sentence  int
	paragraph int
	words     bool // neither label nor title
}

type charSet map[*char]bool

// mark is a coding with its characters.
type mark struct {
	codebook.Coding
	chars charSet
	whole bool
}

// twin is a study under a filter, in characters.
type twin struct {
	p       *codebook.Project
	f       tally.Filter
	texts   []*codebook.Transcript
	chars   map[codebook.No][]*char // of a transcript, in order
	scope   charSet
	marks   map[codebook.No][]*mark // of a transcript: let through
	stored  int
	outside int
}

func twinOf(s *study, f tally.Filter) *twin {
	w := &twin{p: s.p, f: f, chars: map[codebook.No][]*char{}, scope: charSet{}, marks: map[codebook.No][]*mark{}}
	for _, t := range s.p.Transcripts() {
		if !w.takesText(t) {
			continue
		}
		w.texts = append(w.texts, t)
		w.chars[t.No] = charsOf(s.p, t, s.bodies[t.No])
		for _, c := range w.chars[t.No] {
			asks := c.speaker >= 0 && t.Speakers[c.speaker].Role == text.RoleInterviewer
			if (f.WithInterviewer || c.words && !asks) && w.takesVoice(t, c.speaker) {
				w.scope[c] = true
			}
		}
		w.marks[t.No] = w.marksOf(t)
	}
	return w
}

func (w *twin) takesText(t *codebook.Transcript) bool {
	ok := len(w.f.Transcripts) == 0 || slices.Contains(w.f.Transcripts, t.No)
	ok = ok && (w.f.From == "" || t.Date >= w.f.From) && (w.f.To == "" || t.Date != "" && t.Date <= w.f.To)
	if len(w.f.Values) == 0 {
		return ok
	}
	for _, v := range w.f.Values {
		if has, _ := t.Value(v.Attribute); has == v.Text {
			return ok
		}
	}
	return false
}

func (w *twin) groupOf(t *codebook.Transcript, speaker int) codebook.No {
	if speaker >= 0 && t.Speakers[speaker].Group != 0 {
		return t.Speakers[speaker].Group
	}
	return t.Group
}

func (w *twin) takesVoice(t *codebook.Transcript, speaker int) bool {
	if len(w.f.Speakers) > 0 && (speaker < 0 || !slices.Contains(w.f.Speakers, t.Speakers[speaker].Label)) {
		return false
	}
	return len(w.f.Groups) == 0 || slices.Contains(w.f.Groups, w.groupOf(t, speaker))
}

func charsOf(p *codebook.Project, t *codebook.Transcript, body string) (list []*char) {
	turns := p.Cut(t.No).Turns()
	within := func(marks []text.Mark, at uint32) int {
		return slices.IndexFunc(marks, func(m text.Mark) bool { return m.Start <= at && at < m.End })
	}
	for i, r := range body {
		if unicode.IsSpace(r) {
			continue
		}
		at := uint32(i)
		c := &char{t: t, at: at, speaker: -1, turn: "all", inTurn: len(turns) == 0, words: len(turns) == 0}
		c.sentence, c.paragraph = within(p.Cut(t.No).Sentences(), at), within(p.Cut(t.No).Paragraphs(), at)
		number := 0
		for k, turn := range turns {
			if !turn.Same {
				number++
			}
			if turn.Start <= at {
				c.turn = fmt.Sprint("gap behind ", k)
			}
			if turn.Start <= at && at < turn.End {
				c.speaker, c.turn, c.inTurn, c.words = int(turn.Speaker), fmt.Sprint("turn ", number), true, at >= turn.Text
			}
		}
		list = append(list, c)
	}
	return list
}

func (w *twin) marksOf(t *codebook.Transcript) (list []*mark) {
	for _, row := range w.p.Codings(t.No).Rows() {
		if !w.takesCode(row.Code) || !w.takesCoder(t, row.Coder) {
			continue
		}
		m := &mark{Coding: row, chars: charSet{}, whole: row.Flags&codebook.WholeSource != 0}
		first := -1
		for k, turn := range w.p.Cut(t.No).Turns() {
			if turn.Start <= row.Start && row.Start < turn.End {
				first = int(w.p.Cut(t.No).Turns()[k].Speaker)
			}
		}
		for _, c := range w.chars[t.No] {
			if m.whole || row.Start <= c.at && c.at < row.End {
				m.chars[c] = true
			}
		}
		in := len(meet(m.chars, w.scope)) > 0
		if !in && !w.takesVoice(t, first) {
			continue
		}
		w.stored++
		if !in {
			w.outside++
		}
		list = append(list, m)
	}
	return list
}

func (w *twin) takesCode(code codebook.No) bool {
	return len(w.f.Codes) == 0 || slices.ContainsFunc(w.f.Codes, func(a codebook.No) bool { return slices.Contains(w.p.Path(code), a) })
}

func (w *twin) takesCoder(t *codebook.Transcript, coder codebook.No) bool {
	if len(w.f.Coders) > 0 {
		return slices.Contains(w.f.Coders, coder)
	}
	settled := false
	for _, k := range w.p.Coders() {
		if k.Kind != codebook.CoderConsensus {
			continue
		}
		marksAny, coded := false, false
		for _, u := range w.p.Transcripts() {
			marksAny = marksAny || u.FinishedBy(k.No)
		}
		for _, row := range w.p.Codings(t.No).Rows() {
			coded = coded || row.Coder == k.No
		}
		settled = settled || t.FinishedBy(k.No) || !marksAny && coded
	}
	kind := w.p.Coder(coder).Kind
	return kind == codebook.CoderConsensus || !settled && kind != codebook.CoderRecheck
}

func meet(a, b charSet) charSet {
	both := charSet{}
	for c := range a {
		if b[c] {
			both[c] = true
		}
	}
	return both
}

// components unites the marks that share a character, those of whole sources
// among themselves.
func components(marks []*mark) (united [][]*mark) {
	for _, m := range marks {
		one := []*mark{m}
		var rest [][]*mark
		for _, u := range united {
			if slices.ContainsFunc(u, func(n *mark) bool { return n.whole == m.whole && len(meet(n.chars, m.chars)) > 0 }) {
				one = append(one, u...)
			} else {
				rest = append(rest, u)
			}
		}
		united = append(rest, one)
	}
	return united
}

// units cuts what is in scope of a transcript. The set of what stands on a
// character decides where a run ends.
func (w *twin) units(t *codebook.Transcript, u tally.Unit, on func(*char) string) (units []charSet) {
	var names []string
	last := ""
	for i, c := range w.chars[t.No] {
		if !w.scope[c] {
			continue
		}
		name := map[tally.UnitKind]string{
			tally.Turn: c.turn, tally.Window: c.turn, tally.Sentence: fmt.Sprint(c.sentence), tally.Paragraph: fmt.Sprint(c.paragraph),
			tally.Whole: "whole", tally.Character: fmt.Sprint(i),
		}[u.Kind]
		byTurn := u.Kind == tally.Turn || u.Kind == tally.Window
		if name == "-1" || byTurn && !c.inTurn {
			continue
		}
		if u.Kind == tally.Overlap {
			here := c.turn + "/" + on(c)
			if name = fmt.Sprint(len(units)); here == last {
				name = names[len(names)-1]
			}
			last = here
		}
		if k := slices.Index(names, name); k >= 0 {
			units[k][c] = true
			continue
		}
		names, units = append(names, name), append(units, charSet{c: true})
	}
	return widened(units, u.K)
}

// widened joins each unit with its k neighbours to either side.
func widened(units []charSet, k int) []charSet {
	wide := make([]charSet, len(units))
	for i := range units {
		wide[i] = charSet{}
		for j := max(0, i-k); j <= min(len(units)-1, i+k); j++ {
			for c := range units[j] {
				wide[i][c] = true
			}
		}
	}
	return wide
}

// reach lists the codes that a coding of code counts for.
func (w *twin) reach(code codebook.No, deep, top bool) []codebook.No {
	path := w.p.Path(code)
	switch {
	case top:
		return path[:1]
	case deep:
		return path
	}
	return []codebook.No{code}
}

// setOn spells the set of codes that stand on a character.
func (w *twin) setOn(deep, top, byCoder bool) func(*char) string {
	return func(c *char) string {
		set := map[string]bool{}
		for _, m := range w.marks[c.t.No] {
			if !m.chars[c] || m.whole {
				continue
			}
			for _, a := range w.reach(m.Code, deep, top) {
				if byCoder {
					set[fmt.Sprint(a, " by ", m.Coder)] = true
				} else {
					set[fmt.Sprint(a)] = true
				}
			}
		}
		return strings.Join(sortedKeys(set), ",")
	}
}

func sortedKeys(set map[string]bool) []string {
	var keys []string
	for k := range set {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
