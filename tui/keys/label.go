package keys

import "strings"

// Keys whose label is a message, because people call them differently in different languages.
var named = map[string]string{
	"enter": "app.key.enter", "space": "app.key.space", "backspace": "app.key.backspace", "delete": "app.key.delete",
}

// Keys whose label is the same everywhere.
var drawn = map[string]string{
	"up": "↑", "down": "↓", "left": "←", "right": "→", "tab": "Tab", "esc": "Esc", "home": "Home", "end": "End",
	"pgup": "PgUp", "pgdown": "PgDn", "insert": "Ins",
	"ctrl": "Ctrl", "alt": "Alt", "shift": "Shift",
}

// Label writes a key as people read it: "shift+down" is Shift+↓, "ctrl+p" is Ctrl+P, "enter" is 回车 in Chinese.
func Label(key string, w Words) string {
	presses := strings.Fields(key)
	for i, press := range presses {
		presses[i] = label(press, w)
	}
	return strings.Join(presses, " ")
}

func label(press string, w Words) string {
	parts := split(press)
	for i, part := range parts {
		switch {
		case named[part] != "":
			parts[i] = w.T(named[part])
		case drawn[part] != "":
			parts[i] = drawn[part]
		case len(parts) > 1 || function(part):
			parts[i] = strings.ToUpper(part)
		}
	}
	return strings.Join(parts, "+")
}

// split parts modifiers from the key; the key itself may be a plus.
func split(press string) []string {
	if press == "+" {
		return []string{press}
	}
	if modifiers, plus := strings.CutSuffix(press, "++"); plus {
		return append(strings.Split(modifiers, "+"), "+")
	}
	return strings.Split(press, "+")
}

func function(part string) bool {
	return len(part) > 1 && part[0] == 'f' && part[1] >= '1' && part[1] <= '9'
}
