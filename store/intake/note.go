package intake

import (
	"slices"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/store/transcript"
)

// NoteKind is a sort of thing that an import report should mention.
type NoteKind string

// What can be noticed in a file that goes in. The first ones count what its
// reader found, the others what was made of it.
const (
	NoteInsertions NoteKind = "insertions" // tracked insertions, kept
	NoteDeletions  NoteKind = "deletions"  // tracked deletions, left out
	NoteMoves      NoteKind = "moves"      // tracked moves, kept where they went
	NoteComments   NoteKind = "comments"   // left out
	NoteHidden     NoteKind = "hidden"     // hidden text, left out
	NoteHeaders    NoteKind = "headers"    // page headers and footers, left out
	NotePictures   NoteKind = "pictures"   // left out
	NoteEmbedded   NoteKind = "embedded"   // documents in the document, left out
	NoteSymbols    NoteKind = "symbols"    // of symbol fonts, shown as a box
	NoteMarkup     NoteKind = "markup"     // HTML in Markdown, stripped
	NoteReplaced   NoteKind = "replaced"   // bytes without meaning, replaced
	NoteNulls      NoteKind = "nulls"      // NUL characters, replaced
	NoteControls   NoteKind = "controls"   // control characters, kept
	NoteBidi       NoteKind = "bidi"       // signs that turn the direction of text, kept
	NoteInvisible  NoteKind = "invisible"  // signs without width, kept

	NoteNoSpeakers     NoteKind = "no-speakers"     // no speaker was found
	NoteOnlyAsking     NoteKind = "only-asking"     // every word belongs to those who ask
	NoteSeveralGroups  NoteKind = "several-groups"  // the names fit more than one group
	NoteRenamed        NoteKind = "renamed"         // the name was taken; Name is the new one
	NoteUnknownPair    NoteKind = "unknown-pair"    // the list pairs it with Name, which is not there
	NoteUnknownSpeaker NoteKind = "unknown-speaker" // the list's speaker Name does not speak in the text
)

// Note is something noticed in a file.
type Note struct {
	Kind  NoteKind
	Count int    // of what was counted
	Name  string // of what has a name
}

// counted says how the facts of a file become notes.
var counted = []struct {
	kind  NoteKind
	count func(*transcript.Facts) int
}{
	{NoteInsertions, func(f *transcript.Facts) int { return f.Insertions }},
	{NoteDeletions, func(f *transcript.Facts) int { return f.Deletions }},
	{NoteMoves, func(f *transcript.Facts) int { return f.Moves }},
	{NoteComments, func(f *transcript.Facts) int { return f.Comments }},
	{NoteHidden, func(f *transcript.Facts) int { return f.HiddenRuns }},
	{NoteHeaders, func(f *transcript.Facts) int { return f.HeadersFooters }},
	{NotePictures, func(f *transcript.Facts) int { return f.Pictures }},
	{NoteEmbedded, func(f *transcript.Facts) int { return f.Embedded }},
	{NoteSymbols, func(f *transcript.Facts) int { return f.Symbols }},
	{NoteMarkup, func(f *transcript.Facts) int { return f.Markup }},
	{NoteReplaced, func(f *transcript.Facts) int { return f.Replaced }},
	{NoteNulls, func(f *transcript.Facts) int { return f.Nulls }},
	{NoteControls, func(f *transcript.Facts) int { return f.Controls }},
	{NoteBidi, func(f *transcript.Facts) int { return f.Bidi }},
	{NoteInvisible, func(f *transcript.Facts) int { return f.Invisible }},
}

// onlyAsking reports whether there are speakers and, by the cut of their text,
// nobody but interviewers says anything.
func onlyAsking(speakers []codebook.Speaker, turns []text.Turn) bool {
	asks := func(k codebook.Speaker) bool { return k.Role == text.RoleInterviewer }
	if !slices.ContainsFunc(speakers, asks) {
		return false
	}
	spoken := false
	for _, t := range turns {
		words := t.EndCh > t.TextCh
		if words && !asks(speakers[t.Speaker]) {
			return false
		}
		spoken = spoken || words
	}
	return spoken || len(speakers) == 1
}

func notesOf(f *transcript.Facts) []Note {
	var notes []Note
	for _, c := range counted {
		if n := c.count(f); n > 0 {
			notes = append(notes, Note{Kind: c.kind, Count: n})
		}
	}
	return notes
}
