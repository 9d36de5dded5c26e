package tally

import (
	"slices"

	"fangtan/codebook"
)

// Filter says what is counted at all. An empty list leaves everything in; of a
// list any entry will do; different lists must all agree.
//
// Without Coders all count but those of the kind recheck; and where a coder of
// the kind consensus has coded a transcript, consensus alone counts there. She
// has coded what she marked finished or, where she marks none, what she has
// codings in.
type Filter struct {
	Coders      []codebook.No
	Groups      []codebook.No
	Transcripts []codebook.No
	Speakers    []string         // names or labels
	Codes       []codebook.No    // with their descendants
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

// byVoice says whether the filter looks at who speaks.
func (f *Filter) byVoice() bool { return len(f.Groups)+len(f.Speakers) > 0 }

// takesVoice says whether the words of a speaker, or of none (-1), are let through.
func (f *Filter) takesVoice(p *codebook.Project, t *codebook.Transcript, speaker int) bool {
	return f.takesSpeaker(t, speaker) && f.takesGroup(p.SpeakerGroup(t, speaker))
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
