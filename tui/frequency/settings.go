package frequency

import (
	"slices"
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/tui/tables"
)

// Names of the view settings.
const (
	setMeasure = "frequency/measure"
	setBy      = "frequency/by"
	setUnit    = "frequency/unit"
	setRollup  = "frequency/rollup"
	setHide    = "frequency/hide-empty"
)

// measures are those that c goes through.
var measures = []tally.Measure{
	tally.Codings, tally.Transcripts, tally.Units, tally.Coverage, tally.Rate,
	tally.RowShare, tally.ColShare, tally.Residual, tally.Voices,
}

// units are those that u goes through.
var units = []tally.Unit{{Kind: tally.Turn}, {Kind: tally.Sentence}, {Kind: tally.Paragraph}}

// settings are what a table is counted by.
type settings struct {
	by     string // "group", "transcript", "speaker", or "attribute/" and its name
	unit   tally.Unit
	rollup bool
}

const (
	byGroup      = "group"
	byTranscript = "transcript"
	bySpeaker    = "speaker"
	byAttribute  = "attribute/"
)

// settings reads them as they are kept; what no longer makes sense is the default.
func (s *Screen) settings() settings {
	now := settings{
		by: s.env.Study.Setting(setBy), unit: tables.UnitOf(s.env.Study, setUnit, units), rollup: tables.On(s.env.Study, setRollup),
	}
	if !slices.Contains(s.breakdowns(), now.by) {
		now.by = byGroup
	}
	return now
}

func (s *Screen) measure() tally.Measure {
	m, ok := tally.ParseMeasure(s.env.Study.Setting(setMeasure))
	if !ok || !slices.Contains(measures, m) {
		return tally.Codings
	}
	return m
}

func (s *Screen) hidesEmpty() bool { return tables.On(s.env.Study, setHide) }

// breakdowns are the columns that b goes through.
func (s *Screen) breakdowns() []string {
	all := []string{byGroup, byTranscript, bySpeaker}
	for _, a := range s.env.Study.Project().Attributes() {
		all = append(all, byAttribute+a.Name)
	}
	return all
}

// columns are those of a breakdown.
func columns(p *codebook.Project, by string) tally.Columns {
	switch by {
	case byTranscript:
		return tally.ByTranscript(p)
	case bySpeaker:
		return tally.BySpeaker(p)
	}
	if name, ok := strings.CutPrefix(by, byAttribute); ok {
		if a, err := p.FindAttribute(name); err == nil {
			return tally.ByAttribute(p, a)
		}
	}
	return tally.ByGroup(p)
}

// command prints the table again.
func (s *Screen) command() string {
	now := s.settings()
	words := []string{"fangtan freq --by", tables.Quote(strings.TrimPrefix(now.by, byAttribute)), "--measure", s.measure().String()}
	if now.unit != units[0] {
		words = append(words, "--unit", now.unit.String())
	}
	if now.rollup {
		words = append(words, "--rollup")
	}
	return strings.Join(words, " ")
}
