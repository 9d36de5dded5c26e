package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// backupEvery is how often a study that changes is backed up.
const backupEvery = 30 * time.Minute

// backups tells when the next backup is due. The first is asked for behind the first
// frame.
type backups struct {
	asked  int64  // when, in Unix milliseconds
	asking bool   // one is being made
	action uint64 // the last one on the disk when the newest backup was asked for
	said   string // why the last one failed, "" if it did not
}

// backedUpMsg says what became of the backup that was asked for after this action.
type backedUpMsg struct {
	action uint64
	err    error
}

func (a *App) backUp() tea.Cmd {
	a.backups.asked, a.backups.asking = a.port.Now(), true
	action := a.port.LastAction()
	return func() tea.Msg { return backedUpMsg{action, a.port.Backup()} }
}

// backUpWhenDue asks for a backup when there is something new on the disk and the
// last one was asked for long enough ago, or in a future that a clock set back took away.
func (a *App) backUpWhenDue() tea.Cmd {
	b := &a.backups
	if b.asking || b.action == a.port.LastAction() || a.study.ReadOnly() {
		return nil
	}
	if passed := a.port.Now() - b.asked; 0 <= passed && passed < backupEvery.Milliseconds() {
		return nil
	}
	return a.backUp()
}

// backedUp says what went wrong, but not again at each try.
func (a *App) backedUp(msg backedUpMsg) {
	b := &a.backups
	b.asking = false
	if msg.err == nil {
		b.action, b.said = msg.action, ""
		return
	}
	if why := a.explain(msg.err); why != b.said {
		b.said = why
		a.warn(why)
	}
}
