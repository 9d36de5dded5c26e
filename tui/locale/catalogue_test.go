package locale

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

const root = "../.."

var (
	idShape  = regexp.MustCompile(`^[a-z]+(\.[a-z0-9-]+)+$`)
	fileName = regexp.MustCompile(`\.(csv|css|docx|fangtan|go|html|jpg|json|md|mod|odt|pdf|png|qdc|qdpx|rtf|srt|sum|svg|toml|tsv|txt|vtt|xlsx|xml|zip)$`)
	value    = regexp.MustCompile(`\{\{[^}]*?\.(\w+)`)
)

// messages returns all messages of a language by their ids.
func messages(t *testing.T, lang string) map[string]*i18n.Message {
	t.Helper()
	all := map[string]*i18n.Message{}
	files, err := catalogue.ReadDir(lang)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		list, err := parse(lang, strings.TrimSuffix(file.Name(), ".toml"))
		if err != nil {
			t.Fatalf("%s/%s: %v", lang, file.Name(), err)
		}
		for _, m := range list {
			all[m.ID] = m
		}
	}
	return all
}

// values returns the sorted names of the values that a message takes.
func values(m *i18n.Message) []string {
	names := map[string]bool{}
	for _, form := range []string{m.Zero, m.One, m.Two, m.Few, m.Many, m.Other} {
		for _, found := range value.FindAllStringSubmatch(form, -1) {
			names[found[1]] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

func TestLanguagesAgree(t *testing.T) {
	zh, en := messages(t, Chinese), messages(t, English)
	for id, m := range zh {
		if !idShape.MatchString(id) || fileName.MatchString(id) {
			t.Errorf("%s: an id has small letters, digits and hyphens, with dots between, and is no name of a file", id)
		}
		if other, ok := en[id]; !ok {
			t.Errorf("%s is missing in English", id)
		} else if a, b := values(m), values(other); !slices.Equal(a, b) {
			t.Errorf("%s takes %v in Chinese and %v in English", id, a, b)
		}
		if m.Other == "" || m.One != "" {
			t.Errorf("%s: Chinese has one form, other, and it may not be empty", id)
		}
	}
	for id, m := range en {
		if _, ok := zh[id]; !ok {
			t.Errorf("%s is missing in Chinese", id)
		}
		if m.Other == "" {
			t.Errorf("%s: English has no form other", id)
		}
	}
}

// use is a place in the sources where an id stands.
type use struct {
	id, where string
	values    []string // names passed beside the id, nil when it is not a plain call of T
	direct    bool
}

// uses scans the Go sources of the module, without tests, for ids.
func uses(t *testing.T, areas map[string]bool) []use {
	t.Helper()
	var found []use
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		name := entry.Name()
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path != root && (strings.HasPrefix(name, ".") || name == "testdata"):
			return filepath.SkipDir
		case entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		list, problems := scan(path, source, areas)
		for _, problem := range problems {
			t.Error(problem)
		}
		found = append(found, list...)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// scan finds the ids in one file: literals shaped like one whose area exists, and whatever literal is passed to T. Problems are
// calls of T with an id put together from pieces, and files that do not parse.
func scan(path string, source []byte, areas map[string]bool) (found []use, problems []string) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, path, source, parser.SkipObjectResolution)
	if err != nil {
		return nil, []string{err.Error()}
	}
	called := map[ast.Expr]bool{}
	ast.Inspect(file, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.CallExpr:
			id, ok := callOfT(node)
			if !ok {
				return true
			}
			called[id] = true
			where := files.Position(node.Pos()).String()
			switch id := id.(type) {
			case *ast.BasicLit:
				found = append(found, use{text(id), where, names(node.Args[1:]), !node.Ellipsis.IsValid()})
			case *ast.BinaryExpr:
				problems = append(problems, where+": an id is one whole literal, not a sum")
			}
		case *ast.BasicLit:
			id := text(node)
			area, _, _ := strings.Cut(id, ".")
			if !called[node] && areas[area] && idShape.MatchString(id) && !fileName.MatchString(id) {
				found = append(found, use{id: id, where: files.Position(node.Pos()).String()})
			}
		}
		return true
	})
	return found, problems
}

// callOfT returns the first argument of a call x.T(…).
func callOfT(call *ast.CallExpr) (ast.Expr, bool) {
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || f.Sel.Name != "T" || len(call.Args) == 0 {
		return nil, false
	}
	return call.Args[0], true
}

func text(literal *ast.BasicLit) string {
	if literal.Kind != token.STRING {
		return ""
	}
	s, err := strconv.Unquote(literal.Value)
	if err != nil {
		return ""
	}
	return s
}

// names returns the literal names among alternating names and values, sorted, without PluralCount, which no template needs.
func names(args []ast.Expr) []string {
	var list []string
	for i := 0; i < len(args); i += 2 {
		if literal, ok := args[i].(*ast.BasicLit); ok && text(literal) != "PluralCount" {
			list = append(list, text(literal))
		}
	}
	slices.Sort(list)
	return list
}

func areasOf(ids map[string]*i18n.Message) map[string]bool {
	areas := map[string]bool{}
	for id := range ids {
		area, _, _ := strings.Cut(id, ".")
		areas[area] = true
	}
	return areas
}

func TestSourcesAskForWhatIsThere(t *testing.T) {
	known := messages(t, Chinese)
	for _, u := range uses(t, areasOf(known)) {
		m, ok := known[u.id]
		if !ok {
			t.Errorf("%s: no message %q", u.where, u.id)
			continue
		}
		if want := values(m); u.direct && !slices.Equal(u.values, want) {
			t.Errorf("%s: message %q takes the values %v, the call gives %v", u.where, u.id, want, u.values)
		}
	}
}

func TestNothingIsUnused(t *testing.T) {
	if _, err := os.Stat(filepath.Join(root, "cmd", "fangtan", "main.go")); err != nil {
		t.Skip("without the program nothing uses the words")
	}
	known := messages(t, Chinese)
	used := map[string]bool{}
	for _, u := range uses(t, areasOf(known)) {
		used[u.id] = true
	}
	for id := range known {
		if !used[id] {
			t.Errorf("no source asks for %q", id)
		}
	}
}

// The scan itself has to be able to fail.
func TestScan(t *testing.T) {
	const source = `package p
import "app.import"
func f(w W, n int) {
	_ = w.T("app.one") + w.T("nowhere.two", "N", n, "PluralCount", n)
	_ = []string{"app.three", "app.go", "other.thing", "App.four", "app", "app..five"}
	_ = w.T("app." + name)
	_ = w.T("app.six", args...)
}`
	found, problems := scan("p.go", []byte(source), map[string]bool{"app": true})
	var got []string
	for _, u := range found {
		got = append(got, u.id+" "+strings.Join(u.values, ","))
	}
	want := []string{"app.one ", "nowhere.two N", "app.three ", "app.six "}
	if !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
	if len(problems) != 1 || !strings.HasPrefix(problems[0], "p.go:6") {
		t.Errorf("problems %q, want one in line 6", problems)
	}
	if found[3].direct {
		t.Error("a call with args… cannot be checked for its values")
	}
	if _, problems := scan("q.go", []byte("package"), nil); len(problems) != 1 {
		t.Error("a file that does not parse must be a problem")
	}
}
