package main

import (
	"github.com/spf13/cobra"

	"fangtan/codebook"
)

// linkAsked is what can be said of a link's evidence and note.
type linkAsked struct {
	at   codingAsked // the passage
	note string
}

func (l *linkAsked) options() []option {
	return []option{
		{&l.at.transcript, "transcript", "linkscmd.flag.transcript"},
		{&l.at.start, "start", "codescmd.flag.start"},
		{&l.at.end, "end", "codescmd.flag.end"},
		{&l.at.quote, "quote", "codescmd.flag.quote"},
		{&l.note, "note", "linkscmd.flag.note"},
	}
}

// complete says whether a passage is named in full: a transcript, and the ends or the words.
func (l *linkAsked) complete(cmd *cobra.Command) bool {
	ends := cmd.Flags().Changed("start") && cmd.Flags().Changed("end")
	if l.at.transcript == "" {
		return !cmd.Flags().Changed("start") && !cmd.Flags().Changed("end") && l.at.quote == ""
	}
	return ends != (l.at.quote != "") && (!ends || 0 <= l.at.start && l.at.start < l.at.end)
}

func (p *program) linksAdd() *cobra.Command {
	asked := &linkAsked{}
	kind := codebook.LinkCauses
	cmd := &cobra.Command{Use: "add FROM TO", Short: p.t("linkscmd.add"), Args: p.exactly(2)}
	p.options(cmd, []option{{&kind, "kind", "linkscmd.flag.kind"}})
	p.options(cmd, asked.options())
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if !asked.complete(cmd) {
			return p.usage("linkscmd.usage.passage")
		}
		return p.writing(func(s *sitting) error {
			row := codebook.Link{
				ID: newID(), Kind: codebook.ParseLinkKind(kind), Coder: s.coder.No, Created: now(), Note: asked.note,
			}
			if err := s.join(&row, args[0], args[1]); err != nil {
				return err
			}
			if err := s.rest(&row, asked); err != nil {
				return err
			}
			return s.do(&codebook.PutLink{Row: row})
		})
	}
	return p.changes(cmd)
}

// join finds the codes of a link by their names; an empty name leaves the end as it is.
func (s *sitting) join(row *codebook.Link, from, to string) error {
	for _, end := range []struct {
		name string
		into *codebook.No
	}{{from, &row.From}, {to, &row.To}} {
		if end.name == "" {
			continue
		}
		code, err := s.code(end.name)
		if err != nil {
			return err
		}
		*end.into = code.No
	}
	return nil
}

// rest rests a link on the passage that was asked for, if one was.
func (s *sitting) rest(row *codebook.Link, asked *linkAsked) error {
	if asked.at.transcript == "" {
		return nil
	}
	t, err := s.project().FindTranscript(asked.at.transcript)
	if err != nil {
		return err
	}
	words, err := s.texts(t.No)
	if err != nil {
		return err
	}
	start, end, err := s.passage(t, words, &asked.at)
	row.Transcript, row.Start, row.End = t.No, uint32(start), uint32(end)
	return err
}

func (p *program) linksSet() *cobra.Command {
	asked := &linkAsked{}
	var from, to, kind string
	var bare bool
	cmd := &cobra.Command{Use: "set ID", Short: p.t("linkscmd.set"), Args: p.exactly(1)}
	p.options(cmd, []option{
		{&from, "from", "linkscmd.flag.from"}, {&to, "to", "linkscmd.flag.to"}, {&kind, "kind", "linkscmd.flag.kind"},
	})
	p.options(cmd, asked.options())
	p.options(cmd, []option{{&bare, "no-evidence", "linkscmd.flag.no-evidence"}})
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if !asked.complete(cmd) || bare && asked.at.transcript != "" {
			return p.usage("linkscmd.usage.passage")
		}
		return p.writing(func(s *sitting) error {
			old, err := s.link(args[0])
			if err != nil {
				return err
			}
			row := *old
			take(cmd, "kind", &row.Kind, codebook.ParseLinkKind(kind))
			take(cmd, "note", &row.Note, asked.note)
			if bare {
				row.Transcript, row.Start, row.End = 0, 0, 0
			}
			if err := s.join(&row, from, to); err != nil {
				return err
			}
			if err := s.rest(&row, asked); err != nil {
				return err
			}
			return s.do(&codebook.PutLink{Row: row})
		})
	}
	return p.changes(cmd)
}

// link finds a link by its id.
func (s *sitting) link(id string) (*codebook.Link, error) {
	parsed, err := codebook.ParseID(id)
	if err != nil {
		return nil, s.usage("linkscmd.usage.no-id", "Value", id)
	}
	for _, l := range s.project().Links() {
		if l.ID == parsed {
			return l, nil
		}
	}
	return nil, &codebook.Objection{Thing: codebook.ThingLink, Name: id, Reason: codebook.ErrUnknown}
}

func (p *program) linksRemove() *cobra.Command {
	return p.changes(&cobra.Command{
		Use: "remove ID…", Short: p.t("linkscmd.remove"), Args: p.atLeast(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.writing(func(s *sitting) error {
				batch := &codebook.Batch{Name: "link.remove"}
				for _, id := range args {
					l, err := s.link(id)
					if err != nil {
						return err
					}
					op := &codebook.RemoveLink{Link: l.No}
					if batch.Names == nil {
						batch.Names = op.Args(s.project())
					}
					batch.Ops = append(batch.Ops, op)
				}
				return s.do(batch)
			})
		},
	})
}
