package tally

import (
	"slices"

	"fangtan/codebook"
)

// Stored makes what says whether the filter lets a coding through that is to be
// listed and not counted: without Coders those of everybody; speaker is the index
// of who speaks where it starts, -1 for nobody.
func (f *Filter) Stored(p *codebook.Project) func(t *codebook.Transcript, c *codebook.Coding, speaker int) bool {
	code := f.sieve(p).code
	return func(t *codebook.Transcript, c *codebook.Coding, speaker int) bool {
		return code[c.Code] && (len(f.Coders) == 0 || slices.Contains(f.Coders, c.Coder)) &&
			f.takesTranscript(t) && f.takesVoice(p, t, speaker)
	}
}
