package tui

import (
	"strings"

	"slices"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/tui/screen"
)

// front is the screen in front.
func (a *App) front() screen.Screen { return a.screens[a.name] }

// open brings a screen to the front; Esc there leads back to where we are.
func (a *App) open(r screen.Route) tea.Cmd {
	if _, ok := a.screens[r.To]; !ok {
		return nil
	}
	if r.To != a.name {
		a.trail = append(a.trail, a.name)
	}
	return a.show(r)
}

// visit brings a screen to the front for its function key. Esc there leads back
// to where we are; from the list of transcripts it leads nowhere further.
func (a *App) visit(name screen.Name) tea.Cmd {
	if name == a.name {
		return nil
	}
	a.trail = slices.DeleteFunc(append(a.trail, a.name), func(n screen.Name) bool { return n == name })
	if name == screen.Transcripts {
		a.trail = nil
	}
	r := screen.Route{To: name}
	if name == screen.Reader && a.reading == 0 {
		r.Passage.Transcript = a.lastRead()
	}
	return a.show(r)
}

// lastSetting keeps the id of the transcript that was opened last.
const lastSetting = "app/last-transcript"

// lastRead is the transcript that this coder opened last, else the first; 0 if there is none.
func (a *App) lastRead() codebook.No {
	all := a.study.Project().Transcripts()
	for _, t := range all {
		if t.ID.String() == a.study.Setting(lastSetting) {
			return t.No
		}
	}
	if len(all) > 0 {
		return all[0].No
	}
	return 0
}

// remember keeps which transcript the reader shows.
func (a *App) remember(r screen.Route) {
	if t := a.study.Project().Transcript(r.Passage.Transcript); r.To == screen.Reader && t != nil {
		a.reading = t.No
		a.study.Set(lastSetting, t.ID.String())
	}
}

func (a *App) show(r screen.Route) tea.Cmd {
	a.name = r.To
	a.remember(r)
	cmds := []tea.Cmd{a.tell(a.front(), screen.ResizedMsg{Area: a.area()})}
	if o, ok := a.front().(screen.Opener); ok {
		cmds = append(cmds, o.Open(r))
	}
	return tea.Batch(append(cmds, a.tell(a.front(), screen.ShownMsg{}))...)
}

// back goes back one step: within the screen, else to the screen before.
func (a *App) back() tea.Cmd {
	if a.front().Back() {
		return nil
	}
	if len(a.trail) == 0 {
		a.say(a.env.T("app.top-level"))
		return nil
	}
	a.name = a.trail[len(a.trail)-1]
	a.trail = a.trail[:len(a.trail)-1]
	return tea.Batch(a.tell(a.front(), screen.ResizedMsg{Area: a.area()}), a.tell(a.front(), screen.ShownMsg{}))
}

// tell gives a message to a screen; its wishes are granted by Update.
func (a *App) tell(s screen.Screen, msg tea.Msg) tea.Cmd { return s.Update(msg) }

// tellAll gives a message to every screen.
func (a *App) tellAll(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for _, name := range a.order {
		cmds = append(cmds, a.screens[name].Update(msg))
	}
	return tea.Batch(cmds...)
}

// grant grants what screens wished for, until they wish for nothing more.
func (a *App) grant() tea.Cmd {
	var cmds []tea.Cmd
	for wishes := a.env.Wishes(); len(wishes) > 0; wishes = a.env.Wishes() {
		for _, w := range wishes {
			cmds = append(cmds, a.grantOne(w))
		}
	}
	return tea.Batch(cmds...)
}

func (a *App) grantOne(w screen.Wish) tea.Cmd {
	switch w := w.(type) {
	case screen.Say:
		a.status = status{text: a.wording(w), warn: w.Warn}
	case screen.Go:
		if w.Route.To == screen.Help {
			return a.help()
		}
		return a.open(w.Route)
	case screen.Leave:
		return a.back()
	case screen.Undo:
		return a.undo()
	case screen.Redo:
		return a.redo()
	case screen.TakeBack:
		return a.takeBack(w.Action)
	case screen.Copy:
		return tea.SetClipboard(harmlessLines(w.Text))
	case screen.Bring:
		return a.bring(w.Paths)
	case screen.EditWords:
		return a.editWords(w)
	case screen.EditText:
		return a.editText(w.Transcript)
	}
	return nil
}

// harmlessLines makes what goes to the clipboard harmless, and leaves it its lines and
// its cells, which tabs keep apart.
func harmlessLines(s string) string {
	var b strings.Builder
	for s != "" {
		end := strings.IndexAny(s, "\n\t")
		if end < 0 {
			end = len(s)
		}
		b.WriteString(text.Harmless(s[:end]))
		if end < len(s) {
			b.WriteByte(s[end])
			end++
		}
		s = s[end:]
	}
	return b.String()
}

func (a *App) wording(w screen.Say) string {
	if w.Err != nil {
		return a.explain(w.Err)
	}
	return w.Text
}
