package find

import (
	"encoding/csv"
	"os"
	"slices"
	"testing"
)

// starterNames reads number, Chinese and English name of a starter codebook.
func starterNames(t *testing.T, file string) []Entry {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var entries []Entry
	for _, line := range lines[1:] {
		entries = append(entries, Entry{Number: line[2], Names: []string{line[3], line[4]}})
	}
	return entries
}

// TestStarterCodebooks types every code of the starter codebooks in all the
// ways a coder would.
func TestStarterCodebooks(t *testing.T) {
	for _, file := range []string{"../starters/smith.zh.csv", "../starters/first-secretary.zh.csv"} {
		entries := starterNames(t, file)
		x := New(entries)
		for i, e := range entries {
			zh := newName(e.Names[0])
			var full string
			for _, c := range zh.cells {
				full += c.usual(zh.text)
			}
			for _, query := range []string{e.Number, e.Names[0], e.Names[1], full} {
				if hits := x.Find(query, 1); len(hits) != 1 || hits[0].Entry != i {
					t.Errorf("%s: %q finds %v first", e.Number, query, hits)
				}
			}
			// Other codes may have the same initials.
			hits := x.Find(zh.initials, 0)
			at := slices.IndexFunc(hits, func(h Hit) bool { return h.Entry == i })
			if at < 0 || tierOf(hits[at].Score) < initials {
				t.Errorf("%s: %q does not find it by initials: %v", e.Number, zh.initials, hits)
			}
		}
	}
}
