package transcript

import (
	"strings"

	"fangtan/codebook/text"
)

// readText takes a text as it is: decoded, made canonical, otherwise untouched.
func readText(data []byte) (*Source, error) {
	decoded, found, err := decode(data)
	if err != nil {
		return nil, err
	}
	src := &Source{Encoding: found.name, BOM: found.bom, Newline: newlines(decoded)}
	src.Facts.Replaced = found.replaced
	canonical, counted := text.Canonical(strings.TrimLeft(decoded, "\uFEFF"))
	src.Text = canonical
	src.Facts.countCharacters(canonical, counted)
	return src, nil
}

// newlines tells how the lines of s end: "lf", "crlf", "cr", "mixed", or "" for a single line.
func newlines(s string) string {
	crlf := strings.Count(s, "\r\n")
	cr := strings.Count(s, "\r") - crlf
	lf := strings.Count(s, "\n") - crlf
	switch {
	case crlf+cr+lf == 0:
		return ""
	case cr+lf == 0:
		return "crlf"
	case crlf+lf == 0:
		return "cr"
	case crlf+cr == 0:
		return "lf"
	}
	return "mixed"
}
