package storetest

import (
	"fmt"
	"slices"
	"testing"

	"fangtan/codebook"
)

// Memory is the twin of a store on disk: a list of actions. Opened again it makes
// the project anew by applying every patch from the first on.
type Memory struct {
	project *codebook.Project
	actions []codebook.Action
	texts   map[codebook.Hash]string
}

// NewMemory begins with an empty study.
func NewMemory(p *codebook.Project, founding codebook.Action) *Memory {
	founding.Kind, founding.Copy, founding.No = codebook.KindNew, p.Copy, 1
	founding.Patch = codebook.Patch{}
	return &Memory{project: p, actions: []codebook.Action{founding}, texts: map[codebook.Hash]string{}}
}

// Project is the study.
func (m *Memory) Project() *codebook.Project { return m.project }

// LastAction is the number of the newest action.
func (m *Memory) LastAction() uint64 { return uint64(len(m.actions)) }

// Commit keeps the actions.
func (m *Memory) Commit(actions ...codebook.Action) ([]uint64, error) {
	var nos []uint64
	for _, a := range actions {
		for h, s := range a.Patch.NewTexts {
			m.texts[h] = s
		}
		a.Patch.NewTexts = nil
		a.No = m.LastAction() + 1
		m.actions = append(m.actions, a)
		nos = append(nos, a.No)
	}
	return nos, nil
}

// Headers gives journal entries, newest first.
func (m *Memory) Headers(from uint64, limit int) ([]codebook.Header, error) {
	if from == 0 || from > m.LastAction() {
		from = m.LastAction()
	}
	var headers []codebook.Header
	for no := from; no > 0 && len(headers) < limit; no-- {
		headers = append(headers, m.actions[no-1].Header)
	}
	return headers, nil
}

// History is what can be undone and redone.
func (m *Memory) History() (*codebook.History, error) {
	h := codebook.NewHistory(m.project.Copy)
	for _, a := range m.actions {
		h.Push(a.Header)
	}
	return h, nil
}

// Patch gives what an action changed.
func (m *Memory) Patch(no uint64) (codebook.Patch, error) {
	if no == 0 || no > m.LastAction() {
		return codebook.Patch{}, fmt.Errorf("action %d is not there", no)
	}
	return m.actions[no-1].Patch, nil
}

// Text gives a text.
func (m *Memory) Text(h codebook.Hash) (string, error) {
	s, ok := m.texts[h]
	if !ok {
		return "", fmt.Errorf("text %x is not there", h)
	}
	return s, nil
}

// Reopen makes the project anew.
func (m *Memory) Reopen(t testing.TB) {
	t.Helper()
	p := codebook.New(m.project.ID, m.project.Copy, m.project.Lang)
	for _, a := range slices.Clone(m.actions) {
		if _, err := p.Revert(codebook.KindRedo, a.Header, a.Patch, codebook.Stamp{}); err != nil {
			t.Fatalf("action %d again: %v", a.No, err)
		}
	}
	m.project = p
}
