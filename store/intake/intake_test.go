package intake

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/store/exchange"
	"fangtan/store/transcript"
)

// ids gives ids in a row.
func ids() func() codebook.ID {
	n := uint64(0)
	return func() (id codebook.ID) {
		n++
		binary.BigEndian.PutUint64(id[8:], n)
		return id
	}
}

func study(t *testing.T) *codebook.Project {
	t.Helper()
	p := codebook.New(codebook.ID{1}, codebook.ID{2}, "zh")
	newID := ids()
	apply(t, p, &codebook.PutCoder{Row: codebook.Coder{ID: newID(), Name: "林"}})
	for _, g := range fourGroups[:4] {
		apply(t, p, &codebook.PutGroup{Row: codebook.Group{ID: newID(), Key: g.Key, NameZh: g.NameZh, NameEn: g.NameEn}})
	}
	return p
}

func apply(t *testing.T, p *codebook.Project, op codebook.Op) {
	t.Helper()
	if _, err := op.Apply(p); err != nil {
		t.Fatal(err)
	}
}

func folder(t *testing.T, files map[string]string) []File {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, words := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(words)}
	}
	list, err := CollectFS(fsys, "访谈")
	if err != nil {
		t.Fatal(err)
	}
	return list
}

const dialogue = "访谈时间：2025年9月16日\n\n访谈者：怎么传？\n周明：不知道。\n访谈者：怎么帮？\n周明：也不知道。\n"

func TestReadPlansWhatComesIn(t *testing.T) {
	p := study(t)
	files := folder(t, map[string]string{
		"第一书记/7 周明.txt":  dialogue,
		"第一书记/10 老耿.txt": strings.ReplaceAll(dialogue, "周明", "老耿"),
		"村干部/空.txt":      "",
		"copy.txt":       dialogue,
		"manifest.csv":   "file\n", "~$lock.docx": "x", ".hidden.txt": "x", "study.fangtan": "x", ".git/a.txt": "x",
		"notes.md": "# 田野笔记\n\n今天下雨。\n",
	})
	plan, err := Read(files, p, Options{NewID: ids(), Now: 5})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, i := range plan.Items {
		got = append(got, string(i.Status)+" "+i.File)
	}
	want := []string{"imported copy.txt", "imported notes.md", "refused 村干部/空.txt", "skipped 第一书记/7 周明.txt", "imported 第一书记/10 老耿.txt"}
	if !slices.Equal(got, want) {
		t.Fatalf("items %q\nwant  %q", got, want)
	}
	if twin := plan.Items[3].Twin; twin != "copy.txt" {
		t.Errorf("twin %q", twin)
	}
	if !errors.Is(plan.Items[2].Err, &transcript.Error{Reason: transcript.ReasonEmpty}) {
		t.Errorf("reason %v", plan.Items[2].Err)
	}
	apply(t, p, plan.Batch())
	if err := p.Invariants(); err != nil {
		t.Error(err)
	}
	row, err := p.FindTranscript("第一书记/10 老耿.txt")
	if err != nil {
		t.Fatal(err)
	}
	if row.Title != "10 老耿" || row.Date != "2025-09-16" || row.Turns != 4 || row.Created != 5 || p.Group(row.Group).Key != "secretaries" {
		t.Errorf("row %+v", row)
	}
	if row.Chars != uint32(text.Chars(strings.ReplaceAll(dialogue, "周明", "老耿"))) || row.Source.Encoding != "utf-8" {
		t.Errorf("figures %+v", row)
	}
	if len(row.Speakers) != 2 || row.Speakers[0].Role != text.RoleInterviewer || row.Speakers[1].Label != "老耿" {
		t.Errorf("speakers %+v", row.Speakers)
	}
	note, _ := p.FindTranscript("notes.md")
	if note == nil || note.Title != "田野笔记" || note.Group != 0 {
		t.Errorf("note %+v", note)
	}

	again, err := Read(files, p, Options{NewID: ids()})
	if err != nil || again.Batch() != nil || again.Count(Skipped) != 4 || again.Count(Refused) != 1 {
		t.Errorf("again: %v, %+v", err, again.Items)
	}
}

func TestGroupAskedForGoesFirst(t *testing.T) {
	p := study(t)
	files := folder(t, map[string]string{"第一书记/a.txt": dialogue})
	plan, err := Read(files, p, Options{NewID: ids(), Group: "村干部"})
	if err != nil || plan.Items[0].Add.Row.Group != 4 {
		t.Errorf("%v %+v", err, plan)
	}
	_, err = Read(files, p, Options{NewID: ids(), Group: "没有的"})
	if !errors.Is(err, codebook.ErrUnknown) {
		t.Errorf("unknown group: %v", err)
	}
}

func list(t *testing.T, csv string) *exchange.Manifest {
	t.Helper()
	m, err := exchange.ReadManifest(strings.NewReader(csv))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestManifestIsFollowed(t *testing.T) {
	p := study(t)
	files := folder(t, map[string]string{
		"a/1.txt": dialogue, "b/2.txt": strings.ReplaceAll(dialogue, "周明", "老耿"), "c.txt": "只有一句话。\n",
	})
	m := list(t, "file,group,title,speaker,date,kind,pair,乡镇,空\n"+
		"a/1.txt,乡镇干部,甲的访谈,周明,2025-10-01,focus group,2.txt,石桥镇,\n"+
		"2.txt,村干部,,老支书,,,,,\n"+
		"c.txt,,,谁,,,missing.txt,河口镇,\n")
	plan, err := Read(files, p, Options{NewID: ids(), Manifest: m})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(plan.NewGroups, []string{"乡镇干部"}) || !slices.Equal(plan.NewAttributes, []string{"乡镇"}) {
		t.Errorf("new %q %q", plan.NewGroups, plan.NewAttributes)
	}
	apply(t, p, plan.Batch())
	if err := p.Invariants(); err != nil {
		t.Fatal(err)
	}
	one, _ := p.FindTranscript("a/1.txt")
	two, _ := p.FindTranscript("b/2.txt")
	township, _ := p.FindAttribute("乡镇")
	if p.Group(one.Group).Key != "乡镇干部" || one.Title != "甲的访谈" || one.Date != "2025-10-01" || one.Kind != codebook.KindFocusGroup {
		t.Errorf("one %+v", one)
	}
	if v, _ := one.Value(township.No); v != "石桥镇" || one.Pair != two.No || two.Pair != one.No {
		t.Errorf("value %q, pairs %d %d", v, one.Pair, two.Pair)
	}
	if p.Group(two.Group).Key != "cadres" || two.Date != "2025-09-16" || two.Speakers[1].Name != "老支书" {
		t.Errorf("two %+v", two)
	}
	var notes []NoteKind
	for _, n := range plan.Items[2].Notes {
		notes = append(notes, n.Kind)
	}
	if want := []NoteKind{NoteNoSpeakers, NoteUnknownSpeaker, NoteUnknownPair}; plan.Items[2].File != "c.txt" || !slices.Equal(notes, want) {
		t.Errorf("notes of %s: %v, want %v", plan.Items[2].File, notes, want)
	}
}

func TestManifestOfAbsentFilesIsRefused(t *testing.T) {
	p := study(t)
	files := folder(t, map[string]string{"a.txt": dialogue})
	m := list(t, "file\na.txt\nb.txt\nc.txt\n")
	_, err := Read(files, p, Options{NewID: ids(), Manifest: m})
	var absent *AbsentError
	if !errors.As(err, &absent) || len(absent.Rows) != 2 || absent.Rows[0].Line != 3 || absent.Rows[0].File != "b.txt" {
		t.Errorf("got %v", err)
	}
	_, err = Read(files, p, Options{NewID: ids(), Manifest: m, Listed: func(f string) bool { return f != "z" }})
	if err != nil {
		t.Errorf("files that lie elsewhere: %v", err)
	}
}

func TestNamesThatAreTaken(t *testing.T) {
	p := study(t)
	one := folder(t, map[string]string{"a.txt": dialogue})
	two := folder(t, map[string]string{"a.txt": "另一篇。\n"})
	plan, err := Read(append(one, two...), p, Options{NewID: ids()})
	if err != nil || plan.Items[1].File != "a.txt (2)" || !slices.Contains(plan.Items[1].Notes, Note{Kind: NoteRenamed, Name: "a.txt (2)"}) {
		t.Errorf("%v %+v", err, plan.Items[1])
	}
	apply(t, p, plan.Batch())
	if p.Transcript(2).File != "a.txt (2)" {
		t.Errorf("file %q", p.Transcript(2).File)
	}
}

func TestStop(t *testing.T) {
	files := folder(t, map[string]string{"a.txt": "一。", "b.txt": "二。", "c.txt": "三。"})
	seen := 0
	_, err := Read(files, study(t), Options{NewID: ids(), Stop: func() bool { return seen == 2 }, Progress: func(Progress) { seen++ }})
	if !errors.Is(err, ErrStopped) || seen != 2 {
		t.Errorf("%v after %d", err, seen)
	}
}

func TestProgressCountsFilesAndBytes(t *testing.T) {
	files := folder(t, map[string]string{"a.txt": "一。", "b.txt": ""})
	var last Progress
	if _, err := Read(files, study(t), Options{NewID: ids(), Progress: func(p Progress) { last = p }}); err != nil {
		t.Fatal(err)
	}
	if want := (Progress{2, 2, 6, 6}); last != want {
		t.Errorf("%+v, want %+v", last, want)
	}
}

func TestShelfStagesInPieces(t *testing.T) {
	for _, test := range []struct{ texts, bytes int }{{5, 9 << 20}, {8, 9 << 20}, {70, 1 << 20}} {
		var pieces []int
		all := map[codebook.Hash]string{}
		s := shelf{stage: func(m map[codebook.Hash]string) error {
			n := 0
			for _, words := range m {
				n += len(words)
			}
			pieces = append(pieces, n)
			maps.Copy(all, m)
			return nil
		}}
		var ops []*codebook.AddTranscript
		for i := range test.texts {
			op := &codebook.AddTranscript{Row: codebook.Transcript{Text: codebook.Hash{byte(i)}}}
			ops = append(ops, op)
			if err := s.put(op, strings.Repeat("字", test.bytes/3)); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.empty(); err != nil {
			t.Fatal(err)
		}
		staged := test.texts*test.bytes > stageFrom
		if staged != (len(pieces) > 0) || staged && len(all) != test.texts {
			t.Errorf("%+v: pieces %v, %d texts staged", test, pieces, len(all))
		}
		for _, op := range ops {
			if staged != (op.Text == "") {
				t.Fatalf("%+v: a text is in the wrong place", test)
			}
		}
		for _, n := range pieces {
			if n >= stagePiece+test.bytes {
				t.Errorf("%+v: a piece of %d bytes", test, n)
			}
		}
	}
}

func TestCollect(t *testing.T) {
	dir := t.TempDir()
	write := func(name string) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"村干部/2.txt", "村干部/10.txt", "a.txt", ".x/b.txt", "Manifest.CSV"} {
		write(name)
	}
	if err := os.Mkdir(filepath.Join(dir, "leer"), 0o700); err != nil {
		t.Fatal(err)
	}
	linked := os.Symlink(filepath.Join(dir, "村干部"), filepath.Join(dir, "z-link")) == nil
	files, err := Collect([]string{dir, filepath.Join(dir, "村干部", "2.txt")})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range files {
		got = append(got, f.Name)
	}
	want := []string{"a.txt", "村干部/2.txt", "村干部/10.txt"}
	if linked {
		want = append(want, "z-link")
		at := slices.IndexFunc(files, func(f File) bool { return f.Name == "z-link" })
		if at < 0 || !errors.Is(files[at].Err, ErrLinkedDir) {
			t.Errorf("link: %d of %+v", at, files)
		}
	}
	if slices.Sort(got); !slices.Equal(got, sorted(want)) {
		t.Errorf("got %q, want %q", got, want)
	}
	for path, cause := range map[string]error{"leer": ErrNothing, "nowhere": fs.ErrNotExist} {
		_, err := Collect([]string{filepath.Join(dir, path)})
		var where *fs.PathError
		if !errors.Is(err, cause) || !errors.As(err, &where) || filepath.Base(where.Path) != path {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func sorted(s []string) []string {
	slices.Sort(s)
	return s
}

// The shared folder holds what people really have: every file comes in or is
// refused for a reason, and nothing fails.
func TestRealFiles(t *testing.T) {
	root := "../../../shared/formats"
	if _, err := os.Stat(root); err != nil {
		t.Skip("the shared files are not beside this checkout")
	}
	files, err := Collect([]string{root})
	if err != nil {
		t.Fatal(err)
	}
	p := study(t)
	plan, err := Read(files, p, Options{NewID: ids()})
	if err != nil {
		t.Fatal(err)
	}
	for _, item := range plan.Items {
		var known *transcript.Error
		if item.Status == Refused && !errors.As(item.Err, &known) {
			t.Errorf("%s: %v", item.File, item.Err)
		}
	}
	if plan.Count(Imported) < 20 {
		t.Errorf("only %d came in", plan.Count(Imported))
	}
	apply(t, p, plan.Batch())
	if err := p.Invariants(); err != nil {
		t.Error(err)
	}
}
