package main

import (
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"fangtan/codebook"
	"fangtan/store"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
)

// deskAt founds a study in a folder of its own and sits down at it.
func deskAt(t *testing.T) (*desk, string) {
	t.Helper()
	xdg.StateHome = t.TempDir()
	folder := t.TempDir()
	p := &program{out: io.Discard, err: io.Discard, words: locale.New(locale.Chinese)}
	path := filepath.Join(folder, "study.fangtan")
	if err := p.found(founding{path: path, codebook: "smith", lang: "zh", coder: "甲"}); err != nil {
		t.Fatal(err)
	}
	f, err := store.Open(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return newDesk(p, f, f.Project().Coders()[0].No, ""), folder
}

// bringIn previews a file with these words and commits what it would bring.
func bringIn(t *testing.T, d *desk, folder, name, words string) *codebook.Transcript {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, []byte(words), 0o600); err != nil {
		t.Fatal(err)
	}
	proposals, err := d.Preview([]string{path}, func(int, int) {}, func() bool { return false })
	if err != nil || len(proposals) != 1 || proposals[0].Add == nil {
		t.Fatalf("%v %+v", err, proposals)
	}
	op := &codebook.Batch{Name: "import", Names: []string{"1"}, Ops: []codebook.Op{proposals[0].Add}}
	commit(t, d, op)
	added, err := d.Project().FindTranscript(name)
	if err != nil {
		t.Fatal(err)
	}
	return added
}

func commit(t *testing.T, d *desk, op codebook.Op) {
	t.Helper()
	action, err := d.Project().Do(op, codebook.Stamp{ID: d.NewID(), Coder: d.Coder(), Time: d.Now()})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Commit([]codebook.Action{action}); err != nil {
		t.Fatal(err)
	}
}

func TestDeskBringsTranscriptsIn(t *testing.T) {
	d, folder := deskAt(t)
	const words = "问：怎么传？\n答：不知道。\n"
	added := bringIn(t, d, folder, "第一书记 1.txt", words)
	if got, err := d.Text(added.No); got != words || err != nil {
		t.Errorf("text %q, %v", got, err)
	}
	if g := d.Project().Group(added.Group); g == nil || g.Key != "secretaries" {
		t.Errorf("group %v", g)
	}
	if _, err := d.Text(added.No + 1); !errors.Is(err, store.ErrNoText) {
		t.Errorf("text of no transcript: %v", err)
	}
	again, err := d.Preview([]string{filepath.Join(folder, "第一书记 1.txt")}, func(int, int) {}, func() bool { return false })
	if err != nil || again[0].Add != nil || again[0].Twin != "第一书记 1.txt" {
		t.Errorf("the same again: %v %+v", err, again)
	}
	backups, err := store.Backups(d.file.Path())
	if err != nil || len(backups) != 1 {
		t.Errorf("backups before the import: %v %v", backups, err)
	}
}

func TestDeskReadsTheJournal(t *testing.T) {
	d, folder := deskAt(t)
	added := bringIn(t, d, folder, "a.txt", "问：一？\n答：二。\n")
	commit(t, d, &codebook.RemoveTranscripts{Transcripts: []codebook.No{added.No}})
	history, err := d.History()
	if err != nil {
		t.Fatal(err)
	}
	last, ok := history.Undo()
	if !ok || last != d.LastAction() || last != 3 {
		t.Fatalf("undo of %d, %v; last action %d", last, ok, d.LastAction())
	}
	entry, err := d.Entry(last)
	if err != nil || entry.Kind != "transcript.remove" || len(entry.Patch.Transcripts) != 1 {
		t.Fatalf("entry %+v, %v", entry.Header, err)
	}
	undone, err := d.Project().Revert(codebook.KindUndo, entry.Header, entry.Patch.Inverse(), codebook.Stamp{ID: d.NewID(), Coder: d.Coder()})
	if err == nil {
		err = d.Commit([]codebook.Action{undone})
	}
	if _, found := d.Project().FindTranscript("a.txt"); err != nil || found != nil {
		t.Errorf("after undo: %v %v", err, found)
	}
}

func TestDeskRemembers(t *testing.T) {
	d, _ := deskAt(t)
	places, err := d.Places()
	if err != nil || len(places) != 0 {
		t.Errorf("places before any: %v %v", places, err)
	}
	where := map[codebook.No]screen.Place{1: {At: 7, Read: 9}, 12: {At: 1, Read: 1 << 20}}
	how := map[string]string{"reader/move-on": "on", "library/sort": "群体"}
	if err := d.SaveState(where, how); err != nil {
		t.Fatal(err)
	}
	places, err = d.Places()
	if err != nil || !maps.Equal(places, where) {
		t.Errorf("places %v, %v", places, err)
	}
	settings, err := d.Settings()
	if err != nil || !maps.Equal(settings, how) {
		t.Errorf("settings %v, %v", settings, err)
	}
}

func TestDeskTellsWhatWasSaved(t *testing.T) {
	saved, lost := codebook.ID{1}, codebook.ID{2}
	err := error(&outcome{&store.CommitError{Saved: []codebook.ID{saved}, Cause: store.ErrFull}})
	var partly interface{ WasSaved(codebook.ID) bool }
	if !errors.As(err, &partly) || !partly.WasSaved(saved) || partly.WasSaved(lost) {
		t.Errorf("%v does not tell what was saved", err)
	}
	d := &desk{}
	if words := d.Explain(err, "en"); !strings.Contains(words, "disk is full") {
		t.Errorf("words %q", words)
	}
}

func TestOpenForDesk(t *testing.T) {
	d, folder := deskAt(t)
	path := filepath.Join(folder, "study.fangtan")
	second, reason, err := openForDesk(path)
	if err != nil || reason != "cli.read-only.locked" || !second.ReadOnly() {
		t.Fatalf("while another has it: %q, %v", reason, err)
	}
	second.Close()
	d.file.Close()
	first, reason, err := openForDesk(path)
	if err != nil || reason != "" || first.ReadOnly() {
		t.Fatalf("when it is free: %q, %v", reason, err)
	}
	first.Close()
	if _, _, err := openForDesk(filepath.Join(folder, "nowhere.fangtan")); !errors.Is(err, store.ErrNotFound) || there(filepath.Join(folder, "nowhere.fangtan")) {
		t.Errorf("nowhere: %v", err)
	}
}
