package exchange

import (
	"cmp"
	"fmt"
	"io"

	"fangtan/codebook/text"
)

// Options say how a table is written.
type Options struct {
	BOM      bool   // a byte-order mark before CSV and TSV, for Excel
	Raw      bool   // leave what a spreadsheet would run and a terminal would obey
	Terminal bool   // the reader is a terminal: make text harmless in any format
	Ruler    Ruler  // of the terminal, for a table for people; nil: a code point is a place
	Width    int    // places across, in a table for people: long words are cut or wrapped; 0: as wide as it gets
	Lang     string // of the page, in HTML
	Title    string // above the table, in Markdown and HTML

	// LeftOut words the line under a table for people that says which columns did not fit; nil: no line.
	LeftOut func(titles []string) string
}

// encoder turns rows into one format, appending to b.
type encoder interface {
	head(b []byte, columns []Column) []byte
	row(b []byte, values []Value) []byte
	foot(b []byte, notes []string) []byte
}

// Writer writes rows one after another. After an error it writes nothing more.
type Writer struct {
	to       io.Writer
	enc      encoder
	columns  int
	harmless bool
	safe     []Value
	b        []byte
	err      error
}

const flushAt = 64 << 10

// NewWriter begins a table. [Writer.Close] ends it; it does not close w.
func NewWriter(w io.Writer, f Format, columns []Column, o Options) *Writer {
	out := &Writer{
		to: w, enc: formats[f].encoder(o), columns: len(columns),
		harmless: (o.Terminal || f == FormatTable) && !o.Raw,
		b:        make([]byte, 0, flushAt+4096),
	}
	if out.harmless {
		columns = harmlessColumns(columns)
	}
	out.b = out.enc.head(out.b, columns)
	return out
}

// Row writes one row. The values are not kept.
func (w *Writer) Row(values []Value) error {
	if w.err == nil && len(values) != w.columns {
		w.err = fmt.Errorf("row has %d cells where the table has %d columns", len(values), w.columns)
	}
	if w.err != nil {
		return w.err
	}
	if w.harmless {
		values = w.harmlessRow(values)
	}
	w.b = w.enc.row(w.b, values)
	if len(w.b) >= flushAt {
		w.flush()
	}
	return w.err
}

// Close ends the table, with lines for people under it where the format has room
// for them.
func (w *Writer) Close(notes ...string) error {
	if w.err != nil {
		return w.err
	}
	if w.harmless {
		safe := make([]string, len(notes))
		for i, n := range notes {
			safe[i] = text.Harmless(n)
		}
		notes = safe
	}
	w.b = w.enc.foot(w.b, notes)
	w.flush()
	return w.err
}

func (w *Writer) flush() {
	_, w.err = w.to.Write(w.b)
	w.b = w.b[:0]
}

func (w *Writer) harmlessRow(values []Value) []Value {
	w.safe = append(w.safe[:0], values...)
	for i, v := range w.safe {
		if v.words() {
			w.safe[i].text = text.Harmless(v.text)
		}
	}
	return w.safe
}

func harmlessColumns(columns []Column) []Column {
	safe := make([]Column, len(columns))
	for i, c := range columns {
		c.Head, c.Title, c.Name = text.Harmless(c.Head), text.Harmless(c.Title), text.Harmless(c.Name)
		safe[i] = c
	}
	return safe
}

// Write writes a whole table.
func Write(w io.Writer, f Format, t *Table, o Options) error {
	out := NewWriter(w, f, t.Columns, o)
	for row, err := range t.Rows {
		if err != nil {
			return err
		}
		if err := out.Row(row); err != nil {
			return err
		}
	}
	return out.Close(t.Notes...)
}

// shown is what stands above a column in a document: the name of the thing of the
// study that it is about, else its head.
func (c Column) shown() string { return cmp.Or(c.Name, c.Head) }

// spoken is what stands above a column on a terminal.
func (c Column) spoken() string { return cmp.Or(c.Name, c.Title, c.Head) }
