package reader

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fangtan/codebook"
	"fangtan/tui/screen"
	"fangtan/tui/tuitest"
)

// wanted is one coding that a coder is to make: words of the text, first to last sentence, and a pin.
type wanted struct {
	first, last int // sentences
	pin         string
}

// typist plays a coder at the reader and counts her keys.
type typist struct {
	s     *session
	keys  int
	taken int // of them = and +, which take a suggestion
}

func (c *typist) press(script string) {
	c.keys += len(tuitest.Keys(script))
	if script == "=" || script == "+" {
		c.taken++
	}
	c.s.press(script)
}

// at is the sentence under the cursor, and whether the selection is just that.
func (c *typist) at() int { return c.s.reader.doc.sentenceAt(c.s.reader.sel.start) }

// goTo steps to a sentence; turns are stepped over whole where that is shorter.
func (c *typist) goTo(sentence int, next, turn string) {
	for c.at() != sentence {
		if to := c.turnAfter(); turn != "" && to > c.at()+1 && to <= sentence {
			c.press(turn)
			continue
		}
		c.press(next)
	}
}

// turnAfter is the first sentence of the next turn, 0 for none.
func (c *typist) turnAfter() int {
	m := c.s.reader.doc
	i := c.s.reader.stepTurn(m.stretchAt(c.s.reader.sel.start), 1)
	if i < 0 || i >= len(m.turns) {
		return 0
	}
	return m.sentenceFrom(int(m.turns[i].Text))
}

// steps is how many sentences or turns are stepped over from one sentence to another, the first counted, the last not: the moves
// that no program can spare its reader.
func steps(r *Reader, from, to int) int {
	n, m := 0, r.doc
	for from < to {
		i := r.stepTurn(m.stretchAt(int(m.sentences[from].Start)), 1)
		next := from + 1
		if i >= 0 && i < len(m.turns) {
			if first := m.sentenceFrom(int(m.turns[i].Text)); first > next && first <= to {
				next = first
			}
		}
		from = next
		n++
	}
	return n
}

// withCodeKeys makes the codings in code keys with move-on, and gives the keys it took, the keys that lie beside the codings
// themselves (one for each sentence beyond a passage's first, and one for each sentence or turn stepped over), and how many codings
// were suggestions taken.
func withCodeKeys(s *session, list []wanted) (keys, beside, taken int) {
	c := &typist{s: s}
	s.press("<tab>")
	if !s.reader.movesOn() {
		s.press(";")
	}
	behind := 0 // the first sentence behind the last passage
	for i, w := range list {
		beside += steps(s.reader, behind, w.first)
		behind = w.last + 1
		c.goTo(w.first, "<space>", "}")
		for range w.last - w.first {
			c.press("<shift+down>")
			beside++
		}
		pin, more := w.pin, i+1 < len(list) && list[i+1].first == w.first
		switch {
		case s.proposed() == pin && more:
			pin = "+"
		case s.proposed() == pin:
			pin = "="
		case more:
			pin = strings.ToUpper(pin)
		}
		c.press(pin)
	}
	return c.keys, beside, c.taken
}

// proposed is the letter of the first code proposed, "" for none.
func (s *session) proposed() string {
	list, _ := s.reader.proposals()
	if len(list) == 0 {
		return ""
	}
	return s.study.P.Code(list[0].Code).Pin
}

// withPins makes them with pins and j alone.
func withPins(s *session, list []wanted) (keys int) {
	c := &typist{s: s}
	for _, w := range list {
		c.goTo(w.first, "j", "")
		for range w.last - w.first - (c.s.reader.doc.sentenceBefore(c.s.reader.sel.end) - c.at()) {
			c.press("J")
		}
		c.press(w.pin)
	}
	return c.keys
}

// coding is a session with letters and digits for codes.
func coding(t *testing.T, source string) *session {
	s := newSession(t, "zh")
	for i, pin := range "abcdefghij123456789" {
		s.study.AddCode(codebook.Code{NameZh: fmt.Sprintf("编码%d", i), Pin: string(pin)})
	}
	s.no = s.study.AddTranscript(codebook.Transcript{File: "名单.txt", Title: "名单"}, source)
	s.open(codebook.Passage{Transcript: s.no})
	s.send(screen.ResizedMsg{Area: screen.Area{Width: 100, Height: 30}})
	return s
}

// made lists the codings that were made, as first to last sentence and pin.
func made(s *session) (list []wanted) {
	return wantedOf(s.reader.doc, s.study.P, s.study.P.Codings(s.no))
}

// wantedOf lists codings in the order of their passages, as first to last sentence and pin.
func wantedOf(m *manuscript, p *codebook.Project, c *codebook.Codings) (list []wanted) {
	for i := range c.Len() {
		list = append(list, wanted{m.sentenceAt(int(c.Start[i])), m.sentenceAt(int(c.End[i]) - 1), p.Code(c.Code[i]).Pin})
	}
	return list
}

func sameCodings(a, b []wanted) bool {
	order := func(x, y wanted) int {
		return strings.Compare(fmt.Sprintf("%05d %05d %s", x.first, x.last, x.pin), fmt.Sprintf("%05d %05d %s", y.first, y.last, y.pin))
	}
	a, b = slices.Clone(a), slices.Clone(b)
	slices.SortFunc(a, order)
	slices.SortFunc(b, order)
	return slices.Equal(a, b)
}

// denseList is 40 neighbouring sentences of one speaker: each line a sentence, behind it the letters of its codes, or none.
func denseList(t *testing.T) (source string, list []wanted) {
	t.Helper()
	file, err := os.Open(filepath.Join("testdata", "dense.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for n := 0; lines.Scan(); n++ {
		sentence, codes, _ := strings.Cut(lines.Text(), "\t")
		source += sentence
		for _, pin := range codes {
			list = append(list, wanted{n, n, string(pin)})
		}
	}
	return source, list
}

func TestKeysForTheDenseList(t *testing.T) {
	source, list := denseList(t)
	s := coding(t, source)
	if n := len(s.reader.doc.sentences); n != 40 || len(list) != 38 {
		t.Fatalf("the list has %d sentences and %d codings, want 40 and 38", n, len(list))
	}
	keys, _, _ := withCodeKeys(s, list)
	if got := made(s); !sameCodings(got, list) {
		t.Fatalf("made %v, want %v", got, list)
	}
	perCoding := float64(keys) / float64(len(list))
	t.Logf("code keys with move-on: %d keys for %d codings, %.2f each", keys, len(list), perCoding)
	if perCoding > 1.3 {
		t.Errorf("%.2f keys per coding, want at most 1.3", perCoding)
	}

	s = coding(t, source)
	s.press("g =")
	keys, _, taken := withCodeKeys(s, list)
	if got := made(s); !sameCodings(got, list) {
		t.Fatalf("with suggestions made %v, want %v", got, list)
	}
	t.Logf("suggestions on:         %d keys for %d codings, %.2f each; %d of them by = or +", keys, len(list), float64(keys)/float64(len(list)), taken)

	digits := map[string]string{}
	for i := range list {
		digits[list[i].pin] = string(rune('1' + list[i].pin[0] - 'a'))
		list[i].pin = digits[list[i].pin]
	}
	s = coding(t, source)
	keys = withPins(s, list)
	if got := made(s); !sameCodings(got, list) {
		t.Fatalf("made %v, want %v", got, list)
	}
	t.Logf("pins and j alone:       %d keys for %d codings, %.2f each", keys, len(list), float64(keys)/float64(len(list)))
}

// A list like that of a real transcript: passages of one to three sentences, some sentences and turns between them, one passage coded twice.
func TestKeysForPassagesInReadingOrder(t *testing.T) {
	source := longTalk(3000)
	var list []wanted
	for i := range 40 {
		first := i/2*7 + 1 + i%2*3
		list = append(list, wanted{first, first + i%3%2, string(rune('a' + i%9))})
	}
	s := coding(t, source)
	keys, beside, _ := withCodeKeys(s, list)
	if got := made(s); !sameCodings(got, list) {
		t.Fatalf("made %v, want %v", got, list)
	}
	perCoding := float64(keys-beside) / float64(len(list))
	t.Logf("code keys with move-on: %d keys for %d codings, %d of them for longer passages and steps, %.2f each beside these", keys, len(list), beside, perCoding)
	if perCoding > 1.3 {
		t.Errorf("%.2f keys per coding, want at most 1.3", perCoding)
	}
}
