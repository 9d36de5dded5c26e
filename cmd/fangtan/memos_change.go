package main

import (
	"errors"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/store/editor"
)

// memoWords is where the text of a memo comes from: the command line, the editor, or
// else what comes in through a pipe, or the editor again if nothing does.
type memoWords struct {
	text   string
	editor bool
}

func (w *memoWords) options() []option {
	return []option{{&w.text, "text", "memoscmd.flag.text"}, {&w.editor, "editor", "memoscmd.flag.editor"}}
}

// memoPlace is what a memo is to hang on; nothing given is the project.
type memoPlace struct {
	code, link string
	passage    codingAsked // the transcript, and there the words or their ends
}

func (p *program) memosAdd() *cobra.Command {
	at, words := &memoPlace{passage: codingAsked{start: -1, end: -1}}, &memoWords{}
	cmd := &cobra.Command{Use: "add", Short: p.t("memoscmd.add"), Args: p.exactly(0)}
	p.options(cmd, []option{
		{&at.code, "code", "memoscmd.flag.code"},
		{&at.passage.transcript, "transcript", "memoscmd.flag.transcript"},
		{&at.passage.start, "start", "codescmd.flag.start"},
		{&at.passage.end, "end", "codescmd.flag.end"},
		{&at.passage.quote, "quote", "codescmd.flag.quote"},
		{&at.link, "link", "memoscmd.flag.link"},
	})
	p.options(cmd, words.options())
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		start, end := cmd.Flags().Changed("start"), cmd.Flags().Changed("end")
		things := 0
		for _, name := range []string{at.code, at.passage.transcript, at.link} {
			if name != "" {
				things++
			}
		}
		switch c := &at.passage; {
		case things > 1, start != end, start && c.quote != "", (start || c.quote != "") && c.transcript == "":
			return p.usage("memoscmd.usage.add")
		case start && c.start < 0:
			return p.usage("codescmd.usage.before", "Start", c.start)
		case start && c.start > c.end:
			return p.usage("codescmd.usage.ends", "Start", c.start, "End", c.end)
		}
		return p.writing(func(s *sitting) error {
			row := codebook.Memo{ID: newID(), Coder: s.coder.No}
			if err := s.hang(&row, at); err != nil {
				return err
			}
			return s.putMemo(cmd, row, words)
		})
	}
	return p.changes(cmd)
}

// hang finds what a memo is to hang on.
func (s *sitting) hang(row *codebook.Memo, at *memoPlace) error {
	switch {
	case at.code != "":
		c, err := s.code(at.code)
		if err != nil {
			return err
		}
		row.Target, row.On = codebook.TargetCode, c.No
	case at.link != "":
		return s.hangOnLink(row, at.link)
	case at.passage.transcript != "":
		t, err := s.project().FindTranscript(at.passage.transcript)
		if err != nil {
			return err
		}
		row.Target, row.On = codebook.TargetTranscript, t.No
		if at.passage.quote != "" || at.passage.start >= 0 {
			return s.hangOnPassage(row, t, &at.passage)
		}
	}
	return nil
}

func (s *sitting) hangOnPassage(row *codebook.Memo, t *codebook.Transcript, c *codingAsked) error {
	words, err := s.texts(t.No)
	if err != nil {
		return err
	}
	start, end, err := s.passage(t, words, c)
	row.Target, row.Start, row.End = codebook.TargetPassage, uint32(start), uint32(end)
	return err
}

func (s *sitting) hangOnLink(row *codebook.Memo, id string) error {
	for _, l := range s.project().Links() {
		if l.ID.String() == id {
			row.Target, row.On = codebook.TargetLink, l.No
			return nil
		}
	}
	return &codebook.Objection{Thing: codebook.ThingLink, Name: id, Reason: codebook.ErrUnknown}
}

func (p *program) memosSet() *cobra.Command {
	words := &memoWords{}
	cmd := &cobra.Command{Use: "set ID", Short: p.t("memoscmd.set"), Args: p.exactly(1)}
	p.options(cmd, words.options())
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return p.writing(func(s *sitting) error {
			m, err := s.memo(args[0])
			if err != nil {
				return err
			}
			return s.putMemo(cmd, *m, words)
		})
	}
	return p.changes(cmd)
}

// putMemo writes a memo with the words it is given; the same words change nothing.
func (s *sitting) putMemo(cmd *cobra.Command, row codebook.Memo, from *memoWords) error {
	words, err := s.memoText(cmd, row.Text, from)
	if errors.Is(err, editor.ErrUnchanged) || err == nil && row.No != 0 && words == row.Text {
		s.say(s.t("cli.nothing-to-change"))
		return nil
	}
	if err != nil {
		return err
	}
	row.Text, row.Changed = words, now()
	if row.No == 0 {
		row.Created = row.Changed
	}
	return s.do(&codebook.PutMemo{Row: row})
}

// memoText gives the words of a memo, with the line ends and without the blanks around
// that memos have.
func (s *sitting) memoText(cmd *cobra.Command, before string, from *memoWords) (string, error) {
	words := from.text
	var err error
	switch {
	case cmd.Flags().Changed("text"):
	case from.editor || s.inTerminal:
		words, err = s.edited(memoName, before)
	default:
		var data []byte
		data, err = io.ReadAll(io.LimitReader(s.in, codebook.MaxText+1))
		words = string(data)
	}
	switch {
	case err != nil:
		return "", err
	case len(words) > codebook.MaxText:
		return "", editor.ErrTooLong
	case !utf8.ValidString(words):
		return "", s.fail("memoscmd.not-utf8")
	}
	return strings.TrimSpace(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(words)), nil
}

// memoName is what the file is called in which a memo is edited.
const memoName = "memo.md"

// edited gives words as somebody leaves them in an editor.
func (s *sitting) edited(name, words string) (string, error) {
	d, err := editor.Put(filepath.Dir(s.path), name, words)
	if err != nil {
		return "", err
	}
	cmd, err := d.Command(s.env)
	if err != nil {
		return "", errors.Join(err, d.Discard())
	}
	return d.Take(atTerminal(cmd))
}

func (p *program) memosRemove() *cobra.Command {
	return p.changes(&cobra.Command{
		Use: "remove ID…", Short: p.t("memoscmd.remove"), Args: p.atLeast(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.writing(func(s *sitting) error { return s.removeMemos(args) })
		},
	})
}

// removeMemos deletes memos as one action.
func (s *sitting) removeMemos(ids []string) error {
	var ops []codebook.Op
	seen := map[codebook.No]bool{}
	for _, id := range ids {
		m, err := s.memo(id)
		if err != nil {
			return err
		}
		if !seen[m.No] {
			seen[m.No] = true
			ops = append(ops, &codebook.RemoveMemo{Memo: m.No})
		}
	}
	if len(ops) == 1 {
		return s.do(ops[0])
	}
	first := ops[0].Args(s.project())
	return s.do(&codebook.Batch{Name: ops[0].Kind(), Names: []string{first[0], first[1] + " … " + strconv.Itoa(len(ops))}, Ops: ops})
}

// memo finds a memo by its id.
func (s *sitting) memo(id string) (*codebook.Memo, error) {
	for _, m := range s.project().Memos() {
		if m.ID.String() == id {
			return m, nil
		}
	}
	return nil, &codebook.Objection{Thing: codebook.ThingMemo, Name: id, Reason: codebook.ErrUnknown}
}
