package tui

import (
	"crypto/sha256"
	"errors"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/tui/screen"
)

const spoken = "问：怎么传？\n答：文件里没有写。头一个月他们见我就躲。\n"

// editPort is a port whose editor leaves a text at once, or fails.
type editPort struct {
	*fakePort
	left    string
	failed  error
	settled int
}

func (p *editPort) Edit(codebook.No) (Edit, error) { return p, nil }

func (p *editPort) Run(done func(error) tea.Msg) tea.Cmd {
	return func() tea.Msg { return done(p.failed) }
}

func (p *editPort) Result(ran error) (*codebook.EditTranscript, string, error) {
	if ran != nil {
		return nil, "", ran
	}
	op, err := p.project.Rewrite(codebook.Rewriting{Transcript: 1, Before: spoken, After: p.left, NewID: p.NewID})
	return op, spoken, err
}

func (p *editPort) Settle(*codebook.EditTranscript) error {
	p.settled++
	return nil
}

// editDesk is a desk with one transcript, on which the code 躲避 stands.
func editDesk(t *testing.T) (*App, *editPort) {
	t.Helper()
	port := &editPort{fakePort: newFakePort()}
	cut := text.Segment(spoken, nil)
	at := uint32(strings.Index(spoken, "头一个月"))
	for _, op := range []codebook.Op{
		&codebook.AddTranscript{Row: codebook.Transcript{
			ID: port.NewID(), File: "谈.txt", Title: "谈", Text: sha256.Sum256([]byte(spoken)),
			Bytes: uint32(len(spoken)), Chars: uint32(text.Chars(spoken)), Turns: uint32(cut.TurnCount()),
		}, Text: spoken, Cut: &codebook.HeldCut{Cut: cut}},
		&codebook.PutCode{Row: codebook.Code{ID: port.NewID(), NameZh: "躲避"}},
		&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{{
			ID: port.NewID(), Start: at, End: at + 33, StartCh: 13, EndCh: 24, Code: 1, Coder: 1,
		}}},
	} {
		if _, err := port.project.Do(op, codebook.Stamp{}); err != nil {
			t.Fatal(err)
		}
	}
	a := New(port, Options{Lang: "zh", Environ: func(string) string { return "" }})
	drain(t, a, send(a, tea.WindowSizeMsg{Width: 80, Height: 24}), a.readHistory())
	return a, port
}

func edit(t *testing.T, a *App) {
	t.Helper()
	a.env.Wish(screen.EditText{Transcript: 1})
	drain(t, a, send(a, screen.ShownMsg{}))
}

func TestEditIsAskedForAndDone(t *testing.T) {
	a, port := editDesk(t)
	at := uint32(strings.Index(spoken, "头一个月"))
	a.study.places[1] = screen.Place{At: at, Read: uint32(len(spoken))}
	port.left = "问：怎么传？\n答：说实话，文件里没有写。\n"
	edit(t, a)
	shown, _ := a.draw()
	for _, words := range []string{"改“谈”的文字？", "丢失 1 处", "丢失 躲避（李老师）：“头一个月他们见我就躲"} {
		if !strings.Contains(shown, words) {
			t.Errorf("%q is not said in\n%s", words, shown)
		}
	}
	typeKeys(t, a, "<esc>")
	if a.editing != nil || len(port.kinds()) != 0 || port.project.Codings(1).Len() != 1 {
		t.Fatal("Esc did not leave all as it was")
	}
	edit(t, a)
	typeKeys(t, a, "<enter>")
	if got := port.kinds(); !slices.Equal(got, []string{"transcript.edit"}) || port.settled != 1 {
		t.Fatalf("written %q, settled %d", got, port.settled)
	}
	if got := a.study.places[1]; got.Read != uint32(len(port.left)) || got.At > uint32(len(port.left)) {
		t.Errorf("place %+v", got)
	}
	drain(t, a, a.undo())
	if port.project.Codings(1).Len() != 1 || port.project.Transcript(1).Text != sha256.Sum256([]byte(spoken)) {
		t.Error("one undo did not bring all back")
	}
}

func TestEditThatComesToNothing(t *testing.T) {
	for name, port := range map[string]editPort{
		"failed": {failed: errors.New("exit status 3")}, "unchanged": {left: spoken}, "empty": {left: "\n"}, "no UTF-8": {left: "\xff"},
	} {
		a, p := editDesk(t)
		p.failed, p.left = port.failed, port.left
		edit(t, a)
		if a.editing != nil || len(p.kinds()) != 0 || !a.status.warn || a.status.text == "" {
			t.Errorf("%s: %+v, %q", name, a.status, p.kinds())
		}
	}
}

func TestStudyChangedWhileTheEditWasAsked(t *testing.T) {
	a, port := editDesk(t)
	port.left = "问：怎么传？\n答：说实话，文件里没有写。\n"
	edit(t, a)
	if err := a.study.Do(&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{{
		ID: port.NewID(), Start: uint32(strings.Index(spoken, "他们")), End: uint32(len(spoken) - 4), StartCh: 17, EndCh: 23, Code: 1, Coder: 1,
	}}}); err != nil {
		t.Fatal(err)
	}
	typeKeys(t, a, "<enter>")
	if !a.status.warn || slices.Contains(port.kinds(), "transcript.edit") {
		t.Errorf("a coding that nobody was asked about was lost: %q", port.kinds())
	}
}
