package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"sort"
	"strings"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/suggest"
	"fangtan/codebook/text"
	"fangtan/store/sample"
	"fangtan/tui/locale"
	"fangtan/tui/tuitest"
)

// The real list is one transcript of the sample as its first coder coded it: 40
// passages, with as many codes as there are keys for.
const realList = "04 县委党建副书记 丁"

// mostPerCoding is how many keys a coding may take, beside those that no program can
// spare its reader.
const mostPerCoding = 1.3

// keystrokesPage tells what the scripts counted; -update writes it anew.
const keystrokesPage = "../../docs/keystrokes.md"

// toCode is a passage to be coded: its first and last sentence, and its codes.
type toCode struct {
	first, last int
	codes       []codebook.No
}

// TestKeystrokesForTheRealList codes the list at the workbench, by code keys and by
// pins, and counts the keys.
func TestKeystrokesForTheRealList(t *testing.T) {
	keys, beside, codings := codeRealList(t, (*typist).byCodeKeys)
	each := float64(keys-beside) / float64(codings)
	t.Logf("code keys with move-on: %d keys for %d codings, %d of them for longer passages and for steps: %.2f each beside these", keys, codings, beside, each)
	if each > mostPerCoding {
		t.Errorf("%.2f keys per coding, want at most %.1f", each, mostPerCoding)
	}
	plain, _, _ := codeRealList(t, (*typist).byPins)
	t.Logf("pins, the picker and j alone: %d keys for %d codings, %.2f each", plain, codings, float64(plain)/float64(codings))

	for _, proposed := range []struct {
		name string
		way  func(*typist, []toCode)
	}{{"code keys with move-on", (*typist).byCodeKeys}, {"pins, the picker and j", (*typist).byPins}} {
		taken := 0
		keys, beside, codings := codeRealList(t, func(c *typist, list []toCode) {
			c.advise()
			proposed.way(c, list)
			taken = c.taken
		})
		t.Logf("%s, suggestions on: %d keys for %d codings, %d of them for longer passages and for steps; %d codings by = or +", proposed.name, keys, codings, beside, taken)
		if taken < codings/10 {
			t.Errorf("%s: %d of %d codings by suggestions", proposed.name, taken, codings)
		}
	}

	row := fmt.Sprintf("| %d | %d | %d | %.2f | %d |", codings, keys, beside, each, plain)
	page, err := os.ReadFile(keystrokesPage)
	if err != nil {
		t.Fatal(err)
	}
	if updating() {
		lines := strings.Split(string(page), "\n")
		lines[slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "|---") })+1] = row
		err = os.WriteFile(keystrokesPage, []byte(strings.Join(lines, "\n")), 0o644)
	} else if !strings.Contains(string(page), row) {
		t.Errorf("%s does not hold\n%s\nwrite it anew with -update", keystrokesPage, row)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// codeRealList has a new coder code the list in a way of hers, checks what she made,
// and gives the keys it took, how many of them are beside the codings, and the codings.
func codeRealList(t *testing.T, way func(*typist, []toCode)) (keys, beside, codings int) {
	t.Helper()
	study, founding, err := sample.Build(newID(), "zh")
	if err != nil {
		t.Fatal(err)
	}
	transcript, err := study.FindTranscript(realList)
	if err != nil {
		t.Fatal(err)
	}
	talk := newTalk(study, transcript)
	list := talk.passages(founding.Coder)
	if len(list) != 40 {
		t.Fatalf("the list has %d passages, want 40", len(list))
	}
	do := func(op codebook.Op) {
		if _, err := op.Apply(study); err != nil {
			t.Fatal(err)
		}
	}
	do(&codebook.PutCoder{Row: codebook.Coder{ID: newID(), Name: "新编码员"}})
	coder := study.Last().Coders
	pins := assignPins(list)
	for _, n := range study.Tree().Order {
		row := *study.Code(n)
		row.Pin = ""
		do(&codebook.PutCode{Row: row})
	}
	for n, pin := range pins {
		row := *study.Code(n)
		row.Pin = pin
		do(&codebook.PutCode{Row: row})
	}

	c := &typist{texts: founding.Patch.NewTexts, seat: sit(t, study, founding, coder, locale.Chinese, 110, 30), talk: talk, pins: pins}
	c.seat.press("/ 丁 <enter> <enter>")
	way(c, list)
	if got := newTalk(c.seat.study, c.seat.study.Transcript(transcript.No)).passages(coder); !slices.EqualFunc(got, list, toCode.same) {
		t.Fatalf("made\n%v\nwant\n%v", got, list)
	}
	behind := 0
	for _, w := range list {
		codings += len(w.codes)
		beside += w.last - w.first + talk.stepsOver(behind, w.first)
		behind = max(behind, w.last+1)
	}
	return c.keys, beside, codings
}

func (w toCode) same(v toCode) bool {
	return w.first == v.first && w.last == v.last && slices.Equal(w.codes, v.codes)
}

// assignPins gives every code of the list a key. Digits have no Shift, so they go to
// rare codes of which no two share a passage.
func assignPins(list []toCode) map[codebook.No]string {
	often := map[codebook.No]int{}
	together := map[[2]codebook.No]bool{}
	for _, w := range list {
		for _, a := range w.codes {
			often[a]++
			for _, b := range w.codes {
				together[[2]codebook.No{a, b}] = true
			}
		}
	}
	codes := make([]codebook.No, 0, len(often))
	for n := range often {
		codes = append(codes, n)
	}
	slices.SortFunc(codes, func(a, b codebook.No) int { return cmp.Or(often[a]-often[b], int(a)-int(b)) })
	pins := map[codebook.No]string{}
	var digits []codebook.No
	letters := "qwertyuiopasdfghjklzxcvbnm"
	for _, n := range codes {
		apart := !slices.ContainsFunc(digits, func(d codebook.No) bool { return together[[2]codebook.No{d, n}] })
		switch {
		case apart && len(digits) < 9:
			digits = append(digits, n)
			pins[n] = fmt.Sprint(len(digits))
		case letters != "":
			pins[n], letters = letters[:1], letters[1:]
		}
	}
	return pins
}

// talk is a transcript as one steps through it.
type talk struct {
	study     *codebook.Project
	no        codebook.No
	sentences []text.Mark
	turn      []int  // by sentence: the number of its turn
	asks      []bool // by sentence: the interviewer says it
}

func newTalk(study *codebook.Project, t *codebook.Transcript) *talk {
	cut := study.Cut(t.No)
	k := &talk{study: study, no: t.No, sentences: cut.Sentences()}
	turns := cut.Turns()
	for _, s := range k.sentences {
		i := sort.Search(len(turns), func(i int) bool { return turns[i].Start > s.Start }) - 1
		k.turn = append(k.turn, i)
		k.asks = append(k.asks, i >= 0 && t.Speakers[turns[i].Speaker].Role == text.RoleInterviewer)
	}
	return k
}

// at is the sentence that holds a byte.
func (k *talk) at(off uint32) int {
	return sort.Search(len(k.sentences), func(i int) bool { return k.sentences[i].End > off })
}

// passages lists the passages of a coder in reading order.
func (k *talk) passages(coder codebook.No) (list []toCode) {
	c := k.study.Codings(k.no)
	for i := range c.Len() {
		if codebook.No(c.Coder[i]) != coder {
			continue
		}
		w := toCode{k.at(c.Start[i]), k.at(c.End[i] - 1), []codebook.No{c.Code[i]}}
		if n := len(list) - 1; n >= 0 && list[n].first == w.first && list[n].last == w.last {
			list[n].codes = append(list[n].codes, c.Code[i])
			continue
		}
		list = append(list, w)
	}
	return list
}

// turnAfter is the first sentence of the turn after that of sentence i, or the number of sentences.
func (k *talk) turnAfter(i int) int {
	j := i
	for j < len(k.turn) && k.turn[j] == k.turn[i] {
		j++
	}
	return j
}

// stepsOver counts the sentences and turns from one sentence to another.
func (k *talk) stepsOver(from, to int) (n int) {
	for ; from < to; n++ {
		if next := k.turnAfter(from); next <= to {
			from = next
		} else {
			from++
		}
	}
	return n
}

// typist is a coder at the workbench whose keys are counted. She knows where the
// cursor stands.
type typist struct {
	seat  *seat
	talk  *talk
	pins  map[codebook.No]string
	keys  int
	coded []bool // by sentence: she has coded it
	first int    // sentences of the selection
	last  int

	texts map[codebook.Hash]string
	model *suggest.Model // what suggestions she sees, nil while they are off
	taken int            // codings that they made
}

// advise switches suggestions on.
func (c *typist) advise() {
	c.seat.press("g =")
	c.model = new(suggest.Model)
}

// proposed says whether the first code proposed is one of those she wants, and which.
func (c *typist) proposed(wanted []codebook.No) (code codebook.No, ok bool) {
	if c.model == nil {
		return 0, false
	}
	study, no := c.seat.study, c.talk.no
	words := func(n codebook.No) (string, error) { return c.texts[study.Transcript(n).Text], nil }
	if err := c.model.Follow(study.Snapshot(), words); err != nil {
		c.seat.t.Fatal(err)
	}
	at := codebook.Passage{Transcript: no, Start: c.talk.sentences[c.first].Start, End: c.talk.sentences[c.last].End}
	here, _ := words(no)
	list := c.model.Suggest(suggest.Question{Passage: at, Text: here[at.Start:at.End], Coder: study.Last().Coders})
	if len(list) == 0 || !slices.Contains(wanted, list[0].Code) {
		return 0, false
	}
	c.taken++
	return list[0].Code, true
}

// takeAllButOne takes codes of a passage that are proposed, staying there, and gives those
// that are left: digits, which have no Shift, last.
func (c *typist) takeAllButOne(codes []codebook.No) []codebook.No {
	left := slices.Clone(codes)
	for len(left) > 1 {
		code, ok := c.proposed(left)
		if !ok {
			break
		}
		c.press("+")
		left = without(left, code)
	}
	slices.SortFunc(left, func(a, b codebook.No) int { return strings.Compare(c.pins[b], c.pins[a]) })
	return left
}

// without is a list of codes without one.
func without(codes []codebook.No, gone codebook.No) []codebook.No {
	return slices.DeleteFunc(slices.Clone(codes), func(n codebook.No) bool { return n == gone })
}

func (c *typist) press(script string) {
	c.keys += len(tuitest.Keys(script))
	c.seat.press(script)
}

// stepTo goes to a sentence: back by sentences, on by turns where that is shorter.
func (c *typist) stepTo(sentence int, next, previous, turn string) {
	for c.first != sentence || c.last != sentence {
		to := c.talk.turnAfter(c.first)
		switch {
		case sentence <= c.first:
			c.press(previous)
			c.first--
		case turn != "" && to > c.last+1 && to <= sentence:
			c.press(turn)
			c.first = to
		default:
			c.press(next)
			c.first = c.last + 1
		}
		c.last = c.first
	}
}

// stretchTo makes the selection longer.
func (c *typist) stretchTo(sentence int, longer string) {
	for ; c.last < sentence; c.last++ {
		c.press(longer)
	}
}

// codedHere notes what is coded, and with move-on where the cursor goes.
func (c *typist) codedHere(movesOn bool) {
	for i := c.first; i <= c.last; i++ {
		c.coded[i] = true
	}
	for i := c.last + 1; movesOn && i < len(c.coded); i++ {
		if !c.coded[i] && !c.talk.asks[i] {
			c.first, c.last = i, i
			return
		}
	}
}

// byCodeKeys is one key a code, Shift for all but the last on a passage, and moving on.
func (c *typist) byCodeKeys(list []toCode) {
	c.coded = make([]bool, len(c.talk.sentences))
	c.seat.press("<tab> ;")
	for _, w := range list {
		c.stepTo(w.first, "<space>", "<up>", "}")
		c.stretchTo(w.last, "<shift+down>")
		for left := c.takeAllButOne(w.codes); len(left) > 0; left = left[1:] {
			key := c.pins[left[0]]
			if _, ok := c.proposed(left[:1]); ok {
				key = "="
			}
			if len(left) > 1 {
				key = strings.ToUpper(strings.Replace(key, "=", "+", 1))
			}
			c.press(key)
		}
		c.codedHere(true)
	}
}

// byPins is the digits for the nine codes used most, the picker with the code's number
// for any other, and j and J to move.
func (c *typist) byPins(list []toCode) {
	c.coded = make([]bool, len(c.talk.sentences))
	for _, w := range list {
		c.stepTo(w.first, "j", "k", "")
		c.stretchTo(w.last, "J")
		for left := w.codes; len(left) > 0; {
			n, ok := c.proposed(left)
			if ok {
				left = without(left, n)
				c.press("=")
				continue
			}
			n, left = left[0], left[1:]
			if pin := c.pins[n]; pin <= "9" {
				c.press(pin)
				continue
			}
			c.press("<enter> " + strings.ToLower(c.talk.study.Code(n).Number) + " <enter>")
		}
		c.codedHere(false)
	}
}
