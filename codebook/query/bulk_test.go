package query_test

import (
	"bytes"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/query"
	"fangtan/codebook/tally"
	"fangtan/codebook/text"
)

// dump is the whole study as text.
func (s *study) dump() string {
	var b bytes.Buffer
	s.p.Dump(&b)
	return b.String()
}

func (s *study) excerpts(t testing.TB, words string) []codebook.Excerpt {
	t.Helper()
	q, err := query.Parse(s.p, words)
	if err != nil {
		t.Fatal(err)
	}
	found, err := q.Run(s.p, tally.Filter{}, s.texts)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// What is put on all is one action; taken off all again, and undone, the study is as before.
func TestBulk(t *testing.T) {
	s := conversation(t)
	for _, c := range []struct {
		query              string
		code               codebook.No
		changes, passages  int
		taken, takenPlaces int
	}{
		{"P", policyCost, 5, 5, 5, 5},
		{"P", policy, 1, 5, 5, 5},
		{`P & "人 & 事"`, policyCost, 2, 2, 2, 2},
		{`"难 (或 | 不难)!"`, money, 1, 1, 1, 1}, // the one that names a transcript has no words
		{"P1 in P", money, 0, 0, 0, 0},
	} {
		before := s.dump()
		found := s.excerpts(t, c.query)
		put := query.CodeAll(s.p, found, codebook.Coding{Code: c.code, Coder: 1}, s.id)
		if put.Changes != c.changes || put.Passages != c.passages || (put.Op == nil) != (c.changes == 0) {
			t.Errorf("%s: put %+v, want %+v", c.query, put, c)
		}
		if put.Op == nil {
			continue
		}
		action, err := s.p.Do(put.Op, codebook.Stamp{ID: s.id()})
		if err != nil {
			t.Fatal(err)
		}
		for _, tr := range s.p.Transcripts() {
			x := text.NewIndex(s.bodies[tr.No])
			for _, row := range s.p.Codings(tr.No).Rows() {
				if int(row.StartCh) != x.CharsBefore(int(row.Start)) || int(row.EndCh) != x.CharsBefore(int(row.End)) {
					t.Errorf("%s: %+v is miscounted", c.query, row)
				}
			}
		}
		off := query.UncodeAll(s.p, found, c.code, 1)
		if off.Changes != c.taken || off.Passages != c.takenPlaces {
			t.Errorf("%s: taken %+v, want %+v", c.query, off, c)
		}
		taken, err := s.p.Do(off.Op, codebook.Stamp{ID: s.id()})
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range []codebook.Action{taken, action} {
			if _, err := s.p.Revert(codebook.KindUndo, a.Header, a.Patch.Inverse(), codebook.Stamp{}); err != nil {
				t.Fatal(err)
			}
		}
		if s.dump() != before {
			t.Errorf("%s: undone, the study is not as before", c.query)
		}
	}
	if other := query.UncodeAll(s.p, s.excerpts(t, "P"), policy, 2); other.Op != nil || other.Passages != 5 {
		t.Errorf("another's codings are taken off: %+v", other)
	}
}
