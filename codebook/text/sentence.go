package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Where a sentence ends:
//
//   - 。！？ end it always; a run of them (？！, ！！！, 。……) ends it once.
//   - ! and ? end it, but not within what is written without blanks (a web
//     address), and not before a closing quote with a small letter after it
//     (“Why?” he asked).
//   - . ends it before a blank and beside a Chinese character, unless it belongs
//     to a number, an initial, an abbreviation or the number of a list, or a
//     small letter follows.
//   - ； and …… and ... do not end it: in speech they are a breath.
//   - Closing quotes and brackets stay with the sentence that they close; opening
//     ones begin the next.
//   - A line ends it, and so does a label.

// stop is what a code point does to a sentence.
type stop uint8

const (
	goesOn   stop = iota
	hardStop      // ends it
	softStop      // ends it if the surroundings agree
	trailing      // belongs to a stop before it
	closing       // a closing quote or bracket
)

func stopOf(r rune) stop {
	switch r {
	case '。', '！', '？', '｡', '‼', '⁇', '⁈', '⁉':
		return hardStop
	case '.', '!', '?', '．':
		return softStop
	case '…', '⋯', '～', '~':
		return trailing
	case '”', '’', '」', '』', '）', ')', '】', '》', '〉', ']', '}', '〕', '｝', '］', '﹂', '﹄', '＂', '»':
		return closing
	}
	return goesOn
}

// sentences cuts what lies between the walker and end, which holds no line feed,
// and appends it to list.
func (w *walker) sentences(list []Mark, end int) []Mark {
	var m Mark
	open := false
	begin := func() {
		if !open {
			m, open = Mark{Start: uint32(w.at), StartCh: w.chars}, true
		}
	}
	for w.at < end {
		if open || w.s[w.at] != ' ' {
			if r := sprint(w.s, w.at, end); r.chars > 0 {
				begin()
				w.at, w.chars = r.at, w.chars+r.chars
				m.End, m.EndCh = uint32(r.last), w.chars
			}
		}
		i := w.at
		width, counts := step(w.s, i)
		if !counts {
			w.at += width
			continue
		}
		begin()
		w.at, w.chars = i+width, w.chars+1
		ended := w.ended(int(m.Start), i, end)
		m.End, m.EndCh = uint32(w.at), w.chars
		if ended {
			list, open = append(list, m), false
		}
	}
	if open {
		list = append(list, m)
	}
	return list
}

// ended reports whether the sentence that began at start ends with the stop at
// i, which the walker has just passed. What belongs to the stop is passed too.
func (w *walker) ended(start, i, end int) bool {
	r, _ := utf8.DecodeRuneInString(w.s[i:])
	kind := stopOf(r)
	if kind != hardStop && kind != softStop {
		return false
	}
	tail := w.tail(start, i, end)
	w.to(tail.end)
	return tail.hard || agrees(w.s, start, i, tail, end)
}

// stopTail is what follows the first stop of a sentence and belongs to it.
type stopTail struct {
	end    int  // where it ends
	hard   bool // a stop that always ends a sentence is in it
	asks   bool // ! or ? is in it
	dots   int  // how many dots
	quoted bool // a closing quote or bracket is in it
}

// quoteReach is how far back, in bytes, a straight quote looks for its partner.
const quoteReach = 4096

// tail reads on from the stop at i over further stops and what closes.
func (w *walker) tail(start, i, end int) stopTail {
	t := stopTail{end: i}
	straight := -1 // straight quotes before, counted when the first one comes
	for t.end < end {
		width, counts := step(w.s, t.end)
		if !counts {
			break
		}
		r, _ := utf8.DecodeRuneInString(w.s[t.end:])
		switch stopOf(r) {
		case hardStop:
			t.hard = true
		case softStop:
			t.asks = t.asks || r == '!' || r == '?'
			if r == '.' {
				t.dots++
			}
		case trailing:
		case closing:
			t.quoted = true
		default:
			if r != '"' {
				return t
			}
			if straight < 0 {
				straight = strings.Count(w.s[max(start, i-quoteReach):i], `"`)
			}
			if straight%2 == 0 {
				return t
			}
			straight, t.quoted = straight+1, true
		}
		t.end += width
	}
	return t
}

// agrees decides a soft stop at i from its surroundings.
func agrees(s string, start, i int, t stopTail, end int) bool {
	rest := s[t.end:end]
	after := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if after == "" {
		return true
	}
	next, _ := utf8.DecodeRuneInString(after)
	switch {
	case len(after) == len(rest) && !parts(s[:i], next, t.asks):
		return false
	case t.asks:
		return !(t.quoted && unicode.IsLower(next))
	case t.dots > 1 || unicode.IsLower(next):
		return false
	}
	return !abbreviated(s[start:i], next)
}

// parts reports whether a soft stop between before and next, with no blank after
// it, can end a sentence: where Chinese is on one side.
func parts(before string, next rune, asks bool) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case unicode.IsDigit(next):
		return false
	case next < utf8.RuneSelf:
		return unicode.IsLetter(next) && unicode.Is(unicode.Han, last)
	}
	return asks || next >= 0x3000
}

// abbreviations are words whose dot ends no sentence.
var abbreviations = set("mr mrs ms mx dr prof st mt vs e.g i.e cf al viz sr jr gen col sen rep gov lt " +
	"sgt capt cmdr rev hon pres dept univ approx est messrs mme mlle")

// numbered are words whose dot ends no sentence when a number follows.
var numbered = set("no nos fig figs p pp vol ch sec art para eq tab jan feb mar apr jun jul aug sep sept oct nov dec")

// abbreviated reports whether a dot after before, the sentence so far, belongs
// to its last word.
func abbreviated(before string, next rune) bool {
	head := strings.TrimRightFunc(before, func(r rune) bool { return r == '.' || latin(r) || digit(r) })
	word, first := before[len(head):], head == ""
	switch low := strings.ToLower(word); {
	case word == "":
		return false
	case abbreviations[low], numbered[low] && unicode.IsDigit(next):
		return true
	case low == "a.m" || low == "p.m":
		return false
	case first && strings.Trim(word, "0123456789") == "":
		return true // the number of a list
	case len(word) == 1:
		return latin(rune(word[0])) && word != "I" && (first || unicode.IsUpper(rune(word[0])))
	}
	return initials(word)
}

// initials reports whether word is single letters with dots between, as U.S or J.R.R.
func initials(word string) bool {
	pieces := strings.Split(word, ".")
	for _, p := range pieces {
		if len(p) != 1 || !latin(rune(p[0])) {
			return false
		}
	}
	return len(pieces) > 1
}

func latin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
func digit(r rune) bool { return r >= '0' && r <= '9' }

// set makes a set of the words in a list.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
