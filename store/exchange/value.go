package exchange

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Kind is what the cells of a column hold, which says how people see them.
type Kind uint8

// The kinds of column.
const (
	Text   Kind = iota
	Count       // a whole number
	Figure      // a number with six decimals
	Truth       // true or false
	Time        // RFC 3339 in UTC
	Date        // YYYY-MM-DD
)

// numeric says that cells of this kind stand to the right.
func (k Kind) numeric() bool { return k == Count || k == Figure }

type form uint8

const (
	formNone form = iota
	formText
	formInt
	formFloat
	formTruth
	formTime
)

// Value is what one cell holds. The zero Value is an empty cell (JSON: null).
type Value struct {
	text string // the words, or why there is no figure
	bits uint64
	form form
}

// Of makes a cell of words.
func Of(s string) Value { return Value{text: s, form: formText} }

// Filled is a cell of words, empty (JSON: null) where there are none.
func Filled(s string) Value {
	if s == "" {
		return Value{}
	}
	return Of(s)
}

// List makes a cell of several values, joined by [Separator].
func List(values []string) Value { return Of(strings.Join(values, Separator)) }

// Int makes a cell of a whole number.
func Int(n int) Value { return Value{bits: uint64(n), form: formInt} }

// Ordinal is a whole number counted from 1; 0 is an empty cell.
func Ordinal(n int) Value {
	if n == 0 {
		return Value{}
	}
	return Int(n)
}

// Float makes a cell of a figure. What is no number is an empty cell.
func Float(f float64) Value {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return Value{}
	}
	return Value{bits: math.Float64bits(f), form: formFloat}
}

// Bool makes a cell of a truth value.
func Bool(b bool) Value {
	v := Value{form: formTruth}
	if b {
		v.bits = 1
	}
	return v
}

// Moment makes a cell of a time in Unix milliseconds; 0 is an empty cell.
func Moment(ms int64) Value {
	if ms == 0 {
		return Value{}
	}
	return Value{bits: uint64(ms), form: formTime}
}

// Undefined makes the empty cell of a figure that does not exist, and says why.
func Undefined(why string) Value { return Value{text: why} }

// Why gives the reason for an empty cell, or "".
func (v Value) Why() string {
	if v.form != formNone {
		return ""
	}
	return v.text
}

// words says that the cell holds words, which need to be made harmless.
func (v Value) words() bool { return v.form == formText }

const timeLayout = "2006-01-02T15:04:05.999Z07:00"

// append writes the cell as files have it, without any quoting.
func (v Value) append(b []byte) []byte {
	switch v.form {
	case formText:
		return append(b, v.text...)
	case formInt:
		return strconv.AppendInt(b, int64(v.bits), 10)
	case formFloat:
		return appendFigure(b, math.Float64frombits(v.bits))
	case formTruth:
		return strconv.AppendBool(b, v.bits != 0)
	case formTime:
		return time.UnixMilli(int64(v.bits)).UTC().AppendFormat(b, timeLayout)
	}
	return b
}

// appendFigure writes six decimals; what rounds to nothing has no sign.
func appendFigure(b []byte, f float64) []byte {
	if math.Abs(f) < 0.5e-6 {
		f = 0
	}
	return strconv.AppendFloat(b, f, 'f', 6, 64)
}

// String is the cell as files have it.
func (v Value) String() string {
	if v.form == formText {
		return v.text
	}
	return string(v.append(nil))
}
