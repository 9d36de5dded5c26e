package codebook

import (
	"strings"
)

// Code is a named idea in the codebook. Codes form a tree.
type Code struct {
	No       No
	ID       ID
	Parent   No
	Rank     int32  // order among siblings, from 0
	Number   string // for example "P2.1"; may be empty; unique when not
	NameZh   string
	NameEn   string
	Role     string // "", "component", "result", "facet", "tension:P-I"
	Color    string // "#rrggbb" or empty
	Pin      string // "1"…"9", or "a"…"z" for code keys; empty for none
	Heading  bool   // takes no codings
	Archived bool   // not offered when coding

	Definition, Include, Exclude, Cues, Examples string

	Fields    []Field   // what a coding with this code asks for
	Instances []Passage // words in the transcripts that are examples of the code, in the order they were chosen
}

// Roles of codes; a tension's role continues with the two components' numbers.
const (
	RoleComponent = "component"
	RoleResult    = "result"
	RoleFacet     = "facet"
	TensionPrefix = "tension:"
)

// FieldKind is the type of a field's values.
type FieldKind uint8

// The kinds of field.
const (
	FieldText FieldKind = iota
	FieldChoice
)

// Field is a small value on a coding that its code asks for.
type Field struct {
	Name    string
	Kind    FieldKind
	Choices []string // of a choice
}

// Takes says whether v may stand in the field; the empty value always may.
func (f *Field) Takes(v string) bool {
	if f.Kind != FieldChoice || v == "" {
		return true
	}
	_, ok := indexOf(f.Choices, v)
	return ok
}

// Name is the code's name in lang ("zh" or "en"), else the other one, else its number.
func (c *Code) Name(lang string) string { return nameIn(lang, c.NameZh, c.NameEn, c.Number) }

// Title is number and name as screens show them: "P2.1 要求不具体".
func (c *Code) Title(lang string) string {
	n := c.Name(lang)
	if c.Number == "" || c.Number == n {
		return n
	}
	return c.Number + " " + n
}

// Tension gives the numbers of the two components a tension code stands between.
func (c *Code) Tension() (a, b string, ok bool) {
	rest, ok := strings.CutPrefix(c.Role, TensionPrefix)
	if !ok {
		return "", "", false
	}
	a, b, ok = strings.Cut(rest, "-")
	return a, b, ok && a != "" && b != ""
}

// ValidRole says whether r can be a code's role; the empty one is none.
func ValidRole(r string) bool {
	switch r {
	case "", RoleComponent, RoleResult, RoleFacet:
		return true
	}
	_, _, ok := (&Code{Role: r}).Tension()
	return ok
}

// Field finds a field that the code declares, by name.
func (c *Code) Field(name string) (*Field, bool) {
	for i := range c.Fields {
		if c.Fields[i].Name == name {
			return &c.Fields[i], true
		}
	}
	return nil, false
}

// CompareNumbers orders code numbers as people do: runs of digits by value, the
// rest by letter, so that P2 < P2.1 < P2.10 < P10.
func CompareNumbers(a, b string) int {
	for a != "" && b != "" {
		var x, y string
		x, a = numberPart(a)
		y, b = numberPart(b)
		if c := compareParts(x, y); c != 0 {
			return c
		}
	}
	return len(a) - len(b)
}

func numberPart(s string) (part, rest string) {
	n := 1
	for n < len(s) && isDigit(s[n]) == isDigit(s[0]) {
		n++
	}
	return s[:n], s[n:]
}

func compareParts(x, y string) int {
	if isDigit(x[0]) && isDigit(y[0]) {
		x, y = strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
		if len(x) != len(y) {
			return len(x) - len(y)
		}
	}
	return strings.Compare(x, y)
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// ValidPin says whether p can be a code's key; the empty one is none.
func ValidPin(p string) bool {
	return p == "" || len(p) == 1 && ('1' <= p[0] && p[0] <= '9' || 'a' <= p[0] && p[0] <= 'z')
}

// ValidColor says whether c can be a code's colour; the empty one is none.
func ValidColor(c string) bool {
	if c == "" {
		return true
	}
	if len(c) != 7 || c[0] != '#' {
		return false
	}
	return strings.Trim(c[1:], "0123456789abcdef") == ""
}
