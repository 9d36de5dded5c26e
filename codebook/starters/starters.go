// Package starters keeps the codebooks that a new study can begin with.
//
// Each codebook is two CSV files, one for each language of a project. They
// are data: edit them with any spreadsheet, and the tests of this package say
// what no longer agrees. The columns are those of "codes export", and fields:
//
//	code        the name in the file's language; unique in the file
//	parent      the name of the code above, which stands earlier in the file
//	number      P, P1, P1.1, X-PI, F2; the same in both files
//	name_zh     both names, in both files
//	name_en
//	dimension   the name of the level-1 code above; a level-1 code names itself
//	level       1, 2 or 3
//	role        component, result, facet, tension:P-I (the components' numbers), or empty
//	color       #rrggbb, see below
//	pin         the code's key: 1 to 9, or as a code key a to z
//	codable     false for a heading, which only holds other codes
//	archived    false
//	definition  in the file's language, as are the next four
//	include     when to use the code
//	exclude     when not to, with the number of the code to use instead
//	cues        words to search for, joined by "; "; they never code by themselves
//	examples    made-up sentences, joined by "; "
//	memo        empty
//	id          a UUID; the same in both files, and for F to F5 in all of them
//	fields      what a coding with this code may carry, see below
//
// Fields are joined by "; ", each a name, a colon and a type:
//
//	fields = field { "; " field }
//	field  = name ":" type
//	type   = "text" | "choice(" value { "|" value } ")"
//
// as in "strength:choice(1|2|3); evidence:text". Every field may be left empty
// on a coding.
//
// Colours: one family for each level-1 code (policy blue, organisation orange,
// target group green, environment purple, results brown, tensions red, facets
// grey), and a variant of it for each code below. All reach a contrast of 3:1
// on white and on a dark grey (#1e1e1e), and the families keep apart for
// people who see no red or no green.
//
// Keys: 1 to 9 are the codes used most. Code keys follow the rows of the
// keyboard in codebook order: upper row, then middle row, then lower row.
package starters

import (
	"embed"
	"strings"
)

//go:embed *.csv
var files embed.FS

// The names of the starter codebooks.
const (
	smith          = "smith"
	firstSecretary = "first-secretary"
)

// Names returns the names of the starter codebooks, the usual one first.
func Names() []string { return []string{smith, firstSecretary} }

// Smith returns the codebook of T. B. Smith's model of policy implementation
// as CSV: in English if lang is English (en, en-GB), else in Chinese.
func Smith(lang string) []byte { return read(smith, lang) }

// FirstSecretary returns the codebook of the first-secretary mechanism
// (dilemmas, mechanisms, inner and outer factors) as CSV: in English if lang
// is English, else in Chinese.
func FirstSecretary(lang string) []byte { return read(firstSecretary, lang) }

// read returns a file that the build put in; a test reads every one.
func read(name, lang string) []byte {
	language := "zh"
	if base, _, _ := strings.Cut(strings.ToLower(lang), "-"); base == "en" {
		language = "en"
	}
	data, _ := files.ReadFile(name + "." + language + ".csv")
	return data
}
