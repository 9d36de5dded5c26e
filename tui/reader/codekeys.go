package reader

import (
	"strings"

	"fangtan/codebook"
	"fangtan/tui/screen"
)

// keyed is where code keys coded.
type keyed struct {
	side *side
	sel  selection
}

// toggleCodeKeys switches code keys on or off.
func (r *Reader) toggleCodeKeys() {
	r.dirty, r.steps = true, nil
	if r.mode == modeKeys {
		r.mode = modeReading
		r.say("reader.keys-off")
		return
	}
	r.mode = modeKeys
	r.say("reader.keys-on")
}

// codeKey takes a letter or a digit while code keys are on, and says whether it was one. Shift codes and stays.
func (r *Reader) codeKey(key string) bool {
	if len(key) != 1 {
		return false
	}
	lower := strings.ToLower(key)
	letter := 'a' <= lower[0] && lower[0] <= 'z'
	if !letter && (key[0] < '1' || key[0] > '9') {
		return false
	}
	r.dirty = true
	n := r.pinned(lower)
	if n == 0 {
		r.warn("reader.no-pin", "Key", key)
		return true
	}
	r.stepping(func() {
		if r.apply(n) && lower == key && r.movesOn() {
			r.onward()
		}
	})
	return true
}

// stepping remembers where something was done in code keys that changed the study.
func (r *Reader) stepping(act func()) {
	before, revision := keyed{r.side, r.sel}, r.project().Revision()
	act()
	if r.mode == modeKeys && r.project().Revision() != revision {
		r.steps = append(r.steps, before)
	}
}

// undoKey takes the last action back and returns to where it was made.
func (r *Reader) undoKey() {
	r.env.Wish(screen.Undo{})
	if n := len(r.steps); n > 0 {
		last := r.steps[n-1]
		r.steps = r.steps[:n-1]
		r.focus(last.side)
		r.sel = last.sel
		r.moved()
	}
}

// The rows of the keyboard.
var keyRows = [...]string{"qwertyuiop", "asdfghjkl", "zxcvbnm"}

// Columns of a key in which there is room for its letter, and for the number of its code or the beginning of its name.
const (
	keyLeast = 5
	keyRoomy = 7
)

// keyboard draws which letter is which code, in at most width columns: keys with what they stand for where there is room for that,
// else the keys and a list.
//
//	q P1.1    w P1.2           q w e r t y u i o p
//	目标不…   目标冲…            a s d f g h j k l
//	  a       s I2.4
//	          绩效考…           q P1.1 目标不明确   d I3.3 责任意识
func (r *Reader) keyboard(width int) [][]piece {
	each, tight := width/len(keyRows[0]), r.sheet.band == keyboardTight
	if each < keyLeast || tight && each < keyRoomy || r.sheet.pane {
		return r.keyList(width)
	}
	var lines [][]piece
	codes := r.byPin()
	for i, row := range keyRows {
		indent := piece{strings.Repeat(" ", i*each/3), r.canvas.brushes.text}
		top, below := []piece{indent}, []piece{indent}
		for _, key := range row {
			upper, lower := r.keyCap(key, codes[key], each)
			top, below = append(top, upper...), append(below, lower)
		}
		if lines = append(lines, top); !tight {
			lines = append(lines, below)
		}
	}
	return lines
}

// keyCap draws a key, each in so many columns: its letter, the number of its code beside it, the name below; in few columns the
// number alone.
func (r *Reader) keyCap(key rune, n codebook.No, each int) (top []piece, below piece) {
	b, ruler := r.canvas.brushes, r.ruler()
	fit := func(text string, width int) string { return ruler.Fit(ruler.Cut(text, width-1), width) }
	if each < keyRoomy || n == 0 {
		return []piece{{ruler.Fit(string(key), each), r.keyBrush(n)}}, piece{fit(r.short(n), each), r.codeBrush(n)}
	}
	c := r.project().Code(n)
	top = []piece{{string(key) + " ", r.keyBrush(n)}, {fit(c.Number, each-2), r.codeBrush(n)}}
	return top, piece{fit(c.Name(r.env.Words.Lang()), each), b.text}
}

// keyList is the keyboard alone and below it the letters in use with numbers and names, column by column. On a low screen it is
// the list alone, if need be without names.
func (r *Reader) keyList(width int) [][]piece {
	const named = 23 // columns in which a name can be told
	codes := r.byPin()
	list := r.keyColumns(width, named, func(n codebook.No) (string, string) {
		c := r.project().Code(n)
		return c.Number, c.Name(r.env.Words.Lang())
	})
	if r.sheet.band == keyboardTight {
		if len(list) > keyboardTight {
			return r.keyColumns(width, keyRoomy+1, func(n codebook.No) (string, string) { return r.short(n), "" })
		}
		return list
	}
	lines := make([][]piece, 0, len(keyRows)+1+len(list))
	for i, row := range keyRows {
		line := []piece{{strings.Repeat(" ", i), r.canvas.brushes.text}}
		for _, key := range row {
			line = append(line, piece{string(key) + " ", r.keyBrush(codes[key])})
		}
		lines = append(lines, line)
	}
	return append(append(lines, nil), list...)
}

// keyColumns lists the letters in use with a number and a name each, in columns of at least so many.
func (r *Reader) keyColumns(width, least int, words func(codebook.No) (number, name string)) [][]piece {
	b, ruler, codes := r.canvas.brushes, r.ruler(), r.byPin()
	var used []rune
	numbers := 0
	for _, key := range strings.Join(keyRows[:], "") {
		if n := codes[key]; n != 0 {
			number, _ := words(n)
			used, numbers = append(used, key), max(numbers, ruler.Width(number))
		}
	}
	per := max(width/least, 1)
	each, rows := width/per, (len(used)+per-1)/per
	if numbers > 0 {
		numbers = min(numbers+1, each-3)
	}
	lines := make([][]piece, rows)
	for i, key := range used {
		number, name := words(codes[key])
		rest := each - 2 - numbers
		lines[i%rows] = append(lines[i%rows], piece{string(key) + " ", b.key},
			piece{ruler.Fit(number, numbers), r.codeBrush(codes[key])}, piece{ruler.Fit(ruler.Cut(name, rest-1), rest), b.text})
	}
	return lines
}

func (r *Reader) keyBrush(n codebook.No) brush {
	if n == 0 {
		return r.canvas.brushes.dim
	}
	return r.canvas.brushes.key
}

// byPin gives the codes that have letters.
func (r *Reader) byPin() map[rune]codebook.No {
	codes := map[rune]codebook.No{}
	for _, n := range r.project().Tree().Order {
		if c := r.project().Code(n); c.Pin != "" {
			codes[rune(c.Pin[0])] = n
		}
	}
	return codes
}
