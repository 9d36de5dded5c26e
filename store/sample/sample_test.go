package sample

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"fangtan/codebook"
)

var langs = []string{chinese, english}

func build(t *testing.T, lang string) (*codebook.Project, codebook.Action) {
	t.Helper()
	p, a, err := Build(codebook.ID{9}, lang)
	if err != nil {
		t.Fatal(err)
	}
	return p, a
}

// eachStudy runs a test for the study in each language.
func eachStudy(t *testing.T, test func(t *testing.T, p *codebook.Project, founding codebook.Action)) {
	for _, lang := range langs {
		t.Run(lang, func(t *testing.T) {
			p, founding := build(t, lang)
			test(t, p, founding)
		})
	}
}

func TestTheStudyIsWhole(t *testing.T) {
	eachStudy(t, func(t *testing.T, p *codebook.Project, founding codebook.Action) {
		if err := p.Invariants(); err != nil {
			t.Fatal(err)
		}
		perGroup := map[codebook.No]int{}
		for _, s := range p.Transcripts() {
			perGroup[s.Group]++
			if words := founding.Patch.NewTexts[s.Text]; uint32(len(words)) != s.Bytes || words == "" {
				t.Errorf("%s: text of %d bytes, want %d", s.File, len(words), s.Bytes)
			}
			if s.Date == "" || s.Turns < 20 || len(s.Speakers) != 2 || s.Speakers[0].Role == s.Speakers[1].Role {
				t.Errorf("%s: date %q, %d turns, speakers %+v", s.File, s.Date, s.Turns, s.Speakers)
			}
			if p.Lang == chinese && (s.Chars < 2500 || s.Chars > 5000) {
				t.Errorf("%s: %d characters, want 2,500 to 5,000", s.File, s.Chars)
			}
			if p.Codings(s.No).Len() == 0 {
				t.Errorf("%s has no codings", s.File)
			}
		}
		if n := len(p.Transcripts()); n != 12 || len(founding.Patch.NewTexts) != n {
			t.Errorf("%d transcripts of %d texts, want 12", n, len(founding.Patch.NewTexts))
		}
		for _, g := range p.Groups() {
			if perGroup[g.No] != 3 {
				t.Errorf("group %s has %d transcripts, want 3", g.Key, perGroup[g.No])
			}
		}
	})
}

func TestBothCodersCodedEverySortOfCode(t *testing.T) {
	eachStudy(t, func(t *testing.T, p *codebook.Project, _ codebook.Action) {
		byCoder := map[string]map[string]int{firstCoder: {}, secondCoder: {}}
		withFields, starred := 0, 0
		for _, s := range p.Transcripts() {
			for _, c := range p.Codings(s.No).Rows() {
				top := p.Code(p.Path(c.Code)[0])
				byCoder[p.Coder(c.Coder).Name][top.Number]++
				if top.Number == "X" && c.FieldValue("from") != "" && c.FieldValue("to") != "" && c.FieldValue("strength") != "" {
					withFields++
				}
				if c.Flags&codebook.Starred != 0 {
					starred++
				}
			}
		}
		for coder, counts := range byCoder {
			for _, top := range []string{"P", "I", "T", "E", "X", "F"} {
				if counts[top] == 0 {
					t.Errorf("%s never used a code under %s: %v", coder, top, counts)
				}
			}
		}
		if p.CodingCount() < 300 || withFields < 50 || starred < 10 {
			t.Errorf("%d codings, %d tensions with fields, %d starred", p.CodingCount(), withFields, starred)
		}
		if len(p.Memos()) < 10 {
			t.Errorf("%d memos", len(p.Memos()))
		}
	})
}

// Each of the seven problems is the end of a chain of causes.
func TestLinksReachTheSevenProblems(t *testing.T) {
	eachStudy(t, func(t *testing.T, p *codebook.Project, _ codebook.Action) {
		caused := map[string]bool{}
		tensions := 0
		for _, l := range p.Links() {
			switch l.Kind {
			case codebook.LinkCauses:
				caused[p.Code(l.To).Number] = true
			case codebook.LinkTension:
				tensions++
			default:
				t.Errorf("link of the kind %q", l.Kind)
			}
		}
		for _, problem := range []string{"P2.1", "I3.1", "I3.2", "T3.1", "T1.1", "E3.1", "I3.3"} {
			if !caused[problem] {
				t.Errorf("no link leads to %s", problem)
			}
		}
		if tensions < 5 {
			t.Errorf("%d links of tension", tensions)
		}
	})
}

func TestPairsTellTheSameEvents(t *testing.T) {
	eachStudy(t, func(t *testing.T, p *codebook.Project, _ codebook.Action) {
		all := p.Transcripts()
		for number, pair := range map[int]int{7: 10, 8: 11, 9: 12} {
			a, b := all[number-1], all[pair-1]
			if a.Pair != b.No || b.Pair != a.No {
				t.Errorf("%s and %s are not set beside each other", a.File, b.File)
			}
		}
	})
}

func TestTheSameEveryTime(t *testing.T) {
	eachStudy(t, func(t *testing.T, p *codebook.Project, a codebook.Action) {
		q, b := build(t, p.Lang)
		if !reflect.DeepEqual(a.Header, b.Header) || !reflect.DeepEqual(a.Patch.NewTexts, b.Patch.NewTexts) {
			t.Error("two foundings differ")
		}
		seen := map[codebook.ID]bool{}
		for _, s := range p.Transcripts() {
			if !reflect.DeepEqual(s, q.Transcript(s.No)) {
				t.Errorf("%s differs", s.File)
			}
			rows := p.Codings(s.No).Rows()
			if !reflect.DeepEqual(rows, q.Codings(s.No).Rows()) {
				t.Errorf("codings of %s differ", s.File)
			}
			for _, c := range rows {
				if seen[c.ID] {
					t.Errorf("id %s stands twice", c.ID)
				}
				seen[c.ID] = true
			}
		}
	})
}

func TestAQuoteThatIsNotThereOnceIsRefused(t *testing.T) {
	p, founding := build(t, chinese)
	b := &builder{p: p, texts: founding.Patch.NewTexts}
	for _, quote := range []string{"这句话没有人说过", "，", ""} {
		_, err := b.find(entry{list: "codings-x.csv", line: 7, cells: map[string]string{"file": "07 东坪村 周明", "quote": quote}})
		var q *QuoteError
		if !errors.As(err, &q) || q.Times == 1 || !strings.Contains(err.Error(), "line 7") {
			t.Errorf("%q: %v", quote, err)
		}
	}
}
