package text

import "math"

// custom is how the speakers who are beyond doubt are marked.
type custom struct {
	lines int // labels in all
	by    [shapes]int
	first int // where the first of them stands
}

// judge decides which people are speakers.
func (c *census) judge() {
	c.count()
	firm, certain := custom{first: math.MaxInt}, false
	for i := range c.people {
		p := &c.people[i]
		if p.taken = p.lines > 0 && c.firm(p); !p.taken {
			continue
		}
		firm.lines += p.lines
		firm.first = min(firm.first, p.first)
		certain = certain || p.verdict == human || p.lines > p.shapes[colon]+p.shapes[bare]
		for k, n := range p.shapes {
			firm.by[k] += n
		}
	}
	if !certain && firm.lines*3 < c.lines {
		c.dismiss()
		return
	}
	for i := range c.people {
		p := &c.people[i]
		p.taken = p.taken || p.lines == 1 && c.joins(p, &firm)
	}
}

// count counts the labels below the preamble.
func (c *census) count() {
	for i := range c.people {
		c.people[i].listed = c.roster[fold(c.people[i].name)]
	}
	for i := range c.candidates {
		k := &c.candidates[i]
		if k.who < 0 {
			continue
		}
		if p := &c.people[k.who]; k.at >= c.preamble {
			c.tally(p, k)
		}
	}
}

// tally counts one label of p.
func (c *census) tally(p *person, k *candidate) {
	if p.lines == 0 {
		p.first, p.alone = k.at, k.alone
	}
	p.lines++
	p.shapes[k.shape]++
	if part := p.trade.part; part != unknown {
		c.present[part] = true
		c.worded[part] = c.worded[part] || !p.trade.weak
	}
}

// firm reports whether p is a speaker on p's own evidence.
func (c *census) firm(p *person) bool {
	switch {
	case p.trade.part != unknown && p.trade.weak:
		return c.recurs(p) || c.present[across[p.trade.part]] && !(p.letter && c.spelled())
	case p.trade.part != unknown, p.listed, p.shapes[stamped] > 0:
		return true
	case p.lines < 2, p.lines == p.shapes[led] && p.verdict != human:
		return false
	case p.lines == p.shapes[colon]+p.shapes[bare]:
		return p.verdict == human || p.letter && c.recurs(p) || !(c.present[asks] && c.present[answers])
	}
	return true
}

// recurs reports whether p is a label often enough to be a speaker: twice, but
// three times for a letter where words name both sides of the table and letters
// may as well be those of a list.
func (c *census) recurs(p *person) bool {
	if p.letter && c.spelled() {
		return p.lines > 2
	}
	return p.lines > 1
}

// spelled reports whether words name both who asks and who answers.
func (c *census) spelled() bool { return c.worded[asks] && c.worded[answers] }

// joins reports whether p, named once, is a speaker beside those that are.
func (c *census) joins(p *person, firm *custom) bool {
	named := p.verdict == human || isOffice(p.name)
	for k := range p.shapes {
		if p.shapes[k] == 0 {
			continue
		}
		switch shape(k) {
		case titled, header:
			return firm.by[k] > 1 || firm.by[k] > 0 && named
		case bold:
			return firm.by[k] > 0 && named
		case boxed, bare:
			title := p.alone && p.first < firm.first
			return firm.by[k] > 0 && named && !title
		case led:
			return firm.by[k] > 1 && named
		}
	}
	return p.verdict == human && !p.letter && firm.lines > 1 && firm.lines*5 >= c.lines*2
}

// dismiss takes nobody for a speaker.
func (c *census) dismiss() {
	for i := range c.people {
		c.people[i].taken = false
	}
}
