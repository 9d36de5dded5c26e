package find

import "strings"

// Sound is how a name is said: its Chinese characters by their usual reading in
// pinyin without tones, words of other scripts as they are, a blank between them,
// punctuation left out. Two names of one sound are easily taken for each other when
// they are typed.
func Sound(name string) string {
	n := newName(name)
	said := make([]string, len(n.cells))
	for i := range n.cells {
		said[i] = n.cells[i].usual(n.text)
	}
	return strings.Join(said, " ")
}

// Letters is a name as it is compared: [Normalize]d, without space and punctuation.
func Letters(name string) string { return lettersOnly(Normalize(name)) }
