package wording

import (
	"strings"

	"fangtan/codebook"
	"fangtan/tui/locale"
)

// Extent says how much a change changes, a line for each sort of thing.
func Extent(w *locale.Words, x codebook.Extent) []string {
	var lines []string
	for _, sort := range []struct {
		id    string
		moves codebook.Moves
	}{
		{"journal.codes", x.Codes}, {"journal.codings", x.Codings}, {"journal.transcripts", x.Transcripts},
		{"journal.memos", x.Memos}, {"journal.links", x.Links}, {"journal.coders", x.Coders}, {"journal.groups", x.Groups},
		{"journal.attributes", x.Attributes},
	} {
		if sort.moves.Any() {
			lines = append(lines, w.T("journal.extent", "What", w.T(sort.id), "Moves", moves(w, sort.moves)))
		}
	}
	return lines
}

func moves(w *locale.Words, m codebook.Moves) string {
	var parts []string
	for _, part := range []struct {
		id string
		n  int
	}{{"journal.in", m.In}, {"journal.out", m.Out}, {"journal.changed", m.Changed}} {
		if part.n > 0 {
			parts = append(parts, w.T(part.id, "N", locale.Number(part.n)))
		}
	}
	return strings.Join(parts, w.T("journal.comma"))
}
