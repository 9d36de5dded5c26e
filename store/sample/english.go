package sample

import (
	"errors"

	"fangtan/store/exchange"
)

// Languages of the sample.
const (
	chinese = "zh"
	english = "en"
)

var errNoEnglish = errors.New("has no English in english.csv")

// edition says what stands in place of the Chinese texts and their passages. That
// of the study in Chinese says nothing.
type edition struct {
	texts    map[string]entry // by the Chinese file, its row of english-files.csv
	passages map[quoted]entry // rows of english.csv
}

// quoted is a passage of a Chinese text.
type quoted struct{ file, quote string }

// readEdition reads the lists of the edition in lang.
func readEdition(lang string) (edition, error) {
	ed := edition{map[string]entry{}, map[quoted]entry{}}
	if lang != english {
		return ed, nil
	}
	texts, err := entries("english-files.csv")
	if err != nil {
		return ed, err
	}
	for _, e := range texts {
		ed.texts[e.at("file")] = e
	}
	passages, err := entries("english.csv")
	for _, e := range passages {
		ed.passages[quoted{e.at("file"), e.at("quote")}] = e
	}
	return ed, err
}

// entries reads lists as [entries] does, with the files and quotes of the edition.
func (ed edition) entries(pattern string) ([]entry, error) {
	rows, err := entries(pattern)
	if err != nil {
		return nil, err
	}
	for _, e := range rows {
		if err := ed.render(e); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

// render puts what stands in place of a row's text into the row.
func (ed edition) render(e entry) error {
	text, ok := ed.texts[e.at("file")]
	if !ok {
		return nil
	}
	if quote := e.at("quote"); quote != "" {
		passage, ok := ed.passages[quoted{e.at("file"), quote}]
		if !ok {
			return e.fault(errNoEnglish)
		}
		e.cells["quote"] = passage.at("english")
	}
	e.cells["file"] = text.at("english")
	return nil
}

// list puts what stands in place of the texts of a manifest into the manifest. Of
// what a text is, only the name, the title and the speaker depend on the language.
func (ed edition) list(m *exchange.Manifest) {
	for i := range m.Rows {
		row := &m.Rows[i]
		if text, ok := ed.texts[row.File]; ok {
			row.File, row.Title, row.Speaker = text.at("english"), text.at("title"), text.at("speaker")
		}
		if text, ok := ed.texts[row.Pair]; ok {
			row.Pair = text.at("english")
		}
	}
}
