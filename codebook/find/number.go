package find

import "strings"

// number is a code's number made ready for comparison: P2.1 is found by p2.1
// and by p21, X-PI by x-pi and by xpi.
type number struct {
	folded
	letters string // text without points and hyphens
}

func newNumber(s string) number {
	f := fold(s)
	return number{folded: f, letters: lettersOnly(f.text)}
}

// score tells how well q fits the number, 0 if it does not.
func (n *number) score(q *question) int {
	switch {
	case n.text == "":
		return 0
	case n.text == q.text:
		return numberExact.at(asTyped)
	case strings.HasPrefix(n.text, q.text):
		return numberPrefix.at(asTyped)
	case len(q.letters) < len(q.text): // typed with points: they must agree
		return 0
	case n.letters == q.letters:
		return numberExact.at(0)
	case strings.HasPrefix(n.letters, q.letters):
		return numberPrefix.at(0)
	}
	return 0
}

func (n *number) spans(q *question) [][2]int {
	end := len(q.text)
	if !strings.HasPrefix(n.text, q.text) {
		end = n.reach(len(q.letters))
	}
	return [][2]int{n.span(0, end)}
}

// reach returns the byte of the text after its first size bytes of letters.
func (n *number) reach(size int) int {
	for i, r := range n.text {
		if size <= 0 {
			return i
		}
		if isWordRune(r) {
			size -= len(string(r))
		}
	}
	return len(n.text)
}
