package codebook

import (
	"errors"
	"fmt"
)

// What an op can object to. Each is wrapped in an [Objection] that names the
// thing it is about; the words for people are made at the edge.
var (
	ErrUnknown    = errors.New("is not in this study")
	ErrExists     = errors.New("is there already")
	ErrSameName   = errors.New("is a name already used under the same parent")
	ErrNoName     = errors.New("needs a name")
	ErrCycle      = errors.New("would become its own ancestor")
	ErrSelf       = errors.New("cannot be joined with itself")
	ErrOutside    = errors.New("lies outside the text")
	ErrEmpty      = errors.New("holds no text")
	ErrNotCodable = errors.New("is a heading and takes no codings")
	ErrInUse      = errors.New("is still in use")
	ErrAmbiguous  = errors.New("names more than one")
	ErrChanged    = errors.New("was changed by a later action")
	ErrPin        = errors.New("is no key for a code: want 1-9 or a-z")
	ErrPinTaken   = errors.New("has the key that it should have")
	ErrColor      = errors.New("is no colour: want #rrggbb")
	ErrDuplicate  = errors.New("has the same content")
	ErrNothing    = errors.New("changes nothing")
	ErrField      = errors.New("is no value for this field")
	ErrEncoding   = errors.New("is not UTF-8")
	ErrTooLong    = errors.New("is longer than a text may be")
)

// Thing is a sort of object that an [Objection] can be about.
type Thing string

// The things an op may object to.
const (
	ThingCode       Thing = "code"
	ThingCoder      Thing = "coder"
	ThingGroup      Thing = "group"
	ThingTranscript Thing = "transcript"
	ThingSpeaker    Thing = "speaker"
	ThingCoding     Thing = "coding"
	ThingPassage    Thing = "passage"
	ThingMemo       Thing = "memo"
	ThingLink       Thing = "link"
	ThingAttribute  Thing = "attribute"
	ThingField      Thing = "field"
	ThingAction     Thing = "action"
)

// Objection is why an op was refused: which thing, by what name, and the reason.
type Objection struct {
	Thing  Thing
	Name   string
	Reason error
}

// Error says it in English; the edge has the words in both languages.
func (o *Objection) Error() string { return fmt.Sprintf("%s %q %v", o.Thing, o.Name, o.Reason) }

// Unwrap gives the reason, so that errors.Is works.
func (o *Objection) Unwrap() error { return o.Reason }

func object(t Thing, name string, reason error) error {
	return &Objection{Thing: t, Name: name, Reason: reason}
}
