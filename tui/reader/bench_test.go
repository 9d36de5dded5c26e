package reader

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/tui/cell"
	"fangtan/tui/locale"
	"fangtan/tui/screen"
	"fangtan/tui/screen/screentest"
	"fangtan/tui/theme"
	"fangtan/tui/tuitest"
)

// longTalk makes a transcript of about n characters: turns of a question and five sentences.
func longTalk(n int) string {
	var out strings.Builder
	for i := 0; n > 0; i++ {
		turn := fmt.Sprintf("访谈者：第%d个问题，您怎么看？\n周明：文件里写了一句话，镇上说你们自己把握。后来我就按单位带新人的办法来做了%d次。他们起初不说话，半个月以后才开口。", i, i)
		turn += "谁家有几口人、谁家的地租给了谁，跑完心里就有数了。要我说，KPI 和 PPT 没有用，得坐下来听他们讲一件事。\n"
		out.WriteString(turn)
		n -= text.Chars(turn)
	}
	return out.String()
}

// longSession is a reader at a long transcript with codings spread evenly over it, some over each other.
func longSession(tb testing.TB, chars, codings int) (*screentest.Study, *Reader) {
	study := screentest.NewStudy("zh", "甲")
	var codes []codebook.No
	for i := range 40 {
		codes = append(codes, study.AddCode(codebook.Code{
			Number: fmt.Sprintf("P%d.%d", i/10+1, i%10+1), NameZh: fmt.Sprintf("第%d个编码", i), Color: fmt.Sprintf("#%02x80%02x", 255-i*6, i*6), Pin: pinOf(i),
		}))
	}
	study.AddGroup("cadres", "村干部", "Village cadres")
	source := longTalk(chars)
	no := study.AddTranscript(codebook.Transcript{File: "长谈.txt", Title: "长谈"}, source)
	spread(study, no, codings, codes)
	env := &screen.Env{Study: study, Words: locale.New("zh"), Ruler: cell.Wc(), Theme: theme.New(true, colorprofile.TrueColor)}
	r := New(env)
	study.Set(setRecent, "1")
	tuitest.Drain(tb, r.Update, r.Update(screen.ResizedMsg{Area: full}))
	tuitest.Drain(tb, r.Update, r.Open(screen.Route{Passage: codebook.Passage{Transcript: no, Start: uint32(len(source) / 2), End: uint32(len(source)/2) + 30}}))
	return study, r
}

// spread puts codings on a transcript, evenly, some over each other.
func spread(study *screentest.Study, no codebook.No, codings int, codes []codebook.No) {
	sentences := study.P.Cut(no).Sentences()
	rows := make([]codebook.Coding, codings)
	for i := range rows {
		s := sentences[i*(len(sentences)-3)/codings]
		e := sentences[i*(len(sentences)-3)/codings+i%3]
		rows[i] = codebook.Coding{Start: s.Start, End: e.End, Code: codes[(i*7)%len(codes)]}
	}
	study.Put(no, rows...)
}

func pinOf(i int) string {
	if i < 9 {
		return string(rune('1' + i))
	}
	return ""
}

var full = screen.Area{Width: 200, Height: 60}

// BenchmarkReaderKey measures a key from Update to the finished frame: at 200×60, with 5,000 codings, in transcripts of three lengths,
// alone and with one as long beside it.
func BenchmarkReaderKey(b *testing.B) {
	for _, chars := range []int{20_000, 200_000, 1_000_000} {
		for _, sides := range []int{1, 2} {
			study, r := longSession(b, chars, 5_000)
			if sides == 2 {
				other := study.AddTranscript(codebook.Transcript{File: "另一篇.txt", Title: "另一篇"}, longTalk(chars)+"完。")
				spread(study, other, 5_000, study.P.Tree().Order)
				tuitest.Drain(b, r.Update, r.bring(other))
			}
			for _, c := range []struct{ name, script string }{
				{"j", "j"}, {"k", "k"}, {"pgdn", "<pgdown>"}, {"pgup", "<pgup>"}, {"code", "1"},
			} {
				b.Run(fmt.Sprintf("chars=%d/sides=%d/%s", chars, len(r.sides), c.name), func(b *testing.B) {
					benchmarkKey(b, study, r, c.name, tuitest.Keys(c.script)[0])
				})
			}
		}
	}
}

// benchmarkKey presses one key again and again, from the end of the transcript where it leads up.
func benchmarkKey(b *testing.B, study *screentest.Study, r *Reader, name string, key tea.KeyPressMsg) {
	r.Update(tea.KeyPressMsg{Code: tea.KeyHome})
	if name == "k" || name == "pgup" {
		r.Update(tea.KeyPressMsg{Code: tea.KeyEnd})
	}
	took := make([]time.Duration, 0, b.N)
	b.ReportAllocs()
	for b.Loop() {
		began := time.Now()
		r.Update(key)
		r.Draw(full)
		took = append(took, time.Since(began))
		study.Grant(r.env.Wishes())
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
}

// BenchmarkNaiveLayout is what each key would cost if the whole transcript were set anew: the limit to compare with.
func BenchmarkNaiveLayout(b *testing.B) {
	for _, chars := range []int{20_000, 200_000, 1_000_000} {
		_, r := longSession(b, chars, 5_000)
		b.Run(fmt.Sprintf("chars=%d", chars), func(b *testing.B) {
			for b.Loop() {
				set := newSetting(r.doc, r.sheet.measure, r.ruler())
				for i := range set.blocks {
					set.of(i)
				}
			}
		})
	}
}
