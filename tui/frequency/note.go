package frequency

import (
	"fangtan/codebook/tally"
	"fangtan/tui/tables"
)

// countedNote says what was counted, by whom, over which part of the study.
func (s *Screen) countedNote() string {
	a := s.figures.Answer
	f := a.table
	line := s.env.T("frequency.counted")
	if f.United > 0 {
		line = s.env.T("frequency.counted-united", "United", tables.Whole(f.United))
	}
	line += s.env.T("tables.separator") + tables.Coders(s.env, a.project)
	line += s.env.T("tables.separator") + s.env.T("frequency.scope",
		"Transcripts", s.env.T("app.transcripts", "Count", tables.Whole(f.Base.Transcripts), "PluralCount", f.Base.Transcripts),
		"Characters", s.env.T("app.characters", "Count", tables.Whole(f.Base.Characters), "PluralCount", f.Base.Characters))
	if f.Outside > 0 {
		line += s.env.T("tables.separator") + s.env.T("tables.outside", "Count", tables.Whole(f.Outside), "PluralCount", f.Outside)
	}
	if s.unitCounts() {
		line += s.env.T("tables.separator") + s.env.T("tables.unit", "Unit", tables.UnitWord(s.env, f.Unit))
	}
	return line
}

// testNote gives χ² and how far to trust it.
func (s *Screen) testNote() string {
	t := s.figures.Answer.test
	if t.Why != tally.Defined {
		return s.env.T("frequency.no-test", "Why", s.env.T(reasons[t.Why]))
	}
	line := s.env.T("frequency.test", "Chi", tables.Decimal(t.Chi2, 1), "DF", tables.Whole(t.DF),
		"P", tables.Chance(t.P), "V", tables.Fraction(t.CramersV, 2))
	if t.Doubtful() {
		line += s.env.T("frequency.doubtful", "Share", tables.Percent(t.LowShare, 0))
	}
	return line
}

// endNote is what stands behind a row: its most striking residual, and a single voice, each with its column; where there is no
// room for the words, as signs.
func (s *Screen) endNote(row, room int) string {
	a := s.figures.Answer
	z, whose, single, brief := "", "", "", ""
	column, lone := a.only(row)
	if lone {
		brief = s.env.Theme.Glyphs.Single
		single = s.env.T("frequency.row-single", "Glyph", brief, "Who", s.columnName(column))
	}
	if peak := a.peak[row]; peak >= 0 {
		z = s.env.T("frequency.row-z", "Z", tables.Signed(a.z[row][peak], 1))
		if whose = z; !lone || column != peak { // else the voice says which
			whose += " " + s.columnName(peak)
		}
	}
	for _, note := range [][2]string{{whose, single}, {whose, brief}, {z, brief}, {z, ""}, {brief, ""}} {
		text := note[0]
		if text != "" && note[1] != "" {
			text += "  "
		}
		if text += note[1]; s.env.Ruler.Width(text) <= room {
			return text
		}
	}
	return ""
}
