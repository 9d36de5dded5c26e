package codebook

// Meeting says how a new coding meets one's own codings of the same code.
type Meeting uint8

// The ways a coding can meet.
const (
	MeetsNone   Meeting = iota // nothing there: it is added
	MeetsSame                  // exactly there: the key takes it off
	MeetsInside                // inside one: nothing changes
	MeetsOver                  // overlaps: the oldest is stretched over both
)

// Meet decides what becomes of row, a coding that somebody is about to make on
// transcript t. For [MeetsSame] and [MeetsInside] found is the coding that is
// there. For [MeetsOver] op stretches the oldest over all it meets; for
// [MeetsNone] op adds row.
func (p *Project) Meet(t No, row Coding) (how Meeting, found Coding, op Op) {
	var met []Coding
	have := p.Codings(t)
	for _, i := range have.Touching(row.Start, row.End) {
		c := have.At(i)
		if c.Code != row.Code || c.Coder != row.Coder || c.Flags&WholeSource != 0 {
			continue
		}
		switch {
		case c.Same(&row):
			return MeetsSame, c, nil
		case c.Start <= row.Start && row.End <= c.End:
			return MeetsInside, c, nil
		}
		met = append(met, c)
	}
	if len(met) == 0 {
		return MeetsNone, Coding{}, &AddCodings{t, []Coding{row}}
	}
	return MeetsOver, met[oldest(met)], &Stretch{t, row, met}
}

func oldest(rows []Coding) int {
	first := 0
	for i := range rows {
		if rows[i].Created < rows[first].Created {
			first = i
		}
	}
	return first
}

// Stretch lays the oldest of the codings in Met over all of them and Row.
type Stretch struct {
	Transcript No
	Row        Coding
	Met        []Coding
}

// Kind is "coding.ends".
func (o *Stretch) Kind() string { return "coding.ends" }

// Args are the code's name, the transcript's and the count.
func (o *Stretch) Args(p *Project) []string { return codingArgs(p, o.Transcript, o.Met) }

// Apply refuses codings that are no longer as they were met.
func (o *Stretch) Apply(p *Project) (Patch, error) {
	e := p.edit()
	one := laidOver(o.Met[oldest(o.Met)], append([]Coding{o.Row}, o.Met...))
	return e.done(e.codings(o.Transcript, o.Met, []Coding{one}))
}
