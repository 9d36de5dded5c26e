package query

import "fmt"

// Fault is why a query could not be understood.
type Fault struct {
	At     int    // code points, from 1
	Reason Reason // what was expected there
	Near   string // what stands there; empty at the end
	Err    error  // a [codebook.Objection] where a name was not found
}

// Reason is what was expected.
type Reason string

// The reasons; the edge has words for them.
const (
	WantName   Reason = "name"    // a code's name, number or path
	WantQuote  Reason = "quote"   // a closing quotation mark
	WantOneAnd Reason = "one-and" // at most one "&", and nothing else between names
	WantLater  Reason = "later"   // nothing: Near is an operator that a later version understands
)

// Error says it in English.
func (f *Fault) Error() string {
	if f.Err != nil {
		return fmt.Sprintf("query, character %d: %v", f.At, f.Err)
	}
	return fmt.Sprintf("query, character %d: want %s near %q", f.At, f.Reason, f.Near)
}

// Unwrap gives the objection to a name.
func (f *Fault) Unwrap() error { return f.Err }
