package transcript

import (
	"strconv"
	"strings"
)

const (
	listLevels = 9   // how many levels a list of Word has
	maxPattern = 256 // the longest label, in bytes before the numbers are put in
)

// level is how one level of a list is numbered.
type level struct {
	start   int
	format  string // a key of numerals, "bullet" or "none"
	pattern string // "%1.%2", "（%1）"
	style   string // the paragraph style that stands on this level
	restart int    // the level (from 1) after which it starts again; 0 never, -1 after any higher one
	legal   bool   // all numbers in it are shown as 1, 2, 3
}

// list is one numbering definition.
type list struct {
	levels   [listLevels]level
	linkedTo string // the style of a definition to be used instead
}

// instance is one use of a list; it may begin anew and change levels.
type instance struct {
	abstract string
	starts   map[int]int
	levels   map[int]level
}

// numbering counts the numbered paragraphs of a document.
type numbering struct {
	lists     map[string]*list
	instances map[string]*instance
	styled    map[string]string // style that is a definition → its id; the first of several
	counts    map[string]*[listLevels]int
	used      map[string]bool // instances that have begun
}

// fresh is the same definitions with nothing counted yet.
func (n *numbering) fresh() *numbering {
	again := *n
	again.counts = make(map[string]*[listLevels]int)
	again.used = make(map[string]bool)
	return &again
}

// find gives an instance and its list, by way of the style that the list is linked to.
func (n *numbering) find(numID string) (*instance, *list, string) {
	inst := n.instances[numID]
	if inst == nil {
		return nil, nil, ""
	}
	id := inst.abstract
	l := n.lists[id]
	if l != nil && l.linkedTo != "" {
		if other := n.lists[n.styled[l.linkedTo]]; other != nil {
			id, l = n.styled[l.linkedTo], other
		}
	}
	return inst, l, id
}

// levelOf is the level on which paragraphs of a style stand in a list.
func (n *numbering) levelOf(numID, style string, otherwise int) int {
	if _, l, _ := n.find(numID); l != nil && style != "" {
		for i := range l.levels {
			if l.levels[i].style == style {
				return i
			}
		}
	}
	return otherwise
}

// label counts one paragraph and gives the label that it shows, "" for none.
// Instances of one list count on together unless they say where to start.
func (n *numbering) label(numID string, at int) string {
	inst, l, id := n.find(numID)
	if l == nil {
		return ""
	}
	levels := l.levels
	for i, own := range inst.levels {
		levels[i] = own
	}
	counts := n.begin(numID, id, inst, &levels)
	counts[at]++
	for i := at + 1; i < listLevels; i++ {
		if r := levels[i].restart; r < 0 || r > at {
			counts[i] = levels[i].start - 1
		}
	}
	for i := range at { // a level that was jumped over counts as begun
		counts[i] = max(counts[i], levels[i].start)
	}
	return levels[at].show(at, counts, &levels)
}

// begin gives the counts of a list, set back where an instance begins anew.
func (n *numbering) begin(numID, id string, inst *instance, levels *[listLevels]level) *[listLevels]int {
	counts := n.counts[id]
	if counts == nil {
		counts = new([listLevels]int)
		for i := range counts {
			counts[i] = levels[i].start - 1
		}
		n.counts[id] = counts
	}
	if !n.used[numID] {
		n.used[numID] = true
		for i, start := range inst.starts {
			counts[i] = start - 1
		}
	}
	return counts
}

// show fills a level's pattern with its numbers and those of the levels above.
func (l *level) show(at int, counts *[listLevels]int, levels *[listLevels]level) string {
	switch {
	case l.format == "bullet":
		return bullet(at)
	case l.pattern == "":
		return ""
	}
	label := l.pattern
	for i := range at + 1 {
		format := levels[i].format
		if l.legal {
			format = "decimal"
		}
		label = strings.ReplaceAll(label, "%"+strconv.Itoa(i+1), numeral(format, counts[i]))
	}
	return spaced(label)
}

// spaced puts a space between a label and the text, but not after the full-width
// signs of Chinese labels, which bring their own.
func spaced(label string) string {
	label = strings.TrimRight(label, " \t")
	runes := []rune(label)
	if len(runes) == 0 || runes[len(runes)-1] >= 0x2E80 {
		return label
	}
	return label + " "
}
