package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fangtan/codebook"
)

// guessGroup proposes a group from the names of the folders a file lies in, the
// nearest first, then from its own name. A name that is a group's whole key or
// name decides; else one that contains it. several says that a name contained
// those of more than one group, which decides nothing.
func guessGroup(groups []*codebook.Group, folders []string, name string) (no codebook.No, several bool) {
	stem := name
	if i := strings.LastIndexByte(stem, '.'); i > 0 {
		stem = stem[:i]
	}
	places := append(append([]string(nil), folders...), stem)
	for _, place := range places {
		if g := wholeName(groups, place); g != 0 {
			return g, false
		}
	}
	for _, place := range places {
		g, more := partOf(groups, place)
		if g != 0 {
			return g, false
		}
		several = several || more
	}
	return 0, several
}

func namesOf(g *codebook.Group) []string { return []string{g.Key, g.NameZh, g.NameEn} }

func wholeName(groups []*codebook.Group, place string) codebook.No {
	for _, g := range groups {
		for _, n := range namesOf(g) {
			if n != "" && strings.EqualFold(n, strings.TrimSpace(place)) {
				return g.No
			}
		}
	}
	return 0
}

// partOf finds the group whose key or name stands in place. A name within the
// longer name of another group does not count.
func partOf(groups []*codebook.Group, place string) (no codebook.No, several bool) {
	longest := map[codebook.No]string{}
	for _, g := range groups {
		for _, n := range namesOf(g) {
			if len(n) > len(longest[g.No]) && containsName(place, n) {
				longest[g.No] = n
			}
		}
	}
	for a, n := range longest {
		for b, m := range longest {
			if a != b && len(m) > len(n) && containsName(m, n) {
				delete(longest, a)
			}
		}
	}
	if len(longest) != 1 {
		return 0, len(longest) > 1
	}
	for g := range longest {
		no = g
	}
	return no, false
}

// containsName says that name stands in place, letters of any case, and is no
// part of a longer word where words are written apart.
func containsName(place, name string) bool {
	place, name = strings.ToLower(place), strings.ToLower(name)
	for from := 0; name != ""; {
		i := strings.Index(place[from:], name)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(name)
		before, _ := utf8.DecodeLastRuneInString(place[:start])
		after, _ := utf8.DecodeRuneInString(place[end:])
		first, _ := utf8.DecodeRuneInString(name)
		last, _ := utf8.DecodeLastRuneInString(name)
		if !(latin(before) && latin(first)) && !(latin(last) && latin(after)) {
			return true
		}
		from = start + 1
	}
	return false
}

func latin(r rune) bool { return r < unicode.MaxLatin1 && unicode.IsLetter(r) }
