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
	left          int  // first column of the area that is the sheet's
	above         int  // rows above the text: the title, where two stand side by side
	pad           int  // blank columns at the left
	number        int  // width of the turn numbers; 0 for none, they stand before the names then
	text, measure int  // first column of the text, and its width
	margin, names int  // first column of the margin, and its width; 0 for none
	width, height int  // of the sheet
	rows          int  // for text and margin
	under         int  // rows below them, of the sheet's width
	band          int  // rows below those, over the whole area
	pane          bool // the lower part of the margin is a pane; else the band has what would be in it
	keyboard      bool // the pane has the keyboard in it
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
	keyboardFrom  = 46 // columns of margin in which the keyboard has room, with two columns of names
	keyboardRows  = 20 // rows that it has there
	keyboardBand  = 7  // rows of the keyboard over the whole width
	keyboardTight = 3  // rows of it on a low screen
)

// wants are what the sheet has to make room for.
type wants struct {
	turns    int  // or paragraphs, where nobody speaks: the highest number
	spoken   bool // somebody speaks
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

// Sizes of two sheets side by side.
const (
	halfLeast   = 38 // columns of each, for lines of 17 Chinese characters
	halfRoomy   = 56 // from which the turn numbers have a column
	halfMeasure = 44 // columns of text that are left when the names stand beside it
	halfUnder   = 2  // rows for the codes on the selection, where names do not stand beside the text
	halfLegend  = 2  // rows for the other codes in sight
	halfTall    = 30 // rows from which there is room for them
)

// besideFrom is the width of an area from which two transcripts can be read side by side.
const besideFrom = 2*halfLeast + 1 + wallRoom

// newHalf is the left (0) or right (1) of two sheets side by side. Where a half is narrow, no columns are kept for numbers and
// names: numbers stand before the speakers, names below the text.
func newHalf(a screen.Area, i int, w wants) sheet {
	width := (a.Width - 1 - wallRoom) / 2
	s := sheet{left: i * (a.Width - width), above: 1, width: width, height: a.Height}
	if a.Height >= halfTall {
		s.above++ // a blank row
	}
	before, digits := gutterRoom, max(2, len(strconv.Itoa(w.turns)))
	switch {
	case width >= halfRoomy:
		s.number, before = digits, before+digits+numberRoom
	case !w.spoken: // there are no names that the numbers could stand before
		s.number, before = digits, before+digits+1
	}
	if !w.plain {
		s.band, s.under = 1, halfUnder
		if a.Height >= halfTall && !w.keyboard {
			s.under += halfLegend
		}
		s.besideText(before)
	}
	if w.keyboard {
		s.keyboardBelow()
	}
	beside := 0
	if s.names > 0 {
		beside = 1 + wallRoom + s.names
	}
	s.measure = min(measureMost, width-before-beside)
	s.center(before, beside)
	s.margin = s.text + s.measure + 1 + wallRoom
	s.rows = a.Height - s.above - s.under - s.band
	return s
}

// besideText gives the names a margin if the half has room for one; then one row below is enough.
func (s *sheet) besideText(before int) {
	room := s.width - before - halfMeasure - 1 - wallRoom
	if room >= marginLeast {
		s.names, s.under = min(room, s.width/4), 1
	}
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
	case w.keyboard && !(wide && s.names >= keyboardFrom && a.Height >= 2*keyboardRows):
		s.keyboardBelow()
	case wide:
		s.pane, s.keyboard = true, w.keyboard
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
