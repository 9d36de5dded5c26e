package journal

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/locale"
	"fangtan/tui/prompt"
	"fangtan/tui/screen"
	"fangtan/tui/wording"
)

// weighedMsg brings what going back to an action would change.
type weighedMsg struct {
	revision uint64 // of the study for which that is so
	to       codebook.Header
	actions  int
	since    codebook.Patch
	err      error
}

// weigh asks what going back to the action under the cursor would change.
func (s *Screen) weigh() tea.Cmd {
	to, _ := s.here()
	headers := s.listed.book.headers
	actions := int(headers[len(headers)-1].No - to.No)
	if actions == 0 {
		s.env.Warn(s.env.T("journal.nothing-since"))
		return nil
	}
	record, revision := s.env.Study.Journal(), s.env.Study.Project().Revision()
	return func() tea.Msg {
		since, err := record.Since(to.No)
		return weighedMsg{revision, to, actions, since, err}
	}
}

// weighed shows what going back would change and asks whether.
func (s *Screen) weighed(msg weighedMsg) {
	switch {
	case msg.err != nil:
		s.env.Object(msg.err)
		return
	case msg.revision != s.env.Study.Project().Revision() || s.slot.Open():
		return // something was done meanwhile
	case msg.since.Empty():
		s.env.Warn(s.env.T("journal.same-as-now"))
		return
	}
	back := msg.since.Inverse()
	q := prompt.Question{
		Title: s.env.T("journal.undo-to-title"),
		Text: s.env.T("journal.undo-to-text", "No", msg.to.No, "What", wording.Describe(s.env.Words, msg.to),
			"Count", locale.Number(msg.actions), "PluralCount", msg.actions),
		Lines: append(wording.Extent(s.env.Words, back.Extent()), "", s.env.T("journal.undo-to-one")),
		Yes:   s.env.T("journal.undo-to-yes"), No: s.env.T("journal.undo-to-no"),
	}
	s.slot.Ask(prompt.NewConfirm(s.env, q), func() error {
		return prompt.Do(s.env, &codebook.Rewind{To: msg.to.No, Actions: msg.actions, Patch: msg.since})
	})
}

// takeBack wants the action under the cursor taken back alone.
func (s *Screen) takeBack() {
	h, _ := s.here()
	switch {
	case s.fate().Standing == codebook.Undone:
		s.env.Warn(s.env.T("app.undone-already"))
	case h.Kind == codebook.KindUndo || h.Kind == codebook.KindRedo || h.Kind == codebook.KindNew:
		s.env.Warn(s.env.T("app.not-undoable"))
	default:
		s.env.Wish(screen.TakeBack{Action: h.No})
	}
}

// openPlace goes to where the action was done, if it is still there.
func (s *Screen) openPlace() {
	h, _ := s.here()
	if s.pane.look.no != h.No || s.pane.look.place.To == "" {
		s.env.Warn(s.env.T("journal.no-place"))
		return
	}
	s.env.Wish(screen.Go{Route: s.pane.look.place})
}
