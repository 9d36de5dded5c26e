package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/picker"
	"fangtan/tui/prompt"
	"fangtan/tui/wording"
)

// linkHere joins two codes by a link that rests on the selection: it asks for the
// first code, the kind and the second. The codes on the selection are offered first.
func (r *Reader) linkHere() {
	row, ok := r.passage()
	if !ok {
		r.warn("reader.nothing-here")
		return
	}
	link := codebook.Link{Transcript: r.doc.no, Start: row.Start, End: row.End, Coder: r.env.Study.Coder()}
	r.pickEnd(r.env.T("links.first-here"), 0, func(r *Reader, code codebook.No) {
		link.From = code
		r.askKind(link)
	})
}

// pickEnd asks for a code other than one.
func (r *Reader) pickEnd(title string, without codebook.No, then func(*Reader, codebook.No)) {
	r.show(&picking{
		Picker: picker.New(r.env, title, picker.Options{
			Recent: r.codesHere(), Catalogue: &r.catalogue, Without: func(n codebook.No) bool { return n == without },
		}),
		then: func(r *Reader, result picker.Result) {
			if len(result.Codes) > 0 {
				then(r, result.Codes[0])
			}
		},
	})
}

// codesHere are the codes on the selection, in the order of their passages.
func (r *Reader) codesHere() []codebook.No {
	var codes []codebook.No
	c := r.marks.codings
	for _, i := range c.Touching(uint32(r.sel.start), uint32(r.sel.end)) {
		if !slices.Contains(codes, c.Code[i]) {
			codes = append(codes, c.Code[i])
		}
	}
	return codes
}

// askKind asks how the first code is joined to the second. A kind of one's own is
// named on the screen of links.
func (r *Reader) askKind(link codebook.Link) {
	kinds := r.project().LinkKinds()
	items := make([]prompt.Item, len(kinds))
	for i, kind := range kinds {
		arrow := "→ "
		if codebook.SymmetricKind(kind) {
			arrow = "↔ "
		}
		items[i] = prompt.Item{Text: arrow + wording.LinkKind(r.env.Words, kind)}
	}
	list := prompt.NewList(r.env, r.title(link.From), items, 0)
	r.show(&asking{part: list, then: func(r *Reader) tea.Cmd {
		link.Kind = kinds[list.Chosen()]
		title := r.env.T("links.choose-other", "Code", r.title(link.From), "Kind", wording.LinkKind(r.env.Words, link.Kind))
		r.pickEnd(title, link.From, func(r *Reader, code codebook.No) {
			link.To = code
			r.putLink(link)
		})
		return nil
	}})
}

func (r *Reader) putLink(link codebook.Link) {
	link.ID, link.Created = r.env.Study.NewID(), r.env.Study.Now()
	if err := prompt.Do(r.env, &codebook.PutLink{Row: link}); err != nil {
		r.env.Object(err)
	}
}
