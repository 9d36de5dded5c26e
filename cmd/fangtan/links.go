package main

import (
	"bufio"
	"cmp"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/store/exchange"
	"fangtan/tui/wording"
)

func (p *program) linksCmd() *cobra.Command {
	list := p.linksList()
	cmd := &cobra.Command{
		Use: "links", Short: p.t("linkscmd.short"), Example: p.t("linkscmd.examples"),
		Args: p.exactly(0), RunE: list.RunE,
	}
	cmd.Flags().AddFlagSet(list.Flags())
	cmd.AddCommand(list, p.linksAdd(), p.linksSet(), p.linksRemove(), p.linksExport())
	return cmd
}

// linkFilter says which links are meant: those of any of these kinds that join any
// of these codes.
type linkFilter struct{ codes, kinds []string }

func (f *linkFilter) options() []option {
	return []option{{&f.codes, "code", "linkscmd.flag.code"}, {&f.kinds, "kind", "linkscmd.flag.kinds"}}
}

// linksOf gives the links that a filter lets through, in codebook order of the codes
// that they come from, then of those that they lead to.
func (s *sitting) linksOf(f *linkFilter) ([]*codebook.Link, error) {
	codes, kinds := map[codebook.No]bool{}, map[string]bool{}
	for _, name := range f.codes {
		code, err := s.code(name)
		if err != nil {
			return nil, err
		}
		codes[code.No] = true
	}
	for _, kind := range f.kinds {
		kinds[codebook.ParseLinkKind(kind)] = true
	}
	links := slices.DeleteFunc(slices.Clone(s.project().Links()), func(l *codebook.Link) bool {
		return len(codes) > 0 && !codes[l.From] && !codes[l.To] || len(kinds) > 0 && !kinds[l.Kind]
	})
	place := s.project().Tree().Place
	slices.SortStableFunc(links, func(a, b *codebook.Link) int {
		return cmp.Or(cmp.Compare(place[a.From], place[b.From]), cmp.Compare(place[a.To], place[b.To]), cmp.Compare(a.Kind, b.Kind))
	})
	return links, nil
}

func (p *program) linksList() *cobra.Command {
	f := &linkFilter{}
	cmd := &cobra.Command{Use: "list", Short: p.t("linkscmd.list"), Args: p.exactly(0)}
	p.options(cmd, f.options())
	o := p.printingFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return p.printLinks(cmd, f, o) }
	return cmd
}

// printLinks prints links as a table. Its kinds are words for people where the
// format is for people, and else those that "links add" takes.
func (p *program) printLinks(cmd *cobra.Command, f *linkFilter, o *printing) error {
	return p.printOf(o, "linkscmd.title", func(s *sitting, v voice) (*exchange.Table, error) {
		links, err := s.linksOf(f)
		if err != nil {
			return nil, err
		}
		var kind func(string) string
		if v.table.Names {
			kind = func(name string) string { return wording.LinkKind(v.words, name) }
		}
		t := exchange.LinksTable(s.project(), exchange.Source{Texts: s.shelf()}, links, kind, v.table)
		t.Notes = []string{v.words.T("counting.again", "Command", again(cmd, nil))}
		return t, nil
	})
}

// drawings are the formats of links that are no tables.
var drawings = map[string]func(io.Writer, *exchange.Graph) error{"dot": exchange.WriteDot, "gv": exchange.WriteDot, "svg": exchange.WriteSVG}

func (p *program) linksExport() *cobra.Command {
	f := &linkFilter{}
	cmd := &cobra.Command{Use: "export " + p.t("linkscmd.file"), Short: p.t("linkscmd.export"), Args: p.atMost(1)}
	p.options(cmd, f.options())
	o := p.printingFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) == 1 && o.file != "":
			return p.usage("linkscmd.usage.two-files")
		case len(args) == 1:
			o.file = args[0]
		case o.file == "" && o.format == "":
			o.format = exchange.FormatCSV.String()
		}
		if draw, ok := drawings[strings.ToLower(cmp.Or(o.format, ending(o.file)))]; ok {
			return p.drawLinks(f, o, draw)
		}
		return p.printLinks(cmd, f, o)
	}
	return cmd
}

// drawLinks draws links. A drawing is a page for people.
func (p *program) drawLinks(f *linkFilter, o *printing, draw func(io.Writer, *exchange.Graph) error) error {
	return p.reading(func(s *sitting) error {
		links, err := s.linksOf(f)
		if err != nil {
			return err
		}
		words := s.voice(exchange.FormatHTML).words
		g := exchange.LinksGraph(s.project(), links, exchange.GraphWords{
			Lang: words.Lang(), Title: words.T("linkscmd.drawing", "Name", nameOf(s.path)),
			Kind: func(name string) string { return wording.LinkKind(words, name) },
		})
		if o.file != "" {
			return writeFile(o.file, o.force, func(w io.Writer) error { return draw(w, g) })
		}
		out := bufio.NewWriter(p.out)
		return errors.Join(draw(out, g), out.Flush())
	})
}
