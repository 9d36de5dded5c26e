package screentest

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"unicode/utf8"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// AddCoder adds a coder.
func (s *Study) AddCoder(name string) codebook.No {
	s.Must(&codebook.PutCoder{Row: codebook.Coder{ID: s.NewID(), Name: name}})
	return s.P.Last().Coders
}

// AddGroup adds a group.
func (s *Study) AddGroup(key, zh, en string) codebook.No {
	s.Must(&codebook.PutGroup{Row: codebook.Group{ID: s.NewID(), Key: key, NameZh: zh, NameEn: en}})
	return s.P.Last().Groups
}

// addGroups adds the four groups that are asked about a village's guidance.
func (s *Study) addGroups() {
	s.AddGroup("department-heads", "部门领导", "Department heads")
	s.AddGroup("supervisors", "监督者", "Supervisors")
	s.AddGroup("secretaries", "第一书记", "First secretaries")
	s.AddGroup("cadres", "村干部", "Village cadres")
}

// AddAttribute adds an attribute of transcripts.
func (s *Study) AddAttribute(name string) codebook.No {
	s.Must(&codebook.PutAttribute{Row: codebook.Attribute{ID: s.NewID(), Name: name}})
	return s.P.Last().Attributes
}

// AddCode adds a code.
func (s *Study) AddCode(row codebook.Code) codebook.No {
	row.ID = s.NewID()
	s.Must(&codebook.PutCode{Row: row})
	return s.P.Last().Codes
}

// CodeNamed finds a code by number or name.
func (s *Study) CodeNamed(name string) codebook.No {
	no, err := s.P.CodeNames().Find(name)
	if err != nil {
		panic(fmt.Sprintf("screentest: code %s: %v", name, err))
	}
	return no
}

// AddTranscript brings a text in, cut and with its speakers' roles guessed as an import would.
func (s *Study) AddTranscript(row codebook.Transcript, words string) codebook.No {
	cut := text.Segment(words, nil)
	row.ID, row.Text, row.Created = s.NewID(), sha256.Sum256([]byte(words)), Now
	row.Bytes, row.Points, row.Chars = uint32(len(words)), uint32(utf8.RuneCountInString(words)), uint32(text.Chars(words))
	row.Turns = uint32(cut.TurnCount())
	for i, role := range text.GuessRoles(words, cut) {
		row.Speakers = append(row.Speakers, codebook.Speaker{ID: s.NewID(), Label: cut.Labels[i], Role: role})
	}
	s.Must(&codebook.AddTranscript{Row: row, Text: words, Cut: &codebook.HeldCut{Cut: cut}})
	no := s.P.Last().Transcripts
	s.Texts[no] = words
	return no
}

// Put puts codings on a transcript. Ids, times, the characters before their ends
// and, where there is none, the coder are filled in.
func (s *Study) Put(transcript codebook.No, rows ...codebook.Coding) {
	if len(rows) == 0 {
		return
	}
	index := text.NewIndex(s.Texts[transcript])
	for i := range rows {
		r := &rows[i]
		r.ID, r.Created = s.NewID(), Now
		if r.Coder == 0 {
			r.Coder = s.Me
		}
		r.StartCh, r.EndCh = uint32(index.CharsBefore(int(r.Start))), uint32(index.CharsBefore(int(r.End)))
	}
	s.Must(&codebook.AddCodings{Transcript: transcript, Rows: rows})
}

// Code puts a code on words of a transcript.
func (s *Study) Code(transcript codebook.No, words, code string, coder codebook.No) {
	start := strings.Index(s.Texts[transcript], words)
	if start < 0 {
		panic(fmt.Sprintf("screentest: transcript %d does not say %q", transcript, words))
	}
	s.Put(transcript, codebook.Coding{Start: uint32(start), End: uint32(start + len(words)), Code: s.CodeNamed(code), Coder: coder})
}
