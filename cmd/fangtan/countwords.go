package main

import (
	"strings"

	"fangtan/codebook/tally"
	"fangtan/store/exchange"
	"fangtan/tui/locale"
)

// countingHeads are the words above the columns of tables of codes, codings and
// counts.
var countingHeads = map[string]string{
	"code":              "counting.column.code",
	"parent":            "counting.column.parent",
	"path":              "counting.column.path",
	"number":            "counting.column.number",
	"dimension":         "counting.column.dimension",
	"level":             "counting.column.level",
	"role":              "counting.column.role",
	"color":             "counting.column.color",
	"pin":               "counting.column.pin",
	"codable":           "counting.column.codable",
	"archived":          "counting.column.archived",
	"definition":        "counting.column.definition",
	"include":           "counting.column.include",
	"exclude":           "counting.column.exclude",
	"cues":              "counting.column.cues",
	"examples":          "counting.column.examples",
	"fields":            "counting.column.fields",
	"memo":              "counting.column.memo",
	"start":             "counting.column.start",
	"end":               "counting.column.end",
	"speaker":           "counting.column.speaker",
	"turn":              "counting.column.turn",
	"paragraph":         "counting.column.paragraph",
	"text":              "counting.column.text",
	"before":            "counting.column.before",
	"after":             "counting.column.after",
	"match":             "counting.column.match",
	"cite":              "counting.column.cite",
	"starred":           "counting.column.starred",
	"created":           "counting.column.created",
	"total":             "counting.column.total",
	"transcript":        "counting.column.transcript",
	"transcripts_share": "counting.column.transcripts-share",
	"units":             "counting.column.units",
	"coverage":          "counting.column.coverage",
	"rate":              "counting.column.rate",
	"row_share":         "counting.column.row-share",
	"col_share":         "counting.column.col-share",
	"residual":          "counting.column.residual",
	"voices":            "counting.column.voices",
	"top_voice_share":   "counting.column.top-voice-share",
	"code_a":            "counting.column.code-a",
	"code_b":            "counting.column.code-b",
	"b_given_a":         "counting.column.b-given-a",
	"a_given_b":         "counting.column.a-given-b",
	"lift":              "counting.column.lift",
	"skewed":            "counting.column.skewed",
	"pairs":             "counting.column.pairs",
	"component_a":       "counting.column.component-a",
	"component_b":       "counting.column.component-b",
	"met":               "counting.column.met",
	"linked":            "counting.column.linked",
	"strongest_a":       "counting.column.strongest-a",
	"strongest_b":       "counting.column.strongest-b",
	"note":              "counting.column.note",
	tally.NoneHead:      "counting.column.none",
}

// missingWords are the reasons why figures are missing.
var missingWords = map[tally.Undefined]string{
	tally.NoText:           "counting.undefined.no-text",
	tally.NoTranscripts:    "counting.undefined.no-transcripts",
	tally.NoCodings:        "counting.undefined.no-codings",
	tally.OneColumn:        "counting.undefined.one-column",
	tally.WithinOne:        "counting.undefined.within-one",
	exchange.NoTensionCode: "counting.undefined.no-tension-code",
	exchange.OwnAncestor:   "counting.undefined.own-ancestor",
}

// measureWords are the messages for what a cell of the frequency table shows.
var measureWords = map[tally.Measure]string{
	tally.Codings:          "counting.measure.codings",
	tally.Transcripts:      "counting.measure.transcripts",
	tally.TranscriptsShare: "counting.measure.transcripts-share",
	tally.Units:            "counting.measure.units",
	tally.Coverage:         "counting.measure.coverage",
	tally.Rate:             "counting.measure.rate",
	tally.RowShare:         "counting.measure.row-share",
	tally.ColShare:         "counting.measure.col-share",
	tally.Residual:         "counting.measure.residual",
	tally.Voices:           "counting.measure.voices",
	tally.TopVoiceShare:    "counting.measure.top-voice-share",
}

// spoken gives the words that tables ask for, "column.HEAD" and "undefined.REASON".
func spoken(w *locale.Words) func(key string) string {
	return func(key string) string {
		sort, name, _ := strings.Cut(key, ".")
		id, ok := countingHeads[name]
		if sort == "undefined" {
			id, ok = missingWords[tally.Undefined(name)]
		}
		if !ok {
			id, ok = headings[key]
		}
		if !ok {
			return name
		}
		return w.T(id)
	}
}
