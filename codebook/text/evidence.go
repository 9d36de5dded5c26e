package text

import "strings"

// candidate is a line that may begin with a speaker's label.
type candidate struct {
	label
	at    int  // where the line begins, blanks apart
	who   int  // index into census.people, -1 for a time alone
	alone bool // nothing follows it on its line
}

// person is one name that stands in labels.
type person struct {
	name    string
	trade   trade
	verdict verdict
	letter  bool // no more than a letter: B, 甲
	lines   int  // how often the name is a label
	shapes  [shapes]int
	first   int  // where the first of them stands
	alone   bool // and whether it stands alone on its line
	listed  bool // named in a list of participants
	taken   bool // is a speaker
}

// census collects who may be speaking, and then decides. It takes a name for a
// speaker when it is a word of the trade (问, Interviewer), stands with a time,
// is listed among the participants, or recurs. A letter (B, 甲) has to recur, and
// more often where words name both who asks and who answers. A name that stands
// but once is a speaker when it looks like a person's and the file marks its
// speakers in that way; a title above the first of them is none.
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
	present    [partCount]bool // a label says that somebody has this part
	worded     [partCount]bool // it says so with a word that means nothing else
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
		c.candidates = append(c.candidates, candidate{label: l, at: at, who: who, alone: l.text == len(line)})
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
		c.people = append(c.people, person{name: shown, trade: tradeOf(key), verdict: appraise(name, key), letter: isLetter(key)})
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
