package suggest_test

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/suggest"
	"fangtan/codebook/text"
)

// desk is a study of single lines, each with codes of some coder.
type desk struct {
	t     *testing.T
	p     *codebook.Project
	texts map[codebook.No]string
	model suggest.Model
}

// newDesk makes a study with codes A to F, of which F is a heading, and two coders.
func newDesk(t *testing.T) *desk {
	d := &desk{t: t, p: codebook.New(codebook.ID{1}, codebook.ID{2}, "zh"), texts: map[codebook.No]string{}}
	for i := range 2 {
		d.do(&codebook.PutCoder{Row: codebook.Coder{ID: codebook.ID{3, byte(i)}, Name: fmt.Sprint(i)}})
	}
	for i, name := range strings.Split("ABCDEF", "") {
		d.do(&codebook.PutCode{Row: codebook.Code{ID: codebook.ID{4, byte(i)}, Number: name, NameZh: name, Heading: name == "F"}})
	}
	return d
}

func (d *desk) do(op codebook.Op) {
	d.t.Helper()
	if _, err := d.p.Do(op, codebook.Stamp{}); err != nil {
		d.t.Fatalf("%s: %v", op.Kind(), err)
	}
}

// transcript brings lines in. A line is "words", or "words | AB" where coder 1, or
// "words | AB 2" where another one, put codes on the words.
func (d *desk) transcript(lines ...string) codebook.No {
	d.t.Helper()
	var body strings.Builder
	op := &codebook.AddCodings{Transcript: d.p.Last().Transcripts + 1}
	for _, line := range lines {
		words, codes, _ := strings.Cut(line, " | ")
		codes, coder, _ := strings.Cut(codes, " ")
		at := uint32(body.Len())
		for _, c := range codes {
			op.Rows = append(op.Rows, codebook.Coding{
				ID: codebook.ID{5, byte(op.Transcript), byte(len(op.Rows))}, Start: at, End: at + uint32(len(words)),
				Code: codebook.No(c - 'A' + 1), Coder: codebook.No(1 + len(coder)),
			})
		}
		body.WriteString(words + "\n")
	}
	fmt.Fprintln(&body, op.Transcript) // no two texts are the same
	words := body.String()
	d.texts[op.Transcript] = words
	d.do(&codebook.AddTranscript{
		Row: codebook.Transcript{
			ID: codebook.ID{6, byte(op.Transcript)}, File: fmt.Sprint(op.Transcript), Text: sha256.Sum256([]byte(words)),
			Bytes: uint32(len(words)), Chars: uint32(text.Chars(words)),
		},
		Text: words, Cut: &codebook.HeldCut{Cut: text.Segment(words, nil)},
	})
	if len(op.Rows) > 0 {
		d.do(op)
	}
	return op.Transcript
}

// asked gives what is proposed for words of a transcript: codes, each with the words
// that speak for it.
func (d *desk) asked(n codebook.No, words string, change ...func(*suggest.Question)) string {
	d.t.Helper()
	if err := d.model.Follow(d.p.Snapshot(), func(n codebook.No) (string, error) { return d.texts[n], nil }); err != nil {
		d.t.Fatal(err)
	}
	at := strings.Index(d.texts[n], words)
	if at < 0 {
		d.t.Fatalf("%q is not in transcript %d", words, n)
	}
	q := suggest.Question{Passage: codebook.Passage{Transcript: n, Start: uint32(at), End: uint32(at + len(words))}, Text: words, Coder: 1}
	for _, c := range change {
		c(&q)
	}
	var said []string
	for _, s := range d.model.Suggest(q) {
		if s.Like.Code != s.Code || d.p.Codings(s.Like.Transcript).Find(s.Like.Coding) < 0 {
			d.t.Errorf("%+v does not speak for its code", s)
		}
		said = append(said, d.p.Code(s.Code).Number+" "+d.texts[s.Like.Transcript][s.Like.Start:s.Like.End])
	}
	return strings.Join(said, ", ")
}

func TestSuggest(t *testing.T) {
	by := func(coder codebook.No) func(*suggest.Question) { return func(q *suggest.Question) { q.Coder = coder } }
	own := func(q *suggest.Question) { q.Own = true }
	known := []string{"文件没有写怎么帮 | A", "村里开会没人来 | B", "经费一直没到位 | C", "he never told us what to teach | D"}
	tests := []struct {
		name   string
		known  []string
		here   []string
		ask    string
		change []func(*suggest.Question)
		want   string
	}{
		{"what is worded alike", known, []string{"开会的时候没人来"}, "开会的时候没人来", nil, "B 村里开会没人来, C 经费一直没到位, A 文件没有写怎么帮"},
		{"words of other scripts", known, []string{"They TOLD him to ｔｅａｃｈ"}, "They TOLD him to ｔｅａｃｈ", nil, "D he never told us what to teach"},
		{"parts of words are not words", known, []string{"her hat"}, "her hat", nil, ""},
		{"nothing alike, nothing proposed", known, []string{"天晴"}, "天晴", nil, ""},
		{"no words, nothing proposed", known, []string{"……！"}, "……！", nil, ""},
		{"nothing coded, nothing proposed", []string{"开会"}, []string{"开会"}, "开会", nil, ""},
		{"at most three", []string{"开会 | ABCDE"}, []string{"开会"}, "开会", nil, "A 开会, B 开会, C 开会"},
		{"equals in the order of the codebook", []string{"开会 | DB"}, []string{"开会"}, "开会", nil, "B 开会, D 开会"},
		{"the first in the study speaks of equals", []string{"开会 | A"}, []string{"一起开会 | B", "一起开会 | B", "大家开会"}, "大家开会", nil, "A 开会, B 一起开会"},
		{"not what she has here", []string{"开会 | AB"}, []string{"开会 | A"}, "开会", nil, "B 开会"},
		{"nor on words that overlap", []string{"开会 | AB"}, []string{"明天开会 | A"}, "开会", nil, "B 开会"},
		{"what another has here keeps no code away", []string{"开会 | AB"}, []string{"开会 | A 2"}, "开会", nil, "B 开会, A 开会"},
		{"another's work here does not speak", []string{"开会 | A"}, []string{"明天开会 | B 2", "后天开会 | C", "开会吧"}, "开会吧", nil, "A 开会, C 后天开会"},
		{"another's work elsewhere does", []string{"开会 | A 2"}, []string{"开会吧"}, "开会吧", nil, "A 开会"},
		{"unless only her own may", []string{"开会 | A 2", "明天开会 | B"}, []string{"开会吧"}, "开会吧", []func(*suggest.Question){own}, "B 明天开会"},
		{"the other way round", []string{"开会 | A 2", "明天开会 | B"}, []string{"开会吧"}, "开会吧", []func(*suggest.Question){own, by(2)}, "A 开会"},
		{"two coders of one passage are one voice", []string{"开会 | A", "明日开会 | B"}, []string{"明日开会"}, "明日开会", nil, "B 明日开会, A 开会"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := newDesk(t)
			d.transcript(test.known...)
			if got := d.asked(d.transcript(test.here...), test.ask, test.change...); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// Archiving, merging and removing codes need nothing of the model but that it follows.
func TestCodesThatChange(t *testing.T) {
	d := newDesk(t)
	d.transcript("开会 | A", "明天开会 | B", "后天又开会 | C")
	n := d.transcript("开会")
	steps := []struct {
		op   codebook.Op
		want string
	}{
		{&codebook.PutCoder{Row: codebook.Coder{ID: codebook.ID{9}, Name: "谁"}}, "A 开会, B 明天开会, C 后天又开会"},
		{&codebook.PutCode{Row: codebook.Code{No: 1, ID: d.p.Code(1).ID, Number: "A", NameZh: "A", Archived: true}}, "B 明天开会, C 后天又开会"},
		{&codebook.MergeCodes{From: []codebook.No{2}, Into: 4}, "D 明天开会, C 后天又开会"},
		{&codebook.RemoveCodes{Codes: []codebook.No{4}}, "C 后天又开会"},
		{&codebook.RemoveTranscripts{Transcripts: []codebook.No{1}}, ""},
	}
	for _, step := range steps {
		d.do(step.op)
		if got := d.asked(n, "开会"); got != step.want {
			t.Errorf("after %s: %q, want %q", step.op.Kind(), got, step.want)
		}
	}
}

// A passage of a whole chapter takes no more room than one of a page, and is like another such.
func TestLongPassages(t *testing.T) {
	d := newDesk(t)
	var chapter strings.Builder
	for r := '一'; r < '一'+4000; r++ {
		chapter.WriteRune(r)
	}
	long := chapter.String()
	d.transcript(long+" | A", "一丁七 | B")
	n := d.transcript(long[:len(long)-300])
	if got := d.asked(n, long[:len(long)-300]); !strings.HasPrefix(got, "A ") {
		t.Errorf("got %.40s", got)
	}
}
