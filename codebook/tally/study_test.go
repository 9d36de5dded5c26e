package tally_test

import (
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// study is a small project that is built through ops. Its transcripts are
// written as parts, so that the cut is known without guessing who speaks.
type study struct {
	fatal  func(args ...any)
	p      *codebook.Project
	bodies map[codebook.No]string
	serial uint64
}

func newStudy(fatal func(args ...any)) *study {
	s := &study{fatal: fatal, bodies: map[codebook.No]string{}}
	s.p = codebook.New(s.id(), s.id(), "zh")
	return s
}

func testStudy(t testing.TB) *study {
	return newStudy(func(args ...any) { t.Helper(); t.Fatal(args...) })
}

func (s *study) id() (id codebook.ID) {
	s.serial++
	binary.BigEndian.PutUint64(id[8:], s.serial)
	return id
}

func (s *study) do(op codebook.Op) {
	if _, err := s.p.Do(op, codebook.Stamp{ID: s.id()}); err != nil && !errors.Is(err, codebook.ErrNothing) {
		s.fatal(op.Kind(), err)
	}
}

func (s *study) group(key string) codebook.No {
	s.do(&codebook.PutGroup{Row: codebook.Group{ID: s.id(), Key: key}})
	return s.p.Last().Groups
}

func (s *study) coder(name string, kind codebook.CoderKind) codebook.No {
	s.do(&codebook.PutCoder{Row: codebook.Coder{ID: s.id(), Name: name, Kind: kind}})
	return s.p.Last().Coders
}

func (s *study) code(parent codebook.No, name, role string) codebook.No {
	s.do(&codebook.PutCode{Row: codebook.Code{ID: s.id(), Parent: parent, Number: name, NameZh: name, Role: role}})
	return s.p.Last().Codes
}

func (s *study) link(kind string, from, to codebook.No) {
	s.do(&codebook.PutLink{Row: codebook.Link{ID: s.id(), Kind: kind, From: from, To: to, Coder: 1}})
}

func (s *study) attribute(name string) codebook.No {
	s.do(&codebook.PutAttribute{Row: codebook.Attribute{ID: s.id(), Name: name}})
	return s.p.Last().Attributes
}

// part is a stretch of a transcript. Nobody speaks in a title. Bars in the words
// end a sentence, line feeds end a sentence and a paragraph.
type part struct {
	speaker int // index; -1 for a title
	label   string
	words   string
}

// transcript puts a transcript in whose text is the parts one after another.
func (s *study) transcript(row codebook.Transcript, parts ...part) codebook.No {
	var body strings.Builder
	var cut text.Cut
	for _, at := range parts {
		start := body.Len()
		body.WriteString(at.label)
		words := body.Len()
		body.WriteString(at.words)
		cut.Sentences = append(cut.Sentences, marks(at.words, words, "|\n")...)
		if at.speaker >= 0 {
			n := len(cut.Turns)
			cut.Turns = append(cut.Turns, text.Turn{
				Start: uint32(start), Text: uint32(words), End: uint32(body.Len()), Speaker: uint16(at.speaker),
				Same: n > 0 && int(cut.Turns[n-1].Speaker) == at.speaker,
			})
		}
	}
	cut.Paragraphs = marks(body.String(), 0, "\n")
	x := text.NewIndex(body.String())
	ch := func(at uint32) uint32 { return uint32(x.CharsBefore(int(at))) }
	for i := range cut.Turns {
		t := &cut.Turns[i]
		t.StartCh, t.TextCh, t.EndCh = ch(t.Start), ch(t.Text), ch(t.End)
	}
	for _, list := range [][]text.Mark{cut.Sentences, cut.Paragraphs} {
		for i := range list {
			list[i].StartCh, list[i].EndCh = ch(list[i].Start), ch(list[i].End)
		}
	}
	row.ID, row.Bytes, row.Chars = s.id(), uint32(body.Len()), uint32(x.Chars())
	copy(row.Text[:], row.ID[:])
	s.do(&codebook.AddTranscript{Row: row, Text: body.String(), Cut: &codebook.HeldCut{Cut: cut}})
	s.bodies[s.p.Last().Transcripts] = body.String()
	return s.p.Last().Transcripts
}

// marks cuts words behind every one of the stops; what is blank is no mark.
func marks(words string, offset int, stops string) (list []text.Mark) {
	from := 0
	for at, r := range words + stops[:1] {
		if !strings.ContainsRune(stops, r) && at < len(words) {
			continue
		}
		end := min(at+utf8.RuneLen(r), len(words))
		if strings.ContainsFunc(words[from:end], func(r rune) bool { return !unicode.IsSpace(r) }) {
			list = append(list, text.Mark{Start: uint32(offset + from), End: uint32(offset + end)})
		}
		from = end
	}
	return list
}

// coding puts a code on the bytes [start, end) of a transcript.
func (s *study) coding(t, code, coder codebook.No, start, end int, flags codebook.CodingFlags) {
	x := text.NewIndex(s.bodies[t])
	s.do(&codebook.AddCodings{Transcript: t, Rows: []codebook.Coding{{
		ID: s.id(), Start: uint32(start), End: uint32(end), StartCh: uint32(x.CharsBefore(start)), EndCh: uint32(x.CharsBefore(end)),
		Code: code, Coder: coder, Flags: flags,
	}}})
}

// on puts a code on the first place where words stand.
func (s *study) on(t, code, coder codebook.No, words string) {
	at := strings.Index(s.bodies[t], words)
	if at < 0 {
		s.fatal("not in the transcript: ", words)
	}
	s.coding(t, code, coder, at, at+len(words), 0)
}
