package tui

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/screen"
)

// WordsEditor is a port that can have words changed in the user's own editor.
type WordsEditor interface {
	// EditWords lays words out to be edited, in a file of that name.
	EditWords(name, words string) (WordsEdit, error)
}

// WordsEdit is words that are out to be edited.
type WordsEdit interface {
	// Run is the command that gives the terminal to the editor; done makes a
	// message of how it ended.
	Run(done func(error) tea.Msg) tea.Cmd
	// Result takes the words back. Words that were not changed are an error.
	Result(ran error) (string, error)
}

// The stages of words that are out; each message carries what it is of.
type (
	wordsLaidOutMsg struct {
		of   codebook.ID
		edit WordsEdit
		err  error
	}
	wordsLeftMsg struct {
		of   codebook.ID
		edit WordsEdit
		err  error
	}
	wordsReadMsg struct {
		of    codebook.ID
		words string
		err   error
	}
)

// editWords lays words out for the user's own editor.
func (a *App) editWords(w screen.EditWords) tea.Cmd {
	port, ok := a.port.(WordsEditor)
	switch {
	case !ok || a.study.ReadOnly():
		a.warn(a.env.T("memos.no-editor"))
		return nil
	case a.editing != nil || a.importing != nil:
		a.warn(a.env.T("edit.busy"))
		return nil
	}
	return func() tea.Msg {
		edit, err := port.EditWords(w.Name, w.Words)
		return wordsLaidOutMsg{w.Of, edit, err}
	}
}

// tookWords takes the messages of words that are out, or says that msg is none.
func (a *App) tookWords(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case wordsLaidOutMsg:
		if msg.err != nil {
			a.failed(msg.err)
			return nil, true
		}
		return msg.edit.Run(func(err error) tea.Msg { return wordsLeftMsg{msg.of, msg.edit, err} }), true
	case wordsLeftMsg:
		return func() tea.Msg {
			words, err := msg.edit.Result(msg.err)
			return wordsReadMsg{msg.of, words, err}
		}, true
	case wordsReadMsg:
		if msg.err != nil {
			a.failed(msg.err)
			return nil, true
		}
		return a.tellAll(screen.WordsEditedMsg{Of: msg.of, Words: msg.words}), true
	}
	return nil, false
}
