package tui

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/prompt"
	"fangtan/tui/screen"
	"fangtan/tui/wording"
)

// Editor is a port that can have a transcript's text changed in the user's own editor.
type Editor interface {
	// Edit lays the text of a transcript out to be edited.
	Edit(transcript codebook.No) (Edit, error)
}

// Edit is a text that is out to be edited.
type Edit interface {
	// Run is the command that gives the terminal to the editor; done makes a
	// message of how it ended. It is called in Update.
	Run(done func(error) tea.Msg) tea.Cmd
	// Result takes the text back, as it was and as the op that would change it. The
	// new text is on disk before the op is done.
	Result(ran error) (op *codebook.EditTranscript, before string, err error)
	// Settle moves along what other coders remember of the text, once the op is done.
	Settle(op *codebook.EditTranscript) error
}

// editing is the change of a text from the key to the answer. The messages of an
// earlier one are stale.
type editing struct {
	transcript codebook.No
	edit       Edit
	op         *codebook.EditTranscript
	panel      *prompt.Confirm // once it is known what would change
}

type (
	editLaidOutMsg struct {
		of   *editing
		edit Edit
		err  error
	}
	editorLeftMsg struct {
		of  *editing
		err error
	}
	editReadMsg struct {
		of     *editing
		op     *codebook.EditTranscript
		before string
		err    error
	}
	editSettledMsg struct{ err error }
)

// editText begins to edit the text of a transcript.
func (a *App) editText(transcript codebook.No) tea.Cmd {
	port, ok := a.port.(Editor)
	switch {
	case !ok || a.study.ReadOnly():
		a.warn(a.env.T("edit.cannot"))
		return nil
	case a.editing != nil || a.importing != nil || a.study.writer.busy():
		a.warn(a.env.T("edit.busy"))
		return nil
	}
	e := &editing{transcript: transcript}
	a.editing = e
	return func() tea.Msg {
		edit, err := port.Edit(transcript)
		return editLaidOutMsg{e, edit, err}
	}
}

// tookEdit takes the messages of an edit, or says that msg is none.
func (a *App) tookEdit(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case editLaidOutMsg:
		return a.laidOut(msg), true
	case editorLeftMsg:
		a.say(a.env.T("edit.reading"))
		return func() tea.Msg {
			op, before, err := msg.of.edit.Result(msg.err)
			return editReadMsg{msg.of, op, before, err}
		}, true
	case editReadMsg:
		a.status = status{}
		a.editRead(msg)
		return nil, true
	case editSettledMsg:
		a.failed(msg.err)
		return nil, true
	}
	return nil, false
}

func (a *App) laidOut(msg editLaidOutMsg) tea.Cmd {
	if msg.err != nil {
		a.editing = nil
		a.failed(msg.err)
		return nil
	}
	msg.of.edit = msg.edit
	return msg.edit.Run(func(err error) tea.Msg { return editorLeftMsg{msg.of, err} })
}

// editRead asks whether to do what the editor left, listing what would be lost.
func (a *App) editRead(msg editReadMsg) {
	t := a.study.Project().Transcript(msg.of.transcript)
	if msg.err != nil || t == nil {
		a.editing = nil
		a.failed(msg.err)
		return
	}
	msg.of.op = msg.op
	msg.of.panel = prompt.NewConfirm(a.env, prompt.Question{
		Text: a.env.T("edit.question", "Title", t.Title), Lines: a.consequences(msg.op, msg.before),
		Yes: a.env.T("edit.apply"), No: a.env.T("edit.leave"), Harmless: true,
	})
}

// boxRows are the rows of the panel beside the codings lost.
const boxRows = 13

// consequences are what an edit would do, with as many of the codings lost as there is room for.
func (a *App) consequences(op *codebook.EditTranscript, before string) []string {
	study := a.study.Project()
	out := op.Outcome(study)
	lines := wording.Edited(a.env.Words, op, &out)
	lost := wording.LostCodings(a.env.Words, study, &out, before)
	if room := max(1, a.height-boxRows) / 2; len(lost) > room { // each may take two rows
		lost = append(lost[:room], a.env.T("edit.more-lost", "N", len(lost)-room))
	}
	return append(lines, lost...)
}

// pressEdit gives a key to the panel; Enter does the edit, Esc leaves all as it was.
// Until the panel is there keys wait for nothing.
func (a *App) pressEdit(msg tea.Msg) tea.Cmd {
	e := a.editing
	if e.panel == nil {
		return nil
	}
	result, cmd := e.panel.Update(msg)
	switch result {
	case prompt.Accepted:
		a.editing = nil
		return tea.Batch(cmd, a.doEdit(e))
	case prompt.Left:
		a.editing = nil
		a.say(a.env.T("edit.unchanged"))
	}
	return cmd
}

// doEdit does the edit and moves this coder's place along.
func (a *App) doEdit(e *editing) tea.Cmd {
	if err := a.study.Do(e.op); err != nil {
		a.failed(err)
		return nil
	}
	a.study.movePlace(e.op)
	a.say(a.env.T("edit.done", "Title", a.study.Project().Transcript(e.transcript).Title))
	return func() tea.Msg { return editSettledMsg{e.edit.Settle(e.op)} }
}

// movePlace moves this coder's place in an edited transcript with its text.
func (s *study) movePlace(op *codebook.EditTranscript) {
	was, stood := s.places[op.Found.No]
	if !stood {
		return
	}
	at := func(offset uint32) uint32 { return uint32(op.Shift.Point(int(offset))) }
	s.places[op.Found.No] = screen.Place{At: at(was.At), Read: at(was.Read)}
	s.dirty = true
}

func (a *App) overlayEdit(lines []string) ([]string, *tea.Cursor) {
	return a.editing.panel.Draw(a.area()).Over(a.env.Ruler, lines, screen.Area{Width: a.width, Height: a.height})
}
