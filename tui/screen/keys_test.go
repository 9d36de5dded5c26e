package screen_test

import (
	"slices"
	"testing"

	"fangtan/tui/keys"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
	"fangtan/tui/tuitest"
)

func bound() (*screen.Env, screen.Keys[string]) {
	env := &screen.Env{Words: locale.New("en")}
	return env, screen.NewKeys(env, keys.Table[string]{
		{Keys: []string{"j", "down"}, Intent: "down"},
		{Keys: []string{"g g"}, Intent: "first"},
		{Keys: []string{"x"}, Intent: "remove", On: func() bool { return false }, Why: "app.none"},
	})
}

func TestKeysGiveWhatIsMeantOrSayWhyNot(t *testing.T) {
	for _, c := range []struct {
		script string
		want   []string
		said   []string
	}{
		{"j <down> ｊ", []string{"down", "down", "down"}, nil},
		{"g g j", []string{"first", "down"}, nil},
		{"g j g", []string{"down"}, nil}, // a sequence that breaks off is forgotten
		{"x", nil, []string{locale.New("en").T("app.none")}},
		{"q", nil, []string{"q does nothing here; ? shows all keys"}},
	} {
		env, k := bound()
		var got, said []string
		for _, key := range tuitest.Keys(c.script) {
			if intent, _, ok := k.Press(key); ok {
				got = append(got, intent)
			}
		}
		for _, w := range env.Wishes() {
			said = append(said, w.(screen.Say).Text)
		}
		if !slices.Equal(got, c.want) || !slices.Equal(said, c.said) {
			t.Errorf("%s: %q saying %q, want %q saying %q", c.script, got, said, c.want, c.said)
		}
	}
}

func TestPick(t *testing.T) {
	env, k := bound()
	if intent, ok := k.Pick(1); !ok || intent != "first" || len(env.Wishes()) != 0 {
		t.Errorf("%q %v", intent, ok)
	}
	if _, ok := k.Pick(2); ok || len(env.Wishes()) != 1 {
		t.Error("a row that is off says why")
	}
	for _, index := range []int{-1, 3} {
		if _, ok := k.Pick(index); ok {
			t.Errorf("there is no row %d", index)
		}
	}
}
