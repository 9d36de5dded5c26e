package exchange

import (
	"sort"
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// Texts gives the canonical text of a transcript. It is asked by one goroutine.
type Texts func(transcript codebook.No) (string, error)

// Source is where the words of exported passages come from. Mask, if there is
// one, puts pseudonyms into whatever words leave the study.
type Source struct {
	Texts Texts
	Mask  func(string) string
}

// place is a transcript being written out: its text, and what stands where.
type place struct {
	p      *codebook.Project
	source Source
	say    Words

	t          *codebook.Transcript
	words      string
	counted    cursor
	turns      []text.Turn
	numbers    []int // by stretch: its turn, from 1
	paragraphs []text.Mark
	sentences  []text.Mark
	file       Value
	title      Value
}

// enter opens transcript t, unless it is open.
func (l *place) enter(t *codebook.Transcript) error {
	if l.t == t {
		return nil
	}
	words, err := l.source.Texts(t.No)
	if err != nil {
		return err
	}
	l.t, l.words, l.counted = t, words, cursor{}
	l.turns, l.paragraphs, l.sentences, l.numbers = nil, nil, nil, l.numbers[:0]
	if cut := l.p.Cut(t.No); cut != nil {
		l.turns, l.paragraphs, l.sentences = cut.Turns(), cut.Paragraphs(), cut.Sentences()
	}
	n := 0
	for i := range l.turns {
		if !l.turns[i].Same {
			n++
		}
		l.numbers = append(l.numbers, n)
	}
	l.file, l.title = l.out(t.File), l.out(t.Title)
	return nil
}

// out makes a cell of words that leave the study.
func (l *place) out(s string) Value {
	if l.source.Mask != nil {
		s = l.source.Mask(s)
	}
	return Of(s)
}

// between gives the words of [from, to) as a cell.
func (l *place) between(from, to int) Value {
	from = min(max(from, 0), len(l.words))
	return l.out(l.words[from:min(max(to, from), len(l.words))])
}

// stretch gives the index of the stretch of speech that at lies in, or -1.
func (l *place) stretch(at uint32) int {
	i := sort.Search(len(l.turns), func(i int) bool { return l.turns[i].Start > at }) - 1
	if i >= 0 && at < l.turns[i].End {
		return i
	}
	return -1
}

// speaker gives the index of who speaks at a byte, or -1.
func (l *place) speaker(at uint32) int {
	if i := l.stretch(at); i >= 0 && int(l.turns[i].Speaker) < len(l.t.Speakers) {
		return int(l.turns[i].Speaker)
	}
	return -1
}

// spoken are the cells group and speaker at a byte.
func (l *place) spoken(at uint32) (group, speaker Value) {
	i := l.speaker(at)
	group = l.say.Group(l.p, l.p.SpeakerGroup(l.t, i))
	if i >= 0 {
		speaker = l.out(l.t.Speakers[i].Shown())
	}
	return group, speaker
}

// numbered are the cells turn and paragraph at a byte.
func (l *place) numbered(at uint32) (turn, paragraph Value) {
	if i := l.stretch(at); i >= 0 {
		turn = Int(l.numbers[i])
	}
	if i := markAt(l.paragraphs, at); i < len(l.paragraphs) && l.paragraphs[i].Start <= at {
		paragraph = Int(i + 1)
	}
	return turn, paragraph
}

// markAt gives the index of the first mark that ends behind at.
func markAt(marks []text.Mark, at uint32) int {
	return sort.Search(len(marks), func(i int) bool { return marks[i].End > at })
}

// cursor is a byte offset with the code points before it. Rows come in the order
// of the text, so that the next one is near.
type cursor struct{ at, points int }

// offsets are the cells start and end, in code points.
func (l *place) offsets(start, end uint32) (Value, Value) {
	l.counted = l.counted.moved(l.words, int(start))
	return Int(l.counted.points), Int(l.counted.moved(l.words, int(end)).points)
}

func (c cursor) moved(words string, to int) cursor {
	to = min(max(to, 0), len(words))
	if to < c.at {
		return cursor{to, c.points - points(words[to:c.at])}
	}
	return cursor{to, c.points + points(words[c.at:to])}
}

// points counts the code points of well-formed UTF-8: the bytes that begin one.
func points(s string) int {
	n := 0
	for i := range len(s) {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// around gives the words before and after a passage: what is left of the
// sentence that its end lies in, and n sentences more. The label of the stretch
// that the passage starts in is the passage's own and no word before it.
func (l *place) around(start, end uint32, n int) (before, after Value) {
	if n <= 0 || len(l.sentences) == 0 {
		return Of(""), Of("")
	}
	first := min(markAt(l.sentences, start), len(l.sentences))
	from := min(l.sentences[max(first-n, 0)].Start, start)
	last := markAt(l.sentences, max(end, 1)-1)
	to := max(l.sentences[min(last+n, len(l.sentences)-1)].End, end)
	return l.unlabelled(from, start), l.trimmed(int(end), int(to))
}

// unlabelled gives the words of [from, to) without the label of the stretch that to lies in.
func (l *place) unlabelled(from, to uint32) Value {
	i := l.stretch(to)
	if i < 0 || l.turns[i].Start < from {
		return l.trimmed(int(from), int(to))
	}
	turn := &l.turns[i]
	cell := l.trimmed(int(from), int(turn.Start))
	own := l.trimmed(int(min(turn.Text, to)), int(to))
	if cell.text != "" && own.text != "" {
		cell.text += "\n"
	}
	cell.text += own.text
	return cell
}

func (l *place) trimmed(from, to int) Value {
	cell := l.between(from, to)
	cell.text = strings.TrimSpace(cell.text)
	return cell
}

// passageMemos gives the memos on exactly each passage, joined.
func passageMemos(p *codebook.Project) map[codebook.Passage]string {
	joined := map[codebook.Passage]string{}
	for _, m := range p.Memos() {
		if m.Target != codebook.TargetPassage {
			continue
		}
		at := codebook.Passage{Transcript: m.On, Start: m.Start, End: m.End}
		if before, ok := joined[at]; ok {
			joined[at] = before + Separator + m.Text
		} else {
			joined[at] = m.Text
		}
	}
	return joined
}

func coderName(p *codebook.Project, n codebook.No) string {
	if c := p.Coder(n); c != nil {
		return c.Name
	}
	return ""
}
