package store

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"fangtan/codebook"
	"fangtan/store/storetest"
)

// Tests that need another process run the test binary again. Its argument is the
// name of a child; it gets the path of a project, tells what it did on its
// standard output, and waits for its standard input where it should wait.
const childVariable, childPath = "FANGTAN_STORE_CHILD", "FANGTAN_STORE_PATH"

var children = map[string]func(path string) error{
	"hold":        holdChild,
	"commit":      func(path string) error { return commitChild(path, func() {}) },
	"commit each": commitEachChild,
}

func TestMain(m *testing.M) {
	child := children[os.Getenv(childVariable)]
	if child == nil {
		os.Exit(run(m))
	}
	if err := child(os.Getenv(childPath)); err != nil {
		fmt.Println("failed:", err)
		os.Exit(1)
	}
}

func run(m *testing.M) int {
	flag.Parse()
	if testing.Short() {
		flag.Set("rapid.checks", "20")
	}
	return m.Run()
}

// process is a child that runs.
type process struct {
	*exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

func start(t testing.TB, child, path string) *process {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childVariable+"="+child, childPath+"="+path)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	p := &process{cmd, in, bufio.NewReader(out)}
	t.Cleanup(func() { p.kill() })
	return p
}

// line is the next thing that the child tells, "" after the last.
func (p *process) line() string {
	s, err := p.out.ReadString('\n')
	if err != nil {
		return "" // perhaps half a line
	}
	return strings.TrimSpace(s)
}

func (p *process) kill() {
	p.Process.Kill()
	p.Wait()
}

// holdChild holds the project until it is told to let go.
func holdChild(path string) error {
	f, err := Open(path, Options{Clock: testClock})
	if err != nil {
		return err
	}
	fmt.Println("open")
	io.Copy(io.Discard, os.Stdin)
	return f.Close()
}

// commitEachChild makes one commit for each line that it is told.
func commitEachChild(path string) error {
	in := bufio.NewReader(os.Stdin)
	return commitChild(path, func() {
		if _, err := in.ReadString('\n'); err != nil {
			os.Exit(0)
		}
	})
}

// commitChild commits one action after the other, each when wait returns, and
// tells the number of each.
func commitChild(path string, wait func()) error {
	f, err := Open(path, Options{Clock: testClock})
	if err != nil {
		return err
	}
	m := childMaker(f)
	for i := uint32(0); ; i++ {
		wait()
		a, err := f.Project().Do(childOp(m, i), m.Stamp())
		if errors.Is(err, codebook.ErrNothing) {
			continue
		}
		if err != nil {
			return err
		}
		nos, err := f.Commit(a)
		if err != nil {
			return err
		}
		fmt.Println(nos[0])
	}
}

// childMaker gives ids that no earlier child gave.
func childMaker(f *File) *storetest.Maker {
	return storetest.MakerFrom(f.LastAction() << 20)
}

// childOp is a coding, and now and then a change of many records.
func childOp(m *storetest.Maker, i uint32) codebook.Op {
	switch i % 7 {
	case 3:
		return m.Transcript(fmt.Sprintf("t%d.txt", m.Next()), 200)
	case 5:
		return &codebook.PutCode{Row: codebook.Code{ID: m.ID(), NameZh: fmt.Sprint("码", m.Next())}}
	}
	at := m.Next() % 300
	return &codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{{
		ID: m.ID(), Start: uint32(at), End: uint32(at) + 30 + i%40, Code: 1 + codebook.No(i)%4, Coder: 1, Created: int64(m.Next()),
	}}}
}
