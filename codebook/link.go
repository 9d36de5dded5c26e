package codebook

import (
	"slices"
	"strings"
)

// The kinds of link that every study has; a study may use its own beside them.
const (
	LinkCauses      = "causes"
	LinkTension     = "in tension with"
	LinkContradicts = "contradicts"
	LinkSupports    = "supports"
	LinkPartOf      = "part of"
)

// Link is a typed relation between two codes, with an evidence passage.
type Link struct {
	No         No
	ID         ID
	Kind       string
	From, To   No // codes
	Transcript No // where the evidence stands; 0 for none
	Start, End uint32
	Coder      No
	Created    int64 // Unix milliseconds
	Note       string
}

// linkKinds are the kinds that every study has, in the order in which they are offered.
var linkKinds = []string{LinkCauses, LinkTension, LinkContradicts, LinkSupports, LinkPartOf}

// LinkKinds gives the kinds that every study has, then those that this one uses
// beside them, by name.
func (p *Project) LinkKinds() []string {
	var own []string
	for _, l := range p.Links() {
		if !slices.Contains(linkKinds, l.Kind) {
			own = append(own, l.Kind)
		}
	}
	slices.Sort(own)
	return append(slices.Clone(linkKinds), slices.Compact(own)...)
}

// ParseLinkKind reads the name of a kind: one that every study has is also known
// with hyphens and in any case; every other name is a kind of the user's own.
func ParseLinkKind(name string) string {
	name = strings.TrimSpace(name)
	if loose := strings.ToLower(strings.ReplaceAll(name, "-", " ")); slices.Contains(linkKinds, loose) {
		return loose
	}
	return name
}

// SymmetricKind says whether a kind of link holds both ways, so that it has no direction.
func SymmetricKind(kind string) bool { return kind == LinkTension || kind == LinkContradicts }

// SameTie says whether two links join the same codes in the same way, whatever
// their evidence.
func (l *Link) SameTie(m *Link) bool {
	return l.Kind == m.Kind && (l.From == m.From && l.To == m.To || SymmetricKind(l.Kind) && l.From == m.To && l.To == m.From)
}

// Evidence is the passage that the link rests on, and whether there is one.
func (l *Link) Evidence() (Passage, bool) {
	return Passage{Transcript: l.Transcript, Start: l.Start, End: l.End}, l.Transcript != 0
}

// repeats says whether a link adds nothing to one that is there: the same tie
// with the same evidence, or with none.
func (l *Link) repeats(there *Link) bool {
	mine, some := l.Evidence()
	its, _ := there.Evidence()
	return l.SameTie(there) && (!some || mine == its)
}
