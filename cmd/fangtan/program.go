package main

import (
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/google/uuid"
	"github.com/spf13/cobra"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/tui/locale"
)

// version is what the program calls itself; releases set it when linking.
var version = "0.1.0"

// program is one run of fangtan: what surrounds it and what holds for every
// command.
type program struct {
	in       io.Reader
	out, err io.Writer
	env      func(string) string
	words    *locale.Words

	outTerminal bool // stdout shows on a terminal
	outWidth    int  // columns of that terminal; 0 where it does not say
	errTerminal bool // stderr does
	inTerminal  bool // somebody can answer questions

	asked globals
	root  func(args []string) *cobra.Command // makes the bare program, for a command that runs another
	stood time.Time                          // when the last action was made that the screens show; zero if that is now
}

// globals are the flags that every command knows.
type globals struct {
	project, coder, lang string
	plain, jsonErrors    bool
	asOf                 string // the point at which the study is looked at, empty for now
	dryRun               bool   // only commands that change the project have it
}

func newProgram() *program {
	width, _, err := term.GetSize(os.Stdout.Fd())
	if err != nil {
		width = 0 // no terminal: nothing has to fit
	}
	return &program{
		outWidth: width,
		in:       os.Stdin, out: os.Stdout, err: os.Stderr, env: os.Getenv,
		outTerminal: term.IsTerminal(os.Stdout.Fd()),
		errTerminal: term.IsTerminal(os.Stderr.Fd()),
		inTerminal:  term.IsTerminal(os.Stdin.Fd()),
	}
}

// run does what the command line says and gives the exit code.
func (p *program) run(args []string) int {
	p.words = locale.Of(locale.Detect(flagLang(args), p.env))
	return p.report(p.rootCmd(args).Execute())
}

// flagLang looks for --lang before the flags are parsed: help and errors about
// the command line are in that language too. One that the program does not speak
// is refused later, in the language of the surroundings.
func flagLang(args []string) string {
	lang := ""
	for i, a := range args {
		if a == "--" {
			break
		}
		if a == "--lang" && i+1 < len(args) {
			lang = args[i+1]
		} else if value, ok := strings.CutPrefix(a, "--lang="); ok {
			lang = value
		}
	}
	if !slices.Contains(locale.Languages(), lang) {
		return ""
	}
	return lang
}

// t gives a message of the catalogue.
func (p *program) t(id string, args ...any) string { return p.words.T(id, args...) }

// lang is the language of words for people.
func (p *program) lang() string { return p.words.Lang() }

// say writes a line for people to stderr.
func (p *program) say(line string) {
	io.WriteString(p.err, text.Harmless(line)+"\n") // there is nowhere to report an error of stderr
}

// now is the time in Unix milliseconds.
func now() int64 { return time.Now().UnixMilli() }

// newID makes an identity that is unlike all others.
func newID() codebook.ID { return codebook.ID(uuid.Must(uuid.NewV7())) }
