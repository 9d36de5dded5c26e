package storetest

import (
	"fmt"

	"pgregory.net/rapid"

	"fangtan/codebook"
)

// RandomOp draws an op that may or may not be possible.
func RandomOp(t *rapid.T, m *Maker, p *codebook.Project) codebook.Op {
	makers := []func(*rapid.T, *Maker, *codebook.Project) codebook.Op{
		addCoding, addCoding, addCoding, removeCoding, changeCoding, putCode, putCode, moveCode, mergeCodes, removeCode,
		putMemo, removeMemo, putLink, removeLink, setTranscript, removeTranscript, addTranscript, putGroup, removeGroup, batch,
	}
	return rapid.SampledFrom(makers).Draw(t, "op")(t, m, p)
}

// number draws a number from 1 up to last, which may be one not in use.
func number(t *rapid.T, name string, last codebook.No) codebook.No {
	return codebook.No(rapid.Uint32Range(1, max(1, uint32(last))).Draw(t, name))
}

func passage(t *rapid.T, p *codebook.Project, n codebook.No) (start, end uint32) {
	length := uint32(300)
	if tr := p.Transcript(n); tr != nil {
		length = tr.Bytes
	}
	start = rapid.Uint32Range(0, length-1).Draw(t, "start")
	return start, start + rapid.Uint32Range(1, min(40, length-start)).Draw(t, "length")
}

func addCoding(t *rapid.T, m *Maker, p *codebook.Project) codebook.Op {
	n := number(t, "transcript", p.Last().Transcripts)
	var list []codebook.Coding
	for range rapid.IntRange(1, 3).Draw(t, "rows") {
		r := codebook.Coding{ID: m.ID(), Code: number(t, "code", p.Last().Codes), Coder: number(t, "coder", 2), Created: int64(m.n)}
		r.Start, r.End = passage(t, p, n)
		r.StartCh, r.EndCh = r.Start/3, r.End/3
		if rapid.Bool().Draw(t, "fields") {
			r.Fields = []codebook.FieldValue{{Name: "注", Value: rapid.StringN(1, 4, -1).Draw(t, "value")}}
		}
		list = append(list, r)
	}
	return &codebook.AddCodings{Transcript: n, Rows: list}
}

func someCoding(t *rapid.T, p *codebook.Project, n codebook.No) (codebook.Coding, bool) {
	c := p.Codings(n)
	if c.Len() == 0 {
		return codebook.Coding{}, false
	}
	return c.At(rapid.IntRange(0, c.Len()-1).Draw(t, "coding")), true
}

func removeCoding(t *rapid.T, m *Maker, p *codebook.Project) codebook.Op {
	n := number(t, "transcript", p.Last().Transcripts)
	row, ok := someCoding(t, p, n)
	if !ok {
		return addCoding(t, m, p)
	}
	return &codebook.RemoveCodings{Transcript: n, IDs: []codebook.ID{row.ID}}
}

func changeCoding(t *rapid.T, m *Maker, p *codebook.Project) codebook.Op {
	n := number(t, "transcript", p.Last().Transcripts)
	row, ok := someCoding(t, p, n)
	if !ok {
		return addCoding(t, m, p)
	}
	row.Code = number(t, "code", p.Last().Codes)
	row.Flags ^= codebook.Starred
	if rapid.Bool().Draw(t, "ends") {
		row.Start, row.End = passage(t, p, n)
	}
	return &codebook.ChangeCodings{Name: "coding.recode", Transcript: n, Rows: []codebook.Coding{row}}
}

func putCode(t *rapid.T, m *Maker, p *codebook.Project) codebook.Op {
	row := codebook.Code{ID: m.ID(), NameZh: fmt.Sprint("码", rapid.IntRange(0, 30).Draw(t, "name"))}
	if n := number(t, "code", p.Last().Codes); rapid.Bool().Draw(t, "old") && p.Code(n) != nil {
		row = *p.Code(n)
		row.Pin = rapid.SampledFrom([]string{"", "1", "2"}).Draw(t, "pin")
		row.Definition += "。"
		return &codebook.PutCode{Row: row}
	}
	row.Parent = number(t, "parent", p.Last().Codes)
	return &codebook.PutCode{Row: row}
}

func moveCode(t *rapid.T, _ *Maker, p *codebook.Project) codebook.Op {
	return &codebook.MoveCode{
		Code: number(t, "code", p.Last().Codes), Parent: number(t, "parent", p.Last().Codes) - 1,
		Index: rapid.IntRange(0, 5).Draw(t, "index"),
	}
}

func mergeCodes(t *rapid.T, _ *Maker, p *codebook.Project) codebook.Op {
	return &codebook.MergeCodes{From: []codebook.No{number(t, "from", p.Last().Codes)}, Into: number(t, "into", p.Last().Codes)}
}

func removeCode(t *rapid.T, _ *Maker, p *codebook.Project) codebook.Op {
	return &codebook.RemoveCodes{Codes: []codebook.No{number(t, "code", p.Last().Codes)}}
}

func putMemo(t *rapid.T, m *Maker, p *codebook.Project) codebook.Op {
	row := codebook.Memo{
		ID: m.ID(), Target: rapid.SampledFrom([]codebook.Target{codebook.TargetProject, codebook.TargetTranscript, codebook.TargetCode, codebook.TargetLink, codebook.TargetPassage}).Draw(t, "target"),
		On: number(t, "on", 4), Coder: 1, Text: rapid.StringN(1, 20, -1).Draw(t, "text"),
	}
	if row.Target == codebook.TargetPassage {
		row.Start, row.End = passage(t, p, row.On)
	}
	return &codebook.PutMemo{Row: row}
}

func removeMemo(t *rapid.T, _ *Maker, p *codebook.Project) codebook.Op {
	return &codebook.RemoveMemo{Memo: number(t, "memo", p.Last().Memos)}
}

func putLink(t *rapid.T, m *Maker, p *codebook.Project) codebook.Op {
	return &codebook.PutLink{Row: codebook.Link{
		ID: m.ID(), Kind: codebook.LinkSupports, From: number(t, "from", p.Last().Codes), To: number(t, "to", p.Last().Codes), Coder: 1,
	}}
}

func removeLink(t *rapid.T, _ *Maker, p *codebook.Project) codebook.Op {
	return &codebook.RemoveLink{Link: number(t, "link", p.Last().Links)}
}

func setTranscript(t *rapid.T, m *Maker, p *codebook.Project) codebook.Op {
	old := p.Transcript(number(t, "transcript", p.Last().Transcripts))
	if old == nil {
		return putCode(t, m, p)
	}
	row := *old
	row.Title = rapid.StringN(0, 8, -1).Draw(t, "title")
	row.Group = number(t, "group", p.Last().Groups) - 1
	row.Values = []codebook.Value{{Attribute: 1, Text: row.Title}}
	row.Finished = []codebook.No{2, 1}[:rapid.IntRange(0, 2).Draw(t, "finished")]
	return &codebook.SetTranscript{Name: "transcript.set", Row: row}
}

func removeTranscript(t *rapid.T, _ *Maker, p *codebook.Project) codebook.Op {
	return &codebook.RemoveTranscripts{Transcripts: []codebook.No{number(t, "transcript", p.Last().Transcripts)}}
}

func addTranscript(t *rapid.T, m *Maker, _ *codebook.Project) codebook.Op {
	return m.Transcript(fmt.Sprintf("n%d.txt", rapid.IntRange(0, 20).Draw(t, "file")), rapid.IntRange(1, 40).Draw(t, "lines"))
}

func putGroup(t *rapid.T, m *Maker, _ *codebook.Project) codebook.Op {
	key := fmt.Sprint("g", rapid.IntRange(0, 9).Draw(t, "group"))
	return &codebook.PutGroup{Row: codebook.Group{ID: m.ID(), Key: key, NameEn: key}}
}

func removeGroup(t *rapid.T, _ *Maker, p *codebook.Project) codebook.Op {
	return &codebook.RemoveGroup{Group: number(t, "group", p.Last().Groups)}
}

func batch(t *rapid.T, m *Maker, p *codebook.Project) codebook.Op {
	return &codebook.Batch{Name: "coding.import", Ops: []codebook.Op{addCoding(t, m, p), putGroup(t, m, p), addCoding(t, m, p)}}
}
