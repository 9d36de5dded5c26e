package prompt

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/tui/keys"
	"fangtan/tui/screen"
)

// Question is what a [Confirm] asks. Along is what would go along, Lines are what else there is to know. Enter takes No
// unless the deed is harmless.
type Question struct {
	Title, Text string
	Along       []string
	Lines       []string
	Yes, No     string
	Harmless    bool
}

// Confirm asks whether.
type Confirm struct {
	env      *screen.Env
	question Question
	yes      bool // what Enter would take
	keys     keys.Table[reply]
}

// reply is what a key means to a Confirm.
type reply uint8

const (
	sayYes reply = iota + 1
	sayNo
	sayOther
	sayChosen
)

// NewConfirm makes a Confirm.
func NewConfirm(env *screen.Env, q Question) *Confirm {
	const group = "prompt.asking"
	return &Confirm{env: env, question: q, yes: q.Harmless, keys: keys.Table[reply]{
		{Keys: []string{"y"}, Intent: sayYes, Help: "prompt.yes", Group: group, Footer: true},
		{Keys: []string{"n", "esc"}, Intent: sayNo, Help: "prompt.no", Group: group, Footer: true},
		{Keys: []string{"left", "right", "tab", "shift+tab", "h", "l"}, Intent: sayOther, Help: "prompt.other-answer", Group: group, Footer: true, Show: "← →"},
		{Keys: []string{"enter", "space"}, Intent: sayChosen, Help: "prompt.take", Group: group, Footer: true},
	}}
}

// Update takes a key. Accepted is yes; no is Left.
func (c *Confirm) Update(msg tea.Msg) (Result, tea.Cmd) {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return Open, nil
	}
	row, state := c.keys.Match("", keys.Normalize(key))
	if state != keys.Hit {
		c.env.Useless(key)
		return Open, nil
	}
	switch row.Intent {
	case sayOther:
		c.yes = !c.yes
		return Open, nil
	case sayYes:
		c.yes = true
	case sayNo:
		c.yes = false
	}
	if c.yes {
		return Accepted, nil
	}
	return Left, nil
}

// confirmWidth is the widest a question is set.
const confirmWidth = 60

// Draw gives the question, what would happen, and the two answers.
func (c *Confirm) Draw(a screen.Area) Box {
	r, t, q := c.env.Ruler, c.env.Theme, &c.question
	width := inner(a, confirmWidth)
	var lines []string
	for _, line := range r.Wrap(q.Text, width) {
		lines = append(lines, t.Text.Render(line))
	}
	lines = append(lines, "")
	for _, text := range c.consequences() {
		for _, line := range r.Wrap(text, width) {
			lines = append(lines, t.Dim.Render(line))
		}
	}
	yes, no := r.Pad(q.Yes, 0), r.Pad(q.No, 0)
	const gap = "     "
	x := 0
	if !c.yes {
		x = 2 + r.Width(yes) + len(gap)
	}
	lines = append(lines, "", c.answer(yes, c.yes)+gap+c.answer(no, !c.yes))
	return Frame(c.env, q.Title, lines, width, tea.NewCursor(x, len(lines)-1))
}

// consequences are what goes along, under a heading, and the other lines.
func (c *Confirm) consequences() []string {
	var lines []string
	for i, text := range c.question.Along {
		if i == 0 {
			lines = append(lines, c.env.T("prompt.along"))
		}
		lines = append(lines, "  "+text)
	}
	return append(lines, c.question.Lines...)
}

func (c *Confirm) answer(word string, chosen bool) string {
	t := c.env.Theme
	if chosen {
		return t.Accent.Render(t.Glyphs.Here + " " + word)
	}
	return t.Text.Render("  " + word)
}

// Entries are the keys.
func (c *Confirm) Entries() []keys.Entry { return c.keys.Entries(c.env.Words) }

// Footer are the keys, too.
func (c *Confirm) Footer() []keys.Entry { return c.keys.Footer(c.env.Words) }
