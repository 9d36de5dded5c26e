package field_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"fangtan/codebook/text"
	"fangtan/tui/cell"
	"fangtan/tui/field"
	"fangtan/tui/tuitest"
)

// load makes a field of a text in which ‸ stands for the cursor.
func load(marked string) *field.Field {
	before, after, _ := strings.Cut(marked, tuitest.CursorMark)
	f := field.New()
	f.SetValue(before + after)
	f.SetCursor(len(before))
	return f
}

func show(f *field.Field) string {
	return f.Value()[:f.Cursor()] + tuitest.CursorMark + f.Value()[f.Cursor():]
}

func TestKeys(t *testing.T) {
	tests := []struct{ name, before, script, after string }{
		{"type", "‸", "yao", "yao‸"},
		{"type Chinese", "代码‸", "要求", "代码要求‸"},
		{"type in the middle", "要‸求", "不", "要不‸求"},
		{"full-width forms stay", "‸", "ｊ：。", "ｊ：。‸"},
		{"a blank", "a‸", "<space> b", "a b‸"},
		{"a mark joins", "‸", "e \u0301 x", "e\u0301x‸"},
		{"a mark in the middle", "e‸x", "\u0301", "e\u0301‸x"},
		{"a mark behind nothing", "‸a", "\u0301", "\u0301‸a"},
		{"a letter before a mark", "‸\u0301", "e", "e\u0301‸"},
		{"a flag from two", "‸", "🇨 🇳", "🇨🇳‸"},
		{"left by graphemes", "ae\u0301‸", "<left> <left>", "‸ae\u0301"},
		{"left at the beginning", "‸a", "<left>", "‸a"},
		{"right by graphemes", "‸👨‍👩‍👧a", "<right>", "👨‍👩‍👧‸a"},
		{"right at the end", "a‸", "<right>", "a‸"},
		{"home and end", "ab‸c", "<home> x <end> y", "xabcy‸"},
		{"ctrl+a and ctrl+e", "ab‸c", "<ctrl+a> x <ctrl+e> y", "xabcy‸"},
		{"backspace", "访谈‸编码", "<backspace>", "访‸编码"},
		{"backspace takes a grapheme", "e\u0301‸", "<backspace>", "‸"},
		{"backspace at the beginning", "‸a", "<backspace>", "‸a"},
		{"delete", "访‸谈编码", "<delete>", "访‸编码"},
		{"delete at the end", "a‸", "<delete>", "a‸"},
		{"deleting joins what it leaves", "🇨a‸🇳", "<backspace>", "🇨🇳‸"},
		{"word before", "要求 not clear‸", "<ctrl+w>", "要求 not ‸"},
		{"word before, past blanks", "要求 not  ‸clear", "<ctrl+w>", "要求 ‸clear"},
		{"word by script", "要求not‸", "<ctrl+w> <ctrl+w>", "‸"},
		{"signs are a word", "a, ‸", "<ctrl+w>", "a‸"},
		{"word after", "‸要求 not", "<alt+d>", "‸ not"},
		{"by words", "要求 not‸", "<ctrl+left> <ctrl+left> <ctrl+right>", "要求‸ not"},
		{"to the beginning", "要求‸不", "<ctrl+u>", "‸不"},
		{"to the end", "要求‸不", "<ctrl+k>", "要求‸"},
	}
	for _, test := range tests {
		f := load(test.before)
		for _, key := range tuitest.Keys(test.script) {
			if !f.Update(key) {
				t.Errorf("%s: %v was not understood", test.name, key)
			}
		}
		if got := show(f); got != test.after {
			t.Errorf("%s: %q, want %q", test.name, got, test.after)
		}
	}
}

func TestLeavesToItsParent(t *testing.T) {
	f := load("要‸求")
	for _, key := range tuitest.Keys("<enter> <esc> <tab> <up> <down> <ctrl+n> <ctrl+p> <f2> <shift+tab> <pgdown>") {
		if f.Update(key) {
			t.Errorf("%v is not a field's affair", key)
		}
	}
	if f.Update(tea.WindowSizeMsg{Width: 3}) || show(f) != "要‸求" {
		t.Errorf("changed to %q", show(f))
	}
}

func TestPaste(t *testing.T) {
	f := load("‸。")
	if !f.Update(tea.PasteMsg{Content: "要求\r\n不\r具\t体\n"}) {
		t.Error("a paste is a field's affair")
	}
	if got, want := show(f), "要求 不 具 体 ‸。"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	f.Update(tea.PasteMsg{Content: "\xff"})
	if got, want := show(f), "要求 不 具 体 \ufffd‸。"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSetCursor(t *testing.T) {
	f := load("e\u0301要‸")
	for off, want := range map[int]int{-1: 0, 0: 0, 1: 0, 3: 3, 4: 3, 6: 6, 99: 6} {
		if f.SetCursor(off); f.Cursor() != want {
			t.Errorf("SetCursor(%d): %d, want %d", off, f.Cursor(), want)
		}
	}
	f.SetValue("two\nlines")
	if got := show(f); got != "two lines‸" {
		t.Errorf("%q", got)
	}
}

func TestView(t *testing.T) {
	tests := []struct {
		name, value string
		width       int
		script      string
		want        string
	}{
		{"the cursor of the finding", "访谈编码‸", 12, "", "访谈编码‸    "},
		{"in the middle", "访谈‸编码", 12, "", "访谈‸编码    "},
		{"full", "访谈编码‸", 9, "", "访谈编码‸ "},
		{"scrolled, half a glyph left", "访谈编码‸", 8, "", "谈编码‸  "},
		{"scrolled one by one", "abcdef‸", 5, "", "cdef‸ "},
		{"back without scrolling", "abcdef‸", 5, "<left> <left>", "cd‸ef "},
		{"back with scrolling", "abcdef‸", 5, "<left> <left> <left> <left> <left>", "‸bcdef"},
		{"home", "abcdef‸", 5, "<home>", "‸abcde"},
		{"shorter again", "abcdef‸", 5, "<backspace> <backspace>", "abcd‸ "},
		{"one column", "访谈‸", 1, "", "‸ "},
		{"a wide one under the cursor", "abcd访‸谈", 5, "", "d访‸谈"},
		{"harm shows", "\x1b[0m‸", 8, "", "␛[0m‸    "},
	}
	for _, test := range tests {
		f := load(test.value)
		f.View(test.width, cell.Wc(), field.Styles{})
		for _, key := range tuitest.Keys(test.script) {
			f.Update(key)
			f.View(test.width, cell.Wc(), field.Styles{})
		}
		line, x := f.View(test.width, cell.Wc(), field.Styles{})
		if got := marked(line, x); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// marked puts the cursor's mark into a plain line.
func marked(line string, x int) string {
	i := cell.Wc().OffsetAt(line, cell.Line{End: len(line)}, x)
	return line[:i] + tuitest.CursorMark + line[i:]
}

func TestPlaceholder(t *testing.T) {
	f := field.New()
	f.Placeholder = "输入编码"
	if line, x := f.View(7, cell.Wc(), field.Styles{}); line != "输入编…" || x != 0 {
		t.Errorf("%q %d", line, x)
	}
	if line, x := f.View(0, cell.Wc(), field.Styles{}); line != "" || x != 0 {
		t.Errorf("no room: %q %d", line, x)
	}
}

// Whatever is typed: the cursor lies on a grapheme boundary, the view has its width, and the cursor is inside.
func TestLaws(t *testing.T) {
	key := rapid.SampledFrom(tuitest.Keys("a 要 \u0301 👩 \u200d 🇨 ） <space> <left> <right> <home> <end> <backspace> <delete> <ctrl+w> <ctrl+u> <ctrl+k> <ctrl+left> <ctrl+right>"))
	rapid.Check(t, func(t *rapid.T) {
		f := field.New()
		width := rapid.IntRange(1, 12).Draw(t, "width")
		ruler := rapid.SampledFrom([]cell.Ruler{cell.Wc(), cell.Grapheme()}).Draw(t, "ruler")
		for _, k := range rapid.SliceOfN(key, 0, 40).Draw(t, "keys") {
			f.Update(k)
			if at, _ := text.Snap(f.Value(), f.Cursor(), f.Cursor()); at != f.Cursor() {
				t.Fatalf("cursor %d of %q is inside of a grapheme", f.Cursor(), f.Value())
			}
			line, x := f.View(width, ruler, field.Styles{})
			if got := ruler.Width(ansi.Strip(line)); got != width {
				t.Fatalf("%q has %d columns, want %d", line, got, width)
			}
			if x < 0 || x >= width {
				t.Fatalf("cursor in column %d of %d: %q in %q", x, width, show(f), line)
			}
		}
	})
}
