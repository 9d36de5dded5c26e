package text

import "strings"

// candidate is a line that may begin with a speaker's label.
type candidate struct {
	label
	at  int // where the line begins, blanks apart
	who int // index into census.people, -1 for a time alone
}

// person is one name that stands in labels.
type person struct {
	name    string
	trade   trade
	verdict verdict
	lines   int // how often the name is a label
	shapes  [shapes]int
	listed  bool // named in a list of participants
	taken   bool // is a speaker
}

// census collects who may be speaking, and then decides. It takes a name for a
// speaker when it is a word of the trade (问, Interviewer), stands with a time,
// is listed among the participants, or recurs; and a name that stands but once
// when it looks like a person's and the file marks its speakers in that way.
type census struct {
	candidates []candidate
	people     []person
	byName     map[string]int
	byKey      map[string]int
	lines      int             // lines that are not blank
	preamble   int             // where the lines that describe the interview end
	talk       bool            // talk has begun
	timed      bool            // the line above holds a time and nothing else
	roster     map[string]bool // names in lists of participants, folded
}

func newCensus() *census {
	return &census{byName: map[string]int{}, byKey: map[string]int{}, roster: map[string]bool{}}
}

// line takes in one line s[at:end].
func (c *census) line(s string, at, end int, heading, isBold bool) {
	c.lines++
	line := s[at:end]
	l, ok := c.read(line, heading, isBold)
	who := -1
	if ok && l.shape != clock {
		who = c.who(l.name)
	}
	c.top(line, l, who, end)
	if who >= 0 && c.people[who].verdict <= field {
		l, ok = l.onlyTime()
		who = -1
	}
	if ok {
		c.candidates = append(c.candidates, candidate{label: l, at: at, who: who})
	}
}

// read reads the label of a line, in the light of what stands around it.
func (c *census) read(line string, heading, isBold bool) (l label, ok bool) {
	if heading || offers(line) {
		l, ok = parseLabel(line, heading)
	}
	ok = ok && floor(line, l.text) == l.text && floor(line, l.clock) == l.clock
	switch {
	case !ok:
		l = label{}
	case l.shape == colon && c.timed:
		l.shape = stamped
	case l.shape == colon && isBold:
		l.shape = bold
	}
	c.timed = ok && l.shape == clock && l.text == len(line)
	return l, ok
}

// who gives the person with that name.
func (c *census) who(name string) int {
	if i, ok := c.byName[name]; ok {
		return i
	}
	key := serial(fold(name))
	i, ok := c.byKey[key]
	if !ok {
		i = len(c.people)
		shown := name
		if len(key) < len(fold(name)) {
			shown = strings.TrimRight(name, "0123456789. ")
		}
		c.people = append(c.people, person{name: shown, trade: tradeOf(key), verdict: appraise(name, key)})
		c.byKey[key] = i
	}
	c.byName[name] = i
	return i
}

// top looks for the preamble: fields such as 时间：…, and 访谈者：李明 where only a
// name follows. It ends where talk begins.
func (c *census) top(line string, l label, who, end int) {
	const most = 24
	if c.talk || c.lines > most {
		return
	}
	if who < 0 {
		c.talk = l.clock > 0 || len(line) > 200 || strings.ContainsAny(line, "。？！?!")
		return
	}
	p := &c.people[who]
	switch {
	case p.verdict == field:
		c.preamble = end
		c.list(p.name, line[l.text:])
	case l.shape == colon && p.trade.part != unknown && len(p.name) > 3 && isPeople(line[l.text:]):
		c.preamble = end
	default:
		c.talk = p.trade.part != unknown || l.shape != colon || strings.ContainsAny(line, "。？！?!")
	}
}

// list remembers the names in a list of participants.
func (c *census) list(name, words string) {
	if !rosters[fold(name)] {
		return
	}
	for _, piece := range strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune("、，,；;", r) }) {
		c.roster[fold(piece)] = true
	}
}

// judge decides which people are speakers.
func (c *census) judge() {
	c.count()
	firm, certain := 0, false
	var by [shapes]int
	for i := range c.people {
		p := &c.people[i]
		if p.taken = p.lines > 0 && c.firm(p); !p.taken {
			continue
		}
		firm += p.lines
		certain = certain || p.verdict == human || p.lines > p.shapes[colon]+p.shapes[bare]
		for k, n := range p.shapes {
			by[k] += n
		}
	}
	if !certain && firm*3 < c.lines {
		c.dismiss()
		return
	}
	for i := range c.people {
		p := &c.people[i]
		p.taken = p.taken || p.lines == 1 && c.joins(p, firm, by)
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
			p.lines++
			p.shapes[k.shape]++
		}
	}
}

// firm reports whether p is a speaker on p's own evidence.
func (c *census) firm(p *person) bool {
	switch {
	case p.trade.part != unknown && p.trade.weak:
		return p.lines > 1 || c.partner(p.trade.part)
	case p.trade.part != unknown, p.listed, p.shapes[stamped] > 0:
		return true
	case p.lines < 2, p.lines == p.shapes[led] && p.verdict != human:
		return false
	case p.lines == p.shapes[colon]+p.shapes[bare]:
		return p.verdict == human || !(c.partner(asks) && c.partner(answers))
	}
	return true
}

// partner reports whether somebody sits on the other side of the table.
func (c *census) partner(side part) bool {
	for i := range c.people {
		p := &c.people[i]
		if p.lines > 0 && (side == asks && p.trade.part == answers || side == answers && p.trade.part == asks) {
			return true
		}
	}
	return false
}

// joins reports whether p, named once, is a speaker beside those that are: firm
// labels in all, by shape.
func (c *census) joins(p *person, firm int, by [shapes]int) bool {
	for k := range p.shapes {
		if p.shapes[k] == 0 {
			continue
		}
		switch shape(k) {
		case titled, header:
			return by[k] > 1
		case bold, boxed, bare, led:
			return by[k] > 1 && p.verdict == human
		}
	}
	return p.verdict == human && firm > 1 && firm*5 >= c.lines*2
}

// dismiss takes nobody for a speaker.
func (c *census) dismiss() {
	for i := range c.people {
		c.people[i].taken = false
	}
}
