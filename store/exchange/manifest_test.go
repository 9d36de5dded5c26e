package exchange

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"fangtan/codebook"
)

func TestManifest(t *testing.T) {
	want := []ManifestRow{
		{Line: 2, File: "甲/a.txt", Group: "cadres", Title: "一", Speaker: "答", Date: "2025-09-16", Kind: codebook.KindFocusGroup, Pair: "b.txt", Values: []string{"石桥镇"}},
		{Line: 3, File: "b.txt", Values: []string{""}},
	}
	for name, file := range map[string]string{
		"plain":      "file,group,title,speaker,date,kind,pair,township\n甲/a.txt,cadres,一,答,2025-09-16,focus group,b.txt,石桥镇\nb.txt\n",
		"mark, CRLF": "\ufefffile,group,title,speaker,date,kind,pair,township\r\n甲/a.txt,cadres,一,答,2025/9/16,Focus group,b.txt,石桥镇\r\nb.txt,,,,,,,\r\n",
		"semicolons": "file;group;title;speaker;date;kind;pair;township\n甲/a.txt;cadres;一;答;2025年9月16日;focus group;b.txt;石桥镇\nb.txt;;;;;;;\n",
		"tabs":       "file\tgroup\ttitle\tspeaker\tdate\tkind\tpair\ttownship\n甲/a.txt\tcadres\t一\t答\t2025.09.16\tfocus group\tb.txt\t石桥镇\nb.txt\t\t\t\t\t\t\t\n",
		"GB18030": "file,group,title,speaker,date,kind,pair,township\n\xbc\xd7/a.txt,cadres,\xd2\xbb,\xb4\xf0,2025-9-16,focus group,b.txt," +
			"\xca\xaf\xc7\xc5\xd5\xf2\nb.txt\n",
		"UTF-16": utf16("file,group,title,speaker,date,kind,pair,township\n甲/a.txt,cadres,一,答,2025-09-16,focus group,b.txt,石桥镇\nb.txt\n"),
	} {
		m, err := ReadManifest(strings.NewReader(file))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !slices.Equal(m.Attributes, []string{"township"}) || len(m.Problems) > 0 || !slices.EqualFunc(m.Rows, want, sameManifestRow) {
			t.Errorf("%s: %q %+v %v", name, m.Attributes, m.Rows, warnings(m.Problems))
		}
	}
}

func utf16(s string) string {
	b := []byte("\xff\xfe")
	for _, r := range s {
		b = append(b, byte(r), byte(r>>8))
	}
	return string(b)
}

func sameManifestRow(a, b ManifestRow) bool {
	same := slices.Equal(a.Values, b.Values)
	a.Values, b.Values = nil, nil
	return same && a.File == b.File && a.Line == b.Line && a.Group == b.Group && a.Title == b.Title &&
		a.Speaker == b.Speaker && a.Date == b.Date && a.Kind == b.Kind && a.Pair == b.Pair
}

func TestManifestProblems(t *testing.T) {
	m, err := ReadManifest(strings.NewReader("file,date,kind\na.txt,2025-02-30,interview\nb.txt,soon,chat\n./a.txt,,\n,2025-01-01,\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"2 date 2025-02-30: " + ErrDate.Error(), "3 date soon: " + ErrDate.Error(), "3 kind chat: " + ErrKind.Error(),
		"4 file ./a.txt: " + ErrTwice.Error(), "5 file : " + codebook.ErrNoName.Error(),
	}
	if got := warnings(m.Problems); !slices.Equal(got, want) || len(m.Rows) != 2 {
		t.Errorf("%q, %d rows", got, len(m.Rows))
	}
	if _, err := ReadManifest(strings.NewReader("name\na.txt\n")); !errors.Is(err, ErrNoColumn) {
		t.Errorf("no column file: %v", err)
	}
}

func TestManifestMatch(t *testing.T) {
	m, err := ReadManifest(strings.NewReader("file,title\n村/a.txt,1\nb.txt,2\nc.txt,3\n镇\\d.txt,4\nn\u0303.txt,5\nz.txt,6\n"))
	if err != nil {
		t.Fatal(err)
	}
	rows, unused := m.Match([]string{"村/a.txt", "县/a.txt", "x/b.txt", "x/c.txt", "y/c.txt", "镇/d.txt", "ñ.txt"})
	want := map[string]string{"村/a.txt": "1", "x/b.txt": "2", "镇/d.txt": "4", "ñ.txt": "5"}
	if len(rows) != len(want) {
		t.Errorf("%d rows, want %d", len(rows), len(want))
	}
	for f, title := range want {
		if rows[f] == nil || rows[f].Title != title {
			t.Errorf("%s: %+v, want %s", f, rows[f], title)
		}
	}
	if len(unused) != 2 || unused[0].Title != "3" || unused[1].Title != "6" {
		t.Errorf("unused %+v", unused)
	}
}

func TestSampleManifest(t *testing.T) {
	f, err := os.Open("../sample/manifest-field.csv")
	if err != nil {
		t.Skip("no sample study here:", err)
	}
	defer f.Close()
	m, err := ReadManifest(f)
	if err != nil || len(m.Problems) > 0 || len(m.Rows) == 0 || m.Rows[0].Group == "" {
		t.Errorf("%+v, %v", m, err)
	}
}
