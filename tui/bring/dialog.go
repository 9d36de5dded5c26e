package bring

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/tui/cell"
	"fangtan/tui/field"
	"fangtan/tui/keys"
	"fangtan/tui/screen"
)

// File is a file that could come in, or cannot.
type File struct {
	File       string // as it would be called in the study
	Title      string
	Group      codebook.No // proposed, 0 for none
	Turns      int
	Characters int
	Speakers   []Speaker
	Warnings   []string // in the language of the interface
	Refusal    string   // why it cannot come in; empty if it can
}

// Speaker is somebody who speaks in a file.
type Speaker struct {
	Name string
	Role text.Role
}

// State is what a Result is about.
type State uint8

// The states.
const (
	Open State = iota // nothing is decided
	Read              // Paths are to be read
	Take              // Takes are to be brought in
	Left              // the person has left
)

// Result is what came of a message.
type Result struct {
	State State
	Paths []string
	Takes []Taken
}

// Taken is a file that is to come in: its index among those of SetPreview, and the group chosen for it.
type Taken struct {
	File  int
	Group codebook.No
}

// stage is where the dialogue is.
type stage uint8

const (
	asking stage = iota
	waiting
	choosing
)

// Dialog is the dialogue.
type Dialog struct {
	env   *screen.Env
	stage stage
	keys  [choosing + 1]keys.Table[keys.Intent]

	field field.Field

	started     int64 // when the reading began, in Unix milliseconds
	now         int64
	done, total int

	files   []File
	order   []int // files as listed: those that can come in, then the others
	taken   []bool
	at, top int
	page    int // rows shown at the last Draw

	measured int // the width that the columns were measured for, 0 when they have to be measured anew
	widths   []cell.Column
}

// New makes a dialogue. With paths it waits for them to be read, and asks for them again on [Dialog.Retry]; without, it asks.
func New(env *screen.Env, paths []string) *Dialog {
	d := &Dialog{env: env, page: 10}
	d.field.Placeholder = env.T("bring.placeholder")
	d.keys = d.bindings()
	if len(paths) > 0 {
		d.field.SetValue(Typed(paths))
		d.wait()
	}
	return d
}

func (d *Dialog) wait() {
	d.stage, d.done, d.total = waiting, 0, 0
	d.started = d.env.Study.Now()
	d.now = d.started
}

// SetProgress says how many of the files are read.
func (d *Dialog) SetProgress(done, total int) {
	d.done, d.total, d.now = done, total, d.env.Study.Now()
}

// SetPreview says what the files hold. All that can come in are taken until somebody says otherwise.
func (d *Dialog) SetPreview(files []File) {
	d.stage, d.files, d.at, d.top = choosing, files, 0, 0
	d.measured = 0
	d.taken, d.order = make([]bool, len(files)), nil
	var others []int
	for i := range files {
		if files[i].Refusal != "" {
			others = append(others, i)
			continue
		}
		d.taken[i] = true
		d.order = append(d.order, i)
	}
	d.order = append(d.order, others...)
}

// Retry goes back to asking for paths, when they could not be read at all.
func (d *Dialog) Retry() { d.stage = asking }

// Update takes a key or paste.
func (d *Dialog) Update(msg tea.Msg) (Result, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return d.press(msg), nil
	case tea.PasteMsg:
		if d.stage == asking {
			d.paste(msg.Content)
		} else {
			d.env.Warn(d.env.T("app.paste-nowhere"))
		}
	}
	return Result{}, nil
}

// paste puts dropped or copied paths into the field, behind those that are there.
func (d *Dialog) paste(content string) {
	if value := d.field.Value(); value != "" && !strings.HasSuffix(value, " ") && len(Paths(content)) > 0 && rooted(content) {
		content = " " + content
	}
	d.field.Update(tea.PasteMsg{Content: strings.TrimRight(content, "\r\n")})
}

func (d *Dialog) press(key tea.KeyPressMsg) Result {
	name := keys.Normalize(key)
	if d.stage == asking {
		name = key.String()
	}
	row, state := d.keys[d.stage].Match("", name)
	switch {
	case state == keys.Hit:
		return d.follow(row.Intent)
	case state == keys.Off:
		d.env.Warn(d.env.T(row.Why))
	case d.stage != asking || !d.field.Update(key):
		d.env.Useless(key)
	}
	return Result{}
}

// Entries are the keys of the stage.
func (d *Dialog) Entries() []keys.Entry { return d.keys[d.stage].Entries(d.env.Words) }

// Footer are those that matter most.
func (d *Dialog) Footer() []keys.Entry { return d.keys[d.stage].Footer(d.env.Words) }
