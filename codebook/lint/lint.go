package lint

import (
	"slices"

	"fangtan/codebook"
	"fangtan/codebook/tally"
)

// Rule is what a finding is about.
type Rule uint8

// The rules.
const (
	NoDefinition   Rule = iota // says neither what it means nor when to use it
	Unused                     // no coding, nor below it
	UsedOnce                   // one coding alone
	SingleVoice                // several codings, all in the words of one speaker
	NeverInGroup               // used, but never in the words of some groups that were asked
	NearName                   // a name that is easily read as another's
	SameSound                  // a name that is said as another's
	AlwaysTogether             // on the same words as another code, each time, and the other way round
	rules
)

var names = [rules]string{
	"no-definition", "unused", "used-once", "single-voice", "never-in-group", "near-name", "same-sound", "always-together",
}

// String is the rule's name in files.
func (r Rule) String() string {
	if r < rules {
		return names[r]
	}
	return ""
}

// ParseRule reads a rule's name in files.
func ParseRule(name string) (Rule, bool) {
	i := slices.Index(names[:], name)
	return Rule(max(i, 0)), i >= 0
}

// Rules are all rules in their order.
func Rules() []Rule {
	all := make([]Rule, rules)
	for i := range all {
		all[i] = Rule(i)
	}
	return all
}

// Finding is what one rule has to say about one code.
type Finding struct {
	Rule    Rule
	Code    codebook.No
	Other   codebook.No   // the other code of a pair, which comes later in the codebook; 0 for none
	Groups  []codebook.No // those in which the code was never used
	Codings int           // of the code, united; what a pair has in common for AlwaysTogether
}

// About says whether the finding is about a code, first or second.
func (f *Finding) About(code codebook.No) bool { return f.Code == code || f.Other == code }

// Check looks at the codebook of a study. p is only read.
func Check(p *codebook.Project) []Finding {
	c := newChecker(p)
	var found []Finding
	for _, n := range p.Tree().Order {
		if c.live(n) {
			found = append(found, c.alone(n)...)
		}
	}
	found = append(found, c.names()...)
	found = append(found, c.together()...)
	place := p.Tree().Place
	slices.SortStableFunc(found, func(a, b Finding) int {
		if a.Rule != b.Rule {
			return int(a.Rule) - int(b.Rule)
		}
		if a.Code != b.Code {
			return place[a.Code] - place[b.Code]
		}
		return place[a.Other] - place[b.Other]
	})
	return found
}

// checker is a study with what was counted of it.
type checker struct {
	p           *codebook.Project
	own, rolled *tally.Frequency
	row         []int // by code: its row in both tables
}

func newChecker(p *codebook.Project) *checker {
	by, unit := tally.ByGroup(p), tally.Unit{}
	c := &checker{
		p: p, own: tally.FrequencyOf(p, tally.Filter{}, by, unit, false), rolled: tally.FrequencyOf(p, tally.Filter{}, by, unit, true),
		row: make([]int, p.CodeLimit()),
	}
	for i, n := range c.own.Codes {
		c.row[n] = i
	}
	return c
}

// live says whether a code is asked anything: neither it nor one above is archived.
func (c *checker) live(n codebook.No) bool {
	return !slices.ContainsFunc(c.p.Path(n), func(above codebook.No) bool { return c.p.Code(above).Archived })
}

// alone asks what can be asked of a code by itself.
func (c *checker) alone(n codebook.No) []Finding {
	code := c.p.Code(n)
	if code.Heading {
		return nil
	}
	var found []Finding
	if code.Definition+code.Include == "" {
		found = append(found, Finding{Rule: NoDefinition, Code: n, Codings: c.own.Totals[c.row[n]].Codings})
	}
	own, rolled := c.own.Totals[c.row[n]], c.rolled.Totals[c.row[n]]
	switch {
	case rolled.Codings == 0:
		return append(found, Finding{Rule: Unused, Code: n})
	case own.Codings == 1:
		found = append(found, Finding{Rule: UsedOnce, Code: n, Codings: 1})
	case own.Codings > 1 && own.SingleVoice() && c.own.Base.Voices > 1:
		found = append(found, Finding{Rule: SingleVoice, Code: n, Codings: own.Codings})
	}
	if groups := c.without(n); len(groups) > 0 {
		found = append(found, Finding{Rule: NeverInGroup, Code: n, Groups: groups, Codings: rolled.Codings})
	}
	return found
}

// without are the groups whose words were never coded with a code or one below it.
func (c *checker) without(n codebook.No) []codebook.No {
	var groups []codebook.No
	cells := c.rolled.Cells[c.row[n]]
	for column, base := range c.rolled.Bases {
		if group := c.rolled.Columns.Nos[column]; group != 0 && base.Characters > 0 && cells[column].Codings == 0 {
			groups = append(groups, group)
		}
	}
	return groups
}
