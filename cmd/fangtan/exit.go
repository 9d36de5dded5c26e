package main

import (
	"encoding/json"
	"errors"

	"fangtan/codebook/text"
)

// The exit codes of every command.
const (
	exitDone    = 0
	exitFailed  = 1
	exitUsage   = 2
	exitPartial = 3
)

// usageError is a command line that is wrong. Its words are those of the catalogue.
type usageError struct{ words string }

func (e *usageError) Error() string { return e.words }

// usage makes a usageError of a message of the catalogue.
func (p *program) usage(id string, args ...any) error {
	return &usageError{p.t(id, args...)}
}

// failure is an error that has its words already.
type failure struct{ words string }

func (e *failure) Error() string { return e.words }

// fail makes a failure of a message of the catalogue.
func (p *program) fail(id string, args ...any) error {
	return &failure{p.t(id, args...)}
}

// partialError is what was done in part; what was left out has been said.
type partialError struct{ words string }

func (e *partialError) Error() string { return e.words }

// exitCode tells the code of a command's end.
func exitCode(err error) int {
	var usage *usageError
	var partial *partialError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &usage):
		return exitUsage
	case errors.As(err, &partial):
		return exitPartial
	}
	return exitFailed
}

// report says why a command did not do all it was asked, and gives the exit code.
func (p *program) report(err error) int {
	code := exitCode(err)
	if err == nil {
		return code
	}
	words := text.Harmless(p.explain(err))
	if !p.asked.jsonErrors {
		p.say(p.t("cli.says", "Words", words))
		return code
	}
	line, _ := json.Marshal(struct {
		Code  int    `json:"code"`
		Error string `json:"error"`
	}{code, words}) // a number and a string can always be written
	p.err.Write(append(line, '\n'))
	return code
}
