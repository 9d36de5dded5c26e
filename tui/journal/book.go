package journal

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
	"fangtan/tui/wording"
)

// firstPage is how many of the newest actions are read before all others, so that
// there is something to see at once.
const firstPage = 256

// book is the journal as it was read, oldest first, with what became of each action.
type book struct {
	headers []codebook.Header
	fates   []codebook.Fate
	whole   bool // not the newest alone
}

// question is what the list shows: a state of the study, and what is let through.
type question struct {
	revision uint64
	words    string
	coder    codebook.No
	family   family
	lang     string
}

// line is a line of the list: an action of the book, or the day above some.
type line struct {
	at  int32 // in the book; of a day, its newest action
	day bool
}

// listedMsg brings the book and its lines to a question.
type listedMsg struct {
	question question
	book     *book
	lines    []line
	shown    int // actions among the lines
	err      error
}

// read reads the journal, the newest page of it or all, and sifts it.
func read(record screen.Record, q question, whole bool, s sieve) tea.Cmd {
	limit := firstPage
	if whole {
		limit = 0
	}
	return func() tea.Msg {
		headers, err := record.Headers(limit)
		if err != nil {
			return listedMsg{question: q, err: err}
		}
		slices.Reverse(headers)
		b := &book{headers: headers, fates: codebook.Fates(headers)}
		b.whole = whole || len(headers) < firstPage
		return s.list(q, b)
	}
}

// sift sifts a book that was read.
func sift(b *book, q question, s sieve) tea.Cmd {
	return func() tea.Msg { return s.list(q, b) }
}

// sieve lets actions through. It is made for one sifting.
type sieve struct {
	words  *locale.Words
	coders map[codebook.No]string
	spoken map[string]string // what an action of a kind is called, its arguments left out
}

func newSieve(words *locale.Words, p *codebook.Project) sieve {
	s := sieve{words, map[codebook.No]string{}, map[string]string{}}
	for _, c := range p.Coders() {
		s.coders[c.No] = c.Name
	}
	return s
}

// list makes the lines, newest first, a day above its actions.
func (s sieve) list(q question, b *book) listedMsg {
	msg := listedMsg{question: q, book: b}
	wanted := strings.Fields(strings.ToLower(q.words))
	today := ""
	for i := range slices.Backward(b.headers) {
		h := &b.headers[i]
		if q.coder != 0 && h.Coder != q.coder || !q.family.holds(h.Kind) || !s.says(h, wanted) {
			continue
		}
		if day := dayOf(h); day != today {
			today = day
			msg.lines = append(msg.lines, line{int32(i), true})
		}
		msg.lines = append(msg.lines, line{int32(i), false})
		msg.shown++
	}
	return msg
}

// says says whether an action has all words in what it is called, in its arguments
// or in its coder's name.
func (s sieve) says(h *codebook.Header, wanted []string) bool {
	if len(wanted) == 0 {
		return true
	}
	said := s.called(h) + " " + strings.ToLower(s.coders[h.Coder])
	for _, a := range h.Args {
		said += " " + strings.ToLower(a)
	}
	for _, w := range wanted {
		if !strings.Contains(said, w) {
			return false
		}
	}
	return true
}

// called is what an action of a kind is called; of an undo and a redo, what they
// reverse is, too.
func (s sieve) called(h *codebook.Header) string {
	key, bare := h.Kind, codebook.Header{Kind: h.Kind}
	if (h.Kind == codebook.KindUndo || h.Kind == codebook.KindRedo) && len(h.Args) > 0 {
		bare.Args = h.Args[:1]
		key += " " + h.Args[0]
	}
	words, ok := s.spoken[key]
	if !ok {
		words = strings.ToLower(wording.Describe(s.words, bare))
		s.spoken[key] = words
	}
	return words
}

func dayOf(h *codebook.Header) string { return time.UnixMilli(h.Time).Local().Format(time.DateOnly) }

func hourOf(h *codebook.Header) string { return time.UnixMilli(h.Time).Local().Format("15:04") }
