package plain

import (
	"strconv"
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/find"
)

// goTo says the passage at sentence i, or why there is none.
func (s *Session) goTo(i int) {
	switch {
	case i < 0:
		s.say(s.t("plain.at-start"))
	case i >= len(s.page.sentences):
		s.say(s.t("plain.at-end"))
	default:
		s.page.at, s.page.more = i, 0
		s.speak()
	}
}

func (s *Session) next(string) { s.goTo(s.page.at + s.page.more + 1) }
func (s *Session) back(string) { s.goTo(s.page.at - 1) }

// again says the passage once more, with its speaker.
func (s *Session) again(string) {
	s.page.said = -1
	s.speak()
}

// turn goes to a turn by its number, without one to the next.
func (s *Session) turn(words string) {
	g := s.page
	if len(g.turns) == 0 {
		s.say(s.t("plain.no-turns"))
		return
	}
	last := g.numbers[len(g.numbers)-1]
	number := g.number() + 1
	if words != "" {
		n, ok := s.number(words, last)
		if !ok {
			return
		}
		number = n
	}
	for i, n := range g.numbers {
		if n == number {
			s.goTo(g.sentenceAt(g.turns[i].Text))
			return
		}
	}
	s.say(s.t("plain.at-end"))
}

// number is the turn of the passage, 0 before the first.
func (g *page) number() int {
	if len(g.sentences) == 0 {
		return 0
	}
	if i := g.stretch(g.sentences[g.at].Start); i >= 0 {
		return g.numbers[i]
	}
	return 0
}

// jump goes to the next sentence that this coder has not coded.
func (s *Session) jump(string) {
	for i := s.page.at + s.page.more + 1; i < len(s.page.sentences); i++ {
		if m := s.page.sentences[i]; len(s.own(m.Start, m.End)) == 0 {
			s.goTo(i)
			return
		}
	}
	s.say(s.t("plain.all-coded"))
}

func (s *Session) longer(string) {
	if s.page.at+s.page.more+1 >= len(s.page.sentences) {
		s.say(s.t("plain.at-end"))
		return
	}
	s.page.more++
	s.speak()
}

func (s *Session) shorter(string) {
	if s.page.more == 0 {
		s.say(s.t("plain.one-sentence"))
		return
	}
	s.page.more--
	s.speak()
}

// search goes to the next place with these words, round to the start if need be.
// Capitals, and full- and half-width forms, are alike.
func (s *Session) search(words string) {
	wanted := find.Normalize(words)
	if wanted == "" {
		s.say(s.t("plain.search-what"))
		return
	}
	n := len(s.page.sentences)
	for step := 1; step <= n; step++ {
		i := (s.page.at + step) % n
		if m := s.page.sentences[i]; strings.Contains(find.Normalize(s.page.body[m.Start:m.End]), wanted) {
			if i <= s.page.at {
				s.say(s.t("plain.from-start"))
			}
			s.goTo(i)
			return
		}
	}
	s.say(s.t("plain.not-found", "Words", words))
}

// speak says the passage: whose turn it is where that is new, the words, the codes.
func (s *Session) speak() {
	g := s.page
	if len(g.sentences) == 0 {
		s.say(s.t("plain.no-words"))
		return
	}
	from, to := g.passage()
	if i := g.stretch(from.Start); i != g.said {
		g.said = i
		if i >= 0 {
			s.say(s.t("plain.speaker", "Turn", g.numbers[i], "Name", s.speaker(i)))
		}
	}
	s.say(g.words())
	s.hear(from.Start, to.End)
}

func (s *Session) speaker(stretch int) string {
	t := s.desk.Project().Transcript(s.page.no)
	if n := int(s.page.turns[stretch].Speaker); n < len(t.Speakers) {
		return t.Speakers[n].Shown()
	}
	return s.t("plain.nobody")
}

// hear says which codes touch [start, end), each with its coders where there are several.
func (s *Session) hear(start, end uint32) {
	p := s.desk.Project()
	rows := p.Codings(s.page.no)
	var order []codebook.No
	coders := map[codebook.No][]string{}
	for _, i := range rows.Touching(start, end) {
		c := rows.At(i)
		if c.Flags&codebook.WholeSource != 0 {
			continue
		}
		if coders[c.Code] == nil {
			order = append(order, c.Code)
		}
		coders[c.Code] = append(coders[c.Code], p.Coder(c.Coder).Name)
	}
	if len(order) == 0 {
		return
	}
	names := make([]string, len(order))
	for i, code := range order {
		names[i] = p.Code(code).Title(s.lang())
		if len(p.Coders()) > 1 {
			names[i] = s.t("plain.by", "Code", names[i], "Coders", strings.Join(coders[code], s.t("plain.and")))
		}
	}
	s.say(s.t("plain.codes-here", "Codes", strings.Join(names, s.t("plain.between"))))
}

// where says the transcript, the place in it, and how much of it is coded.
func (s *Session) where(string) {
	g := s.page
	coded := 0
	for _, m := range g.sentences {
		if len(s.own(m.Start, m.End)) > 0 {
			coded++
		}
	}
	turns := 0
	if len(g.numbers) > 0 {
		turns = g.numbers[len(g.numbers)-1]
	}
	s.say(s.t("plain.where", "Title", title(s.desk.Project().Transcript(g.no)), "Turn", g.number(), "Turns", turns,
		"Sentence", g.at+1, "Sentences", len(g.sentences), "Coded", coded))
}

// list says the transcripts, with the numbers by which they open.
func (s *Session) list(string) {
	p := s.desk.Project()
	for i, t := range p.Transcripts() {
		group := ""
		if g := p.Group(t.Group); g != nil {
			group = g.Name(s.lang())
		}
		id := "plain.transcript"
		if t.FinishedBy(s.desk.Coder()) {
			id = "plain.transcript-done"
		}
		s.say(s.t(id, "N", strconv.Itoa(i+1), "Title", title(t), "Group", group, "Count", p.Codings(t.No).Len()))
	}
	if len(p.Transcripts()) == 0 {
		s.say(s.t("plain.none"))
	}
}
