package frequency_test

import (
	"fmt"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"fangtan/codebook"
	"fangtan/tui/cell"
	"fangtan/tui/frequency"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
	"fangtan/tui/screen/screentest"
	"fangtan/tui/theme"
	"fangtan/tui/tuitest"
)

// wide is a study of 500 codes, 100 of which are used, and 200 transcripts.
func wide(b *testing.B) *screentest.Study {
	study := screentest.Bare()
	do := func(op codebook.Op) {
		if err := study.Do(op); err != nil {
			b.Fatal(err)
		}
	}
	for i := range 500 {
		do(&codebook.PutCode{Row: codebook.Code{Number: fmt.Sprintf("C%d", i), NameZh: fmt.Sprintf("编码之%d", i), Color: "#0a7ee1"}})
	}
	for i := range 200 {
		hash := codebook.Hash{byte(i), 1}
		do(&codebook.AddTranscript{Row: codebook.Transcript{File: fmt.Sprint(i), Title: "某村第一书记", Group: codebook.No(i%4 + 1), Text: hash, Bytes: 3300, Chars: 1100}, Cut: &codebook.HeldCut{}})
		var rows []codebook.Coding
		for j := range 50 {
			at := uint32(20 * j)
			rows = append(rows, codebook.Coding{ID: codebook.ID{byte(i), byte(j), 7}, Start: 3 * at, End: 3*at + 90, StartCh: at, EndCh: at + 30, Code: codebook.No((i+j)%100 + 1), Coder: 1})
		}
		do(&codebook.AddCodings{Transcript: study.P.ByText(hash).No, Rows: rows})
	}
	return study
}

// One key on a table of 500 by 201 cells: to the next cell, or to the next measure.
func BenchmarkKey(b *testing.B) {
	for _, key := range []string{"l", "c"} {
		b.Run(key, func(b *testing.B) {
			study := wide(b)
			study.Set("frequency/by", "transcript")
			env := &screen.Env{Study: study, Words: locale.New("zh"), Theme: theme.New(true, colorprofile.TrueColor), Ruler: cell.Wc()}
			s := frequency.New(env)
			area := screen.Area{Width: 200, Height: 60}
			tuitest.Drain(b, s.Update, s.Update(screen.ShownMsg{}))
			s.Draw(area)
			press := tuitest.Keys(key)[0]
			for b.Loop() {
				s.Update(press)
				s.Draw(area)
			}
		})
	}
}
