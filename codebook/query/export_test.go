package query

import (
	"fmt"

	"fangtan/codebook"
)

// Shape spells how a query was understood, fully bracketed.
func Shape(p *codebook.Project, q Query) string { return shape(p, q.root) }

func shape(p *codebook.Project, n *node) string {
	pair := func(by string) string { return "(" + shape(p, n.left) + by + shape(p, n.right) + ")" }
	switch n.deed {
	case named:
		return p.CodeLabel(n.code)
	case fulfil:
		return shapeTest(&n.test)
	case not:
		return "!" + shape(p, n.left)
	case and:
		return pair(" & ")
	case or:
		return pair(" | ")
	case inside:
		return pair(" in ")
	case same:
		return pair(" same:turn ")
	case near:
		return pair(fmt.Sprintf(" near:%d ", n.turns))
	}
	return pair(fmt.Sprintf(" then:%d ", n.turns))
}

func shapeTest(t *test) string {
	switch t.of {
	case ofText:
		if t.expr != nil {
			return "text:/" + t.expr.String() + "/"
		}
		return fmt.Sprintf("text:%q", t.value)
	case ofGroup:
		return fmt.Sprint("group:", t.no)
	case ofCoder:
		return fmt.Sprint("coder:", t.no)
	case ofSpeaker:
		return "speaker:" + t.value
	case ofAttribute:
		return fmt.Sprintf("attr.%d:%s", t.no, t.value)
	}
	return "has:memo"
}
