package reader

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/prompt"
)

// Two transcripts stand side by side: the one that was open keeps its place at the left, the other comes to its right.
//
//	▸ 07 周明（化名）        话轮 18/64 │   11 村干部 丁            话轮 6/40
//	  …                                │   …
//	  本段  ▌P2.1 要求不具体            │   本段  未编码
//	P2.1  部门领导 2·1/3  监督者 5·3/3 …

// beside brings the transcript paired with this one to its side, or asks which; where two stand, it gives the other the focus.
func (r *Reader) beside() tea.Cmd {
	if len(r.sides) > 1 {
		r.otherSide()
		return nil
	}
	if pair := r.pairOf(r.transcript()); pair != nil {
		return r.bring(pair.No)
	}
	r.chooseBeside()
	return nil
}

// pairOf is the transcript paired with t, whichever of both says so; nil for none.
func (r *Reader) pairOf(t *codebook.Transcript) *codebook.Transcript {
	if pair := r.project().Transcript(t.Pair); pair != nil {
		return pair
	}
	all := r.project().Transcripts()
	if i := slices.IndexFunc(all, func(other *codebook.Transcript) bool { return other.Pair == t.No }); i >= 0 {
		return all[i]
	}
	return nil
}

// chooseBeside asks which transcript to set beside this one.
func (r *Reader) chooseBeside() {
	if r.tooNarrow() {
		return
	}
	var items []prompt.Item
	var nos []codebook.No
	for _, t := range r.project().Transcripts() {
		if r.sideOf(t.No) != nil {
			continue
		}
		note := ""
		if g := r.project().Group(t.Group); g != nil {
			note = g.Name(r.env.Words.Lang())
		}
		items, nos = append(items, prompt.Item{Text: t.Title, Other: t.File, Note: note}), append(nos, t.No)
	}
	if len(items) == 0 {
		r.warn("reader.no-other")
		return
	}
	list := prompt.NewTypedList(r.env, r.env.T("reader.ask-beside"), r.env.T("reader.ask-beside-hint"), items)
	r.show(&asking{part: list, then: func(r *Reader) tea.Cmd { return r.bring(nos[list.Chosen()]) }})
}

// bring reads the text of a transcript, to stand beside this one.
func (r *Reader) bring(no codebook.No) tea.Cmd {
	if r.tooNarrow() {
		return nil
	}
	return r.read(request{Passage: codebook.Passage{Transcript: no}, beside: true})
}

// tooNarrow says whether two transcripts would have lines too short for reading, and says so.
func (r *Reader) tooNarrow() bool {
	if r.area.Width >= besideFrom {
		return false
	}
	r.warn("reader.too-narrow", "Least", strconv.Itoa(besideFrom), "Width", strconv.Itoa(r.area.Width))
	return true
}

// put sets a side beside the one with the focus, in the place of another that stands there.
func (r *Reader) put(s *side) {
	r.drop(r.calmSide())
	r.sides = append(r.sides, s)
	r.settleAnew()
	r.say("reader.beside", "Title", s.transcript().Title)
}

// calmSide is the side without the focus, nil for none.
func (r *Reader) calmSide() *side {
	for _, s := range r.sides {
		if s != r.side {
			return s
		}
	}
	return nil
}

// otherSide gives the other side the focus.
func (r *Reader) otherSide() {
	s := r.calmSide()
	if s == nil {
		r.warn("reader.not-beside")
		return
	}
	if r.focus(s) && len(r.shown()) == 1 {
		r.tooNarrow()
	}
}

// focus gives a side the keys and says whether it has them now. Ends that are being changed keep the focus where they are.
func (r *Reader) focus(s *side) bool {
	switch {
	case s == r.side:
		return true
	case !slices.Contains(r.sides, s):
		return false
	case r.mode == modeEnds:
		r.warn("reader.ends-first")
		return false
	case r.mode == modeFree:
		r.mode = modeReading
	}
	r.side, r.drag = s, drag{}
	r.dirty = true
	return true
}

// alone closes the side without the focus.
func (r *Reader) alone() {
	if len(r.sides) < 2 {
		r.warn("reader.not-beside")
		return
	}
	r.drop(r.calmSide())
	r.settleAnew()
	r.say("reader.alone", "Title", r.transcript().Title)
}

// drop closes a side, if it is one of two.
func (r *Reader) drop(s *side) {
	if s == nil || len(r.sides) < 2 {
		return
	}
	r.sides = slices.DeleteFunc(r.sides, func(one *side) bool { return one == s })
	r.side = r.sides[0]
	r.steps = slices.DeleteFunc(r.steps, func(one keyed) bool { return one.side == s })
}

// settleAnew has every side find its selection again when the columns changed.
func (r *Reader) settleAnew() { r.resize(r.area) }

// closeGone closes transcripts that are no longer in the study.
func (r *Reader) closeGone() {
	for _, s := range slices.Clone(r.sides) {
		switch {
		case s.transcript() != nil:
			continue
		case len(r.sides) > 1:
			r.drop(s)
			r.settleAnew()
		default:
			*s = side{desk: s.desk}
		}
		r.panel, r.mode = nil, modeReading
		r.warn("reader.gone")
	}
}

// shown are the sides that have room: both, or where the area is too narrow the one with the focus.
func (r *Reader) shown() []*side {
	if len(r.sides) > 1 && r.area.Width >= besideFrom {
		return r.sides
	}
	return []*side{r.side}
}

// pairTitle names both transcripts.
func (r *Reader) pairTitle() string {
	titles := make([]string, len(r.sides))
	for i, s := range r.sides {
		titles[i] = s.transcript().Title
	}
	return strings.Join(titles, " "+r.env.Theme.Glyphs.Link+" ")
}

// sideAt is the side that shows a column of the area.
func (r *Reader) sideAt(x int) *side {
	shown := r.shown()
	for _, s := range shown[1:] {
		if x >= s.sheet.left {
			return s
		}
	}
	return shown[0]
}
