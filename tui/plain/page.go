package plain

import (
	"sort"
	"strconv"
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/tui/screen"
)

// page is the transcript that is open, and the passage that is meant: sentences
// from at up to and with at + more.
type page struct {
	no        codebook.No
	body      string
	turns     []text.Turn
	numbers   []int // by stretch: its turn, from 1
	sentences []text.Mark
	at, more  int
	said      int // the stretch whose speaker was said last, -1 for none
}

// open opens a transcript by its number in the list, its title or its file.
func (s *Session) open(words string) {
	all := s.desk.Project().Transcripts()
	for i, t := range all {
		if words == strconv.Itoa(i+1) || words == t.Title || words == t.File {
			s.turnTo(t)
			return
		}
	}
	s.say(s.t("plain.no-transcript", "Words", words))
}

func (s *Session) turnTo(t *codebook.Transcript) {
	body, err := s.desk.Text(t.No)
	if err != nil {
		s.object(err)
		return
	}
	s.keepPlace()
	cut := s.desk.Project().Cut(t.No)
	g := &page{no: t.No, body: body, turns: cut.Turns(), sentences: cut.Sentences(), said: -1}
	number := 0
	for i := range g.turns {
		if !g.turns[i].Same || number == 0 {
			number++
		}
		g.numbers = append(g.numbers, number)
	}
	g.at = g.sentenceAt(s.places[t.No].At)
	s.page = g
	s.say(s.t("plain.opened", "Title", title(t), "Turns", number, "Sentences", len(g.sentences)))
	s.speak()
}

func title(t *codebook.Transcript) string {
	if t.Title != "" {
		return t.Title
	}
	return t.File
}

// sentenceAt is the sentence that holds a byte, else the next one; the last if none is.
func (g *page) sentenceAt(at uint32) int {
	i := sort.Search(len(g.sentences), func(i int) bool { return g.sentences[i].End > at })
	return max(0, min(i, len(g.sentences)-1))
}

// stretch is the stretch of speech that holds a byte, -1 for none.
func (g *page) stretch(at uint32) int {
	i := sort.Search(len(g.turns), func(i int) bool { return g.turns[i].End > at })
	if i < len(g.turns) && g.turns[i].Start <= at {
		return i
	}
	return -1
}

// passage is what the sentences meant cover.
func (g *page) passage() (from, to text.Mark) {
	return g.sentences[g.at], g.sentences[min(g.at+g.more, len(g.sentences)-1)]
}

// words are those of the passage.
func (g *page) words() string {
	from, to := g.passage()
	return strings.Join(strings.Fields(g.body[from.Start:to.End]), " ")
}

// keepPlace remembers where reading stopped. In a study that cannot be changed
// there is nowhere to keep it.
func (s *Session) keepPlace() {
	if s.page == nil || len(s.page.sentences) == 0 || s.desk.ReadOnly() != "" {
		return
	}
	from, to := s.page.passage()
	place := screen.Place{At: from.Start, Read: max(to.End, s.places[s.page.no].Read)}
	if s.places[s.page.no] == place {
		return
	}
	s.places[s.page.no] = place
	if err := s.desk.SaveState(s.places, s.settings); err != nil {
		s.object(err)
	}
}
