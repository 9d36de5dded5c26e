package screentest

import (
	_ "embed"
	"strings"

	"fangtan/codebook"
)

// Bare is a study with four groups and two coders, and nothing else. Its codes will have Chinese names.
func Bare() *Study {
	s := NewStudy("zh", "甲")
	s.AddCoder("乙")
	s.addGroups()
	return s
}

//go:embed interviews.txt
var interviews string

// Interviews is a study of seven short interviews whose codings a person can
// count. In interviews.txt a line before the first "#" is a code, "#" begins a
// transcript, and {P2.1 P1.1/乙} puts codes on the words since the last mark,
// the second as coder 乙.
func Interviews() *Study {
	s := Bare()
	s.AddAttribute("村")
	parts := strings.Split(strings.TrimSpace(interviews), "\n#")
	for _, line := range strings.Split(parts[0], "\n") {
		s.addCodeOf(strings.Split(line, "|"))
	}
	for _, part := range parts[1:] {
		head, body, _ := strings.Cut(part, "\n")
		s.addMarked(strings.Split(strings.TrimSpace(head), "|"), strings.TrimSpace(body))
	}
	s.Must(&codebook.PutLink{Row: codebook.Link{
		ID: s.NewID(), Kind: codebook.LinkTension, From: s.CodeNamed("P2.1"), To: s.CodeNamed("I1.3"), Coder: s.Me,
	}})
	return s
}

// addCodeOf adds the code of a line: number|parent|zh|en|role|colour.
func (s *Study) addCodeOf(cells []string) {
	row := codebook.Code{Number: cells[0], NameZh: cells[2], NameEn: cells[3], Role: cells[4], Color: cells[5]}
	if cells[1] != "" {
		row.Parent = s.CodeNamed(cells[1])
	}
	s.AddCode(row)
}

// addMarked adds a transcript, its head being file|title|group|village, and puts the marked codes on it.
func (s *Study) addMarked(head []string, marked string) {
	words, marks := unmark(marked)
	row := codebook.Transcript{File: head[0], Title: head[1], Values: []codebook.Value{{Attribute: 1, Text: head[3]}}}
	if group, err := s.P.FindGroup(head[2]); err == nil {
		row.Group = group.No
	}
	no := s.AddTranscript(row, words)
	rows := make([]codebook.Coding, len(marks))
	for i, m := range marks {
		code, _, second := strings.Cut(m.code, "/")
		rows[i] = codebook.Coding{Start: uint32(m.start), End: uint32(m.end), Code: s.CodeNamed(code)}
		if second {
			rows[i].Coder = s.Me + 1
		}
	}
	s.Put(no, rows...)
}

// mark is a code on the bytes [start, end), with the name of a coder where it is not Me.
type mark struct {
	start, end int
	code       string
}

// unmark takes the marks out of a text. Each covers what stands since the mark
// before it, or since the line's label.
func unmark(marked string) (words string, marks []mark) {
	var b strings.Builder
	for _, line := range strings.Split(marked, "\n") {
		if at := strings.Index(line, "："); at >= 0 && at < 30 {
			b.WriteString(line[:at+len("：")])
			line = line[at+len("："):]
		}
		from := b.Len()
		for {
			before, rest, found := strings.Cut(line, "{")
			b.WriteString(before)
			if !found {
				break
			}
			codes, after, _ := strings.Cut(rest, "}")
			for _, code := range strings.Fields(codes) {
				marks = append(marks, mark{from, b.Len(), code})
			}
			from, line = b.Len(), after
		}
		b.WriteByte('\n')
	}
	return b.String(), marks
}
