package editor

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
)

// script writes a program of the shell that stands in for an editor.
func script(t *testing.T, name, lines string) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("needs a shell")
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+lines), 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

func environ(of map[string]string) func(string) string {
	return func(name string) string { return of[name] }
}

func TestWhatComesBack(t *testing.T) {
	const words = "甲：我不知道。\n"
	tests := []struct {
		name, words, script, want string
		err                       error
	}{
		{"changed", words, `printf '%s\n' '甲：我真不知道。' > "$1"`, "甲：我真不知道。\n", nil},
		{"unchanged", words, `:`, "", ErrUnchanged},
		{"written anew, the same", words, `cat "$1" > "$1.new"; mv "$1.new" "$1"`, "", ErrUnchanged},
		{"no line feed at the end, one put there", "一行", `echo >> "$1"`, "", ErrUnchanged},
		{"no line feed at the end, changed", "一行", `echo 两行 > "$1"`, "两行", nil},
		{"empty", words, `: > "$1"`, "", ErrEmpty},
		{"blank", words, `echo > "$1"`, "", ErrEmpty},
		{"no UTF-8", words, `printf '\377\376' >> "$1"`, "", ErrEncoding},
		{"gone", words, `rm "$1"`, "", fs.ErrNotExist},
		{"left copies beside it", words, `cp "$1" "$1~"; echo 新 > "$1"`, "新\n", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			folder := t.TempDir()
			d, err := Put(folder, "transcript.txt", tt.words)
			if err != nil {
				t.Fatal(err)
			}
			cmd, err := d.Command(environ(map[string]string{"EDITOR": script(t, "ed", tt.script)}))
			if err != nil {
				t.Fatal(err)
			}
			got, err := d.Take(cmd.Run())
			if got != tt.want || !errors.Is(err, tt.err) {
				t.Errorf("%q, %v; want %q, %v", got, err, tt.want, tt.err)
			}
			if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
				t.Errorf("left behind: %v, %v", left, err)
			}
		})
	}
}

func TestEditorThatFails(t *testing.T) {
	folder := t.TempDir()
	d, err := Put(folder, "t.txt", "x")
	if err != nil {
		t.Fatal(err)
	}
	cmd, err := d.Command(environ(map[string]string{"VISUAL": script(t, "ed", `echo 新 > "$1"; exit 7`)}))
	if err != nil {
		t.Fatal(err)
	}
	var failed *FailedError
	if _, err := d.Take(cmd.Run()); !errors.As(err, &failed) || failed.Code != 7 {
		t.Errorf("%v, want the exit code 7", err)
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if d, err = Put(folder, "t.txt", "x"); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Command(environ(map[string]string{"EDITOR": "no-such-editor-here --wait"})); !errors.As(err, &failed) || failed.Command != "no-such-editor-here --wait" {
		t.Errorf("an editor that is not there: %v", err)
	}
}

func TestOnlyItsOwnerCanReadADraft(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs modes")
	}
	d, err := Put(t.TempDir(), "t.txt", "x")
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]fs.FileMode{d.folder: 0o700, d.path: 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
}

func TestChoice(t *testing.T) {
	a, b, spaced := script(t, "vim", ""), script(t, "ed", ""), script(t, "my ed", "")
	tests := []struct {
		env  map[string]string
		want []string
	}{
		{map[string]string{"VISUAL": a, "EDITOR": b}, []string{a}},
		{map[string]string{"VISUAL": " ", "EDITOR": b}, []string{b}},
		{map[string]string{"EDITOR": b + " --wait  -x"}, []string{b, "--wait", "-x"}},
		{map[string]string{"EDITOR": spaced}, []string{spaced}},
		{map[string]string{"EDITOR": `'` + spaced + `' -c "a b" ''`}, []string{spaced, "-c", "a b", ""}},
	}
	for _, tt := range tests {
		if got, err := choose(environ(tt.env)); err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("%v: %q, %v; want %q", tt.env, got, err, tt.want)
		}
	}
	bin := t.TempDir()
	t.Setenv("PATH", bin)
	if _, err := choose(environ(nil)); !errors.Is(err, ErrNone) {
		t.Errorf("without any editor: %v", err)
	}
	for _, name := range []string{"vi", "nano"} {
		if err := os.WriteFile(filepath.Join(bin, name), []byte("#!/bin/sh\n"), 0o700); err != nil {
			t.Fatal(err)
		}
		if got, err := choose(environ(nil)); err != nil || !slices.Equal(got, []string{name}) {
			t.Errorf("%q, %v; want %s", got, err, name)
		}
	}
}

func TestVimLeavesNothing(t *testing.T) {
	vim := script(t, "vim.basic", "")
	link := filepath.Join(t.TempDir(), "vi")
	if err := os.Symlink(vim, link); err != nil {
		t.Fatal(err)
	}
	d, err := Put(t.TempDir(), "t.txt", "x")
	if err != nil {
		t.Fatal(err)
	}
	for editor, want := range map[string]string{vim: "-n", link + " -u NORC": "-u", script(t, "nano", ""): d.path} {
		cmd, err := d.Command(environ(map[string]string{"EDITOR": editor}))
		if err != nil || cmd.Args[1] != want || cmd.Args[len(cmd.Args)-1] != d.path {
			t.Errorf("%s: %v, %v", editor, cmd, err)
		} else if want != d.path && !slices.Contains(cmd.Args, "-n") {
			t.Errorf("%s: %q has no -n", editor, cmd.Args)
		}
	}
}
