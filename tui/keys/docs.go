package keys

import "strings"

// Markdown writes entries as the table of the documents, under a heading for each group.
func Markdown(entries []Entry, w Words) string {
	var b strings.Builder
	group := ""
	for i, e := range entries {
		if i == 0 || e.Group != group {
			group = e.Group
			if i > 0 {
				b.WriteByte('\n')
			}
			if group != "" {
				b.WriteString("### " + w.T(group) + "\n\n")
			}
			b.WriteString("| " + w.T("app.keys") + " | " + w.T("app.keys-do") + " |\n|---|---|\n")
		}
		b.WriteString("| " + strings.ReplaceAll(e.Keys, "|", `\|`) + " | " + w.T(e.Help) + " |\n")
	}
	return b.String()
}
