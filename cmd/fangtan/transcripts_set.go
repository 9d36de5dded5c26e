package main

import (
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

// transcriptChanges are the flags of "transcripts set".
type transcriptChanges struct {
	title, group, date, kind, pair string
	finished                       bool
	attributes                     []string // NAME=VALUE
	roles, names, groups, persons  []string // LABEL=…
}

func (p *program) transcriptsSet() *cobra.Command {
	given := &transcriptChanges{}
	cmd := &cobra.Command{
		Use: "set TRANSCRIPT", Short: p.t("cli.transcripts.set"), Args: p.exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.writing(func(s *sitting) error { return s.setTranscript(cmd, args[0], given) })
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&given.title, "title", "", p.t("cli.flag.title"))
	f.StringVar(&given.group, "group", "", p.t("cli.flag.set-group"))
	f.StringVar(&given.date, "date", "", p.t("cli.flag.date"))
	f.StringVar(&given.kind, "kind", "", p.t("cli.flag.kind"))
	f.StringVar(&given.pair, "pair", "", p.t("cli.flag.pair"))
	f.BoolVar(&given.finished, "finished", true, p.t("cli.flag.finished"))
	f.StringArrayVar(&given.attributes, "attr", nil, p.t("cli.flag.attr"))
	f.StringArrayVar(&given.roles, "role", nil, p.t("cli.flag.role"))
	f.StringArrayVar(&given.names, "name", nil, p.t("cli.flag.speaker-name"))
	f.StringArrayVar(&given.groups, "speaker-group", nil, p.t("cli.flag.speaker-group"))
	f.StringArrayVar(&given.persons, "person", nil, p.t("cli.flag.person"))
	return p.changes(cmd)
}

// setTranscript changes what is known about a transcript, in one action.
func (s *sitting) setTranscript(cmd *cobra.Command, name string, given *transcriptChanges) error {
	old, err := s.project().FindTranscript(name)
	if err != nil {
		return err
	}
	batch := &codebook.Batch{Name: "transcript.set", Names: []string{old.File}}
	row := *old
	row.Speakers, row.Values, row.Finished = slices.Clone(old.Speakers), slices.Clone(old.Values), slices.Clone(old.Finished)
	take(cmd, "title", &row.Title, given.title)
	take(cmd, "date", &row.Date, given.date)
	if row.Date != "" {
		if _, err := time.Parse(time.DateOnly, row.Date); err != nil {
			return s.usage("cli.usage.date", "Value", row.Date)
		}
	}
	for _, step := range []func(*cobra.Command, *codebook.Transcript, *transcriptChanges) error{
		s.setKind, s.setGroup, s.setPair, s.setFinished, s.setSpeakers,
	} {
		if err := step(cmd, &row, given); err != nil {
			return err
		}
	}
	if err := s.setAttributes(batch, &row, given.attributes); err != nil {
		return err
	}
	batch.Ops = append(batch.Ops, &codebook.SetTranscript{Name: "transcript.set", Row: row})
	return s.do(batch)
}

func (s *sitting) setKind(cmd *cobra.Command, row *codebook.Transcript, given *transcriptChanges) error {
	if !cmd.Flags().Changed("kind") {
		return nil
	}
	kind, ok := codebook.ParseKind(given.kind)
	if !ok {
		return s.usage("cli.usage.kind", "Value", given.kind)
	}
	row.Kind = kind
	return nil
}

func (s *sitting) setGroup(cmd *cobra.Command, row *codebook.Transcript, given *transcriptChanges) (err error) {
	if cmd.Flags().Changed("group") {
		row.Group, err = s.groupNo(given.group)
	}
	return err
}

// groupNo finds a group; the empty name is none.
func (s *sitting) groupNo(name string) (codebook.No, error) {
	if name == "" {
		return 0, nil
	}
	g, err := s.findGroup(name)
	if err != nil {
		return 0, err
	}
	return g.No, nil
}

func (s *sitting) setPair(cmd *cobra.Command, row *codebook.Transcript, given *transcriptChanges) error {
	if !cmd.Flags().Changed("pair") {
		return nil
	}
	row.Pair = 0
	if given.pair == "" {
		return nil
	}
	pair, err := s.project().FindTranscript(given.pair)
	if err == nil {
		row.Pair = pair.No
	}
	return err
}

func (s *sitting) setFinished(cmd *cobra.Command, row *codebook.Transcript, given *transcriptChanges) error {
	if !cmd.Flags().Changed("finished") {
		return nil
	}
	row.Finished = slices.DeleteFunc(row.Finished, func(n codebook.No) bool { return n == s.coder.No })
	if given.finished {
		row.Finished = append(row.Finished, s.coder.No)
	}
	return nil
}

// setSpeakers changes speakers, each named by the label in the text.
func (s *sitting) setSpeakers(_ *cobra.Command, row *codebook.Transcript, given *transcriptChanges) error {
	for _, change := range []struct {
		list []string
		set  func(*codebook.Speaker, string) error
	}{
		{given.roles, s.setRole},
		{given.names, func(k *codebook.Speaker, v string) error { k.Name = v; return nil }},
		{given.persons, func(k *codebook.Speaker, v string) error { k.Person = v; return nil }},
		{given.groups, func(k *codebook.Speaker, v string) (err error) { k.Group, err = s.groupNo(v); return err }},
	} {
		for _, pair := range change.list {
			label, value, err := s.split(pair)
			if err != nil {
				return err
			}
			at := slices.IndexFunc(row.Speakers, func(k codebook.Speaker) bool { return k.Label == label })
			if at < 0 {
				return &codebook.Objection{Thing: codebook.ThingSpeaker, Name: label, Reason: codebook.ErrUnknown}
			}
			if err := change.set(&row.Speakers[at], value); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *sitting) setRole(k *codebook.Speaker, value string) error {
	for _, r := range []text.Role{text.RoleRespondent, text.RoleInterviewer, text.RoleOther} {
		if r.String() == value {
			k.Role = r
			return nil
		}
	}
	return s.usage("cli.usage.role", "Value", value)
}

// split takes NAME=VALUE apart.
func (s *sitting) split(pair string) (name, value string, err error) {
	name, value, ok := strings.Cut(pair, "=")
	if !ok || name == "" {
		return "", "", s.usage("cli.usage.pair", "Value", pair)
	}
	return name, value, nil
}

// setAttributes gives values; an attribute that the study lacks is made in the
// same action, an empty value takes one away.
func (s *sitting) setAttributes(batch *codebook.Batch, row *codebook.Transcript, pairs []string) error {
	next := s.project().Last().Attributes
	for _, pair := range pairs {
		name, value, err := s.split(pair)
		if err != nil {
			return err
		}
		no := next + 1
		if a, err := s.project().FindAttribute(name); err == nil {
			no = a.No
		} else {
			next++
			batch.Ops = append(batch.Ops, &codebook.PutAttribute{Row: codebook.Attribute{ID: newID(), Name: name}})
		}
		row.Values = slices.DeleteFunc(row.Values, func(v codebook.Value) bool { return v.Attribute == no })
		if value != "" {
			row.Values = append(row.Values, codebook.Value{Attribute: no, Text: value})
		}
	}
	return nil
}
