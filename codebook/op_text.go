package codebook

import (
	"slices"

	"fangtan/codebook/shift"
	"fangtan/codebook/text"
)

// EditTranscript gives a transcript another text and moves along all that stands
// on it: codings, passage memos and the evidence of links. [Project.Rewrite]
// makes it. The former text stays in the file for undo.
type EditTranscript struct {
	Found *Transcript // the transcript when the op was made
	Row   Transcript  // its text, figures and speakers from now on
	Text  string
	Cut   Cut
	Shift *shift.Map
	Lost  []ID // codings that may go because their words went; [Project.Rewrite] lists all

	index *text.Index
}

// Outcome is what an edit does to what stands on the text.
type Outcome struct {
	Stay      int      // codings whose ends are where they were
	Moved     []Coding // those with other ends, as they will be
	Changed   []Coding // those, moved or not, whose words are not the same, as they will be
	Lost      []Coding // those whose words went away, as they were
	Points    []*Memo  // passage memos whose words went away: they stay at the place
	Unfounded []*Link  // links whose evidence went away: they stay without

	was, is []Coding // all that are written anew, in step
	memos   []Memo
	links   []Link
}

// Kind is "transcript.edit".
func (o *EditTranscript) Kind() string { return "transcript.edit" }

// Args are the file and the number of codings lost.
func (o *EditTranscript) Args(p *Project) []string {
	return []string{p.transcriptName(o.Found.No), count(len(o.Outcome(p).Lost))}
}

// Apply refuses a transcript that is no longer as the op found it, a coding lost
// that was not agreed to (both [ErrChanged]), and a text that another transcript has.
func (o *EditTranscript) Apply(p *Project) (Patch, error) {
	e := p.edit()
	n := o.Found.No
	old := p.Transcript(n)
	switch {
	case old == nil:
		return e.done(object(ThingTranscript, o.Found.File, ErrUnknown))
	case old.Text != o.Found.Text || !alike(&speakersOf{old.Speakers}, &speakersOf{o.Found.Speakers}):
		return e.done(object(ThingTranscript, old.File, ErrChanged))
	}
	if twin := p.ByText(o.Row.Text); twin != nil && twin.No != n {
		return e.done(object(ThingTranscript, twin.File, ErrDuplicate))
	}
	out := o.Outcome(p)
	if !o.agreed(out.Lost) {
		return e.done(object(ThingTranscript, old.File, ErrChanged))
	}
	if err := e.moveCodings(n, &out); err != nil {
		return e.done(err)
	}
	for i := range out.memos {
		e.memo(out.memos[i].No, &out.memos[i])
	}
	for i := range out.links {
		e.link(out.links[i].No, &out.links[i])
	}
	e.moveInstances(func(in Passage) (Passage, bool) {
		if in.Transcript != n {
			return in, true
		}
		place := o.passage(in.Start, in.End)
		return Passage{n, uint32(place.Start), uint32(place.End)}, place.Fate != shift.Lost && place.Start < place.End
	})
	row := *old
	row.Text, row.Bytes, row.Points, row.Chars = o.Row.Text, o.Row.Bytes, o.Row.Points, o.Row.Chars
	row.Turns, row.Speakers = o.Row.Turns, o.Row.Speakers
	e.text(row.Text, o.Text)
	e.transcript(n, &row)
	e.cut(n, o.Cut)
	return e.done(nil)
}

type speakersOf struct{ list []Speaker }

// agreed says that all codings that would be lost were listed.
func (o *EditTranscript) agreed(lost []Coding) bool {
	listed := make(map[ID]bool, len(o.Lost))
	for _, id := range o.Lost {
		listed[id] = true
	}
	return !slices.ContainsFunc(lost, func(c Coding) bool { return !listed[c.ID] })
}

// moveCodings takes out what moves or is lost and puts in what moved; those that
// are equal now become one.
func (e *edit) moveCodings(n No, o *Outcome) error {
	if err := e.codings(n, slices.Concat(o.was, o.Lost), nil); err != nil {
		return err
	}
	gone, in := unite(e.p.Codings(n), o.is)
	return e.codings(n, gone, in)
}

// Outcome says what the op would do to the study as it is in p.
func (o *EditTranscript) Outcome(p *Project) Outcome {
	var out Outcome
	c := p.Codings(o.Found.No)
	for i := range c.Len() {
		o.coding(c.At(i), &out)
	}
	for _, m := range p.Memos() {
		if m.Target == TargetPassage && m.On == o.Found.No {
			o.memo(m, &out)
		}
	}
	for _, l := range p.Links() {
		if l.Transcript == o.Found.No {
			o.link(l, &out)
		}
	}
	return out
}

// passage is where a passage is now; all of the text stays all of it.
func (o *EditTranscript) passage(start, end uint32) shift.Place {
	if start == 0 && end == o.Found.Bytes {
		return shift.Place{End: len(o.Text), Fate: shift.Changed}
	}
	return o.Shift.Passage(int(start), int(end))
}

func (o *EditTranscript) coding(was Coding, out *Outcome) {
	place := o.passage(was.Start, was.End)
	if place.Fate == shift.Lost {
		out.Lost = append(out.Lost, was)
		return
	}
	row := was
	row.Start, row.End = uint32(place.Start), uint32(place.End)
	row.StartCh, row.EndCh = uint32(o.index.CharsBefore(place.Start)), uint32(o.index.CharsBefore(place.End))
	if row.Start == was.Start && row.End == was.End {
		out.Stay++
	} else {
		out.Moved = append(out.Moved, row)
	}
	if place.Fate == shift.Changed {
		out.Changed = append(out.Changed, row)
	}
	if !row.equal(&was) {
		out.was, out.is = append(out.was, was), append(out.is, row)
	}
}

func (o *EditTranscript) memo(m *Memo, out *Outcome) {
	row := *m
	if row.Start == row.End {
		row.Start = uint32(o.Shift.Point(int(m.Start)))
		row.End = row.Start
	} else {
		place := o.passage(m.Start, m.End)
		row.Start, row.End = uint32(place.Start), uint32(place.End)
		if place.Fate == shift.Lost {
			out.Points = append(out.Points, m)
		}
	}
	if row != *m {
		out.memos = append(out.memos, row)
	}
}

func (o *EditTranscript) link(l *Link, out *Outcome) {
	row := *l
	place := o.passage(l.Start, l.End)
	row.Start, row.End = uint32(place.Start), uint32(place.End)
	if place.Fate == shift.Lost {
		row.Transcript, row.Start, row.End = 0, 0, 0
		out.Unfounded = append(out.Unfounded, l)
	}
	if row != *l {
		out.links = append(out.links, row)
	}
}

// standsOnText refuses to take an edit of a text back, or to bring it again, when
// something was put on the text since: it could not go along. h is the edit.
func (p *Project) standsOnText(h Header, q *Patch) error {
	for _, c := range q.Transcripts {
		if c.Old == nil || c.New == nil || c.Old.Text == c.New.Text {
			continue
		}
		if p.newerOn(c.No, h.Time, q) {
			return object(ThingTranscript, c.Old.File, ErrChanged)
		}
	}
	return nil
}

// newerOn says that a coding, memo or evidence stands on transcript n that was
// made after a time and that the patch does not know.
func (p *Project) newerOn(n No, time int64, q *Patch) bool {
	known := map[ID]bool{}
	for _, c := range q.Codings {
		for i := range c.Out {
			known[c.Out[i].ID] = true
		}
	}
	for _, c := range q.Memos {
		known[idOf(c.Old)] = true
	}
	codings := p.Codings(n)
	for i, id := range codings.ID {
		if codings.Created[i] > time && !known[id] {
			return true
		}
	}
	return slices.ContainsFunc(p.Memos(), func(m *Memo) bool {
		return m.Target == TargetPassage && m.On == n && m.Created > time && !known[m.ID]
	})
}

func idOf(m *Memo) ID {
	if m == nil {
		return ID{}
	}
	return m.ID
}
