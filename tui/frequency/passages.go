package frequency

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/tui/screen"
	"fangtan/tui/tables"
)

// open looks for the passages behind the cell under the cursor, on the snapshot
// that the table was counted on.
func (s *Screen) open() tea.Cmd {
	row, column, ok := s.here()
	if !ok {
		return nil
	}
	a, f := s.figures.Answer, s.figures.Answer.table
	code, name, places := f.Codes[row], s.columnName(s.grid.Col), f.Cell(row, column).Codings
	find := func() []codebook.Excerpt {
		return tally.Behind(a.project, tally.Filter{}, f.Columns, f.Rollup, code, column)
	}
	list := func(rows []codebook.Excerpt) *screen.List {
		return &screen.List{Title: s.env.T("frequency.passages",
			"Code", tables.Code(s.env, a.project, code), "Column", name,
			"Places", s.env.T("tables.places", "Count", places), "Codings", s.env.T("app.codings", "Count", len(rows)),
		), Command: s.excerptsCommand(code, column), Rows: rows}
	}
	return s.passages.Look(find, list)
}

// excerptsCommand prints the passages behind a cell; it is empty where no command
// does: in a query a code stands for its descendants too, and there is no filter for
// what belongs to no column or for a person of several transcripts.
func (s *Screen) excerptsCommand(code codebook.No, column int) string {
	a := s.figures.Answer
	if len(a.project.Tree().Children(code)) > 0 && !a.table.Rollup {
		return ""
	}
	command := "fangtan excerpts " + tables.Quote(tables.CodeWord(a.project, code))
	if column == tally.Total {
		return command
	}
	head := a.table.Columns.Heads[column]
	name, file, joined := strings.Cut(head, " · ")
	switch by := s.figures.Of.Settings.by; {
	case head == tally.NoneHead, by == bySpeaker && !joined:
		return ""
	case by == byGroup:
		return command + " --group " + tables.Quote(head)
	case by == byTranscript:
		return command + " --transcript " + tables.Quote(head)
	case by == bySpeaker:
		return command + " --speaker " + tables.Quote(name) + " --transcript " + tables.Quote(file)
	default:
		return command + " --attr " + tables.Quote(strings.TrimPrefix(by, byAttribute)+"="+head)
	}
}

// copy puts the table as it is shown on the clipboard, for a spreadsheet.
func (s *Screen) copy() {
	a, m := s.figures.Answer, s.measure()
	head := []string{s.env.T("tables.code")}
	for i := range s.set {
		head = append(head, s.columnName(i))
	}
	sheet := [][]string{head}
	for _, r := range s.rows {
		row := []string{tables.Code(s.env, a.project, a.table.Codes[r])}
		for i := range s.set {
			v, why := a.table.Value(m, r, a.column(i))
			if why != tally.Defined {
				row = append(row, "")
				continue
			}
			row = append(row, tables.Raw(v, m.Counts()))
		}
		sheet = append(sheet, row)
	}
	s.env.Wish(screen.Copy{Text: tables.Sheet(sheet)})
	s.env.Say(s.env.T("tables.copied", "Count", len(s.rows)))
}
