package reader

import (
	"slices"
	"strconv"
	"strings"

	"fangtan/codebook"
)

// Settings that this coder keeps.
const (
	setMoveOn = "reader/move-on"  // "on": after coding, go to the next sentence that is not coded
	setPlain  = "reader/plain"    // "on": only the text
	setShow   = "reader/show"     // "", "mine" or "code"
	setRecent = "reader/recent"   // codes used last, the newest first, by number
	setLast   = "reader/last-put" // codes applied last
)

const (
	on         = "on"
	mostRecent = 12
)

func (r *Reader) movesOn() bool { return r.env.Study.Setting(setMoveOn) == on }
func (r *Reader) plain() bool   { return r.env.Study.Setting(setPlain) == on }

// toggle switches a setting and gives what it is now.
func (r *Reader) toggle(name string) bool {
	if r.env.Study.Setting(name) == on {
		r.env.Study.Set(name, "")
		return false
	}
	r.env.Study.Set(name, on)
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

// cycleShow goes from all codings to one's own, to the current code and what is below it, and back to all.
func (r *Reader) cycleShow() {
	switch r.env.Study.Setting(setShow) {
	case "":
		r.env.Study.Set(setShow, "mine")
		r.say("reader.show-mine")
	case "mine":
		if n := r.current(); n != 0 {
			r.env.Study.Set(setShow, "code")
			r.say("reader.show-code", "Code", r.title(n))
			break
		}
		fallthrough
	default:
		r.env.Study.Set(setShow, "")
		r.say("reader.show-all")
	}
	r.marks = nil
}

// shows says which codings are shown.
func (r *Reader) shows() func(c *codebook.Codings, i int) bool {
	coder, code := r.env.Study.Coder(), r.current()
	tree := r.project().Tree()
	switch r.env.Study.Setting(setShow) {
	case "mine":
		return func(c *codebook.Codings, i int) bool { return codebook.No(c.Coder[i]) == coder }
	case "code":
		if code != 0 {
			return func(c *codebook.Codings, i int) bool { return tree.Under(c.Code[i], code) }
		}
	}
	return func(*codebook.Codings, int) bool { return true }
}

// recent lists the codes used last that are still there, the newest first; lastCodes those applied last.
func (r *Reader) recent() []codebook.No    { return r.codesIn(setRecent) }
func (r *Reader) lastCodes() []codebook.No { return r.codesIn(setLast) }

func (r *Reader) codesIn(setting string) []codebook.No {
	var list []codebook.No
	for _, field := range strings.Fields(r.env.Study.Setting(setting)) {
		n, err := strconv.ParseUint(field, 10, 32)
		if err == nil && r.project().Code(codebook.No(n)) != nil {
			list = append(list, codebook.No(n))
		}
	}
	return list
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
	if r.env.Study.Setting(setShow) == "code" {
		r.marks = nil
		r.refresh()
	}
}

func written(codes []codebook.No) string {
	fields := make([]string, len(codes))
	for i, n := range codes {
		fields[i] = strconv.FormatUint(uint64(n), 10)
	}
	return strings.Join(fields, " ")
}
