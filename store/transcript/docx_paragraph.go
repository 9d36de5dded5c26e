package transcript

import (
	"encoding/xml"
	"strconv"
	"strings"

	"fangtan/codebook/text"
)

// paragraph is a paragraph being read.
type paragraph struct {
	line     sheet
	style    string
	outline  int // as in style; overrides it unless 0
	numID    string
	numLevel int // -1 if not said
	bold     toggle
	hidden   toggle
	markGone bool // its end is deleted, hidden or moved away: it goes on in the next paragraph
}

// paragraph reads a paragraph. One that lies in another (in a text box) leaves
// the outer one open.
func (w *walker) paragraph(xml.StartElement) error {
	if w.par != nil {
		w.closeParagraph()
	}
	w.par = &paragraph{numLevel: -1}
	w.run = run{}
	if err := w.children(); err != nil {
		return err
	}
	w.closeParagraph()
	return nil
}

// paragraphProperties reads what a paragraph says of itself.
func (w *walker) paragraphProperties(xml.StartElement) error {
	p := w.par
	if p == nil {
		return w.part.skip()
	}
	err := w.part.each(func(e xml.StartElement) {
		if e.Name.Space != "w" {
			return
		}
		val := attr(e, "val")
		switch e.Name.Local {
		case "pStyle":
			p.style = val
		case "outlineLvl":
			p.outline = outlineLevel(val)
		case "numId":
			p.numID = val
		case "ilvl":
			p.numLevel = listLevel(val)
		case "del":
			p.markGone = true
			w.facts.Deletions++
		case "moveFrom":
			p.markGone = true
		case "vanish":
			p.markGone = p.markGone || isOn(e)
		}
	})
	s := w.styles.get(p.style)
	p.bold, p.hidden = s.bold, s.hidden
	if p.outline == 0 {
		p.outline = s.outline
	}
	return err
}

// readRun reads characters that look alike.
func (w *walker) readRun(xml.StartElement) error {
	outer := w.run
	w.run = run{}
	if p := w.par; p != nil {
		w.run = run{bold: p.bold == on, hidden: p.hidden == on}
	}
	err := w.children()
	if w.run.dropped {
		w.facts.HiddenRuns++
	}
	w.run = outer
	return err
}

// runProperties reads how a run looks.
func (w *walker) runProperties(xml.StartElement) error {
	bold, hidden, named := unsaid, unsaid, &style{}
	err := w.part.each(func(e xml.StartElement) {
		if e.Name.Space != "w" {
			return
		}
		switch e.Name.Local {
		case "b":
			bold = toggleOf(e)
		case "vanish":
			hidden = toggleOf(e)
		case "rStyle":
			named = w.styles.get(attr(e, "val"))
		}
	})
	w.run.bold = bold.or(named.bold).or(said(w.run.bold)) == on
	w.run.hidden = hidden.or(named.hidden).or(said(w.run.hidden)) == on
	return err
}

// said is a switch with a known state.
func said(b bool) toggle {
	if b {
		return on
	}
	return off
}

// text writes the characters of w:t. Line ends in the XML are not line ends of the text.
func (w *walker) text(xml.StartElement) error {
	s, err := w.part.text()
	if err != nil {
		return err
	}
	w.put(blanks.Replace(s))
	return nil
}

// blanks makes the white space of XML source plain.
var blanks = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ")

// put writes into the open paragraph; text outside of any opens one.
func (w *walker) put(s string) {
	if w.inCode() || s == "" {
		return
	}
	if w.run.hidden {
		w.run.dropped = true
		return
	}
	if w.par == nil {
		w.par = &paragraph{numLevel: -1}
	}
	if w.run.bold && w.par.outline <= 0 {
		w.par.line.writeBold(s)
		return
	}
	w.par.line.write(s)
}

// endParagraph finishes a paragraph that is still open, and what was carried
// over from paragraphs before it.
func (w *walker) endParagraph() {
	if w.par == nil && w.carry != nil {
		w.par = &paragraph{numLevel: -1}
	}
	if w.par != nil {
		w.par.markGone = false
		w.closeParagraph()
	}
}

// closeParagraph writes the paragraph as a line, or keeps it for the next one.
func (w *walker) closeParagraph() {
	p := w.par
	w.par = nil
	w.endCodes()
	if w.carry != nil {
		w.carry.add(&p.line)
		p.line, w.carry = *w.carry, nil
	}
	if p.markGone {
		w.carry = &p.line
		return
	}
	start := len(w.out.buf)
	if label := w.label(p); len(p.line.buf) > 0 {
		w.out.write(label)
	}
	w.out.add(&p.line)
	s := w.styles.get(p.style)
	switch {
	case p.outline > 0:
		w.out.mark(text.HintHeading, p.outline, start)
	case s.name == "quote" || s.name == "intense quote":
		w.out.mark(text.HintQuote, 0, start)
	}
	if s.name == "title" && w.title == "" {
		w.title = strings.TrimSpace(string(p.line.buf))
	}
	w.out.write("\n")
}

// label counts a paragraph in its list and gives the number it shows.
func (w *walker) label(p *paragraph) string {
	id, at := p.numID, p.numLevel
	if s := w.styles.get(p.style); id == "" {
		id = s.numID
		if at < 0 {
			at = w.numbering.levelOf(id, p.style, s.numLevel)
		}
	}
	if id == "" || id == "0" {
		return ""
	}
	return w.numbering.label(id, max(at, 0))
}

// symbol writes a character of a symbol font by its Unicode twin.
func (w *walker) symbol(e xml.StartElement) error {
	code, err := strconv.ParseUint(attr(e, "char"), 16, 16)
	if err == nil {
		w.put(string(w.twin(rune(code))))
	}
	return w.part.skip()
}

// twin is the Unicode character that looks like one of a symbol font, which
// live in the private area from U+F000 on.
func (w *walker) twin(r rune) rune {
	if r < 0xE000 || r > 0xF8FF {
		return r
	}
	if known, ok := symbols[r&0xFF]; ok {
		return known
	}
	w.facts.Symbols++
	return '□'
}

// symbols are the characters of Wingdings and Symbol that writers use, by their
// place in the font. The two fonts hardly ever use the same place for both.
var symbols = map[rune]rune{
	0x4A: '☺', 0x4C: '☹', 0x6C: '●', 0x6E: '■', 0x6F: '□', 0x71: '❑', 0x75: '◆',
	0xA3: '☐', 0xA7: '▪', 0xA8: '◻', 0xB0: '°', 0xB1: '±', 0xB4: '×', 0xB7: '•', 0xB8: '÷',
	0xD8: '➢', 0xDF: '←', 0xE0: '→', 0xE1: '↑', 0xE2: '↓', 0xE8: '➔',
	0xFB: '✗', 0xFC: '✓', 0xFD: '☒', 0xFE: '☑',
}
