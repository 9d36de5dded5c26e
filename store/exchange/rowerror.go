package exchange

import (
	"errors"
	"fmt"
	"strings"

	"fangtan/codebook"
)

// Why a list cannot be read at all, or a row of it cannot be used.
var (
	ErrNoHead     = errors.New("has no row of column names")
	ErrNoColumn   = errors.New("is a column that the file needs")
	ErrTwice      = errors.New("stands there twice")
	ErrQuotes     = errors.New("has quotation marks that do not close")
	ErrNumber     = errors.New("is no offset: want a whole number from 0")
	ErrNoPassage  = errors.New("does not end after it starts")
	ErrBeyond     = errors.New("lies outside the text")
	ErrTime       = errors.New("is no time: want RFC 3339, for example 2026-01-31T08:00:00Z")
	ErrBadID      = errors.New("is no id: want 8-4-4-4-12 hexadecimal digits")
	ErrTruth      = errors.New("is neither true nor false")
	ErrDate       = errors.New("is no date: want YYYY-MM-DD")
	ErrKind       = errors.New("is no kind: want interview, focus group, field note or document")
	ErrRole       = errors.New("is no role: want component, result, facet or tension:P-I")
	ErrFields     = errors.New(`declares no fields: want "name:text" or "name:choice(a|b)", joined by "; "`)
	ErrDerived    = errors.New("is not what the tree says")
	ErrOtherName  = errors.New("differs from the name beside it")
	ErrManyCoders = errors.New("would be one coder too many")
)

// RowError is a cell of a file that does not fit: where, what stands there, and
// the reason, one of this package's or an [codebook.Objection].
type RowError struct {
	Line   int    // in the file, from 1; 0 for the file as a whole
	Column string // its head
	Value  string
	Reason error
}

// Error says it in English; the edge has the words in both languages.
func (e *RowError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "line %d", e.Line)
	if e.Column != "" {
		fmt.Fprintf(&b, ", column %q", e.Column)
	}
	b.WriteString(": ")
	var named *codebook.Objection
	if e.Value != "" && !errors.As(e.Reason, &named) {
		fmt.Fprintf(&b, "%q ", e.Value)
	}
	return b.String() + e.Reason.Error()
}

// Unwrap gives the reason.
func (e *RowError) Unwrap() error { return e.Reason }
