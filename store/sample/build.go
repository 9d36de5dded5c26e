package sample

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"fangtan/codebook"
	"fangtan/codebook/starters"
	"fangtan/codebook/text"
	"fangtan/store/exchange"
	"fangtan/store/intake"
)

// Build makes the sample study in a language, "en" for English, else Chinese: the
// project as the copy with that id, and the action that founds it, with the texts.
// The error names what in the data does not fit; data that a test has built never
// fails.
func Build(copyID codebook.ID, lang string) (*codebook.Project, codebook.Action, error) {
	if lang != english {
		lang = chinese
	}
	b := &builder{
		p:     codebook.New(identity("project", lang), copyID, lang),
		texts: map[codebook.Hash]string{}, indexes: map[codebook.No]*text.Index{},
	}
	for _, step := range []func() error{b.choose, b.people, b.codes, b.transcripts, b.codings, b.memos, b.links} {
		if err := step(); err != nil {
			return nil, codebook.Action{}, fmt.Errorf("sample study: %w", err)
		}
	}
	return b.p, codebook.Action{
		Header: codebook.Header{
			ID: identity("founding"), Copy: copyID, Coder: b.coder(firstCoder), Time: founded, Kind: codebook.KindNew, Args: []string{studyNames[lang]},
		},
		Patch: codebook.Patch{NewTexts: b.texts},
	}, nil
}

// builder fills the study. Every step is made of ops, as anybody's work is.
type builder struct {
	p       *codebook.Project
	texts   map[codebook.Hash]string
	indexes map[codebook.No]*text.Index
	edition edition
}

// choose reads what the study's language changes.
func (b *builder) choose() (err error) {
	b.edition, err = readEdition(b.p.Lang)
	return err
}

func (b *builder) do(op codebook.Op) error {
	patch, err := op.Apply(b.p)
	maps.Copy(b.texts, patch.NewTexts)
	return err
}

func (b *builder) coder(name string) codebook.No {
	c, err := b.p.FindCoder(name)
	if err != nil {
		return 0
	}
	return c.No
}

// people makes the coders and the groups.
func (b *builder) people() error {
	for _, name := range []string{firstCoder, secondCoder} {
		if err := b.do(&codebook.PutCoder{Row: codebook.Coder{ID: identity("coder", name), Name: name}}); err != nil {
			return err
		}
	}
	for _, g := range starters.Groups() {
		row := codebook.Group{ID: identity("group", g.Key), Key: g.Key, NameZh: g.NameZh, NameEn: g.NameEn}
		if err := b.do(&codebook.PutGroup{Row: row}); err != nil {
			return err
		}
	}
	return nil
}

// codes makes the codebook: Smith's.
func (b *builder) codes() error {
	file, err := exchange.ReadCodes(bytes.NewReader(starters.Smith(b.p.Lang)))
	if err != nil {
		return err
	}
	batch, _, err := file.Ops(b.p, identities("code"), b.coder(firstCoder), founded)
	if err != nil {
		return err
	}
	return b.do(batch)
}

// transcripts brings in the texts that the lists name, with what they say of them.
func (b *builder) transcripts() error {
	list, err := manifest()
	if err != nil {
		return err
	}
	b.edition.list(list)
	texts, err := interviews(list)
	if err != nil {
		return err
	}
	plan, err := intake.Read(texts, b.p, intake.Options{Manifest: list, NewID: identities("transcript"), Now: founded})
	if err != nil {
		return err
	}
	for _, item := range plan.Items {
		if item.Err != nil {
			return fmt.Errorf("%s: %w", item.File, item.Err)
		}
	}
	return b.do(plan.Batch())
}

// interviews are the texts of the files that the manifest names.
func interviews(m *exchange.Manifest) ([]intake.File, error) {
	rows, err := entries("texts.csv")
	if err != nil {
		return nil, err
	}
	names := map[string]string{}
	for _, e := range rows {
		names[e.at("text")] = e.at("file")
	}
	folder, err := fs.Sub(files, "texts")
	if err != nil {
		return nil, err
	}
	texts, err := intake.CollectFS(folder, "sample")
	for i := range texts {
		texts[i].Name = names[texts[i].Name]
	}
	return slices.DeleteFunc(texts, func(f intake.File) bool {
		return !slices.ContainsFunc(m.Rows, func(row exchange.ManifestRow) bool { return row.File == f.Name })
	}), err
}

// manifest joins the lists of files into one; they have the same columns.
func manifest() (*exchange.Manifest, error) {
	names, err := fs.Glob(files, "manifest-*.csv")
	if err != nil {
		return nil, err
	}
	whole := &exchange.Manifest{}
	for _, name := range names {
		data, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		part, err := exchange.ReadManifest(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		whole.Rows = append(whole.Rows, part.Rows...)
		whole.Attributes = part.Attributes
	}
	return whole, nil
}
