package text

import "unicode/utf8"

// A walk over a text spends nearly all its time on Chinese characters, their
// punctuation and ASCII. sprint takes these at one look each; whoever walks calls
// it first, and then step for the one grapheme that stopped it.

// Classes of a code point, by its first byte or, for wide ones, by all three.
const (
	odd    = iota // may join its neighbours, or needs a look: ask step
	quiet         // a character that ends no sentence
	space         // a blank
	ending        // a stop of a sentence, or a wide blank
	wide          // three bytes: to be looked at
	hanzi         // a Chinese character, when well formed
)

// leads classifies first bytes.
var leads = func() (class [256]uint8) {
	for c := '!'; c < 0x7F; c++ {
		class[c] = quiet
		if stopOf(c) == softStop {
			class[c] = ending
		}
	}
	class[' '] = space
	class[0xE2], class[0xE3], class[0xEF] = wide, wide, wide
	for c := 0xE4; c <= 0xE9; c++ {
		class[c] = hanzi
	}
	return class
}()

// classAt gives the class of the code point at i and its width; the width is
// sure for all but odd. wide is never given.
func classAt(s string, i int) (class uint8, width int) {
	switch class = leads[s[i]]; class {
	case hanzi:
		if han(s, i) {
			return quiet, 3
		}
		return odd, 1
	case wide:
		return wideClass(s, i)
	}
	return class, 1
}

// wideClass is classAt for what is neither ASCII nor a Chinese character.
func wideClass(s string, i int) (class uint8, width int) {
	if plain(s, i) == 0 {
		return odd, 1
	}
	switch s[i : i+3] {
	case "\u3000", "。", "！", "？", "．":
		return ending, 3
	}
	return quiet, 3
}

// stretch is what a sprint passed.
type stretch struct {
	at            int // where it stopped
	last          int // where its last character ends
	chars, points uint32
}

// sprint passes over characters that end no sentence and the spaces between
// them, from the grapheme boundary i on. It stops at a grapheme boundary before
// limit, which is one too.
func sprint(s string, i, limit int) stretch {
	r := stretch{at: i, last: i}
	if i >= limit {
		return r
	}
	class, width := classAt(s, i)
	for class == quiet || class == space {
		if class == quiet {
			r.pass(s, width, limit)
		}
		next := r.at + width
		if next >= limit {
			break
		}
		after, w := classAt(s, next)
		if after == odd && s[next] >= utf8.RuneSelf {
			break
		}
		r.at = next
		r.points++
		if class == quiet {
			r.chars++
			r.last = next
		}
		class, width = after, w
	}
	return r
}

// pass goes from the quiet code point at r.at, of that width, to the last of
// those of its kind that follow it.
func (r *stretch) pass(s string, width, limit int) {
	from := r.at + width
	to := from
	if width == 1 {
		for to < limit && leads[s[to]] == quiet {
			to++
		}
	} else {
		for to+3 <= limit && han(s, to) {
			to += 3
		}
	}
	if n := uint32((to - from) / width); n > 0 {
		r.at, r.last = to-width, to-width
		r.chars, r.points = r.chars+n, r.points+n
	}
}

// walker goes through a text from left to right and counts characters.
type walker struct {
	s     string
	at    int
	chars uint32
}

// to goes on to a grapheme boundary, never back, and gives the characters before it.
func (w *walker) to(at int) uint32 {
	for w.at < at {
		r := sprint(w.s, w.at, at)
		width, counts := step(w.s, r.at)
		w.at, w.chars = r.at+width, w.chars+r.chars
		if counts {
			w.chars++
		}
	}
	return w.chars
}
