package screentest

import (
	"errors"
	"fmt"
	"slices"

	"fangtan/codebook"
	"fangtan/tui/screen"
)

// journal is what was done in a test's study, numbered from 1.
type journal []codebook.Action

// ErrNoAction is that the journal has no action of a number.
var ErrNoAction = errors.New("the journal has no such action")

// Journal is what was done so far.
func (s *Study) Journal() screen.Record { return slices.Clone(s.journal) }

// note numbers an action and writes it down.
func (s *Study) note(a *codebook.Action) {
	a.No = uint64(len(s.journal) + 1)
	s.journal = append(s.journal, *a)
}

// reversed is the entry that an undo or redo of an action reverses: the action, or
// the last undo of it.
func (s *Study) reversed(kind string, a *codebook.Action) uint64 {
	if kind == codebook.KindRedo {
		for _, undo := range slices.Backward(s.journal) {
			if undo.Kind == codebook.KindUndo && undo.Reverses == a.No {
				return undo.No
			}
		}
	}
	return a.No
}

// takeBack takes one action back alone.
func (s *Study) takeBack(no uint64) {
	a, err := s.journal.Action(no)
	if err == nil {
		a, err = s.P.Restore(a.Header, a.Patch, s.stamp())
	}
	if err != nil {
		panic(fmt.Sprintf("screentest: take back %d: %v", no, err))
	}
	s.note(&a)
}

// Headers gives the newest actions.
func (j journal) Headers(limit int) (headers []codebook.Header, err error) {
	for _, a := range slices.Backward(j) {
		if limit > 0 && len(headers) == limit {
			break
		}
		headers = append(headers, a.Header)
	}
	return headers, nil
}

// Action gives one action whole.
func (j journal) Action(no uint64) (codebook.Action, error) {
	if no == 0 || no > uint64(len(j)) {
		return codebook.Action{}, ErrNoAction
	}
	return j[no-1], nil
}

// Since is what all actions after one changed together.
func (j journal) Since(no uint64) (codebook.Patch, error) {
	if no > uint64(len(j)) {
		return codebook.Patch{}, ErrNoAction
	}
	var sum codebook.Sum
	for _, a := range j[no:] {
		sum.Add(&a.Patch)
	}
	return sum.Patch(), nil
}
