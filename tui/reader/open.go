package reader

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/screen"
)

// Open opens a transcript where this coder stopped, or at a passage. Without a transcript the one that is open stays.
func (r *Reader) Open(route screen.Route) tea.Cmd {
	no := route.Passage.Transcript
	r.dirty, r.pending, r.panel = true, "", nil
	switch {
	case no == 0:
		return nil
	case r.doc != nil && r.doc.no == no && r.transcript() != nil:
		r.wanted = screen.Route{}
		r.arrive(route.Passage)
		return r.settle()
	}
	r.wanted, r.failure = route, nil
	return r.env.Study.ReadText(no)
}

// textRead takes the text that was asked for; any other answer is stale.
func (r *Reader) textRead(msg screen.TextReadMsg) {
	wanted := r.wanted.Passage
	if msg.Transcript == 0 || msg.Transcript != wanted.Transcript {
		return
	}
	r.wanted, r.dirty = screen.Route{}, true
	if r.failure = msg.Err; msg.Err != nil {
		r.doc = nil
		r.env.Object(msg.Err)
		return
	}
	r.doc = newManuscript(msg.Transcript, msg.Text, r.project().Cut(msg.Transcript))
	r.set, r.marks, r.sheet = nil, nil, sheet{}
	r.mode, r.steps, r.seek, r.top = modeReading, nil, seek{}, place{}
	r.arrive(wanted)
}

// resume goes to where this coder stopped if that has become known since the text was opened.
func (r *Reader) resume() {
	if r.doc != nil && !r.touched && r.at == (codebook.Passage{}) {
		r.arrive(r.at)
	}
}

// arrive selects a passage, or the sentence where this coder stopped. It does not yet make that her place: who looks a passage up
// does not lose the place where she reads.
func (r *Reader) arrive(p codebook.Passage) {
	r.sel, r.touched, r.at = selection{}, false, codebook.Passage{}
	if p.End > 0 {
		r.mode, r.at = modeReading, p
		r.pick(int(p.Start), int(p.End))
	}
	if r.sel.empty() {
		r.pickSentence(r.doc.sentenceAt(int(r.env.Study.Place(r.doc.no).At)))
	}
	r.moved()
}

// keepPlace remembers where this coder is.
func (r *Reader) keepPlace() {
	if r.sel.empty() || !r.touched {
		return
	}
	was := r.env.Study.Place(r.doc.no)
	now := screen.Place{At: uint32(r.sel.start), Read: max(was.Read, uint32(r.sel.end))}
	if now != was {
		r.env.Study.SetPlace(r.doc.no, now)
	}
}

// Head is the project, group and title; at the right the turn and how much this coder has coded.
func (r *Reader) Head() (left, right string) {
	left = r.env.Study.Name()
	if r.doc == nil || r.transcript() == nil {
		return left, ""
	}
	t := r.transcript()
	if g := r.project().Group(t.Group); g != nil {
		left += " · " + g.Name(r.env.Words.Lang())
	}
	left += " · " + t.Title
	if n := r.doc.turnCount(); n > 0 {
		at := 0
		if i := r.doc.stretchAt(r.sel.start); i >= 0 {
			at = r.doc.numbers[i]
		}
		right = r.env.T("reader.turn-of", "N", strconv.Itoa(at), "Total", strconv.Itoa(n)) + " · "
	}
	if r.marks != nil {
		right += r.env.T("reader.coded", "Percent", strconv.Itoa(r.marks.percent))
	}
	return left, right
}
