package store

import (
	"testing"

	"fangtan/codebook"
	"fangtan/store/storetest"
)

// replayed is the dump of a project made of nothing but the patches in the journal.
func replayed(t testing.TB, f *File) string {
	t.Helper()
	p := codebook.New(f.project.ID, f.project.Copy, f.project.Lang)
	err := f.EachHeader(func(h codebook.Header) error {
		patch, err := f.Patch(h.No)
		if err != nil {
			return err
		}
		_, err = p.Revert(codebook.KindRedo, h, patch, codebook.Stamp{})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return storetest.Dump(p)
}
