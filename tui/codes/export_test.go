package codes

// Check says whether the screen's keys contradict each other.
func Check(s *Screen) error { return s.keys.Check() }

// Palette are the colours offered.
func Palette() []string {
	hex := make([]string, len(palette))
	for i, c := range palette {
		hex[i] = c.hex
	}
	return hex
}
