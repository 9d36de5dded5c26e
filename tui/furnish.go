package tui

import (
	"fangtan/tui/codes"
	"fangtan/tui/cooccurrence"
	"fangtan/tui/excerpts"
	"fangtan/tui/frequency"
	"fangtan/tui/journal"
	"fangtan/tui/library"
	"fangtan/tui/links"
	"fangtan/tui/memos"
	"fangtan/tui/reader"
	"fangtan/tui/screen"
)

// furnish makes the screens, in the order of their keys.
func (a *App) furnish() {
	a.order = []screen.Name{
		screen.Transcripts, screen.Reader, screen.Codebook, screen.Frequency,
		screen.Cooccurrence, screen.Excerpts, screen.Journal, screen.Memos, screen.Links, screen.Help,
	}
	a.screens = map[screen.Name]screen.Screen{
		screen.Transcripts:  library.New(a.env),
		screen.Reader:       reader.New(a.env),
		screen.Codebook:     codes.New(a.env),
		screen.Frequency:    frequency.New(a.env),
		screen.Cooccurrence: cooccurrence.New(a.env),
		screen.Excerpts:     excerpts.New(a.env),
		screen.Journal:      journal.New(a.env),
		screen.Memos:        memos.New(a.env),
		screen.Links:        links.New(a.env),
		screen.Help:         newHelp(a.env),
	}
}
