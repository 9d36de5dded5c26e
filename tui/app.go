package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"fangtan/codebook"
	"fangtan/tui/cell"
	"fangtan/tui/keys"
	"fangtan/tui/locale"
	"fangtan/tui/palette"
	"fangtan/tui/screen"
	"fangtan/tui/theme"
)

// The smallest terminal that the screens are made for.
const (
	MinWidth  = 60
	MinHeight = 16
)

// idle is how long places and settings may wait to be saved.
const idle = 2 * time.Second

// App is the root: the one tea.Model. It owns what surrounds the screens, grants
// their wishes, and writes what they change.
type App struct {
	port    Port
	study   *study
	env     *screen.Env
	screens map[screen.Name]screen.Screen
	order   []screen.Name
	name    screen.Name   // in front
	trail   []screen.Name // screens that Esc leads back to, the nearest last
	reading codebook.No   // the transcript that the reader shows, 0 for none
	opening screen.Route  // what to show first
	first   tea.Cmd       // what showing it asks for, where the size was known beforehand
	keys    keys.Table[intent]
	palette *palette.Palette
	status  status

	drawn         *tea.View // the frame, until something changes
	width, height int
	dark          bool
	profile       colorprofile.Profile
	environ       func(string) string
	leaving       bool   // as soon as all is written
	gone          bool   // all is written, the program ends
	wish          queued // an undo or redo that waits for the journal
	importing     *importing
	editing       *editing
	backups       backups
}

// status is the line at the bottom, in place of the footer until the next key.
type status struct {
	text string
	warn bool
}

// Options are what the root is told from outside.
type Options struct {
	Lang    string
	Environ func(string) string // looks up an environment variable
	Open    screen.Route        // what to open first

	// What is known of the terminal beforehand spares a first frame that would
	// have to be drawn again: its size in columns and lines, and its colours.
	Width, Height int
	Profile       colorprofile.Profile
}

// New makes the root with its screens.
func New(p Port, o Options) *App {
	a := &App{port: p, study: newStudy(p), dark: darkBy(o.Environ), environ: o.Environ, profile: o.Profile}
	if a.profile == colorprofile.Unknown {
		a.profile = colorprofile.ANSI256
	}
	a.env = &screen.Env{Study: a.study, Words: locale.Of(o.Lang), Ruler: cell.Wc()}
	a.env.Theme = theme.New(a.dark, theme.Profile(a.profile, a.environ))
	a.keys = a.bindings()
	a.furnish()
	a.opening = screen.Route{To: screen.Transcripts}
	if _, ok := a.screens[o.Open.To]; ok {
		a.trail = []screen.Name{screen.Transcripts}
		a.opening = o.Open
	}
	a.name = a.opening.To
	if o.Width > 0 && o.Height > 0 {
		a.first = tea.Batch(a.resize(tea.WindowSizeMsg{Width: o.Width, Height: o.Height}), a.grant())
	}
	return a
}

// darkBy guesses the background from COLORFGBG ("15;0": the last number is the
// background), until the terminal says more; without it, dark.
func darkBy(environ func(string) string) bool {
	value := environ("COLORFGBG")
	switch value[strings.LastIndexByte(value, ';')+1:] {
	case "7", "15":
		return false
	}
	return true
}

// Init asks for what the first frame can do without.
func (a *App) Init() tea.Cmd {
	return tea.Batch(a.first, tea.RequestBackgroundColor, a.readState(), a.readHistory())
}

// stateReadMsg and historyReadMsg bring what was read behind the first frame.
type (
	stateReadMsg struct {
		places   placesBy
		settings map[string]string
		err      error
	}
	idleMsg struct{}
)

// Update takes a message, then grants the wishes it led to and writes what it changed.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if a.knows(msg) {
		return a, nil
	}
	a.drawn = nil
	cmds := []tea.Cmd{a.take(msg), a.grant()}
	if a.study.changed {
		a.study.changed = false
		cmds = append(cmds, a.tellAll(screen.StudyChangedMsg{Revision: a.study.Project().Revision()}), a.grant())
	}
	return a, tea.Batch(append(cmds, a.study.writer.kick(a.port), a.depart())...)
}

// knows says that a message brings nothing new, so that the frame can stay.
func (a *App) knows(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.EnvMsg, tea.KeyboardEnhancementsMsg, tea.KeyReleaseMsg, tea.TerminalVersionMsg, tea.CapabilityMsg:
		return true
	case tea.WindowSizeMsg:
		return a.width == msg.Width && a.height == msg.Height
	case tea.ColorProfileMsg:
		return a.profile == msg.Profile
	case tea.BackgroundColorMsg:
		return a.dark == msg.IsDark()
	}
	return false
}

func (a *App) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return a.resize(msg)
	case tea.ColorProfileMsg:
		a.profile = msg.Profile
		return a.redress()
	case tea.BackgroundColorMsg:
		a.dark = msg.IsDark()
		return a.redress()
	case tea.ModeReportMsg:
		return a.measure(msg)
	case tea.KeyPressMsg:
		return a.press(msg)
	case tea.PasteMsg:
		return a.paste(msg)
	case tea.MouseMsg:
		return a.mouse(msg)
	case stateReadMsg:
		return a.restore(msg)
	case historyReadMsg:
		return a.learn(msg)
	case entryReadMsg:
		return a.reverse(msg)
	case oneReadMsg:
		return a.bringBack(msg)
	case inTheWayMsg:
		a.blocked(msg)
		return nil
	case actionsWrittenMsg:
		return a.written(msg)
	case stateSavedMsg:
		a.failed(msg.err)
		return nil
	case backedUpMsg:
		a.backedUp(msg)
		return nil
	case idleMsg:
		return tea.Batch(a.study.save(), a.backUpWhenDue(), wait())
	case leaveMsg:
		a.leaving = true
		return nil
	case proposalsReadMsg:
		return a.proposed(msg)
	case glanceMsg:
		return a.progress(msg)
	case reloadedMsg:
		return a.reloaded(msg)
	}
	if cmd, ok := a.tookEdit(msg); ok {
		return cmd
	}
	if cmd, ok := a.tookWords(msg); ok {
		return cmd
	}
	return a.tellAll(msg)
}

// resize gives the screens their room; with the first size the first one is shown.
func (a *App) resize(msg tea.WindowSizeMsg) tea.Cmd {
	first := a.width == 0
	a.width, a.height = msg.Width, msg.Height
	cmd := a.tellAll(screen.ResizedMsg{Area: a.area()})
	if !first {
		return cmd
	}
	return tea.Batch(cmd, a.show(a.opening))
}

// redress makes the theme anew.
func (a *App) redress() tea.Cmd {
	a.env.Theme = theme.New(a.dark, theme.Profile(a.profile, a.environ))
	return a.tellAll(screen.SurroundingsChangedMsg{})
}

// measure changes the ruler when the terminal says that it counts graphemes.
func (a *App) measure(msg tea.ModeReportMsg) tea.Cmd {
	if msg.Mode != ansi.ModeUnicodeCore || msg.Value.IsNotRecognized() {
		return nil
	}
	a.env.Ruler = cell.Grapheme()
	return a.tellAll(screen.SurroundingsChangedMsg{})
}

func (a *App) say(text string)  { a.status = status{text: text} }
func (a *App) warn(text string) { a.status = status{text: text, warn: true} }

// failed shows an error, if there is one.
func (a *App) failed(err error) {
	if err != nil {
		a.warn(a.explain(err))
	}
}

func (a *App) explain(err error) string {
	if ro, ok := err.(*readOnlyError); ok {
		return a.env.T(ro.reason)
	}
	return a.port.Explain(err, a.env.Words.Lang())
}

func wait() tea.Cmd { return tea.Tick(idle, func(time.Time) tea.Msg { return idleMsg{} }) }
