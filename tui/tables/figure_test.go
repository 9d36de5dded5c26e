package tables

import (
	"strings"
	"testing"

	"fangtan/tui/cell"
)

func TestFigures(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Whole(0), "0"}, {Whole(999), "999"}, {Whole(41380), "41,380"}, {Whole(1234567), "1,234,567"}, {Whole(-1234), "-1,234"}, {Whole(-123), "-123"},
		{Percent(0.0421, 1), "4.2%"}, {Percent(1, 0), "100%"},
		{Decimal(62.13, 1), "62.1"}, {Signed(2.94, 1), "+2.9"}, {Signed(-2.94, 1), "−2.9"}, {Signed(-0.04, 1), "0.0"},
		{Fraction(0.206, 2), ".21"}, {Fraction(1, 2), "1.00"}, {Fraction(0, 2), ".00"},
		{Chance(0.0459), "= .046"}, {Chance(0.0009), "< .001"}, {Chance(1), "= 1.000"},
		{Raw(7, true), "7"}, {Raw(1.0/3, false), "0.333333"},
		{Quote("P2.1"), "P2.1"}, {Quote("要求不具体"), "要求不具体"}, {Quote("P1 & P2"), "'P1 & P2'"}, {Quote("it's"), `'it'\''s'`}, {Quote(""), "''"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestSheet(t *testing.T) {
	got := Sheet([][]string{{"a\tb", "=1+1", "-3"}, {"@x", "−2.9", "+0.5", "行\n行"}})
	want := "a b\t'=1+1\t-3\n'@x\t−2.9\t+0.5\t行 行\n"
	if got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestHead(t *testing.T) {
	for _, c := range []struct {
		text  string
		least int
		want  string
		width int
	}{
		{"村干部", 7, "村干部", 7},
		{"第一书记", 7, "第一书记", 8},
		{"Department heads", 7, "Department|heads", 10},
		{"Total", 3, "Total", 5},
		{"组织部 副部长 甲", 7, "组织部 副部|长 甲", 11},
		{"周明（化名）", 7, "周明（化名）", 12},
		{"县委组织部基层组织建设科科长", 7, "县委组织部基层|组织建设科科长", 14},
		{"县委组织部基层组织建设科副科长及其同事", 7, "县委组织部基层|组织建设科副…", 14},
		{"", 4, "", 4},
	} {
		lines, width := Head(cell.Wc(), c.text, c.least)
		for i := range lines {
			lines[i] = strings.TrimSpace(lines[i])
		}
		if got := strings.Join(lines, "|"); got != c.want || width != c.width {
			t.Errorf("%q: %q in %d columns, want %q in %d", c.text, got, width, c.want, c.width)
		}
	}
}
