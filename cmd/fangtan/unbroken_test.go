//go:build unix

package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"fangtan/codebook"
	"fangtan/store/exchange"
	"fangtan/tui/locale"
)

// signalled sends the test itself a signal, which ends it unless somebody listens.
func signalled(t *testing.T, s syscall.Signal) {
	t.Helper()
	if err := syscall.Kill(os.Getpid(), s); err != nil {
		t.Fatal(err)
	}
}

// A signal in the midst of writing leaves neither the file nor its beginning.
func TestSignalStopsAFile(t *testing.T) {
	for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(s.String(), func(t *testing.T) {
			folder := t.TempDir()
			err := writeFile(filepath.Join(folder, "out.csv"), false, func(w io.Writer) (err error) {
				if _, err = w.Write([]byte("file,title\n")); err != nil {
					return err
				}
				if len(entries(t, folder)) != 1 {
					t.Error("nothing is being written")
				}
				for signalled(t, s); err == nil; {
					_, err = w.Write([]byte("a"))
				}
				return err
			})
			if !errors.Is(err, errStopped) {
				t.Errorf("ends with %v, want %v", err, errStopped)
			}
			if left := entries(t, folder); len(left) > 0 {
				t.Errorf("%s is left", left)
			}
			if want := "stopped before it was complete; nothing was written"; explain(locale.New(locale.English), err) != want {
				t.Errorf("explained as %q", explain(locale.New(locale.English), err))
			}
		})
	}
}

// A file that stood there stays as it was.
func TestSignalKeepsWhatStood(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.csv")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	err := writeFile(path, true, func(w io.Writer) (err error) {
		for signalled(t, syscall.SIGINT); err == nil; {
			_, err = w.Write([]byte("new"))
		}
		return nil // who writes may not care
	})
	if kept, _ := os.ReadFile(path); !errors.Is(err, errStopped) || string(kept) != "old" {
		t.Errorf("holds %q after %v", kept, err)
	}
}

// A project that is being made is made whole, and there is nothing beside it.
func TestSignalLeavesAWholeProject(t *testing.T) {
	folder := t.TempDir()
	err := unbroken(func(stopped func() bool) error {
		for signalled(t, syscall.SIGTERM); !stopped(); {
		}
		return exchange.WriteFile(filepath.Join(folder, "whole"), false, func(io.Writer) error { return nil })
	})
	if err != nil || len(entries(t, folder)) != 1 {
		t.Errorf("%v, %s", err, entries(t, folder))
	}
	study := codebook.New(newID(), newID(), locale.English)
	if _, err := (&codebook.PutCoder{Row: codebook.Coder{ID: newID(), Name: "A"}}).Apply(study); err != nil {
		t.Fatal(err)
	}
	founding := codebook.Action{Header: codebook.Header{ID: newID(), Coder: 1, Time: now()}}
	if err := create(filepath.Join(folder, "study"+extension), study, founding); err != nil || len(entries(t, folder)) != 2 {
		t.Errorf("%v, %s", err, entries(t, folder))
	}
}

// entries names what lies in a folder.
func entries(t *testing.T, folder string) (names []string) {
	t.Helper()
	all, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range all {
		names = append(names, e.Name())
	}
	return names
}
