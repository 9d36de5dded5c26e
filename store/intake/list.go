package intake

import (
	"path"
	"slices"
	"strconv"

	"fangtan/codebook"
	"fangtan/store/exchange"
)

func itoa(n int) string { return strconv.Itoa(n) }

// prepare finds the group asked for and lays the list beside the files: groups
// and attributes that the study lacks are planned, rows without a file refused.
func (m *maker) prepare() (err error) {
	if m.o.Group != "" {
		if m.group, err = m.study.FindGroup(m.o.Group); err != nil {
			return err
		}
	}
	if m.o.Manifest == nil {
		return nil
	}
	names := make([]string, len(m.files))
	for i := range m.files {
		names[i] = m.files[i].Name
	}
	var unused []*exchange.ManifestRow
	m.rows, unused = m.o.Manifest.Match(names)
	m.plan.Problems = m.o.Manifest.Problems
	if absent := slices.DeleteFunc(unused, m.elsewhere); len(absent) > 0 {
		return &AbsentError{absent}
	}
	for _, name := range names {
		if row := m.rows[name]; row != nil && row.Group != "" && m.group == nil {
			m.needGroup(row.Group)
		}
	}
	m.needAttributes(names)
	return nil
}

// elsewhere says that a row's file is in the study already, or lies where nobody
// asked to look.
func (m *maker) elsewhere(row *exchange.ManifestRow) bool {
	if _, err := m.study.FindTranscript(row.File); err == nil {
		return true
	}
	return m.o.Listed != nil && m.o.Listed(row.File)
}

// needGroup plans a group that the study lacks, named as the list names it.
func (m *maker) needGroup(name string) {
	if m.groupNo(name) != 0 {
		return
	}
	g := &codebook.Group{ID: m.o.NewID(), Key: name}
	m.plan.before = append(m.plan.before, &codebook.PutGroup{Row: *g})
	m.plan.NewGroups = append(m.plan.NewGroups, name)
	g.No = m.study.Last().Groups + codebook.No(len(m.plan.NewGroups))
	m.groups = append(slices.Clip(m.groups), g)
}

// groupNo finds a group of the study or a planned one; 0 for none.
func (m *maker) groupNo(name string) codebook.No {
	if g, err := m.study.FindGroup(name); err == nil {
		return g.No
	}
	return wholeName(m.groups, name)
}

// needAttributes gives each of the list's columns that has values its attribute.
func (m *maker) needAttributes(names []string) {
	list := m.o.Manifest.Attributes
	m.attributes = make([]codebook.No, len(list))
	for i, attribute := range list {
		if !slices.ContainsFunc(names, func(n string) bool { return m.rows[n] != nil && m.rows[n].Values[i] != "" }) {
			continue
		}
		if a, err := m.study.FindAttribute(attribute); err == nil {
			m.attributes[i] = a.No
			continue
		}
		m.plan.before = append(m.plan.before, &codebook.PutAttribute{Row: codebook.Attribute{ID: m.o.NewID(), Name: attribute}})
		m.plan.NewAttributes = append(m.plan.NewAttributes, attribute)
		m.attributes[i] = m.study.Last().Attributes + codebook.No(len(m.plan.NewAttributes))
	}
}

// pair sets transcripts beside each other as the list says; a pair named on one
// side holds for both. It comes last: either may be read first.
func (m *maker) pair() {
	numbers := map[*Item]codebook.No{}
	no := m.study.Last().Transcripts
	for i := range m.plan.Items {
		if m.plan.Items[i].Add != nil {
			no++
			numbers[&m.plan.Items[i]] = no
		}
	}
	for i := range m.files {
		item := &m.plan.Items[i]
		row := m.rows[m.files[i].Name]
		if row == nil || row.Pair == "" || item.Add == nil {
			continue
		}
		other := m.itemNamed(row.Pair)
		switch {
		case other != nil && other.Add != nil && other != item:
			item.Add.Row.Pair = numbers[other]
			if other.Add.Row.Pair == 0 {
				other.Add.Row.Pair = numbers[item]
			}
		case m.inStudy(other, row.Pair) != 0:
			item.Add.Row.Pair = m.inStudy(other, row.Pair)
		default:
			item.Notes = append(item.Notes, Note{Kind: NoteUnknownPair, Name: row.Pair})
		}
	}
}

// itemNamed finds a file by its name, else by its base name if only one has it.
func (m *maker) itemNamed(name string) *Item {
	if item := m.made[path.Clean(name)]; item != nil {
		return item
	}
	var hit *Item
	for i := range m.files {
		if path.Base(m.files[i].Name) == path.Base(name) {
			if hit != nil {
				return nil
			}
			hit = &m.plan.Items[i]
		}
	}
	return hit
}

// inStudy finds a transcript of the study: the twin of a file that was skipped,
// or one of that name.
func (m *maker) inStudy(skipped *Item, name string) codebook.No {
	if skipped != nil && skipped.Twin != "" {
		name = skipped.Twin
	}
	if t, err := m.study.FindTranscript(name); err == nil {
		return t.No
	}
	return 0
}
