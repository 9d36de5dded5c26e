package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// updating says that what is compared is to be written anew: by the flag -update,
// which package golden brings for all tests.
func updating() bool { return flag.Lookup("update").Value.String() == "true" }

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"fangtan": main})
}

// TestScripts runs whole commands and compares what they print, byte for byte.
// In a script, study makes a project of testdata/study: two interviews of one
// question and one answer each, seven codes, eight codings by two coders.
func TestScripts(t *testing.T) {
	study, err := filepath.Abs("testdata/study")
	if err != nil {
		t.Fatal(err)
	}
	cmds := maps.Clone(scriptCmds)
	cmds["study"] = func(ts *testscript.TestScript, _ bool, _ []string) { makeStudy(ts, study) }
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: updating(),
		Setup: func(e *testscript.Env) error {
			for _, v := range [][2]string{
				{"LANG", "zh_CN.UTF-8"}, {"LC_ALL", ""}, {"HOME", e.WorkDir + "/.home"}, {"XDG_STATE_HOME", e.WorkDir + "/.home/state"},
				{"XDG_DATA_HOME", e.WorkDir + "/.home/data"}, {"FANGTAN_PROJECT", ""}, {"FANGTAN_CODER", ""}, {"NO_COLOR", ""},
				{"GORACE", "atexit_sleep_ms=10"}, // a program under the race detector lingers for a second otherwise
			} {
				e.Setenv(v[0], v[1])
			}
			return nil
		},
		Cmds: cmds,
		Condition: func(name string) (bool, error) {
			if name != "mounts" {
				return false, fmt.Errorf("there is no condition %q", name)
			}
			return mayMount(t.TempDir()), nil
		},
	})
}

// mayMount says whether a disk can be mounted at a folder, out of sight of all others.
func mayMount(folder string) bool {
	return exec.Command("unshare", "--mount", "mount", "-t", "tmpfs", "none", folder).Run() == nil
}

// makeStudy makes the project study.fangtan in the script's folder, with 甲 as the
// coder of what follows.
func makeStudy(ts *testscript.TestScript, from string) {
	ts.Check(os.CopyFS(ts.MkAbs("."), os.DirFS(from)))
	ts.Setenv("FANGTAN_CODER", "甲")
	for _, args := range [][]string{
		{"new", "study.fangtan", "--codebook", "empty", "--coder", "甲", "--lang", "zh"},
		{"import", "in", "--manifest", "manifest.csv"},
		{"codes", "import", "codes.csv"},
		{"codings", "import", "codings.csv"},
	} {
		ts.Check(ts.Exec("fangtan", args...))
	}
}
