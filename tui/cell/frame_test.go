package cell_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"fangtan/tui/cell"
)

const (
	red = "\x1b[31m"
	off = "\x1b[m"
)

func TestCrop(t *testing.T) {
	r := cell.Wc()
	tests := []struct {
		name, line string
		from, to   int
		want       string
	}{
		{"all of it", "访谈", 0, 4, "访谈"},
		{"longer", "访谈", 0, 6, "访谈  "},
		{"the middle", "访谈编码", 2, 6, "谈编"},
		{"half glyphs at both ends", "访谈编码", 1, 7, " 谈编 "},
		{"half a glyph alone", "访谈", 1, 2, " "},
		{"behind the end", "ab", 5, 8, "   "},
		{"nothing", "ab", 1, 1, ""},
		{"the wrong way round", "ab", 2, 1, ""},
		{"a style goes on", red + "访谈编" + off, 2, 4, red + "谈" + off},
		{"a style ends", red + "访" + off + "谈", 0, 3, red + "访" + off + " "},
		{"before a style", "访" + red + "谈" + off, 0, 2, "访"},
	}
	for _, test := range tests {
		if got := r.Crop(test.line, test.from, test.to); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestCropByRuler(t *testing.T) {
	const line = "a" + family + "b"
	if got, want := cell.Wc().Crop(line, 1, 7), family; got != want {
		t.Errorf("Wc: %q, want %q", got, want)
	}
	if got, want := cell.Grapheme().Crop(line, 1, 4), family+"b"; got != want {
		t.Errorf("Grapheme: %q, want %q", got, want)
	}
	if got, want := cell.Wc().Crop(line, 0, 4), "a   "; got != want {
		t.Errorf("no room for all of it: %q, want %q", got, want)
	}
}

func TestFrame(t *testing.T) {
	got := cell.Wc().Frame([]string{"访谈编码", "ab", "c", "d"}, 5, 3)
	if want := "访谈 \nab   \nc    "; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := cell.Wc().Frame(nil, 2, 2); got != "  \n  " {
		t.Errorf("an empty frame: %q", got)
	}
}

func TestJoin(t *testing.T) {
	r := cell.Wc()
	got := r.Join("│", cell.Block{Lines: []string{"访谈编码", "ab"}, Width: 5}, cell.Block{Lines: []string{red + "红" + off}, Width: 3})
	if want := []string{"访谈 │" + red + "红" + off + " ", "ab   │   "}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := r.Join(" "); len(got) != 0 {
		t.Errorf("nothing joined is nothing, not %q", got)
	}
}

func BenchmarkFrame(b *testing.B) {
	lines := slices.Repeat([]string{strings.Repeat(red+"红a"+off+"要求的", 22) + "ab"}, 60)
	for b.Loop() {
		cell.Wc().Frame(lines, 200, 60)
	}
}

func TestOverlay(t *testing.T) {
	r := cell.Wc()
	frame := []string{"要求不具体的", "abcdefghijkl", red + "红红红红红红" + off}
	box := []string{"┌─┐", "│x│"}
	tests := []struct {
		name string
		x, y int
		want []string
	}{
		{"inside", 4, 0, []string{"要求┌─┐ 体的", "abcd│x│hijkl", "红红红红红红"}},
		{"across wide glyphs", 3, 1, []string{"要求不具体的", "abc┌─┐ghijkl", "红 │x│红红红"}},
		{"over the lower edge", 0, 2, []string{"要求不具体的", "abcdefghijkl", "┌─┐ 红红红红"}},
		{"over the upper edge", 0, -1, []string{"│x│ 不具体的", "abcdefghijkl", "红红红红红红"}},
		{"over the left edge", -1, 1, []string{"要求不具体的", "─┐cdefghijkl", "x│红红红红红"}},
		{"to the right of it", 13, 1, []string{"要求不具体的", "abcdefghijkl ┌─┐", "红红红红红红 │x│"}},
	}
	for _, test := range tests {
		got := r.Overlay(frame, box, test.x, test.y)
		for i := range got {
			got[i] = ansi.Strip(got[i])
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
	if got, want := r.Overlay(frame, []string{"x"}, 4, 2)[2], red+"红红"+off+"x"+red+" 红红红"+off; got != want {
		t.Errorf("styles: %q, want %q", got, want)
	}
	if frame[0] != "要求不具体的" {
		t.Error("the frame was changed")
	}
}

func TestCropIsExact(t *testing.T) {
	piece := rapid.SampledFrom([]string{"要", "ab", red, off, family, "❤️", "e\u0301", " ", "\x1b[1;38;5;12m"})
	rapid.Check(t, func(t *rapid.T) {
		line := strings.Join(rapid.SliceOfN(piece, 0, 20).Draw(t, "pieces"), "")
		from := rapid.IntRange(0, 20).Draw(t, "from")
		to := from + rapid.IntRange(0, 20).Draw(t, "columns")
		r := rapid.SampledFrom([]cell.Ruler{cell.Wc(), cell.Grapheme()}).Draw(t, "ruler")
		if got := r.Width(ansi.Strip(r.Crop(line, from, to))); got != to-from {
			t.Fatalf("%q has %d columns, want %d", r.Crop(line, from, to), got, to-from)
		}
	})
}

func BenchmarkOverlay(b *testing.B) {
	frame := slices.Repeat([]string{strings.Repeat(red+"红a"+off+"要求", 28)}, 60)
	box := slices.Repeat([]string{strings.Repeat("x", 60)}, 20)
	r := cell.Wc()
	b.ReportAllocs()
	for b.Loop() {
		r.Overlay(frame, box, 100, 20)
	}
}
