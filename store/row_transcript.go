package store

import (
	"fangtan/codebook"
	"fangtan/codebook/text"
)

type transcriptRow struct {
	_        struct{} `cbor:",toarray"`
	ID       codebook.ID
	File     string
	Title    string
	Kind     codebook.Kind
	Group    codebook.No
	Date     string
	Pair     codebook.No
	Rank     int32
	Text     codebook.Hash
	Bytes    uint32
	Points   uint32
	Chars    uint32
	Turns    uint32
	Created  int64
	Speakers []speakerRow
	Values   []valueRow
	Finished []codebook.No
	Source   sourceRow
}

type speakerRow struct {
	_      struct{} `cbor:",toarray"`
	ID     codebook.ID
	Label  string
	Name   string
	Role   text.Role
	Group  codebook.No
	Person string
}

type valueRow struct {
	_         struct{} `cbor:",toarray"`
	Attribute codebook.No
	Text      string
}

type sourceRow struct {
	_        struct{} `cbor:",toarray"`
	Format   string
	Encoding string
	Newline  string
	BOM      bool
}

var transcripts = cborKind(bucketTranscripts,
	func(t *codebook.Transcript) transcriptRow {
		return transcriptRow{
			ID: t.ID, File: t.File, Title: t.Title, Kind: t.Kind, Group: t.Group, Date: t.Date, Pair: t.Pair,
			Rank: t.Rank, Text: t.Text, Bytes: t.Bytes, Points: t.Points, Chars: t.Chars, Turns: t.Turns,
			Created: t.Created, Finished: some(t.Finished),
			Speakers: each(t.Speakers, func(s codebook.Speaker) speakerRow {
				return speakerRow{ID: s.ID, Label: s.Label, Name: s.Name, Role: s.Role, Group: s.Group, Person: s.Person}
			}),
			Values: each(t.Values, func(v codebook.Value) valueRow { return valueRow{Attribute: v.Attribute, Text: v.Text} }),
			Source: sourceRow{Format: t.Source.Format, Encoding: t.Source.Encoding, Newline: t.Source.Newline, BOM: t.Source.BOM},
		}
	},
	func(n codebook.No, r *transcriptRow) *codebook.Transcript {
		return &codebook.Transcript{
			No: n, ID: r.ID, File: r.File, Title: r.Title, Kind: r.Kind, Group: r.Group, Date: r.Date, Pair: r.Pair,
			Rank: r.Rank, Text: r.Text, Bytes: r.Bytes, Points: r.Points, Chars: r.Chars, Turns: r.Turns,
			Created: r.Created, Finished: some(r.Finished),
			Speakers: each(r.Speakers, func(s speakerRow) codebook.Speaker {
				return codebook.Speaker{ID: s.ID, Label: s.Label, Name: s.Name, Role: s.Role, Group: s.Group, Person: s.Person}
			}),
			Values: each(r.Values, func(v valueRow) codebook.Value { return codebook.Value{Attribute: v.Attribute, Text: v.Text} }),
			Source: codebook.Source{Format: r.Source.Format, Encoding: r.Source.Encoding, Newline: r.Source.Newline, BOM: r.Source.BOM},
		}
	})
