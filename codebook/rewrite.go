package codebook

import (
	"crypto/sha256"
	"slices"
	"strings"
	"unicode/utf8"

	"fangtan/codebook/shift"
	"fangtan/codebook/text"
)

// Rewriting is a transcript's text and what is to come in its place: an edited
// text, or what a changed file says now.
type Rewriting struct {
	Transcript    No
	Before, After string
	// Hints are what the reader of a file knows about After; with nil the speakers
	// are found as they were when the text came in.
	Hints []text.Hint
	NewID func() ID // for speakers who were not there
}

// Rewrite makes the op that puts the new text in, with all that stands on the old
// one moved along; nothing is changed yet. The work is in the texts, so that the
// op is quick when it is done. A new text in any form is made canonical first.
//
// Refused as an [Objection]: a transcript that is not there ([ErrUnknown]) or has
// another text than Before ([ErrChanged]), a new text that is no UTF-8
// ([ErrEncoding]), is empty ([ErrEmpty]), too long ([ErrTooLong]), the same
// ([ErrNothing]), or that of another transcript ([ErrDuplicate]).
func (p *Project) Rewrite(r Rewriting) (*EditTranscript, error) {
	old := p.Transcript(r.Transcript)
	if old == nil {
		return nil, object(ThingTranscript, "", ErrUnknown)
	}
	after, _ := text.Canonical(r.After)
	chars, hash := text.Chars(after), Hash(sha256.Sum256([]byte(after)))
	if err := p.mayBecome(old, &r, after, hash, chars); err != nil {
		return nil, err
	}
	o := &EditTranscript{Found: old, Row: *old, Text: after, Shift: shift.Between(r.Before, after), index: text.NewIndex(after)}
	cut := resegment(p.Cut(old.No), old.Speakers, &r, o)
	o.Row.Text, o.Row.Bytes, o.Row.Chars = hash, uint32(len(after)), uint32(chars)
	o.Row.Points, o.Row.Turns = uint32(o.index.Points()), uint32(cut.TurnCount())
	o.Row.Speakers = cast(p.Cut(old.No), old.Speakers, &cut, o, r.NewID)
	cut.Labels = nil // the speakers have them
	o.Cut = &HeldCut{Cut: cut}
	for _, c := range o.Outcome(p).Lost {
		o.Lost = append(o.Lost, c.ID)
	}
	return o, nil
}

// mayBecome refuses a text that cannot come in place of another. p may be a
// snapshot that others read: nothing is built in it.
func (p *Project) mayBecome(old *Transcript, r *Rewriting, after string, hash Hash, chars int) error {
	var refused error
	switch {
	case old.Text != sha256.Sum256([]byte(r.Before)):
		refused = ErrChanged
	case !utf8.ValidString(r.After):
		refused = ErrEncoding
	case chars == 0:
		refused = ErrEmpty
	case len(after) > MaxText:
		refused = ErrTooLong
	case hash == old.Text:
		refused = ErrNothing
	}
	if refused != nil {
		return object(ThingTranscript, old.File, refused)
	}
	for _, t := range p.transcripts.all() {
		if t.Text == hash {
			return object(ThingTranscript, t.File, ErrDuplicate)
		}
	}
	return nil
}

// MaxText is how long a text may become by editing, in bytes.
const MaxText = 64 << 20

// resegment cuts the new text by the rules by which the old one was cut: the
// text's own signs where these led to the old cut, else the old labels, wherever
// they are now, and what is labelled alike.
func resegment(old Cut, speakers []Speaker, r *Rewriting, o *EditTranscript) text.Cut {
	if r.Hints != nil {
		return text.Segment(o.Text, r.Hints)
	}
	plain := text.Segment(o.Text, nil)
	was := text.Cut{Turns: old.Turns(), Paragraphs: old.Paragraphs(), Sentences: old.Sentences()}
	if slices.Equal(text.Segment(r.Before, nil).Turns, was.Turns) {
		return plain
	}
	var hints []text.Hint
	known := map[string]bool{}
	for _, h := range text.Given(was, labels(speakers)) {
		place := o.Shift.Passage(h.Start, h.End)
		if place.Fate == shift.Lost {
			continue
		}
		if place.Fate == shift.Changed && h.Kind == text.HintSpeaker {
			h.Name = bare(o.Text[place.Start:place.End])
		}
		h.Start, h.End = place.Start, place.End
		known[h.Name] = true
		hints = append(hints, h)
	}
	for _, t := range plain.Turns {
		name := plain.Labels[t.Speaker]
		start, end := int(t.Start), int(t.Text)
		taken := slices.ContainsFunc(hints, func(h text.Hint) bool { return h.Start < end && start < h.End })
		if start < end && known[name] && !taken {
			hints = append(hints, text.Hint{Start: start, End: end, Kind: text.HintSpeaker, Name: name, Time: t.Time})
		}
	}
	return text.Segment(o.Text, hints)
}

func labels(speakers []Speaker) []string {
	names := make([]string, len(speakers))
	for i := range speakers {
		names[i] = speakers[i].Label
	}
	return names
}

// bare is a label without what sets it apart.
func bare(label string) string { return strings.Trim(label, " \t\n\u3000：:*#_【】[]〔〕") }

// cast gives the speakers of the new cut: those of the same label as they were,
// those whose label alone became another one with the rest kept, and new ones.
func cast(old Cut, speakers []Speaker, cut *text.Cut, o *EditTranscript, newID func() ID) []Speaker {
	renamed := renamings(old.Turns(), cut.Turns, o.Shift)
	roles := text.GuessRoles(o.Text, *cut)
	taken := make([]bool, len(speakers))
	for i := range speakers {
		taken[i] = slices.Contains(cut.Labels, speakers[i].Label)
	}
	var now []Speaker
	for i, label := range cut.Labels {
		label = strings.Clone(label) // it would keep all of the text in memory
		from := slices.IndexFunc(speakers, func(s Speaker) bool { return s.Label == label })
		if from < 0 {
			from = favourite(renamed[i], taken)
		}
		speaker := Speaker{Role: roles[i]}
		if from >= 0 {
			taken[from] = true
			speaker = speakers[from]
		} else {
			speaker.ID = newID()
		}
		speaker.Label = label
		now = append(now, speaker)
	}
	return now
}

// renamings counts, for each speaker of the new turns, whose words hers were.
func renamings(old, now []text.Turn, m *shift.Map) map[int]map[int]int {
	votes := map[int]map[int]int{}
	for _, t := range old {
		if t.Text >= t.End {
			continue
		}
		place := m.Passage(int(t.Text), int(t.End))
		i, exact := slices.BinarySearchFunc(now, place.Start, func(t text.Turn, at int) int { return int(t.Text) - at })
		if !exact {
			i--
		}
		if place.Fate == shift.Lost || i < 0 || int(now[i].End) <= place.Start {
			continue
		}
		who := int(now[i].Speaker)
		if votes[who] == nil {
			votes[who] = map[int]int{}
		}
		votes[who][int(t.Speaker)]++
	}
	return votes
}

// favourite is the speaker with most votes among those not taken, or -1.
func favourite(votes map[int]int, taken []bool) int {
	best := -1
	for who := range taken {
		if votes[who] > 0 && !taken[who] && (best < 0 || votes[who] > votes[best]) {
			best = who
		}
	}
	return best
}
