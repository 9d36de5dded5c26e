package text

// Version is the number of the rules behind [Segment]. It goes up whenever the
// same text could come out cut otherwise.
const Version = 1

// HintKind says what a file's reader knows about a stretch.
type HintKind uint8

const (
	HintHeading HintKind = iota + 1 // the whole line is a heading
	HintBold                        // a bold stretch
	HintQuote                       // a block quote or a block of links: nobody's turn
	HintNote                        // the text of a foot- or endnote: nobody's turn
	HintSpeaker                     // a speaker's mark that the format itself knows; Name and Time apply
)

// Hint is what the reader of a file knows about a stretch beyond its words.
// Start and End are bytes in the canonical text. Level is a heading's depth from
// 1. Name and Time belong to HintSpeaker; Time is in seconds, -1 for none.
type Hint struct {
	Start, End int
	Kind       HintKind
	Level      int
	Time       int32
	Name       string
}

// Cut is how a text is cut. All offsets are bytes; the fields that end in Ch are
// the counted characters before that offset, so that unions and intersections of
// stretches can be measured without the text. The lists are in text order, and
// the stretches of one list never overlap. Texts go up to 4 GiB.
type Cut struct {
	Version uint16
	// Turns holds one entry for each stretch of speech, a stretch being what
	// follows one label. Neighbouring stretches of one speaker are one turn: see
	// [Turn.Same], [Cut.TurnCount] and [Cut.TurnNo].
	Turns []Turn
	// Paragraphs are the lines that are not blank, from the first character to
	// the end of the last one, labels included.
	Paragraphs []Mark
	// Sentences cover every character that is not in a label, each once. None
	// crosses a line or a label. Blanks around a sentence are outside it.
	Sentences []Mark
	// Labels are the distinct names of speakers in order of first appearance.
	Labels []string
}

// Turn is one stretch of speech: the label (with its time and colon) is
// [Start, Text), the words are [Text, End). A stretch that goes on after a block
// quote or a note has no label of its own: Start equals Text. A label that
// nothing follows has Text equal to End.
type Turn struct {
	Start, Text, End       uint32
	StartCh, TextCh, EndCh uint32
	Speaker                uint16 // index into Cut.Labels
	Same                   bool   // continues the turn of the entry before
	Time                   int32  // seconds from the start of the recording, -1 for none
}

// Mark is one paragraph or sentence.
type Mark struct {
	Start, End     uint32
	StartCh, EndCh uint32
}

// TurnCount is the number of turns, stretches of one speaker in a row taken as one.
func (c Cut) TurnCount() int {
	if len(c.Turns) == 0 {
		return 0
	}
	return c.TurnNo(len(c.Turns) - 1)
}

// TurnNo is the number, from 1, of the turn that the stretch Turns[i] belongs
// to; 0 when there is no such stretch.
func (c Cut) TurnNo(i int) int {
	if i < 0 || i >= len(c.Turns) {
		return 0
	}
	n := 0
	for _, t := range c.Turns[:i+1] {
		if !t.Same {
			n++
		}
	}
	return n
}
