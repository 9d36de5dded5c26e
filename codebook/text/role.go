package text

import "strings"

// Role is what a speaker does in an interview.
type Role uint8

const (
	RoleRespondent  Role = iota // answers
	RoleInterviewer             // asks
	RoleOther                   // neither: takes notes, translates, or is everybody at once
)

// String gives the role's English name, for logs and tests.
func (r Role) String() string {
	return [...]string{"respondent", "interviewer", "other"}[min(r, RoleOther)]
}

// GuessRoles proposes a role for each of c.Labels. A label that is a word of the
// trade (问, 主持人, Interviewer) speaks for itself; all others answer. Where no
// label is such a word for one who asks, the speaker asks whose stretches end in
// a question in two cases of five or more, and at least twice as often as those
// of the rest.
func GuessRoles(s string, c Cut) []Role {
	roles := make([]Role, len(c.Labels))
	open := make([]bool, len(c.Labels)) // the label's words leave it open
	asked := false
	for i, name := range c.Labels {
		t := tradeOf(serial(fold(name)))
		switch t.part {
		case asks:
			roles[i], asked = RoleInterviewer, true
		case aside:
			roles[i] = RoleOther
		}
		open[i] = t.part == unknown || t.part == speaker || t.part == answers && t.weak
	}
	if asked {
		return roles
	}
	if i := mostAsking(s, c); i >= 0 && open[i] {
		roles[i] = RoleInterviewer
	}
	return roles
}

// mostAsking gives the speaker who asks, -1 when none stands out.
func mostAsking(s string, c Cut) int {
	turns, questions := make([]int, len(c.Labels)), make([]int, len(c.Labels))
	allTurns, allQuestions := 0, 0
	for _, t := range c.Turns {
		turns[t.Speaker]++
		allTurns++
		if endsAsking(s[t.Text:t.End]) {
			questions[t.Speaker]++
			allQuestions++
		}
	}
	best := -1
	for i := range turns {
		others, asking := allTurns-turns[i], allQuestions-questions[i]
		stands := questions[i]*5 >= turns[i]*2 && questions[i]*others >= 2*asking*turns[i]
		if others > 0 && questions[i] > 0 && stands && (best < 0 || questions[i] > questions[best]) {
			best = i
		}
	}
	return best
}

// endsAsking reports whether words end in a question mark, closing quotes apart.
func endsAsking(words string) bool {
	words = strings.TrimRightFunc(words, func(r rune) bool { return stopOf(r) == closing || r == '"' })
	return strings.HasSuffix(words, "？") || strings.HasSuffix(words, "?")
}
