package exchange

import (
	"cmp"
	"slices"
)

// Measures of a drawing, in its units: a line of words is 18 high.
const (
	fontSize   = 14
	lineHeight = 18
	padding    = 12  // between words and the edge of a node, left and right
	leastNode  = 76  // width
	mostWords  = 150 // width of a node's words before they are broken
	leastGap   = 118 // between layers, where lines run and kinds are written
	beside     = 60  // between kinds and the boxes, left and right together
	spotGap    = 18  // between spots of a layer
	portGap    = 12  // between lines that end at one side of a node
)

// place gives every spot its place: layers side by side, and in each the spots as
// near to the middle of their neighbours as their order allows.
func (l *layout) place() {
	for i := range l.g.nodes {
		l.measure(i)
	}
	x, gap := 0, l.gap()
	for _, layer := range l.layers {
		width := 0
		for _, s := range layer {
			width = max(width, l.spots[s].w)
		}
		y := 0
		for _, s := range layer {
			spot := &l.spots[s]
			spot.x, spot.y, spot.w = x, y, width
			y += spot.h + spotGap
		}
		x += width + gap
	}
	for sweep := range sweeps {
		for i := range l.layers {
			if sweep%2 == 1 {
				i = len(l.layers) - 1 - i
			}
			l.settle(l.layers[i])
		}
	}
	l.squeeze()
}

// gap is how far layers stand apart: kinds have room there.
func (l *layout) gap() int {
	widest := 0
	for _, e := range l.g.edges {
		widest = max(widest, labelWidth(l.g.words(e)))
	}
	return max(leastGap, widest+beside)
}

// squeeze begins at the top, and takes out bands in which nothing stands.
func (l *layout) squeeze() {
	down := make([]int, len(l.spots))
	for i := range down {
		down[i] = i
	}
	slices.SortStableFunc(down, func(a, b int) int { return cmp.Compare(l.spots[a].y, l.spots[b].y) })
	bottom, shift := 0, 0
	for k, i := range down {
		s := &l.spots[i]
		if k == 0 {
			shift = s.y
		}
		shift = max(shift, s.y-bottom-2*spotGap)
		s.y -= shift
		bottom = max(bottom, s.y+s.h)
	}
}

// measure sets the words of a node and finds its size.
func (l *layout) measure(i int) {
	n, s := l.g.nodes[i], &l.spots[i]
	s.words = broken(n.name, mostWords)
	if n.number != "" {
		s.words = append([]string{n.number}, s.words...)
	}
	s.w = leastNode
	for _, words := range s.words {
		s.w = max(s.w, wide(words)+2*padding)
	}
	left, right := 0, 0
	for _, t := range l.ties {
		if t.right == i {
			left++
		}
		if t.left == i {
			right++
		}
	}
	s.h = max(len(s.words)*lineHeight+padding, (max(left, right)+1)*portGap)
}

// settle moves the spots of a layer to where their neighbours want them. Where two
// would come too near they share a place half-way, together with all that is pushed.
func (l *layout) settle(layer []int) {
	type block struct{ sum, count, from int } // wishes for the first spot's top, shifted to a common origin
	shift := make([]int, len(layer))
	var blocks []block
	for i, s := range layer {
		if i > 0 {
			shift[i] = shift[i-1] + l.spots[layer[i-1]].h + spotGap
		}
		blocks = append(blocks, block{l.wish(s) - shift[i], 1, i})
		for n := len(blocks) - 1; n > 0 && blocks[n-1].sum*blocks[n].count > blocks[n].sum*blocks[n-1].count; n-- {
			blocks[n-1].sum += blocks[n].sum
			blocks[n-1].count += blocks[n].count
			blocks = blocks[:n]
		}
	}
	for b, blk := range blocks {
		to := len(layer)
		if b+1 < len(blocks) {
			to = blocks[b+1].from
		}
		for i := blk.from; i < to; i++ {
			l.spots[layer[i]].y = blk.sum/blk.count + shift[i]
		}
	}
}

// wish is where the top of a spot would be if it stood in the middle of its neighbours.
func (l *layout) wish(s int) int {
	var middles []int
	for _, t := range l.ties {
		switch s {
		case t.left:
			middles = append(middles, l.spots[t.right].middle())
		case t.right:
			middles = append(middles, l.spots[t.left].middle())
		}
	}
	if len(middles) == 0 {
		return l.spots[s].y
	}
	slices.Sort(middles)
	n := len(middles)
	return (middles[(n-1)/2]+middles[n/2])/2 - l.spots[s].h/2
}

func (s *spot) middle() int { return s.y + s.h/2 }

// wide is about how wide words are in the drawing's letters; which font the reader
// has nobody knows.
func wide(s string) int {
	w := 0
	for _, r := range s {
		w += letter(r)
	}
	return (w + 99) / 100
}

// letter is the width of a letter in hundredths: Chinese and the like fill a square.
func letter(r rune) int {
	switch {
	case r >= 0x2E80:
		return fontSize * 100
	case r >= 'A' && r <= 'Z' || r == 'm' || r == 'w':
		return fontSize * 70
	case r == ' ' || r == '.' || r == ',' || r == 'i' || r == 'l' || r == 't' || r == 'f':
		return fontSize * 34
	}
	return fontSize * 56
}

// broken sets words in lines: behind blanks, and anywhere in a word that is too long
// for a line or is Chinese.
func broken(s string, width int) []string {
	var lines []string
	room, start, blank, used := width*100, 0, -1, 0
	for i, r := range s {
		if r == ' ' {
			blank = i
		}
		if used+letter(r) > room && i > start {
			end := i
			if blank > start && r < 0x2E80 {
				end = blank
			}
			lines = append(lines, s[start:end])
			for start = end; start < len(s) && s[start] == ' '; start++ {
			}
			blank, used = -1, wide(s[start:max(i, start)])*100
		}
		used += letter(r)
	}
	return append(lines, s[start:])
}
