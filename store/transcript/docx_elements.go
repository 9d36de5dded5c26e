package transcript

import "encoding/xml"

// handler reads one element whole, up to its end.
type handler func(*walker, xml.StartElement) error

// handlers are the elements that mean something; see ISO/IEC 29500-1, 17.
var handlers map[xml.Name]handler

func init() { // handlers call each other through this table
	handlers = map[xml.Name]handler{
		{Space: "mc", Local: "AlternateContent"}: (*walker).alternatives,
		{Space: "m", Local: "t"}:                 (*walker).text,
	}
	for local, h := range wordElements() {
		handlers[xml.Name{Space: "w", Local: local}] = h
	}
}

// wordElements are the elements of WordprocessingML by their local names.
func wordElements() map[string]handler {
	return map[string]handler{
		// paragraphs and what characters look like
		"p": (*walker).paragraph, "pPr": (*walker).paragraphProperties,
		"r": (*walker).readRun, "rPr": (*walker).runProperties,
		// characters
		"t": (*walker).text, "sym": (*walker).symbol,
		"tab": sign("\t"), "ptab": sign("\t"), "br": sign("\n"), "cr": sign("\n"), "noBreakHyphen": sign("\u2011"),
		// tracked changes
		"ins":    counted(func(f *Facts) { f.Insertions++ }, inside),
		"del":    counted(func(f *Facts) { f.Deletions++ }, passOver),
		"moveTo": counted(func(f *Facts) { f.Moves++ }, inside), "moveFrom": passOver,
		"delText": passOver, "delInstrText": passOver,
		// tables
		"tbl": (*walker).table, "tr": (*walker).tableRow, "trPr": (*walker).rowProperties, "tc": (*walker).cell,
		"tblPr": passOver, "tblGrid": passOver, "tblPrEx": passOver, "tcPr": passOver,
		// notes
		"footnoteReference": (*walker).noteMark, "endnoteReference": (*walker).noteMark,
		"footnote": (*walker).noteBody, "endnote": (*walker).noteBody,
		// frames with content of their own
		"sdt": (*walker).control, "txbxContent": (*walker).textBox, "drawing": (*walker).picture, "pict": (*walker).picture,
		"fldChar": (*walker).field, "instrText": passOver,
		"smartTagPr": passOver, "customXmlPr": passOver, "sectPr": passOver,
		"rt": passOver, // the reading above a character; the character itself follows
		// other documents inside this one
		"object":   counted(func(f *Facts) { f.Embedded++ }, inside),
		"altChunk": counted(func(f *Facts) { f.Embedded++ }, passOver),
		"subDoc":   counted(func(f *Facts) { f.Embedded++ }, passOver),
	}
}

// passOver leaves an element out.
func passOver(w *walker, _ xml.StartElement) error { return w.part.skip() }

// inside reads an element as if only its content were there.
func inside(w *walker, _ xml.StartElement) error { return w.children() }

// sign writes s for an element.
func sign(s string) handler {
	return func(w *walker, _ xml.StartElement) error {
		w.put(s)
		return w.part.skip()
	}
}

// counted counts an element before it is handled.
func counted(count func(*Facts), next handler) handler {
	return func(w *walker, e xml.StartElement) error {
		count(&w.facts)
		return next(w, e)
	}
}
