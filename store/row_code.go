package store

import "fangtan/codebook"

type codeRow struct {
	_          struct{} `cbor:",toarray"`
	ID         codebook.ID
	Parent     codebook.No
	Rank       int32
	Number     string
	NameZh     string
	NameEn     string
	Role       string
	Color      string
	Pin        string
	Definition string
	Include    string
	Exclude    string
	Cues       string
	Examples   string
	Heading    bool
	Archived   bool
	Fields     []fieldRow
	Instances  []instanceRow // none in files of the first version
}

type fieldRow struct {
	_       struct{} `cbor:",toarray"`
	Name    string
	Kind    codebook.FieldKind
	Choices []string
}

type instanceRow struct {
	_          struct{} `cbor:",toarray"`
	Transcript codebook.No
	Start      uint32
	End        uint32
}

var codes = cborKind(bucketCodes,
	func(c *codebook.Code) codeRow {
		return codeRow{
			ID: c.ID, Parent: c.Parent, Rank: c.Rank, Number: c.Number, NameZh: c.NameZh, NameEn: c.NameEn,
			Role: c.Role, Color: c.Color, Pin: c.Pin, Definition: c.Definition, Include: c.Include, Exclude: c.Exclude,
			Cues: c.Cues, Examples: c.Examples, Heading: c.Heading, Archived: c.Archived,
			Fields: each(c.Fields, func(f codebook.Field) fieldRow {
				return fieldRow{Name: f.Name, Kind: f.Kind, Choices: some(f.Choices)}
			}),
			Instances: each(c.Instances, func(p codebook.Passage) instanceRow {
				return instanceRow{Transcript: p.Transcript, Start: p.Start, End: p.End}
			}),
		}
	},
	func(n codebook.No, r *codeRow) *codebook.Code {
		return &codebook.Code{
			No: n, ID: r.ID, Parent: r.Parent, Rank: r.Rank, Number: r.Number, NameZh: r.NameZh, NameEn: r.NameEn,
			Role: r.Role, Color: r.Color, Pin: r.Pin, Definition: r.Definition, Include: r.Include, Exclude: r.Exclude,
			Cues: r.Cues, Examples: r.Examples, Heading: r.Heading, Archived: r.Archived,
			Fields: each(r.Fields, func(f fieldRow) codebook.Field {
				return codebook.Field{Name: f.Name, Kind: f.Kind, Choices: some(f.Choices)}
			}),
			Instances: each(r.Instances, func(p instanceRow) codebook.Passage {
				return codebook.Passage{Transcript: p.Transcript, Start: p.Start, End: p.End}
			}),
		}
	})
