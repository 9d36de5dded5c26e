package exchange

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fangtan/codebook"
)

const codedCSV = "file,coder,code,start,end,group,speaker,turn,paragraph,text,memo,field.strength,field.extra,starred,created,id\n" +
	"县/county.txt,Wang,不懂,31,55,department-heads,A,2,2,Nobody told us anything.,,,,false,2023-11-14T22:13:20.107Z,aa000000-0000-0000-0000-00000000006b\n" +
	"村干部/01 村.txt,Li,政策,0,4,cadres,,,1,访谈标题,,,,false,2023-11-14T22:13:20.105Z,aa000000-0000-0000-0000-000000000069\n" +
	"村干部/01 村.txt,Li,家庭,22,31,cadres,受访者,2,3,家里👨‍👩‍👧都在,,,,false,2023-11-14T22:13:20.104Z,aa000000-0000-0000-0000-000000000068\n" +
	"村干部/01 村.txt,Wang,不懂,32,37,cadres,受访者,2,3,文件看不懂,,,,false,2023-11-14T22:13:20.103Z,aa000000-0000-0000-0000-000000000067\n" +
	"村干部/01 村.txt,Li,政策与环境,32,43,cadres,受访者,2,3,文件看不懂，写得太虚。,,2,'-是,false,2023-11-14T22:13:20.102Z,aa000000-0000-0000-0000-000000000066\n" +
	"村干部/01 村.txt,Li,虚,38,42,cadres,受访者,2,3,写得太虚,一; 二,,,true,2023-11-14T22:13:20.101Z,aa000000-0000-0000-0000-000000000065\n" +
	"村干部/01 村.txt,Li,家庭,38,42,cadres,受访者,2,3,写得太虚,一; 二,,,false,2023-11-14T22:13:20.106Z,aa000000-0000-0000-0000-00000000006a\n"

func TestCodingsOut(t *testing.T) {
	p, texts := coded(t)
	if out := csvOf(t, CodingsTable(p, Source{Texts: texts}, nil, Words{})); out != codedCSV {
		t.Errorf("%s", firstDifference(out, codedCSV))
	}
	keep := func(t *codebook.Transcript, c *codebook.Coding, speaker int) bool {
		return speaker >= 0 && c.Coder == 1
	}
	if out := csvOf(t, CodingsTable(p, Source{Texts: texts}, keep, Words{})); strings.Count(out, "\n") != 5 {
		t.Errorf("kept %s", out)
	}
	mask := func(s string) string { return strings.ReplaceAll(s, "村", "某") }
	if out := csvOf(t, CodingsTable(p, Source{Texts: texts, Mask: mask}, nil, Words{})); strings.Contains(out, "村") {
		t.Errorf("masked %s", out)
	}
	lost := errors.New("no text")
	broken := func(codebook.No) (string, error) { return "", lost }
	if err := Write(&counter{}, FormatCSV, CodingsTable(p, Source{Texts: broken}, nil, Words{}), Options{}); !errors.Is(err, lost) {
		t.Errorf("a text that is lost: %v", err)
	}
}

// readIn takes codings in and does the action.
func readIn(t testing.TB, p *codebook.Project, texts Texts, file string, o CodingsOptions) (CodingsReport, error) {
	t.Helper()
	if o.NewID == nil {
		o.NewID = maker()
	}
	batch, report, err := ReadCodings(strings.NewReader(file), p, texts, o)
	if err == nil && len(batch.Ops) > 0 {
		do(t, p, batch)
	}
	if bad := p.Invariants(); bad != nil {
		t.Fatal(bad)
	}
	return report, err
}

func TestCodingsGoRound(t *testing.T) {
	p, texts := study(t)
	report, err := readIn(t, p, texts, codedCSV, CodingsOptions{})
	if err != nil || report.Added != 7 || report.Known != 0 || report.Memos != 1 || len(report.Bad)+len(report.Widened)+len(report.LeftOut) > 0 {
		t.Fatalf("%+v, %v", report, err)
	}
	if out := csvOf(t, CodingsTable(p, Source{Texts: texts}, nil, Words{})); out != codedCSV {
		t.Errorf("%s", firstDifference(out, codedCSV))
	}
	full, _ := coded(t)
	for _, no := range []codebook.No{1, 2} {
		a, b := full.Codings(no), p.Codings(no)
		if !slices.Equal(a.StartCh, b.StartCh) || !slices.Equal(a.EndCh, b.EndCh) || !slices.Equal(a.Start, b.Start) {
			t.Errorf("transcript %d: characters %v %v, want %v %v", no, b.StartCh, b.EndCh, a.StartCh, a.EndCh)
		}
	}
	revision := p.Revision()
	report, err = readIn(t, p, texts, codedCSV, CodingsOptions{})
	if err != nil || report.Added != 0 || report.Known != 7 || report.Memos != 0 || p.Revision() != revision {
		t.Errorf("again: %+v, %v", report, err)
	}
	report, err = readIn(t, full, texts, codedCSV, CodingsOptions{})
	if err != nil || report.Added != 0 || report.Memos != 0 {
		t.Errorf("into the study it is from: %+v, %v", report, err)
	}
}

func TestCodingsIn(t *testing.T) {
	const head = "start,end,code,coder,file"
	for _, c := range []struct {
		name, file   string
		o            CodingsOptions
		added, known int
		err          error
		bad          []string
		also         func(t *testing.T, p *codebook.Project, r CodingsReport)
	}{
		{name: "five columns in any order, base name, number, title in English", file: head + "\n0,2,P1,Li,county.txt\n0,3,Vague,li,county\n", added: 2},
		{name: "twice in the file", file: head + "\n0,2,P1,Li,county.txt\n0,2,虚,Li,county.txt\n", added: 1, known: 1},
		{name: "rows that do not fit change nothing", err: ErrBadRows,
			file: head + "\n0,2,P1,Li,county.txt\n0,2,P1,Li,x.txt\n0,2,ZZ,Li,county.txt\n0,2,X,Li,county.txt\n2,2,P1,Li,county.txt\n" +
				"3,2,P1,Li,county.txt\n-1,2,P1,Li,county.txt\n1,x,P1,Li,county.txt\n0,4000,P1,Li,county.txt\n0,2,P1,,county.txt\n",
			added: 1, bad: []string{
				"3 file x.txt: transcript \"x.txt\" is not in this study", "4 code ZZ: code \"ZZ\" is not in this study",
				"5 code X: " + codebook.ErrNotCodable.Error(), "6 end 2: " + ErrNoPassage.Error(), "7 end 2: " + ErrNoPassage.Error(),
				"8 start -1: " + ErrNumber.Error(), "9 end x: " + ErrNumber.Error(), "10 end 4000: " + ErrBeyond.Error(),
				"11 coder : " + codebook.ErrNoName.Error(),
			}, also: func(t *testing.T, p *codebook.Project, _ CodingsReport) {
				if p.CodingCount() != 0 {
					t.Errorf("%d codings came in", p.CodingCount())
				}
			}},
		{name: "partial", o: CodingsOptions{Partial: true}, file: head + "\n0,2,P1,Li,county.txt\n0,2,P1,Li,x.txt\n", added: 1,
			bad: []string{"3 file x.txt: transcript \"x.txt\" is not in this study"},
			also: func(t *testing.T, p *codebook.Project, _ CodingsReport) {
				if p.CodingCount() != 1 {
					t.Errorf("%d codings came in", p.CodingCount())
				}
			}},
		{name: "optional cells that are wrong", err: ErrBadRows, file: head + ",created,id,starred,field.strength\n" +
			"0,2,P1,Li,county.txt,yesterday,,,\n0,2,P1,Li,county.txt,,12,,\n0,2,P1,Li,county.txt,,,perhaps,\n0,2,X-PE,Li,county.txt,,,,9\n",
			bad: []string{"2 created yesterday: " + ErrTime.Error(), "3 id 12: " + ErrBadID.Error(), "4 starred perhaps: " + ErrTruth.Error(),
				"5 field.strength 9: " + codebook.ErrField.Error()}},
		{name: "unknown coder is made and said", file: head + "\n0,2,P1,Zhao,county.txt\n0,3,P1,zhao,county.txt\n0,2,P1,Qian,county.txt\n", added: 3,
			also: func(t *testing.T, p *codebook.Project, r CodingsReport) {
				if !slices.Equal(r.Coders, []string{"Zhao", "Qian"}) || p.Coder(3).Name != "Zhao" || p.Coder(4).Name != "Qian" {
					t.Errorf("made %q", r.Coders)
				}
			}},
		{name: "unknown codes are made", o: CodingsOptions{CreateCodes: true},
			file:  head + "\n0,2,新码,Li,county.txt\n0,2,环境 / 道路,Li,county.txt\n0,2,新码 / 细,Li,county.txt\n0,2,有 / 无,Li,county.txt\n0,3,新码,Li,county.txt\n",
			added: 5, also: func(t *testing.T, p *codebook.Project, r CodingsReport) {
				all := paths(p)
				for _, want := range []string{"新码", "环境 / 道路", "新码 / 细", "有 / 无"} {
					if !slices.Contains(all, want) {
						t.Errorf("no %q among %q", want, all)
					}
				}
				if len(r.Codes) != 4 {
					t.Errorf("made %q", r.Codes)
				}
			}},
		{name: "a passage inside a character is widened", file: head + "\n24,25,E1,Li,01 村\n10,12,P1,Li,county.txt\n19,20,P1,Li,county.txt\n", added: 3,
			also: func(t *testing.T, p *codebook.Project, r CodingsReport) {
				want := []Widened{{2, "村干部/01 村.txt", 24, 25}, {4, "县/county.txt", 19, 20}}
				if !slices.Equal(r.Widened, want) {
					t.Errorf("widened %+v", r.Widened)
				}
				c := p.Codings(1).At(0)
				if got := villageText[c.Start:c.End]; got != "👨‍👩‍👧" || c.EndCh != c.StartCh+1 {
					t.Errorf("now %q, characters %d to %d", got, c.StartCh, c.EndCh)
				}
			}},
		{name: "columns it does not know are named", file: head + ",colour,group\n0,2,P1,Li,county.txt,red,x\n", added: 1,
			also: func(t *testing.T, _ *codebook.Project, r CodingsReport) {
				if !slices.Equal(r.LeftOut, []string{"colour"}) {
					t.Errorf("left out %q", r.LeftOut)
				}
			}},
		{name: "an id that is taken is not taken again", file: head + ",id\n" +
			"0,2,P1,Li,county.txt,bb000000-0000-0000-0000-000000000001\n0,3,P1,Li,county.txt,bb000000-0000-0000-0000-000000000001\n", added: 2,
			also: func(t *testing.T, p *codebook.Project, _ CodingsReport) {
				if c := p.Codings(2); c.ID[0][0] != 0xBB || c.ID[1][0] == 0xBB {
					t.Errorf("ids %v", c.ID)
				}
			}},
		{name: "memos with rows", file: head + ",memo\n0,2,P1,Li,county.txt,想\n0,2,P2,Li,county.txt,想\n0,3,P2,Zhao,county.txt,另\n", added: 3,
			also: func(t *testing.T, p *codebook.Project, r CodingsReport) {
				if r.Memos != 2 || len(p.Memos()) != 2 || p.Memos()[1].Coder != 3 || p.Memos()[1].End != 3 {
					t.Errorf("%d memos: %+v", r.Memos, p.Memos())
				}
			}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, texts := study(t)
			c.o.Now = 99
			report, err := readIn(t, p, texts, c.file, c.o)
			if !errors.Is(err, c.err) || report.Added != c.added || report.Known != c.known {
				t.Errorf("%v: %+v", err, report)
			}
			if got := warnings(report.Bad); !slices.Equal(got, c.bad) {
				t.Errorf("bad\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.bad, "\n"))
			}
			if c.also != nil {
				c.also(t, p, report)
			}
		})
	}
}

func TestCodingsGoRoundWithNamesAlike(t *testing.T) {
	p, texts := study(t)
	takeIn(t, p, "code\nGoal\ngoal\n")
	do(t, p, &codebook.PutCoder{Row: codebook.Coder{ID: codebook.ID{4, 3}, Name: "LI"}})
	file := "file,coder,code,start,end\ncounty,LI,goal,0,2\ncounty,Li,Goal,0,2\n"
	if report, err := readIn(t, p, texts, file, CodingsOptions{}); err != nil || report.Added != 2 {
		t.Fatalf("%+v, %v", report, err)
	}
	out := csvOf(t, CodingsTable(p, Source{Texts: texts}, nil, Words{}))
	if report, err := readIn(t, p, texts, out, CodingsOptions{}); err != nil || report.Known != 2 {
		t.Errorf("again: %+v, %v", report, err)
	}
	if _, err := readIn(t, p, texts, "file,coder,code,start,end\ncounty,li,Goal,0,2\n", CodingsOptions{}); !errors.Is(err, ErrBadRows) {
		t.Errorf("a name for two coders: %v", err)
	}
}

func TestCodingsAddWhatIsMissing(t *testing.T) {
	p, texts := coded(t)
	report, err := readIn(t, p, texts, "file,coder,code,start,end,starred,field.strength,field.evidence\n"+
		"01 村,Li,X-PE,32,43,true,3,原话\n", CodingsOptions{})
	if err != nil || report.Known != 1 || report.Added != 0 {
		t.Fatalf("%+v, %v", report, err)
	}
	have := p.Codings(1)
	c := have.At(have.Find(numbered(102)))
	if c.Flags != codebook.Starred || c.FieldValue("strength") != "2" || c.FieldValue("evidence") != "原话" {
		t.Errorf("%+v", c)
	}
}

func TestCodingsNeedColumns(t *testing.T) {
	p, texts := study(t)
	var row *RowError
	if _, err := readIn(t, p, texts, "file,coder,code,start\n", CodingsOptions{}); !errors.As(err, &row) || row.Column != "end" {
		t.Errorf("error %v", err)
	}
	lost := errors.New("no text")
	_, _, err := ReadCodings(strings.NewReader("file,coder,code,start,end\n01 村,Li,P1,0,1\n"), p,
		func(codebook.No) (string, error) { return "", lost }, CodingsOptions{NewID: maker()})
	if !errors.Is(err, lost) {
		t.Errorf("a text that is lost: %v", err)
	}
}

func TestManyMemosInOneAction(t *testing.T) {
	p, texts := study(t)
	var b strings.Builder
	b.WriteString("file,coder,code,start,end,memo\n")
	for i := range 40 {
		for j := range 100 {
			fmt.Fprintf(&b, "01 村,Li,P1,%d,%d,%d\n", i, i+1+j%20, j)
		}
	}
	report, err := readIn(t, p, texts, b.String(), CodingsOptions{})
	if err != nil || report.Memos != len(p.Memos()) || report.Memos < 3000 {
		t.Errorf("%d memos, %v", report.Memos, err)
	}
}
