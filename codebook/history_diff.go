package codebook

// DiffKind is what happened to a thing between two points of a study.
type DiffKind string

// The kinds of difference. A code that is gone was merged if its passages went to
// one code, split if they went to several, else removed; one that stayed was split
// if codes born since took passages over from it.
const (
	DiffBorn    DiffKind = "born"
	DiffRenamed DiffKind = "renamed"
	DiffMoved   DiffKind = "moved"   // under another parent
	DiffRevised DiffKind = "revised" // a code's definition and rules, a transcript's text
	DiffSplit   DiffKind = "split"
	DiffMerged  DiffKind = "merged"
	DiffRemoved DiffKind = "removed"
	DiffGrew    DiffKind = "grew"
	DiffShrank  DiffKind = "shrank"
)

// DiffKinds are all kinds, in the order in which they are told.
func DiffKinds() []DiffKind {
	return []DiffKind{DiffBorn, DiffRenamed, DiffMoved, DiffRevised, DiffSplit, DiffMerged, DiffRemoved, DiffGrew, DiffShrank}
}

// Difference is one thing that happened to one thing of a study. Then and Now are
// its names when it was renamed, and its parents' when it was moved, empty for
// the first level.
type Difference struct {
	Thing                   Thing
	Kind                    DiffKind
	Name                    string
	Then, Now               string
	With                    []Share // the codes that took its passages over
	CodingsThen, CodingsNow int     // of a code and of a transcript, as stored
}

// Share is a code that took so many codings over from another.
type Share struct {
	Name    string
	Codings int
}

// Diff compares a study at two points. merged says into which code one without
// codings was merged, as far as the journal knows. Names are those of lang.
// Codes come first, in the order of the codebook now, those that are gone behind
// them; then transcripts, coders and groups.
func Diff(then, now *Project, merged map[No]No, lang string) []Difference {
	d := &differ{then: then, now: now, lang: lang, merged: merged}
	d.count()
	for _, n := range now.Tree().Order {
		d.code(n)
	}
	for _, n := range then.Tree().Order {
		if now.Code(n) == nil {
			d.gone(n)
		}
	}
	d.transcripts()
	d.named(ThingCoder, names(then.Coders(), func(c *Coder) (No, string) { return c.No, c.Name }), names(now.Coders(), func(c *Coder) (No, string) { return c.No, c.Name }))
	group := func(g *Group) (No, string) { return g.No, g.Name(lang) }
	d.named(ThingGroup, names(then.Groups(), group), names(now.Groups(), group))
	return d.all
}

// MergedInto says which codes a patch merged away and into which; it is 0 if the
// patch is no merge. Of the codes that a merge leaves, those that hung under one
// merged away now hang elsewhere; the one left is that merged into.
func (q *Patch) MergedInto() (from []No, into No) {
	gone := map[No]bool{}
	for _, c := range q.Codes {
		if c.Old != nil && c.New == nil {
			gone[c.No] = true
			from = append(from, c.No)
		}
	}
	for _, c := range q.Codes {
		if c.Old != nil && c.New != nil && !gone[c.Old.Parent] {
			into = c.No
		}
	}
	return from, into
}
