package transcript

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// readAny reads and holds what is true of every answer.
func readAny(t *testing.T, name string, data []byte) {
	src, err := Read(name, data)
	var refusal *Error
	switch {
	case err == nil:
		checkSource(t, src)
	case src != nil || !errors.As(err, &refusal) || reasons[refusal.Reason].key == "":
		t.Fatalf("refused without a reason: %+v, %v", src, err)
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"问：好\r\n答：好\r", "\xEF\xBB\xBFa", "\xFF\xFE\x60\x4F\x00\xD8", "\xFE\xFF\x4F\x60", "\x84\x31\x95\x33\xC4\xE3", "\xB7\xC3\xCC\xB8\xD5\xDF\xA3\xBA\xC4\xFA\xBA\xC3",
		"\xB3\x58\xBD\xCD\xAA\xCC\xA1\x47", "a\x00b\x00", "\xED\xA0\x80", "", zipMagic, oleMagic, "{\\rtf1", "# 题\n**问：**您\n",
	} {
		f.Add("a.txt", []byte(seed))
		f.Add("a.md", []byte(seed))
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) { readAny(t, name, data) })
}

func FuzzMarkdown(f *testing.F) {
	for _, seed := range []string{
		"# 题\n\n> **问：**您好[^1]\n\n1. 一\n   - 二\n\n[^1]: 注\n\n    续\n", "|a|b|\n|-|-|\n|**c**|d|\n", "---\ntitle: x\n---\n", "<div>\n<!-- x\n&amp;\n", "a&#13;&#0;&#xFEFF;b\\*",
		"~~a~~ `b` <https://c> ![d](e)\n***\n```\nf\n", "[^a]\n\n[^a]:\n\n[^b]: [^a]\n", "* a\n\n\tb\n* c\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) { readAny(t, "a.md", data) })
}

// FuzzDocx puts anything into the main part, the styles, the numbering and the
// notes of a document, where damage to the archive would hide it.
func FuzzDocx(f *testing.F) {
	for _, b := range bodies {
		f.Add(b.body, asides["styles"], lists, asides["footnotes"])
	}
	f.Add(numbered("1", "0", "x")+numbered("5", "8", "y"), listStyles, lists, "")
	f.Fuzz(func(t *testing.T, body, styles, numbering, notes string) {
		more := map[string]string{"styles": styles, "numbering": numbering, "footnotes": notes}
		readAny(t, "a.docx", newDocx(body, more).zip(t))
	})
}

// FuzzArchive damages whole documents of Word.
func FuzzArchive(f *testing.F) {
	files, err := filepath.Glob("testdata/word/*.doc*")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) { readAny(t, "a.docx", data) })
}
