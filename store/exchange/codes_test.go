package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/starters"
)

// maker gives ids that count up.
func maker() func() codebook.ID {
	n := 0
	return func() codebook.ID {
		n++
		return numbered(n)
	}
}

func numbered(n int) codebook.ID {
	return codebook.ID{0: 0xAA, 14: byte(n >> 8), 15: byte(n)}
}

func emptyProject(lang string) *codebook.Project {
	return codebook.New(codebook.ID{1}, codebook.ID{2}, lang)
}

func do(t testing.TB, p *codebook.Project, op codebook.Op) {
	t.Helper()
	if _, err := p.Do(op, codebook.Stamp{ID: codebook.ID{3}, Coder: 1, Time: 7}); err != nil {
		t.Fatalf("%s: %v", op.Kind(), err)
	}
}

// withCoder is an empty project with the coder Li.
func withCoder(t testing.TB, lang string) *codebook.Project {
	t.Helper()
	p := emptyProject(lang)
	do(t, p, &codebook.PutCoder{Row: codebook.Coder{ID: codebook.ID{4}, Name: "Li"}})
	return p
}

func readCodes(t testing.TB, s string) *CodeFile {
	t.Helper()
	f, err := ReadCodes(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// takeIn reads codes into p and gives the report.
func takeIn(t testing.TB, p *codebook.Project, s string) CodeReport {
	t.Helper()
	batch, report, err := readCodes(t, s).Ops(p, maker(), 1, 7)
	if err != nil {
		t.Fatal(err)
	}
	if len(batch.Ops) > 0 {
		do(t, p, batch)
	}
	if err := p.Invariants(); err != nil {
		t.Fatal(err)
	}
	return report
}

func csvOf(t testing.TB, table *Table) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, FormatCSV, table, Options{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func warnings(list []*RowError) []string {
	var s []string
	for _, w := range list {
		s = append(s, fmt.Sprintf("%d %s %s: %v", w.Line, w.Column, w.Value, w.Reason))
	}
	return s
}

func TestStartersGoRound(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		file       []byte
	}{
		{"smith zh", "zh", starters.Smith("zh")},
		{"smith en", "en", starters.Smith("en")},
		{"first secretary zh", "zh", starters.FirstSecretary("zh")},
		{"first secretary en", "en", starters.FirstSecretary("en")},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := withCoder(t, c.lang)
			report := takeIn(t, p, string(c.file))
			if rows := bytes.Count(c.file, []byte("\n")) - 1; report.Added != rows || len(report.Warnings)+len(report.LeftOut) > 0 {
				t.Fatalf("%d rows: report %+v, warnings %q", rows, report, warnings(report.Warnings))
			}
			want := string(c.file)
			if strings.HasPrefix(c.name, "first") { // no fields, so no such column
				want = strings.Replace(strings.ReplaceAll(want, ",\n", "\n"), ",fields\n", "\n", 1)
			}
			if out := csvOf(t, CodesTable(p, Words{})); out != want {
				t.Errorf("export differs from the file:\n%s", firstDifference(out, want))
			}
			revision := p.Revision()
			report = takeIn(t, p, csvOf(t, CodesTable(p, Words{})))
			if report.Added+report.Changed != 0 || report.Unchanged != p.CodeCount() || len(report.Warnings) > 0 {
				t.Errorf("taken in again: %+v %q", report, warnings(report.Warnings))
			}
			if p.Revision() != revision {
				t.Error("taken in again: the project changed")
			}
		})
	}
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return fmt.Sprintf("line %d\n got %s\nwant %s", i+1, x[i], y[i])
		}
	}
	return fmt.Sprintf("%d and %d lines", len(x), len(y))
}

func TestStarterOfOtherLanguageIsKnownAgain(t *testing.T) {
	p := withCoder(t, "zh")
	takeIn(t, p, string(starters.Smith("zh")))
	report := takeIn(t, p, string(starters.Smith("en")))
	if report.Added != 0 || report.Changed == 0 {
		t.Errorf("report %+v", report)
	}
	for _, n := range p.Tree().Order {
		if c := p.Code(n); c.Number == "P2.1" && c.NameZh != "要求不具体" {
			t.Errorf("P2.1 is now %q", c.NameZh)
		}
	}
}

// paths are the codes of p in codebook order as "number path".
func paths(p *codebook.Project) []string {
	var all []string
	for _, n := range p.Tree().Order {
		all = append(all, strings.TrimSpace(p.Code(n).Number+" "+p.CodePath(n)))
	}
	return all
}

func TestCodesIn(t *testing.T) {
	for _, c := range []struct {
		name, before, file string
		want               []string
		added, changed     int
		warned             []string
		leftOut            []string
	}{
		{name: "only code", file: "code\n甲\n乙\n", want: []string{"甲", "乙"}, added: 2},
		{name: "parent comes later, columns in any order", file: "parent,x,code\n甲,1,乙\n,2,甲\n",
			want: []string{"甲", "甲 / 乙"}, added: 2, leftOut: []string{"x"}},
		{name: "parent by number", file: "code,parent,number\n甲,,P\n乙,P,P1\n", want: []string{"P 甲", "P1 甲 / 乙"}, added: 2},
		{name: "paths without a parent column", file: "code\n甲\n甲 / 丙\n乙\n乙 / 丙\n",
			want: []string{"甲", "甲 / 丙", "乙", "乙 / 丙"}, added: 4},
		{name: "same name under two parents", file: "code,parent\n甲,\n丙,甲\n乙,\n丙,乙\n丁,乙 / 丙\n",
			want: []string{"甲", "甲 / 丙", "乙", "乙 / 丙", "乙 / 丙 / 丁"}, added: 5},
		{name: "parent in the project", before: "code\n甲\n", file: "code,parent\n乙,甲\n", want: []string{"甲", "甲 / 乙"}, added: 1},
		{name: "path into the project", before: "code\n甲\n", file: "code\n甲 / 乙\n", want: []string{"甲", "甲 / 乙"}, added: 1},
		{name: "a name with a stroke is no path", file: "code\n配合 / 不配合\n", want: []string{"配合 / 不配合"}, added: 1},
		{name: "known by number, renamed", before: "code,number\n甲,P\n", file: "code,number\n乙,P\n", want: []string{"P 乙"}, changed: 1},
		{name: "label and name differ", before: "code,number\n甲,P\n", file: "code,number,name_zh\n乙,P,甲\n", want: []string{"P 甲"},
			warned: []string{"2 code 乙: differs from the name beside it"}},
		{name: "known by number, name given", before: "code,number\n甲,P\n", file: "code,number,name_zh\n乙,P,乙\n",
			want: []string{"P 乙"}, changed: 1},
		{name: "known by path", before: "code,parent\n甲,\n乙,甲\n", file: "code,parent,number\n甲,,P\n乙,甲,P1\n",
			want: []string{"P 甲", "P1 甲 / 乙"}, changed: 2},
		{name: "moved", before: "code,number,parent\n甲,A,\n乙,B,甲\n", file: "code,number,parent\n乙,B,\n",
			want: []string{"A 甲", "B 乙"}, changed: 1},
		{name: "turned about", before: "code,number,parent\n甲,A,\n乙,B,甲\n", file: "code,number,parent\n甲,A,乙\n乙,B,\n",
			want: []string{"B 乙", "A 乙 / 甲"}, changed: 2},
		{name: "under a new code", before: "code,number,parent\n甲,A,\n", file: "code,number,parent\n甲,A,乙\n乙,B,\n",
			want: []string{"B 乙", "A 乙 / 甲"}, added: 1, changed: 1},
		{name: "wrong cells are left out", file: "code,color,pin,role,codable,id,fields,level,dimension\n甲,red,12,x,maybe,1,f:int,2,乙\n",
			want: []string{"甲"}, added: 1, warned: []string{
				"2 role x: " + ErrRole.Error(), "2 color red: " + codebook.ErrColor.Error(), "2 pin 12: " + codebook.ErrPin.Error(),
				"2 codable maybe: " + ErrTruth.Error(), "2 id 1: " + ErrBadID.Error(), "2 fields f:int: " + ErrFields.Error(),
				"2 level 2: " + ErrDerived.Error(), "2 dimension 乙: " + ErrDerived.Error(),
			}},
		{name: "semicolons, byte-order mark, line ends of Windows", file: "\ufeffcode;parent\r\n甲;\r\n乙;甲\r\n",
			want: []string{"甲", "甲 / 乙"}, added: 2},
		{name: "GB18030", file: "code,parent\n\xbc\xd7,\n\xd2\xd2,\xbc\xd7\n", want: []string{"甲", "甲 / 乙"}, added: 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := withCoder(t, "zh")
			if c.before != "" {
				takeIn(t, p, c.before)
			}
			report := takeIn(t, p, c.file)
			if got := paths(p); !slices.Equal(got, c.want) {
				t.Errorf("codes %q, want %q", got, c.want)
			}
			if report.Added != c.added || report.Changed != c.changed {
				t.Errorf("added %d, changed %d, want %d, %d", report.Added, report.Changed, c.added, c.changed)
			}
			if got := warnings(report.Warnings); !slices.Equal(got, c.warned) {
				t.Errorf("warnings %q, want %q", got, c.warned)
			}
			if !slices.Equal(report.LeftOut, c.leftOut) {
				t.Errorf("left out %q, want %q", report.LeftOut, c.leftOut)
			}
		})
	}
}

func TestCodesRefused(t *testing.T) {
	for _, c := range []struct {
		name, file string
		line       int
		reason     error
	}{
		{"nothing", "", 1, ErrNoHead},
		{"no column code", "name\n甲\n", 1, ErrNoColumn},
		{"column twice", "code,code\n甲,乙\n", 1, ErrTwice},
		{"no name", "code,number\n甲,\n,P\n", 3, codebook.ErrNoName},
		{"siblings of one name", "code,parent\n甲,\n乙,甲\n乙,甲\n", 4, codebook.ErrSameName},
		{"level-1 codes of one name", "code\n甲\n甲\n", 3, codebook.ErrSameName},
		{"circle", "code,parent\n甲,乙\n乙,丙\n丙,甲\n", 2, codebook.ErrCycle},
		{"its own parent", "code,parent\n甲,甲\n", 2, codebook.ErrCycle},
		{"number twice", "code,number\n甲,P\n乙,P\n", 3, ErrTwice},
		{"ambiguous parent", "code,parent\n甲,\n丙,甲\n乙,\n丙,乙\n丁,丙\n", 6, codebook.ErrAmbiguous},
		{"unknown parent", "code,parent\n甲,乙\n", 2, codebook.ErrUnknown},
		{"open quotes", "code\n\"甲\n", 2, ErrQuotes},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := ReadCodes(strings.NewReader(c.file))
			if err == nil {
				_, _, err = f.Ops(emptyProject("zh"), maker(), 0, 0)
			}
			var row *RowError
			if !errors.As(err, &row) || !errors.Is(err, c.reason) || row.Line != c.line {
				t.Errorf("error %v, want line %d: %v", err, c.line, c.reason)
			}
		})
	}
}

func TestCodeMemos(t *testing.T) {
	p := withCoder(t, "zh")
	takeIn(t, p, "code,memo\n甲,第一条\n乙,\n")
	if got := codeMemos(p); len(got) != 1 || !slices.Equal(got[1], []string{"第一条"}) {
		t.Fatalf("memos %v", got)
	}
	if r := takeIn(t, p, "code,memo\n甲,第二条\n"); r.Changed != 1 {
		t.Errorf("another memo: %+v", r)
	}
	out := csvOf(t, CodesTable(p, Words{}))
	if !strings.Contains(out, ",第一条; 第二条,") {
		t.Errorf("export %s", out)
	}
	if r := takeIn(t, p, out); r.Changed != 0 {
		t.Errorf("taken in again: %+v", r)
	}
}

func TestFields(t *testing.T) {
	all := []codebook.Field{
		{Name: "from", Kind: codebook.FieldChoice, Choices: []string{"P", "I"}},
		{Name: `a:b; (c)\`, Kind: codebook.FieldChoice, Choices: []string{"x|y", "", ")"}},
		{Name: "evidence"},
	}
	s := formatFields(all)
	if want := `from:choice(P|I); a\:b\; \(c\)\\:choice(x\|y||\)); evidence:text`; s != want {
		t.Errorf("written %s, want %s", s, want)
	}
	got, ok := parseFields(s)
	if !ok || formatFields(got) != s || len(got) != 3 || got[1].Name != all[1].Name || !slices.Equal(got[1].Choices, all[1].Choices) {
		t.Errorf("read %+v", got)
	}
	for _, bad := range []string{"a", "a:", ":text", "a:int", "a:choice", "a:choice(", "a:choice(b", "a:choice(b)c", "a:text(b)", "a:choice(b:c)", `a:text\`} {
		if got, ok := parseFields(bad); ok {
			t.Errorf("%q read as %+v", bad, got)
		}
	}
}

func TestRowErrorSays(t *testing.T) {
	for _, c := range []struct {
		err  *RowError
		want string
	}{
		{&RowError{3, "start", "-1", ErrNumber}, `line 3, column "start": "-1" is no offset: want a whole number from 0`},
		{&RowError{3, "code", "", codebook.ErrNoName}, `line 3, column "code": needs a name`},
		{&RowError{2, "", "", ErrQuotes}, "line 2: has quotation marks that do not close"},
		{&RowError{4, "file", "x", &codebook.Objection{Thing: codebook.ThingTranscript, Name: "x", Reason: codebook.ErrUnknown}},
			`line 4, column "file": transcript "x" is not in this study`},
	} {
		if got := c.err.Error(); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}
