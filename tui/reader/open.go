package reader

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/screen"
)

// request is a transcript that is being opened.
type request struct {
	codebook.Passage
	text   codebook.Hash // that it has
	beside bool          // beside the one that is open, not in its place
}

// Open opens a transcript where this coder stopped, or at a passage. One that is open on either side gets the focus; without a
// transcript what is open stays.
func (r *Reader) Open(route screen.Route) tea.Cmd {
	p := route.Passage
	r.dirty, r.pending, r.panel = true, "", nil
	if p.Transcript == 0 {
		return nil
	}
	if s := r.sideOf(p.Transcript); s != nil {
		r.wanted = request{}
		if p.End > 0 || r.mode == modeEnds {
			r.mode = modeReading
		}
		r.focus(s)
		s.arrive(p)
		return r.settle()
	}
	return r.read(request{Passage: p})
}

// read asks for the text of a transcript.
func (r *Reader) read(w request) tea.Cmd {
	if t := r.project().Transcript(w.Transcript); t != nil {
		w.text = t.Text
	}
	r.wanted, r.failure = w, nil
	return r.env.Study.ReadText(w.Transcript)
}

// sideOf is the side that shows a transcript, nil for none.
func (r *Reader) sideOf(no codebook.No) *side {
	i := slices.IndexFunc(r.sides, func(s *side) bool { return s.doc != nil && s.doc.no == no && s.transcript() != nil })
	if i < 0 {
		return nil
	}
	return r.sides[i]
}

// textRead takes the text that was asked for; any other answer is stale.
func (r *Reader) textRead(msg screen.TextReadMsg) {
	w := r.wanted
	w.beside = w.beside && r.doc != nil
	if msg.Transcript == 0 || msg.Transcript != w.Transcript {
		return
	}
	r.wanted, r.dirty = request{}, true
	s := &side{desk: r.desk}
	switch {
	case msg.Err != nil && w.beside:
		r.env.Object(msg.Err)
		return
	case msg.Err != nil:
		r.failure = msg.Err
		r.env.Object(msg.Err)
	default:
		s.doc = newManuscript(msg.Transcript, msg.Text, r.project().Cut(msg.Transcript))
		s.doc.name = w.text
		if w.End == 0 {
			w.Passage = r.former.again(msg.Transcript, msg.Text)
		}
		s.arrive(w.Passage)
		r.former = former{}
	}
	if w.beside {
		r.put(s)
		return
	}
	r.side, r.sides = s, []*side{s}
	r.mode, r.steps, r.drag = modeReading, nil, drag{}
}

// resume goes to where this coder stopped if that has become known since the text was opened.
func (s *side) resume() {
	if s.doc != nil && !s.touched && s.at == (codebook.Passage{}) {
		s.arrive(s.at)
	}
}

// arrive selects a passage, or the sentence where this coder stopped. It does not yet make that her place: who looks a passage up
// does not lose the place where she reads.
func (s *side) arrive(p codebook.Passage) {
	s.sel, s.touched, s.at = selection{}, false, codebook.Passage{}
	if p.End > 0 {
		s.at = p
		s.pick(int(p.Start), int(p.End))
	}
	if s.sel.empty() {
		s.pickSentence(s.doc.sentenceAt(int(s.env.Study.Place(s.doc.no).At)))
	}
	s.moved()
}

// keepPlace remembers where this coder is.
func (s *side) keepPlace() {
	if s.sel.empty() || !s.touched {
		return
	}
	was := s.env.Study.Place(s.doc.no)
	now := screen.Place{At: uint32(s.sel.start), Read: max(was.Read, uint32(s.sel.end))}
	if now != was {
		s.env.Study.SetPlace(s.doc.no, now)
	}
}

// Head is the project, group and title; at the right the turn and how much this coder has coded. Two transcripts have that above
// each of them.
func (r *Reader) Head() (left, right string) {
	left = r.env.Study.Name()
	switch {
	case r.doc == nil || r.transcript() == nil:
		return left, ""
	case len(r.sides) > 1:
		return left + dotted + r.pairTitle(), r.limited()
	}
	t := r.transcript()
	if g := r.project().Group(t.Group); g != nil {
		left += dotted + g.Name(r.env.Words.Lang())
	}
	return left + dotted + t.Title, after(r.limited(), r.progress())
}

// after joins what is there of two.
func after(first, second string) string {
	if first == "" {
		return second
	}
	return first + dotted + second
}

// progress is the turn of the selection, and how much this coder has coded.
func (s *side) progress() string {
	said := ""
	if n := s.doc.turnCount(); n > 0 {
		said = s.env.T("reader.turn-of", "N", strconv.Itoa(s.turnNumber()), "Total", strconv.Itoa(n)) + dotted
	}
	if s.marks != nil {
		said += s.env.T("reader.coded", "Percent", strconv.Itoa(s.marks.percent))
	}
	if s.transcript().FinishedBy(s.env.Study.Coder()) {
		said += dotted + s.env.T("reader.is-finished")
	}
	return said
}

// turnNumber is the number of the turn of the selection, 0 before the first.
func (s *side) turnNumber() int {
	if i := s.doc.stretchAt(s.sel.start); i >= 0 {
		return s.doc.numbers[i]
	}
	return 0
}
