package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// On a narrow terminal transcripts of one title, whose files differ at the end of long
// names, are still told apart.
func TestTranscriptsOfOneTitleAreToldApart(t *testing.T) {
	homeless(t)
	folder := t.TempDir()
	const name = "2025年九月访谈录音整理稿第一书记与村干部座谈会记录上半场"
	for i, ending := range []string{"第1次", "第2次"} {
		words := strings.Repeat("问：一？\n答：二。\n", i+1) // the same words would come in once
		if err := os.WriteFile(filepath.Join(folder, name+ending+".txt"), []byte(words), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "study"+extension)
	for _, args := range [][]string{
		{"new", path, "--codebook", "empty", "--coder", "甲"},
		{"import", folder, "-p", path},
		{"transcripts", "set", name + "第1次", "--title", "座谈会", "-p", path},
		{"transcripts", "set", name + "第2次", "--title", "座谈会", "-p", path},
	} {
		if _, said, code := overhear(false, args...); code != exitDone {
			t.Fatal(said)
		}
	}
	for _, width := range []int{40, 60, 80} {
		var out, said bytes.Buffer
		p := &program{in: strings.NewReader(""), out: &out, err: &said, env: func(string) string { return "" }, outTerminal: true, outWidth: width}
		if code := p.run([]string{"transcripts", "-p", path}); code != exitDone {
			t.Fatal(said.String())
		}
		files := ""
		for line := range strings.Lines(out.String()) {
			file, _, _ := strings.Cut(line, "  ")
			files += strings.TrimSpace(file)
		}
		for _, ending := range []string{"第1次", "第2次"} {
			if !strings.Contains(files, name+ending+".txt") {
				t.Errorf("at %d columns %s cannot be told:\n%s", width, ending, &out)
			}
		}
	}
}
