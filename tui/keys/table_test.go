package keys_test

import (
	"slices"
	"strings"
	"testing"

	"fangtan/tui/keys"
	"fangtan/tui/locale"
	"fangtan/tui/tuitest"
)

type intent int

const (
	none intent = iota
	down
	top
	leave
	back
	pin
	save
)

// table is a small screen: an open box decides what Esc means.
func table(open, busy bool) keys.Table[intent] {
	return keys.Table[intent]{
		{Keys: []string{"j", "down"}, Intent: down, Help: "app.saved", Group: "app.keys", Footer: true},
		{Keys: []string{"g g", "home"}, Intent: top, Help: "app.loading", Group: "app.keys"},
		{Keys: []string{"esc"}, Intent: back, Help: "app.back", Footer: true, On: func() bool { return open }, Why: "app.none"},
		{Keys: []string{"esc"}, Intent: leave, Help: "app.yes", Footer: true},
		{Keys: []string{"1", "2", "3"}, Show: "1–3", Intent: pin, Help: "app.yes", Footer: true},
		{Keys: []string{"ctrl+s"}, Intent: save, Help: "app.saving", Footer: true, On: func() bool { return !busy }, Why: "app.saved"},
		{Keys: []string{"S"}, Intent: save},
	}
}

func TestMatch(t *testing.T) {
	tests := []struct {
		name         string
		open, busy   bool
		pending, key string
		want         intent
		state        keys.State
	}{
		{"a key", false, false, "", "j", down, keys.Hit},
		{"its other key", false, false, "", "down", down, keys.Hit},
		{"a capital is another key", false, false, "", "J", none, keys.None},
		{"half a sequence", false, false, "", "g", none, keys.Waiting},
		{"the other half", false, false, "g", "g", top, keys.Hit},
		{"half and another key", false, false, "g", "j", down, keys.Hit},
		{"half and a key of nobody", false, false, "g", "x", none, keys.None},
		{"first row that is on", true, false, "", "esc", back, keys.Hit},
		{"next row when the first is off", false, false, "", "esc", leave, keys.Hit},
		{"off", false, true, "", "ctrl+s", save, keys.Off},
		{"no key", false, false, "", "", none, keys.None},
	}
	for _, test := range tests {
		row, state := table(test.open, test.busy).Match(test.pending, test.key)
		if row.Intent != test.want || state != test.state {
			t.Errorf("%s: %d %d, want %d %d", test.name, row.Intent, state, test.want, test.state)
		}
	}
	if row, _ := table(false, true).Match("", "ctrl+s"); row.Why != "app.saved" {
		t.Errorf("a row that is off says why: %q", row.Why)
	}
}

func TestCheck(t *testing.T) {
	maybe := func() bool { return false }
	tests := []struct {
		name  string
		table keys.Table[intent]
		want  string // part of the error; empty for none
	}{
		{"sound", table(false, false), ""},
		{"twice", keys.Table[intent]{{Keys: []string{"a"}}, {Keys: []string{"b", "a"}}}, `"a"`},
		{"twice in a row", keys.Table[intent]{{Keys: []string{"a", "a"}}}, `"a"`},
		{"condition after none", keys.Table[intent]{{Keys: []string{"a"}}, {Keys: []string{"a"}, On: maybe, Why: "app.back"}}, `"a"`},
		{"no reason", keys.Table[intent]{{Keys: []string{"a"}, On: maybe}}, "say why"},
		{"key and sequence", keys.Table[intent]{{Keys: []string{"g g"}}, {Keys: []string{"g"}}}, `"g g"`},
	}
	for _, test := range tests {
		err := test.table.Check()
		if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%s: %v, want %q", test.name, err, test.want)
		}
	}
}

func TestLists(t *testing.T) {
	zh := locale.New(locale.Chinese)
	show := func(list []keys.Entry) (out []string) {
		for _, e := range list {
			out = append(out, e.Keys+" "+zh.T(e.Help))
		}
		return out
	}
	if got, want := show(table(false, true).Footer(zh)), []string{"j 已保存", "Esc 是", "1–3 是"}; !slices.Equal(got, want) {
		t.Errorf("footer %q, want %q", got, want)
	}
	entries := table(false, true).Entries(zh)
	want := []string{"j / ↓ 已保存", "g g / Home 正在载入…", "Esc 返回", "Esc 是", "1–3 是", "Ctrl+S 正在保存…"}
	if got := show(entries); !slices.Equal(got, want) {
		t.Errorf("entries %q, want %q", got, want)
	}
	if entries[5].Why != "app.saved" || entries[5].Index != 5 || entries[0].Why != "" {
		t.Errorf("reasons and places: %+v", entries)
	}
	var many keys.Table[intent]
	for _, k := range "abcdefgh" {
		many = append(many, keys.Row[intent]{Keys: []string{string(k)}, Help: "app.yes", Footer: true})
	}
	if got := many.Footer(zh); len(got) != keys.FooterSize {
		t.Errorf("a footer of %d keys", len(got))
	}
}

func TestMarkdown(t *testing.T) {
	en := locale.New(locale.English)
	got := keys.Markdown(keys.Table[intent]{
		{Keys: []string{"enter"}, Help: "app.saved", Group: "app.yes"},
		{Keys: []string{"|"}, Help: "app.saving", Group: "app.yes"},
		{Keys: []string{"x"}, Help: "app.back", Group: "app.none"},
	}.Entries(en), en)
	const want = `### yes

| Keys | What they do |
|---|---|
| Enter | saved |
| \| | saving… |

### (none)

| Keys | What they do |
|---|---|
| x | back |
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestLabel(t *testing.T) {
	zh, en := locale.New(locale.Chinese), locale.New(locale.English)
	tests := []struct{ key, zh, en string }{
		{"j", "j", "j"}, {"J", "J", "J"}, {"g g", "g g", "g g"}, {"enter", "回车", "Enter"}, {"shift+down", "Shift+↓", "Shift+↓"},
		{"ctrl+p", "Ctrl+P", "Ctrl+P"}, {"f2", "F2", "F2"}, {"f", "f", "f"}, {"+", "+", "+"}, {"ctrl++", "Ctrl++", "Ctrl++"},
		{"space", "空格", "Space"}, {"pgdown", "PgDn", "PgDn"}, {"ctrl+alt+delete", "Ctrl+Alt+删除", "Ctrl+Alt+Delete"}, {"?", "?", "?"},
	}
	for _, test := range tests {
		if got := keys.Label(test.key, zh); got != test.zh {
			t.Errorf("zh %q: %q, want %q", test.key, got, test.zh)
		}
		if got := keys.Label(test.key, en); got != test.en {
			t.Errorf("en %q: %q, want %q", test.key, got, test.en)
		}
	}
}

func TestNormalize(t *testing.T) {
	tests := map[string]string{
		"j": "j", "J": "J", "ｊ": "j", "Ｊ": "J", "１": "1", "：": ":", "／": "/", "？": "?", "［": "[", "］": "]", "。": ".", "；": ";",
		"【": "[", "】": "]", "「": "{", "」": "}", "｛": "{", "、": "/", "，": ",", "！": "!", "（": "(", "）": ")", "＊": "*", "～": "~",
		"“": `"`, "’": "'", "《": "<", "￥": "$", "\u3000": "space", "访": "访", "é": "é",
		"<space>": "space", "<enter>": "enter", "<ctrl+p>": "ctrl+p", "<shift+down>": "shift+down", "<f2>": "f2", "<shift+tab>": "shift+tab",
	}
	for script, want := range tests {
		presses := tuitest.Keys(script)
		if len(presses) != 1 {
			t.Fatalf("%q: %d presses", script, len(presses))
		}
		if got := keys.Normalize(presses[0]); got != want {
			t.Errorf("%q: %q, want %q", script, got, want)
		}
	}
}
