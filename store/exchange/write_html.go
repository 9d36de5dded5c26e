package exchange

import "html/template"

// page writes an HTML document that loads nothing and runs nothing.
type page struct {
	lang, title string
	numeric     []bool
}

func newHTML(o Options) encoder { return &page{lang: o.Lang, title: o.Title} }

const (
	policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`
	style  = `<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; }
table { border-collapse: collapse; }
th, td { border-bottom: 1px solid #ccc; padding: .25rem .6rem; text-align: left; vertical-align: top; white-space: pre-line; }
.n { text-align: right; font-variant-numeric: tabular-nums; }
</style>`
)

func (p *page) head(b []byte, columns []Column) []byte {
	b = append(b, "<!DOCTYPE html>\n<html"...)
	if p.lang != "" {
		b = p.between(b, ` lang="`, p.lang, `"`)
	}
	b = append(b, ">\n<head>\n<meta charset=\"utf-8\">\n"+policy+"\n"...)
	b = p.between(b, "<title>", p.title, "</title>\n"+style+"\n</head>\n<body>\n")
	if p.title != "" {
		b = p.between(b, "<h1>", p.title, "</h1>\n")
	}
	b = append(b, "<table>\n<thead>\n<tr>"...)
	for _, c := range columns {
		p.numeric = append(p.numeric, c.Kind.numeric())
		b = p.cell(b, "th", c.Kind.numeric(), c.shown())
	}
	return append(b, "</tr>\n</thead>\n<tbody>\n"...)
}

func (p *page) row(b []byte, values []Value) []byte {
	b = append(b, "<tr>"...)
	for i, v := range values {
		b = p.cell(b, "td", p.numeric[i], v.String())
	}
	return append(b, "</tr>\n"...)
}

func (p *page) foot(b []byte, notes []string) []byte {
	b = append(b, "</tbody>\n</table>\n"...)
	for _, n := range notes {
		b = p.between(b, "<p>", n, "</p>\n")
	}
	return append(b, "</body>\n</html>\n"...)
}

func (p *page) cell(b []byte, tag string, numeric bool, words string) []byte {
	class := ">"
	if numeric {
		class = ` class="n">`
	}
	return p.between(b, "<"+tag+class, words, "</"+tag+">")
}

// between writes words, escaped for text and for quoted attributes.
func (p *page) between(b []byte, before, words, after string) []byte {
	b = append(append(b, before...), template.HTMLEscapeString(words)...)
	return append(b, after...)
}
