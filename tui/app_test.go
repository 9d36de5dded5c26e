package tui

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/keys"
	"fangtan/tui/screen"
	"fangtan/tui/tuitest"
)

// fakePort is a study in memory that writes to a list.
type fakePort struct {
	project *codebook.Project
	disk    []codebook.Action
	fail    error
	ended   string // why nothing can be written since the last failure
	ids     byte
	state   map[string]string

	now      int64 // in Unix milliseconds
	backups  int   // how often one was asked for
	noBackup error
}

func newFakePort() *fakePort {
	p := &fakePort{project: codebook.New(codebook.ID{1}, codebook.ID{2}, "zh")}
	a, err := p.project.Do(&codebook.PutCoder{Row: codebook.Coder{ID: p.NewID(), Name: "李老师"}}, codebook.Stamp{})
	if err != nil {
		panic(err)
	}
	a.No = 1
	p.disk = append(p.disk, a)
	return p
}

func (p *fakePort) Project() *codebook.Project { return p.project }
func (p *fakePort) Name() string               { return "驻村" }
func (p *fakePort) ReadOnly() string {
	if p.fail != nil {
		return p.ended
	}
	return ""
}
func (p *fakePort) Coder() codebook.No { return 1 }
func (p *fakePort) Now() int64         { return p.now }
func (p *fakePort) LastAction() uint64 { return uint64(len(p.disk)) }
func (p *fakePort) Backup() error {
	p.backups++
	return p.noBackup
}
func (p *fakePort) NewID() codebook.ID {
	p.ids++
	return codebook.ID{15: p.ids}
}

func (p *fakePort) Commit(actions []codebook.Action) error {
	if p.fail != nil {
		return p.fail
	}
	p.disk = append(p.disk, actions...)
	return nil
}

func (p *fakePort) History() (*codebook.History, error) {
	h := codebook.NewHistory(p.project.Copy)
	for _, a := range p.disk {
		h.Push(a.Header)
	}
	return h, nil
}

func (p *fakePort) Entry(n uint64) (codebook.Action, error) { return p.disk[n-1], nil }

func (p *fakePort) Headers(from uint64, limit int) (headers []codebook.Header, err error) {
	for no := from; no > 0 && len(headers) < limit; no-- {
		headers = append(headers, p.disk[no-1].Header)
	}
	return headers, nil
}

func (p *fakePort) Between(after, upTo uint64) (codebook.Patch, error) {
	var sum codebook.Sum
	for _, a := range p.disk[after:upTo] {
		sum.Add(&a.Patch)
	}
	return sum.Patch(), nil
}

func (p *fakePort) InTheWay(uint64) (codebook.Header, bool, error) {
	if len(p.disk) == 0 {
		return codebook.Header{}, false, nil
	}
	return p.disk[len(p.disk)-1].Header, true, nil
}

func (p *fakePort) Text(codebook.No) (string, error) { return "", nil }
func (p *fakePort) Places() (map[codebook.No]screen.Place, error) {
	return nil, nil
}
func (p *fakePort) Settings() (map[string]string, error) { return nil, nil }
func (p *fakePort) SaveState(_ map[codebook.No]screen.Place, settings map[string]string) error {
	p.state = settings
	return nil
}
func (p *fakePort) Explain(err error, _ string) string { return err.Error() }

// names are the codes that the study has.
func (p *fakePort) names() (names []string) {
	for _, n := range p.project.Tree().Order {
		names = append(names, p.project.Code(n).NameZh)
	}
	return names
}

// kinds are the actions on disk after the first.
func (p *fakePort) kinds() (kinds []string) {
	for _, a := range p.disk[1:] {
		kinds = append(kinds, a.Kind)
	}
	return kinds
}

// pad is a screen on which every letter makes a code of that name.
type pad struct {
	env  *screen.Env
	back int // states that Back has to undo
	last tea.Msg
}

func (p *pad) Update(msg tea.Msg) tea.Cmd {
	p.last = msg
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch key.Text {
	case "u":
		p.env.Wish(screen.Undo{})
	case "r":
		p.env.Wish(screen.Redo{})
	case "":
	default:
		err := p.env.Study.Do(&codebook.PutCode{Row: codebook.Code{ID: p.env.Study.NewID(), NameZh: key.Text}})
		if err != nil {
			p.env.Object(err)
		}
	}
	return nil
}
func (p *pad) Draw(a screen.Area) (string, *tea.Cursor) {
	return p.env.Ruler.Frame([]string{"本文"}, a.Width, a.Height), tea.NewCursor(2, 0)
}
func (p *pad) Head() (string, string) { return "驻村", "12 篇" }
func (p *pad) Typing() bool           { return false }
func (p *pad) Entries() []keys.Entry  { return nil }
func (p *pad) Footer() []keys.Entry   { return nil }
func (p *pad) Run(int) tea.Cmd        { return nil }
func (p *pad) Back() bool             { p.back--; return p.back >= 0 }

func newPad(t *testing.T) (*App, *fakePort, *pad) {
	port := newFakePort()
	a := New(port, Options{Lang: "zh", Environ: func(string) string { return "" }})
	front := &pad{env: a.env}
	a.screens[screen.Transcripts] = front
	a.order = append(a.order, screen.Transcripts)
	drain(t, a, send(a, tea.WindowSizeMsg{Width: 80, Height: 24}), a.readHistory())
	return a, port, front
}

func send(a *App, msg tea.Msg) tea.Cmd {
	_, cmd := a.Update(msg)
	return cmd
}

func drain(t *testing.T, a *App, cmds ...tea.Cmd) bool {
	return tuitest.Drain(t, func(msg tea.Msg) tea.Cmd { return send(a, msg) }, cmds...)
}

func typeKeys(t *testing.T, a *App, script string) {
	for _, key := range tuitest.Keys(script) {
		drain(t, a, send(a, key))
	}
}

func TestActionsAreWrittenInOrder(t *testing.T) {
	a, port, _ := newPad(t)
	var first tea.Cmd
	for i, key := range tuitest.Keys("甲 乙 丙") {
		cmd := send(a, key)
		if i == 0 {
			first = cmd
		} else if msgs := run(cmd); slices.ContainsFunc(msgs, isWritten) {
			t.Fatal("a second commit began while the first was in flight")
		}
	}
	if !a.study.writer.busy() {
		t.Fatal("not busy while writing")
	}
	drain(t, a, first)
	if got, want := port.kinds(), []string{"code.add", "code.add", "code.add"}; !slices.Equal(got, want) {
		t.Errorf("on disk: %q", got)
	}
	for i, n := range []string{"甲", "乙", "丙"} {
		if got := port.disk[i+1]; got.Patch.Codes[0].New.NameZh != n || got.No != uint64(i+2) {
			t.Errorf("entry %d is %d %s", i+1, got.No, got.Patch.Codes[0].New.NameZh)
		}
	}
	if a.study.writer.busy() {
		t.Error("still busy after all was written")
	}
}

// run runs a command without giving its message back.
func run(cmd tea.Cmd) []tea.Msg {
	if cmd == nil {
		return nil
	}
	msg := cmd()
	if batch, ok := msg.(tea.BatchMsg); ok {
		var all []tea.Msg
		for _, c := range batch {
			all = append(all, run(c)...)
		}
		return all
	}
	return []tea.Msg{msg}
}

func isWritten(msg tea.Msg) bool { _, ok := msg.(actionsWrittenMsg); return ok }

func TestLeavingWaitsForTheWriter(t *testing.T) {
	a, port, _ := newPad(t)
	write := send(a, tuitest.Keys("甲")[0])
	if msgs := run(send(a, tuitest.Keys("<ctrl+q>")[0])); slices.ContainsFunc(msgs, isQuit) {
		t.Fatal("left before all was written")
	}
	if Filter(a, tea.QuitMsg{}) == (tea.QuitMsg{}) {
		t.Error("a signal ends the program before all is written")
	}
	a.study.Set("reader/move-on", "yes")
	if !drain(t, a, write) {
		t.Error("did not leave after all was written")
	}
	if len(port.kinds()) != 1 || port.state["reader/move-on"] != "yes" {
		t.Errorf("on disk: %q, settings %q", port.kinds(), port.state)
	}
	if Filter(a, tea.QuitMsg{}) != (tea.QuitMsg{}) {
		t.Error("the last quit is held back")
	}
}

func isQuit(msg tea.Msg) bool { _, ok := msg.(tea.QuitMsg); return ok }

func TestAFailedCommitIsTakenBack(t *testing.T) {
	a, port, _ := newPad(t)
	typeKeys(t, a, "甲")
	port.fail = errors.New("no space")
	typeKeys(t, a, "乙 丙")
	if got := port.names(); !slices.Equal(got, []string{"甲"}) {
		t.Errorf("in memory: %q, want only what is on disk", got)
	}
	if !a.status.warn || a.status.text == "" {
		t.Error("nothing was said")
	}
	port.fail = nil
	typeKeys(t, a, "丁 u u")
	if got := port.names(); len(got) != 0 {
		t.Errorf("after two undos: %q", got)
	}
}

// A port that ends writing for good says so itself: the head does not call it saved,
// and nothing more is done.
func TestWritingEndsForGood(t *testing.T) {
	a, port, _ := newPad(t)
	typeKeys(t, a, "甲")
	port.fail, port.ended = errors.New("kept as study.rescued"), ""
	write := send(a, tuitest.Keys("乙")[0])
	port.ended = "app.import-read-only"
	drain(t, a, write)
	if got := port.names(); !slices.Equal(got, []string{"甲"}) || a.status.text != "kept as study.rescued" || !a.status.warn {
		t.Errorf("in memory %q, said %q", got, a.status.text)
	}
	if head := a.head(); strings.Contains(head, a.env.T("app.saved")) || !strings.Contains(head, a.env.T("app.read-only")) {
		t.Errorf("head %q", head)
	}
	for _, key := range []string{"丙", "u"} {
		typeKeys(t, a, key)
		if got := port.names(); !slices.Equal(got, []string{"甲"}) || a.status.text != a.env.T("app.import-read-only") {
			t.Errorf("%s: in memory %q, said %q", key, got, a.status.text)
		}
	}
}

// reloadable is a port that is open read-only and can be read again.
type reloadable struct {
	*fakePort
	at time.Time
}

func (r *reloadable) ReadOnly() string        { return "app.read-only" }
func (r *reloadable) SnapshotTime() time.Time { return r.at }
func (r *reloadable) Reload() error {
	r.at = r.at.Add(time.Hour)
	return r.fail
}

func TestReadOnlySaysAsOfWhen(t *testing.T) {
	port := &reloadable{newFakePort(), time.Date(2026, 11, 22, 9, 24, 0, 0, time.Local)}
	port.now = port.SnapshotTime().UnixMilli()
	a := New(port, Options{Lang: "zh", Environ: func(string) string { return "" }})
	a.screens[screen.Transcripts] = &pad{env: a.env}
	drain(t, a, send(a, tea.WindowSizeMsg{Width: 80, Height: 24}))
	if head := a.head(); !strings.Contains(head, "只读 · 09:24 的内容") {
		t.Errorf("head %q", head)
	}
	port.now += 2 * 24 * time.Hour.Milliseconds() // then the day is said, too
	if head := a.head(); !strings.Contains(head, "2026-11-22 09:24 的内容") {
		t.Errorf("two days later the head is %q", head)
	}
	port.now -= 2 * 24 * time.Hour.Milliseconds()
	typeKeys(t, a, "<ctrl+l>")
	if head := a.head(); !strings.Contains(head, "10:24") || !strings.Contains(a.status.text, "10:24") || a.status.warn {
		t.Errorf("head %q, said %q", head, a.status.text)
	}
	port.fail = errors.New("gone")
	typeKeys(t, a, "<ctrl+l>")
	if a.status.text != "gone" || !a.status.warn {
		t.Errorf("said %q", a.status.text)
	}
}

func TestClipboardIsHarmless(t *testing.T) {
	for give, want := range map[string]string{
		"甲\t乙\n丙":                         "甲\t乙\n丙",
		"a\x1b]52;c;eA==\x07\nb\u202ec\n": "a␛]52;c;eA==␇\nb‹RLO›c\n",
		"":                                "",
		"\n\n":                            "\n\n",
	} {
		if got := harmlessLines(give); got != want {
			t.Errorf("%q becomes %q, want %q", give, got, want)
		}
		a, _, _ := newPad(t)
		msg := a.grantOne(screen.Copy{Text: give})()
		if got := fmt.Sprint(msg); got != want {
			t.Errorf("%q is copied as %q, want %q", give, got, want)
		}
	}
}

// partly is the error of a commit of which some actions are on disk.
type partly struct{ saved codebook.ID }

func (e partly) Error() string                { return "sync failed" }
func (e partly) WasSaved(id codebook.ID) bool { return id == e.saved }

func TestWhatWasSavedInAFailedCommitStays(t *testing.T) {
	a, port, _ := newPad(t)
	cmd := send(a, tuitest.Keys("甲")[0])
	action := a.study.writer.writing[0]
	run(cmd)
	drain(t, a, send(a, actionsWrittenMsg{partly{action.ID}}))
	if got := port.names(); !slices.Equal(got, []string{"甲"}) {
		t.Errorf("in memory: %q, want what is on disk", got)
	}
}

func TestUndoAndRedo(t *testing.T) {
	a, port, _ := newPad(t)
	typeKeys(t, a, "甲 乙 u")
	if got := port.names(); !slices.Equal(got, []string{"甲"}) {
		t.Errorf("after undo: %q", got)
	}
	typeKeys(t, a, "r")
	if got := port.names(); !slices.Equal(got, []string{"甲", "乙"}) {
		t.Errorf("after redo: %q", got)
	}
	typeKeys(t, a, "u u u u")
	if got := port.names(); len(got) != 0 {
		t.Errorf("after all undos: %q", got)
	}
}

// TestUndoAfterARestart reads the action to be undone from disk.
func TestUndoAfterARestart(t *testing.T) {
	a, port, _ := newPad(t)
	typeKeys(t, a, "甲 乙")
	b := New(port, Options{Lang: "zh", Environ: func(string) string { return "" }})
	front := &pad{env: b.env}
	b.screens[screen.Transcripts], b.order = front, append(b.order, screen.Transcripts)
	waiting := send(b, tea.WindowSizeMsg{Width: 80, Height: 24})
	drain(t, b, waiting, send(b, tuitest.Keys("u")[0])) // before the journal is read
	if got := port.names(); len(got) != 2 {
		t.Fatalf("undone before the journal was read: %q", got)
	}
	drain(t, b, b.readHistory())
	if got := port.names(); !slices.Equal(got, []string{"甲"}) {
		t.Errorf("after undo: %q", got)
	}
}

func TestKeysThatComeLaterSaySo(t *testing.T) {
	a, _, _ := newPad(t)
	for key, id := range map[string]string{"<f8>": "app.agreement-later", "<ctrl+c>": "app.how-to-leave"} {
		typeKeys(t, a, key)
		if a.status.text != a.env.T(id) {
			t.Errorf("%s says %q", key, a.status.text)
		}
	}
}

func TestEscGoesBackOneStep(t *testing.T) {
	a, _, front := newPad(t)
	front.back = 1
	typeKeys(t, a, "? <esc>")
	if a.name != screen.Transcripts {
		t.Fatalf("Esc leads to %s", a.name)
	}
	if front.back != 1 {
		t.Error("Esc on help undid a state of the screen below")
	}
	typeKeys(t, a, "<esc>")
	if front.back != 0 || a.status.text != "" {
		t.Error("Esc did not undo the screen's state first")
	}
	typeKeys(t, a, "<esc>")
	if a.status.text != a.env.T("app.top-level") {
		t.Errorf("Esc on the outermost screen says %q", a.status.text)
	}
}

// TestEscAfterAFunctionKey leads back to the screen that the key was pressed on.
func TestEscAfterAFunctionKey(t *testing.T) {
	a, _, _ := newPad(t)
	for _, name := range []screen.Name{screen.Codebook, screen.Frequency} {
		a.screens[name] = &pad{env: a.env}
	}
	typeKeys(t, a, "<f4> <f5> <f4> <f5> <esc>")
	if a.name != screen.Codebook {
		t.Errorf("Esc leads to %s, want %s", a.name, screen.Codebook)
	}
	typeKeys(t, a, "<esc>")
	if a.name != screen.Transcripts {
		t.Errorf("a second Esc leads to %s, want %s", a.name, screen.Transcripts)
	}
	typeKeys(t, a, "<f5> <f2> <esc>")
	if a.name != screen.Transcripts {
		t.Errorf("Esc on the transcripts leads to %s", a.name)
	}
}

func TestFrames(t *testing.T) {
	a, _, _ := newPad(t)
	for _, size := range []tea.WindowSizeMsg{{Width: 59, Height: 24}, {Width: 60, Height: 16}, {Width: 80, Height: 24}} {
		send(a, size)
		content, cursor := a.draw()
		t.Run(sizeName(size), func(t *testing.T) { tuitest.Golden(t, content, cursor) })
	}
	send(a, tea.WindowSizeMsg{Width: 80, Height: 24})
	typeKeys(t, a, "<ctrl+p>")
	content, cursor := a.draw()
	t.Run("palette", func(t *testing.T) { tuitest.Golden(t, content, cursor) })
	typeKeys(t, a, "chexiao")
	content, cursor = a.draw()
	t.Run("palette-typed", func(t *testing.T) { tuitest.Golden(t, content, cursor) })
	typeKeys(t, a, "<esc> ?")
	content, cursor = a.draw()
	t.Run("help", func(t *testing.T) { tuitest.Golden(t, content, cursor) })
}

func sizeName(s tea.WindowSizeMsg) string {
	return map[int]string{59: "too-small", 60: "60x16", 80: "80x24"}[s.Width]
}

func TestBackgroundByEnvironment(t *testing.T) {
	for value, dark := range map[string]bool{"": true, "15;0": true, "0;15": false, "0;default;7": false, "7;8": true} {
		if got := darkBy(func(string) string { return value }); got != dark {
			t.Errorf("COLORFGBG=%q: dark is %v", value, got)
		}
	}
}
