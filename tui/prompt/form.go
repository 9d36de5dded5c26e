package prompt

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/tui/keys"
	"fangtan/tui/screen"
)

// Input is one row of a [Form]: a [Line], a [Choice] or a [Text]. Its maker reads it when the form is accepted.
type Input interface {
	// name is the label.
	name() string
	// enter and exit give and take the keys.
	enter()
	exit()
	// update takes what the form has no use for itself, and says whether it was understood.
	update(msg tea.Msg) (bool, tea.Cmd)
	// written is the value as it is typed; rewrite brings back one that was written, unless it no longer fits.
	written() string
	rewrite(value string)
	// fault says why the value will not do, as a message; empty if it will.
	fault(env *screen.Env) string
	// tall says that the input may have more lines than one.
	tall() bool
	// draw gives at most height lines of width columns and, when focused, the cursor's place in them.
	draw(env *screen.Env, width, height int, focused bool) ([]string, *tea.Cursor)
}

// Form asks for several things at once.
type Form struct {
	env    *screen.Env
	title  string
	inputs []Input
	at     int
	keys   keys.Table[move]
	top    int    // first line shown at the last Draw
	draft  *draft // nil in a form that keeps none
}

// move is what a key means to a Form.
type move uint8

const (
	onward move = iota + 1
	next
	previous
	accept
	abandon
	discard
)

// NewForm makes a form; the first input has the keys.
func NewForm(env *screen.Env, title string, inputs ...Input) *Form {
	f := &Form{env: env, title: title, inputs: inputs}
	inText := func() bool { return f.inputs[f.at].tall() }
	inLine := func() bool { return !inText() }
	amongOthers := func() bool { return inText() && len(inputs) > 1 } // where Enter does not lead on
	changed := f.changed
	const group = "prompt.filling"
	f.keys = keys.Table[move]{
		{Keys: []string{"enter"}, Intent: onward, Help: "prompt.onward", Group: group, Footer: true, On: inLine, Why: "prompt.new-line"},
		{Keys: []string{"tab"}, Intent: next, Help: "prompt.next", Group: group, Footer: true, On: amongOthers, Why: "prompt.new-line"},
		{Keys: []string{"tab"}, Intent: next},
		{Keys: []string{"shift+tab"}, Intent: previous, Help: "prompt.previous", Group: group},
		{Keys: []string{"down"}, Intent: next, On: inLine, Why: "prompt.new-line"},
		{Keys: []string{"up"}, Intent: previous, On: inLine, Why: "prompt.new-line"},
		{Keys: []string{"ctrl+s"}, Intent: accept, Help: "prompt.accept", Group: group, Footer: true},
		{Keys: []string{"esc"}, Intent: abandon, Help: "prompt.put-aside", Group: group, Footer: true, On: changed, Why: "prompt.no-draft"},
		{Keys: []string{"esc"}, Intent: abandon, Help: "prompt.leave", Group: group, Footer: true, On: func() bool { return !changed() }, Why: "prompt.no-draft"},
		{Keys: []string{"ctrl+x"}, Intent: discard, Help: "prompt.discard", Group: group, Footer: true, On: changed, Why: "prompt.no-draft"},
	}
	inputs[0].enter()
	return f
}

// Update takes a key or paste.
func (f *Form) Update(msg tea.Msg) (Result, tea.Cmd) {
	key, ok := msg.(tea.KeyPressMsg)
	if ok {
		if row, state := f.keys.Match("", key.String()); state == keys.Hit {
			f.spare(row.Intent)
			return f.follow(row.Intent), nil
		}
	}
	f.spare(0)
	understood, cmd := f.inputs[f.at].update(msg)
	f.store()
	if ok && !understood {
		f.env.Useless(key)
	}
	return Open, cmd
}

func (f *Form) follow(m move) Result {
	switch m {
	case onward:
		if f.at == len(f.inputs)-1 {
			return f.accept()
		}
		f.step(1)
	case next:
		f.step(1)
	case previous:
		f.step(-1)
	case accept:
		return f.accept()
	case abandon:
		return f.abandon()
	case discard:
		return f.discard()
	}
	return Open
}

// spare takes the threat back that a draft will be thrown away, unless the key for it came again.
func (f *Form) spare(m move) {
	if f.draft != nil && m != discard {
		f.draft.doomed = false
	}
}

// step goes to a neighbour, round the ends; a value that will not do holds the keys.
func (f *Form) step(by int) {
	if why := f.inputs[f.at].fault(f.env); why != "" {
		f.env.Warn(why)
		return
	}
	f.focus((f.at + by + len(f.inputs)) % len(f.inputs))
}

func (f *Form) focus(i int) {
	f.inputs[f.at].exit()
	f.at = i
	f.inputs[i].enter()
}

// accept takes the values, unless one will not do: then the keys go there.
func (f *Form) accept() Result {
	for i, in := range f.inputs {
		if why := in.fault(f.env); why != "" {
			f.focus(i)
			f.env.Warn(why)
			return Open
		}
	}
	return Accepted
}

// Entries are the keys.
func (f *Form) Entries() []keys.Entry { return f.keys.Entries(f.env.Words) }

// Footer are those that matter most.
func (f *Form) Footer() []keys.Entry { return f.keys.Footer(f.env.Words) }

// The size of a form's box and of its parts.
const (
	formWidth  = 84
	labelWidth = 16
	fewLines   = 3  // of the text that has the keys, at least
	manyLines  = 5  // of any text, at most
	pageLines  = 14 // of a text that is alone, at most
)

// Draw gives the labels and inputs, scrolled so that the one with the keys is in sight.
func (f *Form) Draw(a screen.Area) Box {
	r, t := f.env.Ruler, f.env.Theme
	width := inner(a, formWidth)
	labels := 0
	for _, in := range f.inputs {
		labels = max(labels, r.Width(in.name()))
	}
	labels = min(labels, labelWidth, width/3)
	room := max(1, a.Height-EdgeHeight)
	share := f.share(room)
	var lines []string
	var cursor *tea.Cursor
	first, last := 0, 0
	for i, in := range f.inputs {
		focused := i == f.at
		height := share
		if focused {
			height = max(share, fewLines)
		}
		drawn, at := in.draw(f.env, width-labels-2, height, focused)
		if focused {
			first, last = len(lines), len(lines)+len(drawn)-1
			cursor = tea.NewCursor(at.X+labels+2, at.Y+first)
		}
		for j, line := range drawn {
			label := ""
			if j == 0 {
				label = in.name()
			}
			style := t.Dim
			if focused {
				style = t.Heading
			}
			lines = append(lines, style.Render(r.Fit(label, labels))+"  "+line)
		}
	}
	f.top = max(0, min(f.top, first, len(lines)-room), last-room+1)
	lines = lines[f.top:min(f.top+room, len(lines))]
	cursor.Y -= f.top
	return Frame(f.env, f.title, lines, width, cursor)
}

// share is how many lines each tall input has.
func (f *Form) share(room int) int {
	tall := 0
	for _, in := range f.inputs {
		if in.tall() {
			tall++
		}
	}
	if tall == 0 {
		return 1
	}
	most := manyLines
	if len(f.inputs) == 1 {
		most = pageLines
	}
	return max(1, min((room-len(f.inputs)+tall)/tall, most))
}
