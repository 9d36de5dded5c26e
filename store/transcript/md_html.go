package transcript

import (
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	mdtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// writeHTMLBlock writes the words of a block of HTML without its tags.
func (p *mdPage) writeHTMLBlock(n ast.Node) {
	block := n.(*ast.HTMLBlock)
	raw := p.join(block.Lines())
	if block.HasClosure() {
		raw += string(block.ClosureLine.Value(p.source))
	}
	p.put(strings.TrimSpace(p.stripTags(raw)))
}

// writeHTML leaves a tag inside a line out; <br> is a line end.
func (p *mdPage) writeHTML(n ast.Node) {
	p.put(p.stripTags(p.join(n.(*ast.RawHTML).Segments)))
}

// join gives the source of several stretches.
func (p *mdPage) join(segments *mdtext.Segments) string {
	var out strings.Builder
	for i := range segments.Len() {
		segment := segments.At(i)
		out.Write(segment.Value(p.source))
	}
	return out.String()
}

// stripTags takes comments and tags out of HTML and resolves its entities. What
// only looks like a tag, as <NAME> in place of a name, is the author's text.
func (p *mdPage) stripTags(s string) string {
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(s, "<")
		out.WriteString(before)
		if !found {
			return html.UnescapeString(out.String())
		}
		tag, after, closed := cutTag(rest)
		if !closed {
			out.WriteString("<")
			s = rest
			continue
		}
		if tagName(tag) == "br" {
			out.WriteString("\n")
		}
		p.facts.Markup++
		s = after
	}
}

// longestTag is how far the end of a tag is looked for, in bytes.
const longestTag = 1024

// cutTag parts a tag or comment, whose "<" has been read, from what follows it.
func cutTag(s string) (tag, rest string, ok bool) {
	if strings.HasPrefix(s, "!--") {
		if tag, rest, ok = strings.Cut(s, "-->"); !ok {
			return s, "", true // a comment without an end hides all that follows, as in a browser
		}
		return tag, rest, true
	}
	end := strings.IndexByte(s[:min(len(s), longestTag)], '>')
	if end < 0 || !htmlTags[tagName(s[:end])] {
		return "", "", false
	}
	return s[:end], s[end+1:], true
}

// tagName is the name at the start of what stands between < and >.
func tagName(tag string) string {
	tag = strings.TrimPrefix(tag, "/")
	if end := strings.IndexAny(tag, " \t\n/"); end >= 0 {
		tag = tag[:end]
	}
	return strings.ToLower(tag)
}

// htmlTags are the elements that are met in Markdown.
var htmlTags = tagSet(`a abbr article aside audio b big blockquote body br caption center cite code col colgroup dd del details div dl dt em
	figcaption figure font footer h1 h2 h3 h4 h5 h6 head header hr html i iframe img ins kbd label li link main mark meta nav ol p pre q rb
	rp rt ruby s samp script section small source span strike strong style sub summary sup svg table tbody td tfoot th thead time title tr tt
	u ul var video wbr`)

// tagSet makes a set of names.
func tagSet(names string) map[string]bool {
	set := make(map[string]bool)
	for _, name := range strings.Fields(names) {
		set[name] = true
	}
	return set
}

// unescape resolves backslashes before punctuation and HTML entities, in one pass.
func unescape(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]):
			i++
			out.WriteByte(s[i])
		case s[i] == '&':
			entity := entityAt(s[i:])
			out.WriteString(html.UnescapeString(entity))
			i += len(entity) - 1
		default:
			out.WriteByte(s[i])
		}
	}
	return out.String()
}

// entityAt is the entity at the start of s, or the ampersand alone.
func entityAt(s string) string {
	const longest = 34
	if end := strings.IndexByte(s[:min(len(s), longest)], ';'); end > 1 && !strings.ContainsAny(s[1:end], "& \\") {
		return s[:end+1]
	}
	return s[:1]
}
