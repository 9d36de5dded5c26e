package transcript

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
)

func TestHostileWord(t *testing.T) {
	document := func(content string) docxParts {
		d := newDocx("", nil)
		d["word/document.xml"] = content
		return d
	}
	rels := func(content string) docxParts {
		d := newDocx(para("", words("好")), nil)
		d["_rels/.rels"] = content
		return d
	}
	attributes := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, " a%d='>'", i)
		}
		return b.String()
	}
	for _, c := range []struct {
		name   string
		parts  docxParts
		reason Reason
	}{
		{"entities", document(`<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="` + nsWord + `"><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:document>`), ReasonDoctype},
		{"doctype alone", document(`<!doctype html><html/>`), ReasonDoctype},
		{"doctype in relations", rels(`<!DOCTYPE x><Relationships/>`), ReasonDoctype},
		{"undeclared entity", document(element("document", "<w:p><w:r><w:t>&nbsp;</w:t></w:r></w:p>")), ReasonDamaged},
		{"deep", document(element("document", strings.Repeat("<w:x>", 300)+strings.Repeat("</w:x>", 300))), ReasonTooDeep},
		{"deep in what is passed over", document(element("document", "<w:sectPr>"+strings.Repeat("<w:x>", 300)+strings.Repeat("</w:x>", 300)+"</w:sectPr>")), ReasonTooDeep},
		{"many attributes", document(element("document", "<w:p"+attributes(1001)+"/>")), ReasonTooDeep},
		{"cut off XML", document(`<w:document xmlns:w="` + nsWord + `"><w:body><w:p><w:r><w:t>你好`), ReasonDamaged},
		{"tags crossed", document(element("document", "<w:p><w:r></w:p></w:r>")), ReasonDamaged},
		{"nothing in it", document(""), ReasonNoText},
		{"no words", newDocx(para("", ""), nil), ReasonNoText},
		{"main part missing", docxParts{"_rels/.rels": relations(map[string]string{"officeDocument": "gone.xml"}), "[Content_Types].xml": "<Types/>"}, ReasonDamaged},
		{"main part outside", docxParts{"_rels/.rels": relations(map[string]string{"officeDocument": "../../etc/passwd"}), "[Content_Types].xml": "<Types/>"}, ReasonDamaged},
		{"a style based on itself", newDocx("", map[string]string{"styles": `<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>`}), ReasonNoText},
		{"a spreadsheet", docxParts{"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}, ReasonUnsupported},
		{"some zip", docxParts{"a.txt": "hello"}, ReasonUnsupported},
		{"a bomb", document(element("document", strings.Repeat("<w:p/>", 1<<20))), ReasonBomb},
		{"a bomb for styles", newDocx(para("", words("好")), map[string]string{"styles": strings.Repeat("<w:p/>", 1<<20)}), ReasonBomb},
	} {
		t.Run(c.name, func(t *testing.T) {
			if src, err := Read("a.docx", c.parts.zip(t)); !errors.Is(err, &Error{Reason: c.reason}) {
				t.Errorf("got %+v, %v, want %v", src, err, c.reason)
			}
		})
	}
	fine := newDocx(para("", words("好"))+"<w:p"+attributes(900)+"/>", nil)
	if _, err := Read("a.docx", fine.zip(t)); err != nil {
		t.Errorf("900 attributes: %v", err)
	}
}

// TestManyEntries refuses an archive of more parts than a document has.
func TestManyEntries(t *testing.T) {
	d := newDocx(para("", words("好")), nil)
	for i := range MaxEntries {
		d[fmt.Sprintf("x/%d", i)] = ""
	}
	if _, err := Read("a.docx", d.zip(t)); !errors.Is(err, &Error{Reason: ReasonBomb}) {
		t.Errorf("got %v", err)
	}
}

// TestLyingHeader counts what comes out of an archive, not what its directory says.
func TestLyingHeader(t *testing.T) {
	data := newDocx(strings.Repeat("<w:p/>", 1<<20), nil).zip(t)
	size := uint32(len(element("document", "<w:body></w:body>")) + 6<<20)
	honest := []byte{byte(size), byte(size >> 8), byte(size >> 16), byte(size >> 24)}
	if !bytes.Contains(data, honest) {
		t.Fatal("the size is not in the directory")
	}
	lying := bytes.ReplaceAll(data, honest, []byte{0, 4, 0, 0})
	src, err := Read("a.docx", lying)
	if src != nil || err == nil {
		t.Errorf("got %+v, %v", src, err)
	}
}

// TestEncryptedEntry names the password of a zip file, which is not Word's own.
func TestEncryptedEntry(t *testing.T) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range []string{"[Content_Types].xml", "_rels/.rels"} {
		if _, err := z.CreateHeader(&zip.FileHeader{Name: name, Flags: 1}); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Read("a.docx", out.Bytes()); !errors.Is(err, &Error{Reason: ReasonEncrypted}) {
		t.Errorf("got %v", err)
	}
}

// TestCutArchives cuts a document off at every length and damages every byte:
// an error or a text, never a panic.
func TestCutArchives(t *testing.T) {
	data := newDocx(bodies[0].body, nil).zip(t)
	for n := range data {
		if src, err := Read("a.docx", data[:n]); err == nil {
			t.Fatalf("cut off at %d of %d: read %q", n, len(data), src.Text)
		}
		hurt := bytes.Clone(data)
		hurt[n] ^= 0x55
		if src, err := Read("a.docx", hurt); err == nil {
			checkSource(t, src)
		}
	}
}

// TestBombMemory holds that refusing a bomb costs less than what it would unpack to.
func TestBombMemory(t *testing.T) {
	d := newDocx("", nil)
	d["word/document.xml"] = strings.Repeat("<w:p/>", 64<<20/6)
	data := d.zip(t)
	d = nil
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := Read("a.docx", data)
	runtime.ReadMemStats(&after)
	if !errors.Is(err, &Error{Reason: ReasonBomb}) {
		t.Errorf("got %v", err)
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > 16<<20 {
		t.Errorf("refusing it allocated %d MB", used>>20)
	}
}
