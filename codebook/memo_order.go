package codebook

import (
	"cmp"
	"slices"
)

// MemosByPlace are the memos in the order of what they hang on: the project, each
// transcript with its passages in the order of the text, the codes in the order of
// the codebook, the links. Of those on one thing the older stands first.
func (p *Project) MemosByPlace() []*Memo {
	transcripts := map[No]int{}
	for i, t := range p.Transcripts() {
		transcripts[t.No] = i
	}
	codes := p.Tree().Place
	rank := func(m *Memo) int {
		switch m.Target {
		case TargetTranscript, TargetPassage:
			return transcripts[m.On]
		case TargetCode:
			return int(codes[m.On])
		}
		return int(m.On)
	}
	memos := slices.Clone(p.Memos())
	slices.SortFunc(memos, func(a, b *Memo) int {
		return cmp.Or(
			cmp.Compare(chapters[a.Target], chapters[b.Target]), cmp.Compare(rank(a), rank(b)),
			cmp.Compare(a.Target, b.Target), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End),
			cmp.Compare(a.Created, b.Created), cmp.Compare(a.No, b.No),
		)
	})
	return memos
}

// chapters put what memos can hang on in order; passages stand with their transcript.
var chapters = [...]uint8{TargetProject: 0, TargetTranscript: 1, TargetPassage: 1, TargetCode: 2, TargetLink: 3}
