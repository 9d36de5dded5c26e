package transcript

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// toggle is a property that a style may switch on, switch off or leave alone.
type toggle int8

const (
	unsaid toggle = iota
	on
	off
)

// toggleOf reads a switch.
func toggleOf(e xml.StartElement) toggle {
	if isOn(e) {
		return on
	}
	return off
}

// or is t, or what lies below it if t says nothing.
func (t toggle) or(below toggle) toggle {
	if t != unsaid {
		return t
	}
	return below
}

// style is what a paragraph or character style says that matters here.
type style struct {
	name     string // in lower case; Word keeps the names of its own styles in English
	basedOn  string
	bold     toggle
	hidden   toggle
	outline  int // 1 to 9 for a heading, 0 if it says nothing, -1 for body text
	numID    string
	numLevel int
}

// styles are a document's styles by id.
type styles map[string]*style

// maxChain is how far styles may be based on each other.
const maxChain = 32

// readStyles reads the styles of a document.
func readStyles(p *parts) (styles, error) {
	all := make(styles)
	for _, name := range p.targets("styles") {
		in, err := p.open(name)
		if err != nil {
			return nil, err
		}
		current := new(style)
		err = in.all(func(e xml.StartElement) {
			if e.Name.Local == "style" {
				current = &style{}
				all[attr(e, "styleId")] = current
				return
			}
			current.learn(e)
		})
		if err != nil {
			return nil, err
		}
	}
	return all.flatten(), nil
}

// learn takes in one property.
func (s *style) learn(e xml.StartElement) {
	switch e.Name.Local {
	case "name":
		s.name = strings.ToLower(attr(e, "val"))
		if level, ok := headingName(s.name); ok {
			s.outline = level
		}
	case "basedOn":
		s.basedOn = attr(e, "val")
	case "b":
		s.bold = toggleOf(e)
	case "vanish":
		s.hidden = toggleOf(e)
	case "outlineLvl":
		s.outline = outlineLevel(attr(e, "val"))
	case "numId":
		s.numID = attr(e, "val")
	case "ilvl":
		s.numLevel = listLevel(attr(e, "val"))
	}
}

// headingName tells the level of a heading by its style's name.
func headingName(name string) (int, bool) {
	if name == "title" {
		return 1, true
	}
	for _, prefix := range []string{"heading ", "标题 ", "標題 "} {
		if number, ok := strings.CutPrefix(name, prefix); ok {
			level, err := strconv.Atoi(number)
			return level, err == nil && level >= 1 && level <= 9
		}
	}
	return 0, false
}

// outlineLevel turns Word's levels, counted from 0 with 9 for body text, into ours.
func outlineLevel(val string) int {
	if n, err := strconv.Atoi(val); err == nil && n >= 0 && n < 9 {
		return n + 1
	}
	return -1
}

// flatten gives each style what it inherits, so that one look is enough.
func (all styles) flatten() styles {
	flat := make(styles, len(all))
	for id, s := range all {
		merged := *s
		for base, steps := all[s.basedOn], 0; base != nil && steps < maxChain; base, steps = all[base.basedOn], steps+1 {
			merged.bold = merged.bold.or(base.bold)
			merged.hidden = merged.hidden.or(base.hidden)
			if merged.outline == 0 {
				merged.outline = base.outline
			}
			if merged.numID == "" {
				merged.numID, merged.numLevel = base.numID, max(merged.numLevel, base.numLevel)
			}
		}
		flat[id] = &merged
	}
	return flat
}

// get is the style with an id; an empty one if there is none.
func (all styles) get(id string) *style {
	if s := all[id]; s != nil {
		return s
	}
	return &style{}
}
