package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/codebook/lint"
	"fangtan/store/exchange"
)

// lintCmd tells what in the codebook deserves a second look.
func (p *program) lintCmd() *cobra.Command {
	var only []string
	cmd := &cobra.Command{
		Use: "lint", Short: p.t("lint.command.short"), Example: p.t("lint.command.examples"), Args: p.exactly(0),
	}
	o := p.printingFlags(cmd)
	p.options(cmd, []option{{&only, "rule", "lint.command.rule"}})
	cmd.RunE = func(*cobra.Command, []string) error {
		rules, err := p.lintRules(only)
		if err != nil {
			return err
		}
		return p.printOf(o, "lint.command.title", func(s *sitting, v voice) (*exchange.Table, error) {
			return s.lintTable(rules, v), nil
		})
	}
	return cmd
}

// lintRules reads the names of rules; none means all.
func (p *program) lintRules(names []string) ([]lint.Rule, error) {
	var rules []lint.Rule
	for _, name := range names {
		r, ok := lint.ParseRule(name)
		if !ok {
			var known []string
			for _, r := range lint.Rules() {
				known = append(known, r.String())
			}
			return nil, p.usage("lint.command.no-rule", "Name", name, "Names", strings.Join(known, ", "))
		}
		rules = append(rules, r)
	}
	if rules == nil {
		rules = lint.Rules()
	}
	return rules, nil
}

// lintWords are the names of the rules for people.
var lintWords = map[lint.Rule]string{
	lint.NoDefinition: "lint.no-definition", lint.Unused: "lint.unused", lint.UsedOnce: "lint.used-once",
	lint.SingleVoice: "lint.single-voice", lint.NeverInGroup: "lint.never-in-group", lint.NearName: "lint.near-name",
	lint.SameSound: "lint.same-sound", lint.AlwaysTogether: "lint.always-together",
}

func (s *sitting) lintTable(rules []lint.Rule, v voice) *exchange.Table {
	study := s.project()
	labels := append(study.CodeLabels(), "")
	labels[0] = ""
	var rows [][]exchange.Value
	for _, f := range lint.Check(study) {
		if !slices.Contains(rules, f.Rule) {
			continue
		}
		rule := f.Rule.String()
		if v.table.Names {
			rule = v.words.T(lintWords[f.Rule])
		}
		rows = append(rows, []exchange.Value{
			exchange.Of(rule), exchange.Of(labels[f.Code]), exchange.Filled(labels[f.Other]),
			exchange.Filled(strings.Join(s.groupNames(f.Groups, v), exchange.Separator)), exchange.Int(f.Codings),
		})
	}
	t := exchange.NewTable(columnsOf(v, []exchange.Column{
		{Head: "rule"}, {Head: "code"}, {Head: "other"}, {Head: "groups", Wrap: true}, {Head: "codings", Kind: exchange.Count},
	}), rows, v.table)
	if len(rows) == 0 {
		t.Notes = append(t.Notes, v.words.T("lint.command.clean"))
	}
	return t
}

// groupNames are groups as a table names them.
func (s *sitting) groupNames(groups []codebook.No, v voice) []string {
	names := make([]string, len(groups))
	for i, n := range groups {
		names[i] = s.project().Group(n).Key
		if v.table.Names {
			names[i] = s.project().Group(n).Name(v.words.Lang())
		}
	}
	return names
}
