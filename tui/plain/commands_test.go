package plain

import "testing"

func TestLines(t *testing.T) {
	for _, c := range []struct{ line, name, rest string }{
		{"", "", ""},
		{"c 要求", "c", "要求"},
		{"ｃ　要求，不具体", "c", "要求，不具体"}, // an input method's letter and blank; the words stay as they are
		{"Code  P2.1 ", "code", "P2.1"},
		{"编码 P2", "编码", "P2"},
		{"/文件", "/", "文件"},
		{"／ 文件", "/", "文件"},
		{"？", "?", ""},
		{"+", "+", ""},
		{"．", ".", ""},
		{"t 12", "t", "12"},
		{"３", "3", ""},
	} {
		if name, rest := split(c.line); name != c.name || rest != c.rest {
			t.Errorf("%q: %q and %q, want %q and %q", c.line, name, rest, c.name, c.rest)
		}
	}
}

func TestNoNameIsTwoCommands(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range commands() {
		for _, name := range c.names {
			if seen[name] {
				t.Errorf("%q is the name of two commands", name)
			}
			seen[name] = true
		}
		if len(c.names) != 3 {
			t.Errorf("%q has %d names, not a letter and a word in each language", c.names[0], len(c.names))
		}
	}
}
