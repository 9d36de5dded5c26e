package tally

import (
	"slices"

	"fangtan/codebook"
)

// Filter says what is counted at all. An empty list leaves everything in; of a
// list any entry will do; different lists must all agree.
type Filter struct {
	Coders      []codebook.No
	Groups      []codebook.No
	Transcripts []codebook.No
	Speakers    []string // names or labels
	Codes       []codebook.No
	Values      []codebook.Value // attribute values of transcripts
	From, To    string           // interview dates, YYYY-MM-DD, inclusive; empty for open

	WithInterviewer bool // take all text, not the respondents' alone
}

// takesTranscript says whether the transcript as a whole can be counted.
func (f *Filter) takesTranscript(t *codebook.Transcript) bool {
	if len(f.Transcripts) > 0 && !slices.Contains(f.Transcripts, t.No) {
		return false
	}
	if f.From != "" && t.Date < f.From || f.To != "" && (t.Date == "" || t.Date > f.To) {
		return false
	}
	if len(f.Values) == 0 {
		return true
	}
	return slices.ContainsFunc(f.Values, func(v codebook.Value) bool { return slices.Contains(t.Values, v) })
}

func (f *Filter) takesSpeaker(t *codebook.Transcript, speaker int) bool {
	if len(f.Speakers) == 0 {
		return true
	}
	if speaker < 0 || speaker >= len(t.Speakers) {
		return false
	}
	s := &t.Speakers[speaker]
	return slices.Contains(f.Speakers, s.Label) || slices.Contains(f.Speakers, s.Shown())
}

func (f *Filter) takesGroup(g codebook.No) bool {
	return len(f.Groups) == 0 || slices.Contains(f.Groups, g)
}

// sieve is a filter made quick: a table of codes and one of coders by number.
type sieve struct{ code, coder []bool }

func (f *Filter) sieve(p *codebook.Project) sieve {
	s := sieve{code: make([]bool, p.CodeLimit()), coder: make([]bool, 1<<16)}
	for i := range s.code {
		s.code[i] = len(f.Codes) == 0
	}
	for _, c := range f.Codes {
		for _, d := range p.Tree().Branch(c) {
			s.code[d] = true
		}
	}
	coders := f.Coders
	if len(coders) == 0 {
		for _, c := range p.Coders() {
			if c.Kind != codebook.CoderRecheck {
				coders = append(coders, c.No)
			}
		}
	}
	for _, c := range coders {
		s.coder[c] = true
	}
	return s
}
