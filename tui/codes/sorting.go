package codes

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/keys"
	"fangtan/tui/prompt"
	"fangtan/tui/screen"
)

// sorting is a code being split: its passages, one after another, and where each of them goes. Nothing is changed until the end.
type sorting struct {
	env      *screen.Env
	keys     screen.Keys[keys.Intent]
	code     codebook.No
	passages []sortable
	at       int // the passage in front, len(passages) at the end
	targets  []target
	into     map[codebook.ID]int // by a passage's first coding: the target, or left
	past     []codebook.ID       // passages decided, in order

	text   string
	textOf codebook.No // the transcript whose text it is
	asked  codebook.No // that whose text is on its way
	err    error
}

// sortable is one passage with the codings on exactly its words.
type sortable struct {
	codebook.Passage
	codings []codebook.ID
}

// target is a code to sort into: one that will be made, or one that is there.
type target struct {
	row   codebook.Code
	fresh bool
}

// left is the target of what stays where it is.
const left = -1

// sortKeys are the keys for targets, in the order in which targets come; u takes back.
const sortKeys = "123456789abcdefghijklmnopqrstvwxyz"

// What keys mean while a code is split.
const (
	sortInto = keys.Own + 100 + iota
	sortNew
	sortOther
	sortLeave
	sortBack
	sortDone
	sortNext
	sortBefore
)

func sortTable(s *Screen) keys.Table[keys.Intent] {
	const group = "codes.split"
	any := func() bool { return s.sorting != nil && len(s.sorting.targets) > 0 }
	some := func() bool { return s.sorting != nil && len(s.sorting.past) > 0 }
	here := func() bool { return s.sorting != nil && s.sorting.at < len(s.sorting.passages) }
	var targets []string
	for _, key := range sortKeys {
		targets = append(targets, string(key))
	}
	return keys.Table[keys.Intent]{
		{Keys: targets, Show: "1–9 a–z", Intent: sortInto, Help: "codes.sort-into", Group: group, Footer: true, On: any, Why: "codes.sort-no-target"},
		{Keys: []string{"tab"}, Intent: sortNew, Help: "codes.sort-new", Group: group, Footer: true, On: here, Why: "codes.sort-at-end"},
		{Keys: []string{"/"}, Intent: sortOther, Help: "codes.sort-other", Group: group, Footer: true, On: here, Why: "codes.sort-at-end"},
		{Keys: []string{"space"}, Intent: sortLeave, Help: "codes.sort-leave", Group: group, Footer: true, On: here, Why: "codes.sort-at-end"},
		{Keys: []string{"u", "backspace"}, Intent: sortBack, Help: "codes.sort-back", Group: group, Footer: true, On: some, Why: "codes.sort-nothing"},
		{Keys: []string{"enter"}, Intent: sortDone, Help: "codes.sort-done", Group: group, Footer: true},
		{Keys: []string{"down"}, Intent: sortNext, Help: "codes.sort-next", Group: group, On: here, Why: "codes.sort-at-end"},
		{Keys: []string{"up"}, Intent: sortBefore, Help: "codes.sort-before", Group: group},
	}
}

// split begins to sort the passages of the code here.
func (s *Screen) split() tea.Cmd {
	c := s.current()
	found := s.sortables(c.No)
	if len(found) == 0 {
		s.env.Warn(s.env.T("codes.no-passages", "Code", s.title(c)))
		return nil
	}
	s.sorting = &sorting{env: s.env, code: c.No, passages: found, into: map[codebook.ID]int{}}
	s.sorting.keys = screen.NewKeys(s.env, sortTable(s))
	return s.sortText()
}

// sortables are the passages of a code, in the order of transcripts and texts.
func (s *Screen) sortables(code codebook.No) []sortable {
	p := s.env.Study.Project()
	var all []sortable
	for _, t := range p.Transcripts() {
		c := p.Codings(t.No)
		for i := range c.Len() {
			if c.Code[i] != code {
				continue
			}
			place := codebook.Passage{Transcript: t.No, Start: c.Start[i], End: c.End[i]}
			if n := len(all) - 1; n >= 0 && all[n].Passage == place {
				all[n].codings = append(all[n].codings, c.ID[i])
				continue
			}
			all = append(all, sortable{place, []codebook.ID{c.ID[i]}})
		}
	}
	return all
}

// sortAgain takes in that the study has changed while a code is split. What was decided stays.
func (s *Screen) sortAgain() tea.Cmd {
	o := s.sorting
	if o == nil {
		return nil
	}
	if s.env.Study.Project().Code(o.code) == nil {
		s.leaveSorting()
		return nil
	}
	o.passages = s.sortables(o.code)
	o.at = min(o.at, len(o.passages))
	return s.sortText()
}

// sortText asks for the text of the passage in front, unless it is there or on its way.
func (s *Screen) sortText() tea.Cmd {
	o := s.sorting
	if o == nil || o.at >= len(o.passages) {
		return nil
	}
	t := o.passages[o.at].Transcript
	if t == o.textOf || t == o.asked {
		return nil
	}
	o.asked = t
	return s.env.Study.ReadText(t)
}

// textRead takes a text in, if it is the one asked for.
func (o *sorting) textRead(msg screen.TextReadMsg) {
	if o != nil && msg.Transcript == o.asked {
		o.text, o.textOf, o.err, o.asked = msg.Text, msg.Transcript, msg.Err, 0
	}
}

func (s *Screen) sortPress(key tea.KeyPressMsg) tea.Cmd {
	if intent, name, ok := s.sorting.keys.Press(key); ok {
		return s.sortFollow(intent, name)
	}
	return nil
}

func (s *Screen) sortFollow(i keys.Intent, key string) tea.Cmd {
	o := s.sorting
	switch i {
	case sortInto:
		o.sortBy(key)
	case sortNew:
		s.askNewTarget()
	case sortOther:
		s.askOtherTarget()
	case sortLeave:
		o.decide(left)
	case sortBack:
		o.takeBack()
	case sortDone:
		s.askSplit()
	case sortNext:
		o.at = min(o.at+1, len(o.passages))
	case sortBefore:
		o.at = max(o.at-1, 0)
	}
	return s.sortText()
}

// sortBy sorts the passage in front into the target of a key.
func (o *sorting) sortBy(key string) {
	i := -1
	if len(key) == 1 {
		i = slices.Index([]byte(sortKeys), key[0])
	}
	switch {
	case i < 0 || i >= len(o.targets):
		o.env.Warn(o.env.T("codes.sort-no-such", "Key", key))
	case o.at >= len(o.passages):
		o.env.Warn(o.env.T("codes.sort-at-end"))
	default:
		o.decide(i)
	}
}

// decide says where the passage in front goes, and goes on to the next.
func (o *sorting) decide(target int) {
	id := o.passages[o.at].codings[0]
	o.past = append(slices.DeleteFunc(o.past, func(p codebook.ID) bool { return p == id }), id)
	o.into[id] = target
	o.at++
}

// takeBack goes back to the passage decided last and forgets what was decided.
func (o *sorting) takeBack() {
	id := o.past[len(o.past)-1]
	o.past = o.past[:len(o.past)-1]
	delete(o.into, id)
	if i := slices.IndexFunc(o.passages, func(p sortable) bool { return p.codings[0] == id }); i >= 0 {
		o.at = i
	}
}

// askNewTarget asks for the name of a code to be made; the passage in front goes there.
func (s *Screen) askNewTarget() {
	if s.tooManyTargets() {
		return
	}
	name := prompt.NewLine(s.env.T("codes.sort-name"), "")
	s.slot.Ask(prompt.NewForm(s.env, s.env.T("codes.sort-new"), name), func() error {
		old := s.env.Study.Project().Code(s.sorting.code)
		row := codebook.Code{ID: s.env.Study.NewID(), Parent: old.Parent, Color: old.Color, Fields: old.Fields}
		if row.NameZh = value(name); s.env.Study.Project().Lang == "en" {
			row.NameZh, row.NameEn = "", row.NameZh
		}
		if err := s.refusesTarget(&row); err != nil {
			return err
		}
		s.sorting.add(target{row, true})
		return nil
	})
}

// refusesTarget says what is wrong with a code to be made: no name, or one that is taken.
func (s *Screen) refusesTarget(row *codebook.Code) error {
	p := s.env.Study.Project()
	name := row.Name(p.Lang)
	if name == "" {
		return &codebook.Objection{Thing: codebook.ThingCode, Reason: codebook.ErrNoName}
	}
	taken := slices.ContainsFunc(s.sorting.targets, func(t target) bool { return t.fresh && t.row.Name(p.Lang) == name })
	for _, n := range p.Tree().Children(row.Parent) {
		taken = taken || p.Code(n).NameZh == name || p.Code(n).NameEn == name
	}
	if taken {
		return &codebook.Objection{Thing: codebook.ThingCode, Name: name, Reason: codebook.ErrSameName}
	}
	return nil
}

// askOtherTarget asks for a code that is there; the passage in front goes there.
func (s *Screen) askOtherTarget() {
	if s.tooManyTargets() {
		return
	}
	p, o := s.env.Study.Project(), s.sorting
	var codes []codebook.No
	for _, n := range p.Tree().Order {
		c := p.Code(n)
		known := slices.ContainsFunc(o.targets, func(t target) bool { return t.row.ID == c.ID })
		if !c.Heading && !c.Archived && n != o.code && !known {
			codes = append(codes, n)
		}
	}
	if len(codes) == 0 {
		s.env.Warn(s.env.T("codes.no-taker"))
		return
	}
	list := prompt.NewTypedList(s.env, s.env.T("codes.sort-other"), s.env.T("codes.type-name"), s.items(codes))
	s.slot.Ask(list, func() error {
		o.add(target{*p.Code(codes[list.Chosen()]), false})
		return nil
	})
}

// add takes a target in and sorts the passage in front into it.
func (o *sorting) add(t target) {
	o.targets = append(o.targets, t)
	o.decide(len(o.targets) - 1)
}

func (s *Screen) tooManyTargets() bool {
	full := len(s.sorting.targets) >= len(sortKeys)
	if full {
		s.env.Warn(s.env.T("codes.sort-full"))
	}
	return full
}

// sums are how many passages go to each target, and how many stay.
func (o *sorting) sums() (to []int, stay int) {
	to = make([]int, len(o.targets))
	for _, p := range o.passages {
		if i, decided := o.into[p.codings[0]]; decided && i != left {
			to[i]++
		} else {
			stay++
		}
	}
	return to, stay
}

// op is what was decided as one action.
func (o *sorting) op() *codebook.SplitCode {
	op := &codebook.SplitCode{Code: o.code}
	to, _ := o.sums()
	for i, t := range o.targets {
		if t.fresh && to[i] > 0 {
			op.New = append(op.New, t.row)
		}
	}
	for _, p := range o.passages {
		i, decided := o.into[p.codings[0]]
		if !decided || i == left {
			continue
		}
		for _, id := range p.codings {
			op.Sort = append(op.Sort, codebook.Sorted{Transcript: p.Transcript, Coding: id, Into: o.targets[i].row.ID})
		}
	}
	return op
}

// askSplit says what would go where and asks whether.
func (s *Screen) askSplit() {
	o := s.sorting
	to, stay := o.sums()
	var lines []string
	for i, t := range o.targets {
		if to[i] > 0 {
			lines = append(lines, s.env.T("codes.sort-goes", "Count", to[i], "Code", s.title(&t.row)))
		}
	}
	if len(lines) == 0 {
		s.env.Warn(s.env.T("codes.sort-none"))
		return
	}
	if stay > 0 {
		lines = append(lines, s.env.T("codes.sort-stays", "Count", stay, "Code", s.titleOf(o.code)))
	}
	s.slot.Ask(prompt.NewConfirm(s.env, prompt.Question{
		Title: s.env.T("codes.split"), Text: s.env.T("codes.sort-question", "Code", s.titleOf(o.code)),
		Lines: append(lines, s.env.T("codes.can-undo")), Yes: s.env.T("codes.split-yes"), No: s.env.T("codes.split-no"), Harmless: true,
	}), func() error {
		code := o.code
		if err := prompt.Do(s.env, o.op()); err != nil {
			return err
		}
		s.sorting = nil
		s.reveal(code)
		return nil
	})
}

// leaveSorting forgets what was decided, after asking if there is anything.
func (s *Screen) leaveSorting() {
	if len(s.sorting.past) == 0 || s.env.Study.Project().Code(s.sorting.code) == nil {
		s.sorting = nil
		return
	}
	s.slot.Ask(prompt.NewConfirm(s.env, prompt.Question{
		Title: s.env.T("codes.split"), Text: s.env.T("codes.sort-drop", "Count", len(s.sorting.past)),
		Yes: s.env.T("codes.sort-drop-yes"), No: s.env.T("codes.split-no"),
	}), func() error {
		s.sorting = nil
		return nil
	})
}
