package store

import (
	"errors"
	"testing"

	bolt "go.etcd.io/bbolt"

	"fangtan/codebook"
	"fangtan/store/storetest"
)

func TestInTheWay(t *testing.T) {
	s, m := newStudy(t)
	coding := func(start uint32) *codebook.AddCodings {
		return &codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{{ID: m.ID(), Start: start, End: start + 9, Code: 4, Coder: 1}}}
	}
	star := func(op *codebook.AddCodings) *codebook.ChangeCodings {
		row := op.Rows[0]
		row.Flags = codebook.Starred
		return &codebook.ChangeCodings{Name: "coding.star", Transcript: 1, Rows: []codebook.Coding{row}}
	}
	first, other := coding(200), coding(220)
	added := do(t, s, first, m)
	apart := do(t, s, other, m)
	starred := do(t, s, star(first), m)
	unstarred := do(t, s, &codebook.ChangeCodings{Name: "coding.star", Transcript: 1, Rows: first.Rows}, m)

	check := func(no, want uint64) {
		t.Helper()
		h, found, err := s.InTheWay(no, s.Project())
		if err != nil || h.No != want || found != (want != 0) {
			t.Errorf("in the way of %d is %d, %v, %v, want %d", no, h.No, found, err, want)
		}
	}
	check(added, starred)
	check(starred, unstarred)
	check(apart, 0)
	check(unstarred, 0)
	for range 2 { // the two stars
		if _, err := storetest.Undo(s, m.Stamp()); err != nil {
			t.Fatal(err)
		}
	}
	check(added, 0)
	if _, err := storetest.Redo(s, m.Stamp()); err != nil {
		t.Fatal(err)
	}
	s.Reopen(t)
	check(added, starred)
	if _, _, err := s.InTheWay(9999, s.Project()); !errors.Is(err, ErrNoAction) {
		t.Errorf("error %v", err)
	}
}

// What stands on a thing that an action made keeps it from being taken back.
func TestInTheWayOfWhatWasMade(t *testing.T) {
	s, m := newStudy(t) // actions 2 to 16: coders, groups, attribute, codes, transcripts, codings, memo, link
	check := func(no, want uint64) {
		t.Helper()
		h, found, err := s.InTheWay(no, s.Project())
		if err != nil || h.No != want || found != (want != 0) {
			t.Errorf("in the way of %d is %d, %v, %v, want %d", no, h.No, found, err, want)
		}
	}
	for _, c := range []struct{ no, want uint64 }{
		{2, 16}, {3, 14}, {5, 0}, {6, 0}, {8, 16}, {9, 13}, {10, 14}, {11, 16}, {12, 14},
	} {
		check(c.no, c.want)
	}
	star := s.Project().Codings(2).At(0)
	star.Flags = codebook.Starred
	starred := do(t, s, &codebook.ChangeCodings{Name: "coding.star", Transcript: 2, Rows: []codebook.Coding{star}}, m)
	check(12, starred)
	var ids []codebook.ID
	for _, r := range s.Project().Codings(2).Rows() {
		ids = append(ids, r.ID)
	}
	do(t, s, &codebook.RemoveCodings{Transcript: 2, IDs: ids}, m)
	check(12, 0)
	child := do(t, s, &codebook.PutCode{Row: codebook.Code{ID: m.ID(), Parent: 4, NameZh: "下面"}}, m)
	check(10, child)
	grouped := *s.Project().Transcript(2)
	grouped.Group = 2
	set := do(t, s, &codebook.SetTranscript{Row: grouped}, m)
	check(5, set)
}

func TestLargePatchInParts(t *testing.T) {
	s, m := newStudy(t)
	op := m.Transcript("large.txt", 40_000)
	rows := make([]codebook.Coding, 30_000)
	for i := range rows {
		rows[i] = codebook.Coding{ID: m.ID(), Start: uint32(i), End: uint32(i) + 5, Code: 1, Coder: 1}
	}
	do(t, s, op, m)
	no := do(t, s, &codebook.AddCodings{Transcript: 3, Rows: rows}, m)
	for part := range uint32(2) {
		if _, found, err := s.record(bucketPatches, partKey(no, part)); !found || err != nil {
			t.Fatalf("part %d: %v, %v", part, found, err)
		}
	}
	patch, err := s.Patch(no)
	if err != nil || len(patch.Codings) != 1 || len(patch.Codings[0].In) != len(rows) {
		t.Fatalf("patch of %d, %v", len(patch.Codings), err)
	}
	if _, err := storetest.Undo(s, m.Stamp()); err != nil {
		t.Fatal(err)
	}
	storetest.Same(t, s)
}

func TestPurgedPatch(t *testing.T) {
	s, m := newStudy(t)
	no := do(t, s, &codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: "姓名"}}, m)
	do(t, s, &codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: "另"}}, m)
	purge(t, s, no)
	if _, err := s.Patch(no); !errors.Is(err, ErrPurged) {
		t.Fatalf("error %v", err)
	}
	storetest.Same(t, s) // and the chain holds: the cleanup checks it
}

// purge takes salt and patch of an action away.
func purge(t *testing.T, s *tested, no uint64) {
	t.Helper()
	err := s.write(func(w *writer) error {
		r, _, err := w.get(bucketJournal, actionKey(no))
		if err != nil {
			return err
		}
		row, err := decodeHeader(actionKey(no), r.body)
		if err != nil {
			return err
		}
		row.Salt = nil
		body, err := encoding.Marshal(row)
		if err != nil {
			return err
		}
		return errors.Join(w.put(bucketJournal, actionKey(no), body), w.drop(bucketPatches, partKey(no, 0)))
	})
	if err != nil {
		t.Fatal(err)
	}
}

// What was said to be done cannot be changed later without a trace.
func TestJournalIsAChain(t *testing.T) {
	for _, c := range []struct {
		name string

		change func(*headerRow)
		patch  []byte
	}{
		{name: "another name", change: func(r *headerRow) { r.Args = []string{"别的"} }},
		{name: "another time", change: func(r *headerRow) { r.Time++ }},
		{name: "another coder", change: func(r *headerRow) { r.Coder++ }},
		{name: "another patch", patch: []byte{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := projectFile(t)
			edit(t, path, func(tx *bolt.Tx) error {
				w, err := openWriter(tx)
				if err != nil {
					return err
				}
				if c.patch != nil {
					return errors.Join(w.put(bucketPatches, partKey(3, 0), c.patch), w.close())
				}
				r, _, err := w.get(bucketJournal, actionKey(3))
				if err != nil {
					return err
				}
				row, err := decodeHeader(actionKey(3), r.body)
				if err != nil {
					return err
				}
				c.change(row)
				body, err := encoding.Marshal(row)
				return errors.Join(err, w.put(bucketJournal, actionKey(3), body), w.close())
			})
			r, err := Check(path, nil)
			if err != nil || len(r.Findings) != 1 || r.Findings[0].Trouble != TroubleJournal {
				t.Errorf("findings %v, %v", r.Findings, err)
			}
			breakFile(t, path)
		})
	}
}
