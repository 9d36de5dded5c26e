package transcript

import (
	"bytes"
	"encoding/xml"
)

// A table is written a row a line, cells parted by tabs:
//
//	身份 ⇥ 人数 ⇥ 备注
//	访谈者 ⇥ 您好。
//	受访者 ⇥ 第一段。
//	第二段。
//
// The paragraphs of a cell become one, but the last cell of a row may run over
// several lines, as the answers do in interviews that are laid out as a table.
type row struct {
	cells []*sheet
	gone  bool // deleted by a tracked change
}

// table reads a table.
func (w *walker) table(xml.StartElement) error {
	w.endParagraph()
	outer := w.row
	w.row = nil
	err := w.children()
	w.row = outer
	return err
}

// tableRow reads a row and writes it as a line.
func (w *walker) tableRow(xml.StartElement) error {
	outer := w.row
	w.row = new(row)
	if err := w.children(); err != nil {
		return err
	}
	done := w.row
	w.row = outer
	if done.gone {
		return nil
	}
	for i, cell := range done.cells {
		if i > 0 {
			w.out.write("\t")
		}
		cell.trimEnd()
		if i < len(done.cells)-1 {
			cell.buf = bytes.ReplaceAll(cell.buf, []byte("\n"), []byte(" "))
		}
		w.out.add(cell)
	}
	w.out.write("\n")
	return nil
}

// rowProperties asks only whether the row has been deleted.
func (w *walker) rowProperties(xml.StartElement) error {
	return w.part.each(func(e xml.StartElement) {
		if e.Name.Space == "w" && e.Name.Local == "del" && w.row != nil {
			w.row.gone = true
			w.facts.Deletions++
		}
	})
}

// cell reads a cell on a sheet of its own.
func (w *walker) cell(xml.StartElement) error {
	outer := w.out
	w.out = new(sheet)
	if err := w.children(); err != nil {
		return err
	}
	w.endParagraph()
	if w.row != nil {
		w.row.cells = append(w.row.cells, w.out)
		w.out = outer
		return nil
	}
	outer.add(w.out) // a cell outside of any row: its text must not be lost
	w.out = outer
	return nil
}
