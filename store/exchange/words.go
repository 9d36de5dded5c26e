package exchange

import (
	"fangtan/codebook"
	"fangtan/codebook/tally"
)

// Words are how people are spoken to: the language of names in titles ("zh" or
// "en"; empty for the project's) and the catalogue. Say is asked for
// "column.HEAD" and "undefined.REASON"; with none, heads and reasons stand for
// themselves.
type Words struct {
	Lang  string
	Say   func(key string) string
	Names bool // cells hold the names of groups, not their ids: the format is for people
}

func (w Words) say(group, key string) string {
	if w.Say == nil {
		return key
	}
	return w.Say(group + "." + key)
}

func (w Words) column(head string, k Kind) Column {
	return Column{Head: head, Title: w.say("column", head), Kind: k}
}

// columns makes columns of the same kind.
func (w Words) columns(k Kind, heads ...string) []Column {
	made := make([]Column, len(heads))
	for i, h := range heads {
		made[i] = w.column(h, k)
	}
	return made
}

// figure is the cell of a figure, or of the reason why there is none.
func (w Words) figure(f float64, why tally.Undefined) Value {
	if why != tally.Defined {
		return Undefined(w.say("undefined", string(why)))
	}
	return Float(f)
}

// breakdown makes the columns that a table is broken down by; people read the
// names of groups, files their keys.
func (w Words) breakdown(p *codebook.Project, by string, heads []string, nos []codebook.No, k Kind) []Column {
	made := make([]Column, len(heads))
	for i, h := range heads {
		made[i] = Column{Head: h, Title: h, Kind: k}
		if h == tally.NoneHead {
			made[i].Title = w.say("column", h)
		}
		if g := p.Group(nos[i]); by == "group" && g != nil {
			made[i].Name = g.Name(w.lang(p))
		}
	}
	return made
}

// Group is the cell of a group: its name for people, its id in files, empty for
// none.
func (w Words) Group(p *codebook.Project, n codebook.No) Value {
	g := p.Group(n)
	switch {
	case g == nil:
		return Value{}
	case w.Names:
		return Of(g.Name(w.lang(p)))
	}
	return Of(g.Key)
}

func (w Words) lang(p *codebook.Project) string {
	if w.Lang == "" {
		return p.Lang
	}
	return w.Lang
}
