package transcript

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
)

// walker goes through a part once, from its first element to its last, and
// writes what it finds. Elements that it does not know are frames: their content
// is read as if they were not there, so that no text is lost in new markup.
type walker struct {
	part      *part
	styles    styles
	numbering *numbering
	notes     *notes // nil while notes themselves are read
	facts     Facts
	title     string

	out    *sheet     // where finished paragraphs go: the document, a cell, a note
	par    *paragraph // the paragraph being read, nil between paragraphs
	carry  *sheet     // paragraphs whose mark is gone: they go on in the next one
	run    run
	row    *row
	fields []bool // for each open field, outermost first: whether its result is being read

	// found is called with each note of a part of notes.
	found func(e xml.StartElement, body *sheet)
}

// run is how the characters being read look.
type run struct {
	bold, hidden bool
	dropped      bool // there were characters, and they were hidden
}

// children reads to the end of the element whose start was read last (or of the
// part) and hands each element that means something to its handler.
func (w *walker) children() error {
	floor := w.part.depth - 1
	for w.part.depth > floor {
		tok, err := w.part.next()
		if errors.Is(err, io.EOF) && floor < 0 {
			return nil
		}
		if err != nil {
			return cutOff(err)
		}
		if e, ok := tok.(xml.StartElement); ok {
			if h := handlers[e.Name]; h != nil {
				if err := h(w, e); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// alternatives reads one of several shapes of the same content: the first choice
// that holds any text, else the fallback. A text box is there twice, once for
// new programs and once for old ones.
func (w *walker) alternatives(xml.StartElement) error {
	floor := w.part.depth - 1
	before := w.written()
	facts := w.facts
	for w.part.depth > floor {
		tok, err := w.part.next()
		if err != nil {
			return cutOff(err)
		}
		if _, ok := tok.(xml.StartElement); !ok {
			continue
		}
		if w.written() > before {
			err = w.part.skip()
		} else {
			w.facts = facts // what an empty choice counted, the next one counts again
			err = w.children()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// written is how much has been written so far, here and in the open paragraph.
func (w *walker) written() int {
	n := len(w.out.buf)
	if w.par != nil {
		n += len(w.par.line.buf)
	}
	return n
}

// textBox reads a text box as lines of its own, before the paragraph it hangs on.
func (w *walker) textBox(xml.StartElement) error {
	outer := *w
	w.par, w.carry, w.run, w.row, w.fields = nil, nil, run{}, nil, nil
	before := len(w.out.buf)
	if err := w.children(); err != nil {
		return err
	}
	w.endParagraph()
	if len(w.out.buf) > before {
		w.facts.TextBoxes++
	}
	w.par, w.carry, w.run, w.row, w.fields = outer.par, outer.carry, outer.run, outer.row, outer.fields
	return nil
}

// picture reads a drawing, which may hold text boxes, and counts it if it holds none.
func (w *walker) picture(xml.StartElement) error {
	before := w.written()
	if err := w.children(); err != nil {
		return err
	}
	if w.written() == before {
		w.facts.Pictures++
	}
	return nil
}

// control reads a content control; the grey words that only ask to be replaced are no text.
func (w *walker) control(xml.StartElement) error {
	floor := w.part.depth - 1
	placeholder := false
	for w.part.depth > floor {
		tok, err := w.part.next()
		if err != nil {
			return cutOff(err)
		}
		e, ok := tok.(xml.StartElement)
		switch {
		case !ok:
		case e.Name.Local == "sdtPr":
			err = w.part.each(func(e xml.StartElement) {
				placeholder = placeholder || e.Name.Local == "showingPlcHdr" && isOn(e)
			})
		case e.Name.Local == "sdtContent" && !placeholder:
			err = w.children()
		default:
			err = w.part.skip()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// field follows a field through its code and its result. Only the result is text.
func (w *walker) field(e xml.StartElement) error {
	switch attr(e, "fldCharType") {
	case "begin":
		if len(w.fields) < MaxDepth {
			w.fields = append(w.fields, false)
		}
	case "separate":
		if n := len(w.fields); n > 0 {
			w.fields[n-1] = true
		}
	case "end":
		w.fields = w.fields[:max(len(w.fields)-1, 0)]
	}
	return w.part.skip()
}

// inCode tells whether the result being read is itself only part of another
// field's code. (Code proper stands in elements of its own.)
func (w *walker) inCode() bool {
	for i := range len(w.fields) - 1 {
		if !w.fields[i] {
			return true
		}
	}
	return false
}

// endCodes forgets fields whose code has not ended with its paragraph: they are
// damaged, and must not swallow the text that follows.
func (w *walker) endCodes() {
	w.fields = slices.DeleteFunc(w.fields, func(result bool) bool { return !result })
}

// noteMark writes [1] where the text refers to a note.
func (w *walker) noteMark(e xml.StartElement) error {
	if w.notes != nil && !w.run.hidden {
		kind := e.Name.Local[:len(e.Name.Local)-len("Reference")]
		if n := w.notes.refer(kind + attr(e, "id")); n > 0 {
			w.put(fmt.Sprintf("[%d]", n))
		}
	}
	return w.part.skip()
}

// noteBody reads one note of a part of notes.
func (w *walker) noteBody(e xml.StartElement) error {
	w.out = new(sheet)
	if err := w.children(); err != nil {
		return err
	}
	w.endParagraph()
	if w.found != nil {
		w.found(e, w.out)
	}
	return nil
}
