package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// BenchmarkFirstFrame starts the program in a pseudo-terminal until the first
// frame has come out of it whole: the sample study, beside a program that only
// starts and ends. With FANGTAN_BENCH_CORPUS it also opens the study made of that
// corpus, and a transcript of it. Memory is what is resident once the screen has
// stood still.
func BenchmarkFirstFrame(b *testing.B) {
	program := build(b)
	home := b.TempDir()
	sample := strings.TrimSpace(run(b, program, home, "demo", "--print"))
	projects := map[string]string{"sample": sample}
	if corpus := os.Getenv(benchCorpus); corpus != "" {
		projects["large"] = uncoded(b, program, home, corpus)
		run(b, program, home, "codings", "import", "-p", projects["large"], "--coder", "bench", filepath.Join(corpus, "codings.csv"))
		run(b, program, home, "backup", "-p", projects["large"])
	}
	b.Run("nothing", func(b *testing.B) {
		for b.Loop() {
			run(b, program, home, "version")
		}
	})
	for name, project := range projects {
		b.Run(name, func(b *testing.B) {
			var resident int64
			for b.Loop() {
				resident = firstFrame(b, program, home, project)
			}
			b.ReportMetric(float64(resident)/1024, "MB-resident")
		})
	}
}

func build(tb testing.TB) string {
	tb.Helper()
	program := filepath.Join(tb.TempDir(), "fangtan")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		tb.Fatalf("build: %v\n%s", err, out)
	}
	return program
}

func surroundings(home string) []string {
	return append(os.Environ(), "HOME="+home, "LANG=zh_CN.UTF-8", "LC_ALL=zh_CN.UTF-8", "TERM=xterm-256color", "FANGTAN_PROJECT=", "FANGTAN_CODER=",
		"XDG_DATA_HOME="+home, "XDG_STATE_HOME="+home, "XDG_CONFIG_HOME="+home)
}

func run(tb testing.TB, program, home string, args ...string) string {
	tb.Helper()
	cmd := exec.Command(program, args...)
	cmd.Env = surroundings(home)
	out, err := cmd.Output()
	if err != nil {
		tb.Fatalf("fangtan %s: %v", strings.Join(args, " "), err)
	}
	return string(out)
}

// firstFrame starts the workbench, waits for the footer of the first frame, and
// gives the resident memory in KB after it has settled.
func firstFrame(b *testing.B, program, home, project string) int64 {
	b.Helper()
	cmd := exec.Command(program, project)
	cmd.Env = append(surroundings(home), "COLORTERM=truecolor")
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 60, Cols: 200})
	if err != nil {
		b.Skipf("no pseudo-terminal here: %v", err)
	}
	defer tty.Close()
	seen := make(chan struct{})
	go func() {
		var all bytes.Buffer
		buf := make([]byte, 1<<16)
		for shown := false; ; {
			n, err := tty.Read(buf)
			if all.Write(buf[:n]); !shown && bytes.Contains(all.Bytes(), []byte("全部按键")) {
				shown = true
				close(seen)
			}
			if err != nil {
				return
			}
		}
	}()
	select {
	case <-seen:
	case <-time.After(time.Minute):
		b.Fatal("no first frame within a minute")
	}
	b.StopTimer()
	defer b.StartTimer()
	io.WriteString(tty, "\r")          // opens a transcript
	time.Sleep(500 * time.Millisecond) // what is read behind the first frame counts as memory, not as time
	kb := residentKB(cmd.Process.Pid)
	io.WriteString(tty, "\x11") // Ctrl+Q
	if err := cmd.Wait(); err != nil {
		b.Fatalf("the program ended with %v", err)
	}
	return kb
}

func residentKB(pid int) int64 {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(data), "VmRSS:")
	fields := strings.Fields(rest)
	if len(fields) == 0 {
		return 0
	}
	kb, _ := strconv.ParseInt(fields[0], 10, 64)
	return kb
}
