package chain_test

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/chain"
)

// study has the codes A to H and the links that a script names: "A>B" causes,
// "A=B" in tension with, "A+B" supports. A repeated link rests on another passage.
func study(t *testing.T, script string) *codebook.Project {
	t.Helper()
	p := codebook.New(id(1), id(2), "en")
	ids := uint64(10)
	do := func(op codebook.Op) {
		t.Helper()
		if _, err := p.Do(op, codebook.Stamp{ID: id(1000 + ids), Coder: 1, Time: 1}); err != nil {
			t.Fatalf("%s: %v", script, err)
		}
		ids++
	}
	do(&codebook.PutCoder{Row: codebook.Coder{ID: id(ids), Name: "one"}})
	for c := 'A'; c <= 'H'; c++ {
		do(&codebook.PutCode{Row: codebook.Code{ID: id(ids), NameEn: string(c)}})
	}
	for _, link := range strings.Fields(script) {
		kind := map[byte]string{'>': codebook.LinkCauses, '=': codebook.LinkTension, '+': codebook.LinkSupports}[link[1]]
		do(&codebook.PutLink{Row: codebook.Link{
			ID: id(ids), Kind: kind, From: codebook.No(link[0]-'A') + 1, To: codebook.No(link[2]-'A') + 1, Coder: 1,
		}})
	}
	return p
}

func id(n uint64) (made codebook.ID) {
	binary.BigEndian.PutUint64(made[8:], n)
	return made
}

func name(p *codebook.Project, n codebook.No) string { return p.Code(n).NameEn }

func TestNeighbours(t *testing.T) {
	p := study(t, "H>A C>A A+B A>D B=A E>F A=C")
	for code, want := range map[string]string{
		"A": "<causes C <causes H >causes D >supports B =in tension with B =in tension with C",
		"B": "<supports A =in tension with A",
		"C": ">causes A =in tension with A",
		"F": "<causes E",
		"G": "",
	} {
		var got []string
		for _, b := range chain.New(p).Of(codebook.No(code[0]-'A') + 1) {
			sign := map[chain.Direction]string{chain.In: "<", chain.Out: ">", chain.Both: "="}[b.Direction]
			got = append(got, sign+b.Link.Kind+" "+name(p, b.Code))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %s, want %s", code, strings.Join(got, " "), want)
		}
	}
	if busiest := chain.New(p).Busiest(); name(p, busiest) != "A" {
		t.Errorf("busiest is %s", name(p, busiest))
	}
	if chain.New(study(t, "")).Busiest() != 0 {
		t.Error("without links no code is the busiest")
	}
}

// told writes steps as their depth, code and end.
func told(p *codebook.Project, steps []chain.Step) string {
	var b strings.Builder
	for _, s := range steps {
		fmt.Fprintf(&b, "%s%s%s ", strings.Repeat(".", s.Depth), name(p, s.Code), []string{"", "@", "^"}[s.End])
	}
	return strings.TrimSpace(b.String())
}

func TestChains(t *testing.T) {
	for _, c := range []struct{ links, want string }{
		{"", ""},
		{"A>B", "B .A"},
		{"A=B A+C", ""},                    // no causes
		{"A>B B>C", "B .A C .B ..A"},       // each problem has its own chain
		{"B>A A>C", "A .B C .A ..B"},       // codebook order, not that of links
		{"D>A C>A B>A", "A .B .C .D"},      // causes in codebook order
		{"A>B B>A", "A .B ..A@ B .A ..B@"}, // a circle of two
		{"A>B B>C C>A D>B", "A .C ..B ...A@ ...D B .A ..C ...B@ .D C .B ..A ...C@ ..D"}, // and of three with a way in
		{"A>B B>C A>C C>D B>D", "B .A C .A .B ..A D .B ..A .C ..A ..B^"},                // told once in one chain
	} {
		p := study(t, c.links)
		if got := told(p, chain.New(p).Chains()); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.links, got, c.want)
		}
	}
}

// Whatever the links: neighbours are so both ways, each link is at two codes, and
// every walk ends with no code twice on one way.
func TestWebsHold(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	for range 300 {
		links := map[string]bool{}
		for range r.IntN(24) {
			a, b := byte('A'+r.IntN(8)), byte('A'+r.IntN(8))
			if a == b {
				continue
			}
			sign := ">>>=+"[r.IntN(5)]
			if sign == '=' && a > b {
				a, b = b, a
			}
			links[string([]byte{a, sign, b})] = true
		}
		var script []string
		for l := range links {
			script = append(script, l)
		}
		slices.Sort(script)
		p := study(t, strings.Join(script, " "))
		holds(t, p, chain.New(p))
	}
}

func holds(t *testing.T, p *codebook.Project, w *chain.Web) {
	t.Helper()
	mirror := map[chain.Direction]chain.Direction{chain.In: chain.Out, chain.Out: chain.In, chain.Both: chain.Both}
	ends := 0
	for n := codebook.No(1); int(n) < p.CodeLimit(); n++ {
		for _, b := range w.Of(n) {
			ends++
			back := chain.Neighbour{Link: b.Link, Code: n, Direction: mirror[b.Direction]}
			if !slices.Contains(w.Of(b.Code), back) {
				t.Fatalf("%s is a neighbour of %s, but not the other way round", name(p, b.Code), name(p, n))
			}
		}
		steps := w.Chain(n)
		var way []codebook.No
		for _, s := range steps {
			way = way[:s.Depth]
			if slices.Contains(way, s.Code) != (s.End == chain.Circle) {
				t.Fatalf("chain of %s: %s", name(p, n), told(p, steps))
			}
			way = append(way, s.Code)
		}
	}
	if ends != 2*len(p.Links()) {
		t.Fatalf("%d ends of %d links", ends, len(p.Links()))
	}
}

func TestEvidence(t *testing.T) {
	links := []*codebook.Link{{Transcript: 3, Start: 1, End: 2}, {}, {Transcript: 1}}
	if n := chain.Evidence(links); n != 2 {
		t.Errorf("%d passages, want 2", n)
	}
}
