package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/adrg/xdg"
	"github.com/charmbracelet/x/ansi"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/store"
	"fangtan/tui/locale"
)

type payload struct{ name, text string }

// payloads are what somebody may have put into a file to govern the terminal of who
// reads it, to hide words or to show others.
var payloads = []payload{
	{"clipboard", "\x1b]52;c;aGFja2Vk\x07"},
	{"clipboard, string terminator", "\x1b]52;c;aGFja2Vk\x1b\\"},
	{"window title", "\x1b]0;pwned\x07"},
	{"clear", "\x1b[2J\x1b[H"},
	{"cursor up", "\x1b[5A\x1b[100D"},
	{"scroll region", "\x1b[1;2r"},
	{"colour", "\x1b[31;47;5m"},
	{"invisible ink", "\x1b[8mhidden\x1b[28m"},
	{"device status", "\x1b[6n"},
	{"device attributes", "\x1b[c"},
	{"answerback", "\x05"},
	{"device control", "\x1bPq#0;2;0;0;0\x1b\\"},
	{"decrqss", "\x1bP$q\"p\x1b\\"},
	{"application command", "\x1b_Gf=24;AAAA\x1b\\"},
	{"privacy message", "\x1b^secret\x1b\\"},
	{"start of string", "\x1bXsecret\x1b\\"},
	{"link", "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\"},
	{"image", "\x1b]1337;File=inline=1:AAAA\x07"},
	{"palette", "\x1b]4;0;rgb:ff/00/00\x07"},
	{"alternate screen", "\x1b[?1049l\x1b[?25l"},
	{"bracketed paste", "\x1b[201~rm -rf\r"},
	{"reset", "\x1bc"},
	{"charset", "\x1b(0\x0e"},
	{"eight-bit sequence", "\u009b2J\u009d0;t\u009c"},
	{"eight-bit bytes", "\x9b2J\x9d0;t\x9c"},
	{"bell", "\a\a"},
	{"nul", "a\x00b"},
	{"delete", "a\x7fb"},
	{"backspace", "yes\b\b\bno"},
	{"overprint", "harmless\rEVIL"},
	{"vertical tab, form feed", "a\vb\fc"},
	{"tabs", "a\tb\t\tc"},
	{"override", "\u202Etxt.exe\u202C"},
	{"embeddings", "\u202Aa\u202Bb\u202Dc\u202C"},
	{"isolates", "\u2066a\u2067b\u2068c\u2069"},
	{"zero width", "pass\u200Bword\uFEFF"},
	{"tags", "a\U000E0041\U000E0042\U000E007F"},
	{"annotations", "\uFFF9a\uFFFAb\uFFFB"},
	{"separators", "a\u2028b\u2029c"},
	{"deprecated format", "\u206Aa\u206F"},
	{"lone mark", "\u0301\u20DD"},
	{"zalgo", "Z" + strings.Repeat("\u0336\u0489\u0300", 40)},
	{"family", "👩\u200D👩\u200D👧\u200D👦👩🏽\u200D🚀🇨🇳"},
	{"right to left", "שלום مرحبا\u200F"},
	{"full width", "ＦＵＬＬ　：；"},
	{"malformed", "a\xff\xc0\xafb\xed\xa0\x80"},
	{"markup", "<script>alert(1)</script>|`*_[x](y)"},
	{"formula", "=HYPERLINK(\"http://evil.example\")"},
}

// together is all payloads in one text, which every command is tried with.
var together = func() string {
	var all strings.Builder
	for _, p := range payloads {
		all.WriteString(p.text + "和")
	}
	return all.String()
}()

// unstyled takes the one kind of sequence that our own styles write out of s: ESC [ digits m.
func unstyled(s string) string {
	var plain strings.Builder
	for {
		before, after, found := strings.Cut(s, "\x1b[")
		plain.WriteString(before)
		if !found {
			return plain.String()
		}
		if s = strings.TrimLeft(after, "0123456789;:"); !strings.HasPrefix(s, "m") {
			plain.WriteString("\x1b[")
		} else {
			s = s[1:]
		}
	}
}

// foreignStyles are the styles that payloads bring, of the kind that our own styles
// are written in too, but none of ours.
var foreignStyles = []string{"\x1b[31;47;5m", "\x1b[8m", "\x1b[28m"}

// harmful names the first thing in what goes to a terminal that governs it or hides
// words, "" for nothing.
func harmful(out string) string {
	for _, s := range foreignStyles {
		if strings.Contains(out, s) {
			return fmt.Sprintf("the style %q of a payload", s)
		}
	}
	plain := unstyled(out)
	for i, r := range plain {
		bad := r != '\n' && unicode.IsControl(r) || // C0, DEL, C1
			r == 0x200B || r == 0xFEFF || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x206F || r == 0x2028 || r == 0x2029 ||
			r >= 0xFFF9 && r <= 0xFFFB || r >= 0xE0000 && r <= 0xE007F
		if r == utf8.RuneError {
			_, width := utf8.DecodeRuneInString(plain[i:])
			bad = width == 1
		}
		if bad {
			return fmt.Sprintf("%U in %q", r, plain[max(0, i-30):min(len(plain), i+30)])
		}
	}
	return ""
}

func TestHarmfulCatches(t *testing.T) {
	for _, p := range payloads {
		tame := slices.Contains([]string{"lone mark", "zalgo", "family", "right to left", "full width", "markup", "formula"}, p.name)
		if got := harmful("村" + p.text + "\n"); got == "" && !tame {
			t.Errorf("%s is taken for harmless", p.name)
		}
	}
	if got := harmful("\x1b[1;38;5;208m编码\x1b[m\n  ok\n"); got != "" {
		t.Errorf("a style is taken for %s", got)
	}
}

// held gives what a study holds of a payload's text, and what bears it as its name.
func held(i int, hostile string) (words, named string) {
	words = strings.ToValidUTF8(hostile, "\uFFFD") // what an import makes of malformed bytes
	return words, fmt.Sprintf("%02d%s尾", i, words)
}

// hostileStudy puts every payload into every place that holds words of others, and all
// of them together too.
func hostileStudy(t *testing.T) (*codebook.Project, codebook.Action) {
	t.Helper()
	study := codebook.New(newID(), newID(), locale.Chinese)
	texts := map[codebook.Hash]string{}
	do := func(op codebook.Op) {
		t.Helper()
		patch, err := op.Apply(study)
		if err != nil {
			t.Fatalf("%T: %v", op, err)
		}
		for h, words := range patch.NewTexts {
			texts[h] = words
		}
	}
	do(&codebook.PutCoder{Row: codebook.Coder{ID: newID(), Name: "甲"}})
	for i, p := range append(slices.Clone(payloads), payload{"all together", together}) {
		words, named := held(i, p.text)
		do(&codebook.PutCoder{Row: codebook.Coder{ID: newID(), Name: named}})
		coder := study.Last().Coders
		do(&codebook.PutGroup{Row: codebook.Group{ID: newID(), Key: fmt.Sprintf("g%d", i), NameZh: named, NameEn: named}})
		do(&codebook.PutAttribute{Row: codebook.Attribute{ID: newID(), Name: named}})
		do(&codebook.PutCode{Row: codebook.Code{
			ID: newID(), NameZh: named, NameEn: named, Definition: words, Include: words, Exclude: words, Cues: words, Examples: words,
		}})
		code := study.Last().Codes
		source := fmt.Sprintf("问：%s %s吗？\n答：开头%s结尾。\n第二段%s。\n", named, p.name, words, words)
		cut := text.Segment(source, nil)
		row := codebook.Transcript{
			ID: newID(), File: named + ".txt", Title: named, Group: study.Last().Groups, Text: sha256.Sum256([]byte(source)),
			Bytes: uint32(len(source)), Points: uint32(utf8.RuneCountInString(source)), Chars: uint32(text.Chars(source)), Turns: uint32(cut.TurnCount()),
			Values: []codebook.Value{{Attribute: study.Last().Attributes, Text: words}},
		}
		roles := text.GuessRoles(source, cut)
		for s, label := range cut.Labels {
			row.Speakers = append(row.Speakers, codebook.Speaker{ID: newID(), Label: label, Name: named + label, Role: roles[s]})
		}
		do(&codebook.AddTranscript{Row: row, Text: source, Cut: &codebook.HeldCut{Cut: cut}})
		no := study.Last().Transcripts
		index := text.NewIndex(source)
		at := cut.Sentences[len(cut.Sentences)-1]
		start := uint32(strings.Index(source, "开头"))
		for _, c := range []codebook.No{code, max(code-1, 1)} {
			do(&codebook.AddCodings{Transcript: no, Rows: []codebook.Coding{{
				ID: newID(), Start: start, End: at.End, Code: c, Coder: coder, Created: now(),
				StartCh: uint32(index.CharsBefore(int(start))), EndCh: uint32(index.CharsBefore(int(at.End))),
			}}})
			if code == 1 {
				break
			}
		}
		for target, on := range map[codebook.Target]codebook.No{codebook.TargetPassage: no, codebook.TargetCode: code, codebook.TargetTranscript: no} {
			memo := codebook.Memo{ID: newID(), Target: target, On: on, Coder: coder, Text: "备忘" + words}
			if target == codebook.TargetPassage {
				memo.Start, memo.End = start, at.End
			}
			do(&codebook.PutMemo{Row: memo})
		}
	}
	return study, codebook.Action{
		Header: codebook.Header{ID: newID(), Copy: study.Copy, Coder: 1, Time: now(), Kind: codebook.KindNew, Args: []string{payloads[0].text}},
		Patch:  codebook.Patch{NewTexts: texts},
	}
}

// homeless keeps what commands remember out of the home of whoever runs the tests.
func homeless(t *testing.T) {
	state, data := xdg.StateHome, xdg.DataHome
	xdg.StateHome, xdg.DataHome = t.TempDir(), t.TempDir()
	t.Cleanup(func() { xdg.StateHome, xdg.DataHome = state, data })
}

// overhear runs a command as on a terminal, and gives what it wrote there.
func overhear(terminal bool, args ...string) (out, said string, code int) {
	var stdout, stderr bytes.Buffer
	p := &program{in: strings.NewReader(""), out: &stdout, err: &stderr, env: func(string) string { return "" }, outTerminal: terminal, errTerminal: terminal}
	code = p.run(args)
	return stdout.String(), stderr.String(), code
}

// hostileLists are the commands that print words of others without being given any; the
// first hostileWhole of them print the name of everything.
const hostileWhole = 6

var hostileLists = [][]string{
	{"transcripts"}, {"transcripts", "list"}, {"groups"}, {"coders"}, {"codes"}, {"codes", "list"}, {"codes", "export", "--format", "table"},
	{"codings"}, {"codings", "list"}, {"codings", "export", "--format", "table"}, {"freq"}, {"freq", "--by", "transcript"}, {"freq", "--tidy"},
	{"freq", "--measure", "residual"}, {"cooc"}, {"cooc", "--matrix"}, {"cooc", "--unit", "overlap"}, {"tension"}, {"check"}, {"journal"},
	{"freq", "--apart"}, {"undo", "--dry-run"}, {"redo", "--dry-run"},
}

// hostileLine is a command that is given hostile words: the name of what is there (NAME)
// or words that nothing bears (WORDS).
type hostileLine struct {
	args []string
	code int
	part bool // it does not repeat all that it was given
}

var hostileLines = []hostileLine{
	{args: []string{"excerpts", "NAME"}},
	{args: []string{"transcripts", "show", "NAME"}},
	{args: []string{"transcripts", "text", "NAME"}},
	{args: []string{"codes", "set", "NAME", "--definition", "WORDS", "--dry-run"}},
	{args: []string{"codes", "remove", "NAME", "--dry-run"}},
	{args: []string{"codes", "add", "WORDS", "--dry-run"}},
	{args: []string{"codes", "pin", "NAME", "WORDS"}, code: exitFailed},
	{args: []string{"codes", "move", "WORDS", "--under", "WORDS"}, code: exitFailed},
	{args: []string{"coders", "add", "新WORDS", "--dry-run"}},
	{args: []string{"groups", "add", "WORDS", "--dry-run"}},
	{args: []string{"transcripts", "set", "NAME", "--title", "WORDS", "--dry-run"}},
	{args: []string{"transcripts", "remove", "NAME", "--dry-run"}},
	{args: []string{"transcripts", "show", "WORDS"}, code: exitFailed},
	{args: []string{"excerpts", "WORDS"}, code: exitFailed},
	{args: []string{"freq", "--group", "WORDS"}, code: exitFailed},
	{args: []string{"freq", "--by", "WORDS"}, code: exitUsage},
	{args: []string{"codings", "list", "--code", "WORDS"}, code: exitFailed},
	{args: []string{"WORDS"}, code: exitFailed},
	{args: []string{"freq", "WORDS"}, code: exitUsage},
	{args: []string{"--WORDS"}, code: exitUsage, part: true},
	{args: []string{"freq", "--format", "WORDS"}, code: exitUsage},
	{args: []string{"import", "no/WORDS"}, code: exitFailed},
	{args: []string{"new", "WORDS" + extension, "--codebook", "WORDS"}, code: exitFailed, part: true},
	{args: []string{"freq", "-o", "no/WORDS.csv"}, code: exitFailed},
}

// of puts the words in.
func (l hostileLine) of(name, words string) []string {
	fill := strings.NewReplacer("NAME", name, "WORDS", words)
	args := make([]string, len(l.args))
	for i, a := range l.args {
		args[i] = fill.Replace(a)
	}
	return args
}

// hostileProject makes the project of a hostile study, in whose folder nothing else is.
func hostileProject(t *testing.T) (path string) {
	t.Helper()
	homeless(t)
	study, founding := hostileStudy(t)
	path = filepath.Join(t.TempDir(), "study"+extension)
	if err := store.Create(path, study, founding); err != nil {
		t.Fatal(err)
	}
	return path
}

// overhearIn runs a command on a project as on a terminal, sees that nothing harmful
// gets there, and gives all that does.
func overhearIn(t *testing.T, path, lang string, line []string) (heard string, code int) {
	t.Helper()
	out, said, code := overhear(true, append([]string{"-p", path, "--coder", "甲", "--lang", lang}, line...)...)
	if what := harmful(out); what != "" {
		t.Errorf("%q prints %s", line, what)
	}
	if what := harmful(said); what != "" {
		t.Errorf("%q says %s", line, what)
	}
	return out + said, code
}

// shows says that words were made harmless and are all there, in a line or in a text.
func shows(heard, words string) bool {
	return strings.Contains(heard, text.Harmless(words)) || strings.Contains(heard, text.MakeSafe(words).String())
}

// TestHostileTextInCommands runs every command that prints words of others, and every
// command that is given some: in both languages with all payloads together, and by
// turns with each alone, at whose end and beginning there is nothing else.
func TestHostileTextInCommands(t *testing.T) {
	path := hostileProject(t)
	t.Chdir(t.TempDir())
	for l, lang := range locale.Languages() {
		for i, line := range hostileLists {
			if i >= hostileWhole && i%2 != l {
				continue // the words of others are the same in either
			}
			heard, code := overhearIn(t, path, lang, line)
			if code != exitDone && line[0] != "tension" && line[0] != "undo" && line[0] != "redo" {
				t.Errorf("%q ends with %d: %s", line, code, heard)
			}
			for k, p := range payloads {
				if _, named := held(k, p.text); i < hostileWhole && !shows(heard, named) {
					t.Errorf("%q does not show %s", line, p.name)
				}
			}
		}
		_, name := held(len(payloads), together)
		for _, line := range hostileLines {
			args := line.of(name, together)
			heard, code := overhearIn(t, path, lang, args)
			if code != line.code {
				t.Errorf("%q ends with %d, want %d: %s", line.args, code, line.code, heard)
			}
			for _, p := range payloads {
				if words, _ := held(0, p.text); !line.part && !shows(heard, words) && !shows(heard, p.text) {
					t.Errorf("%q does not show %s", line.args, p.name)
				}
			}
		}
	}
	const turns = 12
	for i, p := range payloads {
		_, name := held(i, p.text)
		for k := i % turns; k < len(hostileLines); k += turns {
			overhearIn(t, path, locale.Languages()[i/turns%2], hostileLines[k].of(name, p.text))
		}
	}
}

// TestHostileTextIsKept exports what the study holds, and compares it letter for letter.
func TestHostileTextIsKept(t *testing.T) {
	path := hostileProject(t)
	file, err := store.Open(path, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	out, said, code := overhear(false, "-p", path, "codes", "export", "--raw")
	if code != 0 {
		t.Fatal(said)
	}
	table, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	definition := slices.Index(table[0], "definition")
	out, said, code = overhear(false, "-p", path, "transcripts", "--format", "json")
	if code != 0 {
		t.Fatal(said)
	}
	var list []map[string]any
	if err := json.Unmarshal([]byte(out), &list); err != nil {
		t.Fatal(err)
	}
	for i, p := range payloads {
		words, named := held(i, p.text)
		if row := table[i+1]; row[definition] != strings.ReplaceAll(words, "\r\n", "\n") || row[0] != named {
			t.Errorf("%s: the codebook's file has %q and %q, want %q and %q", p.name, row[0], row[definition], named, words)
		}
		if !slices.ContainsFunc(list, func(row map[string]any) bool { return row["title"] == named && row["file"] == named+".txt" }) {
			t.Errorf("%s: no transcript of the JSON list has the title %q", p.name, named)
		}
		tr, err := file.Project().FindTranscript(named)
		if err != nil {
			t.Fatal(err)
		}
		source := file.Project().Transcript(tr.No)
		kept, err := file.Text(source.Text)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(kept, "开头"+words+"结尾。") {
			t.Errorf("%s: the store has %q", p.name, kept)
		}
		if out, said, code := overhear(false, "-p", path, "transcripts", "text", named); code != 0 || out != kept {
			t.Errorf("%s: text into a pipe gives %q, the store has %q; said %q", p.name, out, kept, said)
		}
	}
}

// TestHostileFilesComeIn imports files whose names and words are hostile.
func TestHostileFilesComeIn(t *testing.T) {
	homeless(t)
	folder := t.TempDir()
	want := 0
	for i, p := range payloads {
		words := strings.ReplaceAll(p.text, "\x00", "") // no name holds these two
		name := fmt.Sprintf("%02d%s.txt", i, strings.ReplaceAll(words, "/", "_"))
		content := fmt.Sprintf("问：%s%d？\n答：这里是%s，没有别的。\n", words, i, p.text)
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			continue // a file system that does not take such a name protects whoever has it
		}
		want++
	}
	path := filepath.Join(t.TempDir(), "study"+extension)
	if _, said, code := overhear(true, "new", path, "--codebook", "smith", "--coder", "甲"); code != 0 {
		t.Fatal(said)
	}
	for _, dry := range [][]string{{"--dry-run"}, nil, nil} { // the second time all are there already
		out, said, code := overhear(true, append([]string{"-p", path, "import", folder}, dry...)...)
		for _, written := range []string{out, said} {
			if what := harmful(written); what != "" {
				t.Errorf("import %v writes %s", dry, what)
			}
		}
		if code != exitDone && code != exitPartial {
			t.Errorf("import %v ends with %d: %s", dry, code, said)
		}
	}
	out, said, _ := overhear(false, "-p", path, "transcripts", "--format", "jsonl")
	if got := strings.Count(out, "\n"); got < want-3 { // of malformed bytes some look binary
		t.Errorf("%d of %d files came in: %s", got, want, said)
	}
	if out, _, _ := overhear(true, "-p", path, "transcripts"); harmful(out) != "" {
		t.Errorf("the list of transcripts holds %s", harmful(out))
	}
}

// TestHostileTextOnScreens draws every screen with every payload in it.
func TestHostileTextOnScreens(t *testing.T) {
	study, founding := hostileStudy(t)
	sizes := []tea.WindowSizeMsg{{Width: 60, Height: 16}, {Width: 120, Height: 60}}
	s := sit(t, study, founding, 2, locale.Chinese, 120, 60)
	next := "g g"
	for i, p := range payloads {
		s.send(sizes[i%len(sizes)])
		where := func(screen string) string { return p.name + " on " + screen }
		s.press("<f2>")
		for range 2 { // leave whatever is open
			s.press("<esc>")
		}
		s.press(next)
		s.see(where("transcripts"))
		s.press("<enter>")
		s.see(where("reader"))
		s.reads(fmt.Sprintf("%02d", i))
		s.press("} <enter>")
		s.see(where("picker"))
		s.send(tea.PasteMsg{Content: p.text})
		s.see(where("picker, pasted"))
		s.press("<esc> <esc> m")
		s.send(tea.PasteMsg{Content: p.text})
		s.see(where("memo"))
		s.press("<esc> <esc> /")
		s.send(tea.PasteMsg{Content: p.text})
		s.see(where("search"))
		s.press("<enter>")
		s.see(where("found"))
		s.press("<esc> <esc> <f4> " + next)
		s.see(where("codebook"))
		s.press("<enter>")
		s.see(where("excerpts"))
		s.reads(fmt.Sprintf("%02d", i))
		s.press("<f4> e")
		s.see(where("form"))
		next = "j"
		s.press("<esc>")
		s.send(tea.PasteMsg{Content: p.text})
		s.see(where("nothing that takes a paste"))
	}
	for i, screen := range []string{"<f5>", "<f6>", "<f7>"} {
		s.send(sizes[i%len(sizes)])
		s.press(screen)
		s.see(screen)
		for range 2 * len(payloads) {
			s.press("j")
			s.see(screen)
		}
		s.press("/")
		for _, p := range payloads {
			s.send(tea.PasteMsg{Content: p.text})
			s.see(p.name + " pasted on " + screen)
		}
		s.press("<esc> <esc>")
	}
}

// reads sees that the screen is about what has these words in its name.
func (s *seat) reads(words string) {
	s.t.Helper()
	top, _, _ := strings.Cut(ansi.Strip(s.app.View().Content), "\n")
	if !strings.Contains(top, words) {
		s.t.Errorf("the screen is not about %q but %q", words, top)
	}
}

// see looks at what goes to the terminal: nothing harmful, and no line wider than it.
func (s *seat) see(what string) {
	s.t.Helper()
	v := s.app.View()
	if bad := harmful(v.Content); bad != "" {
		s.t.Errorf("%s: %s", what, bad)
	}
	if bad := harmful(v.WindowTitle); bad != "" {
		s.t.Errorf("%s: the title has %s", what, bad)
	}
	lines := strings.Split(v.Content, "\n")
	if len(lines) != s.height {
		s.t.Errorf("%s: %d lines on a terminal of %d", what, len(lines), s.height)
	}
	for _, line := range lines {
		if width := ansi.StringWidthWc(line); width > s.width {
			s.t.Errorf("%s: a line of %d columns on a terminal of %d: %q", what, width, s.width, line)
		}
	}
}
