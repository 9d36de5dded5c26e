package chain_test

import (
	"slices"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/chain"
	"fangtan/store/sample"
)

// The seven problems of the sample study, and the weak motivation behind some of them,
// all have causes, and each step rests on words.
func TestTheSampleTellsItsProblems(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		p, _, err := sample.Build(codebook.ID{1}, lang)
		if err != nil {
			t.Fatal(err)
		}
		w := chain.New(p)
		var problems []string
		for _, n := range w.Problems() {
			problems = append(problems, p.Code(n).Number)
		}
		for _, number := range []string{"P1.1", "P2.1", "I3.1", "I3.2", "T3.1", "T1.1", "E3.1", "I3.3"} {
			if !slices.Contains(problems, number) {
				t.Errorf("%s: %s has no cause", lang, number)
			}
		}
		circles := 0
		for _, s := range w.Chains() {
			if s.Depth > 0 && chain.Evidence(s.Links) != len(s.Links) {
				t.Errorf("%s: a link to %s rests on nothing", lang, p.Code(s.Code).Number)
			}
			if s.End == chain.Circle {
				circles++
			}
		}
		if circles < 2 { // heavy tasks and an unstable team cause each other
			t.Errorf("%s: %d circles", lang, circles)
		}
	}
}
