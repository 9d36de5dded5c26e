package reader

import (
	"errors"
	"slices"
	"testing"

	"fangtan/codebook"
	"fangtan/tui/keys"
)

// link runs the palette's row for a link, then the keys of a script.
func (s *session) link(script string) {
	s.t.Helper()
	i := slices.IndexFunc(s.reader.tables[modeReading], func(row keys.Row[intent]) bool { return row.Intent == doLink })
	s.reader.Run(i)
	s.press(script)
}

func TestLinkHere(t *testing.T) {
	const text = "甲说不清。‹分工:[‹要求不具体:没有写，所以各干各的。›]›乙说别的。"
	for _, c := range []struct {
		script, kind, from, to string
	}{
		{"<enter> <enter> <enter>", codebook.LinkCauses, "要求不具体", "分工"}, // the two codes on the passage, in their order
		{"<down> <enter> <enter> <enter>", codebook.LinkCauses, "分工", "要求不具体"},
		{"<enter> j <enter> mbbmq <enter>", codebook.LinkTension, "要求不具体", "目标不明确"},
		{"<esc>", "", "", ""},
		{"<enter> <esc>", "", "", ""},
		{"<enter> <enter> <esc>", "", "", ""},
	} {
		s := begin(t, text)
		sel := s.reader.sel.span
		s.link(c.script)
		links := s.study.P.Links()
		if c.kind == "" {
			if len(links) != 0 {
				t.Errorf("%s: a link was made", c.script)
			}
			continue
		}
		if len(links) != 1 {
			t.Errorf("%s: %d links, said %+v", c.script, len(links), s.said)
			continue
		}
		l := links[0]
		if l.Kind != c.kind || l.From != s.codes[c.from] || l.To != s.codes[c.to] {
			t.Errorf("%s: %+v", c.script, l)
		}
		if l.Transcript != s.no || int(l.Start) != sel.start || int(l.End) != sel.end {
			t.Errorf("%s: evidence %d %d-%d", c.script, l.Transcript, l.Start, l.End)
		}
		if s.link(c.script); !errors.Is(s.said.Err, codebook.ErrExists) || len(s.study.P.Links()) != 1 {
			t.Errorf("%s: the same again: %+v", c.script, s.said)
		}
	}
}
