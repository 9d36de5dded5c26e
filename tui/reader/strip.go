package reader

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/tui/cell"
)

// question is what was counted: a code, in a state of the study.
type question struct {
	code     codebook.No
	revision uint64
}

// countedMsg brings what the current code has in each group.
type countedMsg struct {
	question
	groups []codebook.No
	cells  []tally.Cell
	bases  []tally.Base
}

// counts is the last answer, and whether another is on its way: one at a time.
type counts struct {
	countedMsg
	asking bool
}

// current is the code applied last, 0 for none yet.
func (d *desk) current() codebook.No {
	if recent := d.recent(); len(recent) > 0 {
		return recent[0]
	}
	return 0
}

// wanting is the code that the strip is to count: the current one, or for who has not coded yet the first one on the selection.
func (r *Reader) wanting() codebook.No {
	if n := r.current(); n != 0 {
		return n
	}
	if here := r.onSelection(); len(here) > 0 {
		return here[0].code
	}
	return 0
}

// count asks for the counts of the strip's code, unless they are known or on their way.
func (r *Reader) count() tea.Cmd {
	q := question{r.wanting(), r.project().Revision()}
	if r.counts.asking || q.code == 0 || q == r.counts.question {
		return nil
	}
	r.counts.asking = true
	return countCmd(r.project().Snapshot(), q)
}

func countCmd(p *codebook.Project, q question) tea.Cmd {
	return func() tea.Msg {
		f := tally.FrequencyOf(p, tally.Filter{Codes: []codebook.No{q.code}}, tally.ByGroup(p), tally.Unit{}, false)
		row := p.Tree().Place[q.code]
		return countedMsg{question: q, groups: f.Columns.Nos, cells: f.Cells[row], bases: f.Bases}
	}
}

// counted takes an answer. One to an older question shows until the newer is there, which settle asks for next.
func (r *Reader) counted(msg countedMsg) {
	r.counts = counts{countedMsg: msg}
	r.dirty = true
}

// tallies is one group of the strip: its name, codings, voices of all voices.
func (r *Reader) tallies(i int) (name, codings, voices string) {
	n := r.counts
	if g := r.project().Group(n.groups[i]); g != nil {
		name = g.Name(r.env.Words.Lang())
	} else {
		name = r.env.T("reader.no-group")
	}
	return name, strconv.Itoa(n.cells[i].Codings), strconv.Itoa(n.cells[i].Voices) + "/" + strconv.Itoa(n.bases[i].Voices)
}

// hasCounts says whether there is something to show in the strip.
func (r *Reader) hasCounts() bool {
	return r.counts.code != 0 && r.project().Code(r.counts.code) != nil
}

// strip is the counts of the current code, a line for each group; where it is
// narrow the word for voices gives way before the groups' names.
//
//	P2.1 各群体
//	 部门领导   2 · 1/3 人
func (r *Reader) strip() [][]piece {
	if !r.hasCounts() {
		return nil
	}
	b, ruler := r.canvas.brushes, r.ruler()
	heading := r.env.T("reader.by-group", "Code", r.short(r.counts.code))
	lines := [][]piece{{{heading, b.heading}}}
	wide, digits, bare, spoken := 0, 0, 0, 0
	for i := range r.counts.groups {
		name, codings, voices := r.tallies(i)
		wide, digits = max(wide, ruler.Width(name)), max(digits, len(codings))
		bare, spoken = max(bare, len(voices)), max(spoken, ruler.Width(r.env.T("reader.voices", "Of", voices)))
	}
	room := r.sheet.names - ruler.Width("   "+dotted) - digits
	narrow := wide+spoken > room
	if narrow {
		spoken = bare
	}
	wide = max(min(wide, room-spoken), 0)
	for i := range r.counts.groups {
		name, codings, voices := r.tallies(i)
		if !narrow {
			voices = r.env.T("reader.voices", "Of", voices)
		}
		figures := ruler.PadLeft(codings, digits) + dotted + voices
		lines = append(lines, []piece{{" " + ruler.Fit(name, wide) + "  " + figures, b.dim}})
	}
	return lines
}

// bandStrip is the strip in one line of at most width columns; where that is little the groups' names give way.
func (r *Reader) bandStrip(width int) []piece {
	if !r.hasCounts() {
		return nil
	}
	b, ruler := r.canvas.brushes, r.ruler()
	row := []piece{{r.short(r.counts.code), b.heading}}
	var widths []int
	room := width - ruler.Width(row[0].text)
	for i := range r.counts.groups {
		name, codings, voices := r.tallies(i)
		widths = append(widths, ruler.Width(name))
		room -= ruler.Width("   " + codings + "·" + voices)
	}
	share := fairShare(widths, room)
	for i := range r.counts.groups {
		name, codings, voices := r.tallies(i)
		row = append(row, piece{"  " + ruler.Cut(name, share) + " " + codings + "·" + voices, b.dim})
	}
	return row
}

// short is a code's number, or its name, made harmless, where it has none.
func (d *desk) short(n codebook.No) string {
	c := d.project().Code(n)
	switch {
	case c == nil:
		return ""
	case c.Number != "":
		return c.Number
	}
	return cell.Clean(c.Name(d.env.Words.Lang()))
}
