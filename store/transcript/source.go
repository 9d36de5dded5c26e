// Package transcript makes the files of a study readable: the bytes of one file
// go in, its canonical text and what was found out about it come out.
//
// The laws of this package:
//
//  1. Nothing is lost in silence. What is left out on purpose (deleted and hidden
//     text, comments, headers, pictures) is counted in Facts, so that an import
//     can say so.
//  2. Nothing is made up. Apart from what a reader of the printed page would see
//     (the numbers of lists and notes, a tab between cells) the text holds only
//     the author's characters.
//  3. The content decides what a file is; the ending of its name is asked second.
//  4. A file is a stranger. Sizes, ratios, depths and counts are limited, and the
//     limits are checked on bytes really seen, never on what a header promises.
//     Bad input is an *Error with a Reason, never a panic.
//  5. No files, clocks or words for people: the edge opens files and words errors.
//
// The way through it:
//
//	bytes ─ sniff ─┬─ charset ─┬─ txt ─┐
//	               │           └─ md ──┼─▶ Source
//	               └─ zip ─ xml ─ docx ┘
package transcript

import (
	"strings"
	"unicode"

	"fangtan/codebook/text"
)

// Source is one file made readable: what it says, and what was found out about it.
type Source struct {
	// Text is the canonical text: valid UTF-8, lines ended by "\n", no byte-order mark.
	Text string
	// Hints are what the file's layout knew about stretches of Text, by start.
	Hints []text.Hint
	// Title is the document's own title, "" if the file names none.
	Title string
	// Format is "txt", "md" or "docx".
	Format string
	// Encoding is the name of the encoding the characters were stored in, as "utf-8".
	Encoding string
	// Newline is how lines ended in the file: "lf", "crlf", "cr" or "mixed"; "" for a
	// single line and for formats that have no lines.
	Newline string
	// BOM tells whether the file began with a byte-order mark.
	BOM bool
	// Facts counts what an import report should mention.
	Facts Facts
}

// Facts counts what was found in a file beside its plain text.
type Facts struct {
	Insertions     int // tracked insertions, kept
	Deletions      int // tracked deletions, dropped
	Moves          int // tracked moves: kept where moved to, dropped where moved from
	Comments       int // comments, left out
	Notes          int // footnotes and endnotes, kept at the end
	TextBoxes      int // text boxes, kept once, before the paragraph they hang on
	HiddenRuns     int // runs of hidden text, dropped
	HeadersFooters int // page headers and footers with text, left out
	Pictures       int // pictures and drawings without text, left out
	Embedded       int // documents embedded in the document, left out
	Symbols        int // characters of symbol fonts without a Unicode twin, shown as U+25A1
	Markup         int // pieces of HTML inside Markdown, stripped to their text
	Replaced       int // byte sequences without meaning in the encoding, replaced by U+FFFD
	Nulls          int // NUL characters, replaced by U+FFFD
	Controls       int // other control characters, kept
	Bidi           int // bidirectional overrides and isolates, kept
	Invisible      int // joiners, direction marks and other signs without width, kept
}

// Read makes the content of one file readable. The name is only asked for its
// ending. The error is always an *Error.
func Read(name string, data []byte) (*Source, error) {
	if len(data) > MaxFile {
		return nil, failCount(ReasonTooLarge, DetailSize, len(data)>>20)
	}
	kind, err := sniff(name, data)
	if err != nil {
		return nil, err
	}
	src, err := readers[kind](data)
	if err != nil {
		return nil, err
	}
	if strings.TrimFunc(src.Text, isBlank) == "" {
		return nil, fail(ReasonNoText, "")
	}
	src.Format = string(kind)
	return src, nil
}

// readers holds one reader for each kind of file that can be read.
var readers = map[kind]func([]byte) (*Source, error){
	kindText:     readText,
	kindMarkdown: readMarkdown,
	kindWord:     readWord,
}

// isBlank tells characters that leave a page empty.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\uFEFF' || r == '\u200B' || r == unicode.ReplacementChar
}

// countCharacters takes over what Canonical counted, and counts the signs that
// turn the direction of text, which hide what a line really says.
func (f *Facts) countCharacters(s string, counted text.Facts) {
	f.Replaced += counted.Invalid
	f.Nulls = counted.NUL
	f.Invisible = counted.Invisible
	if counted.Controls == 0 {
		return
	}
	for _, r := range s {
		if r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069' {
			f.Bidi++
		}
	}
	f.Controls = counted.Controls - f.Bidi
}
