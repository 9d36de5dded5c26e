package reader

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fangtan/codebook"
	"fangtan/tui/screen"
	"fangtan/tui/theme"
	"fangtan/tui/tuitest"
)

// Whatever the size, the parts of a sheet lie beside each other within the area, and the measure is that of a book where it can be.
func TestSheet(t *testing.T) {
	for width := 60; width <= 250; width++ {
		for _, height := range []int{14, 20, 36, 56} {
			for _, w := range []wants{{turns: 9}, {turns: 1234}, {turns: 9, plain: true}, {turns: 9, keyboard: true}, {turns: 9, plain: true, keyboard: true}} {
				s := newSheet(screen.Area{Width: width, Height: height}, w)
				where := fmt.Sprintf("%d×%d %+v: %+v", width, height, w, s)
				if s.text != s.pad+gutterRoom+s.number+numberRoom || s.text+s.measure > width || s.rows+s.band != height || s.rows < 7 {
					t.Fatalf("the text does not fit: %s", where)
				}
				if !w.plain && (s.margin != s.text+s.measure+1+wallRoom || s.margin+s.names > width || s.names < marginLeast) {
					t.Fatalf("the margin does not fit: %s", where)
				}
				if s.measure > measureMost || width >= 120 && s.measure < 72 {
					t.Fatalf("the measure is no book's: %s", where)
				}
			}
		}
	}
}

// Two sheets lie beside each other with room for a rule between them, and leave each other lines that can be read.
func TestHalves(t *testing.T) {
	for width := besideFrom; width <= 250; width++ {
		for _, height := range []int{14, 20, 36, 56} {
			for _, w := range []wants{
				{turns: 9, spoken: true}, {turns: 1234, spoken: true}, {turns: 140}, {turns: 9, spoken: true, plain: true}, {turns: 9, spoken: true, keyboard: true},
			} {
				left, right := newHalf(screen.Area{Width: width, Height: height}, 0, w), newHalf(screen.Area{Width: width, Height: height}, 1, w)
				where := fmt.Sprintf("%d×%d %+v: %+v %+v", width, height, w, left, right)
				if gap := right.left - left.width; left.left != 0 || right.left+right.width != width || gap < 1+wallRoom || left.width != right.width {
					t.Fatalf("the halves do not lie beside each other: %s", where)
				}
				for _, s := range []sheet{left, right} {
					if s.text+s.measure > s.width || s.above+s.rows+s.under+s.band != height || s.rows < 5 || s.band != left.band {
						t.Fatalf("the text does not fit: %s", where)
					}
					if s.names > 0 && (s.margin+s.names > s.width || s.names < marginLeast || s.measure < halfMeasure) {
						t.Fatalf("the margin does not fit: %s", where)
					}
					if s.measure > measureMost || w.spoken && s.measure < 34 || s.measure < 30 {
						t.Fatalf("the lines cannot be read: %s", where)
					}
				}
			}
		}
	}
}

// Where nobody speaks paragraphs are numbered, however many there are.
func TestManyParagraphsHaveRoomForTheirNumbers(t *testing.T) {
	s := newSession(t, "zh")
	s.no = s.study.AddTranscript(codebook.Transcript{File: "笔记.txt", Title: "笔记"}, strings.Repeat("今天跟着他们跑了半个月的户，谁家有几口人、谁家的地租给了谁，跑完心里就有数了，他们也不躲了。\n", 1200))
	s.open(codebook.Passage{Transcript: s.no})
	s.press("G")
	content, _ := s.frame(80, 24)
	checkSize(t, content, screen.Area{Width: 80, Height: 24})
	if !strings.Contains(content, "1200") {
		t.Error("the last paragraph has no number")
	}
}

// codingsOf makes codings of spans; the code is that of the letter before the numbers: "a 0 10, b 5 20".
func codingsOf(t *testing.T, list string) *codebook.Codings {
	t.Helper()
	var rows []codebook.Coding
	for _, one := range strings.Split(list, ", ") {
		var code rune
		var c codebook.Coding
		if _, err := fmt.Sscanf(one, "%c %d %d", &code, &c.Start, &c.End); err != nil {
			t.Fatalf("%q: %v", one, err)
		}
		c.Code = codebook.No(code - 'a' + 1)
		rows = append(rows, c)
	}
	return codebook.NewCodings(rows)
}

func TestLanes(t *testing.T) {
	cases := []struct {
		name, codings string
		want          []uint8
	}{
		{"alone", "a 0 10", []uint8{0}},
		{"over each other", "a 0 10, b 5 20, c 6 7", []uint8{0, 1, 2}},
		{"on the same line", "a 0 10, b 10 20", []uint8{0, 1}},
		{"a line further", "a 0 10, b 50 60", []uint8{0, 0}},
		{"one code goes on in its lane", "a 0 10, b 5 20, a 12 30", []uint8{0, 1, 0}},
		{"one code inside itself keeps the longer end", "a 0 100, a 10 20, b 50 60", []uint8{0, 0, 1}},
		{"a lane that has become free", "a 0 10, b 5 90, c 60 70", []uint8{0, 1, 0}},
	}
	for _, c := range cases {
		codings := codingsOf(t, c.codings)
		shown := make([]int, codings.Len())
		for i := range shown {
			shown[i] = i
		}
		if got := lanesOf(codings, shown, 40); !slices.Equal(got, c.want) {
			t.Errorf("%s: lanes %v, want %v", c.name, got, c.want)
		}
	}
}

// gutterBeside draws the gutter beside the first line of a text that codes cover all of.
func gutterBeside(t *testing.T, codes int) string {
	t.Helper()
	s := newSession(t, "zh")
	s.no = s.study.AddTranscript(codebook.Transcript{File: "甲.txt", Title: "甲"}, "甲说一。")
	for i := range codes {
		s.study.Put(s.no, codebook.Coding{Start: 0, End: 12, Code: s.study.AddCode(codebook.Code{NameZh: fmt.Sprint("编码", i)})})
	}
	s.open(codebook.Passage{Transcript: s.no})
	content, _ := s.frame(80, 24)
	first, _, _ := strings.Cut(tuitest.Frame(content, nil), "\n")
	return string([]rune(first)[:theme.Stripes])
}

func TestGutterCountsWhatItCannotShow(t *testing.T) {
	for codes, want := range map[int]string{0: "   ", 1: "▌  ", 3: "▌▌▌", 4: "▌▌4", 9: "▌▌9", 10: "▌▌+"} {
		if got := gutterBeside(t, codes); got != want {
			t.Errorf("%d codes: %q, want %q", codes, got, want)
		}
	}
}

func TestNamesMoveDownWhereThereIsNoRoom(t *testing.T) {
	s := begin(t, three)
	s.frame(80, 24)
	r := s.reader
	r.sheet.names = 12
	write := func(rows [][]name) string {
		var out []string
		for _, row := range rows {
			var shown []string
			for _, n := range r.laid(row) {
				shown = append(shown, n.text+n.who.full)
			}
			out = append(out, strings.Join(shown, "·"))
		}
		return strings.Join(out, "|")
	}
	cases := []struct {
		name string
		rows []string // names by row, with commas
		want string
	}{
		{"room for both", []string{"abc,def", ""}, "abc·def|"},
		{"no room for both", []string{"abcdefgh,ijklmn", "", ""}, "abcdefgh|ijklmn|"},
		{"those below wait", []string{"abcdefgh,ijklmn", "opqrstuvw", ""}, "abcdefgh|ijklmn|opqrstuvw"},
		{"three rows down they share", []string{"aaaaaaaa,bbbbbbbb", "cccccccc,dddddddd", "eeeeeeee", "ffffffff", ""}, "aaaaaaaa|bbbbbbbb|cccccccc|dddddddd|eeeee…·ff…"},
		{"the last row takes all", []string{"", "abcdefgh,ijklmn"}, "|abcde…·ij…"},
	}
	for _, c := range cases {
		m := &margin{first: len(c.rows)}
		for _, row := range c.rows {
			var names []name
			for _, n := range strings.FieldsFunc(row, func(sign rune) bool { return sign == ',' }) {
				names = append(names, name{piece: piece{text: n}, coding: -1})
			}
			m.rows = append(m.rows, names)
		}
		m.spill(r.side)
		if got := write(m.rows); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestFairShare(t *testing.T) {
	cases := []struct {
		widths     []int
		room, want int
	}{
		{nil, 10, 10},
		{[]int{4, 4}, 10, 10},
		{[]int{20, 20}, 30, 15},
		{[]int{4, 20, 20}, 34, 15},
		{[]int{20, 20, 20}, 9, 6},
	}
	for _, c := range cases {
		if got := fairShare(slices.Clone(c.widths), c.room); got != c.want {
			t.Errorf("fairShare(%v, %d) = %d, want %d", c.widths, c.room, got, c.want)
		}
	}
}
