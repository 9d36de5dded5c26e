package bring

import (
	"slices"

	"fangtan/codebook"
	"fangtan/tui/keys"
)

// What keys mean to the dialogue beside the motions.
const (
	read = keys.Own + iota
	leave
	take
	toggle
	toggleAll
	group
	groupAll
)

func (d *Dialog) bindings() [choosing + 1]keys.Table[keys.Intent] {
	const heading = "bring.import"
	out := keys.Row[keys.Intent]{Keys: []string{"esc"}, Intent: leave, Help: "bring.leave", Group: heading, Footer: true}
	usable := func() bool { return d.at < len(d.order) && d.files[d.order[d.at]].Refusal == "" }
	grouped := func() bool { return usable() && len(d.env.Study.Project().Groups()) > 0 }
	return [...]keys.Table[keys.Intent]{
		asking: {
			{Keys: []string{"enter"}, Intent: read, Help: "bring.look", Group: heading, Footer: true},
			out,
		},
		waiting: {out},
		choosing: {
			{Keys: []string{"enter"}, Intent: take, Help: "bring.take", Group: heading, Footer: true},
			{Keys: []string{"space"}, Intent: toggle, Help: "bring.toggle", Group: heading, Footer: true, On: usable, Why: "bring.cannot"},
			{Keys: []string{"a"}, Intent: toggleAll, Help: "bring.toggle-all", Group: heading},
			{Keys: []string{"g"}, Intent: group, Help: "bring.group", Group: heading, Footer: true, On: grouped, Why: "bring.cannot"},
			{Keys: []string{"G"}, Intent: groupAll, Help: "bring.group-all", Group: heading, Footer: true, On: grouped, Why: "bring.cannot"},
			out,
			{Keys: []string{"down", "j"}, Intent: keys.Down, Help: "bring.down", Group: heading},
			{Keys: []string{"up", "k"}, Intent: keys.Up, Help: "bring.up", Group: heading},
			{Keys: []string{"pgdown"}, Intent: keys.PageDown, Help: "bring.page-down", Group: heading},
			{Keys: []string{"pgup"}, Intent: keys.PageUp, Help: "bring.page-up", Group: heading},
			{Keys: []string{"home"}, Intent: keys.First, Help: "bring.first", Group: heading},
			{Keys: []string{"end"}, Intent: keys.Last, Help: "bring.last", Group: heading},
		},
	}
}

func (d *Dialog) follow(i keys.Intent) Result {
	switch i {
	case read:
		return d.read()
	case leave:
		return Result{State: Left}
	case take:
		return d.take()
	case toggle:
		n := d.order[d.at]
		d.taken[n] = !d.taken[n]
		d.move(1)
	case toggleAll:
		d.toggleAll()
	case group:
		f := &d.files[d.order[d.at]]
		f.Group = d.nextGroup(f.Group)
		d.measured = 0
	case groupAll:
		d.groupAll(d.files[d.order[d.at]].Group)
	default:
		d.move(i.Steps(d.page, len(d.order)))
	}
	return Result{}
}

// read takes the paths typed.
func (d *Dialog) read() Result {
	paths := Paths(d.field.Value())
	if len(paths) == 0 {
		d.env.Warn(d.env.T("bring.no-path"))
		return Result{}
	}
	d.wait()
	return Result{State: Read, Paths: paths}
}

// take ends the dialogue with the files that are taken.
func (d *Dialog) take() Result {
	r := Result{State: Take}
	for i, yes := range d.taken {
		if yes {
			r.Takes = append(r.Takes, Taken{File: i, Group: d.files[i].Group})
		}
	}
	if len(r.Takes) == 0 {
		d.env.Warn(d.env.T("bring.none-taken"))
		return Result{}
	}
	return r
}

// toggleAll takes all that can come in, or none if all are taken.
func (d *Dialog) toggleAll() {
	yes := false
	for i := range d.files {
		yes = yes || d.files[i].Refusal == "" && !d.taken[i]
	}
	for i := range d.files {
		d.taken[i] = yes && d.files[i].Refusal == ""
	}
}

// nextGroup goes round the study's groups and none.
func (d *Dialog) nextGroup(n codebook.No) codebook.No {
	groups := d.env.Study.Project().Groups()
	i := slices.IndexFunc(groups, func(g *codebook.Group) bool { return g.No == n }) + 1
	if i == len(groups) {
		return 0
	}
	return groups[i].No
}

func (d *Dialog) groupAll(n codebook.No) {
	d.measured = 0
	for i := range d.files {
		if d.files[i].Refusal == "" {
			d.files[i].Group = n
		}
	}
	d.env.Say(d.env.T("bring.now-all", "Group", d.groupName(n)))
}

func (d *Dialog) move(by int) { d.at = max(0, min(d.at+by, len(d.order)-1)) }

// groupName is the name of a group, or the word for none.
func (d *Dialog) groupName(n codebook.No) string {
	if g := d.env.Study.Project().Group(n); g != nil {
		return g.Name(d.env.Words.Lang())
	}
	return d.env.T("bring.no-group")
}
