package lint_test

import (
	"crypto/sha256"
	"encoding/binary"
	"strings"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// study is a project made by ops alone.
type study struct {
	t      testing.TB
	p      *codebook.Project
	serial uint64
	texts  map[codebook.No]string
}

func (s *study) id() codebook.ID {
	s.serial++
	var id codebook.ID
	binary.BigEndian.PutUint64(id[8:], s.serial)
	return id
}

func (s *study) must(op codebook.Op) {
	s.t.Helper()
	if _, err := s.p.Do(op, codebook.Stamp{ID: s.id()}); err != nil {
		s.t.Fatal(err)
	}
}

func (s *study) code(row codebook.Code) codebook.No {
	row.ID = s.id()
	s.must(&codebook.PutCode{Row: row})
	return s.p.Last().Codes
}

func (s *study) named(name string) codebook.No {
	s.t.Helper()
	n, err := s.p.CodeNames().Find(name)
	if err != nil {
		s.t.Fatal(err)
	}
	return n
}

// put puts a code on words of a transcript, as coder.
func (s *study) put(t codebook.No, words, code string, coder codebook.No) {
	s.t.Helper()
	start := strings.Index(s.texts[t], words)
	if start < 0 {
		s.t.Fatalf("transcript %d does not say %q", t, words)
	}
	x, end := text.NewIndex(s.texts[t]), start+len(words)
	s.must(&codebook.AddCodings{Transcript: t, Rows: []codebook.Coding{{
		ID: s.id(), Start: uint32(start), End: uint32(end), StartCh: uint32(x.CharsBefore(start)), EndCh: uint32(x.CharsBefore(end)),
		Code: s.named(code), Coder: coder,
	}}})
}

func (s *study) transcript(file string, group codebook.No, words string) {
	cut := text.Segment(words, nil)
	row := codebook.Transcript{
		ID: s.id(), File: file, Group: group, Text: sha256.Sum256([]byte(words)), Bytes: uint32(len(words)), Chars: uint32(text.Chars(words)),
	}
	for i, role := range text.GuessRoles(words, cut) {
		row.Speakers = append(row.Speakers, codebook.Speaker{ID: s.id(), Label: cut.Labels[i], Role: role})
	}
	s.must(&codebook.AddTranscript{Row: row, Text: words, Cut: &codebook.HeldCut{Cut: cut}})
	s.texts[s.p.Last().Transcripts] = words
}

// book is a study of two groups in which one person each talks, a group nobody was
// asked of, and the codes of these names.
func book(t testing.TB, names ...string) *study {
	s := &study{t: t, texts: map[codebook.No]string{}}
	s.p = codebook.New(s.id(), s.id(), "zh")
	for _, coder := range []string{"甲", "乙"} {
		s.must(&codebook.PutCoder{Row: codebook.Coder{ID: s.id(), Name: coder}})
	}
	for i, key := range []string{"heads", "cadres", "nobody"} {
		s.must(&codebook.PutGroup{Row: codebook.Group{ID: s.id(), Key: key, NameZh: key}})
		if i < 2 {
			who := []string{"周明", "李四"}[i]
			s.transcript(key, codebook.No(i+1), "访谈者：好吗？\n"+who+"：一二三四五六七八九十。\n访谈者：还有呢？\n"+who+"：天地玄黄宇宙洪荒。\n")
		}
	}
	for _, name := range names {
		s.code(codebook.Code{NameZh: name, Definition: "有"})
	}
	return s
}
