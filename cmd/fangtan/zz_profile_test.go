package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
)

func TestZZProfile(t *testing.T) {
	line := os.Getenv("ZZ")
	if line == "" {
		t.Skip()
	}
	exec.Command("cp", "/tmp/ft/try/base.fangtan", "/tmp/ft/try/prof.fangtan").Run()
	var errs bytes.Buffer
	p := newProgram()
	p.in, p.out, p.err = strings.NewReader(""), io.Discard, &errs
	code := p.run(strings.Fields(line))
	t.Log(code, errs.String())
}
