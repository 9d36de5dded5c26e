package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/shift"
	"fangtan/tui/screen"
)

// former is a text that was changed while it was open, and what was selected in it.
type former struct {
	no     codebook.No
	source string
	sel    codebook.Passage
}

// editText wants the text changed in the user's own editor.
func (r *Reader) editText() { r.env.Wish(screen.EditText{Transcript: r.doc.no}) }

// retake lets go of a text that is no longer the transcript's, and asks for what it
// is now. Of two sides the one that is out of date and has no focus is closed.
func (r *Reader) retake() tea.Cmd {
	for _, s := range slices.Clone(r.sides) {
		if s != r.side && s.outdated() {
			r.drop(s)
		}
	}
	if !r.outdated() {
		return nil
	}
	at := codebook.Passage{Transcript: r.doc.no, Start: uint32(r.sel.start), End: uint32(r.sel.end)}
	r.former = former{no: r.doc.no, source: r.doc.source, sel: at}
	r.drop(r.calmSide())
	*r.side = side{desk: r.desk}
	r.panel, r.mode, r.dirty = nil, modeReading, true
	return r.read(request{Passage: codebook.Passage{Transcript: at.Transcript}})
}

// outdated says that the transcript has another text than the one that is shown.
func (s *side) outdated() bool {
	if s.doc == nil {
		return false
	}
	t := s.transcript()
	return t != nil && t.Text != s.doc.name
}

// again is the selection as it was before the text was changed, in what the text is
// now; none if this is another transcript or its words are gone.
func (f former) again(no codebook.No, now string) codebook.Passage {
	if f.no != no || f.sel.Start >= f.sel.End {
		return codebook.Passage{}
	}
	place := shift.Between(f.source, now).Passage(int(f.sel.Start), int(f.sel.End))
	return codebook.Passage{Transcript: no, Start: uint32(place.Start), End: uint32(place.End)}
}
