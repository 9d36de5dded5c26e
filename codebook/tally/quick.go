package tally

import "fangtan/codebook"

// quick counts a transcript in which one voice alone speaks in scope, which is
// what an interview mostly is. Every coding is counted as it comes: what it adds
// to the run of its code that is open, clipped to the pieces.
//
//	codings of a   ├────┤  ├──┤
//	               │ ├───────┤
//	counted        ├────┼────┤ (nothing more)
type quick struct {
	codes   []quickCode   // by code
	touched []codebook.No // room for one more than there are codes; count are meant
	count   int
}

// quickCode is what one code has in the transcript at hand.
type quickCode struct {
	touched    int32  // 1 once it is in quick.touched
	until      uint32 // end of the open run
	next       int32  // the first unit that is not counted yet
	runs       int32
	units      int32
	characters int32
	in         bool // the open run shares a character with the scope
}

// simple says whether the transcript that was laid out can be counted quickly.
func (s *freqScan) simple(t *codebook.Transcript) bool {
	pieces := s.scope.pieces
	if s.rollup || s.around > 0 || s.scope.runs != nil || len(pieces) == 0 || s.scope.filter.byVoice() {
		return false
	}
	one := pieces[0]
	for i := range pieces {
		if p := &pieces[i]; p.speaker != one.speaker || p.column != one.column || p.unit == noUnit {
			return false
		}
	}
	if one.speaker >= 0 && t.Speakers[one.speaker].Person != "" {
		return false
	}
	return s.p.Codings(t.No).AllHaveWords()
}

func (s *freqScan) countQuickly(t *codebook.Transcript) {
	s.scope.renumber()
	q, c, sieve := &s.quick, s.p.Codings(t.No), &s.scope.sieve
	sieve.settle(t, c)
	pieces, at, stored, outside := s.scope.pieces, 0, 0, 0
	n := c.Len()
	codes, coders, ends := c.Code[:n], c.Coder[:n], c.EndCh[:n]
	for i, start := range c.StartCh[:n] {
		code := codes[i]
		if !sieve.code[code] || !sieve.coder[coders[i]] {
			continue
		}
		for at < len(pieces) && pieces[at].to <= start {
			at++
		}
		end := ends[i]
		in := at < len(pieces) && start < end && pieces[at].from < end
		stored++
		if !in {
			outside++
		}
		k := &q.codes[code]
		q.note(code, k)
		from := start
		switch {
		case start >= k.until:
			k.until, k.in = end, in
			if in {
				k.runs++
			}
		case k.in && in:
			s.united++
			from = k.until
		case in:
			k.in = true
			k.runs++
			from = k.until
		}
		switch {
		case !in || from >= end:
		case pieces[at].from <= from && end <= pieces[at].to: // within one piece, as most are
			k.characters += int32(end - from)
			k.touch(pieces[at].unit)
		default:
			k.add(pieces[at:], from, end)
		}
		k.until = max(k.until, end)
	}
	s.scope.stored += stored
	s.scope.outside += outside
	s.settleQuickly()
}

// note lists a code the first time. Whether it is the first cannot be foretold, so
// nothing branches on it.
func (q *quick) note(code codebook.No, k *quickCode) {
	q.touched[q.count] = code
	q.count += int(1 - k.touched)
	k.touched = 1
}

// add counts the characters and units of [from, end).
func (k *quickCode) add(pieces []piece, from, end uint32) {
	for i := 0; i < len(pieces) && pieces[i].from < end; i++ {
		p := &pieces[i]
		if low, high := max(p.from, from), min(p.to, end); low < high {
			k.characters += int32(high - low)
			k.touch(p.unit)
		}
	}
}

// touch counts a unit, once.
func (k *quickCode) touch(unit int32) {
	if unit >= k.next {
		k.next = unit + 1
		k.units++
	}
}

// settleQuickly adds what the transcript came to, to the cells and the bases.
func (s *freqScan) settleQuickly() {
	pieces, column := s.scope.pieces, int(s.scope.pieces[0].column)
	q := &s.quick
	for _, code := range q.touched[:q.count] {
		k := q.codes[code]
		q.codes[code] = quickCode{}
		if k.runs == 0 {
			continue
		}
		c := &s.plain[column*s.codes+int(code)]
		c.codings += k.runs
		c.units += k.units
		c.characters += int(k.characters)
		c.transcripts++
		c.hear(k.runs)
	}
	q.count = 0
	characters := 0
	for i := range pieces {
		characters += int(pieces[i].to - pieces[i].from)
	}
	for _, b := range [2]*counter{&s.bases[column], &s.bases[s.total]} {
		b.characters += characters
		b.units += int32(s.scope.units)
		b.transcripts++
		b.voices++
	}
}

// plainly adds to the cells and the totals what was counted quickly: there a
// transcript adds to one column alone, and so as much to the total.
func (s *freqScan) plainly() {
	for i := range s.plain {
		s.counters[i].add(&s.plain[i])
		s.at(i%s.codes, s.total).add(&s.plain[i])
	}
}
