package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The shapes in which files write who speaks:
//
//	colon    张三：我来说            Interviewer: Go on
//	stamped  [00:01:02] 张三：我来说  王主任(线上)(00:00:12): 我来说
//	boxed    【周明】我来说           【周明】：我来说
//	header   说话人 1  00:01:23      alone on its line, the words below
//	led      00:01:23 张三            the same, the time first
//	titled   a heading that ends in a colon
//	bare     a heading without one
//	bold     a colon whose name is bold
//	clock    [00:01:02] 我来说        a time and no name
//
// A shape is only a candidate; judge.go decides.
type shape uint8

const (
	colon shape = iota
	stamped
	boxed
	header
	led
	titled
	bare
	bold
	clock
	shapes // how many
)

// label is what one line offers as a speaker's label.
type label struct {
	shape shape
	name  string
	time  int32 // seconds, -1 for none
	text  int   // where the words begin, in bytes from the line's start
	clock int   // where they would begin if only a bracketed time were a label; 0 for none
}

// reach is how many bytes a label may take, its time included.
const reach = 120

// offers is a quick look that spares most lines of a text the slow one: it is
// false for a line with no bracket, no colon and no time before its first
// punctuation.
func offers(line string) bool {
	for i := 0; i < min(len(line), reach); i++ {
		switch line[i] {
		case ':', '(', '[', '<':
			return true
		case ',', '!', '?', ';', '"':
			return false
		case 0xE2, 0xE3, 0xEF:
			switch r := first(line[i:]); r {
			case '：', '︰', '﹕', '∶', '（', '【', '〔':
				return true
			case '。', '，', '！', '？', '；', '“', '”', '…':
				return false
			}
		}
	}
	return false
}

// parseLabel reads the label at the start of a line without blanks around it.
// It is false when there is not even a time.
func parseLabel(line string, heading bool) (label, bool) {
	l := label{time: -1}
	i := ornaments(line, enumerator(line, ornaments(line, 0)))
	m, timed := readTime(line[i:])
	if timed {
		boxed := bracketed(line[i:]) > 0
		i = ornaments(line, i+m.width)
		if boxed || i == len(line) {
			l.clock = i
		}
		l.time = m.seconds
	}
	nameEnd, after, found := nameAt(line[i:])
	if nameEnd <= 0 {
		return l.onlyTime()
	}
	l.shape, l.name = found, strings.TrimSpace(line[i:i+nameEnd])
	peeled := l.peelTime()
	l.name = strings.Trim(l.name, " \t\u3000*#_【】[]〔〕")
	switch {
	case l.name == "":
		return l.onlyTime()
	case found == colon && heading:
		l.shape = titled
	case found == colon && (peeled || m.exact):
		l.shape = stamped
	case found == header && heading && !peeled:
		l.shape = bare
	case found == header && !peeled && m.exact:
		l.shape = led
	case found == header && !peeled:
		return l.onlyTime()
	}
	l.text = blanks(line, i+after)
	if line[0] == '*' || line[0] == '_' {
		l.text = ornaments(line, l.text)
	}
	return l, true
}

// onlyTime is what is left of a label whose name is none.
func (l label) onlyTime() (label, bool) {
	return label{shape: clock, time: l.time, text: l.clock}, l.clock > 0
}

// nameAt looks for the end of a name at the start of s. It gives where the name
// ends (-1 for no name), where what follows it begins, and the shape: colon,
// boxed, or header for a name that is all of s.
func nameAt(s string) (nameEnd, after int, found shape) {
	if n := bracketed(s); n > 0 && (s[0] == '[' || strings.HasPrefix(s, "【")) {
		return boxAt(s, n)
	}
	for i := 0; i < len(s) && i < reach; {
		r, w := utf8.DecodeRuneInString(s[i:])
		switch r {
		case '：', ':', '︰', '﹕', '∶':
			if !insideTime(s, i, w) {
				if i == 0 || inAddress(s, i) {
					return -1, 0, header
				}
				return i, i + w, colon
			}
		case '(', '（', '[', '【':
			if w = bracketed(s[i:]); w == 0 {
				return -1, 0, header
			}
		case '。', '，', '！', '？', '!', '?', '；', ';', ',', '“', '”', '"', '…', '、', '「', '」', '《', '》':
			return -1, 0, header
		}
		i += w
	}
	if len(s) > reach {
		return -1, 0, header
	}
	return len(s), len(s), header
}

// inAddress reports whether the colon at i belongs to an address or a path:
// https://…, C:\…
func inAddress(s string, i int) bool {
	path, found := strings.CutPrefix(strings.TrimLeft(s[i:], ": "), `\`)
	return strings.HasPrefix(s[i:], "://") || i == 1 && found && unicode.IsLetter(first(path))
}

// boxAt is nameAt for a name in brackets of n bytes; a time in brackets and a
// colon may follow.
func boxAt(s string, n int) (nameEnd, after int, found shape) {
	at := blanks(s, n)
	if m, ok := readTime(s[at:]); ok && m.exact {
		n = at + m.width
		at = blanks(s, n)
	}
	switch first(s[at:]) {
	case '：', ':':
		_, w := utf8.DecodeRuneInString(s[at:])
		return n, at + w, boxed
	}
	return n, n, boxed
}

// bracketed gives the length of the bracketed group at the start of s, 0 when
// there is none or it does not close nearby.
func bracketed(s string) int {
	const open, shut = "([（【〔<", ")]）】〕>"
	r, w := utf8.DecodeRuneInString(s)
	k := strings.IndexRune(open, r)
	if k < 0 || w == 0 {
		return 0
	}
	k = utf8.RuneCountInString(open[:k])
	want := []rune(shut)[k]
	n := strings.IndexRune(s[:min(len(s), reach)], want)
	if n < 0 || strings.IndexByte(s[:n], '\n') >= 0 {
		return 0
	}
	return n + utf8.RuneLen(want)
}

// peelTime moves a time at the end of the name, in brackets or after a blank,
// to its field.
func (l *label) peelTime() bool {
	at := strings.LastIndexAny(l.name, "([（【〔<")
	if at < 0 || !l.takeTime(at) {
		at = strings.LastIndexFunc(l.name, unicode.IsSpace)
		return at > 0 && l.takeTime(at)
	}
	return true
}

func (l *label) takeTime(at int) bool {
	tail := strings.TrimSpace(l.name[at:])
	m, ok := readTime(tail)
	if !ok || m.width != len(tail) {
		return false
	}
	l.name, l.time = strings.TrimSpace(l.name[:at]), m.seconds
	return true
}
