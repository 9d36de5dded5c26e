package tally

import (
	"fangtan/codebook"
	"fangtan/codebook/text"
)

// wordCount is what a study in words rather than characters comes to.
type wordCount struct {
	columns []int
	total   int
}

// InWords says that [Rate] is per 1,000 words.
func (f *Frequency) InWords() bool { return f.words != nil }

// CountWords makes [Rate] one per 1,000 words of the respondents' text, as is
// usual where the language of the project is English. It has to read every text
// in scope; its error is that of texts.
func (f *Frequency) CountWords(p *codebook.Project, filter Filter, texts func(codebook.No) (string, error)) error {
	count := &wordCount{columns: make([]int, len(f.Bases))}
	for _, t := range p.Transcripts() {
		if !filter.takesTranscript(t) {
			continue
		}
		body, err := texts(t.No)
		if err != nil {
			return err
		}
		f.countIn(count, p, &filter, t, body)
	}
	f.words = count
	return nil
}

// countIn adds the words of one transcript, turn by turn.
func (f *Frequency) countIn(count *wordCount, p *codebook.Project, filter *Filter, t *codebook.Transcript, body string) {
	turns := p.Cut(t.No).Turns()
	if len(turns) == 0 {
		f.hearWords(count, p, filter, t, -1, body)
		return
	}
	end := uint32(0)
	for i := range turns {
		turn := &turns[i]
		speaker, from := int(turn.Speaker), turn.Text
		if filter.WithInterviewer {
			f.hearWords(count, p, filter, t, -1, body[end:turn.Start])
			from, end = turn.Start, turn.End
		}
		if filter.WithInterviewer || t.Speakers[speaker].Role != text.RoleInterviewer {
			f.hearWords(count, p, filter, t, speaker, body[from:turn.End])
		}
	}
	if filter.WithInterviewer {
		f.hearWords(count, p, filter, t, -1, body[end:])
	}
}

func (f *Frequency) hearWords(count *wordCount, p *codebook.Project, filter *Filter, t *codebook.Transcript, speaker int, said string) {
	if !filter.takesVoice(p, t, speaker) {
		return
	}
	n := text.Words(said)
	count.total += n
	if f.Columns.of == nil { // each column has all the words
		for c := range count.columns {
			count.columns[c] += n
		}
		return
	}
	if c := int(f.Columns.of(t, speaker)); c < len(count.columns) {
		count.columns[c] += n
	}
}

// wordsOf is the denominator of [Rate] in column c, or in the [Total].
func (f *Frequency) wordsOf(c int) int {
	if c == Total {
		return f.words.total
	}
	return f.words.columns[c]
}
