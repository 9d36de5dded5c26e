package codebook

// CoderKind says what sort of coder codes.
type CoderKind uint8

// The kinds of coder. Recheck is a coder coding her own transcripts again;
// consensus holds what disagreeing coders settled on.
const (
	CoderPerson CoderKind = iota
	CoderProgram
	CoderRecheck
	CoderConsensus
)

var coderKinds = []string{"person", "program", "recheck", "consensus"}

// String is the kind's name in files.
func (k CoderKind) String() string { return nameOf(coderKinds, int(k)) }

// ParseCoderKind reads a kind's name in files.
func ParseCoderKind(s string) (CoderKind, bool) {
	i, ok := indexOf(coderKinds, s)
	return CoderKind(i), ok
}

// Coder is somebody who codes.
type Coder struct {
	No   No
	ID   ID
	Name string
	Kind CoderKind
	Of   No // the coder whose work a recheck repeats
}

func nameOf(names []string, i int) string {
	if i < 0 || i >= len(names) {
		return ""
	}
	return names[i]
}

func indexOf(names []string, s string) (int, bool) {
	for i, n := range names {
		if n == s {
			return i, true
		}
	}
	return 0, false
}
