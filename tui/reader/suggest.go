package reader

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/suggest"
	"fangtan/codebook/text"
	"fangtan/tui/cell"
)

// Suggestions are off unless this coder switched them on. They are looked for behind the screen, shown where the counts of the
// current code are, and taken by a key: nothing is coded that was not seen and asked for.

// advice is what is proposed for the selection. The model belongs to the reader or to the command that is under way, so there is
// one at a time.
type advice struct {
	model  *suggest.Model
	asking bool
	answer
}

// answer is what was proposed for a passage.
type answer struct {
	about subject
	list  []proposal
}

// subject is what proposals are asked for: a passage, in a state of the study.
type subject struct {
	codebook.Passage
	coder    codebook.No
	own      bool // what others coded does not speak
	revision uint64
}

// proposal is a code proposed, and the passage that speaks for it in words.
type proposal struct {
	suggest.Suggestion
	turn  int // number of its turn, 0 for none
	words string
}

// advisedMsg brings proposals, and the model back. err says which texts could not be read; the rest was learnt from.
type advisedMsg struct {
	answer
	model *suggest.Model
	err   error
}

func (d *desk) suggests() bool { return d.env.Study.Setting(setSuggest) == on }

// toggleSuggestions switches suggestions on or off. What was learnt goes with them.
func (r *Reader) toggleSuggestions() {
	r.advice = advice{asking: r.advice.asking}
	if r.toggle(setSuggest) {
		r.say("suggest.on")
	} else {
		r.say("suggest.off")
	}
}

// subject is what to ask about now; ok is false where nothing is to be asked.
func (r *Reader) subject() (about subject, ok bool) {
	if !r.suggests() || r.mode == modeEnds {
		return about, false
	}
	row, ok := r.passage()
	return subject{
		Passage: codebook.Passage{Transcript: r.doc.no, Start: row.Start, End: row.End}, coder: r.env.Study.Coder(),
		own: r.env.Study.Setting(setShow) == showMine, revision: r.project().Revision(),
	}, ok
}

// advise asks for proposals, unless they are known or others are on their way.
func (r *Reader) advise() tea.Cmd {
	a := &r.advice
	about, ok := r.subject()
	if !ok || a.asking || about == a.about {
		return nil
	}
	model := a.model
	if model == nil {
		model = new(suggest.Model)
	}
	var changed *codebook.Project
	if !model.Knows(about.revision) {
		changed = r.project().Snapshot()
	}
	a.asking, a.model = true, nil
	question := suggest.Question{Passage: about.Passage, Text: r.doc.source[about.Start:about.End], Coder: about.coder, Own: about.own}
	read := r.env.Study.Text
	return func() tea.Msg {
		msg := advisedMsg{answer: answer{about: about}, model: model}
		if changed != nil {
			msg.err = model.Follow(changed, read)
		}
		for _, s := range model.Suggest(question) {
			msg.list = append(msg.list, proposed(model.Study(), s, read))
		}
		return msg
	}
}

// mostWords is how much of a passage that speaks for a code is kept, in characters: more than a line has room for.
const mostWords = 80

// proposed puts a proposal into words.
func proposed(p *codebook.Project, s suggest.Suggestion, read func(codebook.No) (string, error)) proposal {
	one := proposal{Suggestion: s}
	if cut := p.Cut(s.Like.Transcript); cut != nil {
		one.turn = turnAt(cut.Turns(), s.Like.Start)
	}
	words, err := read(s.Like.Transcript)
	if err == nil && int(s.Like.End) <= len(words) {
		first := []rune(words[s.Like.Start:s.Like.End])
		one.words = cell.Clean(string(first[:min(mostWords, len(first))]))
	}
	return one
}

// turnAt is the number of the turn that holds a byte, 0 before the first.
func turnAt(turns []text.Turn, at uint32) (number int) {
	for i := range turns {
		if turns[i].Start > at {
			break
		}
		if !turns[i].Same {
			number++
		}
	}
	return number
}

// advised takes proposals in. Those for another passage are never shown, and settle asks anew.
func (r *Reader) advised(msg advisedMsg) {
	r.advice = advice{}
	if !r.suggests() {
		return
	}
	r.advice = advice{model: msg.model, answer: msg.answer}
	r.dirty = true
	if msg.err != nil {
		r.env.Object(msg.err)
	}
}

// proposals are those for the selection that can still be taken; known is false until they are there. While the study is asked
// anew about the same passage, what was proposed for it stands.
func (r *Reader) proposals() (list []proposal, known bool) {
	about, ok := r.subject()
	if !ok || about.Passage != r.advice.about.Passage || about.own != r.advice.about.own {
		return nil, false
	}
	own := r.own()
	return slices.DeleteFunc(slices.Clone(r.advice.list), func(s proposal) bool {
		c := r.project().Code(s.Code)
		return c == nil || c.Archived || c.Heading || slices.ContainsFunc(own, func(row codebook.Coding) bool { return row.Code == s.Code })
	}), true
}

// takeSuggestion applies the first code proposed, and moves on where the person wants that; stayWithSuggestion stays. Once more
// on the same passage, the next is the first.
func (r *Reader) takeSuggestion() { r.acceptSuggestion((*Reader).code) }
func (r *Reader) stayWithSuggestion() {
	r.acceptSuggestion(func(r *Reader, codes ...codebook.No) { r.apply(codes...) })
}

func (r *Reader) acceptSuggestion(code func(*Reader, ...codebook.No)) {
	list, known := r.proposals()
	switch {
	case !r.suggests():
		r.warn("suggest.off-how")
	case !r.showsProposals():
		r.warn("suggest.hidden")
	case r.sel.empty():
		r.warn("reader.nothing-here")
	case !known:
		r.warn("suggest.looking")
	case len(list) == 0:
		r.warn("suggest.none")
	default:
		r.stepping(func() { code(r, list[0].Code) })
	}
}

// showsProposals says whether there is a place where proposals show.
func (r *Reader) showsProposals() bool {
	return r.sheet.pane || r.sheet.band > 0 && r.sheet.band != keyboardTight && !r.plain()
}

// like says which passage speaks for a code.
func (r *Reader) like(one proposal) string {
	source := r.env.T("suggest.this-one")
	if t := r.project().Transcript(one.Like.Transcript); t == nil {
		return ""
	} else if t.No != r.doc.no {
		source = briefTitle(t)
	}
	if one.turn > 0 {
		source = r.env.T("suggest.turn", "Source", source, "N", strconv.Itoa(one.turn))
	}
	return r.env.T("suggest.like", "Source", source, "Words", one.words)
}

// briefTitle is the number that a title begins with, else the title.
func briefTitle(t *codebook.Transcript) string {
	title := cell.Clean(t.Title)
	if first, _, more := strings.Cut(title, " "); more && first[:min(1, len(first))] >= "0" && first[:min(1, len(first))] <= "9" {
		return first
	}
	return title
}

// proposalRows is from how many rows the pane says for each code what speaks for it, and has the counts of the current code below.
const proposalRows = 34

// proposalPane is the proposals in the pane, always of the same height: each a line, with what speaks for it below; on a low
// screen for the first alone.
//
//	建议
//	 = ▌P2.1 要求不具体
//	   像 07 · 话轮 18：怎么传、帮
//	   到什么程度算完成，没有写。
func (r *Reader) proposalPane() [][]piece {
	b, ruler := r.canvas.brushes, r.ruler()
	lines := [][]piece{nil, {{r.env.T("suggest.title"), b.heading}}}
	list, known := r.proposals()
	if known && len(list) == 0 {
		lines = append(lines, []piece{{" " + r.env.T("suggest.none"), b.dim}})
	}
	height := 2 + suggest.Most
	for i := range suggest.Most {
		said := r.whyRows(i)
		height += said
		if i >= len(list) {
			continue
		}
		sign := piece{"   ", b.text}
		if i == 0 {
			sign = piece{" = ", b.key}
		}
		code := list[i].Code
		lines = append(lines, []piece{
			sign, {r.env.Theme.Glyphs.Stripe, r.codeBrush(code)}, {ruler.Cut(r.title(code), r.sheet.names-4), b.text},
		})
		for _, line := range r.inLines(r.like(list[i]), r.sheet.names-3, said) {
			lines = append(lines, []piece{{"   " + line, b.dim}})
		}
	}
	return append(lines, make([][]piece, max(height-len(lines), 0))...)
}

// whyRows is how many rows the pane has for what speaks for a proposal.
func (r *Reader) whyRows(i int) int {
	switch {
	case i == 0:
		return 2
	case r.sheet.rows >= proposalRows:
		return 1
	}
	return 0
}

// inLines sets words in at most so many lines; the last is cut.
func (d *desk) inLines(words string, width, most int) (lines []string) {
	for most > 0 && words != "" {
		line := d.ruler().Cut(words, width)
		if most > 1 {
			line = d.ruler().Wrap(words, width)[0]
		}
		lines, most = append(lines, line), most-1
		words = strings.TrimLeft(strings.TrimPrefix(words, line), " ")
	}
	return lines
}

// proposalLine is the proposals in one line of at most width columns: the first by name and what speaks for it, the others by
// number.
func (r *Reader) proposalLine(width int) []piece {
	b, ruler := r.canvas.brushes, r.ruler()
	row := []piece{{r.env.T("suggest.title"), b.heading}}
	list, known := r.proposals()
	if known && len(list) == 0 {
		return append(row, piece{"  " + r.env.T("suggest.none"), b.dim})
	}
	for i, one := range list {
		stripe := piece{r.env.Theme.Glyphs.Stripe, r.codeBrush(one.Code)}
		if i == 0 {
			row = append(row, piece{"  = ", b.key}, stripe, piece{ruler.Cut(r.title(one.Code), width/3), b.text})
		} else {
			row = append(row, piece{dotted, b.dim}, stripe, piece{ruler.Cut(r.short(one.Code), width/8), b.text})
		}
	}
	if len(list) > 0 {
		row = append(row, piece{"  " + r.like(list[0]), b.dim})
	}
	return row
}

// bandLine is the lower line of the band: what is proposed, else the counts of the current code.
func (r *Reader) bandLine(width int) []piece {
	if r.suggests() {
		return r.proposalLine(width)
	}
	return r.bandStrip(width)
}
