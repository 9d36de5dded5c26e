package reader

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/cell"
	"fangtan/tui/screen"
)

// desk is what all sides share: what surrounds the reader, and what it draws with.
type desk struct {
	env    *screen.Env
	canvas canvas
	dirty  bool // the frame has to be made anew
}

func (d *desk) say(id string, args ...any)  { d.env.Say(d.env.T(id, args...)) }
func (d *desk) warn(id string, args ...any) { d.env.Warn(d.env.T(id, args...)) }

func (d *desk) project() *codebook.Project { return d.env.Study.Project() }

func (d *desk) ruler() cell.Ruler { return d.env.Ruler }

// side is one transcript as it is read: its text, what is selected in it, and the rows in sight. The reader has one, or two beside
// each other.
type side struct {
	*desk
	doc     *manuscript // nil for none
	set     *setting
	sheet   sheet
	marks   *marks
	seen    uint64           // revision that marks were read at
	sel     selection        // what keys act on
	touched bool             // a key was pressed since the text was opened: the place is hers
	at      codebook.Passage // what it was opened at; none: where this coder stopped
	seek    seek

	top    place   // first row shown
	follow bool    // the view has to follow the selection
	calm   bool    // another side has the focus
	places []place // what each row shows; a row below the text has block -1
	margin *margin
	drawn  drawn
	cursor *tea.Cursor // within the side's columns and rows of text, nil for none
}

// transcript is the row of the side's transcript, nil when it is gone.
func (s *side) transcript() *codebook.Transcript { return s.project().Transcript(s.doc.no) }
