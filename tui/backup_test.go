package tui

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

// idleFor lets time pass and then the tick of an idle desk come, and gives how many
// backups were asked for by then.
func idleFor(a *App, port *fakePort, passed time.Duration) int {
	port.now += passed.Milliseconds()
	for _, msg := range run(send(a, idleMsg{})) {
		if done, ok := msg.(backedUpMsg); ok {
			send(a, done)
		}
	}
	return port.backups
}

// atTheDesk opens the desk to the end of the first backup.
func atTheDesk(t *testing.T, test func(a *App, port *fakePort)) {
	synctest.Test(t, func(t *testing.T) {
		a, port, _ := newPad(t)
		for _, msg := range run(send(a, stateReadMsg{})) {
			if done, ok := msg.(backedUpMsg); ok {
				send(a, done)
			}
		}
		if port.backups != 1 {
			t.Fatalf("%d backups behind the first frame", port.backups)
		}
		test(a, port)
	})
}

func TestBackupEveryHalfHourWithChanges(t *testing.T) {
	atTheDesk(t, func(a *App, port *fakePort) {
		for i, c := range []struct {
			name   string
			keys   string
			passed time.Duration
			want   int // backups so far
		}{
			{"unchanged", "", 10 * time.Hour, 1},
			{"changed at last", "甲", 0, 2},
			{"nothing since", "", time.Hour, 2},
			{"changed", "乙", 2 * time.Second, 3},
			{"changed, but too early", "丙", backupEvery - time.Second, 3},
			{"time has come", "", time.Second, 4},
			{"undone is changed, too", "u", backupEvery, 5},
			{"a clock set back", "丁", -48 * time.Hour, 6},
			{"goes on from there", "戊", backupEvery - time.Second, 6},
			{"and comes", "", time.Second, 7},
		} {
			typeKeys(t, a, c.keys)
			if got := idleFor(a, port, c.passed); got != c.want {
				t.Fatalf("%d, %s: %d backups, want %d", i, c.name, got, c.want)
			}
		}
	})
}

// What is done while a backup is made may not be in it, and waits for the next one;
// two are never made at a time.
func TestChangesDuringABackup(t *testing.T) {
	atTheDesk(t, func(a *App, port *fakePort) {
		typeKeys(t, a, "甲")
		port.now += backupEvery.Milliseconds()
		making := a.backUpWhenDue()
		typeKeys(t, a, "乙")
		if got := port.kinds(); len(got) != 2 {
			t.Fatalf("on disk %q: the backup is in the way", got)
		}
		if idleFor(a, port, backupEvery) != 1 {
			t.Fatal("a second backup beside the first")
		}
		send(a, making())
		if got := idleFor(a, port, 0); got != 3 {
			t.Errorf("%d backups, want another one for the later change", got)
		}
	})
}

func TestAFailedBackupIsSaidOnce(t *testing.T) {
	atTheDesk(t, func(a *App, port *fakePort) {
		typeKeys(t, a, "甲")
		for i, c := range []struct {
			fails error
			says  string
		}{
			{errors.New("no room"), "no room"},
			{errors.New("no room"), ""},
			{errors.New("no disk"), "no disk"},
			{nil, ""},
			{nil, ""},
		} {
			a.status = status{}
			port.noBackup = c.fails
			idleFor(a, port, backupEvery)
			if a.status.text != c.says || a.status.warn != (c.says != "") {
				t.Errorf("try %d said %q, want %q", i, a.status.text, c.says)
			}
		}
		if port.backups != 5 {
			t.Errorf("%d backups: a failed one is tried again, one that was made is not", port.backups)
		}
		typeKeys(t, a, "乙")
		port.noBackup = errors.New("no disk")
		if idleFor(a, port, backupEvery); a.status.text != "no disk" {
			t.Errorf("said %q: after a good one it is news again", a.status.text)
		}
	})
}

func TestNoBackupOfAReader(t *testing.T) {
	port := &reloadable{newFakePort(), time.Time{}}
	a := New(port, Options{Lang: "zh", Environ: func(string) string { return "" }})
	port.disk = append(port.disk, port.disk[0]) // another program wrote
	port.now += backupEvery.Milliseconds()
	if a.backUpWhenDue() != nil {
		t.Error("asks for a backup")
	}
}
