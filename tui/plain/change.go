package plain

import (
	"fangtan/codebook"
	"fangtan/tui/wording"
)

// do makes a change and writes it; it says why if that cannot be.
func (s *Session) do(op codebook.Op) bool {
	if s.cannot() {
		return false
	}
	action, err := s.desk.Project().Do(op, s.stamp())
	if err != nil {
		s.object(err)
		return false
	}
	return s.commit(action)
}

// cannot says that nothing can be changed, and why.
func (s *Session) cannot() bool {
	why := s.desk.ReadOnly()
	if why != "" {
		s.say(s.t(why))
	}
	return why != ""
}

func (s *Session) stamp() codebook.Stamp {
	return codebook.Stamp{ID: s.desk.NewID(), Coder: s.desk.Coder(), Time: s.desk.Now()}
}

// commit writes an action that is made in memory; what cannot be written is taken
// back there too.
func (s *Session) commit(a codebook.Action) bool {
	a.No = s.desk.LastAction() + 1
	err := s.desk.Commit([]codebook.Action{a})
	if err == nil {
		return true
	}
	type partly interface{ WasSaved(codebook.ID) bool }
	if p, ok := err.(partly); !ok || !p.WasSaved(a.ID) {
		if back := s.desk.Project().Retract(&a); back != nil {
			s.object(back)
		}
	}
	s.object(err)
	return false
}

func (s *Session) undo(string) { s.turnBack(codebook.KindUndo) }
func (s *Session) redo(string) { s.turnBack(codebook.KindRedo) }

// turned are the messages for what undo and redo did.
var turned = map[string]struct{ done, nothing string }{
	codebook.KindUndo: {"app.undo-done", "app.nothing-to-undo"},
	codebook.KindRedo: {"app.redo-done", "app.nothing-to-redo"},
}

// turnBack undoes or redoes the last action, as the journal has it.
func (s *Session) turnBack(kind string) {
	if s.cannot() {
		return
	}
	history, err := s.desk.History()
	if err != nil {
		s.object(err)
		return
	}
	action, ok := history.Undo()
	reverses := action
	if kind == codebook.KindRedo {
		action, reverses, ok = history.Redo()
	}
	if !ok {
		s.say(s.t(turned[kind].nothing))
		return
	}
	entry, err := s.desk.Entry(action)
	if err != nil {
		s.object(err)
		return
	}
	patch, header := entry.Patch, entry.Header
	if kind == codebook.KindUndo {
		patch = patch.Inverse()
	}
	header.No = reverses
	done, err := s.desk.Project().Revert(kind, header, patch, s.stamp())
	if err != nil {
		s.object(err)
		return
	}
	if s.commit(done) {
		s.say(s.t(turned[kind].done, "What", wording.Describe(s.words, entry.Header)))
	}
}
