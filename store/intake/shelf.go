package intake

import "fangtan/codebook"

// Texts go to the store ahead of the action once there are more than stageFrom
// bytes of them, in pieces of stagePiece bytes.
const (
	stageFrom  = 50 << 20
	stagePiece = 8 << 20
)

// shelf holds the texts of a plan: in their ops as long as they are few, and from
// then on only until the next piece is full.
type shelf struct {
	stage   func(map[codebook.Hash]string) error // nil: they stay in their ops
	held    []*codebook.AddTranscript
	size    int64
	waiting map[codebook.Hash]string // nil while texts stay in their ops
}

// put takes the text of an op.
func (s *shelf) put(add *codebook.AddTranscript, words string) error {
	s.size += int64(len(words))
	if s.waiting == nil {
		add.Text = words
		s.held = append(s.held, add)
		if s.stage == nil || s.size <= stageFrom {
			return nil
		}
		return s.clear()
	}
	s.waiting[add.Row.Text] = words
	if s.size < stagePiece {
		return nil
	}
	return s.empty()
}

// clear writes the texts that lie in ops and takes them out.
func (s *shelf) clear() error {
	s.waiting = map[codebook.Hash]string{}
	s.size = 0
	for _, add := range s.held {
		s.waiting[add.Row.Text] = add.Text
		s.size += int64(len(add.Text))
		add.Text = ""
		if s.size >= stagePiece {
			if err := s.empty(); err != nil {
				return err
			}
		}
	}
	s.held = nil
	return nil
}

// empty writes the piece that waits.
func (s *shelf) empty() error {
	if len(s.waiting) == 0 {
		return nil
	}
	err := s.stage(s.waiting)
	s.waiting, s.size = map[codebook.Hash]string{}, 0
	return err
}

// flush writes what still waits, at the end.
func (m *maker) flush() error { return m.store.empty() }
