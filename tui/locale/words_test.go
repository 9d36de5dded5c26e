package locale

import (
	"fmt"
	"sync"
	"testing"
)

func TestT(t *testing.T) {
	tests := []struct {
		lang, id string
		args     []any
		want     string
	}{
		{"zh", "app.saved", nil, "已保存"},
		{"en", "app.saved", nil, "saved"},
		{"fr", "app.saved", nil, "saved"},
		{"zh", "app.key.enter", nil, "回车"},
		{"en", "app.codings", []any{"Count", 1}, "1 coding"},
		{"en", "app.codings", []any{"Count", 2}, "2 codings"},
		{"en", "app.codings", []any{"Count", 0}, "0 codings"},
		{"en", "app.codings", []any{"Count", "41,380", "PluralCount", 41380}, "41,380 codings"},
		{"zh", "app.codings", []any{"Count", 1}, "1 参考点"},
		{"zh", "app.codings", []any{"Count", "41,380", "PluralCount", 41380}, "41,380 参考点"},
		{"en", "app.nothing-of-the-kind", nil, "⟦app.nothing-of-the-kind⟧"},
		{"en", "nowhere.at-all", []any{"Count", 1}, "⟦nowhere.at-all⟧"},
		{"en", "", nil, "⟦⟧"},
		{"en", "app.codings", []any{"Count", "many"}, "⟦app.codings⟧"},
	}
	for _, test := range tests {
		w := New(test.lang)
		for range 2 { // the second answer may come from what was remembered
			if got := w.T(test.id, test.args...); got != test.want {
				t.Errorf("%s: T(%q, %v) = %q, want %q", test.lang, test.id, test.args, got, test.want)
			}
		}
	}
}

func TestLang(t *testing.T) {
	for lang, want := range map[string]string{"zh": "zh", "en": "en", "": "en", "de": "en"} {
		if got := New(lang).Lang(); got != want {
			t.Errorf("New(%q).Lang() = %q, want %q", lang, got, want)
		}
	}
}

func TestSeveralReadersAtOnce(t *testing.T) {
	w := New(Chinese)
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			if got, want := w.T("app.codings", "Count", i), fmt.Sprintf("%d 参考点", i); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
			if got := w.T("app.saved"); got != "已保存" {
				t.Errorf("got %q", got)
			}
		})
	}
	group.Wait()
}

func TestDetect(t *testing.T) {
	type environment map[string]string
	tests := []struct {
		flag string
		env  environment
		want string
	}{
		{"", nil, "en"},
		{"", environment{"LANG": "zh_CN.UTF-8"}, "zh"},
		{"", environment{"LANG": "zh_TW.Big5"}, "zh"},
		{"", environment{"LANG": "zh-Hans-CN"}, "zh"},
		{"", environment{"LANG": "zh"}, "zh"},
		{"", environment{"LANG": "C.UTF-8"}, "en"},
		{"", environment{"LANG": "de_DE@euro"}, "en"},
		{"", environment{"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN"}, "zh"},
		{"", environment{"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"},
		{"", environment{"LC_MESSAGES": "en_GB", "LC_ALL": "zh_SG.GB18030"}, "zh"},
		{"en", environment{"LANG": "zh_CN.UTF-8"}, "en"},
		{"ZH-cn", environment{"LANG": "en_US"}, "zh"},
		{"zha", nil, "en"}, // Zhuang is not Chinese
	}
	for _, test := range tests {
		if got := Detect(test.flag, func(name string) string { return test.env[name] }); got != test.want {
			t.Errorf("Detect(%q, %v) = %q, want %q", test.flag, test.env, got, test.want)
		}
	}
}

func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		New(Chinese).T("app.saved")
	}
}

func BenchmarkRemembered(b *testing.B) {
	w := New(Chinese)
	for b.Loop() {
		w.T("app.saved")
	}
}

func BenchmarkFilled(b *testing.B) {
	w := New(English)
	for b.Loop() {
		w.T("app.codings", "Count", 12)
	}
}
