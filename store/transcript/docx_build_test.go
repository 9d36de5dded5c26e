package transcript

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// Namespaces as Word writes them.
const (
	nsWord   = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
	nsRel    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsPkgRel = "http://schemas.openxmlformats.org/package/2006/relationships"
	nsOther  = ` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"` +
		` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"` +
		` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`
)

// docxParts is a document by its parts; "word/document.xml" and so on.
type docxParts map[string]string

// element wraps content into the root element of a part of Word.
func element(name, content string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><w:` + name + ` xmlns:w="` + nsWord + `" xmlns:r="` + nsRel + `"` + nsOther + `>` +
		content + `</w:` + name + `>`
}

// newDocx is a document with a body and further parts named as in the keys:
// styles, numbering, footnotes, endnotes, comments, header, footer.
func newDocx(body string, more map[string]string) docxParts {
	parts := docxParts{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels":         relations(map[string]string{"officeDocument": "word/document.xml"}),
		"word/document.xml":   element("document", "<w:body>"+body+"</w:body>"),
	}
	roots := map[string]string{"header": "hdr", "footer": "ftr"}
	targets := map[string]string{}
	for name, content := range more {
		root := name
		if r, ok := roots[name]; ok {
			root = r
		}
		parts["word/"+name+".xml"] = element(root, content)
		targets[name] = name + ".xml"
	}
	parts["word/_rels/document.xml.rels"] = relations(targets)
	return parts
}

// relations is a part of relations from kinds to targets.
func relations(targets map[string]string) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="` + nsPkgRel + `">`)
	for kind, target := range targets {
		b.WriteString(`<Relationship Id="r` + kind + `" Type="` + nsRel + "/" + kind + `" Target="` + target + `"/>`)
	}
	return b.String() + `</Relationships>`
}

// zip packs the parts.
func (d docxParts) zip(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, content := range d {
		method := zip.Store // what is short is not worth the memory of a compressor
		if len(content) > 4096 {
			method = zip.Deflate
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err == nil {
			_, err = w.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// para is a paragraph with properties and runs.
func para(properties, content string) string {
	return "<w:p><w:pPr>" + properties + "</w:pPr>" + content + "</w:p>"
}

// words is a run of plain text.
func words(s string) string { return "<w:r><w:t>" + s + "</w:t></w:r>" }

// look is a run of text with run properties.
func look(properties, s string) string {
	return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + s + "</w:t></w:r>"
}

// numbered is a paragraph in a list.
func numbered(num, level, s string) string {
	return para(`<w:numPr><w:ilvl w:val="`+level+`"/><w:numId w:val="`+num+`"/></w:numPr>`, words(s))
}
