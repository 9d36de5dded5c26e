package wording

import (
	"slices"
	"strconv"
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/tui/locale"
)

// quoted is how many graphemes of a passage are shown where it is only to be known again.
const quoted = 40

// Edited says what an edit of a text would do: how many codings stay, move and are
// lost, and what else becomes different, a line for each.
func Edited(w *locale.Words, op *codebook.EditTranscript, out *codebook.Outcome) []string {
	lines := []string{w.T("edit.summary",
		"Stay", out.Stay, "Moved", len(out.Moved), "Changed", len(out.Changed), "Lost", len(out.Lost))}
	if n := len(out.Points); n > 0 {
		lines = append(lines, w.T("edit.points", "N", n))
	}
	if n := len(out.Unfounded); n > 0 {
		lines = append(lines, w.T("edit.unfounded", "N", n))
	}
	if op.Row.Turns != op.Found.Turns {
		lines = append(lines, w.T("edit.turns", "Before", op.Found.Turns, "After", op.Row.Turns))
	}
	before, after := spoken(op.Found.Speakers), spoken(op.Row.Speakers)
	if before != after {
		lines = append(lines, w.T("edit.speakers", "Before", orNone(w, before), "After", orNone(w, after)))
	}
	return lines
}

// LostCodings names the codings that an edit would lose, with what they stood on in
// the text before.
func LostCodings(w *locale.Words, p *codebook.Project, out *codebook.Outcome, before string) []string {
	lines := make([]string, len(out.Lost))
	for i, c := range out.Lost {
		lines[i] = w.T("edit.lost", "Code", codeTitle(p, c.Code), "Coder", coderName(p, c.Coder), "Words", Quote(before[c.Start:c.End]))
	}
	return lines
}

// Quote is the beginning of a passage on one line.
func Quote(words string) string {
	words = strings.Join(strings.Fields(words), " ")
	at := 0
	for range quoted {
		at = text.NextGrapheme(words, at)
	}
	if at < len(words) {
		return words[:at] + "…"
	}
	return words
}

func codeTitle(p *codebook.Project, n codebook.No) string {
	if c := p.Code(n); c != nil {
		return c.Title(p.Lang)
	}
	return strconv.Itoa(int(n))
}

func coderName(p *codebook.Project, n codebook.No) string {
	if c := p.Coder(n); c != nil {
		return c.Name
	}
	return strconv.Itoa(int(n))
}

func spoken(speakers []codebook.Speaker) string {
	labels := make([]string, len(speakers))
	for i := range speakers {
		labels[i] = speakers[i].Label
	}
	slices.Sort(labels) // in what order they speak first says nothing here
	return strings.Join(labels, " · ")
}

func orNone(w *locale.Words, s string) string {
	if s == "" {
		return w.T("edit.no-speakers")
	}
	return s
}
