package text

// Given turns a cut back into hints, so that [Segment] cuts the same text the same
// way whatever the file's layout said when it came in. names are the speakers by
// number. Lines after the first turn that are nobody's are quotes where the turn
// goes on behind them, else headings.
func Given(c Cut, names []string) []Hint {
	var hints []Hint
	for _, t := range c.Turns {
		if t.Start < t.Text && int(t.Speaker) < len(names) {
			hints = append(hints, Hint{
				Start: int(t.Start), End: int(t.Text), Kind: HintSpeaker, Name: names[t.Speaker], Time: t.Time,
			})
		}
	}
	next := 0 // the first turn that ends after the line
	for _, p := range c.Paragraphs {
		for next < len(c.Turns) && max(c.Turns[next].End, c.Turns[next].Text) <= p.Start {
			next++
		}
		switch {
		case next == 0 || next < len(c.Turns) && c.Turns[next].Start < p.End:
		case next < len(c.Turns) && c.Turns[next].Start == c.Turns[next].Text:
			hints = append(hints, Hint{Start: int(p.Start), End: int(p.End), Kind: HintQuote})
		default:
			hints = append(hints, Hint{Start: int(p.Start), End: int(p.End), Kind: HintHeading})
		}
	}
	return hints
}
