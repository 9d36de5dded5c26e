package text

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

func TestSafe(t *testing.T) {
	tests := []struct{ name, in, want, line string }{
		{"plain", "问：你好\nQ", "问：你好\nQ", "问：你好␤Q"},
		{"colour", "\x1b[31m红\x1b[0m", "␛[31m红␛[0m", "␛[31m红␛[0m"},
		{"title", "\x1b]0;t\a完", "␛]0;t␇完", "␛]0;t␇完"},
		{"return, back, delete", "a\rb\bc\x7f", "a␍b␈c␡", "a␍b␈c␡"},
		{"c1", "\u009b2J", "‹9B›2J", "‹9B›2J"},
		{"override", "a\u202eb\u2066c", "a‹RLO›b‹LRI›c", "a‹RLO›b‹LRI›c"},
		{"separators", "a\u2028b\u2029", "a␤b␤", "a␤b␤"},
		{"tags", "a\U000E0041", "a‹E0041›", "a‹E0041›"},
		{"annotation", "\ufff9x", "‹FFF9›x", "‹FFF9›x"},
		{"malformed", "a\xffb\xed\xa0\x80", "a\ufffdb\ufffd", "a\ufffdb\ufffd"},
		{"without width", "\ufeffpass\u200bword\u2060", "‹ZWNBSP›pass‹ZWSP›word‹WJ›", "‹ZWNBSP›pass‹ZWSP›word‹WJ›"},
		{"tab", "a\tb", "a    b", "a b"},
		{"nul", "\x00", "␀", "␀"},
		{"needed by scripts", "क्\u200dष ক্\u200cষ \u061cب\u200e", "क्\u200dष ক্\u200cষ \u061cب\u200e", "क्\u200dष ক্\u200cষ \u061cب\u200e"},
		{"variants", "❤\ufe0f 葛\U000E0100", "❤\ufe0f 葛\U000E0100", "❤\ufe0f 葛\U000E0100"},
		{"needed", "👩\u200d👦 \u200fא\u200c", "👩\u200d👦 \u200fא\u200c", "👩\u200d👦 \u200fא\u200c"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := MakeSafe(tt.in).String(); got != tt.want {
				t.Errorf("MakeSafe(%q) = %q, want %q", tt.in, got, tt.want)
			}
			if got := Harmless(tt.in); got != tt.line {
				t.Errorf("Harmless(%q) = %q, want %q", tt.in, got, tt.line)
			}
		})
	}
}

func TestSafeMapsBothWays(t *testing.T) {
	s := MakeSafe("村\x1b干\u202e部")
	if got := s.String(); got != "村␛干‹RLO›部" {
		t.Fatalf("shown as %q", got)
	}
	tests := []struct{ display, source, back int }{
		{-1, 0, 0}, {0, 0, 0}, {3, 3, 3}, {4, 3, 3}, {6, 4, 6}, {9, 7, 9}, {13, 7, 9}, {18, 10, 18}, {21, 13, 21}, {99, 13, 21},
	}
	for _, tt := range tests {
		if got := s.Source(tt.display); got != tt.source {
			t.Errorf("Source(%d) = %d, want %d", tt.display, got, tt.source)
		}
		if got := s.Display(tt.source); got != tt.back {
			t.Errorf("Display(%d) = %d, want %d", tt.source, got, tt.back)
		}
	}
}

func TestNothingToHideIsShared(t *testing.T) {
	in := "第一书记“传帮带”，é 👩\u200d👦"
	if got := Harmless(in); unsafe.StringData(got) != unsafe.StringData(in) {
		t.Error("a copy was made")
	}
}

func FuzzSafe(f *testing.F) {
	for _, s := range pieces {
		f.Add(s + "村" + s)
	}
	f.Add("\x1b]52;c;aGk=\a\u202etxt")
	f.Fuzz(func(t *testing.T, s string) {
		safe := MakeSafe(s)
		shown := safe.String()
		for _, text := range []string{shown, Harmless(s)} {
			if !utf8.ValidString(text) {
				t.Fatalf("%q is not UTF-8", text)
			}
			for _, r := range text {
				if unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Bidi_Control, r) && r > 0x200F || r == 0x200B || r == 0xFEFF || r >= 0xE0000 && r < 0xE0080 {
					t.Fatalf("%U is in %q", r, text)
				}
			}
		}
		if strings.Contains(Harmless(s), "\n") || MakeSafe(shown).String() != shown {
			t.Fatalf("not at rest: %q", s)
		}
		last := 0
		for i := range len(s) + 1 {
			d := safe.Display(i)
			if d < last || d > len(shown) {
				t.Fatalf("Display(%d) = %d after %d for %q", i, d, last, s)
			}
			if last = d; safe.Source(d) > i || safe.Display(safe.Source(d)) != d {
				t.Fatalf("Source(Display(%d)) = %d for %q", i, safe.Source(d), s)
			}
		}
		if safe.Display(len(s)) != len(shown) || safe.Source(len(shown)) != len(s) {
			t.Fatalf("the ends do not meet for %q", s)
		}
	})
}
