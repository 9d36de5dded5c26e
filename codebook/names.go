package codebook

import (
	"strings"
)

// PathSeparator stands between the names of a code's path in files.
const PathSeparator = " / "

// CodeLabel is how files name a code: its name in the project's language, or
// its path where that name is not unique.
func (p *Project) CodeLabel(n No) string {
	c := p.Code(n)
	if c == nil {
		return ""
	}
	name := c.Name(p.Lang)
	for _, d := range p.codes.all() {
		if d.No != n && d.Name(p.Lang) == name {
			return p.CodePath(n)
		}
	}
	return name
}

// CodeLabels gives [Project.CodeLabel] of every code, by number.
func (p *Project) CodeLabels() []string {
	uses := map[string]int{}
	for _, c := range p.codes.all() {
		uses[c.Name(p.Lang)]++
	}
	labels := make([]string, p.CodeLimit())
	for _, c := range p.codes.all() {
		labels[c.No] = c.Name(p.Lang)
		if uses[labels[c.No]] > 1 {
			labels[c.No] = p.CodePath(c.No)
		}
	}
	return labels
}

// CodePath is the names from level 1 down, joined by [PathSeparator].
func (p *Project) CodePath(n No) string { return p.pathIn(n, p.Lang) }

func (p *Project) pathIn(n No, lang string) string {
	var names []string
	for _, c := range p.Path(n) {
		names = append(names, p.Code(c).Name(lang))
	}
	return strings.Join(names, PathSeparator)
}

// CodeNames finds codes by what people call them.
type CodeNames struct{ byName map[string][]No }

// CodeNames makes the lookup: number, either name, path in either language, id.
func (p *Project) CodeNames() *CodeNames {
	names := &CodeNames{byName: make(map[string][]No, 4*p.CodeCount())}
	for _, n := range p.Tree().Order {
		c := p.Code(n)
		seen := map[string]bool{"": true}
		for _, s := range []string{c.Number, c.NameZh, c.NameEn, p.pathIn(n, "zh"), p.pathIn(n, "en"), p.CodePath(n), c.ID.String()} {
			if s = looseName(s); !seen[s] {
				seen[s] = true
				names.byName[s] = append(names.byName[s], n)
			}
		}
	}
	return names
}

// Find gives the one code of that name; the error is an [Objection] with
// [ErrUnknown] or [ErrAmbiguous].
func (c *CodeNames) Find(name string) (No, error) {
	switch hits := c.byName[looseName(name)]; len(hits) {
	case 0:
		return 0, object(ThingCode, name, ErrUnknown)
	case 1:
		return hits[0], nil
	default:
		return 0, object(ThingCode, name, ErrAmbiguous)
	}
}

// looseName takes the blanks around "/" and at the ends for what they are worth.
func looseName(s string) string {
	parts := strings.Split(s, "/")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return strings.ToLower(strings.Join(parts, "/"))
}

// FindGroup finds a group by key, either name or id.
func (p *Project) FindGroup(name string) (*Group, error) {
	return findOne(p.groups.all(), ThingGroup, name, func(g *Group) []string {
		return []string{g.Key, g.NameZh, g.NameEn, g.ID.String()}
	})
}

// FindCoder finds a coder by name or id.
func (p *Project) FindCoder(name string) (*Coder, error) {
	return findOne(p.coders.all(), ThingCoder, name, func(c *Coder) []string { return []string{c.Name, c.ID.String()} })
}

// FindAttribute finds an attribute by name or id.
func (p *Project) FindAttribute(name string) (*Attribute, error) {
	return findOne(p.attributes.all(), ThingAttribute, name, func(a *Attribute) []string { return []string{a.Name, a.ID.String()} })
}

// FindTranscript finds a transcript by its file, else by a unique base name,
// base name without ending, title or id.
func (p *Project) FindTranscript(name string) (*Transcript, error) {
	for _, t := range p.transcripts.all() {
		if t.File == name {
			return t, nil
		}
	}
	return findOne(p.transcripts.all(), ThingTranscript, name, func(t *Transcript) []string {
		base := t.File[strings.LastIndexByte(t.File, '/')+1:]
		stem, _, _ := strings.Cut(base, ".")
		if i := strings.LastIndexByte(base, '.'); i > 0 {
			stem = base[:i]
		}
		return []string{base, stem, t.Title, t.ID.String()}
	})
}

func findOne[T any](rows []*T, thing Thing, name string, names func(*T) []string) (*T, error) {
	var hit *T
	want := strings.TrimSpace(name)
	for _, row := range rows {
		for _, s := range names(row) {
			if s == "" || !strings.EqualFold(s, want) {
				continue
			}
			if hit != nil {
				return nil, object(thing, name, ErrAmbiguous)
			}
			hit = row
			break
		}
	}
	if hit == nil {
		return nil, object(thing, name, ErrUnknown)
	}
	return hit, nil
}
