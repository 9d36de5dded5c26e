package text

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// Safe is text that can do no harm to any terminal, with a map back to the text
// it was made from. What a terminal would obey or hide is shown by a stand-in:
// control characters by their pictures (␛), direction overrides, blanks without
// width and others by name (‹RLO›, ‹ZWSP›, ‹9B›), malformed bytes by U+FFFD, a tab
// by four spaces. Line feeds stay. Joiners and direction marks stay too: Arabic,
// Persian, Hebrew and emoji need them. The source itself is never altered.
type Safe struct {
	shown  string
	source int // length of the source
	edits  []edit
}

// edit says that source [src, srcEnd) is shown as [dst, dstEnd).
type edit struct{ src, srcEnd, dst, dstEnd int }

const tabShown = "    "

// MakeSafe makes s harmless. Text with nothing to hide is shared, not copied.
func MakeSafe(s string) Safe { return makeSafe(s, false) }

// Harmless is MakeSafe for what has to fit on a line: names, titles, errors. A
// tab is one space, and a line feed is seen as ␤. Text with nothing to hide is
// returned itself.
func Harmless(s string) string { return makeSafe(s, true).shown }

func makeSafe(s string, oneLine bool) Safe {
	made := Safe{shown: s, source: len(s)}
	var out strings.Builder
	kept := 0
	for i := skipPlain(s, 0); i < len(s); i = skipPlain(s, i) {
		width, become := harm(s, i, oneLine)
		if become != "" {
			out.WriteString(s[kept:i])
			e := edit{src: i, srcEnd: i + width, dst: out.Len(), dstEnd: out.Len() + len(become)}
			made.edits = append(made.edits, e)
			out.WriteString(become)
			kept = i + width
		}
		i += width
	}
	if made.edits != nil {
		out.WriteString(s[kept:])
		made.shown = out.String()
	}
	return made
}

// harm gives the width of what stands at i and how it must be shown, "" for as it is.
func harm(s string, i int, oneLine bool) (width int, become string) {
	switch c := s[i]; {
	case c == '\n' && oneLine:
		return 1, "␤"
	case c == '\t' && oneLine:
		return 1, " "
	case c == '\t':
		return 1, tabShown
	}
	r, width := utf8.DecodeRuneInString(s[i:])
	if r == utf8.RuneError && width == 1 {
		return malformed(s, i), replacement
	}
	return width, standIn(r)
}

// String gives what is to be shown.
func (s Safe) String() string { return s.shown }

// Source gives the offset in the source of what is shown at displayByte; inside
// a stand-in that is the start of what it stands for.
func (s Safe) Source(displayByte int) int {
	d := min(max(displayByte, 0), len(s.shown))
	i := sort.Search(len(s.edits), func(i int) bool { return s.edits[i].dst > d })
	if i == 0 {
		return d
	}
	if e := s.edits[i-1]; d >= e.dstEnd {
		return e.srcEnd + d - e.dstEnd
	}
	return s.edits[i-1].src
}

// Display gives the offset in the shown text of what stands at sourceByte;
// inside what has a stand-in that is the start of the stand-in.
func (s Safe) Display(sourceByte int) int {
	at := min(max(sourceByte, 0), s.source)
	i := sort.Search(len(s.edits), func(i int) bool { return s.edits[i].src > at })
	if i == 0 {
		return at
	}
	if e := s.edits[i-1]; at >= e.srcEnd {
		return e.dstEnd + at - e.srcEnd
	}
	return s.edits[i-1].dst
}

// named are the code points that turn the direction of the text after them, and those
// that part or join words without being seen.
var named = map[rune]string{
	0x200B: "‹ZWSP›", 0x2060: "‹WJ›", 0xFEFF: "‹ZWNBSP›",
	0x202A: "‹LRE›", 0x202B: "‹RLE›", 0x202C: "‹PDF›", 0x202D: "‹LRO›", 0x202E: "‹RLO›",
	0x2066: "‹LRI›", 0x2067: "‹RLI›", 0x2068: "‹FSI›", 0x2069: "‹PDI›",
}

// standIn gives what is shown for a code point that a terminal would obey or
// hide, "" for one that is shown as it is. Line feed and tab are not its matter.
func standIn(r rune) string {
	switch {
	case r == '\n' || r == '\t':
		return ""
	case r < ' ':
		return string(0x2400 + r)
	case r < 0x7F:
		return ""
	case r == 0x7F:
		return "␡"
	case r < 0xA0:
		return fmt.Sprintf("‹%02X›", r)
	case r < 0x200B:
		return ""
	case r == 0x2028 || r == 0x2029:
		return "␤"
	case named[r] != "":
		return named[r]
	case r >= 0x206A && r <= 0x206F, r >= 0xFFF9 && r <= 0xFFFB, r >= 0xE0000 && r <= 0xE007F:
		return fmt.Sprintf("‹%04X›", r)
	}
	return ""
}

// invisible reports whether r takes no room of its own and governs nothing.
func invisible(r rune) bool {
	switch r {
	case 0x00AD, 0x061C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF:
		return true
	}
	return false
}
