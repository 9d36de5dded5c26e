package tables

import (
	"strings"

	"fangtan/codebook"
	"fangtan/tui/screen"
)

// Code is how screens name a code in the language of the interface: "P2.1 要求不具体".
func Code(env *screen.Env, p *codebook.Project, n codebook.No) string {
	if c := p.Code(n); c != nil {
		return c.Title(env.Words.Lang())
	}
	return None
}

// Group is how screens name a group, or text that belongs to none.
func Group(env *screen.Env, p *codebook.Project, n codebook.No) string {
	if g := p.Group(n); g != nil {
		return g.Name(env.Words.Lang())
	}
	return env.T("tables.no-group")
}

// Coders names whose codings are counted together: all but rechecks.
func Coders(env *screen.Env, p *codebook.Project) string {
	const most = 3
	var names []string
	for _, c := range p.Coders() {
		if c.Kind != codebook.CoderRecheck {
			names = append(names, c.Name)
		}
	}
	switch n := len(names); {
	case n == 0:
		return env.T("tables.coders-none")
	case n == 1:
		return env.T("tables.coder-one", "Name", names[0])
	case n > most:
		return env.T("tables.coders-many", "Count", n)
	}
	return env.T("tables.coders-named", "Names", strings.Join(names, env.T("tables.comma")))
}

// CodeWord is how a command names a code: its number, or its name where it has none.
func CodeWord(p *codebook.Project, n codebook.No) string {
	c := p.Code(n)
	switch {
	case c == nil:
		return ""
	case c.Number != "":
		return c.Number
	}
	return p.CodeLabel(n)
}

// QueryWord is how a query names a code.
func QueryWord(p *codebook.Project, n codebook.No) string {
	word := CodeWord(p, n)
	if Quote(word) == word {
		return word
	}
	return `"` + word + `"`
}

// Quote makes s one word of a command line.
func Quote(s string) string {
	if s != "" && !strings.ContainsFunc(s, special) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// special says that a shell might read more into the sign.
func special(r rune) bool {
	return r <= ' ' || r == 0x3000 || strings.ContainsRune("\"'`$&|;<>()[]{}*?!#~\\", r)
}
