package transcript

import "fmt"

// Reason says why a file cannot be brought in.
type Reason int

// The reasons, each with one thing that the user can do about it.
const (
	ReasonEmpty       Reason = iota + 1 // no bytes
	ReasonNoText                        // a readable file without a word in it
	ReasonBinary                        // not text; Detail names what it is, if known
	ReasonMedia                         // sound, video or picture; Detail names the format
	ReasonDamaged                       // cut off or corrupted; Detail says where
	ReasonEncrypted                     // protected by a password
	ReasonBomb                          // unpacks to far more than a document needs; Detail names the part
	ReasonDoctype                       // XML with a DOCTYPE, which no word processor writes
	ReasonTooDeep                       // XML or Markdown nested, or with attributes, beyond any real document
	ReasonTooLarge                      // larger than MaxFile; Detail gives the size
	ReasonLegacyWord                    // Word 97-2003
	ReasonPDF                           // PDF
	ReasonUnsupported                   // a known format that is not read; Detail is its usual ending
	ReasonEncoding                      // text in an encoding that cannot be told
)

// reasons holds for each Reason its key and what happened and what to do, in plain English.
var reasons = map[Reason]struct{ key, words string }{
	ReasonEmpty:       {"empty", "the file is empty (0 bytes); check that it was saved or copied whole"},
	ReasonNoText:      {"no-text", "the file holds no text; check that it is the right one"},
	ReasonBinary:      {"binary", "the file is not text; export the transcript as .docx or .txt"},
	ReasonMedia:       {"media", "the file is sound, video or a picture; transcribe it first and import the transcript"},
	ReasonDamaged:     {"damaged", "the file is damaged or was cut off; copy it again or save it anew in its program"},
	ReasonEncrypted:   {"encrypted", "the file is protected by a password; remove the password in Word and save it again"},
	ReasonBomb:        {"bomb", "the file unpacks to far more than a transcript can hold; open it in Word and save it anew"},
	ReasonDoctype:     {"doctype", "the document declares XML entities, which Word never does; do not trust it, or open it in Word and save it anew"},
	ReasonTooDeep:     {"too-deep", "the document is nested deeper than any real one; open it in its program and save it anew"},
	ReasonTooLarge:    {"too-large", "the file is too large for one transcript; split it"},
	ReasonLegacyWord:  {"legacy-word", "this is the old Word format (.doc); open it and save it as .docx"},
	ReasonPDF:         {"pdf", "PDF is not read; open it in Word or copy its text, and save as .docx or .txt (a scan needs text recognition first)"},
	ReasonUnsupported: {"unsupported", "this format is not read; save the transcript as .docx, .md or .txt"},
	ReasonEncoding:    {"encoding", "the encoding of the text is unclear; save it as UTF-8"},
}

// String gives the reason's key, which catalogues use.
func (r Reason) String() string {
	if known, ok := reasons[r]; ok {
		return known.key
	}
	return fmt.Sprintf("reason-%d", int(r))
}

// Error is the refusal of a file.
type Error struct {
	Reason Reason
	Detail string // a format, a part or a size; never text of the file itself
}

// Error says in plain English what happened and what to do.
func (e *Error) Error() string {
	words := reasons[e.Reason].words
	if e.Detail == "" {
		return words
	}
	return words + " (" + e.Detail + ")"
}

// Is makes errors.Is(err, &Error{Reason: r}) ask for the reason alone.
func (e *Error) Is(target error) bool {
	other, ok := target.(*Error)
	return ok && other.Reason == e.Reason && (other.Detail == "" || other.Detail == e.Detail)
}

// fail makes an *Error.
func fail(r Reason, format string, args ...any) *Error {
	return &Error{Reason: r, Detail: fmt.Sprintf(format, args...)}
}
