package suggest_test

import (
	"cmp"
	"slices"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/suggest"
	"fangtan/store/sample"
)

// rates is how often proposals were what the coder did.
type rates struct {
	asked       int
	top1, top3  int // the first, any of the three was among her codes
	used, found int // her codes, and those of them that were among the three
}

func (r *rates) take(proposed, used []codebook.No) {
	r.asked++
	r.used += len(used)
	hits := 0
	for i, n := range proposed {
		if slices.Contains(used, n) {
			hits++
			if i == 0 {
				r.top1++
			}
		}
	}
	r.found += hits
	r.top3 += min(hits, 1)
}

func share(n, of int) float64 { return 100 * float64(n) / float64(of) }

// report prints the shares in percent under a name.
func (r *rates) report(b *testing.B, name string) {
	b.ReportMetric(share(r.top1, r.asked), name+"-top1-%")
	b.ReportMetric(share(r.top3, r.asked), name+"-top3-%")
	b.ReportMetric(share(r.found, r.used), name+"-of-codes-%")
}

// leaveOneOut asks about every passage of every coder in the sample, each transcript
// with the codings of the others known, and proposes the commonest codes beside.
func leaveOneOut(t testing.TB, lang string) (suggested, commonest rates) {
	t.Helper()
	study, founding, err := sample.Build(codebook.ID{1}, lang)
	if err != nil {
		t.Fatal(err)
	}
	text := func(n codebook.No) (string, error) { return founding.Patch.NewTexts[study.Transcript(n).Text], nil }
	var m suggest.Model
	for _, transcript := range study.Transcripts() {
		kept := study.Codings(transcript.No)
		if _, err := study.Do(&codebook.RemoveCodings{Transcript: transcript.No, IDs: kept.ID}, codebook.Stamp{}); err != nil {
			t.Fatal(err)
		}
		if err := m.Follow(study, text); err != nil {
			t.Fatal(err)
		}
		common := byFrequency(study)
		words, _ := text(transcript.No)
		for _, coder := range study.Coders() {
			for at, used := range codedBy(kept, transcript.No, coder.No) {
				var proposed []codebook.No
				for _, s := range m.Suggest(suggest.Question{Passage: at, Text: words[at.Start:at.End], Coder: coder.No}) {
					proposed = append(proposed, s.Code)
				}
				suggested.take(proposed, used)
				commonest.take(common[:suggest.Most], used)
			}
		}
		if _, err := study.Do(&codebook.AddCodings{Transcript: transcript.No, Rows: kept.Rows()}, codebook.Stamp{}); err != nil {
			t.Fatal(err)
		}
	}
	return suggested, commonest
}

// codedBy gives a coder's codes by passage.
func codedBy(c *codebook.Codings, transcript, coder codebook.No) map[codebook.Passage][]codebook.No {
	codes := map[codebook.Passage][]codebook.No{}
	for i := range c.Len() {
		if codebook.No(c.Coder[i]) == coder {
			at := codebook.Passage{Transcript: transcript, Start: c.Start[i], End: c.End[i]}
			codes[at] = append(codes[at], c.Code[i])
		}
	}
	return codes
}

// byFrequency gives the codes of a study, the commonest first.
func byFrequency(p *codebook.Project) []codebook.No {
	often := make([]int, p.CodeLimit())
	for _, t := range p.Transcripts() {
		for _, code := range p.Codings(t.No).Code {
			often[code]++
		}
	}
	codes := slices.Clone(p.Tree().Order)
	slices.SortStableFunc(codes, func(a, b codebook.No) int { return cmp.Compare(often[b], often[a]) })
	return codes
}

// BenchmarkSample measures how often proposals are what a coder of the sample did.
func BenchmarkSample(b *testing.B) {
	for _, lang := range []string{"zh", "en"} {
		b.Run(lang, func(b *testing.B) {
			var suggested, commonest rates
			for b.Loop() {
				suggested, commonest = leaveOneOut(b, lang)
			}
			suggested.report(b, "suggested")
			commonest.report(b, "commonest")
		})
	}
}

func TestSampleBeatsTheCommonestCodes(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		suggested, commonest := leaveOneOut(t, lang)
		if suggested.asked < 700 {
			t.Errorf("%s: asked about %d passages only", lang, suggested.asked)
		}
		if suggested.top1 <= commonest.top1 || suggested.top3 <= commonest.top3 || suggested.found <= commonest.found {
			t.Errorf("%s: suggested %+v, the commonest codes %+v", lang, suggested, commonest)
		}
	}
}
