package main

import (
	"errors"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/codebook/tally"
	"fangtan/tui/locale"
)

// filtering is the part of the study that a command is about, as the flags name it.
type filtering struct {
	coders                                           []string // each may name several, joined by commas
	groups, transcripts, speakers, codes, attributes []string
	from, to                                         string
	withInterviewer                                  bool
}

// options are the flags that all analyses, excerpts and codings share.
func (f *filtering) options() []option {
	return []option{
		{&f.coders, "coders", "counting.flag.coders"},
		{&f.groups, "group", "counting.flag.group"},
		{&f.transcripts, "transcript", "counting.flag.transcript"},
		{&f.speakers, "speaker", "counting.flag.speaker"},
		{&f.codes, "code", "counting.flag.code"},
		{&f.attributes, "attr", "counting.flag.attr"},
		{&f.from, "from", "counting.flag.from"},
		{&f.to, "to", "counting.flag.to"},
	}
}

// given says whether any filter was given on the command line.
func (f *filtering) given(cmd *cobra.Command) bool {
	for _, o := range f.options() {
		if cmd.Flags().Changed(o.name) {
			return true
		}
	}
	return false
}

// filter finds what the flags name in the study.
func (s *sitting) filter(f *filtering) (tally.Filter, error) {
	study := s.project()
	filter := tally.Filter{From: f.from, To: f.to, WithInterviewer: f.withInterviewer}
	codes := study.CodeNames()
	for _, list := range []struct {
		names []string
		take  func(name string) error
	}{
		{commas(f.coders), into(&filter.Coders, s.findCoder, func(c *codebook.Coder) codebook.No { return c.No })},
		{f.groups, into(&filter.Groups, s.findGroup, func(g *codebook.Group) codebook.No { return g.No })},
		{f.transcripts, into(&filter.Transcripts, study.FindTranscript, func(t *codebook.Transcript) codebook.No { return t.No })},
		{f.codes, into(&filter.Codes, codes.Find, func(n codebook.No) codebook.No { return n })},
		{f.speakers, into(&filter.Speakers, s.findSpeaker, func(name string) string { return name })},
		{f.attributes, into(&filter.Values, s.findValue, func(v codebook.Value) codebook.Value { return v })},
	} {
		for _, name := range list.names {
			if err := list.take(name); err != nil {
				return tally.Filter{}, err
			}
		}
	}
	for _, date := range []string{f.from, f.to} {
		if _, err := time.Parse(time.DateOnly, date); date != "" && err != nil {
			return tally.Filter{}, s.usage("cli.usage.date", "Value", date)
		}
	}
	return filter, nil
}

// into makes what finds a name and adds what it stands for to a list.
func into[T, U any](list *[]U, find func(string) (T, error), pick func(T) U) func(string) error {
	return func(name string) error {
		found, err := find(name)
		if err == nil {
			*list = append(*list, pick(found))
		}
		return err
	}
}

// commas takes lists apart: "A,B" names two.
func commas(lists []string) []string {
	var names []string
	for _, list := range lists {
		for _, name := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == '，' }) {
			names = append(names, strings.TrimSpace(name))
		}
	}
	return names
}

// findCoder finds a coder; one that is not there makes the command line wrong, for
// --coders as for --coder.
func (s *sitting) findCoder(name string) (*codebook.Coder, error) {
	c, err := s.project().FindCoder(name)
	if err != nil {
		return nil, s.usage("cli.usage.unknown-coder", "Name", name)
	}
	return c, nil
}

// findGroup finds a group; where there is none of that name it says which there are.
func (s *sitting) findGroup(name string) (*codebook.Group, error) {
	g, err := s.project().FindGroup(name)
	if !errors.Is(err, codebook.ErrUnknown) {
		return g, err
	}
	var names []string
	for _, g := range s.project().Groups() {
		names = append(names, g.Name(s.words.Lang()))
	}
	if len(names) == 0 {
		return nil, err
	}
	return nil, s.fail("cli.fail.no-group", "Name", name, "Names", strings.Join(names, s.t("counting.comma")))
}

// findSpeaker gives the name back if any transcript has a speaker of that name or label.
func (s *sitting) findSpeaker(name string) (string, error) {
	for _, t := range s.project().Transcripts() {
		for i := range t.Speakers {
			if t.Speakers[i].Label == name || t.Speakers[i].Shown() == name {
				return name, nil
			}
		}
	}
	return "", &codebook.Objection{Thing: codebook.ThingSpeaker, Name: name, Reason: codebook.ErrUnknown}
}

// findValue reads NAME=VALUE; any text is a value.
func (s *sitting) findValue(pair string) (codebook.Value, error) {
	name, value, err := s.split(pair)
	if err != nil {
		return codebook.Value{}, err
	}
	a, err := s.project().FindAttribute(name)
	if err != nil {
		return codebook.Value{}, err
	}
	return codebook.Value{Attribute: a.No, Text: value}, nil
}

// part says for people which part of the study the filter leaves, coders aside; ""
// for all of it.
func (s *sitting) part(w *locale.Words, f *tally.Filter, given *filtering) string {
	study := s.project()
	var parts []string
	for _, list := range []struct {
		id    string
		names []string
	}{
		{"counting.part.groups", named(f.Groups, func(n codebook.No) string { return study.Group(n).Name(study.Lang) })},
		{"counting.part.transcripts", named(f.Transcripts, func(n codebook.No) string { return study.Transcript(n).File })},
		{"counting.part.speakers", f.Speakers},
		{"counting.part.codes", named(f.Codes, study.CodeLabel)},
		{"counting.part.attributes", given.attributes},
		{"counting.part.from", filled(f.From)},
		{"counting.part.to", filled(f.To)},
	} {
		if len(list.names) > 0 {
			parts = append(parts, w.T(list.id, "Names", strings.Join(list.names, w.T("counting.between")), "Count", len(list.names)))
		}
	}
	return strings.Join(parts, w.T("counting.semicolon"))
}

func named(nos []codebook.No, name func(codebook.No) string) []string {
	names := make([]string, len(nos))
	for i, n := range nos {
		names[i] = name(n)
	}
	return names
}

func filled(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}
