package transcript

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// part is an XML part being read, token by token. Its elements carry short names
// of their namespaces (see spaces), the same for Microsoft's and the ISO's.
type part struct {
	dec   *xml.Decoder
	depth int
}

// spaces gives each namespace that matters its usual prefix. Others become "?".
var spaces = map[string]string{
	"": "",
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":        "w",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                    "w",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
	"http://purl.oclc.org/ooxml/officeDocument/relationships":             "r",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":          "m",
	"http://purl.oclc.org/ooxml/officeDocument/math":                      "m",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":         "mc",
	"http://schemas.openxmlformats.org/package/2006/relationships":        "rel",
	"http://schemas.openxmlformats.org/package/2006/content-types":        "ct",
}

// newPart begins to read XML in UTF-8 or UTF-16. Elements with too many
// attributes are refused before anything is made of them.
func newPart(data []byte) (*part, error) {
	decoded, _, err := decode(data)
	if err != nil {
		return nil, fail(ReasonDamaged, DetailXML)
	}
	if mostAttributes(decoded) > MaxAttributes {
		return nil, failCount(ReasonTooDeep, DetailAttributes, MaxAttributes)
	}
	dec := xml.NewDecoder(strings.NewReader(decoded))
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // decoded already
	return &part{dec: dec}, nil
}

// mostAttributes counts the attributes (the quoted values) of every tag and gives the most.
func mostAttributes(s string) int {
	most := 0
	for {
		start := strings.IndexByte(s, '<')
		if start < 0 {
			return most
		}
		s = s[start:]
		if end := unparsed(s); end != "" {
			_, s, _ = strings.Cut(s, end)
			continue
		}
		var n int
		n, s = countQuoted(s)
		most = max(most, n)
	}
}

// unparsed tells what ends a stretch of XML that is no tag, "" if s begins a tag.
func unparsed(s string) string {
	switch {
	case strings.HasPrefix(s, "<?"):
		return "?>"
	case strings.HasPrefix(s, "<!--"):
		return "-->"
	case strings.HasPrefix(s, "<![CDATA["):
		return "]]>"
	}
	return ""
}

// countQuoted counts the quoted values of the tag that s begins with and gives what follows it.
func countQuoted(tag string) (n int, rest string) {
	for {
		i := strings.IndexAny(tag, `"'>`)
		if i < 0 {
			return n, ""
		}
		if tag[i] == '>' {
			return n, tag[i:]
		}
		n++
		_, tag, _ = strings.Cut(tag[i+1:], tag[i:i+1])
	}
}

// next gives the next start, end or text; io.EOF after the last.
func (p *part) next() (xml.Token, error) {
	for {
		tok, err := p.dec.Token()
		if errors.Is(err, io.EOF) {
			return nil, io.EOF
		}
		if err != nil {
			return nil, fail(ReasonDamaged, DetailXML)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if p.depth++; p.depth > MaxDepth {
				return nil, failCount(ReasonTooDeep, DetailLevels, MaxDepth)
			}
			t.Name.Space = shortSpace(t.Name.Space)
			return t, nil
		case xml.EndElement:
			p.depth--
			return t, nil
		case xml.CharData:
			return t, nil
		case xml.Directive:
			if bytes.HasPrefix(bytes.ToUpper(bytes.TrimSpace(t)), []byte("DOCTYPE")) {
				return nil, fail(ReasonDoctype, "")
			}
		}
	}
}

// shortSpace is the prefix of a namespace.
func shortSpace(uri string) string {
	if short, ok := spaces[uri]; ok {
		return short
	}
	return "?"
}

// skip reads to the end of the element whose start was read last.
func (p *part) skip() error {
	return p.each(func(xml.StartElement) {})
}

// each reads to the end of the element whose start was read last and calls f for
// every element inside, at any depth. What a tracked change has kept of the
// state before it is passed over.
func (p *part) each(f func(xml.StartElement)) error {
	floor := p.depth - 1
	past := 0 // the depth of the record of a former state that is being passed over
	for p.depth > floor {
		tok, err := p.next()
		if err != nil {
			return cutOff(err)
		}
		e, ok := tok.(xml.StartElement)
		switch {
		case !ok:
			if p.depth < past {
				past = 0
			}
		case past > 0:
		case strings.HasSuffix(e.Name.Local, "Change"):
			past = p.depth
		default:
			f(e)
		}
	}
	return nil
}

// text reads to the end of the element whose start was read last and gives its characters.
func (p *part) text() (string, error) {
	floor := p.depth - 1
	var out []byte
	for p.depth > floor {
		tok, err := p.next()
		if err != nil {
			return "", cutOff(err)
		}
		if t, ok := tok.(xml.CharData); ok {
			out = append(out, t...)
		}
	}
	return string(out), nil
}

// all calls f for every element of the part.
func (p *part) all(f func(xml.StartElement)) error {
	for {
		tok, err := p.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := tok.(xml.StartElement); ok {
			f(e)
		}
	}
}

// cutOff makes an end where none may be an error.
func cutOff(err error) error {
	if errors.Is(err, io.EOF) {
		return fail(ReasonDamaged, DetailXMLEnd)
	}
	return err
}

// attr is the value of an attribute by its local name, "" if it is not there.
func attr(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// isOn reads a switch: an element that is there is on unless its value says otherwise.
func isOn(e xml.StartElement) bool {
	switch attr(e, "val") {
	case "0", "false", "off":
		return false
	}
	return true
}
