package main

import (
	"bytes"
	"io"
	"os/exec"
	"strings"
	"testing"

	"github.com/creack/pty"

	"fangtan/tui/cell"
)

// TestTablesFitTheTerminal prints tables on a pseudo-terminal of 80 columns.
func TestTablesFitTheTerminal(t *testing.T) {
	const width = 80
	home := t.TempDir()
	sample := strings.TrimSpace(run(t, "fangtan", home, "demo", "--print"))
	for _, c := range []struct {
		line string
		want []string
	}{
		{"excerpts", []string{"文件", "编码", "原文", "窗口太窄"}},
		{"freq --lang en", []string{"code", "total"}},
		{"freq --by transcript", []string{"编码", "窗口太窄"}},
		{"codings list", []string{"文件", "原文"}},
		{"transcripts", []string{"文件"}},
		{"cooc --matrix", []string{"编码"}},
	} {
		cmd := exec.Command("fangtan", append(strings.Fields(c.line), "-p", sample)...)
		cmd.Env = surroundings(home)
		tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: width})
		if err != nil {
			t.Skipf("no pseudo-terminal here: %v", err)
		}
		var shown bytes.Buffer
		io.Copy(&shown, tty) // ends with an error of the system when the program does
		if err := cmd.Wait(); err != nil {
			t.Errorf("%s: %v", c.line, err)
		}
		tty.Close()
		for line := range strings.Lines(shown.String()) {
			line = strings.TrimRight(line, "\r\n")
			if w := cell.Wc().Width(line); w > width {
				t.Errorf("%s: a line of %d columns: %s", c.line, w, line)
			}
		}
		for _, words := range c.want {
			if !strings.Contains(shown.String(), words) {
				t.Errorf("%s: nothing of %q in\n%s", c.line, words, shown.String()[:min(shown.Len(), 2000)])
			}
		}
	}
}
