package keys

// Intent is what a key means on a screen with a cursor: one of the motions, or
// from [Own] on something of the screen's own.
type Intent uint8

// The motions.
const (
	Up Intent = iota + 1
	Down
	Left
	Right
	PageUp
	PageDown
	RowStart
	RowEnd
	First
	Last
	Own
)

// Steps is how many rows a motion goes on in a list of so many, a page being what
// is seen at a time: back if negative, and 0 for what is no motion up or down.
func (i Intent) Steps(page, rows int) int {
	switch i {
	case Up:
		return -1
	case Down:
		return 1
	case PageUp:
		return -page
	case PageDown:
		return page
	case First:
		return -rows
	case Last:
		return rows
	}
	return 0
}
