package reader

import (
	"strings"

	"fangtan/codebook"
	"fangtan/tui/screen"
)

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
	before, revision := r.sel, r.project().Revision()
	put := r.apply(n)
	if r.project().Revision() != revision {
		r.steps = append(r.steps, before)
	}
	if put && lower == key && r.movesOn() {
		r.onward()
	}
	return true
}

// undoKey takes the last action back and returns to where it was made.
func (r *Reader) undoKey() {
	r.env.Wish(screen.Undo{})
	if n := len(r.steps); n > 0 {
		r.sel, r.steps = r.steps[n-1], r.steps[:n-1]
		r.moved()
	}
}

// The rows of the keyboard.
var keyRows = [...]string{"qwertyuiop", "asdfghjkl", "zxcvbnm"}

// keyboard draws which letter is which code, in at most width columns: keys with numbers below them where there is room
// for numbers, else the keys and a list.
//
//	q     w     e              q w e r t y u i o p
//	P1.1  P1.2  ·               a s d f g h j k l
//	 a     s                   q P1.1 目标不明确
func (r *Reader) keyboard(width int) [][]piece {
	const roomy = 5
	if each := width / len(keyRows[0]); each >= roomy && r.sheet.rows+r.sheet.band >= paneFromRows {
		return r.keyCaps(each)
	}
	return r.keyList(width)
}

// keyCaps are two lines for each row of keys: letters, and what they stand for.
func (r *Reader) keyCaps(each int) [][]piece {
	var lines [][]piece
	codes := r.byPin()
	for i, row := range keyRows {
		indent := strings.Repeat(" ", i*each/3)
		top, below := []piece{{indent, r.canvas.brushes.text}}, []piece{{indent, r.canvas.brushes.text}}
		for _, key := range row {
			brush, name := r.canvas.brushes.dim, ""
			if n := codes[key]; n != 0 {
				brush, name = r.codeBrush(n), r.short(n)
			}
			top = append(top, piece{r.ruler().Fit(string(key), each), r.keyBrush(codes[key])})
			below = append(below, piece{r.ruler().Fit(r.ruler().Cut(name, each-1), each), brush})
		}
		lines = append(lines, top, below)
	}
	return lines
}

// keyList is the keyboard alone and a list of the letters in use, as many in a line as have room.
func (r *Reader) keyList(width int) [][]piece {
	var lines [][]piece
	codes := r.byPin()
	if r.sheet.band != keyboardTight {
		for i, row := range keyRows {
			line := []piece{{strings.Repeat(" ", i), r.canvas.brushes.text}}
			for _, key := range row {
				line = append(line, piece{string(key) + " ", r.keyBrush(codes[key])})
			}
			lines = append(lines, line)
		}
	}
	const entry = 28
	per := max(width/entry, 1)
	var line []piece
	for _, row := range keyRows {
		for _, key := range row {
			n := codes[key]
			if n == 0 {
				continue
			}
			line = append(line, piece{string(key) + " ", r.keyBrush(n)}, piece{r.ruler().Fit(r.title(n), width/per-3) + " ", r.codeBrush(n)})
			if len(line) == 2*per {
				lines, line = append(lines, line), nil
			}
		}
	}
	if line != nil {
		lines = append(lines, line)
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
