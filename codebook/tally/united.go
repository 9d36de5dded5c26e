package tally

import "fangtan/codebook"

// run is what one coding, or several united ones of a code, cover, in counted
// characters.
type run struct {
	start, end uint32
	code       codebook.No
	at         int32 // the first piece that ends behind its start
	in         bool  // one of the codings shares a character with the scope
	whole      bool  // names the transcript and no words in it
}

// united makes runs of the codings of one transcript. They come sorted by start,
// so one run a code is open at a time:
//
//	codings of a   ├────┤  ├──┤        ├──┤
//	               │ ├───────┤         │
//	runs of a      ├─────────┤         ├──┤
type united struct {
	open []int32 // by code, then again for those that name the transcript: the run that is open, from 1
	runs []run   // by start
}

func newUnited(codes int) united { return united{open: make([]int32, 2*codes)} }

func (u *united) begin() {
	clear(u.open)
	u.runs = u.runs[:0]
}

// take puts r, as one of code, into the run that it shares a character with, or
// opens one. It says whether both are in scope, so that there is one coding less
// to count.
func (u *united) take(code codebook.No, r *run) (less bool) {
	slot := &u.open[code]
	if r.whole {
		slot = &u.open[len(u.open)/2+int(code)]
	}
	if *slot > 0 {
		if o := &u.runs[*slot-1]; r.start < o.end {
			less = o.in && r.in
			o.end, o.in = max(o.end, r.end), o.in || r.in
			return less
		}
	}
	u.runs = append(u.runs, *r)
	*slot = int32(len(u.runs))
	u.runs[*slot-1].code = code
	return false
}
