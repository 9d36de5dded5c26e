package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/store"
	"fangtan/tui"
	"fangtan/tui/locale"
)

// Another program puts a file of its own in the place of the project: the desk stops
// writing, keeps what it has under another name, and says so.
func TestDeskKeepsAReplacedStudy(t *testing.T) {
	d, folder := deskAt(t)
	bringIn(t, d, folder, "a.txt", "问：一？\n答：二。\n")
	path := filepath.Join(folder, "study.fangtan")
	if err := os.Rename(path, filepath.Join(folder, "away")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("of another program"), 0o600); err != nil {
		t.Fatal(err)
	}
	put := &codebook.PutCode{Row: codebook.Code{ID: d.NewID(), NameZh: "晚"}}
	action, err := d.Project().Do(put, codebook.Stamp{ID: d.NewID(), Coder: d.Coder()})
	if err != nil {
		t.Fatal(err)
	}
	err = d.Commit([]codebook.Action{action})
	if !errors.Is(err, store.ErrReplaced) || d.ReadOnly() != "cli.read-only.replaced" {
		t.Fatalf("error %v, read-only %q", err, d.ReadOnly())
	}
	kept, globbed := filepath.Glob(filepath.Join(folder, "study.rescued-*.fangtan"))
	if globbed != nil || len(kept) != 1 {
		t.Fatalf("kept %q", kept)
	}
	for _, lang := range []string{"zh", "en"} {
		if said := d.Explain(err, lang); !strings.Contains(said, filepath.Base(kept[0])) {
			t.Errorf("said %q", said)
		}
	}
	f, failed := store.Open(kept[0], store.Options{ReadOnly: true})
	if failed != nil {
		t.Fatal(failed)
	}
	defer f.Close()
	if got := len(f.Project().Transcripts()); got != 1 || f.LastAction() != 2 {
		t.Errorf("kept %d transcripts, %d actions", got, f.LastAction())
	}
	if err := d.Reload(); !errors.Is(err, store.ErrReplaced) {
		t.Errorf("read the other program's file: %v", err)
	}
	if after := d.SaveState(nil, nil); after != err {
		t.Errorf("wrote after it: %v, want %v", after, err)
	}
	if again, _ := filepath.Glob(filepath.Join(folder, "study.rescued-*.fangtan")); len(again) != 1 {
		t.Errorf("kept twice: %q", again)
	}
}

// The head says as of when a study is that can only be read.
func TestReadOnlyDeskTellsItsTime(t *testing.T) {
	d, folder := deskAt(t)
	if !d.SnapshotTime().IsZero() {
		t.Error("a study that can be written has a time")
	}
	file, reason, err := openForDesk(filepath.Join(folder, "study.fangtan"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	second := newDesk(d.p, file, 1, reason)
	defer second.close()
	app := tui.New(second, tui.Options{Lang: "en", Environ: func(string) string { return "" }})
	app.Update(tea.WindowSizeMsg{Width: 100, Height: 24})
	want := "read-only, as of " + file.SnapshotTime().Local().Format("15:04")
	if frame := app.View().Content; !strings.Contains(frame, want) {
		t.Errorf("the head does not say %q:\n%s", want, frame)
	}
	before := file.SnapshotTime()
	if err := second.Reload(); err != nil || !second.SnapshotTime().After(before) {
		t.Errorf("after reloading: %v, %v, before %v", err, second.SnapshotTime(), before)
	}
}

// Damage that opening does not see is found behind the first frame.
func TestDeskVerifiesTheStudy(t *testing.T) {
	d, folder := deskAt(t)
	const words = "问：一句很少见的话？\n答：二。\n"
	bringIn(t, d, folder, "a.txt", words)
	if err := d.Backup(); err != nil { // changed since the last: copied and verified
		t.Fatal(err)
	}
	later := newDesk(d.p, d.file, d.coder, "") // another sitting, without a change
	if err := later.Backup(); err != nil {
		t.Fatalf("a sound study: %v", err)
	}
	path := d.file.Path()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(strings.ReplaceAll(string(whole), "很少见", "很常见")), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := later.Backup(); err != nil {
		t.Fatalf("looked again without a change: %v", err)
	}
	err = newDesk(d.p, d.file, d.coder, "").Backup()
	var damage *store.DamagedError
	if !errors.As(err, &damage) {
		t.Fatalf("a damaged study: %v", err)
	}
	for lang, want := range map[string]string{"zh": "损坏", "en": "damaged"} {
		if said := d.Explain(err, lang); !strings.Contains(said, want) || strings.Count(said, path) != 1 {
			t.Errorf("said %q", said)
		}
	}
}

func TestBigActions(t *testing.T) {
	takes := func(out, in int) codebook.Patch {
		return codebook.Patch{Codings: []codebook.CodingsChange{{Out: make([]codebook.Coding, out), In: make([]codebook.Coding, in)}}}
	}
	for _, c := range []struct {
		name    string
		kind    string
		args    []string
		patch   codebook.Patch
		codings int
		want    bool
	}{
		{"import", "import", nil, codebook.Patch{}, 0, true},
		{"a code removed", "code.remove", nil, codebook.Patch{}, 9, true},
		{"an import undone", codebook.KindUndo, []string{"import", "3"}, codebook.Patch{}, 0, true},
		{"a removal redone", codebook.KindRedo, []string{"transcript.remove"}, codebook.Patch{}, 0, true},
		{"a code added", "code.add", nil, codebook.Patch{}, 9, false},
		{"an addition undone", codebook.KindUndo, []string{"code.add"}, codebook.Patch{}, 9, false},
		{"a fifth", "coding.remove", nil, takes(20, 0), 80, false},
		{"more than a fifth", "coding.remove", nil, takes(21, 0), 79, true},
		{"all of very few", "coding.remove", nil, takes(19, 0), 0, false},
		{"changed, not taken off", "coding.star", nil, takes(100, 100), 100, false},
		{"codings undone", codebook.KindUndo, []string{"coding.add"}, takes(30, 0), 0, true},
	} {
		a := codebook.Action{Header: codebook.Header{Kind: c.kind, Args: c.args}, Patch: c.patch}
		if got := isBig(&a, c.codings); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestADiskThatCannotBeWritten(t *testing.T) {
	for _, c := range []struct {
		no     syscall.Errno
		reads  bool
		zh, en string
	}{
		{syscall.EROFS, true, "磁盘是只读的", "disk is read-only"},
		{syscall.EACCES, true, "权限", "permissions"},
		{syscall.ENOTDIR, false, "不是文件夹", "is not a folder"},
	} {
		err := error(&about{"/s/a.fangtan", &fs.PathError{Op: "open", Path: "/s/a.fangtan", Err: c.no}})
		if notWritable(err) != c.reads {
			t.Errorf("%v: opens for reading: %v", c.no, !c.reads)
		}
		for lang, want := range map[string]string{"zh": c.zh, "en": c.en} {
			said := explain(locale.New(lang), err)
			if !strings.Contains(said, want) || strings.Count(said, "/s/a.fangtan") != 1 {
				t.Errorf("said %q, want %q", said, want)
			}
		}
	}
}
