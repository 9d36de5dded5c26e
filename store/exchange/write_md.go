package exchange

import "strings"

// markdown writes a table as GitHub's Markdown and Pandoc read it.
type markdown struct{ title string }

func newMarkdown(o Options) encoder { return &markdown{o.Title} }

// inMarkdown keeps words from being read as marks; a row is one line.
var inMarkdown = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `[`, `\[`, `]`, `\]`, `<`, `\<`, `>`, `\>`,
	`|`, `\|`, `~`, `\~`, `&`, `\&`, `$`, `\$`, `#`, `\#`,
	"\r\n", "<br>", "\n", "<br>", "\r", "<br>",
)

// EscapeMarkdown keeps words from being read as marks, in a text around a table.
func EscapeMarkdown(s string) string { return inMarkdown.Replace(s) }

func (m *markdown) head(b []byte, columns []Column) []byte {
	if m.title != "" {
		b = append(append(append(b, "# "...), inMarkdown.Replace(m.title)...), "\n\n"...)
	}
	for _, c := range columns {
		b = append(append(append(b, "| "...), inMarkdown.Replace(c.shown())...), ' ')
	}
	b = append(b, "|\n"...)
	for _, c := range columns {
		rule := "| --- "
		if c.Kind.numeric() {
			rule = "| ---: "
		}
		b = append(b, rule...)
	}
	return append(b, "|\n"...)
}

func (m *markdown) row(b []byte, values []Value) []byte {
	for _, v := range values {
		b = append(append(append(b, "| "...), inMarkdown.Replace(v.String())...), ' ')
	}
	return append(b, "|\n"...)
}

func (m *markdown) foot(b []byte, notes []string) []byte {
	for _, n := range notes {
		b = append(append(append(b, '\n'), inMarkdown.Replace(n)...), '\n')
	}
	return b
}
