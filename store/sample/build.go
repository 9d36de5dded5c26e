package sample

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/starters"
	"fangtan/codebook/text"
	"fangtan/store/exchange"
	"fangtan/store/intake"
)

// Build makes the sample study: the project as the copy with that id, and the
// action that founds it, with the texts. The error names what in the data does not
// fit; data that a test has built never fails.
func Build(copyID codebook.ID) (*codebook.Project, codebook.Action, error) {
	b := &builder{
		p:     codebook.New(ProjectID(), copyID, Lang),
		texts: map[codebook.Hash]string{}, indexes: map[codebook.No]*text.Index{},
	}
	for _, step := range []func() error{b.people, b.codes, b.transcripts, b.originals, b.codings, b.memos, b.links} {
		if err := step(); err != nil {
			return nil, codebook.Action{}, fmt.Errorf("sample study: %w", err)
		}
	}
	return b.p, codebook.Action{
		Header: codebook.Header{
			ID: identity("founding"), Copy: copyID, Coder: b.coder(firstCoder), Time: founded, Kind: codebook.KindNew, Args: []string{Name},
		},
		Patch: codebook.Patch{NewTexts: b.texts},
	}, nil
}

// builder fills the study. Every step is made of ops, as anybody's work is.
type builder struct {
	p       *codebook.Project
	texts   map[codebook.Hash]string
	indexes map[codebook.No]*text.Index
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
	file, err := exchange.ReadCodes(bytes.NewReader(starters.Smith(Lang)))
	if err != nil {
		return err
	}
	batch, _, err := file.Ops(b.p, identities("code"), b.coder(firstCoder), founded)
	if err != nil {
		return err
	}
	return b.do(batch)
}

// transcripts brings the texts in, with what the lists say of them.
func (b *builder) transcripts() error {
	all, err := intake.CollectFS(files, "sample")
	if err != nil {
		return err
	}
	var texts []intake.File
	for _, f := range all {
		if strings.HasSuffix(f.Name, ".txt") {
			texts = append(texts, f)
		}
	}
	list, err := manifest()
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

// inEnglish gives the English versions the Chinese files they translate.
var inEnglish = map[string]string{
	"英文/01 en Deputy head, organisation department.txt": "部门领导/01 县委组织部副部长 甲.txt",
	"英文/07 en First secretary Zhou Ming.txt":            "第一书记/07 东坪村 周明.txt",
}

// originals sets each English version beside its original, and says in the title
// what it is.
func (b *builder) originals() error {
	for _, t := range b.p.Transcripts() {
		original, ok := inEnglish[t.File]
		if !ok {
			continue
		}
		o, err := b.p.FindTranscript(original)
		if err != nil {
			return err
		}
		row := *t
		row.Title, row.Pair, row.Date = strings.Replace(t.Title, " en ", " ", 1)+" (English)", o.No, o.Date
		if err := b.do(&codebook.SetTranscript{Name: "transcript.set", Row: row}); err != nil {
			return err
		}
	}
	return nil
}
