package codebook

// Target says what a memo hangs on.
type Target uint8

// What a memo can hang on.
const (
	TargetProject Target = iota
	TargetTranscript
	TargetPassage
	TargetCode
	TargetLink
)

var targets = []string{"project", "transcript", "passage", "code", "link"}

// String is the target's name in files.
func (t Target) String() string { return nameOf(targets, int(t)) }

// ParseTarget reads a target's name in files.
func ParseTarget(s string) (Target, bool) {
	i, ok := indexOf(targets, s)
	return Target(i), ok
}

// Memo is a note. A passage memo has its own range, which may be a point
// (Start == End); others have none.
type Memo struct {
	No         No
	ID         ID
	Target     Target
	On         No // the transcript, code or link; 0 for the project
	Start, End uint32
	Coder      No
	Created    int64 // Unix milliseconds
	Changed    int64 // Unix milliseconds
	Text       string
}
