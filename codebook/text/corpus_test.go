package text

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shared reads a file of the folder that lies beside the checkout.
func shared(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("../../../shared", name))
	if err != nil {
		t.Skip("the folder shared is not beside the checkout")
	}
	s, _ := Canonical(string(b))
	return s
}

// headings takes the # marks off Markdown and gives the lines that had them.
func headings(s string) (string, []Hint) {
	var out strings.Builder
	var hints []Hint
	for line := range strings.Lines(s) {
		bare := strings.TrimLeft(line, "#")
		level := len(line) - len(bare)
		bare = strings.TrimLeft(bare, " ")
		start := out.Len()
		out.WriteString(bare)
		switch {
		case level > 0:
			hints = append(hints, Hint{Start: start, End: out.Len() - 1, Kind: HintHeading, Level: level, Time: -1})
		case strings.HasPrefix(line, "> "):
			hints = append(hints, Hint{Start: start, End: out.Len() - 1, Kind: HintQuote, Time: -1})
		}
	}
	return out.String(), hints
}

func TestCorpus(t *testing.T) {
	tests := []struct {
		file                       string
		md                         bool
		stretches, turns, speakers int
		asking                     string
	}{
		{"corpus/zh-Hant_interview_vtaiwan-join_lu.md", true, 74, 50, 2, "問"},
		{"corpus/zh-Hant_consultation_airbnb.md", true, 82, 81, 28, ""},
		{"corpus/en_interview_nesta.md", true, 72, 72, 2, "Theo Bass"},
		{"corpus/zh-Hans_roundtable_rural-revitalisation.txt", false, 31, 31, 9, ""},
		{"formats/tencent_style.txt", false, 4, 4, 3, ""},
		{"formats/xunfei_style.txt", false, 4, 4, 2, "说话人1"},
		{"formats/utf8_bom_crlf.txt", false, 4, 4, 2, "问"},
		{"formats/cr_only.txt", false, 4, 4, 2, "问"},
		{"formats/ansi_small.txt", false, 2, 2, 2, "问"},
		{"formats/plain.md", true, 4, 4, 2, "访谈者"},
		{"formats/rich_libreoffice.docx.expected.txt", false, 4, 4, 2, "访谈者"},
		{"formats/voice_tags.vtt.expected.txt", false, 4, 4, 2, "访谈者"},
		{"formats/plain.srt.expected.txt", false, 3, 3, 2, "记者"},
		{"formats/word/stress009.docx.expected.txt", false, 0, 0, 0, ""},
		{"formats/word/delins.docx.expected.txt", false, 0, 0, 0, ""},
		{"formats/word/61490.doc.expected.txt", false, 0, 0, 0, ""},
	}
	for _, tt := range tests {
		t.Run(filepath.Base(tt.file), func(t *testing.T) {
			s := shared(t, tt.file)
			var hints []Hint
			if tt.md {
				s, hints = headings(s)
			}
			c := Segment(s, hints)
			if len(c.Turns) != tt.stretches || c.TurnCount() != tt.turns || len(c.Labels) != tt.speakers {
				t.Errorf("stretches, turns, speakers = %d, %d, %d; want %d, %d, %d; labels %q",
					len(c.Turns), c.TurnCount(), len(c.Labels), tt.stretches, tt.turns, tt.speakers, c.Labels)
			}
			asking := ""
			for i, r := range GuessRoles(s, c) {
				if r == RoleInterviewer {
					asking += c.Labels[i]
				}
			}
			if asking != tt.asking {
				t.Errorf("interviewer = %q, want %q", asking, tt.asking)
			}
			verify(t, s, c)
		})
	}
}
