package reader

import (
	"slices"

	"fangtan/codebook"
)

// example makes the selection an example of a code that this coder put on it, asking which if there are several; once more, and it
// is none.
func (r *Reader) example() {
	r.ask(r.env.T("reader.ask-example"), func(r *Reader, c codebook.Coding) {
		at := codebook.Passage{Transcript: r.doc.no, Start: uint32(r.sel.start), End: uint32(r.sel.end)}
		code := r.project().Code(c.Code)
		off := slices.Contains(code.Instances, at)
		if !r.act(&codebook.MarkInstance{Code: c.Code, Passage: at, Off: off}) {
			return
		}
		if off {
			r.say("reader.no-example", "Code", r.title(c.Code))
		} else {
			r.say("reader.example", "Code", r.title(c.Code))
		}
	})
}
