package cooccurrence

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/tui/screen"
	"fangtan/tui/tables"
)

// canOpen says that there are passages behind the cell under the cursor.
func (s *Screen) canOpen() bool {
	if !s.figures.Has {
		return false
	}
	if s.shown() == tensionView {
		_, cell, ok := s.tension.here(s.figures.Answer)
		return ok && cell.Codings > 0
	}
	return s.canOpenMet()
}

// canOpenMet says that the two codes, or the two components, meet somewhere.
func (s *Screen) canOpenMet() bool {
	if !s.figures.Has {
		return false
	}
	if s.shown() == tensionView {
		pair, cell, ok := s.tension.here(s.figures.Answer)
		return ok && cell.Met > 0 && pair.A != pair.B
	}
	a, b := s.pair()
	if a == 0 || a == b {
		return false
	}
	p, ok := s.figures.Answer.cooc.Pair(a, b)
	return ok && p.N > 0
}

// open opens the passages of the cell: where the pair meets, or what is coded with
// the tension code.
func (s *Screen) open() tea.Cmd {
	if s.shown() != tensionView {
		return s.openMet()
	}
	a, column := s.figures.Answer, s.tension.column()
	pair, cell, _ := s.tension.here(a)
	group, command := s.blockName(s.tension.block), s.codeCommand(pair.Code)
	return s.passages.Look(func() []codebook.Excerpt {
		return tally.Behind(a.project, tally.Filter{}, tally.ByGroup(a.project), true, pair.Code, column)
	}, func(rows []codebook.Excerpt) *screen.List {
		title := s.env.T("cooccurrence.tension-passages", "Code", tables.Code(s.env, a.project, pair.Code), "Group", group,
			"Places", s.env.T("tables.places", "Count", cell.Codings), "Codings", s.env.T("app.codings", "Count", len(rows)))
		return &screen.List{Title: title, Command: command, Rows: rows}
	})
}

// codeCommand prints the passages of the tension code in the block's group; there is
// no filter for what belongs to no group.
func (s *Screen) codeCommand(code codebook.No) string {
	a := s.figures.Answer
	command := "fangtan excerpts " + tables.Quote(tables.CodeWord(a.project, code))
	if s.tension.block == 0 {
		return command
	}
	g := a.project.Group(a.tension.Groups[s.tension.block-1])
	if g == nil {
		return ""
	}
	return command + " --group " + tables.Quote(g.Key)
}

// openMet opens the units in which two codes, or two components, meet. No command
// prints them: a query gives a row for each pair of codings, not for each unit.
func (s *Screen) openMet() tea.Cmd {
	a := s.figures.Answer
	x, y := s.pair()
	group, filter, options := a.of.group, a.of.filter(), a.of.options()
	if s.shown() == tensionView {
		pair, _, _ := s.tension.here(a)
		x, y, options.Rollup = pair.A, pair.B, true
		if s.tension.block > 0 {
			group = a.tension.Groups[s.tension.block-1]
			filter = tally.Filter{Groups: []codebook.No{group}}
		}
	}
	where := s.env.T("cooccurrence.all-groups")
	if len(filter.Groups) > 0 {
		where = tables.Group(s.env, a.project, group)
	}
	return s.passages.Look(func() []codebook.Excerpt {
		return tally.BehindPair(a.project, filter, options, x, y)
	}, func(rows []codebook.Excerpt) *screen.List {
		title := s.env.T("cooccurrence.passages", "A", tables.Code(s.env, a.project, x), "B", tables.Code(s.env, a.project, y),
			"Group", where, "Places", s.env.T("tables.places", "Count", len(rows)))
		return &screen.List{Title: title, Rows: rows}
	})
}

// copy puts the table as it is shown on the clipboard, for a spreadsheet.
func (s *Screen) copy() {
	var sheet [][]string
	switch s.shown() {
	case matrixView:
		sheet = s.matrixSheet()
	case listView:
		sheet = s.listSheet()
	case tensionView:
		sheet = s.tensionSheet()
	}
	s.env.Wish(screen.Copy{Text: tables.Sheet(sheet)})
	s.env.Say(s.env.T("tables.copied", "Count", len(sheet)-1))
}

func (s *Screen) matrixSheet() [][]string {
	m := &s.matrix
	sheet := [][]string{append([]string{s.env.T("tables.code")}, m.names...)}
	for r, a := range m.codes {
		row := []string{m.names[r]}
		for c, b := range m.codes {
			p, ok := s.figures.Answer.cooc.Pair(a, b)
			switch {
			case a == b:
				row = append(row, strconv.Itoa(m.touched[c]))
			case !ok:
				row = append(row, "")
			default:
				row = append(row, strconv.Itoa(p.N))
			}
		}
		sheet = append(sheet, row)
	}
	return sheet
}

func (s *Screen) listSheet() [][]string {
	raw := func(v float64, why tally.Undefined) string {
		if why != tally.Defined {
			return ""
		}
		return tables.Raw(v, false)
	}
	sheet := [][]string{append([]string{"A", "B"}, s.listHeads()...)}
	for _, p := range s.figures.Answer.pairs {
		sheet = append(sheet, []string{
			s.name(p.A), s.name(p.B), strconv.Itoa(p.N), strconv.Itoa(p.NA), strconv.Itoa(p.NB),
			raw(p.C()), raw(p.BGivenA()), raw(p.AGivenB()), raw(p.Lift(s.figures.Answer.cooc.Units)), strconv.Itoa(p.Pairs),
		})
	}
	return sheet
}

func (s *Screen) tensionSheet() [][]string {
	head := []string{"A", "B"}
	for b := 1; b < s.tension.blocks; b++ {
		head = append(head, s.blockName(b))
	}
	sheet := [][]string{append(head, s.env.T("tables.total"))}
	for _, pair := range s.figures.Answer.tension.Pairs {
		row := []string{s.name(pair.A), s.name(pair.B)}
		for _, c := range pair.Cells {
			row = append(row, strconv.Itoa(c.Codings))
		}
		sheet = append(sheet, append(row, strconv.Itoa(pair.Total.Codings)))
	}
	return sheet
}
