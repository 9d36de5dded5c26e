package codebook

import (
	"slices"
)

// AddTranscript brings a transcript in, with its text and cut. Row.No is given
// here; a File that is taken gets " (2)", " (3)" … appended. Text is empty when
// the store has it already, under Row.Text.
type AddTranscript struct {
	Row  Transcript
	Text string
	Cut  Cut
}

// Kind is "transcript.add".
func (o *AddTranscript) Kind() string { return "transcript.add" }

// Args are the file.
func (o *AddTranscript) Args(*Project) []string { return []string{o.Row.File} }

// Apply refuses an empty text and a text that is in already.
func (o *AddTranscript) Apply(p *Project) (Patch, error) {
	e := p.edit()
	row := o.Row
	switch {
	case row.Chars == 0:
		return e.done(object(ThingTranscript, row.File, ErrEmpty))
	case row.Group != 0 && p.Group(row.Group) == nil:
		return e.done(object(ThingGroup, row.File, ErrUnknown))
	}
	if twin := p.ByText(row.Text); twin != nil {
		return e.done(object(ThingTranscript, twin.File, ErrDuplicate))
	}
	row.File = p.freeFile(row.File)
	row.No = p.transcripts.take()
	row.Rank = int32(row.No)
	if o.Text != "" {
		e.text(row.Text, o.Text)
	}
	e.transcript(row.No, &row)
	e.cut(row.No, o.Cut)
	return e.done(nil)
}

// SetTranscript replaces what is known about a transcript: title, kind, group,
// date, pair, rank, speakers, values, finished. Text, file and figures stay.
type SetTranscript struct {
	Name string // "transcript.set" or "transcript.finish"
	Row  Transcript
}

// Kind is the name given.
func (o *SetTranscript) Kind() string { return o.Name }

// Args are the file.
func (o *SetTranscript) Args(p *Project) []string { return []string{p.transcriptName(o.Row.No)} }

// Apply refuses groups, pairs and attributes that are not there.
func (o *SetTranscript) Apply(p *Project) (Patch, error) {
	e := p.edit()
	old := p.Transcript(o.Row.No)
	if old == nil {
		return e.done(object(ThingTranscript, "", ErrUnknown))
	}
	row := *old
	row.Title, row.Kind, row.Group, row.Date, row.Pair = o.Row.Title, o.Row.Kind, o.Row.Group, o.Row.Date, o.Row.Pair
	row.Rank, row.Speakers, row.Values = o.Row.Rank, o.Row.Speakers, o.Row.Values
	row.Finished = slices.Sorted(slices.Values(o.Row.Finished))
	if err := p.transcriptRefers(&row); err != nil {
		return e.done(err)
	}
	if !alike(old, &row) {
		e.transcript(row.No, &row)
	}
	return e.done(nil)
}

// RemoveTranscripts takes transcripts out with their codings, passage memos and
// the evidence of links; the texts stay in the file for undo.
type RemoveTranscripts struct{ Transcripts []No }

// Kind is "transcript.remove".
func (o *RemoveTranscripts) Kind() string { return "transcript.remove" }

// Args are the files.
func (o *RemoveTranscripts) Args(p *Project) []string {
	var args []string
	for _, n := range o.Transcripts {
		args = append(args, p.transcriptName(n))
	}
	return args
}

// Apply refuses transcripts that are not there.
func (o *RemoveTranscripts) Apply(p *Project) (Patch, error) {
	e := p.edit()
	gone := map[No]bool{}
	for _, n := range o.Transcripts {
		if p.Transcript(n) == nil {
			return e.done(object(ThingTranscript, "", ErrUnknown))
		}
		gone[n] = true
	}
	for _, n := range o.Transcripts {
		if err := e.codings(n, p.Codings(n).Rows(), nil); err != nil {
			return e.done(err)
		}
		if p.Cut(n) != nil {
			e.cut(n, nil)
		}
		e.transcript(n, nil)
	}
	e.unhangTranscripts(gone)
	return e.done(nil)
}

func (e *edit) unhangTranscripts(gone map[No]bool) {
	for _, m := range e.p.Memos() {
		if (m.Target == TargetPassage || m.Target == TargetTranscript) && gone[m.On] {
			e.memo(m.No, nil)
		}
	}
	e.moveInstances(func(in Passage) (Passage, bool) { return in, !gone[in.Transcript] })
	for _, l := range e.p.Links() {
		if gone[l.Transcript] {
			row := *l
			row.Transcript, row.Start, row.End = 0, 0, 0
			e.link(l.No, &row)
		}
	}
	for _, t := range e.p.transcripts.all() {
		if gone[t.Pair] {
			row := *t
			row.Pair = 0
			e.transcript(t.No, &row)
		}
	}
}
