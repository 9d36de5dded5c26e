package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// patience is how long a screen may take to show what is waited for. It is no
// claim of speed: a loaded machine may take its time.
const patience = 20 * time.Second

// terminal is a real terminal: a window of tmux, on a socket of its own.
type terminal struct {
	t      *testing.T
	home   string // everything the program may write
	socket string
	window string
	lang   string
	asked  int // how often for the terminal's settings
}

// openTerminal starts a terminal of that size with a shell that knows the program.
func openTerminal(t *testing.T, width, height int, lang string) *terminal {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Skip("no tmux here: the tests in a real terminal are left out")
	}
	short, err := os.MkdirTemp("", "ft") // the path of a socket may not be long
	if err != nil {
		t.Fatal(err)
	}
	term := &terminal{t: t, home: t.TempDir(), socket: filepath.Join(short, "s"), window: "main:0", lang: lang}
	cmd := exec.Command("tmux", "-u", "-f", os.DevNull, "-S", term.socket, "new-session", "-d", "-s", "main",
		"-x", fmt.Sprint(width), "-y", fmt.Sprint(height), "sh")
	cmd.Env = term.environment()
	cmd.Dir = term.home
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("tmux: %v\n%s", err, out)
	}
	t.Cleanup(func() {
		term.tmux("kill-server")
		os.RemoveAll(short)
		term.cleared()
	})
	term.tmux("set", "-g", "status", "off")
	term.tmux("set", "-s", "escape-time", "0")
	term.greet()
	return term
}

// Another opens a second terminal beside the first, of the same size and home.
func (term *terminal) Another() *terminal {
	other := *term
	other.window = "main:1"
	term.tmux("new-window", "-t", other.window, "-c", term.home, "sh")
	other.greet()
	return &other
}

// greet waits for the shell.
func (term *terminal) greet() {
	term.t.Helper()
	term.Type("PS1='ready> '; clear", "Enter")
	term.until("an empty shell", func(screen string) bool { return strings.TrimSpace(screen) == "ready>" })
}

// cleared waits until what ran in the terminal has put everything away and left:
// until its folder can be taken away and does not come back.
func (term *terminal) cleared() {
	for end := time.Now().Add(patience); time.Now().Before(end); {
		failed := os.RemoveAll(term.home)
		time.Sleep(100 * time.Millisecond)
		if failed == nil && !there(term.home) {
			return
		}
	}
}

func (term *terminal) environment() []string {
	return append(os.Environ(), "LANG="+term.lang, "LC_ALL="+term.lang, "TERM=xterm-256color", "NO_COLOR=", "FANGTAN_PROJECT=", "FANGTAN_CODER=",
		"HOME="+term.home, "XDG_DATA_HOME="+term.home+"/data", "XDG_STATE_HOME="+term.home+"/state", "XDG_CONFIG_HOME="+term.home+"/config")
}

func (term *terminal) tmux(args ...string) string {
	var out bytes.Buffer
	cmd := exec.Command("tmux", append([]string{"-u", "-S", term.socket}, args...)...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	cmd.Stdout = &out
	cmd.Run() // a server that is gone shows as an empty screen
	return out.String()
}

// Type sends keys by tmux's names ("Enter", "C-q", "F5"); anything else is typed as it is.
func (term *terminal) Type(keys ...string) {
	for _, k := range keys {
		if special(k) {
			term.send(k)
			continue
		}
		if words, ends := strings.CutSuffix(k, ";"); ends {
			k = words + `\;` // or tmux takes it for the end of its command
		}
		term.send("-l", k)
	}
}

func (term *terminal) send(keys ...string) {
	term.t.Helper()
	args := append([]string{"-u", "-S", term.socket, "send-keys", "-t", term.window}, keys...)
	if out, err := exec.Command("tmux", args...).CombinedOutput(); err != nil {
		term.t.Fatalf("tmux %q: %v\n%s", args, err, out)
	}
}

func special(key string) bool {
	switch key {
	case "Enter", "Tab", "Escape", "Up", "Down", "Left", "Right", "Space", "BSpace", "PageDown", "PageUp":
		return true
	}
	return strings.HasPrefix(key, "C-") || strings.HasPrefix(key, "S-") || len(key) == 2 && key[0] == 'F'
}

// Screen is what the terminal shows.
func (term *terminal) Screen() string { return term.tmux("capture-pane", "-p", "-t", term.window) }

// State is a variable of tmux, such as cursor_x or alternate_on.
func (term *terminal) State(name string) string {
	return strings.TrimSpace(term.tmux("display-message", "-p", "-t", term.window, "#{"+name+"}"))
}

// Resize makes the terminal another size.
func (term *terminal) Resize(width, height int) {
	term.tmux("resize-window", "-t", term.window, "-x", fmt.Sprint(width), "-y", fmt.Sprint(height))
}

// Wait waits until the screen shows every one of texts, and returns it.
func (term *terminal) Wait(texts ...string) string {
	term.t.Helper()
	return term.until(strings.Join(texts, ", "), func(screen string) bool {
		for _, s := range texts {
			if !strings.Contains(screen, s) {
				return false
			}
		}
		return true
	})
}

// Gone waits until the screen does not show text any more.
func (term *terminal) Gone(text string) {
	term.t.Helper()
	term.until("a screen without "+text, func(screen string) bool { return !strings.Contains(screen, text) })
}

func (term *terminal) until(what string, ok func(screen string) bool) string {
	term.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		screen := term.Screen()
		if ok(screen) {
			return screen
		}
		if time.Now().After(end) {
			term.t.Fatalf("the screen never showed %s:\n%s", what, screen)
		}
	}
}

// Run runs a command of the program outside the terminal and gives its stdout.
func (term *terminal) Run(args ...string) string {
	term.t.Helper()
	out, said, err := term.Try(args...)
	if err != nil {
		term.t.Fatalf("fangtan %s: %v\n%s", strings.Join(args, " "), err, said)
	}
	return out
}

// Try runs a command that may fail: its stdout, and what it said to stderr.
func (term *terminal) Try(args ...string) (out, said string, err error) {
	cmd := exec.Command("fangtan", args...)
	cmd.Dir = term.home
	cmd.Env = term.environment()
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err = cmd.Run()
	return stdout.String(), stderr.String(), err
}

// aStudy makes a study of one interview in the terminal's home.
func aStudy(term *terminal) {
	term.t.Helper()
	term.Run("new", "study.fangtan", "--codebook", "smith", "--coder", "甲", "--lang", "zh")
	term.Run("import", sampleFolder(term.t, "村干部"))
}

// sampleFolder is a folder with the sample study's transcripts of one group, under
// the names they have in the study.
func sampleFolder(t *testing.T, group string) string {
	t.Helper()
	sample := filepath.Join("..", "..", "store", "sample")
	list, err := os.ReadFile(filepath.Join(sample, "texts.csv"))
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), group)
	texts := fstest.MapFS{}
	for _, row := range rows(t, string(list)) {
		if path.Dir(row[1]) == group {
			data, err := os.ReadFile(filepath.Join(sample, "texts", row[0]))
			if err != nil {
				t.Fatal(err)
			}
			texts[path.Base(row[1])] = &fstest.MapFile{Data: data, Mode: 0o600}
		}
	}
	if err := os.CopyFS(to, texts); err != nil {
		t.Fatal(err)
	}
	return to
}

// rows reads a CSV table without its head.
func rows(t *testing.T, table string) [][]string {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil {
		t.Fatalf("%v in\n%s", err, table)
	}
	return all[1:]
}

// atCursor is the text of the cursor's line from the cursor on.
func (term *terminal) atCursor() string {
	_, after := term.splitAtCursor()
	return after
}

// beforeCursor is the text of the cursor's line up to the cursor.
func (term *terminal) beforeCursor() string {
	before, _ := term.splitAtCursor()
	return before
}

func (term *terminal) splitAtCursor() (before, after string) {
	x, errX := strconv.Atoi(term.State("cursor_x"))
	y, errY := strconv.Atoi(term.State("cursor_y"))
	lines := strings.Split(term.Screen(), "\n")
	if errX != nil || errY != nil || y >= len(lines) {
		return "", ""
	}
	line := lines[y] + strings.Repeat(" ", x)
	before = ansi.TruncateWc(line, x, "")
	return before, line[len(before):]
}
