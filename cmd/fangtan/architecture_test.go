package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The house has four wings, and what a wing must never know is written here. A
// rule holds for the folders it names and all below them.
var rules = []rule{
	{
		name: "the meaning knows values only",
		in:   []string{"codebook"},
		imports: []string{
			"os", "os/...", "net/...", "net", "io/fs", "path/filepath", "syscall", "math/rand/...", "math/rand", "crypto/rand",
			"go.etcd.io/...", "charm.land/...", "github.com/charmbracelet/...", "fangtan/store/...", "fangtan/store", "fangtan/tui/...", "fangtan/tui",
			"github.com/google/uuid",
		},
		calls: clock,
	},
	{
		name:    "the paper knows no terminal",
		in:      []string{"store"},
		imports: []string{"fangtan/tui", "fangtan/tui/...", "fangtan/cmd/...", "charm.land/...", "github.com/charmbracelet/...", "github.com/spf13/..."},
	},
	{
		name:    "one package knows bbolt",
		in:      []string{"."},
		imports: []string{"go.etcd.io/..."},
		except:  []string{"store go.etcd.io/bbolt", "store go.etcd.io/bbolt/errors"},
	},
	{
		name:    "the desk knows no files",
		in:      []string{"tui"},
		imports: []string{"fangtan/store", "fangtan/store/...", "fangtan/cmd/...", "os", "os/...", "io/fs", "path/filepath", "net", "net/http"},
		calls:   []string{"time.Now", "time.Since", "time.Until", "time.Sleep"},
	},
	{
		name:    "leaves know nothing of the study",
		in:      []string{"codebook/text", "codebook/starters", "store/page", "tui/cell", "tui/keys", "tui/theme", "tui/locale"},
		imports: []string{"fangtan", "fangtan/..."},
		except:  []string{"tui/cell fangtan/codebook/text"},
	},
	{
		name:    "a text field knows how text is measured, no more",
		in:      []string{"tui/field"},
		imports: []string{"fangtan/..."},
		except:  []string{"tui/field fangtan/codebook/text", "tui/field fangtan/tui/cell"},
	},
	{
		name:    "the readers of transcripts know no study and no disk",
		in:      []string{"store/transcript"},
		imports: []string{"fangtan/codebook", "fangtan/store/...", "fangtan/store", "os", "io/fs", "path/filepath"},
	},
	{
		name:    "screens know neither each other nor the root",
		in:      screens,
		imports: append([]string{"fangtan/tui"}, inModule(screens)...),
	},
	{
		name: "only the program writes to the terminal",
		in:   []string{"codebook", "store", "tui"},
		calls: []string{
			"fmt.Print", "fmt.Printf", "fmt.Println", "os.Stdout", "os.Stderr", "log.Print", "log.Printf", "log.Println", "log.Fatal", "log.Fatalf",
		},
	},
	{
		name:  "screens start nothing behind their own back",
		in:    []string{"tui", "codebook"},
		goes:  true,
		calls: []string{"os.Exit"},
	},
}

// clock is what tells or takes the time.
var clock = []string{
	"time.Now", "time.Since", "time.Until", "time.Sleep", "time.After", "time.AfterFunc", "time.Tick", "time.NewTimer", "time.NewTicker",
}

var screens = []string{"tui/library", "tui/reader", "tui/codes", "tui/frequency", "tui/cooccurrence", "tui/excerpts", "tui/links", "tui/memos"}

// inModule gives the import paths of folders.
func inModule(folders []string) []string {
	paths := make([]string, len(folders))
	for i, f := range folders {
		paths[i] = "fangtan/" + f
	}
	return paths
}

// rule is something that the packages in some folders must not do.
type rule struct {
	name    string
	in      []string // folders, with all below
	imports []string // paths; one that ends in /... means all below
	calls   []string // package.Name
	goes    bool     // no go statements
	except  []string // "folder import": that one package may
}

// source is one file of the module, without tests.
type source struct {
	folder string
	file   *ast.File
	set    *token.FileSet
}

// broken names what in a file breaks the rule.
func (r *rule) broken(s source) []string {
	if !slices.ContainsFunc(r.in, func(f string) bool { return f == "." || s.folder == f || strings.HasPrefix(s.folder, f+"/") }) {
		return nil
	}
	var found []string
	at := func(n ast.Node, what string) {
		found = append(found, fmt.Sprintf("%s: %s: %s", s.set.Position(n.Pos()), r.name, what))
	}
	for _, i := range s.file.Imports {
		p := strings.Trim(i.Path.Value, `"`)
		own := p == path.Join("fangtan", s.folder)
		if !own && slices.ContainsFunc(r.imports, func(pattern string) bool { return matches(pattern, p) }) &&
			!slices.Contains(r.except, s.folder+" "+p) {
			at(i, "imports "+p)
		}
	}
	imported := imports(s.file)
	ast.Inspect(s.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok && slices.Contains(r.calls, imported[x.Name]+"."+n.Sel.Name) {
				at(n, "uses "+imported[x.Name]+"."+n.Sel.Name)
			}
		case *ast.Ident:
			for _, call := range r.calls {
				if p, name, _ := strings.Cut(call, "."); n.Name == name && imported["."+p] == p {
					at(n, "uses "+call)
				}
			}
		case *ast.GoStmt:
			if r.goes {
				at(n, "starts a goroutine")
			}
		}
		return true
	})
	return found
}

// imports gives the packages of a file by the names that the file calls them;
// one whose names stand without a package is under its path behind a dot.
func imports(file *ast.File) map[string]string {
	named := map[string]string{}
	for _, i := range file.Imports {
		p := strings.Trim(i.Path.Value, `"`)
		switch {
		case i.Name == nil:
			named[path.Base(p)] = p
		case i.Name.Name == ".":
			named["."+p] = p
		default:
			named[i.Name.Name] = p
		}
	}
	return named
}

func matches(pattern, importPath string) bool {
	if below, ok := strings.CutSuffix(pattern, "/..."); ok {
		return strings.HasPrefix(importPath, below+"/")
	}
	return pattern == importPath
}

const moduleRoot = "../.."

// sources parses the module without tests, test helpers and folders of data.
func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	set := token.NewFileSet()
	err := filepath.WalkDir(moduleRoot, func(name string, entry fs.DirEntry, err error) error {
		folder := filepath.Base(name)
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != moduleRoot && (strings.HasPrefix(folder, ".") || folder == "testdata" || strings.HasSuffix(folder, "test")):
			return filepath.SkipDir
		case entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		below, err := filepath.Rel(moduleRoot, filepath.Dir(name))
		all = append(all, source{filepath.ToSlash(below), file, set})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestArrows(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range sources(t) {
		seen[s.folder] = true
		for i := range rules {
			for _, fault := range rules[i].broken(s) {
				t.Error(fault)
			}
		}
	}
	for _, r := range rules {
		for _, folder := range r.in {
			if folder != "." && folder != "tui" && !seen[folder] {
				t.Errorf("%s: the folder %s is gone; change the rule", r.name, folder)
			}
		}
	}
}

// Folders are sentences: no name that says nothing.
func TestFolderNames(t *testing.T) {
	for _, s := range sources(t) {
		if base := path.Base(s.folder); slices.Contains([]string{"common", "util", "utils", "helper", "helpers", "types", "misc", "base", "shared"}, base) {
			t.Errorf("%s says nothing about what it holds", s.folder)
		}
	}
}

// Nothing but what this list names stands at the top.
func TestTopOfTheHouse(t *testing.T) {
	entries, err := os.ReadDir(moduleRoot)
	if err != nil {
		t.Fatal(err)
	}
	known := []string{"cmd", "codebook", "store", "tui", "docs", "go.mod", "go.sum", "README.md", "LICENSE"}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !slices.Contains(known, e.Name()) {
			t.Errorf("%s does not belong at the top", e.Name())
		}
	}
}

// The rules themselves must be able to fail.
func TestRulesCatch(t *testing.T) {
	tests := []struct {
		folder, code string
		want         int
	}{
		{"codebook", `package p; import "os"; var _ = os.Args`, 1},
		{"codebook/tally", `package p; import "time"; var _ = time.Now()`, 1},
		{"codebook", `package p; import ("math/rand/v2"; "go.etcd.io/bbolt")`, 3}, // bbolt breaks two rules
		{"codebook", `package p; import t "time"; var _ = t.Now()`, 1},
		{"codebook", `package p; import . "time"; var _ = Now()`, 1},
		{"codebook", `package p; import "time"; var _, _ = time.NewTimer(1), time.Until`, 2},
		{"codebook", `package p; import "time"; func f(time struct{ Since int }) { _ = time.Since }`, 1}, // names are not followed
		{"codebook", `package p; import "fangtan/codebook/time"; var _ = time.Hour`, 0},
		{"codebook", `package p; import "math/rand"`, 1},
		{"codebook", `package p; import r "math/rand/v2"`, 1},
		{"codebook/tally", `package p; import "github.com/google/uuid"`, 1},
		{"tui/codes", `package p; import f "fmt"; func g() { f.Println() }`, 1},
		{"store/exchange", `package p; import "github.com/charmbracelet/x/ansi"`, 1},
		{"store/intake", `package p; import "github.com/charmbracelet/x/ansi"`, 1},
		{"store", `package p; import "go.etcd.io/bbolt"`, 0},
		{"tui/reader", `package p; import "fangtan/tui/codes"`, 1},
		{"tui/reader", `package p; import "fangtan/tui"`, 1},
		{"tui/cell", `package p; import "fangtan/codebook"`, 1},
		{"tui", `package p; import "fangtan/store"; func f() { go f() }`, 2},
		{"tui/codes", `package p; import "fmt"; func f() { fmt.Println() }`, 1},
		{"cmd/fangtan", `package p; import ("fmt"; "os"); func f() { fmt.Println(os.Stdout); go f() }`, 0},
	}
	for _, test := range tests {
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, "x.go", test.code, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for i := range rules {
			found = append(found, rules[i].broken(source{test.folder, file, set})...)
		}
		if len(found) != test.want {
			t.Errorf("%s: %s: %d faults %q, want %d", test.folder, test.code, len(found), found, test.want)
		}
	}
}
