package tui

import (
	"strconv"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/bring"
	"fangtan/tui/screen"
)

// importing is the import dialogue while it is open.
type importing struct {
	dialog    *bring.Dialog
	proposals []Proposal
	reading   *reading
}

// reading is a preview that a command is making. Its numbers are written by the
// command and read by the desk.
type reading struct {
	done, total atomic.Int64
	stopped     atomic.Bool
}

// glance is how often the progress of a reading is looked at.
const glance = 100 * time.Millisecond

type (
	proposalsReadMsg struct {
		of        *reading
		proposals []Proposal
		err       error
	}
	glanceMsg struct{ of *reading }
)

// bring opens the import dialogue, with paths that were dropped or without.
func (a *App) bring(paths []string) tea.Cmd {
	if _, ok := a.port.(Importer); !ok || a.study.ReadOnly() {
		a.warn(a.env.T("app.import-read-only"))
		return nil
	}
	a.status = status{} // the footer has the dialogue's keys
	a.importing = &importing{dialog: bring.New(a.env, paths)}
	if len(paths) == 0 {
		return nil
	}
	return a.read(paths)
}

// read makes the preview behind the screen.
func (a *App) read(paths []string) tea.Cmd {
	r := &reading{}
	a.importing.reading = r
	importer := a.port.(Importer)
	return tea.Batch(look(r), func() tea.Msg {
		proposals, err := importer.Preview(paths, func(done, total int) {
			r.done.Store(int64(done))
			r.total.Store(int64(total))
		}, r.stopped.Load)
		return proposalsReadMsg{r, proposals, err}
	})
}

func look(r *reading) tea.Cmd {
	return tea.Tick(glance, func(time.Time) tea.Msg { return glanceMsg{r} })
}

// progress shows how far a reading is.
func (a *App) progress(msg glanceMsg) tea.Cmd {
	if a.importing == nil || a.importing.reading != msg.of {
		return nil
	}
	a.importing.dialog.SetProgress(int(msg.of.done.Load()), int(msg.of.total.Load()))
	return look(msg.of)
}

// proposed shows what a reading found, unless the dialogue was left meanwhile.
func (a *App) proposed(msg proposalsReadMsg) tea.Cmd {
	if a.importing == nil || a.importing.reading != msg.of {
		return nil
	}
	a.importing.reading = nil
	if msg.err != nil {
		a.failed(msg.err)
		a.importing.dialog.Retry()
		return nil
	}
	a.importing.proposals = msg.proposals
	files := make([]bring.File, len(msg.proposals))
	for i := range msg.proposals {
		files[i] = a.preview(&msg.proposals[i])
	}
	a.importing.dialog.SetPreview(files)
	return nil
}

func (a *App) preview(p *Proposal) bring.File {
	f := bring.File{File: p.File, Warnings: p.Warnings}
	if p.Add == nil {
		err := p.Err
		if err == nil { // left out because it is in the study already
			err = &codebook.Objection{Thing: codebook.ThingTranscript, Name: p.Twin, Reason: codebook.ErrDuplicate}
		}
		f.Refusal = a.explain(err)
		return f
	}
	row := &p.Add.Row
	f.Title, f.Group, f.Turns, f.Characters = row.Title, row.Group, int(row.Turns), int(row.Chars)
	for i := range row.Speakers {
		f.Speakers = append(f.Speakers, bring.Speaker{Name: row.Speakers[i].Shown(), Role: row.Speakers[i].Role})
	}
	return f
}

// pressImport gives a key or a paste to the dialogue and does what it decides.
func (a *App) pressImport(msg tea.Msg) tea.Cmd {
	result, cmd := a.importing.dialog.Update(msg)
	switch result.State {
	case bring.Read:
		return tea.Batch(cmd, a.read(result.Paths))
	case bring.Take:
		a.takeIn(result.Takes)
	case bring.Left:
		if r := a.importing.reading; r != nil {
			r.stopped.Store(true)
		}
		a.importing = nil
	}
	return cmd
}

// takeIn brings the chosen files in as one action.
func (a *App) takeIn(takes []bring.Taken) {
	batch := &codebook.Batch{Name: importKind, Names: []string{strconv.Itoa(len(takes))}}
	for _, t := range takes {
		add := *a.importing.proposals[t.File].Add
		add.Row.Group = t.Group
		batch.Ops = append(batch.Ops, &add)
	}
	a.importing = nil
	if err := a.study.Do(batch); err != nil {
		a.failed(err)
		return
	}
	a.say(a.env.T("app.imported", "Count", len(takes)))
}

// importKind is what the journal calls an import.
const importKind = "import"

func (a *App) overlayImport(lines []string) ([]string, *tea.Cursor) {
	box := a.importing.dialog.Draw(a.area())
	x, y := max(0, (a.width-box.Width)/2), a.frameTop()
	if box.Cursor != nil {
		box.Cursor.X, box.Cursor.Y = box.Cursor.X+x, box.Cursor.Y+y
	}
	return a.env.Ruler.Overlay(lines, box.Lines, x, y), box.Cursor
}

// reload reads a study again that is open read-only while another process writes.
func (a *App) reload() tea.Cmd {
	r, ok := a.port.(Reloader)
	if !ok || !a.study.ReadOnly() {
		a.say(a.env.T("app.reload-live"))
		return nil
	}
	return func() tea.Msg { return reloadedMsg{r.Reload()} }
}

type reloadedMsg struct{ err error }

// reloaded shows what was read.
func (a *App) reloaded(msg reloadedMsg) tea.Cmd {
	if msg.err != nil {
		a.failed(msg.err)
		return nil
	}
	a.say(a.env.T("app.reloaded", "Time", a.asOf()))
	return a.tellAll(screen.StudyChangedMsg{Revision: a.study.Project().Revision()})
}
