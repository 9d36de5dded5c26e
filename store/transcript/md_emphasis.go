package transcript

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	mdtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// emphasis reads * and ** where CommonMark does not: CommonMark wants a space
// between a mark that follows punctuation and the next letter, and so leaves the
// stars standing in
//
//	**访谈者：**您好
//
// Chinese has no such spaces. Here a mark next to a Chinese character may open or
// close whatever stands on its other side, and so may ** next to anything but a
// space. The underscore is left to CommonMark.
type emphasis struct{}

func (emphasis) Trigger() []byte { return []byte{'*'} }

func (emphasis) Parse(_ ast.Node, block mdtext.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	mark := parser.ScanDelimiter(line, before, 1, stars{})
	if mark == nil {
		return nil
	}
	after := ' '
	if mark.OriginalLength < len(line) {
		after, _ = utf8.DecodeRune(line[mark.OriginalLength:])
	}
	if mark.OriginalLength == 2 || isHanText(before) || isHanText(after) {
		mark.CanOpen = !util.IsSpaceRune(after)
		mark.CanClose = !util.IsSpaceRune(before)
	}
	mark.Segment = segment.WithStop(segment.Start + mark.OriginalLength)
	block.Advance(mark.OriginalLength)
	pc.PushDelimiter(mark)
	return mark
}

// isHanText tells Chinese characters and full-width punctuation.
func isHanText(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF
}

// stars pairs marks of emphasis.
type stars struct{}

func (stars) IsDelimiter(b byte) bool { return b == '*' }

func (stars) CanOpenCloser(opener, closer *parser.Delimiter) bool { return opener.Char == closer.Char }

func (stars) OnMatch(consumes int) ast.Node { return ast.NewEmphasis(consumes) }
