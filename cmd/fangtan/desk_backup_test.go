package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"fangtan/codebook"
	"fangtan/store"
	"fangtan/tui/locale"
)

// countBackups counts the copies beside the desk's file.
func countBackups(t *testing.T, d *desk) int {
	t.Helper()
	all, err := store.Backups(d.file.Path())
	if err != nil {
		t.Fatal(err)
	}
	return len(all)
}

func TestDeskBacksUpWhatChanged(t *testing.T) {
	d, _ := deskAt(t)
	for i, change := range []bool{true, false, true, false, false, true} {
		want := countBackups(t, d)
		if change {
			commit(t, d, &codebook.PutCode{Row: codebook.Code{ID: d.NewID(), NameZh: fmt.Sprint("码", i)}})
			want++
		}
		if err := d.Backup(); err != nil {
			t.Fatal(err)
		}
		if got := countBackups(t, d); got != want {
			t.Fatalf("ask %d: %d backups, want %d", i, got, want)
		}
	}
}

// Where the folder of backups cannot be made, work goes on, is saved, and the desk
// says what is missing; what takes much out is not done without a backup.
func TestDeskWithoutARoomForBackups(t *testing.T) {
	d, folder := deskAt(t)
	if err := os.WriteFile(filepath.Join(folder, "study.backups"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	commit(t, d, &codebook.PutCode{Row: codebook.Code{ID: d.NewID(), NameZh: "晚"}})
	err := d.Backup()
	for lang, want := range map[string]string{"zh": "已保存，但备份没有做成", "en": "saved, but no backup could be made"} {
		if said := d.Explain(err, lang); !strings.Contains(said, want) || !strings.Contains(said, "study.backups") {
			t.Errorf("said %q", said)
		}
	}
	removal := &codebook.RemoveCodes{Codes: d.Project().Tree().Order[:1]}
	action, err := d.Project().Do(removal, codebook.Stamp{ID: d.NewID(), Coder: d.Coder()})
	if err != nil {
		t.Fatal(err)
	}
	last := d.LastAction()
	err = d.Commit([]codebook.Action{action})
	if err == nil || d.LastAction() != last {
		t.Fatalf("committed without a backup: %v", err)
	}
	if said := d.Explain(err, "en"); !strings.Contains(said, "no backup could be made before it") {
		t.Errorf("said %q", said)
	}
}

func TestNoRoomForABackup(t *testing.T) {
	full := fmt.Errorf("%w: %w", store.ErrFull, syscall.ENOSPC)
	for lang, want := range map[string][2]string{
		"zh": {"已保存，但磁盘放不下备份；请腾出空间", "事先的备份没有做成：磁盘满了"},
		"en": {"saved, but the disk has no room for a backup; please make room", "no backup could be made before it: the disk is full"},
	} {
		for i, saved := range []bool{true, false} {
			if said := explain(locale.New(lang), &noBackup{full, saved}); !strings.HasPrefix(said, want[i]) {
				t.Errorf("said %q, want %q", said, want[i])
			}
		}
	}
}
