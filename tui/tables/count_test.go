package tables

import (
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
)

// messages runs a command of Ask: the answer, then the sign that it is late.
func messages(t *testing.T, cmd tea.Cmd) (answer, late tea.Msg) {
	t.Helper()
	batch, ok := cmd().(tea.BatchMsg)
	if !ok || len(batch) != 2 {
		t.Fatal("a question is a count and a timer")
	}
	return batch[0](), batch[1]()
}

func TestCountDropsWhatIsStale(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := codebook.New(codebook.ID{1}, codebook.ID{2}, "zh")
		var c Count[string, int]
		length := func(_ *codebook.Project, s string) int { return len(s) }
		first := c.Ask(p, "first", length)
		if c.Ask(p, "first", length) != nil {
			t.Error("the same question is not asked twice")
		}
		second := c.Ask(p, "second", length)
		answer, late := messages(t, first)
		if c.Take(answer.(CountedMsg[string, int])) || c.Has {
			t.Error("the answer to an old question was taken")
		}
		if c.Waited(late.(LateMsg[string])) {
			t.Error("nobody waits for the old answer")
		}
		answer, late = messages(t, second)
		if !c.Waited(late.(LateMsg[string])) || !c.Late {
			t.Error("the second question is late")
		}
		if !c.Take(answer.(CountedMsg[string, int])) || c.Answer != 6 || c.Late || c.Waiting() {
			t.Errorf("answer %d, late %v, waiting %v; want 6 and neither", c.Answer, c.Late, c.Waiting())
		}
		if c.Waited(late.(LateMsg[string])) || c.Late {
			t.Error("what is answered is not late")
		}
	})
}

func TestCountAsksAgainWhenTheStudyChanges(t *testing.T) {
	p := codebook.New(codebook.ID{1}, codebook.ID{2}, "zh")
	var c Count[int, int]
	same := func(_ *codebook.Project, n int) int { return n }
	c.Ask(p, 1, same)
	if _, err := p.Do(&codebook.PutCoder{Row: codebook.Coder{Name: "甲"}}, codebook.Stamp{}); err != nil {
		t.Fatal(err)
	}
	if c.Ask(p, 1, same) == nil {
		t.Error("after a change the same settings are another question")
	}
}

func TestPassagesAreDroppedByTheNextKey(t *testing.T) {
	var p Passages
	cmd := p.Look(func() []codebook.Excerpt { return nil }, nil)
	p.Drop()
	p.Take(nil, cmd().(PassagesFoundMsg)) // would need an Env if it were taken
	var other Passages
	cmd = other.Look(func() []codebook.Excerpt { return nil }, nil)
	p.Look(func() []codebook.Excerpt { return nil }, nil)
	p.Take(nil, cmd().(PassagesFoundMsg))
}
