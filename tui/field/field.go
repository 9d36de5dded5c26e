package field

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook/text"
)

// Field is a line of text with a cursor. The zero value is empty and ready.
type Field struct {
	// Placeholder is shown dimmed while the field is empty.
	Placeholder string

	value  string
	cursor int // byte offset in value, on a grapheme boundary
	first  int // byte offset of the first grapheme shown
}

// New returns an empty field.
func New() *Field { return &Field{} }

// Value returns the text as typed.
func (f *Field) Value() string { return f.value }

// SetValue replaces the text, line breaks made blanks, and puts the cursor behind it.
func (f *Field) SetValue(s string) {
	f.value, f.first = "", 0
	f.cursor = 0
	f.insert(s)
}

// Cursor returns the cursor's byte offset in Value.
func (f *Field) Cursor() int { return f.cursor }

// SetCursor puts the cursor at the grapheme boundary at or before a byte offset.
func (f *Field) SetCursor(off int) {
	off = min(max(off, 0), len(f.value))
	f.cursor, _ = text.Snap(f.value, off, off)
}

// Update takes a key press or a paste and tells whether the field understood it. What it did not understand has
// changed nothing and is for the parent.
func (f *Field) Update(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		f.insert(msg.Content)
		return true
	case tea.KeyPressMsg:
		if edit, ok := edits[msg.Keystroke()]; ok {
			edit(f)
			return true
		}
		if msg.Text != "" {
			f.insert(msg.Text)
			return true
		}
	}
	return false
}

// edits are the keys that a field understands beside text. Ctrl with a letter is what every terminal can send.
var edits = map[string]func(*Field){
	"left": (*Field).left, "ctrl+b": (*Field).left,
	"right": (*Field).right, "ctrl+f": (*Field).right,
	"ctrl+left": (*Field).wordLeft, "alt+left": (*Field).wordLeft, "alt+b": (*Field).wordLeft,
	"ctrl+right": (*Field).wordRight, "alt+right": (*Field).wordRight, "alt+f": (*Field).wordRight,
	"home": (*Field).home, "ctrl+a": (*Field).home,
	"end": (*Field).end, "ctrl+e": (*Field).end,
	"backspace": cut((*Field).left), "ctrl+h": cut((*Field).left), "shift+backspace": cut((*Field).left),
	"delete": cut((*Field).right), "ctrl+d": cut((*Field).right),
	"ctrl+w": cut((*Field).wordLeft), "alt+backspace": cut((*Field).wordLeft), "ctrl+backspace": cut((*Field).wordLeft),
	"alt+d": cut((*Field).wordRight), "ctrl+delete": cut((*Field).wordRight),
	"ctrl+u": cut((*Field).home), "ctrl+k": cut((*Field).end),
}

// insert puts s in at the cursor. The cursor goes behind it, past marks that join it: e and U+0301, typed one
// after the other, are one grapheme then.
func (f *Field) insert(s string) {
	s = oneLine.Replace(strings.ToValidUTF8(s, "\ufffd"))
	f.value = f.value[:f.cursor] + s + f.value[f.cursor:]
	f.settle(f.cursor + len(s))
}

var oneLine = strings.NewReplacer("\r\n", " ", "\r", " ", "\n", " ", "\t", " ")

// settle puts the cursor at the grapheme boundary at or after off.
func (f *Field) settle(off int) {
	if off > 0 {
		_, off = text.Snap(f.value, off-1, off)
	}
	f.cursor = off
	f.first = min(f.first, f.cursor)
	f.first, _ = text.Snap(f.value, f.first, f.first)
}

func (f *Field) left()  { f.cursor = text.PrevGrapheme(f.value, f.cursor) }
func (f *Field) right() { f.cursor = text.NextGrapheme(f.value, f.cursor) }
func (f *Field) home()  { f.cursor = 0 }
func (f *Field) end()   { f.cursor = len(f.value) }

// cut makes a movement an edit: what the cursor passes over is deleted.
func cut(move func(*Field)) func(*Field) {
	return func(f *Field) {
		from := f.cursor
		move(f)
		from, to := min(from, f.cursor), max(from, f.cursor)
		f.value = f.value[:from] + f.value[to:]
		f.settle(from)
	}
}
