package chain

import "fangtan/codebook"

// Step is a code on a walk from a problem back to its causes.
type Step struct {
	Code  codebook.No
	Depth int              // 0 for the problem itself
	Links []*codebook.Link // that make it a cause of the step above; none for the problem
	End   End
}

// End is why the walk goes no further behind a step, although there are causes.
type End uint8

// The ends of a walk.
const (
	Goes   End = iota // it does go on, or there are no causes
	Circle            // the code stands further up on this way
	Told              // its causes are told already, further up in this chain
)

// Evidence counts the passages that links rest on.
func Evidence(links []*codebook.Link) int {
	n := 0
	for _, l := range links {
		if _, some := l.Evidence(); some {
			n++
		}
	}
	return n
}

// Problems gives the codes that some other code causes, in codebook order.
func (w *Web) Problems() []codebook.No {
	var problems []codebook.No
	for _, n := range w.p.Tree().Order {
		if len(w.causes(n)) > 0 {
			problems = append(problems, n)
		}
	}
	return problems
}

// Chain walks from a problem back to its causes, their causes and so on, each
// below what it causes. In one chain a code's causes are told once.
func (w *Web) Chain(problem codebook.No) []Step {
	walk := &walk{web: w, above: map[codebook.No]bool{}, told: map[codebook.No]bool{}}
	walk.step(Step{Code: problem})
	return walk.steps
}

// Chains walks the chains of all problems, one behind the other.
func (w *Web) Chains() []Step {
	var steps []Step
	for _, n := range w.Problems() {
		steps = append(steps, w.Chain(n)...)
	}
	return steps
}

// cause is a code with the links that make it a cause of another.
type cause struct {
	code  codebook.No
	links []*codebook.Link
}

// causes are those of a code, each once, in order.
func (w *Web) causes(n codebook.No) []cause {
	var all []cause
	for _, b := range w.of[n] {
		if b.Direction != In || b.Link.Kind != codebook.LinkCauses {
			continue
		}
		if last := len(all) - 1; last >= 0 && all[last].code == b.Code { // they come in order
			all[last].links = append(all[last].links, b.Link)
			continue
		}
		all = append(all, cause{b.Code, []*codebook.Link{b.Link}})
	}
	return all
}

// walk is a chain being walked: the codes above the step, and those whose causes are told.
type walk struct {
	web         *Web
	above, told map[codebook.No]bool
	steps       []Step
}

func (k *walk) step(s Step) {
	causes := k.web.causes(s.Code)
	switch {
	case k.above[s.Code]:
		s.End = Circle
	case k.told[s.Code] && len(causes) > 0:
		s.End = Told
	}
	k.steps = append(k.steps, s)
	if s.End != Goes {
		return
	}
	k.above[s.Code], k.told[s.Code] = true, true
	for _, c := range causes {
		k.step(Step{Code: c.code, Depth: s.Depth + 1, Links: c.links})
	}
	delete(k.above, s.Code)
}
