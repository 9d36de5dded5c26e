package exchange

import (
	"slices"

	"fangtan/codebook"
)

// Graph is codes and the links between them as they are drawn: each code once, and
// one line for all links of a kind between two codes.
type Graph struct {
	title string
	nodes []graphNode // in codebook order
	edges []graphEdge
	kinds []graphKind // those that occur
}

// GraphWords are the words of a drawing. Kind names a kind of link; with none, kinds
// stand for themselves.
type GraphWords struct {
	Lang  string // of the names of codes; empty for the project's
	Title string
	Kind  func(string) string
}

type graphNode struct {
	number, name, color string
}

// graphEdge is a line from one node to another, by their indices.
type graphEdge struct {
	from, to, kind int
	evidence       int // passages that the links rest on
}

// graphKind is a kind of link: what it is called, and how its lines look.
type graphKind struct {
	words string
	both  bool // it has no direction
	line  graphLine
}

// graphLine is a line that can be told from the others without colour: for SVG its
// dashes and its width in tenths, for Graphviz a style.
type graphLine struct {
	dashes string
	width  int
	style  string
}

// graphLines are the lines of the kinds that every study has; ownLines are those of
// the user's own, in turn.
var (
	graphLines = map[string]graphLine{
		codebook.LinkCauses:      {"", 14, "solid"},
		codebook.LinkTension:     {"2 4", 18, "dotted"},
		codebook.LinkContradicts: {"10 3 2 3", 14, "dashed,bold"},
		codebook.LinkSupports:    {"8 4", 14, "dashed"},
		codebook.LinkPartOf:      {"", 26, "bold"},
	}
	ownLines = []graphLine{{"14 3", 12, "dashed"}, {"5 2", 12, "dashed"}, {"12 3 2 3 2 3", 12, "dashed"}}
)

// LinksGraph makes the drawing of links.
func LinksGraph(p *codebook.Project, links []*codebook.Link, w GraphWords) *Graph {
	g := &Graph{title: w.Title}
	kinds := g.addKinds(p, links, w)
	nodes := g.addNodes(p, links, w)
	known := map[graphEdge]int{} // by edge without evidence
	for _, l := range links {
		e := graphEdge{from: nodes[l.From], to: nodes[l.To], kind: kinds[l.Kind]}
		if g.kinds[e.kind].both && e.from > e.to {
			e.from, e.to = e.to, e.from
		}
		at, drawn := known[e]
		if !drawn {
			at = len(g.edges)
			known[e] = at
			g.edges = append(g.edges, e)
		}
		if _, some := l.Evidence(); some {
			g.edges[at].evidence++
		}
	}
	slices.SortFunc(g.edges, compareEdges)
	return g
}

func (g *Graph) addKinds(p *codebook.Project, links []*codebook.Link, w GraphWords) map[string]int {
	index, own := map[string]int{}, 0
	for _, kind := range p.LinkKinds() {
		line, standard := graphLines[kind]
		if !standard {
			line = ownLines[own%len(ownLines)]
			own++
		}
		if !slices.ContainsFunc(links, func(l *codebook.Link) bool { return l.Kind == kind }) {
			continue
		}
		words := kind
		if w.Kind != nil {
			words = w.Kind(kind)
		}
		index[kind] = len(g.kinds)
		g.kinds = append(g.kinds, graphKind{words, codebook.SymmetricKind(kind), line})
	}
	return index
}

func (g *Graph) addNodes(p *codebook.Project, links []*codebook.Link, w GraphWords) map[codebook.No]int {
	joined, index := map[codebook.No]bool{}, map[codebook.No]int{}
	for _, l := range links {
		joined[l.From], joined[l.To] = true, true
	}
	lang := Words{Lang: w.Lang}.lang(p)
	for _, n := range p.Tree().Order {
		if !joined[n] {
			continue
		}
		c := p.Code(n)
		node := graphNode{number: c.Number, name: c.Name(lang), color: c.Color}
		if node.number == node.name {
			node.number = ""
		}
		index[n] = len(g.nodes)
		g.nodes = append(g.nodes, node)
	}
	return index
}
