package wording

import (
	"fangtan/codebook"
	"fangtan/tui/locale"
)

// linkKinds are the messages for the kinds of link that every study has.
var linkKinds = map[string]string{
	codebook.LinkCauses: "links.causes", codebook.LinkTension: "links.in-tension", codebook.LinkContradicts: "links.contradicts",
	codebook.LinkSupports: "links.supports", codebook.LinkPartOf: "links.part-of",
}

// LinkKind names a kind of link; the user's own name themselves.
func LinkKind(w *locale.Words, kind string) string {
	if id, ok := linkKinds[kind]; ok {
		return w.T(id)
	}
	return kind
}
