package plain

import (
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/tally"
)

// counts says how often a code occurs in each group and how many voices say it;
// without words, every code that occurs and how often in all. Codings are united
// as everywhere.
func (s *Session) counts(words string) {
	p := s.desk.Project()
	f := tally.FrequencyOf(p, tally.Filter{}, tally.ByGroup(p), tally.Unit{}, false)
	if words == "" {
		s.totals(f)
		return
	}
	code := s.choose(words, p.Tree().Order)
	if code == 0 {
		return
	}
	row := p.Tree().Place[code]
	s.say(s.t("plain.count", "Name", p.Code(code).Title(s.lang()), "Count", f.Totals[row].Codings, "Voices", f.Totals[row].Voices, "Of", f.Base.Voices))
	for c, no := range f.Columns.Nos {
		name := s.t("plain.no-group")
		if g := p.Group(no); g != nil {
			name = g.Name(s.lang())
		}
		cell := f.Cells[row][c]
		s.say(s.t("plain.count", "Name", name, "Count", cell.Codings, "Voices", cell.Voices, "Of", f.Bases[c].Voices))
	}
}

func (s *Session) totals(f *tally.Frequency) {
	p := s.desk.Project()
	for row, code := range f.Codes {
		if f.Totals[row].Codings > 0 {
			s.say(s.t("plain.count", "Name", p.Code(code).Title(s.lang()), "Count", f.Totals[row].Codings,
				"Voices", f.Totals[row].Voices, "Of", f.Base.Voices))
		}
	}
	s.say(s.t("plain.counted", "United", f.United, "Coders", strings.Join(coderNames(p), s.t("plain.and"))))
}

func coderNames(p *codebook.Project) (names []string) {
	for _, c := range p.Coders() {
		names = append(names, c.Name)
	}
	return names
}
