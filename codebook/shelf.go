package codebook

// shelf finds transcripts by file and by text. It is built when first asked for
// and follows every change from then on.
type shelf struct {
	files map[string]int // transcripts with that file
	texts map[Hash]No
}

func (p *Project) shelved() *shelf {
	if p.shelf == nil {
		p.shelf = &shelf{map[string]int{}, map[Hash]No{}}
		for _, t := range p.transcripts.all() {
			p.shelf.put(t)
		}
	}
	return p.shelf
}

// reshelve follows a change of a transcript; either may be nil.
func (p *Project) reshelve(old, now *Transcript) {
	if p.shelf == nil {
		return
	}
	if old != nil {
		p.shelf.files[old.File]--
		if p.shelf.texts[old.Text] == old.No {
			delete(p.shelf.texts, old.Text)
		}
	}
	if now != nil {
		p.shelf.put(now)
	}
}

func (s *shelf) put(t *Transcript) {
	s.files[t.File]++
	s.texts[t.Text] = t.No
}

// ByText finds the transcript with this text, or nil.
func (p *Project) ByText(h Hash) *Transcript { return p.Transcript(p.shelved().texts[h]) }

// freeFile is the name itself, or the first of "name (2)", "name (3)" … that no
// transcript has.
func (p *Project) freeFile(file string) string {
	files := p.shelved().files
	name := file
	for n := 2; files[name] > 0; n++ {
		name = file + " (" + count(n) + ")"
	}
	return name
}
