package reader

import (
	"strconv"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// met is how new codings meet those that are there.
type met struct {
	ops       []codebook.Op
	same      []codebook.Coding
	inside    codebook.Coding // the last one that has the new inside
	stretched codebook.ID     // the last one that was stretched; zero for none
}

func (r *Reader) meet(row codebook.Coding, codes []codebook.No) (m met) {
	row.Coder, row.Created = r.env.Study.Coder(), r.env.Study.Now()
	for _, code := range codes {
		row.Code, row.ID = code, r.env.Study.NewID()
		how, found, op := r.project().Meet(r.doc.no, row)
		switch how {
		case codebook.MeetsSame:
			m.same = append(m.same, found)
		case codebook.MeetsInside:
			m.inside = found
		case codebook.MeetsOver:
			m.stretched = found.ID
			m.ops = append(m.ops, op)
		case codebook.MeetsNone:
			m.ops = append(m.ops, op)
		}
	}
	return m
}

// action makes one action of what was met.
func (m *met) action(r *Reader, codes []codebook.No) codebook.Op {
	if len(m.ops) == 1 {
		return m.ops[0]
	}
	return &codebook.Batch{Name: "coding.add", Names: []string{r.project().Code(codes[0]).Title(r.project().Lang), r.transcript().File, strconv.Itoa(len(m.ops))}, Ops: m.ops}
}

func (r *Reader) sayPut(m met, codes []codebook.No) {
	name := r.names(codes)
	if i := r.marks.codings.Find(m.stretched); i >= 0 {
		now := r.marks.codings.At(i)
		r.say("reader.stretched", "Code", r.title(now.Code), "Words", r.opening(&now))
		return
	}
	r.say("reader.put-on", "Code", name)
}

// sayInside says where the coding lies that has the selection inside.
func (r *Reader) sayInside(c codebook.Coding) {
	r.warn("reader.inside", "Code", r.title(c.Code), "Where", r.whereabouts(int(c.Start)), "Words", r.opening(&c))
}

// whereabouts names the turn, or without turns the paragraph, that holds a byte offset.
func (s *side) whereabouts(off int) string {
	if i := s.doc.stretchAt(off); i >= 0 {
		return s.env.T("reader.in-turn", "N", strconv.Itoa(s.doc.numbers[i]))
	}
	return s.env.T("reader.in-paragraph", "N", strconv.Itoa(s.doc.paragraphAt(off)+1))
}

// opening is how the words of a coding begin and end.
func (s *side) opening(c *codebook.Coding) string {
	const most = 20 // columns at either end
	words := s.doc.source[c.Start:c.End]
	if s.ruler().Width(words) <= 2*most+1 {
		return words
	}
	tail := len(words)
	for n := 0; n < most/2; n++ {
		tail = text.PrevGrapheme(words, tail)
	}
	return s.ruler().Cut(words, most) + words[tail:]
}
