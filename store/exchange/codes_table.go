package exchange

import (
	"strings"

	"fangtan/codebook"
)

var codesKind = map[string]Kind{"level": Count, "codable": Truth, "archived": Truth}

// CodesTable is the codebook, one code a row in codebook order; taken in again
// it changes nothing. What codings may carry is a last column where any code
// declares it.
func CodesTable(p *codebook.Project, w Words) *Table {
	order := p.Tree().Order
	withFields := false
	for _, n := range order {
		withFields = withFields || len(p.Code(n).Fields) > 0
	}
	var columns []Column
	for _, h := range codesHead {
		columns = append(columns, w.column(h, codesKind[h]))
	}
	if withFields {
		columns = append(columns, w.column(fieldsHead, Text))
	}
	labels, noted := p.CodeLabels(), codeMemos(p)
	rows := make([][]Value, len(order))
	for i, n := range order {
		rows[i] = codeRow(p, p.Code(n), labels, noted[n])
		if withFields {
			rows[i] = append(rows[i], Of(formatFields(p.Code(n).Fields)))
		}
	}
	return &Table{Columns: columns, Rows: held(rows)}
}

func codeRow(p *codebook.Project, c *codebook.Code, labels, memos []string) []Value {
	tree := p.Tree()
	return []Value{
		Of(labels[c.No]), labelled(labels, c.Parent), Of(c.Number), Of(c.NameZh), Of(c.NameEn),
		Of(labels[tree.Top[c.No]]), Int(tree.Depth[c.No] + 1), Of(c.Role), Of(c.Color), Of(c.Pin),
		Bool(!c.Heading), Bool(c.Archived), Of(c.Definition), Of(c.Include), Of(c.Exclude), Of(c.Cues), Of(c.Examples),
		Of(strings.Join(memos, Separator)), Of(c.ID.String()),
	}
}
