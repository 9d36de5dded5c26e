package excerpts

import (
	"fangtan/codebook"
	"fangtan/tui/screen"
)

// keep is how many transcripts' texts are kept: more than are ever in sight.
const keep = 32

// texts are the transcripts' texts that were read lately.
type texts struct {
	have  map[codebook.No]words
	asked map[codebook.No]codebook.Hash
	order []codebook.No // as they came, the first to go first
}

// words is a text by the name of its content, or why it could not be read.
type words struct {
	hash codebook.Hash
	text string
	err  error
}

func newTexts() texts {
	return texts{have: map[codebook.No]words{}, asked: map[codebook.No]codebook.Hash{}}
}

// of gives the text of a transcript as it is now, if it was read.
func (x *texts) of(t *codebook.Transcript) (words, bool) {
	w, ok := x.have[t.No]
	return w, ok && w.hash == t.Text
}

// want says whether the text is still to be asked for, and notes that it is now.
func (x *texts) want(t *codebook.Transcript) bool {
	if _, ok := x.of(t); ok || x.asked[t.No] == t.Text {
		return false
	}
	x.asked[t.No] = t.Text
	return true
}

// take takes a text in and says whether it was asked for and is still the
// transcript's own.
func (x *texts) take(p *codebook.Project, msg screen.TextReadMsg) bool {
	hash, asked := x.asked[msg.Transcript]
	if !asked {
		return false
	}
	delete(x.asked, msg.Transcript)
	t := p.Transcript(msg.Transcript)
	if t == nil || t.Text != hash {
		return false
	}
	if msg.Err == nil && len(msg.Text) != int(t.Bytes) {
		return false
	}
	if _, known := x.have[t.No]; !known {
		x.order = append(x.order, t.No)
	}
	x.have[t.No] = words{hash, msg.Text, msg.Err}
	for len(x.order) > keep {
		delete(x.have, x.order[0])
		x.order = x.order[1:]
	}
	return true
}
