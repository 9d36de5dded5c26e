package store

import (
	"errors"
	"strings"
	"testing"

	"fangtan/codebook"
	"fangtan/store/storetest"
)

func hashed(texts ...string) map[codebook.Hash]string {
	m := map[codebook.Hash]string{}
	for _, s := range texts {
		m[HashText(s)] = s
	}
	return m
}

func TestStagedTexts(t *testing.T) {
	s, m := newStudy(t)
	used, unused := m.Transcript("used.txt", 9), m.Transcript("unused.txt", 9)
	gone := m.Transcript("gone.txt", 9)
	if err := s.Stage(hashed(used.Text, unused.Text, gone.Text)); err != nil {
		t.Fatal(err)
	}
	if text, err := s.Text(unused.Row.Text); err != nil || text != unused.Text {
		t.Fatalf("text %q, %v", text, err)
	}
	used.Text, gone.Text = "", "" // the store has them
	do(t, s, used, m)
	do(t, s, gone, m)
	do(t, s, &codebook.RemoveTranscripts{Transcripts: []codebook.No{4}}, m)
	before := storetest.Dump(s.Project())
	s.Reopen(t)
	if _, err := s.Text(unused.Row.Text); !errors.Is(err, ErrNoText) {
		t.Errorf("a text that nothing refers to: %v", err)
	}
	for _, h := range []codebook.Hash{used.Row.Text, gone.Row.Text} {
		if _, err := s.Text(h); err != nil {
			t.Errorf("a text that an action brought in: %v", err)
		}
	}
	storetest.Equal(t, before, storetest.Dump(s.Project()))
	if done, err := storetest.Undo(s, m.Stamp()); !done || err != nil {
		t.Fatalf("undo of the removal: %v, %v", done, err)
	}
	storetest.Same(t, s)
}

func TestStagedTextsOfAReader(t *testing.T) {
	s, _ := newStudy(t)
	if err := s.Stage(hashed("一")); err != nil {
		t.Fatal(err)
	}
	s.Close()
	f, err := Open(s.path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.Text(HashText("一")); err != nil {
		t.Errorf("a reader drops nothing: %v", err)
	}
	if err := f.Stage(hashed("二")); !errors.Is(err, ErrReadOnly) {
		t.Errorf("stage: %v", err)
	}
}

func TestStageInTransactions(t *testing.T) {
	s, _ := newStudy(t)
	before, err := s.txid()
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, c := range "abcde" {
		texts = append(texts, strings.Repeat(string(c), maxStage/2))
	}
	all := hashed(texts...)
	if err := s.Stage(all); err != nil {
		t.Fatal(err)
	}
	after, err := s.txid()
	if err != nil || after-before != 3 {
		t.Errorf("%d transactions for five halves of a load, %v", after-before, err)
	}
	if err := s.Stage(all); err != nil {
		t.Fatal(err)
	}
	for _, h := range sorted(all) {
		if text, err := s.Text(h); err != nil || text != all[h] {
			t.Fatalf("text of %d bytes, %v", len(text), err)
		}
	}
}

func TestState(t *testing.T) {
	s, m := newStudy(t)
	lin, second := m.ID(), m.ID()
	if err := s.SetState(State{lin, "draft", []byte("想")}, State{second, "draft", []byte{}}, State{lin, "place", []byte("7")}); err != nil {
		t.Fatal(err)
	}
	s.Reopen(t)
	if v, ok, err := s.State(lin, "draft"); string(v) != "想" || !ok || err != nil {
		t.Errorf("draft %q, %v, %v", v, ok, err)
	}
	drafts, err := s.States("draft")
	if err != nil || len(drafts) != 2 || string(drafts[lin]) != "想" || drafts[second] == nil {
		t.Errorf("drafts %q, %v", drafts, err)
	}
	last := s.LastAction()
	if err := s.SetState(State{lin, "draft", nil}, State{lin, "place", []byte("8")}); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := s.State(lin, "draft"); ok || err != nil {
		t.Errorf("a forgotten draft: %v, %v", ok, err)
	}
	if v, _, _ := s.State(lin, "place"); string(v) != "8" || s.LastAction() != last {
		t.Errorf("place %q, last action %d", v, s.LastAction())
	}
	if err := s.SetState(State{lin, "place", []byte("9")}, State{lin, "", []byte("x")}); err == nil {
		t.Error("state without a name was kept")
	}
	if v, _, _ := s.State(lin, "place"); string(v) != "8" {
		t.Errorf("half of a refused change was kept: %q", v)
	}
}
