package exchange

import (
	"bufio"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"

	"fangtan/codebook"
)

// WriteMemosPage writes the memos as a page of Markdown to be read: a chapter for the
// project, each transcript, each code and the links, the words of a passage quoted
// above its memos. A memo's own headings become smaller, so that they stay below those
// of the page. The page asks w for "memo-on.TARGET".
func WriteMemosPage(out io.Writer, p *codebook.Project, s Source, keep KeepMemo, title string, w Words) error {
	b := bufio.NewWriter(out)
	x := memoPage{memoRows: memoRows{place: place{p: p, source: s, say: w}, labels: p.CodeLabels()}, out: b}
	x.line("# " + inMarkdown.Replace(title))
	for _, m := range p.MemosByPlace() {
		if keep != nil && !keep(m) {
			continue
		}
		if err := x.memo(m); err != nil {
			return errors.Join(err, b.Flush())
		}
	}
	return b.Flush()
}

// memoPage writes one memo after another, each under the headings that are new.
type memoPage struct {
	memoRows
	out              *bufio.Writer
	chapter, section string
}

// line writes a line; an error is kept by the writer until it is flushed.
func (x *memoPage) line(words string) {
	_, _ = x.out.WriteString(words + "\n")
}

func (x *memoPage) memo(m *codebook.Memo) error {
	chapter, section, quoted := x.say.say("memo-on", m.Target.String()), x.on(m), ""
	if t := x.p.Transcript(m.On); t != nil && (m.Target == codebook.TargetTranscript || m.Target == codebook.TargetPassage) {
		if err := x.enter(t); err != nil {
			return err
		}
		chapter = x.file.String()
		if m.Target == codebook.TargetPassage {
			quoted = x.between(int(m.Start), int(m.End)).String()
			section = x.turn(m)
		}
	}
	x.heading("## ", chapter, &x.chapter)
	if section == "" {
		x.section = ""
	} else {
		x.heading("### ", section, &x.section)
	}
	if quoted = strings.TrimSpace(quoted); quoted != "" {
		x.line("\n> " + strings.ReplaceAll(inMarkdown.Replace(quoted), "<br>", "\n> "))
	}
	day := time.UnixMilli(max(m.Created, m.Changed)).UTC().Format(time.DateOnly)
	x.line("\n*" + inMarkdown.Replace(coderName(x.p, m.Coder)) + " · " + day + "*\n")
	x.line(lowered(x.place.out(m.Text).String()))
	return nil
}

// turn words where a passage starts.
func (x *memoPage) turn(m *codebook.Memo) string {
	if i := x.stretch(m.Start); i >= 0 {
		return x.say.say("column", "turn") + " " + strconv.Itoa(x.numbers[i])
	}
	return ""
}

// heading writes a heading if it is another than the last of its kind. A new chapter
// has its sections anew.
func (x *memoPage) heading(mark, words string, last *string) {
	if words == *last {
		return
	}
	*last = words
	if last == &x.chapter {
		x.section = ""
	}
	x.line("\n" + mark + inMarkdown.Replace(words))
}

// deepest is the smallest heading that Markdown has.
const deepest = 6

// lowered makes the headings of a memo three steps smaller.
func lowered(memo string) string {
	lines := strings.Split(memo, "\n")
	code := false
	for i, line := range lines {
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			code = !code
		}
		words := strings.TrimLeft(line, "#")
		if n := len(line) - len(words); !code && n > 0 && n <= deepest && strings.HasPrefix(words, " ") {
			lines[i] = strings.Repeat("#", min(n+3, deepest)) + words
		}
	}
	return strings.Join(lines, "\n")
}
