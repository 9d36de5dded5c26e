package cooccurrence

import (
	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/tui/tables"
)

// Names of the view settings.
const (
	setView      = "cooccurrence/view"
	setUnit      = "cooccurrence/unit"
	setGroup     = "cooccurrence/group"
	setDimension = "cooccurrence/by-dimension"
	setSame      = "cooccurrence/same-coder"
	setAll       = "cooccurrence/all-codes"
)

// view is what is shown of the same counts, and tension beside it.
type view string

const (
	matrixView  view = "matrix"
	listView    view = "list"
	tensionView view = "tension"
)

// units are those that u goes through.
var units = []tally.Unit{
	{Kind: tally.Turn}, {Kind: tally.Sentence}, {Kind: tally.Paragraph}, {Kind: tally.Window, K: 2},
	{Kind: tally.Whole}, {Kind: tally.Overlap}, {Kind: tally.Character},
}

// settings are what is counted by.
type settings struct {
	unit      tally.Unit
	group     codebook.No // 0 for all
	dimension bool
	same      bool
	tension   bool
}

func (s *Screen) settings() settings {
	unit := tables.UnitOf(s.env.Study, setUnit, units)
	if s.view() == tensionView {
		return settings{unit: unit, tension: true}
	}
	now := settings{unit: unit, dimension: s.on(setDimension), same: s.on(setSame)}
	if g, err := s.env.Study.Project().FindGroup(s.env.Study.Setting(setGroup)); err == nil {
		now.group = g.No
	}
	return now
}

func (s *Screen) view() view {
	switch v := view(s.env.Study.Setting(setView)); v {
	case listView, tensionView:
		return v
	}
	return matrixView
}

func (s *Screen) on(name string) bool { return tables.On(s.env.Study, name) }

// toggle switches a setting.
func (s *Screen) toggle(name string) {
	s.env.Study.Set(name, tables.Switched(s.env.Study, name))
}

// nextGroup goes from all groups through each and back.
func (s *Screen) nextGroup() {
	keys := []string{""}
	for _, g := range s.env.Study.Project().Groups() {
		keys = append(keys, g.Key)
	}
	s.env.Study.Set(setGroup, tables.After(keys, s.env.Study.Setting(setGroup)))
}

// nextUnit goes through the units.
func (s *Screen) nextUnit() {
	s.env.Study.Set(setUnit, tables.After(units, s.settings().unit).String())
}

// filter lets one group through, or all.
func (o settings) filter() tally.Filter {
	if o.group == 0 {
		return tally.Filter{}
	}
	return tally.Filter{Groups: []codebook.No{o.group}}
}

func (o settings) options() tally.CoocOptions {
	return tally.CoocOptions{Unit: o.unit, SameCoder: o.same, ByDimension: o.dimension}
}
