package codes

import (
	"maps"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/keys"
	"fangtan/tui/prompt"
	"fangtan/tui/screen"
)

// Screen is the screen of the codebook.
type Screen struct {
	env  *screen.Env
	slot *prompt.Slot
	keys screen.Keys[keys.Intent]

	area  screen.Area
	front screen.Front

	rows     []codebook.No // codes shown, in codebook order
	at, top  int           // the row of the cursor and the first one shown
	folded   map[codebook.No]bool
	marked   map[codebook.No]bool
	archived bool // show archived codes, too
	rollup   bool // figures with sub-codes

	counts   counts
	counting bool // an answer is on its way
	detail   detail
	drag     drag
	lint     linting
	sorting  *sorting // a code is being split; nil when not

	inside   bool // the detail has the keys
	spotAt   int
	spotKeys screen.Keys[keys.Intent]
	quotes   map[quoted]string // the words of examples, empty while they are read

	stale bool // changed since the rows were made
}

var _ interface {
	screen.Screen
	screen.Opener
} = (*Screen)(nil)

// New makes the screen.
func New(env *screen.Env) *Screen {
	s := &Screen{
		env: env, slot: prompt.NewSlot(env), folded: map[codebook.No]bool{}, marked: map[codebook.No]bool{},
		rollup: true, stale: true, quotes: map[quoted]string{},
	}
	s.keys, s.spotKeys = screen.NewKeys(env, s.bindings()), screen.NewKeys(env, s.spotTable())
	return s
}

// Update takes a message.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	if _, changed := msg.(screen.StudyChangedMsg); changed {
		s.stale = true
		if !s.front.Changed() {
			return nil
		}
	}
	if s.front.Hidden() && s.keep(msg) {
		return nil
	}
	s.refresh()
	cmd := s.take(msg)
	s.explain()
	return tea.Batch(cmd, s.quoteCmd())
}

// keep takes in what a hidden screen acts on when it is shown, and says whether
// the message was that.
func (s *Screen) keep(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case screen.ResizedMsg:
		s.area = msg.Area
	case screen.SurroundingsChangedMsg:
		s.detail = detail{}
	default:
		return false
	}
	return true
}

// refresh makes the rows anew if the study has changed since.
func (s *Screen) refresh() {
	if s.stale {
		s.stale = false
		s.plant()
		s.explain()
	}
}

func (s *Screen) take(msg tea.Msg) tea.Cmd {
	s.keep(msg)
	switch msg := msg.(type) {
	case screen.ResizedMsg:
		s.scroll()
	case screen.ShownMsg:
		s.scroll()
		return s.countCmd()
	case screen.StudyChangedMsg:
		return tea.Batch(s.countCmd(), s.lintAgain(), s.sortAgain())
	case countedMsg:
		return s.counted(msg)
	case passagesFoundMsg:
		s.show(msg)
	case tea.KeyPressMsg:
		return s.press(msg)
	case tea.PasteMsg:
		if s.slot.Open() {
			return s.slot.Update(msg)
		}
	case quotedMsg:
		maps.Copy(s.quotes, msg)
		s.detail = detail{}
	case lintedMsg:
		s.linted(msg)
	case screen.TextReadMsg:
		s.sorting.textRead(msg)
	default:
		return s.point(msg)
	}
	return nil
}

// point takes what the mouse does.
func (s *Screen) point(msg tea.Msg) tea.Cmd {
	if s.Typing() || s.sorting != nil || s.inside {
		return nil
	}
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		s.move(screen.Wheel(msg))
	case tea.MouseClickMsg:
		s.grab(msg)
	case tea.MouseMotionMsg:
		s.pull(msg)
	case tea.MouseReleaseMsg:
		return s.drop()
	}
	return nil
}

func (s *Screen) press(key tea.KeyPressMsg) tea.Cmd {
	if s.slot.Open() {
		return tea.Batch(s.slot.Update(key), s.sortText())
	}
	switch {
	case s.sorting != nil:
		return s.sortPress(key)
	case s.inside:
		return s.spotPress(key)
	}
	if intent, name, ok := s.keys.Press(key); ok {
		return s.follow(intent, name)
	}
	return nil
}

// Open puts the cursor on the code of a route.
func (s *Screen) Open(r screen.Route) tea.Cmd {
	if r.Code != 0 && s.env.Study.Project().Code(r.Code) != nil {
		s.reveal(r.Code)
		s.explain()
	}
	return nil
}

// Typing says that a part has the keys.
func (s *Screen) Typing() bool { return s.slot.Open() }

// Back closes the open part, then takes the marks off.
func (s *Screen) Back() bool {
	switch {
	case s.slot.Close():
		return true
	case s.sorting != nil:
		s.leaveSorting()
		return true
	case s.inside:
		s.outOfDetail()
		s.explain()
		return true
	case s.lint.on():
		s.lint = linting{}
		s.plant()
		s.explain()
		return true
	}
	if len(s.marked) > 0 {
		clear(s.marked)
		return true
	}
	return false
}

// Entries are the screen's keys, or those of the open part.
func (s *Screen) Entries() []keys.Entry { return s.slot.Entries(s.table().Entries()) }

// Footer are those that matter most.
func (s *Screen) Footer() []keys.Entry { return s.slot.Footer(s.table().Footer()) }

// table is the keys at work: those of the tree, of the detail, or of a split.
func (s *Screen) table() *screen.Keys[keys.Intent] {
	switch {
	case s.sorting != nil:
		return &s.sorting.keys
	case s.inside:
		return &s.spotKeys
	}
	return &s.keys
}

// Run does what a key of a row would; where the key itself matters, it is asked for.
func (s *Screen) Run(index int) tea.Cmd {
	intent, ok := s.table().Pick(index)
	if !ok {
		return nil
	}
	switch {
	case s.sorting != nil:
		return s.sortFollow(intent, "")
	case s.inside:
		s.spotFollow(intent)
		s.explain()
		return nil
	}
	cmd := s.follow(intent, "")
	s.explain()
	return cmd
}

// current is the code under the cursor, or nil.
func (s *Screen) current() *codebook.Code {
	if s.at >= len(s.rows) {
		return nil
	}
	return s.env.Study.Project().Code(s.rows[s.at])
}

// do makes a change, tells of it, and says whether it was made; a refusal is shown.
func (s *Screen) do(op codebook.Op) bool { return s.made(prompt.Do(s.env, op)) }

// quietly is do for those who tell of the change themselves.
func (s *Screen) quietly(op codebook.Op) bool { return s.made(s.env.Study.Do(op)) }

func (s *Screen) made(err error) bool {
	if err != nil {
		s.env.Object(err)
	}
	return err == nil
}
