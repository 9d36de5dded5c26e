package exchange

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"fangtan/codebook/tally"
	"fangtan/tui/cell"
)

func sampleTable() *Table {
	return &Table{
		Columns: []Column{
			{Head: "code", Title: "编码"}, {Head: "n", Title: "次数", Kind: Count}, {Head: "c", Kind: Figure},
			{Head: "skewed", Title: "偏", Kind: Truth}, {Head: "created", Title: "时间", Kind: Time},
		},
		Rows: held([][]Value{
			{Of("要求不具体"), Int(12), Float(0.5), Bool(true), Moment(1_700_000_000_500)},
			{Of("=a|b, \"c\"\n<i>"), Int(-3), Float(-0.0000001), Bool(false), {}},
			{Of("'x"), Value{}, Float(math.NaN()), Bool(false), Moment(1_700_000_000_000)},
		}),
		Notes: []string{"united: 2 <b>"},
	}
}

func TestFormats(t *testing.T) {
	for _, c := range []struct {
		name   string
		format Format
		o      Options
		want   string
	}{
		{"csv", FormatCSV, Options{}, "code,n,c,skewed,created\n" +
			"要求不具体,12,0.500000,true,2023-11-14T22:13:20.5Z\n" +
			"\"'=a|b, \"\"c\"\"\n<i>\",-3,0.000000,false,\n" +
			"''x,,,false,2023-11-14T22:13:20Z\n"},
		{"csv with mark, raw", FormatCSV, Options{BOM: true, Raw: true}, "\ufeffcode,n,c,skewed,created\n" +
			"要求不具体,12,0.500000,true,2023-11-14T22:13:20.5Z\n" +
			"\"=a|b, \"\"c\"\"\n<i>\",-3,0.000000,false,\n" +
			"'x,,,false,2023-11-14T22:13:20Z\n"},
		{"tsv on a terminal", FormatTSV, Options{Terminal: true}, "code\tn\tc\tskewed\tcreated\n" +
			"要求不具体\t12\t0.500000\ttrue\t2023-11-14T22:13:20.5Z\n" +
			"\"'=a|b, \"\"c\"\"␤<i>\"\t-3\t0.000000\tfalse\t\n" +
			"''x\t\t\tfalse\t2023-11-14T22:13:20Z\n"},
		{"json", FormatJSON, Options{}, "[\n" +
			`{"code":"要求不具体","n":12,"c":0.500000,"skewed":true,"created":"2023-11-14T22:13:20.5Z"},` + "\n" +
			`{"code":"=a|b, \"c\"\n<i>","n":-3,"c":0.000000,"skewed":false,"created":null},` + "\n" +
			`{"code":"'x","n":null,"c":null,"skewed":false,"created":"2023-11-14T22:13:20Z"}` + "\n]\n"},
		{"jsonl", FormatJSONL, Options{}, `{"code":"要求不具体","n":12,"c":0.500000,"skewed":true,"created":"2023-11-14T22:13:20.5Z"}` + "\n" +
			`{"code":"=a|b, \"c\"\n<i>","n":-3,"c":0.000000,"skewed":false,"created":null}` + "\n" +
			`{"code":"'x","n":null,"c":null,"skewed":false,"created":"2023-11-14T22:13:20Z"}` + "\n"},
		{"md", FormatMarkdown, Options{Title: "a_b"}, "# a\\_b\n\n| code | n | c | skewed | created |\n| --- | ---: | ---: | --- | --- |\n" +
			"| 要求不具体 | 12 | 0.500000 | true | 2023-11-14T22:13:20.5Z |\n" +
			"| =a\\|b, \"c\"<br>\\<i\\> | -3 | 0.000000 | false |  |\n" +
			"| 'x |  |  | false | 2023-11-14T22:13:20Z |\n\nunited: 2 \\<b\\>\n"},
		{"table", FormatTable, Options{}, "" +
			"编码           次数         c  偏     时间\n" +
			"─────────────  ────  ────────  ─────  ──────────────────────\n" +
			"要求不具体       12  0.500000  true   2023-11-14T22:13:20.5Z\n" +
			"=a|b, \"c\"␤<i>    -3  0.000000  false\n" +
			"'x                             false  2023-11-14T22:13:20Z\n\nunited: 2 <b>\n"},
		{"html", FormatHTML, Options{Lang: "zh", Title: "表<1>"}, "<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n" + policy + "\n" +
			"<title>表&lt;1&gt;</title>\n" + style + "\n</head>\n<body>\n<h1>表&lt;1&gt;</h1>\n<table>\n<thead>\n" +
			`<tr><th>code</th><th class="n">n</th><th class="n">c</th><th>skewed</th><th>created</th></tr>` + "\n</thead>\n<tbody>\n" +
			`<tr><td>要求不具体</td><td class="n">12</td><td class="n">0.500000</td><td>true</td><td>2023-11-14T22:13:20.5Z</td></tr>` + "\n" +
			"<tr><td>=a|b, &#34;c&#34;\n&lt;i&gt;</td><td class=\"n\">-3</td><td class=\"n\">0.000000</td><td>false</td><td></td></tr>\n" +
			`<tr><td>&#39;x</td><td class="n"></td><td class="n"></td><td>false</td><td>2023-11-14T22:13:20Z</td></tr>` + "\n</tbody>\n</table>\n" +
			"<p>united: 2 &lt;b&gt;</p>\n</body>\n</html>\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for range 2 { // the same bytes each time
				var b bytes.Buffer
				c.o.Ruler = cell.Wc()
				if err := Write(&b, c.format, sampleTable(), c.o); err != nil {
					t.Fatal(err)
				}
				if b.String() != c.want {
					t.Errorf("got\n%s\nwant\n%s", b.String(), c.want)
				}
			}
		})
	}
}

func TestTableFitsTheTerminal(t *testing.T) {
	table := NewTable([]Column{{Head: "file"}, {Head: "text"}, {Head: "n", Kind: Count}}, [][]Value{
		{Of("01.txt"), Of("文件看不懂，写得太虚，后来就不管了"), Int(7)}, {Of("02.txt"), Of("short"), Int(12)},
	}, Words{})
	for width, want := range map[int]string{
		30: "file    text                 n\n──────  ──────────────────  ──\n" +
			"01.txt  文件看不懂，写得…    7\n02.txt  short               12\n",
		24: "file    text           n\n──────  ────────────  ──\n01.txt  文件看不懂…    7\n02.txt  short         12\n",
		22: "file    text\n──────  ──────────────\n01.txt  文件看不懂，…\n02.txt  short\n\nleft out: n\n",
		4:  "file\n────\n01.…\n02.…\n\nleft\nout:\ntext\n+n\n",
	} {
		var b bytes.Buffer
		if err := Write(&b, FormatTable, table, Options{Ruler: cell.Wc(), Width: width, LeftOut: leftOut}); err != nil || b.String() != want {
			t.Errorf("%d places:\n%s\nwant\n%s", width, b.String(), want)
		}
	}
}

func leftOut(titles []string) string { return "left out: " + strings.Join(titles, "+") }

// Columns to spare go first, words to read are wrapped, and no line is wider than
// the terminal.
func TestExcerptsOnANarrowTerminal(t *testing.T) {
	p, texts := coded(t)
	for _, width := range []int{30, 60, 80, 132} {
		var b bytes.Buffer
		table := ExcerptsTable(p, Source{Texts: texts}, tally.Coded(p, tally.Filter{}, 0), ExcerptOptions{Context: 1}, Words{})
		if err := Write(&b, FormatTable, table, Options{Ruler: cell.Wc(), Width: width, LeftOut: leftOut}); err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(b.String(), "\n") {
			if w := cell.Wc().Width(line); w > width {
				t.Errorf("%d places: a line of %d: %s", width, w, line)
			}
		}
		head, _, _ := strings.Cut(b.String(), "\n")
		if !strings.Contains(head, "file") || width >= 60 && !(strings.Contains(head, "code") && strings.Contains(head, "text")) {
			t.Errorf("%d places: the head is %s", width, head)
		}
		if width < 132 && !strings.Contains(b.String(), "left out:") {
			t.Errorf("%d places: nothing says what was left out\n%s", width, b.String())
		}
	}
}

func TestNoRows(t *testing.T) {
	for f, want := range map[Format]string{FormatCSV: "a\n", FormatJSON: "[]\n", FormatJSONL: "", FormatMarkdown: "| a |\n| --- |\n", FormatTable: "a\n─\n"} {
		var b bytes.Buffer
		if err := Write(&b, f, NewTable([]Column{{Head: "a"}}, nil, Words{}), Options{}); err != nil || b.String() != want {
			t.Errorf("%v: %q, %v; want %q", f, b.String(), err, want)
		}
	}
}

func TestOneEmptyCellIsARow(t *testing.T) {
	out := csvOf(t, NewTable([]Column{{Head: "a"}}, [][]Value{{Of("")}, {Of("x")}}, Words{}))
	if rows, err := csv.NewReader(strings.NewReader(out)).ReadAll(); err != nil || len(rows) != 3 {
		t.Errorf("%q read as %q, %v", out, rows, err)
	}
}

// hostile are words that have broken exports before.
var hostile = []string{
	"", "=1+1", "＝1", "+86", "＋", "-是的", "－", "@x", "＠x", "\t=1", "\r", "\nx", "  =1", "\u3000-x", " x", "'", "''", "'=1", "'x", "' =1",
	`"`, `""`, `a"b`, "a,b", "a;b", "a\nb", "a\tb", "|", `\`, "</td><script>alert(1)</script>", "</script>", "&amp;", "javascript:alert(1)",
	"\x1b]52;c;eA==\x07", "\u009b2J", "\u202e", "\u2028", "\x00", "é", "👨‍👩‍👧", "NULL", "[a](b)", "<!--", "`x`", "${x}",
}

func TestGuardGoesRound(t *testing.T) {
	for _, f := range []Format{FormatCSV, FormatTSV} {
		for _, s := range hostile {
			var b bytes.Buffer
			if err := Write(&b, f, NewTable([]Column{{Head: "a"}, {Head: "b"}}, [][]Value{{Of(s), Of("x")}}, Words{}), Options{}); err != nil {
				t.Fatal(err)
			}
			sh, err := openSheet(&b)
			if err != nil {
				t.Fatal(err)
			}
			if err := sh.next(); err != nil {
				t.Fatal(err)
			}
			if raw := sh.row[0]; raw != "" && strings.ContainsRune("=+-@＝＋－＠\t\r\n", []rune(strings.TrimLeft(raw, " \u3000"))[0]) {
				t.Errorf("%v: %q is written as %q, which a spreadsheet runs", f, s, raw)
			}
			if got := sh.cell("a"); got != s {
				t.Errorf("%v: %q comes back as %q", f, s, got)
			}
		}
	}
}

func TestNumbersHaveNoGuard(t *testing.T) {
	out := csvOf(t, NewTable([]Column{{Head: "a"}, {Head: "-b"}}, [][]Value{{Int(-1), Float(-1.5)}}, Words{}))
	if want := "a,'-b\n-1,-1.500000\n"; out != want {
		t.Errorf("got %q, want %q", out, want)
	}
}

func TestJSONIsWhatReadersExpect(t *testing.T) {
	var rows [][]Value
	for _, s := range append(hostile, "\xff\xfe", "a\x80b") {
		rows = append(rows, []Value{Of(s)})
	}
	var b bytes.Buffer
	if err := Write(&b, FormatJSON, NewTable([]Column{{Head: `h"<`}}, rows, Words{}), Options{}); err != nil {
		t.Fatal(err)
	}
	var got []map[string]string
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		want := strings.ToValidUTF8(row[0].text, "\ufffd")
		if row[0].text == "\xff\xfe" {
			want = "\ufffd\ufffd"
		}
		if got[i][`h"<`] != want {
			t.Errorf("%q comes back as %q", want, got[i][`h"<`])
		}
	}
}

func TestHTMLRunsNothing(t *testing.T) {
	var rows [][]Value
	for _, s := range hostile {
		rows = append(rows, []Value{Of(s)})
	}
	var b bytes.Buffer
	if err := Write(&b, FormatHTML, NewTable([]Column{{Head: "<script>"}}, rows, Words{}), Options{Lang: `"><script>`, Title: "</title><script>"}); err != nil {
		t.Fatal(err)
	}
	if out := b.String(); strings.Contains(out, "<script") || strings.Count(out, "<td>") != len(rows) || !strings.Contains(out, policy) {
		t.Error(out)
	}
}

func TestTerminalObeysNothing(t *testing.T) {
	for f := range formats {
		var b bytes.Buffer
		table := NewTable([]Column{{Head: "\x1b[2J", Title: "\x1b[2J"}}, [][]Value{{Of("\x1b]0;x\x07\u009b\u202e")}}, Words{})
		table.Notes = []string{"\x1b[2J"}
		if err := Write(&b, Format(f), table, Options{Terminal: true}); err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(b.String(), "\x1b\x07\u009b\u202e") {
			t.Errorf("%v: %q", Format(f), b.String())
		}
	}
}

func TestReasonsAreALastColumn(t *testing.T) {
	columns := []Column{{Head: "code"}, {Head: "a", Kind: Figure}, {Head: "b", Kind: Figure}, {Head: "c", Kind: Figure}}
	out := csvOf(t, NewTable(columns, [][]Value{
		{Of("x"), Undefined("no text"), Undefined("no text"), Undefined("one column")},
		{Of("y"), Float(1), Float(2), Value{}},
	}, Words{}))
	if want := "code,a,b,c,note\nx,,,,\"a, b: no text; c: one column\"\ny,1.000000,2.000000,,\n"; out != want {
		t.Errorf("got %q, want %q", out, want)
	}
	if strings.Contains(csvOf(t, NewTable(columns[:1], [][]Value{{Of("x")}}, Words{})), "note") {
		t.Error("a note where none is needed")
	}
}

func TestApart(t *testing.T) {
	a := NewTable([]Column{{Head: "code"}, {Head: "g"}}, [][]Value{{Of("x"), Undefined("no text")}}, Words{})
	b := NewTable([]Column{{Head: "code"}, {Head: "g"}, {Head: "(none)"}}, [][]Value{{Of("x"), Int(1), Int(2)}}, Words{})
	table, err := Apart([]string{"Li", "Wang"}, []*Table{a, b}, Words{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := csvOf(t, table), "coder,code,g,(none),note\nLi,x,,,g: no text\nWang,x,1,2,\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRowOfAnotherLength(t *testing.T) {
	w := NewWriter(io.Discard, FormatCSV, []Column{{Head: "a"}}, Options{})
	if err := w.Row([]Value{Of("x"), Of("y")}); err == nil || w.Close() == nil {
		t.Error("two cells in one column were taken")
	}
}

type full struct{ room int }

var errFull = errors.New("disk full")

func (f *full) Write(b []byte) (int, error) {
	if f.room -= len(b); f.room < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestWriteErrorStops(t *testing.T) {
	rows := slices.Repeat([][]Value{{Of(strings.Repeat("x", 1000))}}, 1000)
	if err := Write(&full{100_000}, FormatCSV, NewTable([]Column{{Head: "a"}}, rows, Words{}), Options{}); !errors.Is(err, errFull) {
		t.Errorf("error %v", err)
	}
}

func TestFormatNames(t *testing.T) {
	for name, want := range map[string]struct {
		format Format
		reason error
	}{
		"csv": {FormatCSV, nil}, "JSON": {FormatJSON, nil}, "xlsx": {0, ErrNotYet}, "png": {0, ErrNotYet},
		"": {0, ErrUnknownFormat}, "exe": {0, ErrUnknownFormat},
	} {
		if f, err := ParseFormat(name); f != want.format || !errors.Is(err, want.reason) {
			t.Errorf("%q: %v, %v", name, f, err)
		}
	}
	for path, want := range map[string]Format{"a/b.CSV": FormatCSV, "x.ndjson": FormatJSONL, "x.markdown": FormatMarkdown, "a.b.html": FormatHTML} {
		if f, err := FormatOfFile(path); f != want || err != nil {
			t.Errorf("%q: %v, %v", path, f, err)
		}
	}
	if _, err := FormatOfFile("table"); !errors.Is(err, ErrUnknownFormat) {
		t.Errorf("no ending: %v", err)
	}
}

func TestList(t *testing.T) {
	if got := List([]string{"甲", "乙"}).String(); got != "甲; 乙" {
		t.Errorf("got %q", got)
	}
}
