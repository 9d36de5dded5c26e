package tui

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"fangtan/tui/keys"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
)

// keyPages are the documents made of the binding tables, and their language.
var keyPages = map[string]string{"../docs/keys.md": locale.English, "../docs/keys.zh.md": locale.Chinese}

// TestKeyPagesAreFresh fails when a page does not say what the keys do;
// go test ./tui -run TestKeyPages -update writes the pages.
func TestKeyPagesAreFresh(t *testing.T) {
	update := flag.Lookup("update").Value.String() == "true"
	for page, lang := range keyPages {
		want := keyPage(lang)
		if update {
			if err := os.WriteFile(page, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != want {
			t.Errorf("%s does not say what the keys do now; write it anew with -update", page)
		}
	}
}

// keyPage lists the keys of every screen, then those that work everywhere.
func keyPage(lang string) string {
	a := New(newFakePort(), Options{Lang: lang, Environ: func(string) string { return "" }})
	var b strings.Builder
	chapter := func(title string, entries []keys.Entry) {
		b.WriteString("\n## " + title + "\n\n" + keys.Markdown(listed(entries, a.env.T("app.palette")), a.env.Words))
	}
	b.WriteString("# " + capital(a.env.T("app.all-keys")) + "\n")
	for _, name := range a.order {
		if name != screen.Help {
			chapter(a.env.T(titles[name]), allKeys(a.screens[name]))
		}
	}
	chapter(a.env.T("app.help"), a.screens[screen.Help].Entries())
	chapter(a.env.T("app.everywhere"), a.keys.Entries(a.env.Words))
	return b.String()
}

// capital writes a title's first letter large.
func capital(title string) string {
	first, size := utf8.DecodeRuneInString(title)
	return string(unicode.ToUpper(first)) + title[size:]
}

// listed drops the heading of a table that has only one, and says where an action
// without a key is found.
func listed(entries []keys.Entry, palette string) []keys.Entry {
	several := slices.ContainsFunc(entries, func(e keys.Entry) bool { return e.Group != entries[0].Group })
	for i := range entries {
		if !several {
			entries[i].Group = ""
		}
		if entries[i].Keys == "" {
			entries[i].Keys = palette
		}
	}
	return entries
}

// titles name the screens.
var titles = map[screen.Name]string{
	screen.Transcripts: "app.transcripts-screen", screen.Reader: "app.reader", screen.Codebook: "app.codebook",
	screen.Frequency: "app.frequency", screen.Cooccurrence: "app.cooccurrence", screen.Excerpts: "app.excerpts", screen.Links: "links.title",
	screen.Memos: "app.memos",
}
