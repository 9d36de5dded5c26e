package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// verdict is what a name by itself tells, before any counting.
type verdict uint8

const (
	refused verdict = iota // cannot be a speaker: 他说, 第一点
	field                  // describes the interview: 时间, 编号
	maybe                  // could be
	human                  // looks like a person: 张三, 王主任, Mr. Liman, P1
)

// appraise looks at a name and its folded key.
func appraise(name, key string) verdict {
	switch {
	case tradeOf(key).part != unknown:
		return human
	case isField(name, key):
		return field
	case !nameLike(name, key):
		return refused
	case isHuman(name, key):
		return human
	}
	return maybe
}

// isField reports whether key is, or a longer key ends with, a field's word.
func isField(name, key string) bool {
	key = strings.TrimRight(unbracket(key), "0123456789")
	words := strings.Fields(strings.ToLower(name))
	for _, f := range fields {
		switch {
		case key == f, len(words) > 0 && words[len(words)-1] == f:
			return true
		case f[0] >= utf8.RuneSelf && len(f) > 3 && strings.HasSuffix(key, f):
			return true
		}
	}
	return false
}

// nameLike reports whether name has the form of a name at all.
func nameLike(name, key string) bool {
	base := strings.TrimSpace(unbracket(name))
	r := first(base)
	if !unicode.IsLetter(r) || unicode.IsLower(r) || phrases[key] || strings.HasPrefix(key, "第") {
		return false
	}
	if strings.ContainsAny(base, particles) || strings.ContainsAny(base, "/\\=<>|{}$%&@+") {
		return false
	}
	for _, t := range tellings {
		if strings.HasSuffix(key, t) {
			return false
		}
	}
	if unicode.Is(unicode.Han, r) {
		return utf8.RuneCountInString(base) <= 14
	}
	return len(base) <= 40 && len(strings.Fields(base)) <= 5
}

// isHuman reports whether name has the form of a person's name or office.
func isHuman(name, key string) bool {
	base := strings.TrimSpace(unbracket(name))
	runes := []rune(base)
	if !unicode.Is(unicode.Han, runes[0]) {
		return isLatinHuman(base)
	}
	for _, t := range titles {
		if len(base) > len(t) && len(runes) <= 12 && strings.HasSuffix(base, t) {
			return true
		}
	}
	if len(runes) < 2 || len(runes) > 4 || nouns[string(runes[:2])] {
		return false
	}
	for _, d := range doubles {
		if strings.HasPrefix(base, d) && len(runes) > 2 {
			return true
		}
	}
	if strings.ContainsRune("老小阿大", runes[0]) {
		return len(runes) == 2
	}
	return len(runes) <= 3 && strings.ContainsRune(surnames, runes[0])
}

// isLatinHuman knows P1 and S03, and names of several words that begin with
// capitals.
func isLatinHuman(base string) bool {
	if stem := strings.TrimRight(base, "0123456789"); stem != base && len(stem) <= 2 {
		return true
	}
	words := strings.Fields(base)
	for _, w := range words {
		if !unicode.IsUpper(first(w)) && len(w) > 3 || nouns[strings.ToLower(w)] {
			return false
		}
	}
	return len(words) > 1
}

// isOffice reports whether name is an office, or a kind of person, and no more:
// 村支书, 村民.
func isOffice(name string) bool {
	base := strings.TrimSpace(unbracket(name))
	return utf8.RuneCountInString(base) > 1 && slices.Contains(titles, base)
}

// isLetter reports whether key is a single letter, or an ordinal that stands for
// one: B, 甲.
func isLetter(key string) bool {
	base := unbracket(key)
	r := first(base)
	return len(base) == utf8.RuneLen(r) && (latin(r) || strings.ContainsRune("甲乙丙丁戊己庚辛", r))
}

// isPeople reports whether words list people and say nothing.
func isPeople(words string) bool {
	pieces := strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune("、，,；;/ \t\u3000", r) })
	for _, p := range pieces {
		if key := fold(p); !nameLike(p, key) || !isHuman(p, key) {
			return false
		}
	}
	return len(pieces) > 0
}
