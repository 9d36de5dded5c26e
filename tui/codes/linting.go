package codes

import (
	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/lint"
	"fangtan/tui/aside"
	"fangtan/tui/prompt"
)

// linting is what the codebook was found to have, and which of it shows: the tree then has the codes that one rule is about, and
// those above them.
type linting struct {
	revision uint64
	rule     lint.Rule
	wanted   bool // by one who is asked for a rule when the answer comes
	filter   bool // the tree shows the rule's codes alone
	found    []lint.Finding
	about    map[codebook.No]bool // by code: something of the rule
}

func (l *linting) on() bool { return l.filter }

// shows says whether a code, or one below it, is in the filtered tree.
func (l *linting) shows(tree *codebook.Tree, n codebook.No) bool {
	if !l.filter {
		return true
	}
	for _, below := range tree.Branch(n) {
		if l.about[below] {
			return true
		}
	}
	return false
}

// lintedMsg brings the findings of a revision.
type lintedMsg struct {
	revision uint64
	found    []lint.Finding
}

// lintCmd looks the codebook over, elsewhere.
func (s *Screen) lintCmd() tea.Cmd {
	snapshot := s.env.Study.Project().Snapshot()
	return func() tea.Msg { return lintedMsg{snapshot.Revision(), lint.Check(snapshot)} }
}

// askLint looks the codebook over and asks which of it is to show.
func (s *Screen) askLint() tea.Cmd {
	s.lint.wanted = true
	return s.lintCmd()
}

// lintAgain looks again after a change while findings show.
func (s *Screen) lintAgain() tea.Cmd {
	if !s.lint.on() {
		return nil
	}
	return s.lintCmd()
}

// linted takes findings in, unless the study has gone on since.
func (s *Screen) linted(msg lintedMsg) {
	if msg.revision != s.env.Study.Project().Revision() {
		return
	}
	s.lint.revision, s.lint.found = msg.revision, msg.found
	switch {
	case s.lint.wanted:
		s.lint.wanted = false
		s.chooseRule()
	case s.lint.on():
		s.lint.collect()
		s.plant()
	}
}

// collect notes which codes the rule is about.
func (l *linting) collect() {
	l.about = map[codebook.No]bool{}
	for _, f := range l.found {
		if f.Rule == l.rule {
			l.about[f.Code] = true
			if f.Other != 0 {
				l.about[f.Other] = true
			}
		}
	}
}

// ruleWords name the rules.
var ruleWords = map[lint.Rule]string{
	lint.NoDefinition: "lint.no-definition", lint.Unused: "lint.unused", lint.UsedOnce: "lint.used-once",
	lint.SingleVoice: "lint.single-voice", lint.NeverInGroup: "lint.never-in-group", lint.NearName: "lint.near-name",
	lint.SameSound: "lint.same-sound", lint.AlwaysTogether: "lint.always-together",
}

// chooseRule asks which findings are to show.
func (s *Screen) chooseRule() {
	uses := map[lint.Rule]int{}
	for _, f := range s.lint.found {
		uses[f.Rule]++
	}
	var items []prompt.Item
	var offered []lint.Rule
	for _, r := range lint.Rules() {
		if uses[r] > 0 {
			items = append(items, prompt.Item{Text: s.env.T(ruleWords[r]), Note: s.env.T("codes.findings", "Count", uses[r])})
			offered = append(offered, r)
		}
	}
	if len(offered) == 0 {
		s.env.Say(s.env.T("codes.lint-clean"))
		return
	}
	list := prompt.NewList(s.env, s.env.T("codes.lint"), items, 0)
	s.slot.Ask(list, func() error {
		s.lint.rule, s.lint.filter = offered[list.Chosen()], true
		s.lint.collect()
		s.plant()
		s.toFinding()
		return nil
	})
}

// toFinding puts the cursor on the first code that something was found about.
func (s *Screen) toFinding() {
	for i, n := range s.rows {
		if s.lint.about[n] {
			s.at = i
			s.scroll()
			return
		}
	}
}

// tellFindings says what was found about a code.
func (s *Screen) tellFindings(a *aside.Lines, c *codebook.Code) {
	if !s.lint.on() {
		return
	}
	name := s.env.T("codes.field-lint")
	for _, f := range s.lint.found {
		if f.About(c.No) {
			a.Named(name, s.finding(&f, c.No))
			name = ""
		}
	}
}

// finding words one finding about a code.
func (s *Screen) finding(f *lint.Finding, about codebook.No) string {
	words := s.env.T(ruleWords[f.Rule])
	if other := f.Other; other != 0 {
		if other == about {
			other = f.Code
		}
		words += s.env.T("codes.colon") + s.titleOf(other)
	}
	for i, g := range f.Groups {
		between := s.env.T("codes.comma")
		if i == 0 {
			between = s.env.T("codes.colon")
		}
		words += between + s.groupName(g)
	}
	return words
}
