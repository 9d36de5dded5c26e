package aside

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
)

// run is a stretch of a line in one style.
type run struct {
	text  string
	style lipgloss.Style
}

// emphases are the marks around words, the longer first, and what they do to a style.
var emphases = []struct {
	mark  string
	apply func(lipgloss.Style) lipgloss.Style
}{
	{"**", func(s lipgloss.Style) lipgloss.Style { return s.Bold(true) }},
	{"__", func(s lipgloss.Style) lipgloss.Style { return s.Bold(true) }},
	{"*", func(s lipgloss.Style) lipgloss.Style { return s.Italic(true) }},
	{"_", func(s lipgloss.Style) lipgloss.Style { return s.Italic(true) }},
	{"`", func(s lipgloss.Style) lipgloss.Style { return s }},
}

// runsOf parts a line at its emphasis. A mark that has no partner is text, and so is
// one with a backslash before it.
func runsOf(line string, style lipgloss.Style) []run {
	var runs []run
	var plain strings.Builder
	for at := 0; at < len(line); {
		if line[at] == '\\' && at+1 < len(line) && strings.IndexByte("\\`*_#>-[]", line[at+1]) >= 0 {
			plain.WriteByte(line[at+1])
			at += 2
			continue
		}
		within, size := emphasised(line, at, style)
		if size == 0 {
			plain.WriteByte(line[at])
			at++
			continue
		}
		runs = append(runs, run{plain.String(), style})
		plain.Reset()
		runs = append(runs, within...)
		at += size
	}
	return append(runs, run{plain.String(), style})
}

// emphasised gives the runs of what is emphasised at a place of a line, and how many
// bytes it takes with its marks; 0 if nothing is.
func emphasised(line string, at int, style lipgloss.Style) (within []run, size int) {
	for _, e := range emphases {
		rest, ok := strings.CutPrefix(line[at:], e.mark)
		if !ok {
			continue
		}
		end := closing(rest, e.mark)
		if end <= 0 || e.mark[0] == '_' && (wordBefore(line[:at]) || wordAfter(rest[end+len(e.mark):])) {
			continue
		}
		size = end + 2*len(e.mark)
		if e.mark == "`" {
			return []run{{rest[:end], style}}, size
		}
		return runsOf(rest[:end], e.apply(style)), size
	}
	return nil, 0
}

// closing is where the mark that closes stands in what follows the one that opens,
// or 0. Marks stand close to their words.
func closing(rest, mark string) int {
	if first, _ := utf8.DecodeRuneInString(rest); unicode.IsSpace(first) || strings.HasPrefix(rest, mark) {
		return 0
	}
	for from := 0; ; {
		at := strings.Index(rest[from:], mark)
		if at < 0 {
			return 0
		}
		at += from
		last, _ := utf8.DecodeLastRuneInString(rest[:at])
		doubled := len(mark) == 1 && mark != "`" && strings.HasPrefix(rest[at+1:], mark)
		if at > 0 && !unicode.IsSpace(last) && last != '\\' && !doubled {
			return at
		}
		from = at + len(mark)
		if doubled {
			from++
		}
	}
}

// wordBefore and wordAfter say that a letter without room of its own, as in
// snake_case, stands at a mark.
func wordBefore(s string) bool {
	return s != "" && wordly(s[len(s)-1])
}

func wordAfter(s string) bool { return s != "" && wordly(s[0]) }

func wordly(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

// Bare gives a line of Markdown without its marks: what a list has room for.
func Bare(line string) string {
	var words strings.Builder
	b := blockOf(strings.TrimSpace(line))
	for _, r := range runsOf(b.text, lipgloss.NewStyle()) {
		words.WriteString(r.text)
	}
	return words.String()
}
