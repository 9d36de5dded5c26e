package transcript

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// sharedFormats is the folder of real files in many formats, beside the checkout.
const sharedFormats = "../../../shared/formats"

// check is one entry of checks.json.
type check struct {
	File           string   `json:"file"`
	Outcome        string   `json:"outcome"`
	MustContain    []string `json:"must_contain"`
	MustNotContain []string `json:"must_not_contain"`
	ExactlyOnce    []string `json:"exactly_once"`
}

// loadChecks reads the checks of the shared folder and of its folder word.
func loadChecks(t *testing.T) []check {
	t.Helper()
	if _, err := os.Stat(sharedFormats); err != nil {
		t.Skip("the folder shared/formats is not there")
	}
	byName := map[string]check{}
	readJSON(t, filepath.Join(sharedFormats, "checks.json"), &byName)
	var all []check
	for name, c := range byName {
		c.File = name
		all = append(all, c)
	}
	var word []check
	readJSON(t, filepath.Join(sharedFormats, "word", "checks.json"), &word)
	for _, c := range word {
		c.File = "word/" + c.File
		all = append(all, c)
	}
	return all
}

func readJSON(t *testing.T, path string, into any) {
	t.Helper()
	if err := json.Unmarshal(readFile(t, path), into); err != nil {
		t.Fatal(err)
	}
}

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// squeeze takes all white space out.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// refusals are the files that must not come in, with the reason that must be given.
var refusals = map[string]Reason{
	"binary_elf_as.txt":                   ReasonBinary,
	"empty.txt":                           ReasonEmpty,
	"entity_bomb_small.docx":              ReasonDoctype,
	"pandoc.html":                         ReasonUnsupported,
	"pandoc.rtf":                          ReasonUnsupported,
	"plain.srt":                           ReasonUnsupported,
	"rich_libreoffice.odt":                ReasonUnsupported,
	"scanned.pdf":                         ReasonPDF,
	"survey_utf8bom.csv":                  ReasonUnsupported,
	"text.pdf":                            ReasonPDF,
	"truncated.docx":                      ReasonDamaged,
	"voice_tags.vtt":                      ReasonUnsupported,
	"wordpad_gbk.rtf":                     ReasonUnsupported,
	"zipbomb_100MB.docx":                  ReasonBomb,
	"word/61490.doc":                      ReasonLegacyWord,
	"word/bug53475-password-is-pass.docx": ReasonEncrypted,
	"word/empty.docx":                     ReasonNoText,
	"word/truncated62886.docx":            ReasonDamaged,
}

// allowed are differences from the expected texts, which other programs wrote:
// pairs of what they have and what is right here, white space taken out.
var allowed = map[string][]string{
	"word/stress009.docx": {"[NANDriveSSD微型固态硬盘]", ""},                                // the description of a picture
	"word/delins.docx":    {"••March", "March", "••A", "•A"},                          // list items without a word
	"word/tables.docx":    {strings.Repeat("-", 71), "", strings.Repeat("-", 35), ""}, // a drawn table
}

// TestSharedEncodings asks for the encoding of short stretches of real talk that
// nobody wrote for this test. Few may be wrong, and of 64 characters none.
func TestSharedEncodings(t *testing.T) {
	for _, c := range []struct {
		file     string
		passages []int // indices in encodings
	}{
		{"zh-Hans_roundtable_rural-revitalisation.txt", []int{0, 6, 7}},
		{"zh-Hant_interview_vtaiwan-join_lu.md", []int{2, 3, 8, 9}},
	} {
		path := filepath.Join(sharedFormats, "..", "corpus", c.file)
		if _, err := os.Stat(path); err != nil {
			t.Skip("the folder shared/corpus is not there")
		}
		runes := []rune(squeeze(string(readFile(t, path))))
		for _, i := range c.passages {
			for _, size := range []int{8, 16, 64} {
				total, wrong := 0, 0
				for at := 0; at+size <= len(runes); at += 37 {
					data, err := encodings[i].table.NewEncoder().Bytes([]byte(string(runes[at : at+size])))
					if err != nil || utf8.Valid(data) {
						continue // not in this table, or nothing but ASCII
					}
					total++
					if _, found, err := decode(data); err != nil || found.name != encodings[i].want {
						wrong++
					}
				}
				t.Logf("%s, %d characters: %d of %d wrong", encodings[i].name, size, wrong, total)
				if wrong*100 > total*3 || size == 64 && wrong > 0 {
					t.Errorf("%s, %d characters: %d of %d wrong", encodings[i].name, size, wrong, total)
				}
			}
		}
	}
}

func TestSharedFiles(t *testing.T) {
	for _, c := range loadChecks(t) {
		t.Run(c.File, func(t *testing.T) {
			path := filepath.Join(sharedFormats, c.File)
			src, err := Read(c.File, readFile(t, path))
			if reason, ok := refusals[c.File]; ok {
				if !errors.Is(err, &Error{Reason: reason}) {
					t.Fatalf("got %v, want refusal %v", err, reason)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if c.Outcome != "text" {
				t.Fatalf("read, but must be refused:\n%s", src.Text)
			}
			checkSource(t, src)
			checkContent(t, src.Text, c)
			compareExpected(t, src.Text, c.File, string(readFile(t, path+".expected.txt")))
		})
	}
}

func checkContent(t *testing.T, got string, c check) {
	t.Helper()
	rest := squeeze(got)
	for _, s := range c.MustContain {
		_, after, found := strings.Cut(rest, squeeze(s))
		if !found {
			t.Errorf("lacks %q, or has it out of order", s)
			continue
		}
		rest = after
	}
	for _, s := range c.MustNotContain {
		if strings.Contains(got, s) {
			t.Errorf("has %q", s)
		}
	}
	for _, s := range c.ExactlyOnce {
		if n := strings.Count(got, s); n != 1 {
			t.Errorf("has %q %d times, want once", s, n)
		}
	}
}

// compareExpected compares with the text that other programs got from the file:
// their signs for bullets and lines of tables are theirs.
func compareExpected(t *testing.T, got, file, want string) {
	t.Helper()
	want = strings.ReplaceAll(want, "\n-   ", "\n• ")
	want = strings.ReplaceAll(want, "\n    -   ", "\n• ")
	got = strings.NewReplacer("◦ ", "• ", "▪ ", "• ").Replace(got)
	got, want = squeeze(got), squeeze(want)
	pairs := allowed[file]
	want = strings.NewReplacer(pairs...).Replace(want)
	if got != want {
		at := 0
		for at < len(got) && at < len(want) && got[at] == want[at] {
			at++
		}
		t.Errorf("differs at byte %d\n got …%.120s\nwant …%.120s", at, got[max(0, at-30):], want[max(0, at-30):])
	}
}
