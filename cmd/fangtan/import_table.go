package main

import (
	"errors"
	"io/fs"
	"strings"

	"fangtan/store/exchange"
	"fangtan/store/intake"
	"fangtan/tui/locale"
)

// importTable is what became of each file.
func (s *sitting) importTable(plan *intake.Plan, v voice) *exchange.Table {
	rows := make([][]exchange.Value, len(plan.Items))
	for i := range plan.Items {
		item := &plan.Items[i]
		row := make([]exchange.Value, 9)
		row[0], row[1] = exchange.Of(item.File), exchange.Of(string(item.Status))
		if item.Add != nil {
			t := &item.Add.Row
			row[2], row[3] = exchange.Of(t.Source.Format), exchange.Filled(t.Source.Encoding)
			row[4], row[5], row[6] = exchange.Int(int(t.Chars)), exchange.Int(int(t.Turns)), exchange.Int(len(t.Speakers))
			row[7] = v.table.Group(s.project(), t.Group)
		}
		row[8] = exchange.Filled(remarks(v.words, item))
		rows[i] = row
	}
	return exchange.NewTable(columnsOf(v, []exchange.Column{
		{Head: "file"}, {Head: "status"}, {Head: "format"},
		{Head: "encoding"}, {Head: "characters", Kind: exchange.Count}, {Head: "turns", Kind: exchange.Count},
		{Head: "speakers", Kind: exchange.Count}, {Head: "group"}, {Head: "warnings"},
	}), rows, v.table)
}

// remarks says why a file is left out, or what was noticed in it.
func remarks(w *locale.Words, item *intake.Item) string {
	switch item.Status {
	case intake.Refused:
		return explain(w, bare(item.Err))
	case intake.Skipped:
		return w.T("import.twin", "File", item.File, "Name", item.Twin)
	}
	return strings.Join(notes(w, item), exchange.Separator)
}

// notes words what was noticed in a file.
func notes(w *locale.Words, item *intake.Item) []string {
	var words []string
	for _, n := range item.Notes {
		words = append(words, w.T(noteWords[n.Kind], "N", n.Count, "Name", n.Name))
	}
	return words
}

// noteWords are the messages for what was noticed.
var noteWords = map[intake.NoteKind]string{
	intake.NoteInsertions:     "import.note.insertions",
	intake.NoteDeletions:      "import.note.deletions",
	intake.NoteMoves:          "import.note.moves",
	intake.NoteComments:       "import.note.comments",
	intake.NoteHidden:         "import.note.hidden",
	intake.NoteHeaders:        "import.note.headers",
	intake.NotePictures:       "import.note.pictures",
	intake.NoteEmbedded:       "import.note.embedded",
	intake.NoteSymbols:        "import.note.symbols",
	intake.NoteMarkup:         "import.note.markup",
	intake.NoteReplaced:       "import.note.replaced",
	intake.NoteNulls:          "import.note.nulls",
	intake.NoteControls:       "import.note.controls",
	intake.NoteBidi:           "import.note.bidi",
	intake.NoteInvisible:      "import.note.invisible",
	intake.NoteNoSpeakers:     "import.note.no-speakers",
	intake.NoteOnlyAsking:     "import.note.only-asking",
	intake.NoteSeveralGroups:  "import.note.several-groups",
	intake.NoteRenamed:        "import.note.renamed",
	intake.NoteUnknownPair:    "import.note.unknown-pair",
	intake.NoteUnknownSpeaker: "import.note.unknown-speaker",
}

// bare is an error without the path it names, for where the file is named already.
func bare(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
