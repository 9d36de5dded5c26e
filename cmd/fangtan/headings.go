package main

import "strings"

// headings are the words above columns, and the reasons why figures are missing,
// by the key that tables ask for.
var headings = map[string]string{
	"column.file":        "heading.file",
	"column.title":       "heading.title",
	"column.group":       "heading.group",
	"column.kind":        "heading.kind",
	"column.date":        "heading.date",
	"column.turns":       "heading.turns",
	"column.speakers":    "heading.speakers",
	"column.characters":  "heading.characters",
	"column.codings":     "heading.codings",
	"column.finished":    "heading.finished",
	"column.status":      "heading.status",
	"column.format":      "heading.format",
	"column.encoding":    "heading.encoding",
	"column.warnings":    "heading.warnings",
	"column.name_zh":     "heading.name-zh",
	"column.name_en":     "heading.name-en",
	"column.name":        "heading.name",
	"column.of":          "heading.of",
	"column.id":          "heading.identity",
	"column.transcripts": "heading.transcripts",
	"column.action":      "heading.action",
	"column.time":        "heading.time",
	"column.coder":       "heading.coder",
	"column.what":        "heading.what",
	"column.reverses":    "heading.reverses",
	"column.property":    "heading.property",
	"column.value":       "heading.value",
}

// plainHead is what stands above a column that has no words of its own.
func plainHead(key string) string {
	_, head, _ := strings.Cut(key, ".")
	return head
}
