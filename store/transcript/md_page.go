package transcript

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"fangtan/codebook/text"
)

// mdPage is a Markdown document being written as plain text.
type mdPage struct {
	source    []byte
	out       sheet
	facts     *Facts
	lineStart int // where the line being written begins in out
	bold      int // how many bold spans are open
	heading   int // how many headings are open
	listDepth int
}

// mdWriter writes one node with all that lies in it.
type mdWriter func(*mdPage, ast.Node)

// mdBlocks are the blocks with a line of their own; all others are only frames.
var mdBlocks map[ast.NodeKind]mdWriter

// mdInlines are the pieces of a line; all others are only frames.
var mdInlines map[ast.NodeKind]mdWriter

func init() { // the writers call each other through these tables
	mdBlocks = map[ast.NodeKind]mdWriter{
		ast.KindParagraph:       (*mdPage).inlines,
		ast.KindTextBlock:       (*mdPage).inlines,
		ast.KindHeading:         (*mdPage).writeHeading,
		ast.KindBlockquote:      (*mdPage).writeQuote,
		ast.KindList:            (*mdPage).writeList,
		ast.KindCodeBlock:       (*mdPage).writeLines,
		ast.KindFencedCodeBlock: (*mdPage).writeLines,
		ast.KindHTMLBlock:       (*mdPage).writeHTMLBlock,
		ast.KindThematicBreak:   func(*mdPage, ast.Node) {},
		extast.KindTable:        (*mdPage).writeTable,
		extast.KindFootnoteList: (*mdPage).writeNotes,
	}
	mdInlines = map[ast.NodeKind]mdWriter{
		ast.KindText:                (*mdPage).writeText,
		ast.KindString:              func(p *mdPage, n ast.Node) { p.put(string(n.(*ast.String).Value)) },
		ast.KindEmphasis:            (*mdPage).writeEmphasis,
		ast.KindCodeSpan:            (*mdPage).writeCode,
		ast.KindAutoLink:            func(p *mdPage, n ast.Node) { p.put(string(n.(*ast.AutoLink).Label(p.source))) },
		ast.KindRawHTML:             (*mdPage).writeHTML,
		extast.KindFootnoteLink:     func(p *mdPage, n ast.Node) { p.put(fmt.Sprintf("[%d]", n.(*extast.FootnoteLink).Index)) },
		extast.KindFootnoteBacklink: func(*mdPage, ast.Node) {},
	}
}

// put writes words of a line, bold where they are.
func (p *mdPage) put(s string) {
	if p.bold > 0 && p.heading == 0 && s != "" && s != "\n" {
		p.out.writeBold(s)
		return
	}
	p.out.write(s)
}

// inlines writes the pieces of which a line is made.
func (p *mdPage) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if write, ok := mdInlines[n.Kind()]; ok {
			write(p, n)
			continue
		}
		p.inlines(n)
	}
}

func (p *mdPage) writeText(n ast.Node) {
	t := n.(*ast.Text)
	raw := t.Segment.Value(p.source)
	if t.IsRaw() {
		p.put(string(raw))
	} else {
		p.put(unescape(string(raw)))
	}
	if t.SoftLineBreak() || t.HardLineBreak() {
		p.put("\n")
	}
}

func (p *mdPage) writeEmphasis(n ast.Node) {
	bold := n.(*ast.Emphasis).Level / 2
	p.bold += bold
	p.inlines(n)
	p.bold -= bold
}

// writeCode writes a code span, whose escapes and entities are meant literally.
func (p *mdPage) writeCode(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			p.put(string(t.Segment.Value(p.source)))
		}
	}
}

func (p *mdPage) writeHeading(n ast.Node) {
	start := len(p.out.buf)
	p.heading++
	p.inlines(n)
	p.heading--
	if !bytes.ContainsRune(p.out.buf[start:], '\n') { // lines above a rule read as a heading, but are talk
		p.out.mark(text.HintHeading, n.(*ast.Heading).Level, start)
	}
}

func (p *mdPage) writeQuote(n ast.Node) {
	p.hinted(text.HintQuote, 0, func() { p.blocks(n) })
}

// bullets stand before the items of lists without numbers, by their level.
var bullets = []string{"• ", "◦ ", "▪ "}

// bullet is the sign for an item on a level counted from 0.
func bullet(level int) string { return bullets[min(level, len(bullets)-1)] }

func (p *mdPage) writeList(n ast.Node) {
	list := n.(*ast.List)
	number := list.Start
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		p.newLine(item)
		if list.IsOrdered() {
			p.out.write(fmt.Sprintf("%d%c ", number, list.Marker))
			number++
		} else {
			p.out.write(bullet(p.listDepth))
		}
		p.lineStart = len(p.out.buf)
		p.listDepth++
		p.blocks(item)
		p.listDepth--
	}
}

// writeLines writes a block of code as it stands.
func (p *mdPage) writeLines(n ast.Node) {
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		p.put(string(line.Value(p.source)))
	}
}

// writeTable writes a row a line, its cells parted by tabs.
func (p *mdPage) writeTable(n ast.Node) {
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		p.endLine()
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			if cell.PreviousSibling() != nil {
				p.out.write("\t")
			}
			p.inlines(cell)
		}
	}
}

// writeNotes writes the footnotes below the text.
func (p *mdPage) writeNotes(n ast.Node) {
	p.endLine()
	p.out.write("\n")
	for note := n.FirstChild(); note != nil; note = note.NextSibling() {
		p.endLine()
		p.facts.Notes++
		p.hinted(text.HintNote, 0, func() {
			p.out.write(fmt.Sprintf("[%d] ", note.(*extast.Footnote).Index))
			p.lineStart = len(p.out.buf)
			p.blocks(note)
		})
	}
}
