package codebook_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// study is a small project that is changed through ops, with a journal.
type study struct {
	t       testing.TB
	p       *codebook.Project
	serial  uint64
	journal []codebook.Action
	history *codebook.History
}

func newStudy(t testing.TB) *study {
	s := &study{t: t}
	s.p = codebook.New(s.id(), s.id(), "zh")
	s.history = codebook.NewHistory(s.p.Copy)
	return s
}

func (s *study) id() codebook.ID {
	s.serial++
	var id codebook.ID
	binary.BigEndian.PutUint64(id[8:], s.serial)
	return id
}

func (s *study) stamp() codebook.Stamp {
	return codebook.Stamp{ID: s.id(), Time: int64(s.serial)}
}

// try does an op and takes it into the journal; a refusal must change nothing.
func (s *study) try(op codebook.Op) error {
	s.t.Helper()
	before := s.dump()
	a, err := s.p.Do(op, s.stamp())
	if err != nil {
		if after := s.dump(); after != before {
			s.t.Fatalf("%s was refused (%v) but changed the study:\n%s", op.Kind(), err, firstDifference(before, after))
		}
		return err
	}
	s.take(a)
	return nil
}

func (s *study) must(op codebook.Op) {
	s.t.Helper()
	if err := s.try(op); err != nil {
		s.t.Fatalf("%s: %v", op.Kind(), err)
	}
}

func (s *study) take(a codebook.Action) {
	s.t.Helper()
	a.No = uint64(len(s.journal) + 1)
	s.journal = append(s.journal, a)
	s.history.Push(a.Header)
	if err := s.p.Invariants(); err != nil {
		s.t.Fatalf("after %s %v: %v", a.Kind, a.Args, err)
	}
}

func (s *study) undo() bool {
	s.t.Helper()
	n, ok := s.history.Undo()
	if !ok {
		return false
	}
	a := s.journal[n-1]
	done, err := s.p.Revert(codebook.KindUndo, a.Header, a.Patch.Inverse(), s.stamp())
	if err != nil {
		s.t.Fatalf("undo %s: %v", a.Kind, err)
	}
	s.take(done)
	return true
}

func (s *study) redo() bool {
	s.t.Helper()
	n, undo, ok := s.history.Redo()
	if !ok {
		return false
	}
	a := s.journal[n-1]
	h := a.Header
	h.No = undo
	done, err := s.p.Revert(codebook.KindRedo, h, a.Patch, s.stamp())
	if err != nil {
		s.t.Fatalf("redo %s: %v", a.Kind, err)
	}
	s.take(done)
	return true
}

func (s *study) dump() string {
	var b bytes.Buffer
	s.p.Dump(&b)
	return b.String()
}

func firstDifference(a, b string) string {
	x, y := bytes.Split([]byte(a), []byte("\n")), bytes.Split([]byte(b), []byte("\n"))
	for i := range min(len(x), len(y)) {
		if !bytes.Equal(x[i], y[i]) {
			return fmt.Sprintf("- %s\n+ %s", x[i], y[i])
		}
	}
	return fmt.Sprintf("%d lines against %d", len(x), len(y))
}

func (s *study) code(parent codebook.No, number, name string) codebook.No {
	s.t.Helper()
	s.must(&codebook.PutCode{Row: codebook.Code{ID: s.id(), Parent: parent, Number: number, NameZh: name}})
	return s.p.Last().Codes
}

func (s *study) coder(name string) codebook.No {
	s.t.Helper()
	s.must(&codebook.PutCoder{Row: codebook.Coder{ID: s.id(), Name: name}})
	return s.p.Last().Coders
}

func (s *study) group(key, zh string) codebook.No {
	s.t.Helper()
	s.must(&codebook.PutGroup{Row: codebook.Group{ID: s.id(), Key: key, NameZh: zh}})
	return s.p.Last().Groups
}

func (s *study) transcript(file string, group codebook.No, body string) codebook.No {
	s.t.Helper()
	s.must(&codebook.AddTranscript{Row: row(s, file, group, body), Text: body, Cut: &codebook.HeldCut{Cut: text.Segment(body, nil)}})
	return s.p.Last().Transcripts
}

func row(s *study, file string, group codebook.No, body string) codebook.Transcript {
	cut := text.Segment(body, nil)
	t := codebook.Transcript{
		ID: s.id(), File: file, Title: file, Group: group, Text: sha256.Sum256([]byte(body)),
		Bytes: uint32(len(body)), Chars: uint32(text.Chars(body)), Turns: uint32(cut.TurnCount()),
	}
	roles := text.GuessRoles(body, cut)
	for i, l := range cut.Labels {
		t.Speakers = append(t.Speakers, codebook.Speaker{ID: s.id(), Label: l, Role: roles[i]})
	}
	return t
}

// coding makes a coding of code on [start, end) of a body in which every rune is
// three bytes long and counts.
func (s *study) coding(body string, code, coder codebook.No, start, end int) codebook.Coding {
	x := text.NewIndex(body)
	return codebook.Coding{
		ID: s.id(), Start: uint32(start), End: uint32(end),
		StartCh: uint32(x.CharsBefore(start)), EndCh: uint32(x.CharsBefore(end)),
		Code: code, Coder: coder, Created: int64(s.serial),
	}
}
