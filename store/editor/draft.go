package editor

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// What can be wrong with what comes back.
var (
	ErrNone      = errors.New("no editor was found: set $VISUAL or $EDITOR")
	ErrEncoding  = errors.New("the edited text is not UTF-8")
	ErrEmpty     = errors.New("the edited text is empty")
	ErrUnchanged = errors.New("the text was not changed")
	ErrTooLong   = errors.New("the edited text is too long")
)

// FailedError is an editor that could not be started or ended with an error; its
// text is not used.
type FailedError struct {
	Command string // as it was asked for
	Code    int    // exit code; -1 if it did not come to that
	Err     error
}

// Error names the editor and how it ended.
func (e *FailedError) Error() string { return fmt.Sprintf("editor %q: %v", e.Command, e.Err) }

// Unwrap gives the error of the system.
func (e *FailedError) Unwrap() error { return e.Err }

// most is how long a text may come back, in bytes.
const most = 256 << 20

// Draft is a text that is out to be edited.
type Draft struct {
	folder, path string
	words        string
	command      string
}

// Put lays words out in a file of that name, in a new folder within folder. Errors
// are those of the disk.
func Put(folder, name, words string) (*Draft, error) {
	own, err := os.MkdirTemp(folder, ".fangtan-edit-")
	if err != nil {
		return nil, err
	}
	d := &Draft{folder: own, path: filepath.Join(own, name), words: words}
	if err := os.WriteFile(d.path, []byte(words), 0o600); err != nil {
		return nil, errors.Join(err, d.Discard())
	}
	return d, nil
}

// Command is the editor on the draft, ready to be run. Its error is [ErrNone] or a
// [FailedError] for one that is asked for and not there.
func (d *Draft) Command(environ func(string) string) (*exec.Cmd, error) {
	words, err := choose(environ)
	if err != nil {
		return nil, err
	}
	d.command = strings.Join(words, " ")
	path, err := exec.LookPath(words[0])
	if err != nil {
		return nil, &FailedError{d.command, -1, err}
	}
	args := append(words[1:], discreet(path)...)
	return exec.Command(path, append(args, d.path)...), nil
}

// Take gives the text as the editor left it and removes the draft. ran is what
// running the editor came to. Errors: [FailedError], [ErrEncoding], [ErrEmpty],
// [ErrUnchanged], [ErrTooLong], and those of the disk.
func (d *Draft) Take(ran error) (string, error) {
	words, err := d.read(ran)
	if gone := d.Discard(); err == nil {
		err = gone
	}
	return words, err
}

// Discard removes the draft. It may be called again.
func (d *Draft) Discard() error { return os.RemoveAll(d.folder) }

func (d *Draft) read(ran error) (string, error) {
	if ran != nil {
		code := -1
		var exit *exec.ExitError
		if errors.As(ran, &exit) {
			code = exit.ExitCode()
		}
		return "", &FailedError{d.command, code, ran}
	}
	file, err := os.Open(d.path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, most+1))
	words := string(data)
	switch {
	case err != nil:
		return "", err
	case len(words) > most:
		return "", ErrTooLong
	case !utf8.ValidString(words):
		return "", ErrEncoding
	case strings.TrimSpace(words) == "":
		return "", ErrEmpty
	}
	if words = d.ended(words); words == d.words {
		return "", ErrUnchanged
	}
	return words, nil
}

// ended takes off the line feed that most editors put behind a last line that has none.
func (d *Draft) ended(words string) string {
	if !strings.HasSuffix(d.words, "\n") {
		return strings.TrimSuffix(words, "\n")
	}
	return words
}
