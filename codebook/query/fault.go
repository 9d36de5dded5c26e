package query

import (
	"fmt"
	"unicode/utf8"
)

// Fault is why a query could not be understood.
type Fault struct {
	At      int    // code points, from 1
	Byte    int    // the same place in bytes, from 0
	Reason  Reason // what was expected there
	Near    string // what stands there; empty at the end
	Err     error  // a [codebook.Objection] where a name was not found, or what Go says of an expression
	Nearest string // the name that was perhaps meant; empty for none
}

// Reason is what was expected.
type Reason string

// The reasons; the edge has words for them.
const (
	WantPassages Reason = "passages"   // a name, a filter, "!" or "("
	WantOperator Reason = "operator"   // an operator, or the end
	WantClose    Reason = "close"      // ")"
	WantQuote    Reason = "quote"      // a closing quotation mark
	WantSlash    Reason = "slash"      // the "/" that ends an expression
	WantNumber   Reason = "number"     // a number of turns
	WantTurn     Reason = "turn"       // "turn"
	WantMemo     Reason = "memo"       // "memo"
	WantValue    Reason = "value"      // what the filter asks for
	WantRegexp   Reason = "expression" // an expression that Go's regexp compiles
	WantKnown    Reason = "known"      // a name of this study
	WantShallow  Reason = "shallow"    // fewer brackets in each other
)

// Error says it in English.
func (f *Fault) Error() string {
	if f.Err != nil {
		return fmt.Sprintf("query, character %d: %v", f.At, f.Err)
	}
	return fmt.Sprintf("query, character %d: want %s near %q", f.At, f.Reason, f.Near)
}

// Unwrap gives the objection to a name or an expression.
func (f *Fault) Unwrap() error { return f.Err }

// faultAt is a fault of the stretch [from, to) of a query.
func faultAt(src string, from, to int, want Reason) *Fault {
	return &Fault{At: 1 + utf8.RuneCountInString(src[:from]), Byte: from, Reason: want, Near: src[from:to]}
}
