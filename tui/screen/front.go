package screen

// Front knows whether a screen is the one in front. The root draws no other, so
// a screen that was not drawn since it was last told of a change is hidden, and
// what the change costs can wait until it is shown.
type Front struct{ drawn bool }

// Drawn notes that the screen was drawn, or is about to be.
func (f *Front) Drawn() { f.drawn = true }

// Changed takes in that the study changed, and says whether the screen is in
// front: drawn since the last change.
func (f *Front) Changed() bool {
	was := f.drawn
	f.drawn = false
	return was
}
