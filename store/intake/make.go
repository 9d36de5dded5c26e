package intake

import (
	"path"
	"slices"
	"strings"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/store/exchange"
)

// maker turns readings into a plan, in order.
type maker struct {
	files []File
	study *codebook.Project
	o     Options
	plan  *Plan

	rows       map[string]*exchange.ManifestRow // by the file's name
	group      *codebook.Group                  // asked for, or nil
	groups     []*codebook.Group                // of the study, and those to be made
	attributes []codebook.No                    // by the list's column; 0 for one without values

	twins map[codebook.Hash]string // content taken: the transcript that has it
	names map[string]bool          // names taken
	next  codebook.No              // number of the next transcript
	made  map[string]*Item         // by the file's own name
	store shelf
	done  Progress
}

func newMaker(files []File, study *codebook.Project, o Options) *maker {
	m := &maker{
		files: files, study: study, o: o, plan: &Plan{Items: make([]Item, 0, len(files))},
		twins: map[codebook.Hash]string{}, names: map[string]bool{}, made: map[string]*Item{},
		next: study.Last().Transcripts + 1, groups: study.Groups(), store: shelf{stage: o.Stage},
	}
	for _, t := range study.Transcripts() {
		m.twins[t.Text], m.names[t.File] = t.File, true
	}
	m.done.Total = len(files)
	for i := range files {
		m.done.TotalBytes += files[i].Size
	}
	return m
}

func (m *maker) advance(size int64) {
	m.done.Done++
	m.done.DoneBytes += size
	if m.o.Progress != nil {
		m.o.Progress(m.done)
	}
}

// take makes an item of one file.
func (m *maker) take(f *File, r reading) error {
	item := Item{File: f.Name, Path: f.Path}
	twin, known := m.twins[r.hash]
	switch {
	case r.err != nil:
		item.Status, item.Err = Refused, r.err
	case known:
		item.Status, item.Twin = Skipped, twin
	default:
		item.Status = Imported
		m.add(f, &r, &item)
	}
	m.plan.Items = append(m.plan.Items, item)
	m.made[f.Name] = &m.plan.Items[len(m.plan.Items)-1]
	if item.Add == nil {
		return nil
	}
	return m.store.put(item.Add, r.src.Text)
}

// add makes the op that brings a file in.
func (m *maker) add(f *File, r *reading, item *Item) {
	item.File = m.freeName(f.Name)
	item.Notes = notesOf(&r.src.Facts)
	if item.File != f.Name {
		item.Notes = append(item.Notes, Note{Kind: NoteRenamed, Name: item.File})
	}
	m.twins[r.hash] = item.File
	m.next++
	row := codebook.Transcript{
		ID: m.o.NewID(), File: item.File, Title: strings.Clone(r.src.Title), Date: r.date, Text: r.hash,
		Bytes: uint32(len(r.src.Text)), Points: uint32(r.points), Chars: uint32(r.chars),
		Turns: uint32(r.cut.TurnCount()), Created: m.o.Now,
		Source: codebook.Source{Format: r.src.Format, Encoding: r.src.Encoding, Newline: r.src.Newline, BOM: r.src.BOM},
	}
	for i, label := range r.cut.Labels {
		// A label is a part of the text, and would keep all of it in memory.
		row.Speakers = append(row.Speakers, codebook.Speaker{ID: m.o.NewID(), Label: strings.Clone(label), Role: r.roles[i]})
	}
	if len(row.Speakers) == 0 {
		item.Notes = append(item.Notes, Note{Kind: NoteNoSpeakers})
	}
	m.place(f, &row, item)
	m.told(f, &row, item)
	if onlyAsking(row.Speakers, r.cut.Turns) {
		item.Notes = append(item.Notes, Note{Kind: NoteOnlyAsking})
	}
	if row.Title == "" {
		row.Title = strings.TrimSuffix(path.Base(f.Name), path.Ext(f.Name))
	}
	cut := r.cut
	cut.Labels = nil // the speakers have them
	item.Add = &codebook.AddTranscript{Row: row, Cut: &codebook.HeldCut{Cut: cut}}
}

// freeName is the name, or with a number if another transcript has it.
func (m *maker) freeName(name string) string {
	free := name
	for n := 2; m.names[free]; n++ {
		free = name + " (" + itoa(n) + ")"
	}
	m.names[free] = true
	return free
}

// place gives the transcript its group.
func (m *maker) place(f *File, row *codebook.Transcript, item *Item) {
	listed := m.rows[f.Name]
	switch {
	case m.group != nil:
		row.Group = m.group.No
	case listed != nil && listed.Group != "":
		row.Group = m.groupNo(listed.Group)
	default:
		var several bool
		if row.Group, several = guessGroup(m.groups, f.Folders, path.Base(f.Name)); several {
			item.Notes = append(item.Notes, Note{Kind: NoteSeveralGroups})
		}
	}
}

// told takes over what the list says of a file.
func (m *maker) told(f *File, row *codebook.Transcript, item *Item) {
	listed := m.rows[f.Name]
	if listed == nil {
		return
	}
	row.Kind = listed.Kind
	if listed.Title != "" {
		row.Title = listed.Title
	}
	if listed.Date != "" {
		row.Date = listed.Date
	}
	for i, v := range listed.Values {
		if v != "" {
			row.Values = append(row.Values, codebook.Value{Attribute: m.attributes[i], Text: v})
		}
	}
	if listed.Speaker != "" && !answers(row.Speakers, listed.Speaker) {
		item.Notes = append(item.Notes, Note{Kind: NoteUnknownSpeaker, Name: listed.Speaker})
	}
}

// answers makes the speakers named (joined by "; ") those who answer: by their
// labels, else, where one alone answers, as her name. Of two speakers the other
// one then asks.
func answers(speakers []codebook.Speaker, names string) bool {
	found := 0
	for name := range strings.SplitSeq(names, ";") {
		name = strings.TrimSpace(name)
		for i := range speakers {
			if speakers[i].Label == name {
				speakers[i].Role = text.RoleRespondent
				found++
				if len(speakers) == 2 && speakers[1-i].Role == text.RoleRespondent {
					speakers[1-i].Role = text.RoleInterviewer
				}
			}
		}
	}
	if found > 0 {
		return true
	}
	isRespondent := func(k codebook.Speaker) bool { return k.Role == text.RoleRespondent }
	i := slices.IndexFunc(speakers, isRespondent)
	if i < 0 || slices.ContainsFunc(speakers[i+1:], isRespondent) {
		return false
	}
	speakers[i].Name = strings.TrimSpace(names)
	return true
}
