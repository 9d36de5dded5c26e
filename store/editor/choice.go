package editor

import (
	"os/exec"
	"path/filepath"
	"strings"
)

// usual are the editors looked for where nobody says which, the easiest first.
var usual = []string{"nano", "vim", "vi", "notepad"}

// choose gives the editor with its arguments.
func choose(environ func(string) string) ([]string, error) {
	for _, name := range []string{"VISUAL", "EDITOR"} {
		asked := strings.TrimSpace(environ(name))
		if asked == "" {
			continue
		}
		if _, err := exec.LookPath(asked); err == nil { // a path with blanks in it
			return []string{asked}, nil
		}
		if words := split(asked); len(words) > 0 {
			return words, nil
		}
	}
	for _, name := range usual {
		if _, err := exec.LookPath(name); err == nil {
			return []string{name}, nil
		}
	}
	return nil, ErrNone
}

// split takes a command line apart at its blanks, but for those between quotes.
func split(line string) []string {
	var words []string
	var word strings.Builder
	var quote rune
	inside := false
	for _, r := range line {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '"' || r == '\''):
			quote, inside = r, true
		case quote == 0 && (r == ' ' || r == '\t'):
			if inside {
				words = append(words, word.String())
				word.Reset()
			}
			inside = false
		default:
			word.WriteRune(r)
			inside = true
		}
	}
	if inside {
		words = append(words, word.String())
	}
	return words
}

// discreet are the arguments that keep an editor of the vim family from leaving
// the text in swap, backup, undo and history files. Any other one has only the
// folder to leave anything in.
func discreet(path string) []string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	name := strings.TrimSuffix(strings.ToLower(filepath.Base(path)), ".exe")
	if !strings.Contains(name, "vim") {
		return nil
	}
	return []string{"-n", "-i", "NONE", "-c", "silent! set nobackup nowritebackup noundofile"}
}
