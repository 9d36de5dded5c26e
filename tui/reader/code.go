package reader

import (
	"slices"
	"strconv"

	"fangtan/codebook"
)

// pin applies the code that has a key.
func (r *Reader) pin(key string) {
	if n := r.pinned(key); n != 0 {
		r.code(n)
		return
	}
	r.warn("reader.no-pin", "Key", key)
}

// pinned is the code that has a key, 0 for none.
func (d *desk) pinned(key string) codebook.No {
	for _, n := range d.project().Tree().Order {
		if c := d.project().Code(n); c.Pin == key {
			return n
		}
	}
	return 0
}

// code applies codes to the selection; what was put on moves on where the person wants that.
func (r *Reader) code(codes ...codebook.No) {
	if r.apply(codes...) && r.movesOn() {
		r.onward()
	}
}

// apply puts codes on the selection, or takes them off if all are on exactly it. The domain decides how each meets those that
// are there. put tells whether something was put on.
func (r *Reader) apply(codes ...codebook.No) (put bool) {
	row, ok := r.passage()
	if !ok {
		r.warn("reader.nothing-here")
		return false
	}
	m := r.meet(row, codes)
	switch {
	case len(m.same) == len(codes):
		r.takeOffAll(m.same)
		return false
	case len(m.ops) == 0:
		r.sayInside(m.inside)
		return false
	}
	if !r.act(m.action(r, codes)) {
		return false
	}
	r.remember(codes)
	r.sayPut(m, codes)
	if r.mode == modeFree {
		r.mode = modeReading
	}
	return true
}

// act makes a change; a refusal is shown. The marks are read anew at once, for what follows in the same key.
func (r *Reader) act(op codebook.Op) bool {
	if err := r.env.Study.Do(op); err != nil {
		r.env.Object(err)
		return false
	}
	r.refresh()
	return true
}

// names are the titles of codes, with signs between them.
func (d *desk) names(codes []codebook.No) string {
	name := ""
	for i, n := range codes {
		if i > 0 {
			name += dotted
		}
		name += d.title(n)
	}
	return name
}

// takeOffAll takes codings off.
func (r *Reader) takeOffAll(rows []codebook.Coding) bool {
	op := &codebook.RemoveCodings{Transcript: r.doc.no}
	var codes []codebook.No
	for _, c := range rows {
		op.IDs = append(op.IDs, c.ID)
		codes = append(codes, c.Code)
	}
	if !r.act(op) {
		return false
	}
	r.say("reader.taken-off", "Code", r.names(codes))
	return true
}

// repeat applies the codes applied last.
func (r *Reader) repeat() {
	codes := r.lastCodes()
	if len(codes) == 0 {
		r.warn("reader.nothing-to-repeat")
		return
	}
	r.code(codes...)
}

// own lists this coder's codings that touch the selection: those on exactly it alone where there are any.
func (s *side) own() []codebook.Coding {
	var all, exact []codebook.Coding
	c := s.marks.codings
	for _, i := range c.Touching(uint32(s.sel.start), uint32(s.sel.end)) {
		row := c.At(i)
		if row.Coder != s.env.Study.Coder() || row.Flags&codebook.WholeSource != 0 {
			continue
		}
		all = append(all, row)
		if int(row.Start) == s.sel.start && int(row.End) == s.sel.end {
			exact = append(exact, row)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return all
}

// ask hands one of this coder's codings on the selection to then, after asking which if there are several.
func (r *Reader) ask(title string, then func(*Reader, codebook.Coding)) {
	own := r.own()
	switch {
	case len(own) == 1:
		then(r, own[0])
	case len(own) > 1:
		r.show(newChoice(title, own, then))
	case len(r.onSelection()) > 0:
		r.warn("reader.only-others")
	default:
		r.warn("reader.none-here")
	}
}

// listHere lists all codings on the selection that show, whoever's; the one chosen is gone to.
func (r *Reader) listHere() {
	var rows []codebook.Coding
	for _, at := range r.marks.touching(r.sel.start, r.sel.end) {
		rows = append(rows, r.marks.codings.At(r.marks.shown[at]))
	}
	if len(rows) == 0 {
		r.warn("reader.no-code-here")
		return
	}
	r.show(newChoice(r.env.T("reader.all-here", "N", strconv.Itoa(len(rows))), rows, func(r *Reader, c codebook.Coding) {
		if i := r.marks.codings.Find(c.ID); i >= 0 {
			r.openCoding(i)
		}
	}))
}

// takeOff takes a coding off, asking which.
func (r *Reader) takeOff() {
	r.ask(r.env.T("reader.ask-take-off"), func(r *Reader, c codebook.Coding) {
		r.takeOffAll([]codebook.Coding{c})
	})
}

// change replaces one coding; equal ones become one.
func (r *Reader) change(name string, c codebook.Coding) bool {
	return r.act(&codebook.ChangeCodings{Name: name, Transcript: r.doc.no, Rows: []codebook.Coding{c}})
}

// star marks this coder's codings on the selection as key quotes, or no longer if all are.
func (r *Reader) star() {
	own := r.own()
	if len(own) == 0 {
		r.warn("reader.none-to-star")
		return
	}
	plain := slices.ContainsFunc(own, func(c codebook.Coding) bool { return c.Flags&codebook.Starred == 0 })
	for i := range own {
		own[i].Flags &^= codebook.Starred
		if plain {
			own[i].Flags |= codebook.Starred
		}
	}
	if !r.act(&codebook.ChangeCodings{Name: "coding.star", Transcript: r.doc.no, Rows: own}) {
		return
	}
	if plain {
		r.say("reader.starred")
	} else {
		r.say("reader.unstarred")
	}
}
