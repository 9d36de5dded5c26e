package tally

import "fangtan/codebook"

// freqScan counts transcript after transcript: how the runs of codes lie over
// the pieces.
//
//	runs of a      ├─────────┤         ├──┤
//	pieces       ├──────┤├────────┤├────────┤
//
// A counter is at column × codes + code, since neighbouring transcripts mostly
// fall into one column; the last column is the total.
type freqScan struct {
	p       *codebook.Project
	scope   scope
	by      Columns
	unit    Unit
	around  int // neighbours of a unit that belong to it, to either side
	rollup  bool
	parents []codebook.No // by code
	codes   int           // above every code's number
	total   int           // the last column

	own      united // runs of each code
	deep     united // rolled up: runs of each code with its descendants
	counters []counter
	plain    []counter // what was counted quickly, without a total
	bases    []counter // by column

	first    uint32  // number of the transcript's first unit, from 1 over the whole scan
	serial   int32   // of the run that is being counted
	inColumn []int32 // by column: last run counted there
	voices   voices
	quick    quick
	united   int // codings that uniting those of one code took away
}

// counter is a cell in the making.
type counter struct {
	characters                  int
	codings, transcripts, units int32
	voices, topVoice            int32
	next                        uint32 // the first unit that is not counted yet
}

func newFreqScan(p *codebook.Project, f *Filter, by Columns, unit Unit, rollup bool) *freqScan {
	total, n := len(by.Heads), p.CodeLimit()
	s := &freqScan{
		p: p, by: by, unit: unit, around: unit.around(), rollup: rollup, codes: n, total: total, scope: newScope(p, f, unit.Kind, by.of),
		parents: make([]codebook.No, n), own: newUnited(n), deep: newUnited(n),
		counters: make([]counter, n*(total+1)), plain: make([]counter, n*total), bases: make([]counter, total+1), first: 1, inColumn: make([]int32, total+1),
		quick: quick{codes: make([]quickCode, n), touched: make([]codebook.No, n+1)},
	}
	if unit.Kind == Overlap {
		pl := placesOf(p, rollup, false)
		s.scope.runs = newRuns(p, len(pl.codes), 0, pl.reach)
	}
	for _, c := range p.Tree().Order {
		s.parents[c] = p.Code(c).Parent
	}
	return s
}

func (s *freqScan) count(t *codebook.Transcript) {
	if !s.scope.lay(t) {
		return
	}
	if s.simple(t) {
		s.countQuickly(t)
		return
	}
	s.scope.hit(t)
	s.voices.begin(t, s.codes)
	s.base()
	runs := s.runs()
	for i := range runs {
		if runs[i].in {
			s.flush(&runs[i])
		}
	}
	s.voices.end(s)
	s.first += uint32(s.scope.units) + 1
}

// runs unites the hits of the transcript.
func (s *freqScan) runs() []run {
	s.own.begin()
	for i := range s.scope.hits {
		if h := &s.scope.hits[i]; s.own.take(h.code, &h.run) {
			s.united++
		}
	}
	if !s.rollup {
		return s.own.runs
	}
	s.deep.begin()
	for i := range s.own.runs {
		r := &s.own.runs[i]
		for code := r.code; code != 0; code = s.parents[code] {
			s.deep.take(code, r)
		}
	}
	return s.deep.runs
}

func (s *freqScan) at(code, column int) *counter { return &s.counters[column*s.codes+code] }

// flush counts a run in every column it touches and once in the total. One that
// names the transcript and no words in it has no characters and no voice, and
// touches no unit but the transcript.
func (s *freqScan) flush(r *run) {
	total := s.at(int(r.code), s.total)
	total.codings++
	s.serial++
	pieces := s.scope.pieces
	for i := int(r.at); i < len(pieces) && pieces[i].from < r.end; i++ {
		pc := &pieces[i]
		unit, size := pc.unit, int(min(pc.to, r.end)-max(pc.from, r.start))
		if r.whole {
			size = 0
			if s.unit.Kind != Whole {
				unit = noUnit
			}
		} else {
			s.voices.hear(s, r.code, pc)
		}
		cell := s.at(int(r.code), int(pc.column))
		if s.inColumn[pc.column] != s.serial {
			s.inColumn[pc.column] = s.serial
			cell.codings++
		}
		s.touch(cell, unit, size)
		s.touch(total, unit, size)
	}
}

// touch adds a stretch to a counter. Transcripts and units count once; the units
// of one counter come in rising order.
func (s *freqScan) touch(c *counter, unit int32, characters int) {
	c.characters += characters
	if c.next < s.first {
		c.next = s.first
		c.transcripts++
	}
	if unit == noUnit {
		return
	}
	// A window counts where a turn near its middle is touched.
	from := max(s.first+uint32(max(0, int(unit)-s.around)), c.next)
	to := s.first + uint32(min(int(unit)+s.around+1, s.scope.units))
	if from < to {
		c.units += int32(to - from)
		c.next = to
	}
}

// base adds up what the transcript holds by column, whatever is coded.
func (s *freqScan) base() {
	total := &s.bases[s.total]
	for i := range s.scope.pieces {
		pc := &s.scope.pieces[i]
		s.touch(&s.bases[pc.column], pc.unit, int(pc.to-pc.from))
		total.characters += int(pc.to - pc.from)
		s.voices.present(s, pc)
	}
	if len(s.scope.pieces) > 0 {
		total.transcripts++
	}
	total.units += int32(s.scope.units)
}

func (s *freqScan) add(o *freqScan) {
	s.voices.add(&o.voices)
	for i := range s.counters {
		s.counters[i].add(&o.counters[i])
	}
	for i := range s.bases {
		s.bases[i].add(&o.bases[i])
	}
	s.scope.join(&o.scope)
	s.united += o.united
}

func (c *counter) add(o *counter) {
	c.codings += o.codings
	c.transcripts += o.transcripts
	c.units += o.units
	c.characters += o.characters
	c.voices += o.voices
	c.topVoice = max(c.topVoice, o.topVoice)
}
