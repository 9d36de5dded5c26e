package transcript

import "strings"

// linkCost is how many marks of emphasis a link costs as much as.
const linkCost = 4

// tooIntricate tells Markdown that would take a parser forever: the time for
// nesting, for marks of emphasis, for links and for footnotes grows with their
// square.
func tooIntricate(s string) bool {
	marks, notes := 0, 0
	for line := range strings.Lines(s) {
		body := strings.TrimLeft(line, " \t>*+-.)0123456789")
		if front := line[:len(line)-len(body)]; strings.Count(front, " ")+strings.Count(front, ">") > MaxNesting {
			return true
		}
		if strings.HasPrefix(body, "[^") {
			notes++
		}
		if strings.TrimSpace(line) == "" {
			marks = 0
		}
		marks += markRuns(line) + linkCost*strings.Count(line, "](")
		if marks > MaxEmphasis || notes > MaxFootnotes {
			return true
		}
	}
	return false
}

// markRuns counts the runs of stars, underscores and tildes in a line.
func markRuns(line string) int {
	runs := 0
	var before byte
	for i := range len(line) {
		c := line[i]
		if (c == '*' || c == '_' || c == '~') && c != before {
			runs++
		}
		before = c
	}
	return runs
}
