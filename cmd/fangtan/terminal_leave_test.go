//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// tty gives how the terminal is set.
func (term *terminal) tty() string {
	term.t.Helper()
	term.asked++
	file := fmt.Sprintf("tty%d", term.asked) // another each time: what it says may still be on the screen
	term.Type(fmt.Sprintf("clear; stty -a > %s; echo wrote %s", file, file), "Enter")
	term.until("wrote "+file, func(screen string) bool { return strings.HasPrefix(screen, "wrote "+file+"\n") })
	data, err := os.ReadFile(filepath.Join(term.home, file))
	if err != nil {
		term.t.Fatal(err)
	}
	return string(data)
}

// sane fails unless the terminal is as it was before the program.
func (term *terminal) sane(before string) {
	term.t.Helper()
	for name, want := range map[string]string{"alternate_on": "0", "mouse_any_flag": "0", "cursor_flag": "1"} {
		if got := term.State(name); got != want {
			term.t.Errorf("%s is %s after the program, want %s", name, got, want)
		}
	}
	if after := term.tty(); after != before {
		term.t.Errorf("the terminal is set otherwise after the program:\n%s\nbefore:\n%s", after, before)
	}
}

// workbench starts the program in the terminal, codes three sentences, and gives its
// process id.
func (term *terminal) workbench() int {
	term.t.Helper()
	term.Type("sh -c 'echo $$ > pid; exec fangtan -p study.fangtan'; echo ended with $?", "Enter")
	term.Wait("老耿", "已保存")
	term.Type("Enter")
	term.Wait("话轮", "QL-10")
	term.Type(")", "1", "j", "2", "j", "3")
	term.Wait("已编码：I3.1 政策理解偏差", "已保存")
	data, err := os.ReadFile(filepath.Join(term.home, "pid"))
	if err != nil {
		term.t.Fatal(err)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(data)))
	if err != nil {
		term.t.Fatal(err)
	}
	return pid
}

func TestTerminalComesBack(t *testing.T) {
	kill := func(s syscall.Signal) func(*terminal, int) {
		return func(term *terminal, pid int) {
			if err := syscall.Kill(pid, s); err != nil {
				term.t.Fatal(err)
			}
		}
	}
	tests := []struct {
		name  string
		leave func(*terminal, int)
	}{
		{"ctrl+q", func(term *terminal, _ int) { term.Type("C-q") }},
		{"while typing", func(term *terminal, _ int) { term.Type("Enter", "要求", "C-q") }},
		{"terminate", kill(syscall.SIGTERM)},
		{"hang up", kill(syscall.SIGHUP)},
		{"interrupt", kill(syscall.SIGINT)},
		{"quit", kill(syscall.SIGQUIT)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			term := openTerminal(t, 90, 24, "zh_CN.UTF-8")
			aStudy(term)
			before := term.tty()
			pid := term.workbench()
			if term.State("alternate_on") != "1" {
				t.Error("the screens are not on the alternate screen")
			}
			test.leave(term, pid)
			term.Wait("ended with 0", "ready>")
			term.sane(before)
			if got := len(rows(t, term.Run("codings", "export"))); got != 3 {
				t.Errorf("%d codings on disk, want 3", got)
			}
		})
	}
}

// What is coded in the very moment of a signal is on disk too.
func TestTerminalLosesNothingAtASignal(t *testing.T) {
	term := openTerminal(t, 90, 24, "zh_CN.UTF-8")
	aStudy(term)
	pid := term.workbench()
	term.Type("j4j5j6j7j8")
	term.Wait("已编码：X-PI")
	if err := syscall.Kill(pid, syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	term.Wait("ended with 0")
	if got := len(rows(t, term.Run("codings", "export"))); got != 8 {
		t.Errorf("%d codings on disk, want 8", got)
	}
}

func TestTerminalSuspends(t *testing.T) {
	term := openTerminal(t, 90, 24, "zh_CN.UTF-8")
	aStudy(term)
	before := term.tty()
	term.Type("fangtan -p study.fangtan", "Enter")
	term.Wait("老耿", "已保存")
	term.Type("C-p", "guaqi")
	term.Wait("▸挂起程序")
	term.Type("Enter")
	term.until("the shell", func(screen string) bool {
		return strings.Contains(screen, "ready>") && !strings.Contains(screen, "老耿")
	})
	term.sane(before)
	if _, said, err := term.Try("undo"); err == nil || !strings.Contains(said, "study.fangtan") {
		t.Errorf("a suspended program gave the file away: %v, said %q", err, said)
	}
	term.Type("fg", "Enter")
	term.Wait("老耿", "已保存")
	if term.State("alternate_on") != "1" {
		t.Error("the screens did not come back to the alternate screen")
	}
	term.Type("C-q")
	term.Wait("ready>")
	term.sane(before)
}
