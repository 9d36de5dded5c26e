package transcript

import (
	"encoding/xml"
	"strconv"
)

// readNumbering reads the numbering definitions of a document.
func readNumbering(p *parts) (*numbering, error) {
	n := &numbering{
		lists:     make(map[string]*list),
		instances: make(map[string]*instance),
		styled:    make(map[string]string),
		counts:    make(map[string]*[listLevels]int),
		used:      make(map[string]bool),
	}
	for _, name := range p.targets("numbering") {
		r := numberingReader{numbering: n, list: newList(), level: new(level)}
		if err := p.scan(name, r.element); err != nil {
			return nil, err
		}
		r.endLevel()
	}
	return n, nil
}

// newList is a list whose levels count from nothing said.
func newList() *list {
	l := new(list)
	for i := range l.levels {
		l.levels[i] = level{start: 1, format: "decimal", restart: -1}
	}
	return l
}

// numberingReader keeps the place in the definitions.
type numberingReader struct {
	*numbering
	list  *list
	id    string    // of the list
	inst  *instance // nil outside of one
	level *level
	close func() // puts the level that is being read where it belongs
	at    int    // the level that an override speaks of
}

// element takes in one element of the definitions.
func (r *numberingReader) element(e xml.StartElement) {
	val := attr(e, "val")
	switch e.Name.Local {
	case "abstractNum":
		r.endLevel()
		r.list, r.id, r.inst = newList(), attr(e, "abstractNumId"), nil
		r.lists[r.id] = r.list
	case "num":
		r.endLevel()
		r.inst = &instance{starts: make(map[int]int), levels: make(map[int]level)}
		r.instances[attr(e, "numId")] = r.inst
	case "abstractNumId":
		if r.inst != nil {
			r.inst.abstract = val
		}
	case "lvlOverride":
		r.endLevel()
		r.at = listLevel(attr(e, "ilvl"))
	case "startOverride":
		if r.inst != nil {
			r.inst.starts[r.at] = number(val, 1)
		}
	case "numStyleLink":
		r.list.linkedTo = val
	case "styleLink":
		if _, taken := r.styled[val]; !taken {
			r.styled[val] = r.id
		}
	case "lvl":
		r.beginLevel(listLevel(attr(e, "ilvl")))
	default:
		r.level.learn(e.Name.Local, val)
	}
}

// beginLevel starts to read a level: of the list, or of an instance's own.
func (r *numberingReader) beginLevel(i int) {
	r.endLevel()
	if r.inst == nil {
		r.level = &r.list.levels[i]
		return
	}
	own, inst := level{start: 1, format: "decimal", restart: -1}, r.inst
	r.level = &own
	r.close = func() { inst.levels[i] = own }
}

// endLevel finishes the level being read.
func (r *numberingReader) endLevel() {
	if r.close != nil {
		r.close()
	}
	r.close, r.level = nil, new(level)
}

// learn takes in one property.
func (l *level) learn(property, val string) {
	switch property {
	case "start":
		l.start = number(val, 1)
	case "numFmt":
		l.format = val
	case "lvlText":
		if len(val) <= maxPattern {
			l.pattern = val
		}
	case "pStyle":
		l.style = val
	case "lvlRestart":
		l.restart = number(val, -1)
	case "isLgl":
		l.legal = val != "0" && val != "false" && val != "off"
	}
}

// number reads an integer within bounds that no list leaves.
func number(s string, otherwise int) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 1_000_000 {
		return otherwise
	}
	return n
}

// listLevel reads a level of a list, counted from 0.
func listLevel(s string) int { return min(number(s, 0), listLevels-1) }
