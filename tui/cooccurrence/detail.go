package cooccurrence

import (
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/tui/tables"
)

// detail is what stands below the table about the cell under the cursor.
func (s *Screen) detail() string {
	if s.shown() == tensionView {
		return s.tensionDetail()
	}
	a, b := s.pair()
	if a == 0 {
		return ""
	}
	if a == b {
		return s.env.T("cooccurrence.same-code", "Code", s.name(a), "Count", tables.Whole(s.matrix.touched[s.matrix.grid.Row]),
			"PluralCount", s.matrix.touched[s.matrix.grid.Row], "Unit", tables.UnitWord(s.env, s.figures.Answer.of.unit))
	}
	p, ok := s.figures.Answer.cooc.Pair(a, b)
	if !ok {
		return s.env.T("cooccurrence.apart", "A", s.name(a), "B", s.name(b))
	}
	return s.pairDetail(p)
}

func (s *Screen) pairDetail(p tally.Pair) string {
	if p.N == 0 && p.Pairs == 0 {
		return s.env.T("cooccurrence.never", "A", s.name(p.A), "B", s.name(p.B), "NA", tables.Whole(p.NA), "NB", tables.Whole(p.NB))
	}
	f := s.figures.Answer.figures(p)
	line := s.env.T("cooccurrence.pair", "A", s.name(p.A), "B", s.name(p.B),
		"N", f[0], "NA", f[1], "NB", f[2], "C", f[3], "BGivenA", f[4], "AGivenB", f[5], "Lift", f[6], "Pairs", f[7])
	if p.Skewed() {
		line += s.env.T("cooccurrence.skewed")
	}
	switch kind := s.figures.Answer.of.unit.Kind; {
	case p.N == 0:
		return line
	case kind == tally.Window || kind == tally.Character: // N is not a number of places
		return line + s.env.T("cooccurrence.see-some")
	}
	return line + s.env.T("cooccurrence.see", "Count", p.N)
}

func (s *Screen) tensionDetail() string {
	a := s.figures.Answer
	pair, cell, ok := s.tension.here(a)
	if !ok {
		return ""
	}
	name := s.env.T("cooccurrence.no-tension-code", "A", s.name(pair.A), "B", s.name(pair.B))
	if pair.Code != 0 {
		name = s.name(pair.Code)
	}
	line := s.env.T("cooccurrence.tension-cell", "Code", name, "Group", s.blockName(s.tension.block),
		"Codings", s.env.T("app.codings", "Count", cell.Codings), "Voices", cell.Voices,
		"Met", tables.Whole(cell.Met), "Unit", tables.UnitWord(s.env, a.of.unit), "Within", pair.A == pair.B)
	if c, why := cell.C(pair.A == pair.B); why == tally.Defined {
		line += s.env.T("cooccurrence.tension-c", "C", tables.Fraction(c, 2))
	}
	if cell.Linked > 0 {
		line += s.env.T("cooccurrence.tension-linked", "Count", cell.Linked)
	}
	if cell.StrongestN > 0 {
		line += s.env.T("cooccurrence.strongest", "A", s.name(cell.StrongestA), "B", s.name(cell.StrongestB), "N", cell.StrongestN)
	}
	if s.tension.block > 0 && a.tension.Small[s.tension.block-1] {
		line += s.env.T("cooccurrence.small")
	}
	return line
}

func (s *Screen) name(n codebook.No) string { return tables.Code(s.env, s.figures.Answer.project, n) }

// blockName heads a block of the tension view.
func (s *Screen) blockName(block int) string {
	if block == 0 {
		return s.env.T("cooccurrence.all-groups")
	}
	return tables.Group(s.env, s.figures.Answer.project, s.figures.Answer.tension.Groups[block-1])
}

// note says what was counted.
func (s *Screen) note() string {
	a := s.figures.Answer
	unit := tables.UnitWord(s.env, a.of.unit)
	parts := []string{s.env.T("cooccurrence.tension-counted", "Unit", unit)}
	if a.cooc != nil {
		parts[0] = s.env.T("cooccurrence.counted", "Unit", unit, "Units", tables.Whole(a.cooc.Units))
	}
	parts = append(parts, tables.Coders(s.env, a.project), s.env.T("cooccurrence.scope"))
	if a.cooc != nil && a.cooc.Outside > 0 {
		parts = append(parts, s.env.T("tables.outside", "Count", tables.Whole(a.cooc.Outside), "PluralCount", a.cooc.Outside))
	}
	return strings.Join(parts, s.env.T("tables.separator"))
}

// legend says how many each shade stands for.
func (s *Screen) legend() string {
	if !s.figures.Has || s.shown() != matrixView || s.figures.Answer.most() == 0 {
		return ""
	}
	a, glyphs := s.figures.Answer, s.env.Theme.Glyphs
	var parts []string
	from := 1
	for _, to := range a.bounds(glyphs) {
		to = min(to, a.most())
		if to < from || to == a.most() && a.shade(glyphs, from) != a.shade(glyphs, to) {
			continue
		}
		span := tables.Whole(from)
		if to > from {
			span += "–" + tables.Whole(to)
		}
		parts = append(parts, a.shade(glyphs, from)+" "+span)
		from = to + 1
	}
	return strings.Join(parts, "  ")
}

// command prints the table again.
func (s *Screen) command() string {
	now := s.settings()
	words := []string{"fangtan cooc"}
	if now.tension {
		words = []string{"fangtan tension"}
	}
	words = append(words, "--unit", now.unit.String())
	if g := s.env.Study.Project().Group(now.group); g != nil {
		words = append(words, "--group", tables.Quote(g.Key))
	}
	if now.dimension {
		words = append(words, "--by-dimension")
	}
	if now.same {
		words = append(words, "--same-coder")
	}
	if s.view() == matrixView {
		words = append(words, "--matrix")
	}
	return strings.Join(words, " ")
}
