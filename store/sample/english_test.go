package sample

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// The two studies hold the same twelve interviews in the same order, and differ in
// the texts of two.
func TestOnlyTheWordsDiffer(t *testing.T) {
	zh, zhFounding := build(t, chinese)
	en, enFounding := build(t, english)
	if zh.Lang != chinese || en.Lang != english || zh.ID == en.ID || slices.Equal(zhFounding.Args, enFounding.Args) {
		t.Errorf("languages %s and %s, projects %s and %s, called %q and %q", zh.Lang, en.Lang, zh.ID, en.ID, zhFounding.Args, enFounding.Args)
	}
	var inEnglish []string
	for i, a := range zh.Transcripts() {
		b := en.Transcripts()[i]
		if a.Text != b.Text {
			inEnglish = append(inEnglish, b.Title)
			isEnglish(t, b, enFounding.Patch.NewTexts[b.Text])
		}
		if a.No != b.No || path.Base(a.File)[:2] != path.Base(b.File)[:2] || path.Dir(a.File) != path.Dir(b.File) {
			t.Errorf("transcript %d is %s in one study and %s in the other", i+1, a.File, b.File)
		}
		if a.Group != b.Group || a.Date != b.Date || a.Pair != b.Pair || a.Kind != b.Kind || a.Turns != b.Turns || !slices.Equal(a.Values, b.Values) {
			t.Errorf("%s is another interview than %s:\n%+v\n%+v", b.File, a.File, b, a)
		}
		for s := range a.Speakers {
			if a.Speakers[s].Role != b.Speakers[s].Role {
				t.Errorf("%s: the speaker %s is %v", b.File, b.Speakers[s].Name, b.Speakers[s].Role)
			}
		}
	}
	want := []string{"01 Jia, deputy head of the county organisation department", "07 Zhou Ming, first secretary of Dongping Village (pseudonym)"}
	if !slices.Equal(inEnglish, want) {
		t.Errorf("in English are %q, want %q", inEnglish, want)
	}
}

func isEnglish(t *testing.T, s *codebook.Transcript, words string) {
	t.Helper()
	if i := strings.IndexFunc(words, func(r rune) bool { return unicode.Is(unicode.Han, r) }); i >= 0 {
		t.Errorf("%s has Chinese in it: %.30q", s.File, words[i:])
	}
}

// Every coding of the one study stands in the other: the same codes by the same
// coders in the same turns, with the same fields.
func TestBothStudiesAreCodedAlike(t *testing.T) {
	zh, _ := build(t, chinese)
	en, _ := build(t, english)
	for i, a := range zh.Transcripts() {
		b := en.Transcripts()[i]
		left, right := codedIn(t, zh, a), codedIn(t, en, b)
		for key, n := range left {
			if right[key] != n {
				t.Errorf("%s and %s: %+v is there %d and %d times", a.File, b.File, key, n, right[key])
			}
		}
		if l, r := zh.Codings(a.No).Len(), en.Codings(b.No).Len(); l != r {
			t.Errorf("%s has %d codings, %s %d", a.File, l, b.File, r)
		}
	}
	if len(zh.Memos()) != len(en.Memos()) || len(zh.Links()) != len(en.Links()) {
		t.Errorf("%d and %d memos, %d and %d links", len(zh.Memos()), len(en.Memos()), len(zh.Links()), len(en.Links()))
	}
}

// coded is what a coding says and the turn it stands in.
type coded struct {
	turn                                           int
	code, coder, from, to, strength, how, evidence string
	starred                                        bool
}

// codedIn counts the codings of a transcript. Each must stand in one turn, of a
// respondent.
func codedIn(t *testing.T, p *codebook.Project, s *codebook.Transcript) map[coded]int {
	t.Helper()
	found := map[coded]int{}
	turns := p.Cut(s.No).Turns()
	for _, c := range p.Codings(s.No).Rows() {
		turn := slices.IndexFunc(turns, func(u text.Turn) bool { return u.Text <= c.Start && c.End <= u.End })
		if turn < 0 || s.Speakers[turns[turn].Speaker].Role != text.RoleRespondent {
			t.Errorf("%s: a coding of %d to %d is in turn %d, want one of a respondent", s.File, c.Start, c.End, turn)
			continue
		}
		found[coded{
			turn, p.Code(c.Code).Number, p.Coder(c.Coder).Name, c.FieldValue("from"), c.FieldValue("to"),
			c.FieldValue("strength"), c.FieldValue("handling"), c.FieldValue("evidence"), c.Flags&codebook.Starred != 0,
		}]++
	}
	return found
}

func TestAQuoteWithoutEnglishIsRefused(t *testing.T) {
	ed, err := readEdition(english)
	if err != nil {
		t.Fatal(err)
	}
	e := entry{list: "codings-x.csv", line: 7, cells: map[string]string{"file": "第一书记/07 东坪村 周明.txt", "quote": "这句话没有人说过"}}
	if err := ed.render(e); !errors.Is(err, errNoEnglish) || !strings.Contains(err.Error(), "line 7") {
		t.Errorf("error %v", err)
	}
}

// Every file of the sample is a list that is read, or a text that comes in with one
// of the studies; every row of english.csv is the English of a row somewhere.
func TestNothingLiesAbout(t *testing.T) {
	lists := []string{
		"codings-field.csv", "codings-leaders.csv", "english-files.csv", "english.csv", "links.csv",
		"manifest-field.csv", "manifest-leaders.csv", "memos-field.csv", "memos-leaders.csv", "texts.csv",
	}
	if found, err := fs.Glob(files, "*.csv"); err != nil || !slices.Equal(found, lists) {
		t.Errorf("lists %q, %v", found, err)
	}
	known := map[string]bool{}
	for _, lang := range langs {
		p, _ := build(t, lang)
		for _, s := range p.Transcripts() {
			known[s.File] = true
		}
	}
	texts, err := fs.Glob(files, "*/*")
	named, second := entries("texts.csv")
	if err != nil || second != nil || len(texts) != 14 || len(known) != 14 || len(named) != 14 {
		t.Fatalf("texts %q, %v; named %v, %v; in the studies %v", texts, err, named, second, known)
	}
	for _, e := range named {
		if !slices.Contains(texts, "texts/"+e.at("text")) || !known[e.at("file")] {
			t.Errorf("line %d names %q, %q", e.line, e.at("text"), e.at("file"))
		}
	}
	ed, err := readEdition(english)
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range lists {
		rows, err := entries(list)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(list, "english") {
			for _, e := range rows {
				delete(ed.passages, quoted{e.at("file"), e.at("quote")})
			}
		}
	}
	for q := range ed.passages {
		t.Errorf("the English of %q in %s is needed nowhere", q.quote, q.file)
	}
}
