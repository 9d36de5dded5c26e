package library

// Check says whether the screen's keys contradict each other.
func Check(s *Screen) error { return s.keys.Check() }
