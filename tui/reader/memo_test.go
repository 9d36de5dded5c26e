package reader

import (
	"testing"

	"fangtan/codebook"
	"fangtan/tui/screen"
)

// g m and g M go from one place with a memo to the next, whatever its length.
func TestMemoMotion(t *testing.T) {
	const source = "一甲。二乙。三丙。四丁。"
	const two = "m 想 <ctrl+s> j j m 又 <ctrl+s> "
	run(t, []step{
		{source, "g m", "[一甲。]二乙。三丙。四丁。", "这个方向上没有备忘了"},
		{source, two + "g M", "[一甲。]二乙。三丙。四丁。", ""},
		{source, two + "g M g m", "一甲。二乙。[三丙。]四丁。", ""},
		{source, two + "G g M", "一甲。二乙。[三丙。]四丁。", ""},
		{source, two + "G g M g M g M", "[一甲。]二乙。三丙。四丁。", "这个方向上没有备忘了"},
		{source, two + "g m", "一甲。二乙。[三丙。]四丁。", "这个方向上没有备忘了"},
	})
}

// A memo on a point is left again, both ways.
func TestMemoMotionOverPoints(t *testing.T) {
	s := begin(t, "一甲。二乙。三丙。")
	for _, at := range []uint32{3, 21} {
		if err := s.study.Do(&codebook.PutMemo{Row: codebook.Memo{
			ID: s.study.NewID(), Target: codebook.TargetPassage, On: s.no, Start: at, End: at, Coder: s.study.Me, Text: "点",
		}}); err != nil {
			t.Fatal(err)
		}
	}
	s.send(screen.StudyChangedMsg{Revision: s.study.P.Revision()})
	for _, step := range []struct{ keys, want string }{
		{"g m", "一[甲]。二乙。三丙。"}, {"g m", "一甲。二乙。三[丙]。"}, {"g M", "一[甲]。二乙。三丙。"}, {"g M", "一[甲]。二乙。三丙。"},
	} {
		if s.press(step.keys); s.marked(true) != step.want {
			t.Errorf("%s: %s, want %s", step.keys, s.marked(true), step.want)
		}
	}
}
