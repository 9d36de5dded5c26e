package transcript

import (
	"encoding/xml"
	"fmt"

	"fangtan/codebook/text"
)

// readWord reads a document of Word (.docx) as a reader of the printed page would:
// tracked changes accepted, list numbers and notes written out, tables as lines.
//
//	package ─ relations ─┬─ styles ─────┐
//	                     ├─ numbering ──┼─▶ walker ─▶ sheet ─▶ Source
//	                     ├─ notes ──────┤
//	                     └─ main part ──┘
func readWord(data []byte) (*Source, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	p, err := findParts(a)
	if err != nil {
		return nil, err
	}
	w := &walker{out: new(sheet)}
	if w.styles, err = readStyles(p); err != nil {
		return nil, err
	}
	if w.numbering, err = readNumbering(p); err != nil {
		return nil, err
	}
	if err := w.readNotes(p); err != nil {
		return nil, err
	}
	if err := w.read(p, p.main); err != nil {
		return nil, err
	}
	if err := countAside(p, w); err != nil {
		return nil, err
	}
	w.writeNotes()
	src := &Source{Encoding: "utf-8", Facts: w.facts}
	var counted text.Facts
	src.Text, src.Hints = w.out.finish()
	src.Text, counted = text.Canonical(src.Text)
	src.Facts.countCharacters(src.Text, counted)
	src.Title = w.title
	if src.Title == "" {
		src.Title = title(src.Text, src.Hints)
	}
	return src, nil
}

// read walks one part into w.out.
func (w *walker) read(p *parts, name string) error {
	in, err := p.open(name)
	if err != nil {
		return err
	}
	w.part = in
	if err := w.children(); err != nil {
		return err
	}
	w.endParagraph()
	return nil
}

// countAside counts what stands beside the text and is left out: comments, and
// page headers and footers with words in them.
func countAside(p *parts, w *walker) error {
	for _, name := range p.targets("comments") {
		err := p.scan(name, func(e xml.StartElement) {
			if e.Name.Local == "comment" {
				w.facts.Comments++
			}
		})
		if err != nil {
			return err
		}
	}
	for _, kind := range []string{"header", "footer"} {
		for _, name := range p.targets(kind) {
			aside := &walker{styles: w.styles, numbering: w.numbering.fresh(), out: new(sheet)}
			if err := aside.read(p, name); err != nil {
				return err
			}
			if body, _ := aside.out.finish(); body != "" {
				w.facts.HeadersFooters++
			}
		}
	}
	return nil
}

// note is the text of a footnote or endnote.
type note struct {
	body   *sheet
	number int // by the order of the marks in the text; 0 if nothing has referred to it yet
}

// notes are a document's notes by kind and id, and in the order in which the text refers to them.
type notes struct {
	byKey map[string]*note
	order []*note
}

// readNotes reads the footnotes and endnotes of a document, before its text.
func (w *walker) readNotes(p *parts) error {
	all := &notes{byKey: make(map[string]*note)}
	for _, kind := range []string{"footnote", "endnote"} {
		w.found = func(e xml.StartElement, body *sheet) {
			if attr(e, "type") == "" || attr(e, "type") == "normal" { // others are the lines that part notes from the text
				all.byKey[kind+attr(e, "id")] = &note{body: body}
			}
		}
		for _, name := range p.targets(kind + "s") {
			if err := w.read(p, name); err != nil {
				return err
			}
		}
	}
	w.notes, w.found = all, nil
	w.out, w.numbering = new(sheet), w.numbering.fresh()
	return nil
}

// refer gives the number of a note at its mark, 0 if there is no such note.
func (n *notes) refer(key string) int {
	found := n.byKey[key]
	if found == nil {
		return 0
	}
	if found.number == 0 {
		n.order = append(n.order, found)
		found.number = len(n.order)
	}
	return found.number
}

// writeNotes writes the notes below the text, in the order of their marks.
func (w *walker) writeNotes() {
	if len(w.notes.order) == 0 {
		return
	}
	w.out.trimEnd()
	w.out.write("\n")
	for _, n := range w.notes.order {
		body := n.body
		body.trimStart() // Word writes a space or a tab of its own after the mark
		body.trimEnd()
		w.out.write("\n")
		start := len(w.out.buf)
		w.out.write(fmt.Sprintf("[%d] ", n.number))
		w.out.add(body)
		w.out.mark(text.HintNote, 0, start)
		w.facts.Notes++
	}
}
