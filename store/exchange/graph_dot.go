package exchange

import (
	"cmp"
	"io"
	"strconv"
	"strings"

	"fangtan/codebook/text"
)

// graphFonts are the fonts of a drawing, by name: the first that the reader has.
const graphFonts = "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"

// WriteDot writes a drawing in the language of Graphviz, from left to right.
func WriteDot(w io.Writer, g *Graph) error {
	var b strings.Builder
	b.WriteString("digraph links {\n")
	b.WriteString("  graph [rankdir=LR, labelloc=t, ranksep=1, label=" + dotWords(g.title) + ", fontname=" + dotWords(graphFonts) + "];\n")
	b.WriteString("  node [shape=box, style=rounded, penwidth=2, fontname=" + dotWords(graphFonts) + "];\n")
	b.WriteString("  edge [color=\"#444444\", fontsize=10, fontname=" + dotWords(graphFonts) + "];\n")
	for i, n := range g.nodes {
		b.WriteString("  " + dotNode(i) + " [label=" + dotWords(strings.TrimPrefix(n.number+"\n"+n.name, "\n")) +
			", color=" + dotWords(n.edgeColor()) + "];\n")
	}
	for _, e := range g.edges {
		k := g.kinds[e.kind]
		b.WriteString("  " + dotNode(e.from) + " -> " + dotNode(e.to) + " [label=" + dotWords(g.words(e)) + ", style=" + dotWords(k.line.style))
		if k.both {
			b.WriteString(", dir=none, constraint=false")
		}
		b.WriteString("];\n")
	}
	b.WriteString("}\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func dotNode(i int) string { return "n" + strconv.Itoa(i+1) }

// dotWords makes a quoted string of words that Graphviz shows as they are: it reads
// backslashes, quotes and the entities of HTML.
func dotWords(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = dotSigns.Replace(text.Harmless(line))
	}
	return `"` + strings.Join(lines, `\n`) + `"`
}

var dotSigns = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "&", "&amp;")

// greyEdge is the edge of a code without a colour, and the colour of lines.
const greyEdge = "#444444"

func (n *graphNode) edgeColor() string { return cmp.Or(n.color, greyEdge) }

// words stand at an edge: its kind, and how many passages show it where that is more than one.
func (g *Graph) words(e graphEdge) string {
	if e.evidence > 1 {
		return g.kinds[e.kind].words + " ×" + strconv.Itoa(e.evidence)
	}
	return g.kinds[e.kind].words
}

func compareEdges(a, b graphEdge) int {
	return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to), cmp.Compare(a.kind, b.kind))
}
