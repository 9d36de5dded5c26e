package reader

import (
	"strconv"

	"fangtan/tui/screen"
	"fangtan/tui/theme"
)

// sheet is how the area is divided, in columns and rows.
//
//	pad gutter number text…………………… │ margin……
//	                                │
//	                                │ pane
//	band…………………………………………………………………
type sheet struct {
	pad           int  // blank columns at the left
	number        int  // width of the turn numbers
	text, measure int  // first column of the text, and its width
	margin, names int  // first column of the margin, and its width; 0 for none
	width, height int  // of the area
	rows          int  // for text and margin
	band          int  // rows below them, over the whole width
	pane          bool // the lower part of the margin is a pane; else the band has what would be in it
}

// Sizes in columns and rows.
const (
	measureMost   = 88 // 44 Chinese characters
	measureLeast  = 20
	marginMost    = 56
	marginLeast   = 14
	paneFrom      = 100 // columns from which the pane stands in the margin
	paneFromRows  = 20
	bandRows      = 2
	wallRoom      = 2 // the rule and a blank
	numberRoom    = 2 // blanks behind the number
	gutterRoom    = theme.Stripes + 1
	keyboardFrom  = 30 // columns of margin in which the keyboard has room
	keyboardBand  = 7  // rows of the keyboard over the whole width
	keyboardTight = 3  // rows of it on a low screen
)

// wants are what the sheet has to make room for.
type wants struct {
	turns    int
	plain    bool // only the text
	keyboard bool // code keys
}

func newSheet(a screen.Area, w wants) sheet {
	s := sheet{width: a.Width, height: a.Height, rows: a.Height, number: max(2, len(strconv.Itoa(w.turns)))}
	before := gutterRoom + s.number + numberRoom
	if w.plain {
		s.measure = max(min(measureMost, a.Width-before-2), measureLeast)
		s.center(before, 0)
		if w.keyboard {
			s.keyboardBelow()
		}
		return s
	}
	s.names = a.Width / 4
	if a.Width < paneFrom {
		s.names = a.Width / 5
	}
	s.names = min(max(s.names, marginLeast), marginMost)
	s.measure = max(min(measureMost, a.Width-before-wallRoom-1-s.names), measureLeast)
	s.names = min(max(s.names, a.Width-before-wallRoom-1-s.measure), marginMost)
	s.center(before, wallRoom+1+s.names)
	s.margin = s.text + s.measure + 1 + wallRoom
	s.divide(a, w)
	return s
}

// center puts what is left of the width at both sides.
func (s *sheet) center(before, after int) {
	s.pad = max(s.width-before-s.measure-after, 0) / 2
	s.text = s.pad + before
}

// divide gives the pane its rows in the margin, or below the text where the margin is narrow.
func (s *sheet) divide(a screen.Area, w wants) {
	wide := a.Width >= paneFrom && a.Height >= paneFromRows
	switch {
	case w.keyboard && !(wide && s.names >= keyboardFrom):
		s.keyboardBelow()
	case wide:
		s.pane = true
	default:
		s.band = bandRows
		s.rows = a.Height - s.band
	}
}

func (s *sheet) keyboardBelow() {
	s.band = keyboardBand
	if s.height < paneFromRows {
		s.band = keyboardTight
	}
	s.rows = s.height - s.band
}
