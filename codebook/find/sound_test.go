package find_test

import (
	"testing"

	"fangtan/codebook/find"
)

func TestSound(t *testing.T) {
	for name, want := range map[string]string{
		"要求不具体":          "yao qiu bu ju ti",
		"责任（镇）":          "ze ren zhen",
		"ＰＰＰ 项目":         "ppp xiang mu",
		"Unclear  goals": "unclear goals",
		"……":             "",
	} {
		if got := find.Sound(name); got != want {
			t.Errorf("%s sounds %q, want %q", name, got, want)
		}
	}
	if got := find.Letters("Ｐ1 目标-不 明确!"); got != "p1目标不明确" {
		t.Errorf("letters %q", got)
	}
}
