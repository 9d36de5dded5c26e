package store

import (
	"fmt"

	"fangtan/codebook"
	"fangtan/store/page"
)

// Between is what the actions after one, up to and with another, changed
// together. Every patch is held against its seal. Errors: [ErrNoAction],
// [ErrPurged], [DamagedError].
func (f *File) Between(after, upTo uint64) (codebook.Patch, error) {
	if last := f.LastAction(); upTo > last || after > upTo {
		return codebook.Patch{}, fmt.Errorf("%w: %d", ErrNoAction, max(after, upTo))
	}
	var sum *codebook.Sum
	err := f.read(func(p *page.File) error {
		sum = &codebook.Sum{}
		return eachPatch(p, after, upTo, func(q *codebook.Patch) { sum.Add(q) })
	})
	if err != nil {
		return codebook.Patch{}, err
	}
	return sum.Patch(), nil
}

// StandAt makes the project of a file that is open for reading only what it was
// after an action, and the journal end there. The file is not changed. Errors:
// those of [File.Between], and [codebook.ErrChanged] if the journal does not lead
// to the study as it is.
func (f *File) StandAt(no uint64) error {
	if !f.readOnly {
		return ErrReadOnly
	}
	if no == 0 {
		return fmt.Errorf("%w: %d", ErrNoAction, no)
	}
	since, err := f.Between(no, f.LastAction())
	if err != nil {
		return err
	}
	if err := f.project.Stand(&since); err != nil {
		return err
	}
	f.last.Store(no)
	return nil
}

// eachPatch reads the patches after an action, up to and with another, in order.
func eachPatch(p *page.File, after, upTo uint64, visit func(*codebook.Patch)) error {
	var rows []*headerRow
	if err := eachHeader(p, after, upTo, func(_ uint64, row *headerRow) error {
		rows = append(rows, row)
		return nil
	}); err != nil {
		return err
	}
	g := &gathering{next: after + 1, rows: rows, visit: visit}
	if err := p.ScanFrom(bucketPatches, partKey(after+1, 0), g.part); err != nil && err != errPast {
		return err
	}
	return g.end()
}

// gathering puts the parts of successive patches together.
type gathering struct {
	next  uint64       // the action whose patch comes next
	rows  []*headerRow // from that of next on
	whole []byte
	parts uint32 // of it
	visit func(*codebook.Patch)
}

// part takes the next part in; the patch is handed on when it is whole.
func (g *gathering) part(key, value []byte) error {
	if len(g.rows) == 0 {
		return errPast
	}
	row := g.rows[0]
	r, err := unseal(bucketPatches, key, value)
	switch {
	case len(row.Salt) == 0:
		return fmt.Errorf("%w: %d", ErrPurged, g.next)
	case err != nil:
		return damaged(TroubleChecksum, bucketPatches, key, err)
	case string(key) != string(partKey(g.next, g.parts)):
		return g.missing()
	}
	g.whole = append(g.whole, r.body...)
	if g.parts++; g.parts < row.Parts {
		return nil
	}
	entries, err := openEntries(g.next, row, g.whole)
	if err != nil {
		return err
	}
	q, err := patchOf(entries)
	if err != nil {
		return damaged(TroubleFormat, bucketPatches, actionKey(g.next), err)
	}
	g.visit(&q)
	g.next, g.rows, g.whole, g.parts = g.next+1, g.rows[1:], nil, 0
	return nil
}

// end says what is missing, if anything is.
func (g *gathering) end() error {
	switch {
	case len(g.rows) == 0:
		return nil
	case len(g.rows[0].Salt) == 0:
		return fmt.Errorf("%w: %d", ErrPurged, g.next)
	}
	return g.missing()
}

func (g *gathering) missing() error {
	return damaged(TroubleJournal, bucketPatches, partKey(g.next, g.parts), errSeal)
}
