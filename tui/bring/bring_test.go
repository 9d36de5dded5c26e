package bring

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/tui/screen"
	"fangtan/tui/screen/screentest"
	"fangtan/tui/theme"
	"fangtan/tui/tuitest"
)

func TestPaths(t *testing.T) {
	tests := []struct {
		typed string
		want  []string
	}{
		{"", nil},
		{"  \n ", nil},
		{"访谈", []string{"访谈"}},
		{" /home/me/访谈稿 二期 ", []string{"/home/me/访谈稿 二期"}},
		{"/a/甲.docx /b/乙.docx", []string{"/a/甲.docx", "/b/乙.docx"}},
		{"/a/甲.docx\n/b/乙 丙.docx\r\n", []string{"/a/甲.docx", "/b/乙 丙.docx"}},
		{`'/a/甲 乙.docx' "/b/丙.docx"`, []string{"/a/甲 乙.docx", "/b/丙.docx"}},
		{`/a/甲\ 乙\(1\).docx /c`, []string{"/a/甲 乙(1).docx", "/c"}},
		{`it's.txt`, []string{"it's.txt"}},
		{`'unclosed /x`, []string{"'unclosed", "/x"}},
		{"file:///a/%E7%94%B2%20b.docx file:///c.txt", []string{"/a/甲 b.docx", "/c.txt"}},
		{"file:///C:/访谈/甲.docx", []string{"C:/访谈/甲.docx"}},
		{`C:\访谈\甲.docx D:\乙.docx`, []string{`C:\访谈\甲.docx`, `D:\乙.docx`}},
		{"~/访谈 ./b ../c", []string{"~/访谈", "./b", "../c"}},
		{`''`, nil},
	}
	for _, test := range tests {
		if got := Paths(test.typed); !slices.Equal(got, test.want) {
			t.Errorf("%q: %q, want %q", test.typed, got, test.want)
		}
	}
}

func FuzzPaths(f *testing.F) {
	f.Add(`'/a b' c\ d file:///%41 "`)
	f.Fuzz(func(t *testing.T, s string) {
		for _, p := range Paths(s) {
			if p == "" {
				t.Errorf("%q: an empty path", s)
			}
		}
	})
}

func files() []File {
	return []File{
		{File: "第一书记/07 周明.docx", Title: "周明（化名）", Group: 3, Turns: 64, Characters: 4410, Speakers: []Speaker{
			{"访谈者", text.RoleInterviewer}, {"周明", text.RoleRespondent}}},
		{File: "扫描件.pdf", Refusal: "不认识这种文件：只读 .docx、.txt、.md"},
		{File: "座谈会/全体.docx", Turns: 212, Characters: 12870, Speakers: []Speaker{
			{"主持人", text.RoleInterviewer}, {"甲", text.RoleRespondent}, {"乙", text.RoleRespondent}, {"丙", text.RoleRespondent},
			{"丁", text.RoleRespondent}, {"戊", text.RoleRespondent}, {"己", text.RoleRespondent}, {"庚", text.RoleRespondent}, {"辛", text.RoleRespondent}},
			Warnings: []string{"有 3 行不知道是谁说的"}},
		{File: "notes/field.md", Characters: 980},
		{File: "第一书记/07 周明 副本.docx", Refusal: "与“第一书记/07 周明.docx”内容相同"},
	}
}

func dialog(lang string) (*Dialog, *screen.Env) {
	env := screentest.NewEnv(screentest.Sample(lang), lang)
	return New(env, nil), env
}

// play gives the keys of a script until something is decided.
func play(d *Dialog, script string) Result {
	for _, key := range tuitest.Keys(script) {
		if r, _ := d.Update(key); r.State != Open {
			return r
		}
	}
	return Result{}
}

func TestAsking(t *testing.T) {
	d, env := dialog("zh")
	if r := play(d, "<enter>"); r.State != Open || len(env.Wishes()) != 1 {
		t.Errorf("%+v", r)
	}
	if r := play(d, "访谈 <space> 稿 <enter>"); r.State != Read || !slices.Equal(r.Paths, []string{"访谈 稿"}) {
		t.Errorf("%+v", r)
	}
	if r := play(d, "<esc>"); r.State != Left {
		t.Errorf("%+v", r)
	}
	d.Retry()
	if r := play(d, "2 <enter>"); r.State != Read || !slices.Equal(r.Paths, []string{"访谈 稿2"}) {
		t.Errorf("what was typed stays: %+v", r)
	}
}

// Paths that were dropped and cannot be read stand in the field, to be put right.
func TestDroppedPathsStay(t *testing.T) {
	for _, paths := range [][]string{
		{"/a/甲.docx", "/没有这个"},
		{"/a/甲 乙.docx", "C:\\访谈\\丙.docx", "访谈 稿"},
		{"it's.txt", `/说"好".txt`, `/a/it's "b".txt`, `/a\b`},
		{"/a /b", "/c"},
		{"访谈"},
	} {
		d := New(screentest.NewEnv(screentest.Sample("zh"), "zh"), paths)
		if r := play(d, "x"); r.State != Open {
			t.Errorf("%q are being read: %+v", paths, r)
		}
		d.Retry()
		if r := play(d, "<enter>"); r.State != Read || !slices.Equal(r.Paths, paths) {
			t.Errorf("%q became %q, typed %q", paths, r.Paths, Typed(paths))
		}
	}
}

func TestPaste(t *testing.T) {
	d, env := dialog("zh")
	d.Update(tea.PasteMsg{Content: "'/a/甲 乙.docx'\n"})
	d.Update(tea.PasteMsg{Content: "/b.txt"})
	if r := play(d, "<enter>"); !slices.Equal(r.Paths, []string{"/a/甲 乙.docx", "/b.txt"}) {
		t.Errorf("%q", r.Paths)
	}
	if d.Update(tea.PasteMsg{Content: "x"}); len(env.Wishes()) != 1 {
		t.Error("paste without a field says that it is not taken")
	}
}

func TestChoosing(t *testing.T) {
	all := []Taken{{0, 3}, {2, 0}, {3, 0}}
	tests := []struct {
		script string
		want   []Taken
		says   int
	}{
		{"<enter>", all, 0},
		{"<space> <enter>", all[1:], 0},
		{"j <space> <space> <enter>", all[:1], 0},
		{"j g <enter>", []Taken{{0, 3}, {2, 1}, {3, 0}}, 0},
		{"g g g g g <enter>", []Taken{{0, 3}, {2, 0}, {3, 0}}, 0},
		{"g <enter>", []Taken{{0, 4}, {2, 0}, {3, 0}}, 0},
		{"G <enter>", []Taken{{0, 3}, {2, 3}, {3, 3}}, 1},
		{"a <enter>", nil, 1},
		{"a a <enter>", all, 0},
		{"<end> <space> <enter>", all, 1}, // a file that cannot come in
		{"<end> k g <enter>", all, 1},
		{"Z <enter>", all, 1},
	}
	for _, test := range tests {
		d, env := dialog("zh")
		d.SetPreview(files())
		r := play(d, test.script)
		if !reflect.DeepEqual(r.Takes, test.want) || (r.State == Take) != (test.want != nil) {
			t.Errorf("%s: %+v, want %+v", test.script, r, test.want)
		}
		if n := len(env.Wishes()); n != test.says {
			t.Errorf("%s: %d words, want %d", test.script, n, test.says)
		}
	}
}

func TestWithPathsItWaits(t *testing.T) {
	env := screentest.NewEnv(screentest.Sample("zh"), "zh")
	d := New(env, []string{"/a"})
	if r := play(d, "x <enter>"); r.State != Open {
		t.Errorf("%+v", r)
	}
	if r := play(d, "<esc>"); r.State != Left {
		t.Errorf("%+v", r)
	}
}

func TestTimeLeft(t *testing.T) {
	tests := []struct {
		elapsed     int64
		done, total int
		want        string
	}{
		{0, 0, 12, ""},
		{0, 3, 12, ""},
		{1000, 3, 12, "约剩 3 秒"},
		{100, 3, 12, "约剩 1 秒"},
		{60_000, 10, 100, "约剩 9 分钟"},
		{5000, 12, 12, "约剩 0 秒"},
	}
	for _, test := range tests {
		d, _ := dialog("zh")
		d.wait()
		d.SetProgress(test.done, test.total)
		d.now = d.started + test.elapsed
		if got := d.left(); got != test.want {
			t.Errorf("%d of %d after %d ms: %q, want %q", test.done, test.total, test.elapsed, got, test.want)
		}
	}
}

func TestBindings(t *testing.T) {
	d, _ := dialog("zh")
	for s, table := range d.keys {
		if err := table.Check(); err != nil {
			t.Error(err)
		}
		d.stage = stage(s)
		screentest.Worded(t, d.Entries())
		if len(d.Footer()) == 0 {
			t.Errorf("stage %d names no keys", s)
		}
	}
}

// frame draws the dialogue over dots.
func frame(d *Dialog, a screen.Area) (string, *tea.Cursor) {
	row := strings.Repeat("·", a.Width)
	lines := strings.Split(strings.Repeat(row+"\n", a.Height-1)+row, "\n")
	lines, cursor := d.Draw(a).Over(d.env.Ruler, lines, a)
	return strings.Join(lines, "\n"), cursor
}

func TestFrames(t *testing.T) {
	stages := map[string]func(d *Dialog){
		"asking": func(d *Dialog) { d.Update(tea.PasteMsg{Content: "/home/研究/访谈"}) },
		"waiting": func(d *Dialog) {
			d.wait()
			d.SetProgress(3, 12)
			d.now += 4000
		},
		"choosing": func(d *Dialog) {
			d.SetPreview(files())
			play(d, "j j <space> k")
		},
		"refused": func(d *Dialog) {
			d.SetPreview(files())
			play(d, "<end>")
		},
	}
	for name, set := range stages {
		for _, size := range []screen.Area{{Width: 60, Height: 14}, {Width: 80, Height: 20}, {Width: 120, Height: 36}, {Width: 200, Height: 56}} {
			for _, lang := range []string{"zh", "en"} {
				if name != "choosing" && (lang == "en" || size.Width > 80) {
					continue
				}
				t.Run(fmt.Sprintf("%s-%s-%dx%d", name, lang, size.Width, size.Height), func(t *testing.T) {
					d, _ := dialog(lang)
					set(d)
					content, cursor := frame(d, size)
					if lines := strings.Count(content, "\n") + 1; lines != size.Height {
						t.Errorf("%d lines", lines)
					}
					tuitest.Golden(t, content, cursor)
				})
			}
		}
	}
}

// Whatever a file is called, the box has lines of one width.
func TestHostileNames(t *testing.T) {
	d, env := dialog("zh")
	var list []File
	for _, name := range screentest.Hostile {
		list = append(list, File{File: name, Title: name, Speakers: []Speaker{{Name: name}}, Warnings: []string{name}}, File{File: name, Refusal: name})
	}
	d.SetPreview(list)
	for range list {
		for _, size := range []screen.Area{{Width: 60, Height: 14}, {Width: 80, Height: 22}, {Width: 200, Height: 58}} {
			for i, line := range d.Draw(size).Lines {
				if w := env.Ruler.Width(ansi.Strip(line)); w != d.Draw(size).Width {
					t.Errorf("%v, line %d is %d wide: %q", size, i, w, line)
				}
			}
		}
		play(d, "j")
	}
}

func TestColours(t *testing.T) {
	d, env := dialog("zh")
	env.Theme = theme.New(true, colorprofile.TrueColor)
	d.SetPreview(files())
	content, _ := frame(d, screen.Area{Width: 80, Height: 14})
	golden.RequireEqual(t, content)
}

func BenchmarkKeyToDraw(b *testing.B) {
	d, _ := dialog("zh")
	many := make([]File, 4000)
	for i := range many {
		many[i] = files()[0]
		many[i].File = fmt.Sprint(i)
		many[i].Group = codebook.No(i % 5)
	}
	d.SetPreview(many)
	down := tuitest.Keys("j")[0]
	for b.Loop() {
		d.Update(down)
		frame(d, screen.Area{Width: 200, Height: 58})
	}
}
