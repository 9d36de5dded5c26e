package tablestest

import (
	"crypto/sha256"
	_ "embed"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/tui/screen"
)

// Study is a study in memory that answers at once.
type Study struct {
	P        *codebook.Project
	Texts    map[codebook.No]string
	Reads    []codebook.No // transcripts whose text was asked for
	Settings map[string]string
	Locked   bool

	ids byte
}

// ErrLocked is what a locked study answers to every op.
var ErrLocked = fmt.Errorf("the study is locked")

func (s *Study) Project() *codebook.Project             { return s.P }
func (s *Study) Name() string                           { return "驻村传帮带" }
func (s *Study) Coder() codebook.No                     { return 1 }
func (s *Study) ReadOnly() bool                         { return s.Locked }
func (s *Study) NewID() codebook.ID                     { s.ids++; return codebook.ID{0xff, s.ids} }
func (s *Study) Now() int64                             { return 1_770_000_000_000 }
func (s *Study) Place(codebook.No) screen.Place         { return screen.Place{} }
func (s *Study) SetPlace(_ codebook.No, _ screen.Place) {}
func (s *Study) Setting(name string) string             { return s.Settings[name] }
func (s *Study) Set(name, value string)                 { s.Settings[name] = value }

// Do applies op.
func (s *Study) Do(op codebook.Op) error {
	if s.Locked {
		return ErrLocked
	}
	_, err := s.P.Do(op, codebook.Stamp{ID: s.NewID(), Coder: 1})
	return err
}

// ReadText gives the text as a message.
func (s *Study) ReadText(t codebook.No) tea.Cmd {
	s.Reads = append(s.Reads, t)
	words, ok := s.Texts[t]
	msg := screen.TextReadMsg{Transcript: t, Text: words}
	if !ok {
		msg.Err = fmt.Errorf("transcript %d has no text", t)
	}
	return func() tea.Msg { return msg }
}

// Empty is a study with groups and nothing else.
func Empty(t testing.TB) *Study {
	s := &Study{P: codebook.New(codebook.ID{1}, codebook.ID{2}, "zh"), Texts: map[codebook.No]string{}, Settings: map[string]string{}}
	for _, g := range [][3]string{
		{"department-heads", "部门领导", "Department heads"}, {"supervisors", "监督者", "Supervisors"},
		{"secretaries", "第一书记", "First secretaries"}, {"cadres", "村干部", "Village cadres"},
	} {
		s.must(t, &codebook.PutGroup{Row: codebook.Group{ID: s.NewID(), Key: g[0], NameZh: g[1], NameEn: g[2]}})
	}
	for _, name := range []string{"甲", "乙"} {
		s.must(t, &codebook.PutCoder{Row: codebook.Coder{ID: s.NewID(), Name: name}})
	}
	return s
}

func (s *Study) must(t testing.TB, op codebook.Op) {
	t.Helper()
	if err := s.Do(op); err != nil {
		t.Fatalf("%s: %v", op.Kind(), err)
	}
}

//go:embed sample.txt
var sample string

// Sample is a study of seven short interviews. In sample.txt a line that begins
// with "code" makes a code, "site" an attribute, "#" begins a transcript, and
// {P2.1 P1.1/乙} puts codes on the words since the last mark.
func Sample(t testing.TB) *Study {
	t.Helper()
	s := Empty(t)
	s.must(t, &codebook.PutAttribute{Row: codebook.Attribute{ID: s.NewID(), Name: "村"}})
	parts := strings.Split(strings.TrimSpace(sample), "\n#")
	for _, line := range strings.Split(parts[0], "\n") {
		s.code(t, strings.Split(line, "|"))
	}
	for _, part := range parts[1:] {
		head, body, _ := strings.Cut(part, "\n")
		s.transcript(t, strings.Split(strings.TrimSpace(head), "|"), strings.TrimSpace(body))
	}
	from, _ := s.P.CodeNames().Find("P2.1")
	to, _ := s.P.CodeNames().Find("I1.3")
	s.must(t, &codebook.PutLink{Row: codebook.Link{ID: s.NewID(), Kind: codebook.LinkTension, From: from, To: to, Coder: 1}})
	return s
}

// code takes number|parent|zh|en|role|colour.
func (s *Study) code(t testing.TB, cells []string) {
	t.Helper()
	row := codebook.Code{ID: s.NewID(), Number: cells[0], NameZh: cells[2], NameEn: cells[3], Role: cells[4], Color: cells[5]}
	if cells[1] != "" {
		parent, err := s.P.CodeNames().Find(cells[1])
		if err != nil {
			t.Fatal(err)
		}
		row.Parent = parent
	}
	s.must(t, &codebook.PutCode{Row: row})
}

// transcript takes file|title|group|site and the marked words.
func (s *Study) transcript(t testing.TB, head []string, marked string) {
	t.Helper()
	words, marks := unmark(marked)
	cut := text.Segment(words, nil)
	group, err := s.P.FindGroup(head[2])
	if err != nil {
		t.Fatal(err)
	}
	index := text.NewIndex(words)
	row := codebook.Transcript{
		ID: s.NewID(), File: head[0], Title: head[1], Group: group.No, Text: sha256.Sum256([]byte(words)),
		Bytes: uint32(len(words)), Chars: uint32(index.Chars()), Turns: uint32(cut.TurnCount()),
		Values: []codebook.Value{{Attribute: 1, Text: head[3]}},
	}
	for i, role := range text.GuessRoles(words, cut) {
		row.Speakers = append(row.Speakers, codebook.Speaker{ID: s.NewID(), Label: cut.Labels[i], Role: role})
	}
	s.must(t, &codebook.AddTranscript{Row: row, Text: words, Cut: &codebook.HeldCut{Cut: cut}})
	no := s.P.ByText(row.Text).No
	s.Texts[no] = words
	var rows []codebook.Coding
	for _, m := range marks {
		rows = append(rows, s.coding(t, m, index))
	}
	s.must(t, &codebook.AddCodings{Transcript: no, Rows: rows})
}

func (s *Study) coding(t testing.TB, m mark, index *text.Index) codebook.Coding {
	t.Helper()
	number, coder, other := strings.Cut(m.code, "/")
	code, err := s.P.CodeNames().Find(number)
	if err != nil {
		t.Fatal(err)
	}
	row := codebook.Coding{
		ID: s.NewID(), Start: uint32(m.start), End: uint32(m.end), Code: code, Coder: 1, Created: int64(m.start),
		StartCh: uint32(index.CharsBefore(m.start)), EndCh: uint32(index.CharsBefore(m.end)),
	}
	if other && coder == "乙" {
		row.Coder = 2
	}
	return row
}

// mark is a code on the bytes [start, end).
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
