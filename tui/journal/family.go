package journal

import (
	"strings"

	"fangtan/codebook"
)

// family is a sort of action that the list can be narrowed to.
type family uint8

const (
	everything family = iota
	ofCodings
	ofCodes
	ofTranscripts
	ofMemos
	ofLinks
	ofPeople
	ofUndos
	families
)

// familyWords are what the families are called; of everything, nothing is said.
var familyWords = [families]string{
	"", "journal.of-codings", "journal.of-codes", "journal.of-transcripts", "journal.of-memos", "journal.of-links",
	"journal.of-people", "journal.of-undos",
}

// familyOf finds a family by what stands before the point in the kind of an action.
var familyOf = map[string]family{
	"coding": ofCodings, "code": ofCodes, "transcript": ofTranscripts, "import": ofTranscripts, "memo": ofMemos, "link": ofLinks,
	"group": ofPeople, "coder": ofPeople, "attribute": ofPeople,
	codebook.KindUndo: ofUndos, codebook.KindRedo: ofUndos,
}

// holds says whether an action of a kind belongs to the family.
func (f family) holds(kind string) bool {
	before, _, _ := strings.Cut(kind, ".")
	return f == everything || familyOf[before] == f
}
