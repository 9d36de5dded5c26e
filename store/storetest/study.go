package storetest

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// Maker makes ids and stamps that are the same in every run.
type Maker struct{ n uint64 }

// ID gives the next id.
func (m *Maker) ID() codebook.ID {
	m.n++
	var id codebook.ID
	binary.BigEndian.PutUint64(id[8:], m.n)
	id[6], id[0] = 0x70, byte(m.n*37)
	return id
}

// Stamp gives the next stamp, of coder 1.
func (m *Maker) Stamp() codebook.Stamp {
	id := m.ID()
	return codebook.Stamp{ID: id, Coder: 1, Time: int64(m.n) * 1000}
}

// Empty gives an empty study and the header of its founding.
func (m *Maker) Empty() (*codebook.Project, codebook.Action) {
	p := codebook.New(m.ID(), m.ID(), "zh")
	return p, codebook.Action{Header: codebook.Header{ID: m.ID(), Time: 1, Kind: codebook.KindNew, Args: []string{"研究"}}}
}

// Transcript gives the op that brings a transcript of some lines in, each with a
// label of six bytes and two characters.
func (m *Maker) Transcript(file string, lines int) *codebook.AddTranscript {
	var b strings.Builder
	for i := range lines {
		fmt.Fprintf(&b, "甲：%s%04d。\n", file, i)
	}
	s := b.String()
	return &codebook.AddTranscript{
		Row: codebook.Transcript{
			ID: m.ID(), File: file, Title: "标题 " + file, Text: sha256.Sum256([]byte(s)), Bytes: uint32(len(s)),
			Points: uint32(len([]rune(s))), Chars: uint32(len([]rune(s)) - lines), Turns: uint32(lines),
			Speakers: []codebook.Speaker{{ID: m.ID(), Label: "甲", Role: text.RoleRespondent, Person: "P01"}},
			Source:   codebook.Source{Format: "txt", Encoding: "utf-8", Newline: "lf"},
		},
		Text: s, Cut: &codebook.HeldCut{Cut: Cut(s)},
	}
}

// Cut cuts every line into one turn, paragraph and sentence.
func Cut(s string) text.Cut {
	c := text.Cut{Version: 1, Labels: []string{"甲"}}
	at, ch := uint32(0), uint32(0)
	for line := range strings.Lines(s) {
		end, endCh := at+uint32(len(line))-1, ch+uint32(len([]rune(line)))-1
		c.Turns = append(c.Turns, text.Turn{Start: at, Text: at + 6, End: end, StartCh: ch, TextCh: ch + 2, EndCh: endCh, Time: int32(at)})
		c.Paragraphs = append(c.Paragraphs, text.Mark{Start: at, End: end, StartCh: ch, EndCh: endCh})
		c.Sentences = append(c.Sentences, text.Mark{Start: at + 6, End: end, StartCh: ch + 2, EndCh: endCh})
		at, ch = end+1, endCh
	}
	return c
}

// Found gives the ops that make a small study of an empty one: two coders, two
// groups, an attribute, four codes, two transcripts with codings, a memo, a link.
func (m *Maker) Found() []codebook.Op {
	name := func(i int, zh string) codebook.Op {
		return &codebook.PutCode{Row: codebook.Code{ID: m.ID(), Number: fmt.Sprint("P", i), NameZh: zh, Definition: zh + "的定义", Color: "#112233"}}
	}
	row := func(start, end uint32, code, coder codebook.No, fields ...codebook.FieldValue) codebook.Coding {
		return codebook.Coding{ID: m.ID(), Start: start, End: end, StartCh: start / 3, EndCh: end / 3, Code: code, Coder: coder, Created: int64(m.n), Fields: fields}
	}
	ops := []codebook.Op{
		&codebook.PutCoder{Row: codebook.Coder{ID: m.ID(), Name: "林"}},
		&codebook.PutCoder{Row: codebook.Coder{ID: m.ID(), Name: "second", Kind: codebook.CoderRecheck, Of: 1}},
		&codebook.PutGroup{Row: codebook.Group{ID: m.ID(), Key: "cadres", NameZh: "干部"}},
		&codebook.PutGroup{Row: codebook.Group{ID: m.ID(), Key: "villagers", NameZh: "村民", NameEn: "villagers"}},
		&codebook.PutAttribute{Row: codebook.Attribute{ID: m.ID(), Name: "乡镇", Kind: codebook.AttributeChoice}},
		name(1, "要求不具体"), name(2, "检查太多"),
		&codebook.PutCode{Row: codebook.Code{ID: m.ID(), Parent: 1, NameZh: "时间", Fields: []codebook.Field{{Name: "程度", Kind: codebook.FieldChoice, Choices: []string{"高", "低"}}}}},
		name(4, "信任"),
		m.Transcript("a.txt", 20), m.Transcript("b.txt", 30),
	}
	return append(ops,
		&codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{
			row(0, 30, 1, 1), row(10, 60, 2, 1), row(10, 60, 2, 2), row(40, 90, 3, 1, codebook.FieldValue{Name: "程度", Value: "高"}),
		}},
		&codebook.AddCodings{Transcript: 2, Rows: []codebook.Coding{row(5, 25, 1, 1), row(100, 140, 4, 2)}},
		&codebook.PutMemo{Row: codebook.Memo{ID: m.ID(), Target: codebook.TargetCode, On: 2, Coder: 1, Created: 5, Changed: 5, Text: "想一想\n再想"}},
		&codebook.PutLink{Row: codebook.Link{ID: m.ID(), Kind: codebook.LinkCauses, From: 1, To: 2, Transcript: 1, Start: 10, End: 40, Coder: 1, Created: 6}},
	)
}

// MakerFrom gives a maker whose ids begin behind n.
func MakerFrom(n uint64) *Maker { return &Maker{n} }

// Next gives a number that no other call gives.
func (m *Maker) Next() uint64 {
	m.n++
	return m.n
}
