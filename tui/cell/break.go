package cell

import "unicode/utf8"

// Break breaks text[start:end] into lines of at most width columns, by the rules of Chinese typesetting.
//
//	width 12   他说“要求│不       no line begins with  。，、！？；：”’）》」』… and their like
//	           具体”，我就│        no line ends with    （《“‘「『 and their like
//	           按 first  │        —— and …… stay whole, words too unless they are wider than a line
//
// The lines tile the range: each begins where the one before ends. A line break ends the line that it stands in.
// Blanks at the end of a line hang over the edge and are not counted in its width; nothing else hangs. A single
// grapheme wider than width has a line of its own, and that is the only line wider than width.
// An empty range is one empty line. Where no rule-abiding place exists, the line breaks where it must.
func Break(text string, start, end, width int, r Ruler) []Line {
	lines := make([]Line, 0, 1+(end-start)/max(width, 1))
	for at := start; at < end; {
		line := r.first(text, at, end, width)
		lines = append(lines, line)
		at = line.End
	}
	if len(lines) == 0 {
		return []Line{{Start: start, End: start}}
	}
	return lines
}

// spot is a place where a line could end: after the byte end, with ink up to a column.
type spot struct{ end, ink int }

// first takes the first line off text[start:end].
func (r Ruler) first(text string, start, end, width int) Line {
	var (
		before  kind // kind of the grapheme before
		here    spot // after the grapheme before
		good    spot // the last place where a line may end
		found   bool
		columns int
	)
	for at := start; at < end; {
		g := r.glyph(text, at, end)
		next := kindOf(text[g.Start:g.End], before)
		if at > start && mayPart(before, next) {
			good, found = here, true
		}
		if next == lineBreak {
			return Line{start, g.End, here.ink}
		}
		columns += g.Width
		if next != blank && columns > width && at > start {
			if found {
				return Line{start, good.end, good.ink}
			}
			return Line{start, here.end, here.ink}
		}
		here.end = g.End
		if next != blank {
			here.ink = columns
		}
		before, at = next, g.End
	}
	return Line{start, end, here.ink}
}

// kind is what a grapheme means to the line breaker.
type kind uint8

const (
	nothing   kind = iota // before the first grapheme
	lineBreak             // \n
	blank                 // a space of any width, or a tab
	word                  // letters, digits and signs that hold together
	han                   // stands alone: a line may break on both sides
	opener                // may not end a line
	closer                // may not begin a line
	point                 // the same in ASCII, which also stands inside of words: 3.14, example.com
	quote                 // straight quotes: no telling which, so no break on either side
	dash                  // — doubled
	dots                  // … doubled
)

// Signs with a rule of their own.
var kinds = func() map[rune]kind {
	m := map[rune]kind{'\n': lineBreak, '"': quote, '\'': quote, '—': dash, '⸺': dash, '…': dots, '⋯': dots}
	for k, signs := range map[kind]string{
		blank:  " \t\u3000\u2002\u2003\u2009",
		opener: "（《〈“‘「『【〔〖〘｛［｟([{¥￥£€＃«‹",
		closer: "。，、！？；：”’）》〉」』】〕〗〙｝］｠．｡､｣·・‧～〜％‰°℃ー々〻»›‼⁇⁈⁉ぁぃぅぇぉっゃゅょァィゥェォッャュョ",
		point:  ",.!?;:)]}%",
	} {
		for _, sign := range signs {
			m[sign] = k
		}
	}
	return m
}()

// kindOf classes a grapheme, given the kind before it.
func kindOf(cluster string, before kind) kind {
	sign, size := utf8.DecodeRuneInString(cluster)
	if chinese(sign) {
		return han
	}
	k, special := kinds[sign]
	switch {
	case sign == '’' && before == word: // don’t
		return word
	case k == blank && size < len(cluster): // a blank that carries a mark is ink
		return word
	case special:
		return k
	case ideographic(sign):
		return han
	}
	return word
}

// ideographic tells whether a line may break on both sides of sign: Han, kana, Hangul, full-width forms, emoji.
func ideographic(sign rune) bool {
	switch {
	case sign < 0x1100:
		return false
	case sign < 0x1200, 0x2e80 <= sign && sign < 0xd7a4:
		return true
	case 0xf900 <= sign && sign < 0xfb00, 0xfe30 <= sign && sign < 0xfe50, 0xff01 <= sign && sign < 0xff66:
		return true
	}
	return 0x1f300 <= sign && sign < 0x1fb00 || 0x20000 <= sign && sign < 0x40000
}

// mayPart tells whether a line may end between two neighbours.
func mayPart(a, b kind) bool {
	switch {
	case b == blank || b == lineBreak: // blanks hang on the line before
		return false
	case b == closer || b == point || b == dots || a == opener: // …… belongs to what it trails off from
		return false
	case a == blank:
		return true
	case a == quote || b == quote:
		return false
	case a == dash && b == dash:
		return false
	case a == word || a == point:
		return b != word
	}
	return true
}
