package exchange

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/tally"
)

// chinese says titles and reasons as a catalogue would.
var chinese = Words{Lang: "zh", Say: func(key string) string { return "〔" + key + "〕" }}

func TestFrequencyOut(t *testing.T) {
	p, _ := coded(t)
	f := tally.FrequencyOf(p, tally.Filter{}, tally.ByGroup(p), tally.Unit{}, false)
	for _, c := range []struct {
		measure tally.Measure
		want    string
	}{
		{tally.Codings, "code,path,dimension,department-heads,secretaries,cadres,total\n" +
			"政策,政策,政策,0,0,0,0\n虚,政策 / 虚,政策,0,0,1,1\n不懂,政策 / 不懂,政策,1,0,1,2\n环境,环境,环境,0,0,0,0\n" +
			"家庭,环境 / 家庭,环境,0,0,2,2\n张力,张力,张力,0,0,0,0\n政策与环境,张力 / 政策与环境,张力,0,0,1,1\n"},
		{tally.TranscriptsShare, "code,path,dimension,department-heads,secretaries,cadres,total,note\n" +
			"政策,政策,政策,0.000000,,0.000000,0.000000,secretaries: no-transcripts\n" +
			"虚,政策 / 虚,政策,0.000000,,1.000000,0.500000,secretaries: no-transcripts\n" +
			"不懂,政策 / 不懂,政策,1.000000,,1.000000,1.000000,secretaries: no-transcripts\n" +
			"环境,环境,环境,0.000000,,0.000000,0.000000,secretaries: no-transcripts\n" +
			"家庭,环境 / 家庭,环境,0.000000,,1.000000,0.500000,secretaries: no-transcripts\n" +
			"张力,张力,张力,0.000000,,0.000000,0.000000,secretaries: no-transcripts\n" +
			"政策与环境,张力 / 政策与环境,张力,0.000000,,1.000000,0.500000,secretaries: no-transcripts\n"},
	} {
		if out := csvOf(t, FrequencyTable(p, f, c.measure, false, Words{})); out != c.want {
			t.Errorf("%v: %s", c.measure, firstDifference(out, c.want))
		}
	}
}

func TestFrequencyTitles(t *testing.T) {
	p, _ := coded(t)
	f := tally.FrequencyOf(p, tally.Filter{}, tally.ByGroup(p), tally.Unit{}, false)
	var b bytes.Buffer
	if err := Write(&b, FormatMarkdown, FrequencyTable(p, f, tally.Coverage, false, chinese), Options{}); err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(b.String(), "\n")
	if want := "| code | path | dimension | 组1 | 组2 | 组3 | total | note |"; head != want {
		t.Errorf("head %s, want %s", head, want)
	}
	if !strings.Contains(rest, "secretaries: 〔undefined.no-text〕") {
		t.Errorf("no reason in %s", rest)
	}
}

func TestTidyFrequency(t *testing.T) {
	p, _ := coded(t)
	f := tally.FrequencyOf(p, tally.Filter{}, tally.ByGroup(p), tally.Unit{}, false)
	out := csvOf(t, FrequencyTable(p, f, tally.Codings, true, Words{}))
	lines := strings.Split(out, "\n")
	if want := "code,path,group,codings,transcripts,transcripts_share,units,coverage,rate,row_share,col_share,residual,voices,top_voice_share,note"; lines[0] != want {
		t.Errorf("head %s", lines[0])
	}
	if len(lines) != 1+7*3+1 {
		t.Errorf("%d lines", len(lines))
	}
	// 虚 in cadres: 4 of the 27 characters that 受访者 says, 1 coding of 1 in the row, of 5 in the column, of 6
	// in all, so that 5/6 are expected.
	if want := "虚,政策 / 虚,cadres,1,1,1.000000,1,0.148148,37.037037,1.000000,0.200000,0.489898,1,1.000000,"; lines[6] != want {
		t.Errorf("line %s", lines[6])
	}
}

func TestCooccurrenceOut(t *testing.T) {
	p, _ := coded(t)
	c := tally.CooccurrenceOf(p, tally.Filter{}, tally.CoocOptions{Unit: tally.Unit{Kind: tally.Turn}})
	out := csvOf(t, CooccurrenceTable(p, c, false, Words{}))
	want := "code_a,code_b,n,n_a,n_b,c,b_given_a,a_given_b,lift,skewed,pairs\n" +
		"虚,不懂,1,1,2,0.500000,1.000000,0.500000,1.500000,false,0\n" +
		"虚,家庭,1,1,1,1.000000,1.000000,1.000000,3.000000,false,1\n" +
		"虚,政策与环境,1,1,1,1.000000,1.000000,1.000000,3.000000,false,1\n" +
		"不懂,家庭,1,2,1,0.500000,0.500000,1.000000,1.500000,false,0\n" +
		"不懂,政策与环境,1,2,1,0.500000,0.500000,1.000000,1.500000,false,1\n" +
		"家庭,政策与环境,1,1,1,1.000000,1.000000,1.000000,3.000000,false,1\n"
	if out != want {
		t.Errorf("%s", firstDifference(out, want))
	}
	out = csvOf(t, CooccurrenceTable(p, c, true, Words{}))
	want = "code,政策,虚,不懂,环境,家庭,张力,政策与环境,note\n" +
		"政策,0,,,0,0,0,0,\"虚, 不懂: own-ancestor\"\n虚,,1,1,0,1,0,1,政策: own-ancestor\n不懂,,1,2,0,1,0,1,政策: own-ancestor\n" +
		"环境,0,0,0,0,,0,0,家庭: own-ancestor\n家庭,0,1,1,,1,0,1,环境: own-ancestor\n张力,0,0,0,0,0,0,,政策与环境: own-ancestor\n" +
		"政策与环境,0,1,1,0,1,,1,张力: own-ancestor\n"
	if out != want {
		t.Errorf("matrix: %s", firstDifference(out, want))
	}
}

func TestTensionOut(t *testing.T) {
	p, _ := coded(t)
	link := codebook.Link{ID: codebook.ID{12}, Kind: codebook.LinkTension, From: code(t, p, "P1"), To: code(t, p, "E1"), Coder: 1}
	do(t, p, &codebook.PutLink{Row: link})
	view := tally.TensionOf(p, tally.Filter{}, tally.Unit{})
	const head = "component_a,component_b,department-heads,secretaries,cadres,total,voices,met,c,linked,strongest_a,strongest_b,note\n"
	for cell, want := range map[TensionCell]string{
		TensionCodings: head +
			"政策,政策,,,,,,1,,0,虚,不懂,\"department-heads, secretaries, cadres, total, voices: no-tension-code; c: within-one\"\n" +
			"政策,环境,0,0,1,1,1,1,0.500000,1,虚,家庭,\n" +
			"环境,环境,,,,,,0,,0,,,\"department-heads, secretaries, cadres, total, voices: no-tension-code; c: within-one\"\n",
		TensionMet: head +
			"政策,政策,0,0,1,1,,1,,0,虚,不懂,voices: no-tension-code; c: within-one\n" +
			"政策,环境,0,0,1,1,1,1,0.500000,1,虚,家庭,\n" +
			"环境,环境,0,0,0,0,,0,,0,,,voices: no-tension-code; c: within-one\n",
	} {
		if out := csvOf(t, TensionTable(p, view, cell, Words{})); out != want {
			t.Errorf("%s: %s", cell, firstDifference(out, want))
		}
	}
	if out := csvOf(t, TensionTable(p, view, TensionRate, Words{})); !strings.Contains(out, "secretaries: no-text") {
		t.Errorf("rate: %s", out)
	}
}

func TestTensionCells(t *testing.T) {
	for name, want := range map[string]TensionCell{"": TensionCodings, "met": TensionMet, "voices": TensionVoices, "rate": TensionRate} {
		if c, err := ParseTensionCell(name); c != want || err != nil {
			t.Errorf("%q: %q, %v", name, c, err)
		}
	}
	if _, err := ParseTensionCell("cold"); !errors.Is(err, ErrTensionCell) {
		t.Errorf("error %v", err)
	}
}
