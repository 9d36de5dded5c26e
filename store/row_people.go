package store

import "fangtan/codebook"

type coderRow struct {
	_    struct{} `cbor:",toarray"`
	ID   codebook.ID
	Name string
	Kind codebook.CoderKind
	Of   codebook.No
}

var coders = cborKind(bucketCoders,
	func(c *codebook.Coder) coderRow { return coderRow{ID: c.ID, Name: c.Name, Kind: c.Kind, Of: c.Of} },
	func(n codebook.No, r *coderRow) *codebook.Coder {
		return &codebook.Coder{No: n, ID: r.ID, Name: r.Name, Kind: r.Kind, Of: r.Of}
	})

type groupRow struct {
	_      struct{} `cbor:",toarray"`
	ID     codebook.ID
	Key    string
	NameZh string
	NameEn string
	Rank   int32
}

var groups = cborKind(bucketGroups,
	func(g *codebook.Group) groupRow {
		return groupRow{ID: g.ID, Key: g.Key, NameZh: g.NameZh, NameEn: g.NameEn, Rank: g.Rank}
	},
	func(n codebook.No, r *groupRow) *codebook.Group {
		return &codebook.Group{No: n, ID: r.ID, Key: r.Key, NameZh: r.NameZh, NameEn: r.NameEn, Rank: r.Rank}
	})

type attributeRow struct {
	_    struct{} `cbor:",toarray"`
	ID   codebook.ID
	Name string
	Kind codebook.AttributeKind
	Rank int32
}

var attributes = cborKind(bucketAttributes,
	func(a *codebook.Attribute) attributeRow {
		return attributeRow{ID: a.ID, Name: a.Name, Kind: a.Kind, Rank: a.Rank}
	},
	func(n codebook.No, r *attributeRow) *codebook.Attribute {
		return &codebook.Attribute{No: n, ID: r.ID, Name: r.Name, Kind: r.Kind, Rank: r.Rank}
	})
