package text

import "github.com/clipperhouse/uax29/v2/graphemes"

// judge is what a test and a drawn property have in common.
type judge interface {
	Helper()
	Fatalf(format string, args ...any)
}

// clusters is the naive twin: the graphemes of s, a malformed byte being one.
func clusters(s string) (list []string) {
	for s != "" {
		n := wellFormed(s)
		for it := graphemes.FromString(s[:n]); it.Next(); {
			list = append(list, it.Value())
		}
		if n < len(s) {
			list = append(list, s[n:n+1])
			n++
		}
		s = s[n:]
	}
	return list
}

// boundaries gives all grapheme boundaries of s, and for each the characters
// before it.
func boundaries(s string) map[int]uint32 {
	at, i, n := map[int]uint32{0: 0}, 0, uint32(0)
	for _, g := range clusters(s) {
		if !blank(g) {
			n++
		}
		i += len(g)
		at[i] = n
	}
	return at
}

// verify holds a cut to the laws that Cut states.
func verify(t judge, s string, c Cut) {
	t.Helper()
	chars := boundaries(s)
	check := func(what string, at, ch uint32) {
		t.Helper()
		if n, ok := chars[int(at)]; !ok || n != ch {
			t.Fatalf("%s at %d: %d characters before, want %d (a boundary: %v) in %q", what, at, ch, n, ok, s)
		}
	}
	label := make([]bool, len(s))
	last := uint32(0)
	for i, x := range c.Turns {
		check("turn start", x.Start, x.StartCh)
		check("turn text", x.Text, x.TextCh)
		check("turn end", x.End, x.EndCh)
		if x.Start < last || x.Text < x.Start || x.End < x.Text || int(x.Speaker) >= len(c.Labels) {
			t.Fatalf("turn %+v after %d in %q", x, last, s)
		}
		if same := i > 0 && c.Turns[i-1].Speaker == x.Speaker; same != x.Same {
			t.Fatalf("turn %d: Same = %v in %q", i, x.Same, s)
		}
		if a, b := Trim(s, int(x.Text), int(x.End)); a != int(x.Text) || b != int(x.End) {
			t.Fatalf("words %q have blanks around them", s[x.Text:x.End])
		}
		last = x.End
		for j := x.Start; j < x.Text; j++ {
			label[j] = true
		}
	}
	marks := func(what string, list []Mark, labels bool) {
		covered := make([]bool, len(s))
		last := uint32(0)
		for _, m := range list {
			check(what+" start", m.Start, m.StartCh)
			check(what+" end", m.End, m.EndCh)
			if m.Start < last || m.End <= m.Start {
				t.Fatalf("%s %+v after %d in %q", what, m, last, s)
			}
			if a, b := Trim(s, int(m.Start), int(m.End)); a != int(m.Start) || b != int(m.End) {
				t.Fatalf("%s %q has blanks around it", what, s[m.Start:m.End])
			}
			last = m.End
			for j := m.Start; j < m.End; j++ {
				if covered[j] = true; s[j] == '\n' || !labels && label[j] {
					t.Fatalf("%s %q crosses a line or a label in %q", what, s[m.Start:m.End], s)
				}
			}
		}
		for i := 0; i < len(s); {
			w, counts := step(s, i)
			if counts && !covered[i] && (labels || !label[i]) {
				t.Fatalf("%q at %d is in no %s of %q", s[i:i+w], i, what, s)
			}
			i += w
		}
	}
	marks("paragraph", c.Paragraphs, true)
	marks("sentence", c.Sentences, false)
}
