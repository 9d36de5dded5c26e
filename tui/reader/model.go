package reader

import (
	tea "charm.land/bubbletea/v2"
	"slices"

	"fangtan/codebook"
	"fangtan/tui/keys"
	"fangtan/tui/picker"
	"fangtan/tui/screen"
)

// mode is what keys without a panel mean.
type mode uint8

const (
	modeReading mode = iota
	modeFree         // a free selection: moving makes it longer
	modeKeys         // letters are codes
	modeEnds         // the ends of a coding are being changed
)

// Reader is the screen in which transcripts are read: one, or two side by side. Make it with New.
type Reader struct {
	*side         // the one with the focus: keys act on it
	sides []*side // one or two, from left to right

	tables  [4]keys.Table[intent] // by mode
	pending string                // the first key of a sequence
	area    screen.Area

	wanted  request // what is being opened, until its text is there
	former  former  // what was open until its text was changed
	failure error   // why it could not be

	mode  mode
	panel panel           // in front of the text, has all keys; nil for none
	ends  codebook.Coding // whose ends are being changed
	steps []keyed         // where code keys coded, for taking them back
	drag  drag

	counts    counts
	advice    advice
	catalogue picker.Catalogue
}

// panel is something in front of the text: the picker, a field, a list.
type panel interface {
	// take gets every key and paste while the panel is open; it closes itself with r.close.
	take(r *Reader, msg tea.Msg) tea.Cmd
	// draw gives its lines and where they stand.
	draw(r *Reader) overlay
	// leave closes it with nothing chosen.
	leave(r *Reader)
	// footer lists its keys, if it does not show them itself.
	footer() []keys.Entry
}

// New makes a reader with nothing in it.
func New(env *screen.Env) *Reader {
	s := &side{desk: &desk{env: env}}
	r := &Reader{side: s, sides: []*side{s}}
	reading := r.bindings()
	r.tables = [4]keys.Table[intent]{reading, reading, keysBindings(), endsBindings()}
	return r
}

// Update takes a message; then the view follows the selection and the frame is made anew if it has to be.
func (r *Reader) Update(msg tea.Msg) tea.Cmd {
	cmd := r.take(msg)
	return tea.Batch(cmd, r.settle())
}

func (r *Reader) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		r.touched = true
		return r.press(msg)
	case tea.PasteMsg:
		if r.panel != nil {
			r.dirty = true
			return r.panel.take(r, msg)
		}
		r.warn("reader.paste")
	case tea.MouseMsg:
		r.mouse(msg)
		r.touched = true
	case screen.ResizedMsg:
		r.resize(msg.Area)
	case screen.SurroundingsChangedMsg:
		r.canvas.brushes, r.dirty = nil, true
		for _, s := range r.sides {
			s.resume()
		}
	case screen.StudyChangedMsg:
		return r.retake()
	case screen.ShownMsg:
		r.dirty = true
	case screen.TextReadMsg:
		r.textRead(msg)
	case countedMsg:
		r.counted(msg)
	case advisedMsg:
		r.advised(msg)
	case picker.CountedMsg:
		r.catalogue.Counted(msg)
		r.dirty = true
	}
	return nil
}

// press gives a key to who has the keys now.
func (r *Reader) press(msg tea.KeyPressMsg) tea.Cmd {
	if r.panel != nil {
		r.dirty = true
		return r.panel.take(r, msg)
	}
	key := keys.Normalize(msg)
	if key == "esc" {
		if !r.Back() {
			r.env.Wish(screen.Leave{})
		}
		return nil
	}
	if r.doc == nil {
		r.warn("reader.no-transcript")
		return nil
	}
	if r.mode == modeKeys && r.codeKey(key) {
		return nil
	}
	row, state := r.tables[r.mode].Match(r.pending, key)
	r.pending = ""
	switch state {
	case keys.Waiting:
		r.pending = key
	case keys.Hit:
		return r.do(row.Intent, key)
	case keys.Off:
		r.warn(row.Why)
	case keys.None:
		r.warn(nowhere[r.mode], "Key", keys.Label(key, r.env.Words))
	}
	return nil
}

// nowhere says why a key means nothing in a mode.
var nowhere = [4]string{"app.no-such-key", "app.no-such-key", "reader.keys-only", "reader.ends-first"}

func (r *Reader) do(i intent, key string) tea.Cmd {
	r.dirty = true
	if i == doPin {
		r.pin(key)
		return nil
	}
	return acts[i](r)
}

// Run does what the binding with this index would.
func (r *Reader) Run(index int) tea.Cmd {
	if index < 0 || index >= len(r.tables[modeReading]) {
		return nil
	}
	row := r.tables[modeReading][index]
	switch {
	case r.doc == nil:
		r.warn("reader.no-transcript")
		return nil
	case !row.Live():
		r.warn(row.Why)
		return nil
	case row.Intent == doPin:
		r.warn("reader.pin-how")
		return nil
	}
	if r.panel != nil {
		r.panel.leave(r)
	}
	return tea.Batch(r.do(row.Intent, ""), r.settle())
}

// Back leaves the innermost state: a panel, a mode, the marks of a search.
func (r *Reader) Back() bool {
	r.dirty, r.pending = true, ""
	switch {
	case r.panel != nil:
		r.panel.leave(r)
	case r.mode == modeFree:
		r.free()
	case r.mode == modeEnds:
		r.mode = modeReading
		r.pick(int(r.ends.Start), int(r.ends.End))
		r.say("reader.ends-left")
	case r.mode == modeKeys:
		r.toggleCodeKeys()
	case r.seek.query != "":
		r.seek = seek{}
	case len(r.sides) > 1:
		r.alone()
	default:
		return false
	}
	return true
}

// close takes the panel away.
func (r *Reader) close() { r.panel, r.dirty = nil, true }

// Typing says that letters are text or codes, not commands.
func (r *Reader) Typing() bool { return r.panel != nil || r.mode == modeKeys }

// Entries lists the reader's keys.
func (r *Reader) Entries() []keys.Entry { return r.tables[modeReading].Entries(r.env.Words) }

// Modes lists the keys of code keys, of changing ends and of the overview.
func (r *Reader) Modes() []keys.Entry {
	return slices.Concat(r.tables[modeKeys].Entries(r.env.Words), r.tables[modeEnds].Entries(r.env.Words), overviewBindings().Entries(r.env.Words))
}

// Footer lists the keys that matter most now.
func (r *Reader) Footer() []keys.Entry {
	switch {
	case r.doc == nil:
		return nil
	case r.panel != nil:
		return r.panel.footer()
	}
	return r.tables[r.mode].Footer(r.env.Words)
}
