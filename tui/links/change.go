package links

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/chain"
	"fangtan/tui/prompt"
	"fangtan/tui/tables"
	"fangtan/tui/wording"
)

// tie is what a new link may be: of a kind, in a direction. A kind without a name is
// one that is still to be named.
type tie struct {
	kind string
	way  chain.Direction
}

// arrows are the signs of directions, seen from the code in the middle.
var arrows = map[chain.Direction]string{chain.In: "←", chain.Out: "→", chain.Both: "↔"}

// ties are all that can be chosen: each kind that has a direction both ways.
func ties(p *codebook.Project) []tie {
	var all []tie
	for _, kind := range append(p.LinkKinds(), "") {
		if codebook.SymmetricKind(kind) {
			all = append(all, tie{kind, chain.Both})
			continue
		}
		all = append(all, tie{kind, chain.In}, tie{kind, chain.Out})
	}
	return all
}

// add asks how a code is joined, then with which other, then by which words.
func (s *Screen) add(code codebook.No) {
	p := s.env.Study.Project()
	all, title := ties(p), tables.Code(s.env, p, code)
	sides := map[chain.Direction]string{chain.In: s.env.T("links.other-first", "Code", title), chain.Out: s.env.T("links.other-second", "Code", title)}
	items := make([]prompt.Item, len(all))
	for i, t := range all {
		items[i] = prompt.Item{Text: arrows[t.way] + " " + s.kindWords(t.kind), Note: sides[t.way]}
	}
	list := prompt.NewList(s.env, s.env.T("links.add-to", "Code", title), items, 0)
	s.slot.Ask(list, func() error {
		chosen := all[list.Chosen()]
		return s.named(chosen.kind, func(kind string) error { return s.addAs(tie{kind, chosen.way}, code) })
	})
}

// kindWords names a kind, or says that it is still to be named.
func (s *Screen) kindWords(kind string) string {
	if kind == "" {
		return s.env.T("links.own-kind")
	}
	return wording.LinkKind(s.env.Words, kind)
}

// named goes on with a kind, after asking for its name where it has none yet.
func (s *Screen) named(kind string, then func(kind string) error) error {
	if kind != "" {
		return then(kind)
	}
	name := prompt.NewLine(s.env.T("links.kind"), "")
	s.slot.Ask(prompt.NewForm(s.env, s.env.T("links.own-kind"), name), func() error {
		return then(codebook.ParseLinkKind(name.Value()))
	})
	return nil
}

// addAs asks for the other code.
func (s *Screen) addAs(t tie, code codebook.No) error {
	p := s.env.Study.Project()
	if t.kind == "" {
		return &codebook.Objection{Thing: codebook.ThingLink, Reason: codebook.ErrNoName}
	}
	if codebook.SymmetricKind(t.kind) {
		t.way = chain.Both
	}
	title := s.env.T("links.choose-other", "Code", tables.Code(s.env, p, code), "Kind", arrows[t.way]+" "+s.kindWords(t.kind))
	s.pickFor(title, code, func(other codebook.No) tea.Cmd {
		row := codebook.Link{Kind: t.kind, From: code, To: other}
		if t.way == chain.In {
			row.From, row.To = row.To, row.From
		}
		return s.seekEvidence(row)
	})
	return nil
}

// put makes a link; the cursor goes there.
func (s *Screen) put(row codebook.Link) error {
	row.ID, row.Coder, row.Created = s.env.Study.NewID(), s.env.Study.Coder(), s.env.Study.Now()
	if err := prompt.Do(s.env, &codebook.PutLink{Row: row}); err != nil {
		return err
	}
	s.made = false
	s.weave()
	if i := slices.IndexFunc(s.neighbours(), func(b chain.Neighbour) bool { return b.Link.ID == row.ID }); i >= 0 && s.view == around {
		s.at = i
	}
	return nil
}

// changeKind asks for another kind of the link here.
func (s *Screen) changeKind() {
	row := *s.link()
	kinds := append(s.env.Study.Project().LinkKinds(), "")
	items := make([]prompt.Item, len(kinds))
	for i, k := range kinds {
		items[i] = prompt.Item{Text: s.kindWords(k)}
	}
	list := prompt.NewList(s.env, s.env.T("links.change-kind"), items, slices.Index(kinds, row.Kind))
	s.slot.Ask(list, func() error {
		return s.named(kinds[list.Chosen()], func(kind string) error {
			if kind == row.Kind {
				return nil
			}
			row.Kind = kind
			return prompt.Do(s.env, &codebook.PutLink{Row: row})
		})
	})
}

// editNote asks for the note on the link here.
func (s *Screen) editNote() {
	row := *s.link()
	text := prompt.NewText(s.env.T("links.note"), row.Note)
	form := prompt.NewForm(s.env, s.sentence(&row), text).Keep("link/" + row.ID.String())
	s.slot.Ask(form, func() error {
		if row.Note = text.Value(); row.Note == s.env.Study.Project().Link(row.No).Note {
			return nil
		}
		return prompt.Do(s.env, &codebook.PutLink{Row: row})
	})
}

// remove takes the link here away; undo brings it back.
func (s *Screen) remove() {
	op := &codebook.RemoveLink{Link: s.link().No}
	what := s.sentence(s.link())
	if err := s.env.Study.Do(op); err != nil {
		s.env.Object(err)
		return
	}
	s.env.Say(s.env.T("links.removed", "Link", what))
	s.made = false
}

// sentence says a link in one line: "P1.1 目标不明确 → 导致 → P2.1 要求不具体".
func (s *Screen) sentence(l *codebook.Link) string {
	p := s.env.Study.Project()
	arrow := " → "
	if codebook.SymmetricKind(l.Kind) {
		arrow = " ↔ "
	}
	return tables.Code(s.env, p, l.From) + arrow + s.kindWords(l.Kind) + arrow + tables.Code(s.env, p, l.To)
}
