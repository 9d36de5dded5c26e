package tuitest

import (
	"fmt"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
)

// special are the keys that have no character of their own, by the names that Bubble Tea gives them.
var special = map[string]rune{
	"enter": tea.KeyEnter, "tab": tea.KeyTab, "esc": tea.KeyEscape, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete,
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "insert": tea.KeyInsert, "space": tea.KeySpace,
	"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6,
	"f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f10": tea.KeyF10, "f11": tea.KeyF11, "f12": tea.KeyF12,
}

var modifiers = map[string]tea.KeyMod{"ctrl": tea.ModCtrl, "alt": tea.ModAlt, "shift": tea.ModShift}

// Keys turns a script into key presses. Words are typed character by character, blanks between them mean nothing,
// and <…> is one key: "j j <enter> <ctrl+z> 要求 <space>". A name that is no key panics: the test is wrong.
func Keys(script string) []tea.KeyPressMsg {
	var presses []tea.KeyPressMsg
	for _, word := range strings.FieldsFunc(script, between) {
		if name, ok := strings.CutPrefix(word, "<"); ok && strings.HasSuffix(name, ">") && len(name) > 1 {
			presses = append(presses, press(strings.TrimSuffix(name, ">")))
			continue
		}
		for _, sign := range word {
			presses = append(presses, typed(sign))
		}
	}
	return presses
}

// between tells what parts the words of a script; a full-width blank is a key.
func between(sign rune) bool { return sign == ' ' || sign == '\n' || sign == '\t' }

// typed is the press of a key that makes a character, as a terminal reports it.
func typed(sign rune) tea.KeyPressMsg {
	key := tea.Key{Code: sign, Text: string(sign)}
	if unicode.IsUpper(sign) {
		key.Code, key.ShiftedCode, key.Mod = unicode.ToLower(sign), sign, tea.ModShift
	}
	return tea.KeyPressMsg(key)
}

// press is the key of a name with its modifiers.
func press(name string) tea.KeyPressMsg {
	key := tea.Key{}
	parts := strings.Split(name, "+")
	for _, part := range parts[:len(parts)-1] {
		mod, ok := modifiers[part]
		if !ok {
			panic(fmt.Sprintf("tuitest: no modifier %q in key <%s>", part, name))
		}
		key.Mod |= mod
	}
	last := parts[len(parts)-1]
	if code, ok := special[last]; ok {
		key.Code = code
		if code == tea.KeySpace && key.Mod == 0 {
			key.Text = " "
		}
		return tea.KeyPressMsg(key)
	}
	signs := []rune(last)
	if len(signs) != 1 {
		panic(fmt.Sprintf("tuitest: no key <%s>", name))
	}
	key.Code = signs[0]
	return tea.KeyPressMsg(key)
}
