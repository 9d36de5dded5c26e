package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"

	"fangtan/codebook"
)

// Create makes a project file at path that holds p as its action 1, whose header
// (id, coder, time, arguments) is that of founding and whose kind is
// [codebook.KindNew]. What the action changed is all that p holds; the texts of
// its transcripts are in founding.Patch.NewTexts.
//
// The file is made under a temporary name in the same folder, synced, and
// renamed. A file that is there already stays: [ErrExists].
func Create(path string, p *codebook.Project, founding codebook.Action) (err error) {
	defer func() { err = spaced(err) }()
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%q: %w", path, ErrExists)
	}
	temp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.tmp")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) // it is gone if all went well
	founding.Kind, founding.Copy = codebook.KindNew, p.Copy
	texts := founding.Patch.NewTexts
	founding.Patch = foundation(p)
	founding.Patch.NewTexts = texts
	err = errors.Join(fill(temp.Name(), p, &founding), temp.Sync(), temp.Close())
	if err != nil {
		return err
	}
	return publish(temp.Name(), path)
}

// fill makes the empty file at path a project.
func fill(path string, p *codebook.Project, founding *codebook.Action) error {
	return inDatabase(path, func(tx *bolt.Tx) error {
		for _, name := range buckets {
			if _, err := tx.CreateBucket([]byte(name)); err != nil {
				return err
			}
		}
		w := &writer{tx: tx, accounts: newAccounts(), before: newAccounts()}
		if err := w.identity(p); err != nil {
			return err
		}
		if _, err := w.action(founding); err != nil {
			return err
		}
		w.accounts.raise(p.Last())
		return w.close()
	})
}

// identity writes what the file is and of which study.
func (w *writer) identity(p *codebook.Project) error {
	for _, m := range []struct {
		name  string
		value any
	}{
		{metaApp, App}, {metaSchema, Schema}, {metaReader, lowestReader},
		{metaProject, p.ID}, {metaCopy, p.Copy}, {metaLang, p.Lang},
	} {
		if err := w.putMeta(m.name, m.value); err != nil {
			return err
		}
	}
	return nil
}

// foundation is the patch that makes p of nothing.
func foundation(p *codebook.Project) codebook.Patch {
	var q codebook.Patch
	q.Coders = made(p.Coders(), func(c *codebook.Coder) codebook.No { return c.No })
	q.Groups = made(p.Groups(), func(g *codebook.Group) codebook.No { return g.No })
	q.Attributes = made(p.Attributes(), func(a *codebook.Attribute) codebook.No { return a.No })
	q.Memos = made(p.Memos(), func(m *codebook.Memo) codebook.No { return m.No })
	q.Links = made(p.Links(), func(l *codebook.Link) codebook.No { return l.No })
	q.Transcripts = made(p.Transcripts(), func(t *codebook.Transcript) codebook.No { return t.No })
	for _, n := range p.Tree().Order {
		q.Codes = append(q.Codes, codebook.Change[codebook.Code]{No: n, New: p.Code(n)})
	}
	for _, t := range q.Transcripts {
		if c := p.Cut(t.No); c != nil {
			q.Cuts = append(q.Cuts, codebook.Change[codebook.Cut]{No: t.No, New: &c})
		}
		if c := p.Codings(t.No); c.Len() > 0 {
			q.Codings = append(q.Codings, codebook.CodingsChange{Transcript: t.No, In: c.Rows()})
		}
	}
	return q
}

func made[T any](rows []*T, no func(*T) codebook.No) []codebook.Change[T] {
	return each(rows, func(row *T) codebook.Change[T] { return codebook.Change[T]{No: no(row), New: row} })
}
