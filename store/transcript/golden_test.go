package transcript

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what is read into the golden files")

// TestWrittenByWord reads documents that Word itself wrote, byte for byte, and
// refuses those that it protected, that were cut off or that are empty.
func TestWrittenByWord(t *testing.T) {
	files, err := filepath.Glob("testdata/word/*.doc*")
	if err != nil || len(files) < 13 {
		t.Fatalf("%d documents, %v", len(files), err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			src, err := Read(name, readFile(t, file))
			if reason, ok := refusals["word/"+name]; ok {
				if !errors.Is(err, &Error{Reason: reason}) {
					t.Errorf("got %v, want %v", err, reason)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			checkSource(t, src)
			golden := strings.TrimSuffix(file, ".docx") + ".golden.txt"
			if *update {
				if err := os.WriteFile(golden, []byte(src.Text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want := string(readFile(t, golden)); src.Text != want {
				t.Errorf("got\n%s\nwant\n%s", src.Text, want)
			}
		})
	}
}

// TestReadTwice holds that reading is a function of the bytes alone.
func TestReadTwice(t *testing.T) {
	data := readFile(t, "testdata/word/stress009.docx")
	first, err := Read("a.docx", data)
	if err != nil {
		t.Fatal(err)
	}
	second, err := Read(`some\where\b.txt`, data)
	if err != nil {
		t.Fatal(err)
	}
	if first.Text != second.Text || first.Title != second.Title || first.Facts != second.Facts || len(first.Hints) != len(second.Hints) {
		t.Error("the same bytes read twice differ")
	}
}
