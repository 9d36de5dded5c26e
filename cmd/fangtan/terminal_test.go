package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// patience is how long a screen may take to show what is waited for. It is no
// claim of speed: a loaded machine may take its time.
const patience = 20 * time.Second

// terminal is a real terminal: a tmux session on a socket of its own.
type terminal struct {
	t       *testing.T
	program string
	home    string // everything the program may write
	socket  string
}

// openTerminal builds the program and starts a terminal of that size with it.
func openTerminal(t *testing.T, width, height int, lang string) *terminal {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Skip("no tmux here: the tests in a real terminal are left out")
	}
	home := t.TempDir()
	term := &terminal{t: t, home: home, program: filepath.Join(home, "fangtan"), socket: filepath.Join(home, "socket")}
	if out, err := exec.Command("go", "build", "-o", term.program, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	cmd := exec.Command("tmux", "-u", "-f", os.DevNull, "-S", term.socket, "new-session", "-d",
		"-x", fmt.Sprint(width), "-y", fmt.Sprint(height), "sh")
	cmd.Env = term.environment(lang)
	cmd.Dir = home
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("tmux: %v\n%s", err, out)
	}
	t.Cleanup(func() { term.tmux("kill-server") })
	term.tmux("set", "-g", "status", "off")
	term.tmux("set", "-s", "escape-time", "0")
	term.Type("PS1='ready> '; clear", "Enter")
	term.Wait("ready>")
	return term
}

func (term *terminal) environment(lang string) []string {
	return append(os.Environ(), "LANG="+lang, "LC_ALL="+lang, "TERM=xterm-256color", "NO_COLOR=", "FANGTAN_PROJECT=", "FANGTAN_CODER=",
		"HOME="+term.home, "XDG_DATA_HOME="+term.home+"/data", "XDG_STATE_HOME="+term.home+"/state", "XDG_CONFIG_HOME="+term.home+"/config",
		"PATH="+term.home+":"+os.Getenv("PATH"))
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
			term.tmux("send-keys", k)
		} else {
			term.tmux("send-keys", "-l", k)
		}
	}
}

func special(key string) bool {
	switch key {
	case "Enter", "Tab", "Escape", "Up", "Down", "Left", "Right", "Space", "BSpace", "PageDown", "PageUp":
		return true
	}
	return strings.HasPrefix(key, "C-") || len(key) == 2 && key[0] == 'F'
}

// Screen is what the terminal shows.
func (term *terminal) Screen() string { return term.tmux("capture-pane", "-p") }

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
	cmd := exec.Command(term.program, args...)
	cmd.Dir = term.home
	cmd.Env = term.environment("zh_CN.UTF-8")
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		term.t.Fatalf("fangtan %s: %v\n%s", strings.Join(args, " "), err, errs.String())
	}
	return out.String()
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
