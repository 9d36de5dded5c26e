package links

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/chain"
	"fangtan/tui/keys"
	"fangtan/tui/picker"
	"fangtan/tui/prompt"
	"fangtan/tui/screen"
	"fangtan/tui/tables"
)

// view is what the screen shows.
type view uint8

const (
	around view = iota // a code with its neighbours
	chains             // problems with their causes
)

// place is where a person stands: what is shown, around which code, and the row of the cursor.
type place struct {
	view view
	code codebook.No
	at   int
}

// Screen is the screen of links.
type Screen struct {
	env    *screen.Env
	slot   *prompt.Slot
	keys   screen.Keys[keys.Intent]
	front  screen.Front
	sketch tables.Sketch
	area   screen.Area

	place
	top   int     // the first row in sight
	trail []place // that Esc leads back to, the nearest last

	web       *chain.Web
	steps     []chain.Step
	made      bool // the two are of the study as it is
	picking   *picking
	catalogue picker.Catalogue
	words     words
	asked     int // the evidence that is being looked for, by its number
}

var _ interface {
	screen.Screen
	screen.Opener
} = (*Screen)(nil)

// New makes the screen.
func New(env *screen.Env) *Screen {
	s := &Screen{env: env, slot: prompt.NewSlot(env), area: screen.Area{Width: 80, Height: 24}}
	s.keys = screen.NewKeys(env, s.bindings())
	return s
}

// Update takes a message; then the words of the evidence under the cursor are asked for.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	if _, changed := msg.(screen.StudyChangedMsg); changed {
		s.made = false
		if !s.front.Changed() {
			return nil
		}
	}
	if area, ok := msg.(screen.ResizedMsg); ok {
		s.area = area.Area
	}
	if _, shown := msg.(screen.ShownMsg); shown {
		s.front.Drawn()
	}
	if s.front.Hidden() {
		return nil
	}
	s.sketch.Spoil()
	s.weave()
	cmd := s.take(msg)
	s.weave()
	s.settle()
	return tea.Batch(cmd, s.read(), s.tally())
}

// tally has the figures of an open picker counted, unless they are known or on their way.
func (s *Screen) tally() tea.Cmd {
	if s.picking == nil {
		return nil
	}
	return s.catalogue.Count(s.env.Study.Project())
}

func (s *Screen) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return s.press(msg)
	case tea.PasteMsg:
		return s.paste(msg)
	case tea.MouseWheelMsg:
		if !s.Typing() {
			s.at += screen.Wheel(msg)
		}
	case tea.MouseClickMsg:
		s.click(msg)
	case screen.TextReadMsg:
		s.words.take(s.env.Study.Project(), msg)
	case evidenceMsg:
		s.offer(msg)
	case picker.CountedMsg:
		s.catalogue.Counted(msg)
	}
	return nil
}

// weave makes web and chains of the study as it is; the cursor stays in its row.
func (s *Screen) weave() {
	if s.made {
		return
	}
	p := s.env.Study.Project()
	s.web, s.made = chain.New(p), true
	s.steps = s.web.Chains()
	if p.Code(s.code) == nil {
		s.code = s.web.Busiest()
	}
	if p.Code(s.code) == nil && len(p.Tree().Order) > 0 {
		s.code = p.Tree().Order[0]
	}
}

// Open puts the code of a route in the middle.
func (s *Screen) Open(r screen.Route) tea.Cmd {
	if s.env.Study.Project().Code(r.Code) != nil {
		s.place, s.trail, s.top = place{code: r.Code}, nil, 0
	}
	return nil
}

// Typing says that a part or the picker has the keys.
func (s *Screen) Typing() bool { return s.slot.Open() || s.picking != nil }

// Back closes what is open, then goes back the way one came.
func (s *Screen) Back() bool {
	s.sketch.Spoil()
	last := len(s.trail) - 1
	switch {
	case s.picking != nil:
		s.picking = nil
	case s.slot.Close():
	case last >= 0:
		s.place, s.trail, s.top = s.trail[last], s.trail[:last], 0
		s.made = false
		s.weave()
		s.settle()
	default:
		return false
	}
	return true
}

// walk puts a code in the middle, from where Esc leads back here.
func (s *Screen) walk(to place) {
	if to == s.place {
		return
	}
	s.trail = append(s.trail, s.place)
	s.place, s.top = to, 0
}

// Head says which code is in the middle and how many links there are.
func (s *Screen) Head() (left, right string) {
	p := s.env.Study.Project()
	left = s.env.T("links.title")
	if c := p.Code(s.code); s.view == around && c != nil {
		left = s.env.T("links.title-of", "Code", tables.Code(s.env, p, c.No))
	} else if s.view == chains {
		left = s.env.T("links.title-chains")
	}
	return left, s.env.T("links.count", "Count", len(p.Links()))
}

// Entries are the screen's keys, or those of the open part.
func (s *Screen) Entries() []keys.Entry { return s.slot.Entries(s.keys.Entries()) }

// Footer are those that matter most.
func (s *Screen) Footer() []keys.Entry {
	if s.picking != nil {
		return nil
	}
	return s.slot.Footer(s.keys.Footer())
}
