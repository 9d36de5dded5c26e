package aside

import (
	"strings"

	"charm.land/lipgloss/v2"

	"fangtan/tui/cell"
)

// Markdown adds text that may have the marks of Markdown, calmly: headings and
// emphasis without their marks, lists and quotations hanging, code as it is. The
// line breaks are those of the writer. What is no mark stays as it was written.
//
//	## 小标题             小标题
//	- **要点**：一二三    - 要点：一
//	                        二三
//	> 原话                │ 原话
func (a *Lines) Markdown(text string) {
	code := false
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, " \t\r　")
		switch {
		case strings.HasPrefix(strings.TrimSpace(line), fence):
			code = !code
		case code:
			a.hang("  ", "  ", a.theme.Dim, []run{{text: line, style: a.theme.Dim}})
		case line == "":
			a.Gap()
		default:
			a.block(blockOf(line))
		}
	}
}

// fence opens and closes lines of code.
const fence = "```"

// kind is what a line of Markdown is.
type kind uint8

const (
	paragraph kind = iota
	heading
	item
	quotation
	ruling
)

// block is a line of Markdown without its mark.
type block struct {
	kind  kind
	depth int    // of an item: how far it is indented, in steps
	sign  string // of an item: what stands before it
	text  string
}

// deepest is how far an item is indented at most.
const deepest = 4

func blockOf(line string) block {
	text := strings.TrimLeft(line, " \t　")
	if rest := strings.TrimLeft(text, "#"); len(rest) < len(text) && len(text)-len(rest) <= 6 && strings.HasPrefix(rest, " ") {
		return block{kind: heading, text: strings.TrimSpace(strings.TrimRight(rest, "# "))}
	}
	if rest, ok := strings.CutPrefix(text, ">"); ok {
		return block{kind: quotation, text: strings.TrimSpace(rest)}
	}
	if rules(strings.ReplaceAll(text, " ", "")) {
		return block{kind: ruling}
	}
	if sign, rest, ok := itemOf(text); ok {
		return block{kind: item, depth: depthOf(line[:len(line)-len(text)]), sign: sign, text: rest}
	}
	return block{text: text}
}

// rules says that a line is nothing but one of the signs for a rule.
func rules(line string) bool {
	return len(line) >= 3 && strings.Contains("-*_", line[:1]) && strings.Trim(line, line[:1]) == ""
}

// depthOf is how many steps blanks indent an item; a tab or a wide blank is a step.
func depthOf(blanks string) int {
	columns := 0
	for _, r := range blanks {
		columns++
		if r != ' ' {
			columns++
		}
	}
	return min(columns/2, deepest)
}

// itemOf parts the sign of an item from its text: "- ", "* ", "+ ", "12. ", "3) ".
func itemOf(text string) (sign, rest string, ok bool) {
	sign, rest, ok = strings.Cut(text, " ")
	if !ok {
		return "", "", false
	}
	if sign == "-" || sign == "*" || sign == "+" {
		return "-", strings.TrimSpace(rest), true
	}
	number := strings.TrimRight(sign, ".)")
	if len(number) != len(sign)-1 || number == "" || len(number) > 3 || strings.Trim(number, "0123456789") != "" {
		return "", "", false
	}
	return sign, strings.TrimSpace(rest), true
}

func (a *Lines) block(b block) {
	t := a.theme
	switch b.kind {
	case heading:
		a.hang("", "", t.Text, runsOf(b.text, t.Heading))
	case quotation:
		a.hang(t.Glyphs.Wall+" ", t.Glyphs.Wall+" ", t.Rule, runsOf(b.text, t.Dim))
	case ruling:
		a.lines = append(a.lines, t.Rule.Render(strings.Repeat(t.Glyphs.Rule, min(a.width, 12))))
	case item:
		indent := strings.Repeat("  ", b.depth)
		sign := indent + b.sign + " "
		a.hang(sign, strings.Repeat(" ", a.ruler.Width(sign)), t.Dim, runsOf(b.text, t.Text))
	default:
		a.hang("", "", t.Text, runsOf(b.text, t.Text))
	}
}

// hang adds runs broken into lines, the first behind one margin, the others behind another.
func (a *Lines) hang(first, others string, margin lipgloss.Style, runs []run) {
	var words strings.Builder
	for _, r := range runs {
		words.WriteString(r.text)
	}
	text, before := words.String(), first
	for _, line := range cell.Break(text, 0, len(text), max(1, a.width-a.ruler.Width(first)), a.ruler) {
		shown := ""
		if before != "" {
			shown = margin.Render(before)
		}
		a.lines = append(a.lines, shown+a.inked(text, line, runs))
		before = others
	}
}

// inked gives a line of a text in the styles of the runs that it is made of.
func (a *Lines) inked(text string, line cell.Line, runs []run) string {
	var out, piece strings.Builder
	at, end := -1, 0 // the run, and where it ends in the text
	put := func() {
		if piece.Len() > 0 {
			out.WriteString(runs[at].style.Render(piece.String()))
			piece.Reset()
		}
	}
	for g := range a.ruler.Glyphs(text, line.Start, line.End) {
		for g.Start >= end && at+1 < len(runs) {
			put()
			at++
			end += len(runs[at].text)
		}
		if g.Column+g.Width <= line.Width {
			piece.WriteString(g.Text)
		}
	}
	put()
	return out.String()
}
