package library

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/find"
	"fangtan/tui/field"
	"fangtan/tui/keys"
	"fangtan/tui/prompt"
	"fangtan/tui/screen"
)

// Screen is the screen of transcripts.
type Screen struct {
	env  *screen.Env
	slot *prompt.Slot
	keys keys.Table[intent]

	area    screen.Area
	pending string // first key of a sequence

	filter    field.Field
	filtering bool // the field has the keys
	index     *find.Index
	sort      sorting

	entries []entry // all transcripts, in the study's order
	figures map[codebook.No]figures
	lines   []line // what is listed
	at      int    // the line of the cursor, -1 when none is listed
	top     int    // the first line shown
	layout  layout
	totals  totals

	drawn, stale bool // shown since the last change; changed since the last listing
}

var _ screen.Screen = (*Screen)(nil)

// New makes the screen.
func New(env *screen.Env) *Screen {
	s := &Screen{env: env, slot: prompt.NewSlot(env), figures: map[codebook.No]figures{}, at: -1, stale: true}
	s.keys = s.bindings()
	return s
}

// Update takes a message.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	if _, changed := msg.(screen.StudyChangedMsg); changed {
		s.stale = true
		if !s.drawn {
			return nil
		}
		s.drawn = false
	}
	s.refresh()
	switch msg := msg.(type) {
	case screen.ResizedMsg:
		s.area = msg.Area
		s.arrange()
	case screen.SurroundingsChangedMsg, screen.ShownMsg:
		s.sort = sortingOf(s.env.Study.Setting(sortSetting))
		s.list()
	case tea.KeyPressMsg:
		return s.press(msg)
	case tea.PasteMsg:
		return s.paste(msg)
	case tea.MouseWheelMsg:
		s.wheel(msg)
	case tea.MouseClickMsg:
		return s.click(msg)
	}
	return nil
}

// refresh lists anew what changed since.
func (s *Screen) refresh() {
	if s.stale {
		s.stale = false
		s.count()
		s.index = nil
		s.list()
	}
}

func (s *Screen) press(key tea.KeyPressMsg) tea.Cmd {
	switch {
	case s.slot.Open():
		return s.slot.Update(key)
	case s.filtering:
		return s.typeFilter(key)
	}
	name := keys.Normalize(key)
	row, state := s.keys.Match(s.pending, name)
	s.pending = ""
	switch state {
	case keys.Waiting:
		s.pending = name
	case keys.Hit:
		return s.follow(row.Intent)
	case keys.Off:
		s.env.Warn(s.env.T(row.Why))
	default:
		s.env.Warn(s.env.T("app.no-such-key", "Key", keys.Label(key.String(), s.env.Words)))
	}
	return nil
}

func (s *Screen) paste(msg tea.PasteMsg) tea.Cmd {
	switch {
	case s.slot.Open():
		return s.slot.Update(msg)
	case s.filtering:
		s.filter.Update(msg)
		s.list()
	}
	return nil
}

// typeFilter takes a key while the filter has the keys: Enter keeps it, Esc drops it, the arrows move in the list.
func (s *Screen) typeFilter(key tea.KeyPressMsg) tea.Cmd {
	switch key.String() {
	case "enter":
		s.filtering = false
	case "esc":
		s.Back()
	case "up":
		s.move(-1)
	case "down":
		s.move(1)
	default:
		if s.filter.Update(key) {
			s.list()
		}
	}
	return nil
}

// Typing says that a field or a part has the keys.
func (s *Screen) Typing() bool { return s.filtering || s.slot.Open() }

// Back closes what is open, then drops the filter.
func (s *Screen) Back() bool {
	if s.slot.Close() {
		return true
	}
	if !s.filtering && s.filter.Value() == "" {
		return false
	}
	s.filtering = false
	s.filter.SetValue("")
	s.list()
	return true
}

// Entries are the screen's keys, or those of the open part.
func (s *Screen) Entries() []keys.Entry {
	if p := s.slot.Part(); p != nil {
		return p.Entries()
	}
	return s.keys.Entries(s.env.Words)
}

// Footer are those that matter most.
func (s *Screen) Footer() []keys.Entry {
	if p := s.slot.Part(); p != nil {
		return p.Footer()
	}
	return s.keys.Footer(s.env.Words)
}

// Run does what a key would.
func (s *Screen) Run(index int) tea.Cmd {
	if row := s.keys[index]; row.Live() {
		return s.follow(row.Intent)
	}
	s.env.Warn(s.env.T(s.keys[index].Why))
	return nil
}

// current is the entry under the cursor, or nil.
func (s *Screen) current() *entry {
	if s.at < 0 || s.at >= len(s.lines) {
		return nil
	}
	return s.lines[s.at].entry
}
