package transcript

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	mdtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"fangtan/codebook/text"
)

// readMarkdown reads a text and takes its marks off, so that it reads like a
// book: headings, bold names and quotes become hints. The author's lines stay
// lines and her blank lines stay blank, because in a transcript a line is often
// a turn.
func readMarkdown(data []byte) (*Source, error) {
	if len(data) > MaxMarkdown {
		return nil, failCount(ReasonTooLarge, DetailMarkdownSize, len(data)>>20)
	}
	src, err := readText(data)
	if err != nil {
		return nil, err
	}
	front, body := cutFrontMatter(src.Text)
	if tooIntricate(body) {
		return nil, fail(ReasonTooDeep, "")
	}
	p := &mdPage{source: []byte(body), facts: &src.Facts}
	p.out.write(front.text)
	p.lineStart = len(p.out.buf)
	p.blocks(newMarkdown().Parse(mdtext.NewReader(p.source)))
	src.Text, src.Hints = p.out.finish()
	src.Title = front.title
	if src.Title == "" {
		src.Title = title(src.Text, src.Hints)
	}
	return src, nil
}

// newMarkdown is CommonMark with tables, footnotes and struck-out text, and with
// emphasis that knows Chinese punctuation.
func newMarkdown() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(append(parser.DefaultBlockParsers(),
			util.Prioritized(extension.NewFootnoteBlockParser(), 999))...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(emphasis{}, 450), // before CommonMark's own at 500
			util.Prioritized(extension.NewFootnoteParser(), 101),
			util.Prioritized(extension.NewStrikethroughParser(), 500))...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(keepNotes{}, 900), // before the footnotes are moved to the end
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999)),
	)
}

// keepNotes gives a number to footnotes to which nothing refers; they would be
// lost otherwise.
type keepNotes struct{}

func (keepNotes) Transform(doc *ast.Document, _ mdtext.Reader, _ parser.Context) {
	list := findNotes(doc)
	if list == nil {
		return
	}
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		if note := n.(*extast.Footnote); note.Index < 0 {
			list.Count++
			note.Index = list.Count
		}
	}
}

// findNotes finds the list in which all footnotes are kept.
func findNotes(doc *ast.Document) (list *extast.FootnoteList) {
	found := func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if l, ok := n.(*extast.FootnoteList); ok {
			list = l
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	}
	if err := ast.Walk(doc, found); err != nil { // found never fails
		return nil
	}
	return list
}

// frontMatter is the block of YAML that may stand before a Markdown document.
type frontMatter struct{ text, title string }

// cutFrontMatter parts the front matter from the document. Its lines are kept as
// text, without the fences; the line "title:" names the document.
func cutFrontMatter(s string) (frontMatter, string) {
	inner, ok := strings.CutPrefix(s, "---\n")
	if !ok {
		return frontMatter{}, s
	}
	block, rest, ok := strings.Cut(inner, "\n---\n")
	if !ok || strings.Contains(block, "\n\n") || !strings.Contains(block, ":") {
		return frontMatter{}, s
	}
	front := frontMatter{text: block + "\n\n"}
	for line := range strings.Lines(block) {
		if name, ok := strings.CutPrefix(line, "title:"); ok {
			front.title = strings.Trim(strings.TrimSpace(name), `"'`)
		}
	}
	return front, rest
}

// blocks writes the children of a block, each below the one before.
func (p *mdPage) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if write, ok := mdBlocks[n.Kind()]; ok {
			p.newLine(n)
			write(p, n)
			continue
		}
		p.blocks(n)
	}
}

// newLine ends the line before the block n and keeps one blank line if the source has any.
func (p *mdPage) newLine(n ast.Node) {
	if len(p.out.buf) == p.lineStart {
		return
	}
	p.endLine()
	if n.HasBlankPreviousLines() || n.Kind() == extast.KindTable { // a table does not remember its blank line
		p.out.write("\n")
		p.lineStart = len(p.out.buf)
	}
}

// endLine ends the line that is being written.
func (p *mdPage) endLine() {
	if len(p.out.buf) > 0 && p.out.buf[len(p.out.buf)-1] != '\n' {
		p.out.write("\n")
	}
	p.lineStart = len(p.out.buf)
}

// hinted lays a hint on what write writes.
func (p *mdPage) hinted(kind text.HintKind, level int, write func()) {
	start := len(p.out.buf)
	write()
	p.out.mark(kind, level, start)
}
