package tally

import (
	"fmt"
	"strconv"
	"strings"
)

// UnitKind is a way of cutting a text into units.
type UnitKind uint8

// The kinds of unit. Overlap takes as units the maximal runs of characters with
// the same set of codes; a run ends where its turn ends.
const (
	Turn UnitKind = iota
	Sentence
	Paragraph
	Window
	Whole // the transcript
	Character
	Overlap
)

var unitNames = []string{"turn", "sentence", "paragraph", "window", "transcript", "character", "overlap"}

// Unit is a kind, and for a window the number of turns to either side. Turns are
// those in scope: between two answers the question is no turn.
type Unit struct {
	Kind UnitKind
	K    int
}

// around is how many neighbours to either side belong to a unit.
func (u Unit) around() int {
	if u.Kind == Window {
		return u.K
	}
	return 0
}

// String is the unit's name on the command line: "turn", "window:2".
func (u Unit) String() string {
	if u.Kind == Window {
		return fmt.Sprintf("window:%d", u.K)
	}
	return unitNames[u.Kind]
}

// ParseUnit reads a unit's name; a window needs its number of turns, from 1.
func ParseUnit(s string) (Unit, bool) {
	name, k, hasK := strings.Cut(s, ":")
	for i, n := range unitNames {
		if n != name {
			continue
		}
		u := Unit{Kind: UnitKind(i)}
		if (u.Kind == Window) != hasK {
			return Unit{}, false
		}
		if hasK {
			n, err := strconv.Atoi(k)
			if err != nil || n < 1 {
				return Unit{}, false
			}
			u.K = n
		}
		return u, true
	}
	return Unit{}, false
}
