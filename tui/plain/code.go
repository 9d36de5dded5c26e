package plain

import (
	"strconv"
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/find"
)

// offered is how many codes are offered where a word fits several.
const offered = 9

// code applies the code that fits the words; without words it says what is to be typed.
func (s *Session) code(words string) {
	if words == "" {
		s.say(s.t("plain.code-what"))
		return
	}
	if code := s.choose(words, s.codable()); code != 0 {
		s.apply(code)
	}
}

// codable are the codes that can be put on words, in codebook order.
func (s *Session) codable() (codes []codebook.No) {
	p := s.desk.Project()
	for _, n := range p.Tree().Order {
		if c := p.Code(n); !c.Heading && !c.Archived {
			codes = append(codes, n)
		}
	}
	return codes
}

// choose finds one of the codes by name in either language, number, pinyin or
// initials. Where several fit it asks which; 0 is none.
func (s *Session) choose(words string, codes []codebook.No) codebook.No {
	p := s.desk.Project()
	entries := make([]find.Entry, len(codes))
	for i, n := range codes {
		c := p.Code(n)
		entries[i] = find.Entry{Names: []string{c.NameZh, c.NameEn}, Number: c.Number}
	}
	hits := find.New(entries).Find(words, offered)
	switch {
	case len(hits) == 0:
		s.say(s.t("plain.no-code", "Words", words))
		return 0
	case len(hits) == 1 || s.exact(p.Code(codes[hits[0].Entry]), words):
		return codes[hits[0].Entry]
	}
	for i, h := range hits {
		s.say(s.t("plain.choice", "N", i+1, "Code", p.Code(codes[h.Entry]).Title(s.lang())))
	}
	answer, ok := s.ask(s.t("plain.which"))
	if !ok || answer == "" {
		s.say(s.t("plain.left-alone"))
		return 0
	}
	if n, ok := s.number(answer, len(hits)); ok {
		return codes[hits[n-1].Entry]
	}
	return 0
}

// exact says that the words are all of the code's number or of one of its names.
func (s *Session) exact(c *codebook.Code, words string) bool {
	words = find.Normalize(words)
	return words == find.Normalize(c.Number) || words == find.Normalize(c.NameZh) || words == find.Normalize(c.NameEn)
}

// pin applies the code that has a digit.
func (s *Session) pin(key string) {
	if s.page == nil {
		s.say(s.t("plain.open-first"))
		return
	}
	for _, n := range s.codable() {
		if s.desk.Project().Code(n).Pin == key {
			s.apply(n)
			return
		}
	}
	s.say(s.t("plain.no-pin", "Key", key))
}

func (s *Session) repeat(string) {
	if len(s.last) == 0 {
		s.say(s.t("plain.nothing-to-repeat"))
		return
	}
	s.apply(s.last[0])
}

// apply puts a code on the passage, or takes it off where it is on exactly it.
// How it meets codings that are there is for the domain to decide.
func (s *Session) apply(code codebook.No) {
	if len(s.page.sentences) == 0 {
		s.say(s.t("plain.no-words"))
		return
	}
	from, to := s.page.passage()
	p := s.desk.Project()
	name := p.Code(code).Title(s.lang())
	how, found, op := p.Meet(s.page.no, codebook.Coding{
		ID: s.desk.NewID(), Start: from.Start, End: to.End, StartCh: from.StartCh, EndCh: to.EndCh,
		Code: code, Coder: s.desk.Coder(), Created: s.desk.Now(),
	})
	said := "plain.put-on"
	switch how {
	case codebook.MeetsSame:
		said, op = "plain.taken-off", &codebook.RemoveCodings{Transcript: s.page.no, IDs: []codebook.ID{found.ID}}
	case codebook.MeetsInside:
		s.say(s.t("plain.inside", "Code", name, "Words", s.page.body[found.Start:found.End]))
		return
	case codebook.MeetsOver:
		said = "plain.stretched"
	}
	if s.do(op) {
		s.last = []codebook.No{code}
		s.say(s.t(said, "Code", name))
	}
}

// own lists this coder's codings of words that touch [start, end).
func (s *Session) own(start, end uint32) (mine []codebook.Coding) {
	rows := s.desk.Project().Codings(s.page.no)
	for _, i := range rows.Touching(start, end) {
		if c := rows.At(i); c.Coder == s.desk.Coder() && c.Flags&codebook.WholeSource == 0 {
			mine = append(mine, c)
		}
	}
	return mine
}

// takeOff takes this coder's coding off the passage: the only one, the one that
// fits the words, or the one chosen.
func (s *Session) takeOff(words string) {
	if len(s.page.sentences) == 0 {
		s.say(s.t("plain.no-words"))
		return
	}
	from, to := s.page.passage()
	mine := s.own(from.Start, to.End)
	var codes []codebook.No
	for _, c := range mine {
		codes = append(codes, c.Code)
	}
	at := -1
	switch {
	case len(mine) == 0:
		s.say(s.t("plain.none-here"))
		return
	case words == "" && len(mine) == 1:
		at = 0
	case words == "":
		at = s.which(codes)
	default:
		code := s.choose(words, codes)
		for i := range codes {
			if codes[i] == code {
				at = i
			}
		}
	}
	if at < 0 {
		return
	}
	if s.do(&codebook.RemoveCodings{Transcript: s.page.no, IDs: []codebook.ID{mine[at].ID}}) {
		s.say(s.t("plain.taken-off", "Code", s.desk.Project().Code(codes[at]).Title(s.lang())))
	}
}

// which asks for one of several codes by number; -1 is none.
func (s *Session) which(codes []codebook.No) int {
	for i, n := range codes {
		s.say(s.t("plain.choice", "N", i+1, "Code", s.desk.Project().Code(n).Title(s.lang())))
	}
	answer, ok := s.ask(s.t("plain.which"))
	if !ok || answer == "" {
		s.say(s.t("plain.left-alone"))
		return -1
	}
	if n, ok := s.number(answer, len(codes)); ok {
		return n - 1
	}
	return -1
}

// memo writes a memo on the passage.
func (s *Session) memo(words string) {
	if len(s.page.sentences) == 0 || words == "" {
		s.say(s.t("plain.memo-what"))
		return
	}
	from, to := s.page.passage()
	now := s.desk.Now()
	if s.do(&codebook.PutMemo{Row: codebook.Memo{
		ID: s.desk.NewID(), Target: codebook.TargetPassage, On: s.page.no, Start: from.Start, End: to.End,
		Coder: s.desk.Coder(), Created: now, Changed: now, Text: words,
	}}) {
		s.say(s.t("plain.noted"))
	}
}

// finish marks the transcript as finished by this coder, or no longer.
func (s *Session) finish(string) {
	row := *s.desk.Project().Transcript(s.page.no)
	me, said := s.desk.Coder(), "plain.finished"
	var done []codebook.No
	for _, c := range row.Finished {
		if c != me {
			done = append(done, c)
		}
	}
	if len(done) == len(row.Finished) {
		done = append(done, me)
	} else {
		said = "plain.unfinished"
	}
	row.Finished = done
	if s.do(&codebook.SetTranscript{Name: "transcript.finish", Row: row}) {
		s.say(s.t(said))
	}
}

// codes says the codebook: all of it, or what fits the words.
func (s *Session) codes(words string) {
	p := s.desk.Project()
	wanted := find.Normalize(words)
	for _, n := range p.Tree().Order {
		c := p.Code(n)
		if wanted != "" && !strings.Contains(find.Normalize(c.Title(s.lang())), wanted) {
			continue
		}
		line := strconv.Itoa(p.Tree().Depth[n]+1) + " " + c.Title(s.lang())
		if wanted != "" && c.Definition != "" {
			line += s.t("plain.colon") + c.Definition
		}
		s.say(line)
	}
}
