package store

import "fangtan/codebook"

type memoRow struct {
	_       struct{} `cbor:",toarray"`
	ID      codebook.ID
	Target  codebook.Target
	On      codebook.No
	Start   uint32
	End     uint32
	Coder   codebook.No
	Created int64
	Changed int64
	Text    string
}

var memos = cborKind(bucketMemos,
	func(m *codebook.Memo) memoRow {
		return memoRow{
			ID: m.ID, Target: m.Target, On: m.On, Start: m.Start, End: m.End,
			Coder: m.Coder, Created: m.Created, Changed: m.Changed, Text: m.Text,
		}
	},
	func(n codebook.No, r *memoRow) *codebook.Memo {
		return &codebook.Memo{
			No: n, ID: r.ID, Target: r.Target, On: r.On, Start: r.Start, End: r.End,
			Coder: r.Coder, Created: r.Created, Changed: r.Changed, Text: r.Text,
		}
	})

type linkRow struct {
	_          struct{} `cbor:",toarray"`
	ID         codebook.ID
	Kind       string
	From       codebook.No
	To         codebook.No
	Transcript codebook.No
	Start      uint32
	End        uint32
	Coder      codebook.No
	Created    int64
	Note       string
}

var links = cborKind(bucketLinks,
	func(l *codebook.Link) linkRow {
		return linkRow{
			ID: l.ID, Kind: l.Kind, From: l.From, To: l.To, Transcript: l.Transcript,
			Start: l.Start, End: l.End, Coder: l.Coder, Created: l.Created, Note: l.Note,
		}
	},
	func(n codebook.No, r *linkRow) *codebook.Link {
		return &codebook.Link{
			No: n, ID: r.ID, Kind: r.Kind, From: r.From, To: r.To, Transcript: r.Transcript,
			Start: r.Start, End: r.End, Coder: r.Coder, Created: r.Created, Note: r.Note,
		}
	})
