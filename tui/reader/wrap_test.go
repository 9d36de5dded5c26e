package reader

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/tui/cell"
	"fangtan/tui/screen"
)

// rowsOf writes every row of a setting: what it is, and its text.
func rowsOf(s *setting) (rows []string) {
	for b := range s.blocks {
		for row := range s.rows(b) {
			p := place{b, row}
			k := &s.blocks[b]
			switch line, ok := s.line(p); {
			case ok:
				rows = append(rows, "  "+strings.TrimRight(s.source[line.Start:line.End], " \n"))
			case k.head && row == k.above()-1:
				rows = append(rows, fmt.Sprintf("%d %s", k.number, s.source[k.label:k.start]))
			default:
				rows = append(rows, "")
			}
		}
	}
	return rows
}

func TestBlocks(t *testing.T) {
	cases := []struct {
		name, source string
		want         []string
	}{
		{"turns stand apart", "问：一？\n答：二。三。\n四。", []string{"1 问：", "  一？", "", "2 答：", "  二。三。", "  四。"}},
		{"a title, then turns", "访谈记录\n\n问：一？\n答：二。\n问：三？\n答：四。", []string{"  访谈记录", "", "1 问：", "  一？", "", "2 答：", "  二。", "", "3 问：", "  三？", "", "4 答：", "  四。"}},
		{"no turns: paragraphs, apart where the text had a blank line", "甲。\n乙。\n\n丙。", []string{"  甲。", "  乙。", "", "  丙。"}},
		{"a label that nothing follows", "问：一？\n答：\n问：三？\n答：四。", []string{"1 问：", "  一？", "", "2 答：", "", "3 问：", "  三？", "", "4 答：", "  四。"}},
		{"nothing", "", nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := rowsOf(newSetting(newManuscript(1, c.source, nil), 40, cell.Wc()))
			if strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// Every character that is not in a label stands in exactly one line, in order, whatever the text.
func TestEveryCharacterIsSetOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom([]string{
			"问：", "答：", "甲说一句话。", "What? ", "\n", "\n\n", " ", "\t", "e\u0301", "👨‍👩‍👧", "——", "……”", "\x1b[31m", strings.Repeat("长", 700), strings.Repeat("话。", 900),
		}), 0, 40).Draw(t, "parts")
		source := strings.Join(parts, "")
		m := newManuscript(1, source, nil)
		s := newSetting(m, rapid.IntRange(2, 60).Draw(t, "width"), cell.Wc())
		var set strings.Builder
		last := 0
		for b, k := range s.blocks {
			if k.end-k.start > longest+4*64 {
				t.Fatalf("block %d has %d bytes", b, k.end-k.start)
			}
			for _, line := range s.of(b) {
				if line.Start < last {
					t.Fatalf("line %v begins before %d", line, last)
				}
				last = line.End
				set.WriteString(source[line.Start:line.End])
			}
		}
		var want strings.Builder
		at := 0
		for _, turn := range m.turns {
			want.WriteString(source[at:turn.Start])
			at = int(turn.Text)
		}
		want.WriteString(source[at:])
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got, want := squeeze(set.String()), squeeze(want.String()); got != want {
			t.Fatalf("set  %q\nwant %q", got, want)
		}
		checkPlaces(t, s)
	})
}

// checkPlaces holds step, distance and placeOf to what a plain list of all rows says.
func checkPlaces(t *rapid.T, s *setting) {
	var all []place
	for b := range s.blocks {
		for row := range s.rows(b) {
			all = append(all, place{b, row})
		}
	}
	if len(all) == 0 {
		return
	}
	i := rapid.IntRange(0, len(all)-1).Draw(t, "from")
	j := rapid.IntRange(0, len(all)-1).Draw(t, "to")
	if d := s.distance(all[i], all[j], len(all)); d != j-i {
		t.Fatalf("distance from row %d to %d is %d", i, j, d)
	}
	n := rapid.IntRange(-2*len(all), 2*len(all)).Draw(t, "n")
	wanted := min(max(i+n, 0), len(all)-1)
	if to, moved := s.step(all[i], n); to != all[wanted] || moved != wanted-i {
		t.Fatalf("%d rows from row %d lead to %v after %d, want %v after %d", n, i, to, moved, all[wanted], wanted-i)
	}
	if line, ok := s.line(all[i]); ok {
		if got := s.placeOf(line.Start); got != all[i] {
			t.Fatalf("byte %d is shown in %v, want %v", line.Start, got, all[i])
		}
	}
	if s.end() != all[len(all)-1] {
		t.Fatalf("the last row is %v, want %v", s.end(), all[len(all)-1])
	}
}

// Whatever keys are pressed, the selection is in sight, within the text, on grapheme boundaries, and the frame fits.
func TestTheSelectionStaysInSight(t *testing.T) {
	keys := []string{"j", "k", "J", "K", "l", "h", "w", "b", "v", "o", "{", "}", "p", "t", "<pgdown>", "<pgup>", "<ctrl+d>", "<ctrl+u>", "G", "g g", "]", "[", "1", "<tab>", "<esc>", "z", "d", "x", "m", "c"}
	outer := t
	rapid.Check(t, func(t *rapid.T) {
		s := newSession(outer, "zh")
		code := s.study.AddCode(codebook.Code{NameZh: "分工", Pin: "1"})
		source := longTalk(rapid.IntRange(10, 1500).Draw(t, "chars"))
		s.no = s.study.AddTranscript(codebook.Transcript{File: "长谈.txt", Title: "长谈"}, source)
		s.study.Put(s.no, codebook.Coding{Start: 0, End: 30, Code: code})
		a := screen.Area{Width: rapid.IntRange(40, 200).Draw(t, "width"), Height: rapid.IntRange(10, 60).Draw(t, "height")}
		s.open(codebook.Passage{Transcript: s.no})
		s.send(screen.ResizedMsg{Area: a})
		for _, key := range rapid.SliceOfN(rapid.SampledFrom(append(keys, "resize")), 1, 30).Draw(t, "keys") {
			if key == "resize" {
				a = screen.Area{Width: rapid.IntRange(40, 200).Draw(t, "new width"), Height: rapid.IntRange(10, 60).Draw(t, "new height")}
				s.send(screen.ResizedMsg{Area: a})
			} else {
				s.press(key)
			}
			r := s.reader
			start, end := text.Snap(source, r.sel.start, r.sel.end)
			if start != r.sel.start || end != r.sel.end || r.sel.empty() {
				t.Fatalf("after %s the selection is %v", key, r.sel)
			}
			content, _ := s.frame(a.Width, a.Height)
			if n := strings.Count(content, "\n") + 1; n != a.Height {
				t.Fatalf("after %s the frame has %d lines, want %d", key, n, a.Height)
			}
			if at := r.set.distance(r.top, r.set.placeOf(r.cursorAt()), 200); r.panel == nil && (at < 0 || at >= r.sheet.rows) {
				t.Fatalf("after %s the cursor is %d rows below the first, of %d", key, at, r.sheet.rows)
			}
		}
	})
}
func TestTheStartStaysTheEndThatMoves(t *testing.T) {
	s := newSession(t, "zh")
	s.no = s.study.AddTranscript(codebook.Transcript{File: "长谈.txt", Title: "长谈"}, longTalk(10))
	s.open(codebook.Passage{Transcript: s.no})
	s.send(screen.ResizedMsg{Area: screen.Area{Width: 40, Height: 10}})
	for _, key := range []string{"t", "o", "K"} {
		s.press(key)
	}
	if r := s.reader; !r.sel.atStart || !r.inSight(r.set.placeOf(r.cursorAt())) {
		t.Errorf("nothing before the selection, and another end moves: %+v", r.sel)
	}
}
