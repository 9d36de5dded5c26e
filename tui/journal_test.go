package tui

import (
	"slices"
	"testing"

	"fangtan/codebook"
	"fangtan/tui/screen"
	"fangtan/tui/wording"
)

// takeBackAlone wishes that one action be taken back alone, and lets all happen that
// this leads to.
func takeBackAlone(t *testing.T, a *App, no uint64) {
	t.Helper()
	a.env.Wish(screen.TakeBack{Action: no})
	drain(t, a, send(a, screen.ShownMsg{}))
}

func TestOneActionIsTakenBackAlone(t *testing.T) {
	a, port, _ := newPad(t)
	typeKeys(t, a, "甲 乙 丙")
	first := uint64(len(port.disk)) - 2
	takeBackAlone(t, a, first)
	if got := port.names(); !slices.Equal(got, []string{"乙", "丙"}) {
		t.Errorf("left are %q", got)
	}
	if last := port.disk[len(port.disk)-1]; last.Kind != codebook.KindUndo || last.Reverses != first {
		t.Errorf("the journal says %s of %d", last.Kind, last.Reverses)
	}
	for no, id := range map[uint64]string{first: "app.undone-already", first + 3: "app.not-undoable", 99: "app.not-undoable"} {
		takeBackAlone(t, a, no)
		if a.status.text != a.env.T(id) {
			t.Errorf("of %d it says %q, want %q", no, a.status.text, a.env.T(id))
		}
	}
	takeBackAlone(t, a, first+2) // the last one: an ordinary undo
	if got := port.names(); !slices.Equal(got, []string{"乙"}) {
		t.Errorf("left are %q", got)
	}
}

// What stands in the way of taking an action back is named.
func TestWhatIsInTheWayIsNamed(t *testing.T) {
	a, port, _ := newPad(t)
	typeKeys(t, a, "甲")
	made := uint64(len(port.disk))
	row := *port.project.Code(port.project.Last().Codes)
	row.Definition = "后来"
	if err := a.study.Do(&codebook.PutCode{Row: row}); err != nil {
		t.Fatal(err)
	}
	takeBackAlone(t, a, made)
	later := port.disk[len(port.disk)-1].Header
	if want := a.env.T("app.in-the-way", "No", later.No, "What", wording.Describe(a.env.Words, later)); a.status.text != want || !a.status.warn {
		t.Errorf("it says %q, want %q", a.status.text, want)
	}
}

// The journal that a screen reads has what is not on the disk yet.
func TestRecordHasWhatIsNotWritten(t *testing.T) {
	a, port, _ := newPad(t)
	typeKeys(t, a, "甲 乙")
	saved := uint64(len(port.disk))
	row := *port.project.Code(port.project.Last().Codes)
	row.Definition = "新"
	if err := a.study.Do(&codebook.PutCode{Row: row}); err != nil {
		t.Fatal(err)
	}
	r := a.study.Journal()
	for limit, want := range map[int][]uint64{1: {saved + 1}, 2: {saved + 1, saved}, 0: {saved + 1, saved, saved - 1}} {
		headers, err := r.Headers(limit)
		var got []uint64
		for _, h := range headers {
			got = append(got, h.No)
		}
		if err != nil || len(got) < len(want) || !slices.Equal(got[:len(want)], want) {
			t.Errorf("limit %d: %v %v, want %v", limit, got, err, want)
		}
	}
	if action, err := r.Action(saved + 1); err != nil || action.Kind != "code.set" {
		t.Errorf("action %+v, %v", action.Header, err)
	}
	for no, codes := range map[uint64]int{saved - 1: 1, saved: 1, saved + 1: 0} {
		if since, err := r.Since(no); err != nil || len(since.Codes) != codes {
			t.Errorf("since %d: %d codes, %v", no, len(since.Codes), err)
		}
	}
}
