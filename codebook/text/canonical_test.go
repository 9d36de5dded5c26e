package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCanonical(t *testing.T) {
	tests := []struct {
		name, in, want string
		facts          Facts
	}{
		{"nothing to do", "问：你好\n答：\t好", "问：你好\n答：\t好", Facts{}},
		{"empty", "", "", Facts{}},
		{"mark of byte order", "\ufeff问", "问", Facts{BOM: true}},
		{"mark inside stays", "a\ufeffb", "a\ufeffb", Facts{Invisible: 1}},
		{"line ends", "a\r\nb\rc\n\r\r\nd\r", "a\nb\nc\n\n\nd\n", Facts{LineEnds: 5}},
		{"nul", "a\x00b", "a\ufffdb", Facts{NUL: 1}},
		{"malformed", "中\xff\xe4\xb8文", "中\ufffd\ufffd\ufffd文", Facts{Invalid: 3}},
		{"surrogate", "x\xed\xa0\x80y", "x\ufffdy", Facts{Invalid: 1}},
		{"a true replacement stays", "\ufffd", "\ufffd", Facts{}},
		{"kept and counted", "\x1b[31m红\u202e\u200d\u009b", "\x1b[31m红\u202e\u200d\u009b", Facts{Controls: 3, Invisible: 1}},
		{"combining is not composed", "e\u0301 é", "e\u0301 é", Facts{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, facts := Canonical(tt.in)
			if got != tt.want || facts != tt.facts {
				t.Errorf("Canonical(%q) = %q, %+v; want %q, %+v", tt.in, got, facts, tt.want, tt.facts)
			}
			if again, f := Canonical(got); again != got || f.Changed() {
				t.Errorf("not canonical: %q, then %q", got, again)
			}
			if facts.Changed() != (tt.in != tt.want) {
				t.Errorf("Changed = %v", facts.Changed())
			}
		})
	}
}

func FuzzCanonical(f *testing.F) {
	for _, s := range pieces {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, _ := Canonical(s)
		if !utf8.ValidString(got) || strings.ContainsAny(got, "\r\x00") {
			t.Fatalf("Canonical(%q) = %q", s, got)
		}
		twin := strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "\ufffd").Replace(strings.TrimPrefix(s, "\ufeff"))
		if utf8.ValidString(s) && got != twin {
			t.Fatalf("Canonical(%q) = %q, want %q", s, got, twin)
		}
	})
}
