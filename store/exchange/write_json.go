package exchange

import "unicode/utf8"

// objects writes one JSON object a row, names in the order of the columns, one
// object a line, with what stands before, between and after them.
type objects struct {
	first, between, last, none string
	names                      [][]byte // `"head":`
	started                    bool
}

func newArray(Options) encoder {
	return &objects{first: "[\n", between: ",\n", last: "\n]\n", none: "[]\n"}
}

func newLines(Options) encoder { return &objects{between: "\n", last: "\n"} }

func (o *objects) head(b []byte, columns []Column) []byte {
	for _, c := range columns {
		o.names = append(o.names, append(appendQuoted(nil, c.Head), ':'))
	}
	return b
}

func (o *objects) row(b []byte, values []Value) []byte {
	if o.started {
		b = append(b, o.between...)
	} else {
		b = append(b, o.first...)
		o.started = true
	}
	b = append(b, '{')
	for i, v := range values {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendJSON(append(b, o.names[i]...), v)
	}
	return append(b, '}')
}

func (o *objects) foot(b []byte, _ []string) []byte {
	if o.started {
		return append(b, o.last...)
	}
	return append(b, o.none...)
}

func appendJSON(b []byte, v Value) []byte {
	switch v.form {
	case formNone:
		return append(b, "null"...)
	case formText:
		return appendQuoted(b, v.text)
	case formTime:
		return append(v.append(append(b, '"')), '"')
	}
	return v.append(b)
}

const hexDigits = "0123456789abcdef"

// appendQuoted writes a JSON string. Malformed bytes become U+FFFD, and the two
// separators that JavaScript takes for line ends are escaped.
func appendQuoted(b []byte, s string) []byte {
	b = append(b, '"')
	kept := 0
	for i := 0; i < len(s); {
		r, width := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, width = utf8.DecodeRuneInString(s[i:])
		}
		if plainInJSON(r, width) {
			i += width
			continue
		}
		b = append(b, s[kept:i]...)
		b = appendEscaped(b, r)
		i += width
		kept = i
	}
	return append(append(b, s[kept:]...), '"')
}

func plainInJSON(r rune, width int) bool {
	switch r {
	case '"', '\\', 0x2028, 0x2029:
		return false
	case utf8.RuneError:
		return width > 1
	}
	return r >= ' '
}

func appendEscaped(b []byte, r rune) []byte {
	switch r {
	case '"', '\\':
		return append(b, '\\', byte(r))
	case '\n':
		return append(b, `\n`...)
	case '\t':
		return append(b, `\t`...)
	case '\r':
		return append(b, `\r`...)
	}
	b = append(b, `\u`...)
	for shift := 12; shift >= 0; shift -= 4 {
		b = append(b, hexDigits[r>>shift&15])
	}
	return b
}
