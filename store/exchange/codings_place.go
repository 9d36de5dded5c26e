package exchange

import (
	"runtime"
	"strconv"
	"sync"
	"unicode/utf8"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// place turns the ends of all rows into bytes. Texts are asked for one after
// another; the counting is done beside that.
func (m *codingMerge) place(texts Texts) error {
	type job struct {
		b     *basket
		words string
	}
	jobs := make(chan job)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for j := range jobs {
				j.b.place(j.words)
			}
		})
	}
	var err error
	for _, b := range m.baskets {
		var words string
		if words, err = texts(b.t.No); err != nil {
			break
		}
		jobs <- job{b, words}
	}
	close(jobs)
	workers.Wait()
	return err
}

// place turns code points into bytes, widened to whole characters, and takes out
// rows that lie outside the text. A row taken out has no end.
func (b *basket) place(words string) {
	x := text.NewIndex(words)
	for i := range b.rows {
		c := &b.rows[i]
		if int(c.End) > x.Points() {
			b.bad = append(b.bad, &RowError{int(b.lines[i]), "end", strconv.Itoa(int(c.End)), ErrBeyond})
			c.End = 0
			continue
		}
		from, _ := x.ByteOfPoint(int(c.Start))
		to := forth(words, from, int(c.End-c.Start))
		start, end := text.Snap(words, from, to)
		if start != from || end != to {
			b.widened = append(b.widened, Widened{int(b.lines[i]), b.t.File, int(c.Start), int(c.End)})
		}
		c.Start, c.End = uint32(start), uint32(end)
		c.StartCh = uint32(x.CharsBefore(start))
		c.EndCh = c.StartCh + uint32(text.Chars(words[start:end]))
	}
}

// forth gives the byte offset n code points after the one at from.
func forth(words string, from, n int) int {
	for ; n > 0; n-- {
		_, width := utf8.DecodeRuneInString(words[from:])
		from += width
	}
	return from
}

// codingKey is what makes two codings of a transcript equal.
type codingKey struct {
	start, end  uint32
	code, coder codebook.No
}

func keyOf(c *codebook.Coding) codingKey { return codingKey{c.Start, c.End, c.Code, c.Coder} }

// batch makes the action of what is new.
func (m *codingMerge) batch() *codebook.Batch {
	batch := &codebook.Batch{Name: CodingsImport, Ops: m.names.ops}
	used := m.usedIDs()
	passages := memoTexts(m.p)
	var memos []codebook.Op
	for _, b := range m.baskets {
		m.report.Bad = append(m.report.Bad, b.bad...)
		m.report.Widened = append(m.report.Widened, b.widened...)
		memos = append(memos, m.newMemos(b, passages)...)
		if rows := m.fresh(b, used); len(rows) > 0 {
			batch.Ops = append(batch.Ops, &codebook.AddCodings{Transcript: b.t.No, Rows: rows})
		}
	}
	batch.Ops = append(batch.Ops, memos...)
	m.report.Memos = len(memos)
	m.report.Coders, m.report.Codes = m.names.madeCoders, m.names.madeCodes
	m.report.sorted()
	batch.Names = []string{strconv.Itoa(m.report.Added), strconv.Itoa(len(m.baskets))}
	return batch
}

// fresh keeps the rows that add something and gives ids to those without a free
// one.
func (m *codingMerge) fresh(b *basket, used map[codebook.ID]bool) []codebook.Coding {
	have := m.p.Codings(b.t.No)
	there := make(map[codingKey]int, have.Len()+len(b.rows)) // index in have; -1: earlier in the file
	for i := range have.Len() {
		there[codingKey{have.Start[i], have.End[i], have.Code[i], codebook.No(have.Coder[i])}] = i
	}
	kept := b.rows[:0]
	for i := range b.rows {
		c := b.rows[i]
		if c.End == 0 {
			continue
		}
		at, known := there[keyOf(&c)]
		switch {
		case !known:
			there[keyOf(&c)] = -1
			m.report.Added++
		case at >= 0 && !adds(have, at, &c), at < 0 && len(c.Fields) == 0 && c.Flags == 0:
			m.report.Known++
			continue
		default:
			m.report.Known++
		}
		if c.ID.Zero() || used[c.ID] {
			c.ID = m.options.NewID()
		}
		if used != nil {
			used[c.ID] = true
		}
		kept = append(kept, c)
	}
	return kept
}

// adds says whether c brings a mark or a value to the equal coding at i.
func adds(have *codebook.Codings, i int, c *codebook.Coding) bool {
	if have.Flags[i]|c.Flags != have.Flags[i] {
		return true
	}
	old := have.At(i)
	for _, f := range c.Fields {
		if old.FieldValue(f.Name) == "" {
			return true
		}
	}
	return false
}

// usedIDs are those of all codings; nil where the file brings none.
func (m *codingMerge) usedIDs() map[codebook.ID]bool {
	if m.columns.id < 0 {
		return nil
	}
	used := make(map[codebook.ID]bool, m.p.CodingCount()+m.report.Rows)
	for _, t := range m.p.Transcripts() {
		for _, id := range m.p.Codings(t.No).ID {
			used[id] = true
		}
	}
	return used
}

// memoTexts are the memos on each passage: every one, and all joined.
func memoTexts(p *codebook.Project) map[codebook.Passage]map[string]bool {
	texts := map[codebook.Passage]map[string]bool{}
	note := func(at codebook.Passage, s string) {
		if texts[at] == nil {
			texts[at] = map[string]bool{}
		}
		texts[at][s] = true
	}
	for _, m := range p.Memos() {
		if m.Target == codebook.TargetPassage {
			note(codebook.Passage{Transcript: m.On, Start: m.Start, End: m.End}, m.Text)
		}
	}
	for at, joined := range passageMemos(p) {
		note(at, joined)
	}
	return texts
}

// newMemos are the memos of a basket's rows that are not there yet.
func (m *codingMerge) newMemos(b *basket, there map[codebook.Passage]map[string]bool) []codebook.Op {
	var ops []codebook.Op
	for _, i := range b.memos {
		memo := &m.memos[i]
		c := &b.rows[memo.row]
		at := codebook.Passage{Transcript: b.t.No, Start: c.Start, End: c.End}
		if c.End == 0 || there[at][memo.text] {
			continue
		}
		if there[at] == nil {
			there[at] = map[string]bool{}
		}
		there[at][memo.text] = true
		ops = append(ops, &codebook.PutMemo{Row: codebook.Memo{
			ID: m.options.NewID(), Target: codebook.TargetPassage, On: b.t.No, Start: c.Start, End: c.End,
			Coder: memo.coder, Created: memo.time, Changed: memo.time, Text: memo.text,
		}})
	}
	return ops
}
