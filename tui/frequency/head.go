package frequency

import "fangtan/codebook/tally"

// Head says what is shown.
func (s *Screen) Head() (left, right string) {
	now := s.settings()
	left = s.env.T("frequency.title", "By", s.byWord(now.by))
	if now.rollup {
		left += s.env.T("frequency.rolled-up")
	}
	if s.measure() == tally.Rate && s.figures.Answer != nil && s.figures.Answer.table.InWords() {
		return left, s.env.T("frequency.head.rate-words")
	}
	return left, s.env.T(measureHeads[s.measure()])
}

var measureHeads = map[tally.Measure]string{
	tally.Codings:     "frequency.head.codings",
	tally.Transcripts: "frequency.head.transcripts",
	tally.Units:       "frequency.head.units",
	tally.Coverage:    "frequency.head.coverage",
	tally.Rate:        "frequency.head.rate",
	tally.RowShare:    "frequency.head.row-share",
	tally.ColShare:    "frequency.head.col-share",
	tally.Residual:    "frequency.head.residual",
	tally.Voices:      "frequency.head.voices",
}

func (s *Screen) byWord(by string) string {
	switch by {
	case byGroup:
		return s.env.T("frequency.by-group")
	case byTranscript:
		return s.env.T("frequency.by-transcript")
	case bySpeaker:
		return s.env.T("frequency.by-speaker")
	}
	return by[len(byAttribute):]
}
