package sample

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fangtan/codebook"
)

func build(t *testing.T) (*codebook.Project, codebook.Action) {
	t.Helper()
	p, a, err := Build(codebook.ID{9})
	if err != nil {
		t.Fatal(err)
	}
	return p, a
}

func TestTheStudyIsWhole(t *testing.T) {
	p, founding := build(t)
	if err := p.Invariants(); err != nil {
		t.Fatal(err)
	}
	perGroup := map[string]int{}
	english := 0
	for _, s := range p.Transcripts() {
		words := founding.Patch.NewTexts[s.Text]
		if uint32(len(words)) != s.Bytes || words == "" {
			t.Errorf("%s: text of %d bytes, want %d", s.File, len(words), s.Bytes)
		}
		if g := p.Group(s.Group); g != nil {
			perGroup[g.Key]++
			if s.Chars < 2500 || s.Chars > 5000 {
				t.Errorf("%s: %d characters, want 2,500 to 5,000", s.File, s.Chars)
			}
		} else if english++; p.Codings(s.No).Len() > 0 || s.Pair == 0 || !strings.HasSuffix(s.Title, "(English)") {
			t.Errorf("%s: an English version with codings, without original or title: %+v", s.File, s)
		}
		if s.Date == "" || s.Turns < 20 || len(s.Speakers) != 2 || s.Speakers[0].Role == s.Speakers[1].Role {
			t.Errorf("%s: date %q, %d turns, speakers %+v", s.File, s.Date, s.Turns, s.Speakers)
		}
	}
	for _, g := range p.Groups() {
		if perGroup[g.Key] != 3 {
			t.Errorf("group %s has %d transcripts, want 3", g.Key, perGroup[g.Key])
		}
	}
	if english != 2 {
		t.Errorf("%d English versions, want 2", english)
	}
}

func TestBothCodersCodedEverySortOfCode(t *testing.T) {
	p, _ := build(t)
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
}

// Each of the seven problems is the end of a chain of causes.
func TestLinksReachTheSevenProblems(t *testing.T) {
	p, _ := build(t)
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
}

func TestPairsTellTheSameEvents(t *testing.T) {
	p, _ := build(t)
	for file, pair := range map[string]string{"07 东坪村 周明": "10 东坪村支书 老耿", "08 柳树沟村 林巧": "11 柳树沟村主任 何秀英", "09 上河村 吴建军": "12 上河村文书 马顺"} {
		a, err := p.FindTranscript(file)
		if err != nil {
			t.Fatal(err)
		}
		b, err := p.FindTranscript(pair)
		if err != nil {
			t.Fatal(err)
		}
		if a.Pair != b.No || b.Pair != a.No {
			t.Errorf("%s and %s are not set beside each other", file, pair)
		}
	}
}

func TestTheSameEveryTime(t *testing.T) {
	p, a := build(t)
	q, b := build(t)
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
}

func TestAQuoteThatIsNotThereOnceIsRefused(t *testing.T) {
	p, founding := build(t)
	b := &builder{p: p, texts: founding.Patch.NewTexts}
	for _, quote := range []string{"这句话没有人说过", "，", ""} {
		_, err := b.find(entry{list: "codings-x.csv", line: 7, cells: map[string]string{"file": "07 东坪村 周明", "quote": quote}})
		var q *QuoteError
		if !errors.As(err, &q) || q.Times == 1 || !strings.Contains(err.Error(), "line 7") {
			t.Errorf("%q: %v", quote, err)
		}
	}
}

// Every file of the sample is a list that is read or a text that comes in.
func TestNothingLiesAbout(t *testing.T) {
	rows, err := entries("*.csv")
	if err != nil {
		t.Fatal(err)
	}
	var lists []string
	for _, e := range rows {
		if !slices.Contains(lists, e.list) {
			lists = append(lists, e.list)
		}
	}
	want := []string{"codings-field.csv", "codings-leaders.csv", "links.csv", "manifest-field.csv", "manifest-leaders.csv", "memos-field.csv", "memos-leaders.csv"}
	if !slices.Equal(lists, want) {
		t.Errorf("lists %q", lists)
	}
}
