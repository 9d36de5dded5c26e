package transcript

import (
	"fmt"
	"strings"
)

// Reason says why a file cannot be brought in.
type Reason int

// The reasons, each with one thing that the user can do about it.
const (
	ReasonEmpty       Reason = iota + 1 // no bytes
	ReasonNoText                        // a readable file without a word in it
	ReasonBinary                        // not text; Detail says what it is, if known
	ReasonMedia                         // sound, video or picture; Format names it
	ReasonDamaged                       // cut off or corrupted; Detail says where
	ReasonEncrypted                     // protected by a password
	ReasonBomb                          // unpacks to far more than a document needs; Detail says what of
	ReasonDoctype                       // XML with a DOCTYPE, which no word processor writes
	ReasonTooDeep                       // XML or Markdown nested, or with attributes, beyond any real document
	ReasonTooLarge                      // larger than MaxFile; Detail gives the size
	ReasonLegacyWord                    // Word 97-2003
	ReasonPDF                           // PDF
	ReasonUnsupported                   // a known format that is not read; Format names it
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

// Detail says more about a refusal, never in words of the file itself. Each is a
// key of catalogues.
type Detail string

// The details.
const (
	DetailLinuxProgram   Detail = "linux-program"
	DetailWindowsProgram Detail = "windows-program"
	DetailMacProgram     Detail = "mac-program"
	DetailDatabase       Detail = "database"
	DetailOldOffice      Detail = "old-office"
	DetailNoDocument     Detail = "no-document"  // a package without a Word document
	DetailDirectory      Detail = "directory"    // the list of contents of the package
	DetailEntry          Detail = "entry"        // a part of the package
	DetailMissing        Detail = "missing-part" // a part that is named and not there
	DetailCompression    Detail = "compression"  // one that nobody knows
	DetailXML            Detail = "no-xml"
	DetailXMLEnd         Detail = "xml-end"    // the XML breaks off
	DetailParts          Detail = "parts"      // more than N parts
	DetailPartSize       Detail = "part-size"  // more than N MB in one part
	DetailAttributes     Detail = "attributes" // more than N attributes
	DetailLevels         Detail = "levels"     // nested more than N levels deep
	DetailSize           Detail = "size"       // N MB
	DetailMarkdownSize   Detail = "markdown-size"
)

// details holds the words for each Detail in plain English.
var details = map[Detail]string{
	DetailLinuxProgram:   "a Linux program",
	DetailWindowsProgram: "a Windows program",
	DetailMacProgram:     "a macOS program",
	DetailDatabase:       "an SQLite database",
	DetailOldOffice:      "an old Office file",
	DetailNoDocument:     "no Word document inside",
	DetailDirectory:      "zip directory",
	DetailEntry:          "zip entry",
	DetailMissing:        "a part is missing",
	DetailCompression:    "unknown compression",
	DetailXML:            "XML",
	DetailXMLEnd:         "XML ends early",
	DetailParts:          "more than %d parts",
	DetailPartSize:       "over %d MB in one part",
	DetailAttributes:     "over %d attributes",
	DetailLevels:         "over %d levels",
	DetailSize:           "%d MB",
	DetailMarkdownSize:   "%d MB of Markdown",
}

// Error is the refusal of a file.
type Error struct {
	Reason Reason
	Detail Detail // empty: nothing more to say
	N      int    // of the details that count
	Format string // the usual ending of a format's files; empty: no matter
}

// Error says in plain English what happened and what to do.
func (e *Error) Error() string {
	words, more := reasons[e.Reason].words, details[e.Detail]
	switch {
	case strings.Contains(more, "%d"):
		more = fmt.Sprintf(more, e.N)
	case more == "":
		more = e.Format
	}
	if more == "" {
		return words
	}
	return words + " (" + more + ")"
}

// Is makes errors.Is(err, &Error{Reason: r}) ask for the reason alone.
func (e *Error) Is(target error) bool {
	other, ok := target.(*Error)
	return ok && other.Reason == e.Reason && (other.Detail == "" || other.Detail == e.Detail)
}

// fail makes an *Error.
func fail(r Reason, d Detail) *Error { return &Error{Reason: r, Detail: d} }

// failCount makes an *Error of a detail that counts.
func failCount(r Reason, d Detail, n int) *Error { return &Error{Reason: r, Detail: d, N: n} }

// failFormat makes an *Error about a format.
func failFormat(r Reason, ending string) *Error { return &Error{Reason: r, Format: ending} }
