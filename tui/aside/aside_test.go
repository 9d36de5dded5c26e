package aside_test

import (
	"slices"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"fangtan/tui/aside"
	"fangtan/tui/cell"
	"fangtan/tui/theme"
)

func TestLines(t *testing.T) {
	look := theme.New(true, colorprofile.Ascii)
	a := aside.New(cell.Wc(), look, 20, 6)
	a.Gap()
	a.Heading("要求不具体", look.Text)
	a.Dim("")
	a.Gap()
	a.Gap()
	a.Named("用于", "说到怎么传、帮什么没写。")
	a.Named("线索", "")
	a.Named("不用于很长", "目标")
	a.Plain("一二三四五六七八九十一")
	want := []string{
		"要求不具体", "",
		"用于    说到怎么传、", "        帮什么没写。",
		"不用…   目标",
		"一二三四五六七八九十", "一",
	}
	var got []string
	for _, line := range a.Lines() {
		got = append(got, ansi.Strip(line))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
