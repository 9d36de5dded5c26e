package store

import (
	"encoding/binary"
	"errors"
	"math"
	"sync"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// A cut on the disk. Numbers are varints, positions the distance from the one
// before, so that most take one byte and none can go back:
//
//	version │ turns, bytes of them │ paragraphs, bytes │ sentences, bytes │ turns… │ paragraphs… │ sentences…
//	turn    start, text, end │ the same in characters │ speaker │ 2·time, the lowest bit: same
//	mark    start, end       │ the same in characters
var (
	errCut  = errors.New("cut cannot be read, or lies outside the text")
	errBack = errors.New("cut is not in the order of the text")
)

// cut is a [codebook.Cut] that keeps the bytes of its record. Turns are wanted
// often and are decoded once; the rest, each time it is asked for.
type cut struct {
	version                      uint16
	length                       uint32 // of the text; a position beyond it is not believed
	turns, paragraphs, sentences section

	once  sync.Once
	heard []text.Turn
}

type section struct {
	count int
	bytes []byte
}

// A number takes a byte or more; a turn has eight of them, a mark four.
const (
	leastTurn = 8
	leastMark = 4
)

// openCut keeps body.
func openCut(body []byte) (*cut, error) {
	r := varints{rest: body}
	c := &cut{version: uint16(r.next()), length: math.MaxUint32}
	var counts, sizes [3]uint64
	for i := range counts {
		counts[i], sizes[i] = r.next(), r.next()
	}
	least := [3]uint64{leastTurn, leastMark, leastMark}
	for i, s := range []*section{&c.turns, &c.paragraphs, &c.sentences} {
		s.bytes = r.take(sizes[i])
		r.bad = r.bad || counts[i] > uint64(len(s.bytes))/least[i]
		s.count = int(counts[i])
	}
	if r.bad || len(r.rest) > 0 {
		return nil, errCut
	}
	return c, nil
}

// Turns are the stretches of speech, in order.
func (c *cut) Turns() []text.Turn {
	c.once.Do(func() {
		c.heard, _ = c.decodeTurns()
	})
	return c.heard
}

// Paragraphs are the lines that are not blank, in order.
func (c *cut) Paragraphs() []text.Mark {
	marks, _ := c.decodeMarks(c.paragraphs)
	return marks
}

// Sentences never cross a paragraph or a label.
func (c *cut) Sentences() []text.Mark {
	marks, _ := c.decodeMarks(c.sentences)
	return marks
}

// Version is that of the segmenter.
func (c *cut) Version() uint16 { return c.version }

// verify decodes all of it.
func (c *cut) verify() error {
	_, first := c.decodeTurns()
	_, second := c.decodeMarks(c.paragraphs)
	_, third := c.decodeMarks(c.sentences)
	return errors.Join(first, second, third)
}

func encodeCut(c codebook.Cut) ([]byte, error) {
	var w cutWriter
	sections := []section{w.turns(c.Turns()), w.marks(c.Paragraphs()), w.marks(c.Sentences())}
	if w.back {
		return nil, errBack
	}
	b := binary.AppendUvarint(nil, uint64(c.Version()))
	for _, s := range sections {
		b = binary.AppendUvarint(b, uint64(s.count))
		b = binary.AppendUvarint(b, uint64(len(s.bytes)))
	}
	for _, s := range sections {
		b = append(b, s.bytes...)
	}
	return b, nil
}

// cutWriter writes sections; back says that a position went back.
type cutWriter struct{ back bool }

// positions writes the distance of each position from the one before.
func (w *cutWriter) positions(b []byte, last *uint32, positions ...uint32) []byte {
	for _, p := range positions {
		w.back = w.back || p < *last
		b = binary.AppendUvarint(b, uint64(p-*last))
		*last = p
	}
	return b
}

func (w *cutWriter) turns(turns []text.Turn) section {
	var at, ch uint32
	var b []byte
	for _, t := range turns {
		b = w.positions(b, &at, t.Start, t.Text, t.End)
		b = w.positions(b, &ch, t.StartCh, t.TextCh, t.EndCh)
		b = binary.AppendUvarint(b, uint64(t.Speaker))
		same := uint64(0)
		if t.Same {
			same = 1
		}
		b = binary.AppendUvarint(b, uint64(uint32(t.Time))<<1|same)
	}
	return section{len(turns), b}
}

func (w *cutWriter) marks(marks []text.Mark) section {
	var at, ch uint32
	var b []byte
	for _, m := range marks {
		b = w.positions(b, &at, m.Start, m.End)
		b = w.positions(b, &ch, m.StartCh, m.EndCh)
	}
	return section{len(marks), b}
}

func (c *cut) decodeTurns() ([]text.Turn, error) {
	r := varints{rest: c.turns.bytes}
	var at, ch uint32
	turns := make([]text.Turn, c.turns.count)
	for i := range turns {
		t := &turns[i]
		t.Start, t.Text, t.End = r.position(&at, c.length), r.position(&at, c.length), r.position(&at, c.length)
		t.StartCh, t.TextCh, t.EndCh = r.position(&ch, c.length), r.position(&ch, c.length), r.position(&ch, c.length)
		t.Speaker = uint16(r.next())
		mark := r.next()
		t.Same, t.Time = mark&1 == 1, int32(uint32(mark>>1))
	}
	if err := r.end(); err != nil {
		return nil, err
	}
	return turns, nil
}

func (c *cut) decodeMarks(s section) ([]text.Mark, error) {
	r := varints{rest: s.bytes}
	var at, ch uint32
	marks := make([]text.Mark, s.count)
	for i := range marks {
		m := &marks[i]
		m.Start, m.End = r.position(&at, c.length), r.position(&at, c.length)
		m.StartCh, m.EndCh = r.position(&ch, c.length), r.position(&ch, c.length)
	}
	if err := r.end(); err != nil {
		return nil, err
	}
	return marks, nil
}
