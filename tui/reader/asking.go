package reader

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/tui/keys"
	"fangtan/tui/prompt"
)

// asking is a panel that asks something with a part, and goes on with the answer.
type asking struct {
	part prompt.Part
	then func(*Reader) tea.Cmd
}

func (q *asking) take(r *Reader, msg tea.Msg) tea.Cmd {
	result, cmd := q.part.Update(msg)
	switch result {
	case prompt.Accepted:
		r.close()
		return tea.Batch(cmd, q.then(r))
	case prompt.Left:
		r.close()
	case prompt.Open:
	}
	return cmd
}

func (q *asking) leave(r *Reader)      { r.close() }
func (q *asking) footer() []keys.Entry { return q.part.Footer() }

// draw is the part's box in the lower right.
func (q *asking) draw(r *Reader) overlay {
	box := q.part.Draw(r.area)
	o := overlay{lines: box.Lines, x: max(r.area.Width-box.Width, 0), y: max(r.area.Height-len(box.Lines), 0), cursor: box.Cursor}
	return o
}
