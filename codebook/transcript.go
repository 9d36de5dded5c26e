package codebook

import "fangtan/codebook/text"

// Kind is what sort of source a transcript is.
type Kind uint8

// The kinds of source.
const (
	KindInterview Kind = iota
	KindFocusGroup
	KindFieldNote
	KindDocument
)

var kinds = []string{"interview", "focus group", "field note", "document"}

// String is the kind's name in files.
func (k Kind) String() string { return nameOf(kinds, int(k)) }

// ParseKind reads a kind's name in files; the empty name is an interview.
func ParseKind(s string) (Kind, bool) {
	if s == "" {
		return KindInterview, true
	}
	i, ok := indexOf(kinds, s)
	return Kind(i), ok
}

// Transcript is one interview (or focus group, field note, document) without
// its text and cut, which are kept beside it.
type Transcript struct {
	No       No
	ID       ID
	File     string // path below the folder imported, with "/", unique; never changes
	Title    string
	Kind     Kind
	Group    No
	Date     string // YYYY-MM-DD or empty
	Pair     No     // the transcript set beside this one, 0 for none
	Rank     int32
	Text     Hash
	Bytes    uint32 // length of the text
	Points   uint32 // Unicode code points
	Chars    uint32 // counted characters
	Turns    uint32
	Created  int64 // Unix milliseconds
	Speakers []Speaker
	Values   []Value
	Finished []No // coders who marked it finished, ascending
	Source   Source
}

// Speaker is one person within one transcript.
type Speaker struct {
	ID     ID
	Label  string // as it stands in the text
	Name   string // as shown; empty: the label
	Role   text.Role
	Group  No     // 0: the transcript's
	Person string // joins voices across transcripts; empty: this transcript only
}

// Shown is the name that screens and files show.
func (s *Speaker) Shown() string {
	if s.Name != "" {
		return s.Name
	}
	return s.Label
}

// Value is an attribute's value on a transcript.
type Value struct {
	Attribute No
	Text      string
}

// Source is what the file was like before it became canonical text.
type Source struct {
	Format   string // "txt", "md", "docx"
	Encoding string // "utf-8", "gb18030", …
	Newline  string // "lf", "crlf", "cr", "mixed"
	BOM      bool
}

// AttributeKind is the type of an attribute's values.
type AttributeKind uint8

// The kinds of attribute.
const (
	AttributeText AttributeKind = iota
	AttributeNumber
	AttributeDate
	AttributeChoice
)

var attributeKinds = []string{"text", "number", "date", "choice"}

// String is the kind's name in files.
func (k AttributeKind) String() string { return nameOf(attributeKinds, int(k)) }

// Attribute is a named property of transcripts, such as role or township.
type Attribute struct {
	No   No
	ID   ID
	Name string
	Kind AttributeKind
	Rank int32
}

// Cut gives how a transcript's text is cut. A store may decode it on demand, so
// callers keep what they use often. What it returns is never written to.
type Cut interface {
	Turns() []text.Turn
	Paragraphs() []text.Mark
	Sentences() []text.Mark
	Version() uint16
}

// HeldCut is a [Cut] that holds its marks in memory.
type HeldCut struct{ text.Cut }

// Turns are the stretches of speech, in order.
func (h *HeldCut) Turns() []text.Turn { return h.Cut.Turns }

// Paragraphs are the lines that are not blank, in order.
func (h *HeldCut) Paragraphs() []text.Mark { return h.Cut.Paragraphs }

// Sentences never cross a paragraph or a label.
func (h *HeldCut) Sentences() []text.Mark { return h.Cut.Sentences }

// Version is that of the segmenter.
func (h *HeldCut) Version() uint16 { return h.Cut.Version }

// Value gives the transcript's value of attribute a, and whether it has one.
func (t *Transcript) Value(a No) (string, bool) {
	for _, v := range t.Values {
		if v.Attribute == a {
			return v.Text, true
		}
	}
	return "", false
}

// FinishedBy says whether coder c marked the transcript as finished.
func (t *Transcript) FinishedBy(c No) bool {
	for _, f := range t.Finished {
		if f == c {
			return true
		}
	}
	return false
}
