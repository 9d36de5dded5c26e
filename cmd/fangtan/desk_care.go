package main

import (
	"errors"
	"fmt"
	"slices"

	"fangtan/codebook"
	"fangtan/store"
	"fangtan/store/intake"
)

// bigKinds are actions before which a backup is made, and before they are undone or
// redone.
var bigKinds = []string{intake.Import, "transcript.remove", "code.merge", "code.remove", codebook.KindRewind}

// Taking off codings is big, too, when it takes more than one in bigPart of all and
// at least bigLeast.
const (
	bigPart  = 5
	bigLeast = 20
)

// isBig says whether an action brings much in or takes much out of a study that has
// so many codings after it.
func isBig(a *codebook.Action, codings int) bool {
	kind := a.Kind
	if (kind == codebook.KindUndo || kind == codebook.KindRedo) && len(a.Args) > 0 {
		kind = a.Args[0]
	}
	lost := 0
	for _, c := range a.Patch.Codings {
		lost += len(c.Out) - len(c.In)
	}
	return slices.Contains(bigKinds, kind) || lost >= bigLeast && lost*bigPart > codings+lost
}

// writingEnd is why nothing is written any more.
type writingEnd struct {
	why string // message
	err error  // what whoever wants to write is told
}

// stop ends writing after an error from which the file cannot go on. What the desk
// holds of a file that was replaced is put beside it under a new name, once.
func (d *desk) stop(err error) error {
	if !errors.Is(err, store.ErrReplaced) && !errors.Is(err, store.ErrBroken) {
		return err
	}
	d.ends.Lock()
	defer d.ends.Unlock()
	if end := d.ended.Load(); end != nil {
		return end.err
	}
	end := &writingEnd{"cli.fail.broken", err}
	if errors.Is(err, store.ErrReplaced) {
		path, failed := d.file.Rescue()
		end = &writingEnd{"cli.read-only.replaced", &rescue{path, failed}}
	}
	d.ended.Store(end)
	return end.err
}

// rescue is an [store.ErrReplaced] after which the study was written to another file.
type rescue struct {
	path   string
	failed error // why it could not be
}

func (r *rescue) Error() string {
	if r.failed != nil {
		return fmt.Sprintf("%v, and cannot be written to another: %v", store.ErrReplaced, r.failed)
	}
	return fmt.Sprintf("%v; what was open is now in %q", store.ErrReplaced, r.path)
}

func (r *rescue) Unwrap() error { return store.ErrReplaced }
