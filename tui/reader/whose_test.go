package reader

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"fangtan/codebook"
)

// The margin says whose a coding is where it is not this coder's alone; in little room by initials, in less not at all.
func TestWhoseCodingsStandInTheMargin(t *testing.T) {
	s := begin(t, "[甲说一。]乙说二。丙说三。")
	chen, wang := s.study.AddCoder("小陈"), s.study.AddCoder("王\x1b五")
	put := func(start, end uint32, code string, coder codebook.No) {
		s.study.Put(s.no, codebook.Coding{Start: start, End: end, Code: s.codes[code], Coder: coder})
	}
	put(0, 12, "分工", s.study.Me)
	s.reader.dirty = true
	s.frame(80, 24)
	first := func(width int) string {
		r := s.reader
		var out []string
		for _, n := range r.cutNames(r.beginnings(span{0, 12}, r.marks.touching(0, 12)), width) {
			out = append(out, n.text+n.who.full)
		}
		return strings.Join(out, "·")
	}
	cases := []struct {
		code  string
		coder codebook.No
		width int
		want  string
	}{
		{"", 0, 40, "分工"},
		{"分工", chen, 40, "分工 +小陈"},
		{"分工", chen, 8, "分工 +小"},
		{"分工", wang, 40, "分工 +小陈 +1"},
		{"躲避", chen, 40, "分工 +小陈 +1·躲避 小陈"},
		{"躲避", wang, 32, "分工 +小陈 +1·躲避 小陈 +1"},
		{"躲避", wang, 25, "分工 +小 +1·躲避 小 +1"},
		{"躲避", wang, 12, "分工·躲避"},
	}
	for i, c := range cases {
		if c.coder != 0 {
			put(0, 12+3*uint32(i%3), c.code, c.coder)
		}
		s.reader.dirty = true
		s.frame(80, 24)
		if got := first(c.width); got != c.want {
			t.Errorf("with %s of coder %d in %d columns: %q, want %q", c.code, c.coder, c.width, got, c.want)
		}
	}
}

// With the keyboard below or beside the text every letter in use stands with its code, by name where there is room.
func TestTheKeyboardNamesItsCodes(t *testing.T) {
	for _, c := range []struct {
		width, height int
		want          []string
	}{
		{60, 16, []string{"a 分工", "s 躲避"}},
		{60, 30, []string{"a", "分工", "躲避"}},
		{80, 24, []string{"a", "分工", "躲避"}},
		{110, 36, []string{"分工", "躲避"}},
		{200, 60, []string{"a 分工", "s 躲避"}},
	} {
		s := begin(t, "[甲说一。]乙说二。")
		s.press("<tab>")
		frame, _ := s.frame(c.width, c.height)
		frame = ansi.Strip(frame)
		for _, want := range c.want {
			if !strings.Contains(frame, want) {
				t.Errorf("in %d×%d there is no %q:\n%s", c.width, c.height, want, frame)
			}
		}
	}
}
