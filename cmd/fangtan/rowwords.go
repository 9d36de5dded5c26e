package main

import (
	"errors"

	"fangtan/codebook"
	"fangtan/store/exchange"
	"fangtan/tui/locale"
	"fangtan/tui/wording"
)

// rowReasons are the messages for why a cell of a file does not fit.
var rowReasons = []struct {
	err error
	id  string
}{
	{exchange.ErrNoHead, "codescmd.row.no-head"},
	{exchange.ErrNoColumn, "codescmd.row.no-column"},
	{exchange.ErrTwice, "codescmd.row.twice"},
	{exchange.ErrQuotes, "codescmd.row.quotes"},
	{exchange.ErrNumber, "codescmd.row.number"},
	{exchange.ErrNoPassage, "codescmd.row.no-passage"},
	{exchange.ErrBeyond, "codescmd.row.beyond"},
	{exchange.ErrTime, "codescmd.row.time"},
	{exchange.ErrBadID, "codescmd.row.bad-id"},
	{exchange.ErrTruth, "codescmd.row.truth"},
	{exchange.ErrDate, "codescmd.row.date"},
	{exchange.ErrKind, "codescmd.row.kind"},
	{exchange.ErrRole, "codescmd.row.role"},
	{exchange.ErrFields, "codescmd.row.fields"},
	{exchange.ErrDerived, "codescmd.row.derived"},
	{exchange.ErrOtherName, "codescmd.row.other-name"},
	{exchange.ErrManyCoders, "codescmd.row.many-coders"},
}

// rowWords says where in a file something does not fit, what stands there, and why.
func rowWords(w *locale.Words, r *exchange.RowError) string {
	why := reasonWords(w, r)
	switch {
	case r.Line == 0:
		return why
	case r.Column == "":
		return w.T("codescmd.row.line", "Line", r.Line, "Why", why)
	}
	return w.T("codescmd.row.cell", "Line", r.Line, "Column", r.Column, "Why", why)
}

func reasonWords(w *locale.Words, r *exchange.RowError) string {
	for _, known := range rowReasons {
		if errors.Is(r.Reason, known.err) {
			return w.T(known.id, "Value", r.Value)
		}
	}
	if words, ok := wording.Objection(w, r.Reason); ok {
		return words
	}
	thing, ok := columnThings[r.Column]
	if !ok {
		thing = codebook.ThingCode
	}
	words, ok := wording.Objection(w, &codebook.Objection{Thing: thing, Name: r.Value, Reason: r.Reason})
	if !ok {
		return r.Reason.Error()
	}
	return words
}

// columnThings are what columns name, where that is no code.
var columnThings = map[string]codebook.Thing{
	"file": codebook.ThingTranscript, "coder": codebook.ThingCoder, "group": codebook.ThingGroup,
}

// badRow words a file that cannot be read because of one of its cells.
func badRow(w *locale.Words, err error, path string) (string, bool) {
	var r *exchange.RowError
	if !errors.As(err, &r) {
		return "", false
	}
	return where(w, path, rowWords(w, r)), true
}
