package reader

import (
	"slices"
	"strconv"
	"strings"

	"fangtan/codebook"
)

// Settings that this coder keeps.
const (
	setMoveOn  = "reader/move-on"  // "on": after coding, go to the next sentence that is not coded
	setPlain   = "reader/plain"    // "on": only the text
	setSuggest = "reader/suggest"  // "on": codes are proposed
	setShow    = "reader/show"     // which codings show: see showMine
	setRecent  = "reader/recent"   // codes used last, the newest first, by number
	setLast    = "reader/last-put" // codes applied last
)

const (
	on         = "on"
	mostRecent = 12
)

func (d *desk) movesOn() bool { return d.env.Study.Setting(setMoveOn) == on }
func (d *desk) plain() bool   { return d.env.Study.Setting(setPlain) == on }

// toggle switches a setting and gives what it is now.
func (d *desk) toggle(name string) bool {
	if d.env.Study.Setting(name) == on {
		d.env.Study.Set(name, "")
		return false
	}
	d.env.Study.Set(name, on)
	return true
}

func (r *Reader) toggleMoveOn() {
	if r.toggle(setMoveOn) {
		r.say("reader.move-on")
	} else {
		r.say("reader.stay")
	}
}

func (r *Reader) togglePlain() {
	if r.toggle(setPlain) {
		r.say("reader.plain")
	} else {
		r.say("reader.not-plain")
	}
}

// rereadMarks has every side read its marks anew: which of them show has changed.
func (r *Reader) rereadMarks() {
	for _, s := range r.sides {
		s.marks = nil
		if s.set != nil {
			s.refresh()
		}
	}
}

// recent lists the codes used last that are still there, the newest first; lastCodes those applied last.
func (d *desk) recent() []codebook.No    { return d.codesIn(setRecent) }
func (d *desk) lastCodes() []codebook.No { return d.codesIn(setLast) }

func (d *desk) codesIn(setting string) []codebook.No {
	return slices.DeleteFunc(numbers(d.env.Study.Setting(setting)), func(n codebook.No) bool { return d.project().Code(n) == nil })
}

// remember keeps codes as those applied last and as the newest in use.
func (r *Reader) remember(codes []codebook.No) {
	recent := slices.Clone(codes)
	for _, n := range r.recent() {
		if !slices.Contains(recent, n) {
			recent = append(recent, n)
		}
	}
	r.env.Study.Set(setLast, written(codes))
	r.env.Study.Set(setRecent, written(recent[:min(len(recent), mostRecent)]))
	if r.env.Study.Setting(setShow) == showCode {
		r.rereadMarks()
	}
}

func written(codes []codebook.No) string {
	fields := make([]string, len(codes))
	for i, n := range codes {
		fields[i] = strconv.FormatUint(uint64(n), 10)
	}
	return strings.Join(fields, " ")
}
