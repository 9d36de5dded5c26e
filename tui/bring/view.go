package bring

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook/text"
	"fangtan/tui/cell"
	"fangtan/tui/field"
	"fangtan/tui/locale"
	"fangtan/tui/prompt"
	"fangtan/tui/screen"
)

// The widest box of each stage.
const (
	narrow = 72
	wide   = 116
)

// Draw gives the box of the stage, no larger than the area.
func (d *Dialog) Draw(a screen.Area) prompt.Box {
	switch d.stage {
	case asking:
		return d.drawAsking(width(a, narrow))
	case waiting:
		return d.drawWaiting(width(a, narrow))
	}
	return d.drawChoosing(width(a, wide), a.Height-prompt.EdgeHeight)
}

// width is the room inside of a box.
func width(a screen.Area, most int) int { return max(1, min(a.Width-2-prompt.EdgeWidth, most)) }

func (d *Dialog) drawAsking(width int) prompt.Box {
	t := d.env.Theme
	line, x := d.field.View(width, d.env.Ruler, field.Styles{Text: t.Text, Placeholder: t.Dim})
	lines := []string{line, ""}
	for _, hint := range d.env.Ruler.Wrap(d.env.T("bring.hint"), width) {
		lines = append(lines, t.Dim.Render(hint))
	}
	return prompt.Frame(d.env, d.env.T("bring.import"), lines, width, tea.NewCursor(x, 0))
}

func (d *Dialog) drawWaiting(width int) prompt.Box {
	t := d.env.Theme
	words := d.env.T("bring.reading")
	if d.total > 0 {
		words = strings.TrimSuffix(d.env.T("bring.read-so-far", "Done", locale.Number(d.done), "Total", locale.Number(d.total))+" · "+d.left(), " · ")
	}
	lines := []string{t.Text.Render(d.env.Ruler.Cut(words, width)), t.Dim.Render(t.Glyphs.Bar(d.done, d.total, width))}
	return prompt.Frame(d.env, d.env.T("bring.import"), lines, width, tea.NewCursor(0, 0))
}

// left says how long the rest will take at the pace so far; empty while nobody can know.
func (d *Dialog) left() string {
	elapsed := d.now - d.started
	if d.done == 0 || elapsed <= 0 {
		return ""
	}
	seconds := int((elapsed*int64(d.total-d.done)/int64(d.done) + 999) / 1000)
	if seconds >= 90 {
		return d.env.T("bring.minutes-left", "Count", (seconds+59)/60)
	}
	return d.env.T("bring.seconds-left", "Count", seconds)
}

// footLines is the room for what there is to say about the file under the cursor: a rule and three lines.
const footLines = 4

func (d *Dialog) drawChoosing(width, height int) prompt.Box {
	t := d.env.Theme
	lines := []string{t.Dim.Render(d.env.Ruler.Cut(d.summary(), width))}
	cells := d.cells(width)
	lines = append(lines, strings.Repeat(" ", sign)+t.Dim.Render(d.env.Ruler.Row(cells, d.heads()...)))
	d.page = max(1, min(height-len(lines)-footLines, len(d.order)))
	d.top = max(0, min(d.top, d.at), d.at-d.page+1)
	var cursor *tea.Cursor
	for i := d.top; i < min(d.top+d.page, len(d.order)); i++ {
		if i == d.at {
			cursor = tea.NewCursor(0, len(lines))
		}
		lines = append(lines, d.row(i, cells, width))
	}
	lines = append(lines, t.Rule.Render(strings.Repeat(t.Glyphs.Rule, width)))
	if len(d.order) > 0 {
		about := d.about(d.order[d.at], width)
		lines = append(lines, append(about, make([]string, footLines)...)[:footLines-1]...)
	}
	return prompt.Frame(d.env, d.env.T("bring.import"), lines, width, cursor)
}

// summary says how many files come in and how many do not.
func (d *Dialog) summary() string {
	taken, out, characters := 0, 0, 0
	for i := range d.files {
		if d.taken[i] {
			taken++
			characters += d.files[i].Characters
		} else {
			out++
		}
	}
	words := d.env.T("bring.coming-in", "Count", taken) + " · " +
		d.env.T("app.characters", "Count", locale.Number(characters), "PluralCount", characters)
	if out > 0 {
		words += " · " + d.env.T("bring.left-out", "Count", out)
	}
	return words
}

// sign is the room for the signs before a row: the cursor, and whether the file is taken.
const sign = 4

// cells are the columns for a width, measured anew only when something that they hold has changed.
func (d *Dialog) cells(width int) []cell.Column {
	if d.measured != width {
		d.measured, d.widths = width, d.columns(width)
	}
	return d.widths
}

// columns are those of a file that can come in: its name, group, characters, turns. The name takes what it needs, so that the
// reasons of those that cannot have the rest.
func (d *Dialog) columns(width int) []cell.Column {
	heads := d.heads()
	cells := make([]cell.Column, len(heads))
	for i, head := range heads {
		cells[i] = cell.Column{Width: d.env.Ruler.Width(head), Right: i >= 2}
	}
	for i := range d.files {
		f := &d.files[i]
		texts := []string{f.File}
		if f.Refusal == "" {
			texts = append(texts, d.groupName(f.Group), locale.Number(f.Characters), locale.Number(f.Turns))
		}
		for j, text := range texts {
			cells[j].Width = max(cells[j].Width, d.env.Ruler.Width(text))
		}
	}
	cells[1].Width = min(cells[1].Width, max(10, width/4))
	rest := width - sign
	for _, c := range cells[1:] {
		rest -= c.Width + cell.Gap
	}
	cells[0].Width = min(cells[0].Width, max(rest, 8))
	return cells
}

func (d *Dialog) heads() []string {
	return []string{d.env.T("bring.head-file"), d.env.T("bring.head-group"), d.env.T("bring.head-characters"), d.env.T("bring.head-turns")}
}

// row is one file:
//
//	▸ ✓ 第一书记/07 周明.docx     第一书记   4,410    64
//	  ! 第一书记/08 扫描件.pdf    不认识这种文件
func (d *Dialog) row(i int, cells []cell.Column, width int) string {
	r, t := d.env.Ruler, d.env.Theme
	n := d.order[i]
	f := &d.files[n]
	file := r.CutMiddle(f.File, cells[0].Width)
	lead, name := "  ", t.Text
	if i == d.at {
		lead, name = t.Accent.Render(t.Glyphs.Here)+" ", t.Cursor
	}
	switch {
	case f.Refusal != "":
		why := r.Fit(f.Refusal, width-sign-cells[0].Width-cell.Gap)
		return lead + t.Warn.Render("!") + " " + t.Dim.Render(r.Pad(file, cells[0].Width)) + "  " + t.Warn.Render(why)
	case !d.taken[n]:
		return lead + "  " + t.Dim.Render(r.Row(cells, file, d.env.T("bring.stays-out")))
	}
	fields := r.Fields(cells, file, d.groupName(f.Group),
		locale.Number(f.Characters), locale.Number(f.Turns))
	group := t.Text
	if f.Group == 0 {
		group = t.Warn
	}
	row := lead + t.Good.Render("✓") + " " + name.Render(fields[0]) + "  " + group.Render(fields[1]) + "  " +
		t.Dim.Render(fields[2]) + "  " + t.Dim.Render(fields[3])
	return row + d.hint(f, width-sign-r.Width(r.Row(cells)))
}

// hint is the beginning of a file's first warning, where there is room for it.
func (d *Dialog) hint(f *File, room int) string {
	const least = 12
	if len(f.Warnings) == 0 || room < least {
		return ""
	}
	return "  " + d.env.Theme.Warn.Render(d.env.Ruler.Cut(f.Warnings[0], room-cell.Gap))
}

var roleWords = map[text.Role]string{
	text.RoleRespondent: "bring.respondent", text.RoleInterviewer: "bring.interviewer", text.RoleOther: "bring.other-role",
}

// about says in full what there is to know of a file: why it stays out, else who speaks and what to look at again.
func (d *Dialog) about(n, width int) []string {
	r, t, f := d.env.Ruler, d.env.Theme, &d.files[n]
	var lines []string
	if f.Refusal != "" {
		for _, line := range r.Wrap(f.File+" · "+f.Refusal, width) {
			lines = append(lines, t.Warn.Render(line))
		}
		return lines
	}
	words := []string{f.Title}
	if f.Title == "" {
		words[0] = f.File
	}
	for i, sp := range f.Speakers {
		const most = 8
		if i == most {
			words = append(words, "+"+strconv.Itoa(len(f.Speakers)-most))
			break
		}
		words = append(words, sp.Name+" ("+d.env.T(roleWords[sp.Role])+")")
	}
	if len(f.Speakers)+len(f.Warnings) == 0 {
		words = append(words, d.env.T("bring.no-speakers"))
	}
	speakers := r.Wrap(strings.Join(words, " · "), width)
	if room := max(1, footLines-1-len(f.Warnings)); len(speakers) > room {
		speakers = speakers[:room]
		speakers[room-1] = r.Cut(speakers[room-1]+cell.Ellipsis, width)
	}
	for _, line := range speakers {
		lines = append(lines, t.Text.Render(line))
	}
	for _, warning := range f.Warnings {
		lines = append(lines, t.Warn.Render(r.Cut(warning, width)))
	}
	return lines
}
