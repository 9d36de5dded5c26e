package reader

import (
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/tui/screen"
)

// changeEnds begins to change the ends of the coding under the cursor.
func (r *Reader) changeEnds() {
	r.ask(r.env.T("reader.ask-ends"), func(r *Reader, c codebook.Coding) {
		r.ends = c
		r.pick(int(c.Start), int(c.End))
		r.mode = modeEnds
		r.say("reader.ends-on", "Code", r.title(c.Code))
	})
}

// keepEnds gives the coding the ends of the selection.
func (r *Reader) keepEnds() {
	row, ok := r.passage()
	if !ok {
		r.warn("reader.nothing-here")
		return
	}
	r.mode = modeReading
	c := r.ends
	c.Start, c.End, c.StartCh, c.EndCh = row.Start, row.End, row.StartCh, row.EndCh
	if c.Start == r.ends.Start && c.End == r.ends.End {
		r.say("reader.ends-same")
		return
	}
	if r.change("coding.ends", c) {
		r.say("reader.ends-kept", "Code", r.title(c.Code))
	}
}

func (s *side) right()     { s.moveEnd(text.NextGrapheme) }
func (s *side) left()      { s.moveEnd(text.PrevGrapheme) }
func (s *side) wordRight() { s.moveEnd(s.nextWord) }
func (s *side) wordLeft()  { s.moveEnd(s.prevWord) }

// finish marks the transcript as finished by this coder, or no longer.
func (r *Reader) finish() {
	t, coder := *r.transcript(), r.env.Study.Coder()
	done := t.FinishedBy(coder)
	finished := make([]codebook.No, 0, len(t.Finished)+1)
	for _, c := range t.Finished {
		if c != coder {
			finished = append(finished, c)
		}
	}
	if !done {
		finished = append(finished, coder)
	}
	t.Finished = finished
	switch {
	case !r.act(&codebook.SetTranscript{Name: "transcript.finish", Row: t}):
	case done:
		r.say("reader.unfinished")
	default:
		r.say("reader.finished")
	}
}

// copyPassage copies the selected words with their source.
func (r *Reader) copyPassage() {
	if r.sel.empty() {
		r.warn("reader.nothing-here")
		return
	}
	source := []string{r.transcript().Title}
	if i := r.doc.stretchAt(r.sel.start); i >= 0 {
		if who := r.speaker(r.doc.turns[i]); who != "" {
			source = append(source, who)
		}
	}
	source = append(source, r.whereabouts(r.sel.start))
	r.env.Wish(screen.Copy{Text: r.words() + "\n" + r.env.T("reader.source", "Source", strings.Join(source, dotted))})
	r.say("reader.copied")
}
