package tally

import "fangtan/codebook"

// freqScan counts transcript after transcript. Codings come sorted by start, so
// one run (united codings) a code is open at a time:
//
//	codings of a   ├────┤  ├──┤        ├──┤
//	               │ ├───────┤         │
//	runs of a      ├─────────┤         ├──┤
//	pieces       ├──────┤├────────┤├────────┤
//
// A cell is at code × width + column; the last column is the total.
type freqScan struct {
	p       *codebook.Project
	sieve   sieve
	scope   scope
	by      Columns
	unit    Unit
	rollup  bool
	parents []codebook.No // by code; 0 when not rolled up
	width   int

	runs  []run         // by code
	open  []codebook.No // codes with an open run in this transcript
	cells []Cell
	bases []Base

	transcript int32 // the how-manieth
	seen       []int32
	seenUnit   []int32 // last unit counted in this transcript
	serial     int32   // of the run that is being counted
	columnSeen []int32
	columnUnit []int32 // by column: last unit counted into its base
	voices     voices

	stored, united, outside int
}

// run is the united coding of one code that the scan is in.
type run struct {
	start, end uint32
	piece      int32 // the first piece that can touch it
	live       bool
}

func newFreqScan(p *codebook.Project, f Filter, by Columns, unit Unit, rollup bool) *freqScan {
	width, n := len(by.Heads)+1, p.CodeLimit()
	s := &freqScan{
		p: p, sieve: f.sieve(p), by: by, unit: unit, rollup: rollup, width: width,
		scope:   scope{p: p, filter: &f, unit: unit.Kind, column: by.of},
		parents: make([]codebook.No, n), runs: make([]run, n),
		cells: make([]Cell, n*width), bases: make([]Base, width),
		seen: make([]int32, n*width), seenUnit: make([]int32, n*width),
		columnSeen: make([]int32, width), columnUnit: make([]int32, width),
	}
	if rollup {
		for _, c := range p.Tree().Order {
			s.parents[c] = p.Code(c).Parent
		}
	}
	return s
}

func (s *freqScan) count(t *codebook.Transcript) {
	pieces := s.scope.of(t)
	s.transcript++
	s.voices.begin(t, s.p.CodeLimit())
	s.base(pieces)
	c := s.p.Codings(t.No)
	at := int32(0)
	for i, start := range c.StartCh {
		code, end := c.Code[i], c.EndCh[i]
		if !s.sieve.code[code] || !s.sieve.coder[c.Coder[i]] {
			continue
		}
		s.stored++
		for int(at) < len(pieces) && pieces[at].to <= start {
			at++
		}
		if int(at) == len(pieces) || start >= end || pieces[at].from >= end {
			s.outside++
			continue
		}
		if s.enter(code, start, end, at, pieces) {
			s.united++
		}
		for a := s.parents[code]; a != 0; a = s.parents[a] {
			s.enter(a, start, end, at, pieces)
		}
	}
	for _, code := range s.open {
		s.flush(code, pieces)
		s.runs[code].live = false
	}
	s.open = s.open[:0]
	s.voices.end(s)
}

// enter takes a coding into the run of code and says so, or closes that run and
// opens another.
func (s *freqScan) enter(code codebook.No, start, end uint32, at int32, pieces []piece) (united bool) {
	r := &s.runs[code]
	switch {
	case !r.live:
		s.open = append(s.open, code)
	case start < r.end:
		r.end = max(r.end, end)
		return true
	default:
		s.flush(code, pieces)
	}
	*r = run{start, end, at, true}
	return false
}

// flush counts the run of code in every column it touches and once in the total.
func (s *freqScan) flush(code codebook.No, pieces []piece) {
	r := &s.runs[code]
	row := int(code) * s.width
	total := row + s.width - 1
	s.serial++
	s.cells[total].Codings++
	for i := int(r.piece); i < len(pieces) && pieces[i].from < r.end; i++ {
		pc := &pieces[i]
		from, to := max(pc.from, r.start), min(pc.to, r.end)
		if from >= to {
			continue
		}
		cell := row + int(pc.column)
		s.touch(cell, pc.unit, int(to-from))
		s.touch(total, pc.unit, int(to-from))
		if s.columnSeen[pc.column] != s.serial {
			s.columnSeen[pc.column] = s.serial
			s.cells[cell].Codings++
		}
		s.voices.hear(code, pc, s.serial)
	}
}

// touch adds a stretch to a cell. Transcripts and units count once; the units of
// one code come in rising order.
func (s *freqScan) touch(cell int, unit int32, characters int) {
	c := &s.cells[cell]
	c.Characters += characters
	if s.seen[cell] != s.transcript {
		s.seen[cell], s.seenUnit[cell] = s.transcript, -1
		c.Transcripts++
	}
	if unit > s.seenUnit[cell] {
		s.seenUnit[cell] = unit
		c.Units++
	}
}

// base adds up what the transcript holds by column, whatever is coded.
func (s *freqScan) base(pieces []piece) {
	total := &s.bases[s.width-1]
	total.Units += s.scope.units
	if len(pieces) > 0 {
		total.Transcripts++
	}
	s.serial++
	for i := range pieces {
		pc := &pieces[i]
		b := &s.bases[pc.column]
		b.Characters += int(pc.to - pc.from)
		total.Characters += int(pc.to - pc.from)
		if s.columnSeen[pc.column] != s.serial {
			s.columnSeen[pc.column], s.columnUnit[pc.column] = s.serial, -1
			b.Transcripts++
		}
		if pc.unit > s.columnUnit[pc.column] {
			s.columnUnit[pc.column] = pc.unit
			b.Units++
		}
		s.voices.present(s, pc)
	}
}

func (s *freqScan) add(o *freqScan) {
	s.voices.add(&o.voices)
	for i := range s.cells {
		a, b := &s.cells[i], &o.cells[i]
		a.Codings += b.Codings
		a.Transcripts += b.Transcripts
		a.Units += b.Units
		a.Characters += b.Characters
		a.Voices += b.Voices
		a.TopVoice = max(a.TopVoice, b.TopVoice)
	}
	for i := range s.bases {
		a, b := &s.bases[i], &o.bases[i]
		a.Transcripts += b.Transcripts
		a.Units += b.Units
		a.Characters += b.Characters
		a.Voices += b.Voices
	}
	s.stored += o.stored
	s.united += o.united
	s.outside += o.outside
}

// table makes the result, without a column for nothing where nothing is in it.
func (s *freqScan) table() *Frequency {
	s.voices.join(s)
	columns := s.width - 1
	if last := columns - 1; columns > 0 && s.by.Heads[last] == NoneHead && s.bases[last] == (Base{}) {
		columns--
	}
	f := &Frequency{
		Columns: s.by, Unit: s.unit, Rollup: s.rollup, Codes: s.p.Tree().Order,
		Bases: s.bases[:columns], Base: s.bases[s.width-1],
		Stored: s.stored, United: s.united, Outside: s.outside,
	}
	f.Columns.Heads, f.Columns.Nos = s.by.Heads[:columns], s.by.Nos[:columns]
	for _, c := range f.Codes {
		row := s.cells[int(c)*s.width : (int(c)+1)*s.width]
		f.Level = append(f.Level, s.p.Tree().Depth[c])
		f.Cells = append(f.Cells, row[:columns])
		f.Totals = append(f.Totals, row[s.width-1])
	}
	var sums []int
	for c := Total; c < columns; c++ {
		sums = append(sums, f.columnSum(c))
	}
	f.sums = sums
	return f
}
