package library

import (
	"slices"
	"time"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/tui/locale"
	"fangtan/tui/prompt"
	"fangtan/tui/screen"
)

// The names under which changes stand in the journal.
const (
	setTranscript    = "transcript.set"
	finishTranscript = "transcript.finish"
)

// finish marks a transcript as finished by this coder, or takes the mark off.
func (s *Screen) finish(t *codebook.Transcript) {
	me := s.env.Study.Coder()
	row := *t
	done := !t.FinishedBy(me)
	if done {
		row.Finished = append(slices.Clone(t.Finished), me)
	} else {
		row.Finished = slices.DeleteFunc(slices.Clone(t.Finished), func(c codebook.No) bool { return c == me })
	}
	if err := s.env.Study.Do(&codebook.SetTranscript{Name: finishTranscript, Row: row}); err != nil {
		s.env.Object(err)
		return
	}
	if done {
		s.env.Say(s.env.T("library.now-finished", "Title", title(t)))
	} else {
		s.env.Say(s.env.T("library.now-open", "Title", title(t)))
	}
}

// remove asks, and says what goes along.
func (s *Screen) remove(t *codebook.Transcript) {
	p := s.env.Study.Project()
	memos, links := 0, 0
	for _, m := range p.Memos() {
		if (m.Target == codebook.TargetPassage || m.Target == codebook.TargetTranscript) && m.On == t.No {
			memos++
		}
	}
	for _, l := range p.Links() {
		if l.Transcript == t.No {
			links++
		}
	}
	var along []string
	for _, goes := range []struct {
		count int
		words func(n int) string
	}{
		{p.Codings(t.No).Len(), func(n int) string {
			return s.env.T("library.goes-codings", "Count", locale.Number(n), "PluralCount", n)
		}},
		{memos, func(n int) string { return s.env.T("library.goes-memos", "Count", n) }},
		{links, func(n int) string { return s.env.T("library.goes-evidence", "Count", n) }},
	} {
		if goes.count > 0 {
			along = append(along, goes.words(goes.count))
		}
	}
	s.slot.Ask(prompt.NewConfirm(s.env, prompt.Question{
		Title: s.env.T("library.remove"), Text: s.env.T("library.remove-question", "Title", title(t)),
		Along: along, Lines: []string{s.env.T("library.can-undo")},
		Yes: s.env.T("library.remove-yes"), No: s.env.T("library.remove-no"),
	}), func() error {
		return prompt.Do(s.env, &codebook.RemoveTranscripts{Transcripts: []codebook.No{t.No}})
	})
}

// sheet is the form in which a transcript is changed.
type sheet struct {
	title, date       *prompt.Line
	kind, group, pair *prompt.Choice
	roles, groups     []*prompt.Choice // by speaker
	groupNos, pairNos []codebook.No    // what the options stand for; the first is none
}

// edit opens the form for a transcript.
func (s *Screen) edit(t *codebook.Transcript) {
	f := s.sheetOf(t)
	inputs := []prompt.Input{f.title, f.group, f.date, f.kind, f.pair}
	for i := range f.roles {
		inputs = append(inputs, f.roles[i], f.groups[i])
	}
	form := prompt.NewForm(s.env, title(t), inputs...).Keep("transcript/" + t.ID.String())
	s.slot.Ask(form, func() error { return prompt.Do(s.env, s.change(t, f)) })
}

func (s *Screen) sheetOf(t *codebook.Transcript) *sheet {
	p := s.env.Study.Project()
	f := &sheet{groupNos: []codebook.No{0}, pairNos: []codebook.No{0}}
	names := []string{s.env.T("app.none")}
	for _, g := range p.Groups() {
		f.groupNos = append(f.groupNos, g.No)
		names = append(names, g.Name(s.env.Words.Lang()))
	}
	others := []string{s.env.T("app.none")}
	for i := range s.entries {
		if other := s.entries[i].row; other.No != t.No {
			f.pairNos = append(f.pairNos, other.No)
			others = append(others, title(other))
		}
	}
	f.title = prompt.NewLine(s.env.T("library.head-title"), t.Title)
	f.date = prompt.NewLine(s.env.T("library.head-date"), t.Date).Checked(checkDate)
	f.group = prompt.NewChoice(s.env.T("library.head-group"), names, slices.Index(f.groupNos, t.Group))
	f.pair = prompt.NewChoice(s.env.T("library.field-pair"), others, slices.Index(f.pairNos, t.Pair))
	f.kind = prompt.NewChoice(s.env.T("library.field-kind"), s.worded(kindWords[:]), int(t.Kind))
	roles := s.worded([]string{roleWords[text.RoleRespondent], roleWords[text.RoleInterviewer], roleWords[text.RoleOther]})
	own := slices.Concat([]string{s.env.T("library.same-group")}, names[1:])
	for i := range t.Speakers {
		sp := &t.Speakers[i]
		f.roles = append(f.roles, prompt.NewChoice(sp.Shown(), roles, int(sp.Role)))
		f.groups = append(f.groups, prompt.NewChoice(s.env.T("library.speaker-group"), own, slices.Index(f.groupNos, sp.Group)))
	}
	return f
}

func (s *Screen) worded(ids []string) []string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = s.env.T(id)
	}
	return words
}

func checkDate(env *screen.Env, value string) string {
	if _, err := time.Parse(time.DateOnly, value); value != "" && err != nil {
		return env.T("library.bad-date")
	}
	return ""
}

// change is the op that makes a transcript what the form says. A pair joins both: the one left by either is free again.
func (s *Screen) change(t *codebook.Transcript, f *sheet) codebook.Op {
	row := *t
	row.Title, row.Date = f.title.Value(), f.date.Value()
	row.Group, row.Pair = f.groupNos[f.group.At()], f.pairNos[f.pair.At()]
	row.Kind = codebook.Kind(f.kind.At())
	row.Speakers = slices.Clone(t.Speakers)
	for i := range row.Speakers {
		row.Speakers[i].Role = text.Role(f.roles[i].At())
		row.Speakers[i].Group = f.groupNos[f.groups[i].At()]
	}
	set := &codebook.SetTranscript{Name: setTranscript, Row: row}
	if row.Pair == t.Pair {
		return set
	}
	ops := []codebook.Op{set}
	for i := range s.entries {
		other := *s.entries[i].row
		switch {
		case other.No == row.Pair:
			other.Pair = t.No
		case other.No == t.No || other.Pair == 0 || other.Pair != t.No && other.Pair != row.Pair:
			continue
		default:
			other.Pair = 0
		}
		ops = append(ops, &codebook.SetTranscript{Name: setTranscript, Row: other})
	}
	return &codebook.Batch{Name: setTranscript, Names: []string{t.File}, Ops: ops}
}
