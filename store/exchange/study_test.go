package exchange

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/text"
)

const (
	villageText = "访谈标题\n\n访谈者：您好吗？\n受访者：还好。家里👨‍👩‍👧都在。文件看不懂，写得太虚。\n访谈者：后来呢？\n受访者：后来就不管了。\n"
	countyText  = "Q: Why?\nA: The café\u0301 was shut. Nobody told us anything. We waited.\n"
)

// study is two transcripts, three groups, two coders and a few codes, without codings.
func study(t testing.TB) (*codebook.Project, Texts) {
	t.Helper()
	p := withCoder(t, "zh")
	do(t, p, &codebook.PutCoder{Row: codebook.Coder{ID: codebook.ID{4, 2}, Name: "Wang"}})
	for i, key := range []string{"department-heads", "secretaries", "cadres"} {
		do(t, p, &codebook.PutGroup{Row: codebook.Group{ID: codebook.ID{8, byte(i)}, Key: key, NameZh: "组" + fmt.Sprint(i+1), NameEn: key}})
	}
	takeIn(t, p, "code,parent,number,name_en,role,codable,fields\n"+
		"政策,,P,Policy,component,true,\n虚,政策,P1,Vague,,true,\n不懂,政策,P2,Unclear,,true,\n"+
		"环境,,E,Environment,component,true,\n家庭,环境,E1,Family,,true,\n"+
		"张力,,X,Tensions,,false,\n政策与环境,张力,X-PE,,tension:P-E,true,strength:choice(1|2|3); evidence:text\n")
	texts := map[codebook.No]string{}
	for i, s := range []string{villageText, countyText} {
		file := []string{"村干部/01 村.txt", "县/county.txt"}[i]
		add(t, p, file, s, []codebook.No{3, 1}[i])
		texts[codebook.No(i+1)] = s
	}
	return p, func(n codebook.No) (string, error) { return texts[n], nil }
}

func add(t testing.TB, p *codebook.Project, file, s string, group codebook.No) {
	t.Helper()
	cut := text.Segment(s, nil)
	roles := text.GuessRoles(s, cut)
	row := codebook.Transcript{
		ID: codebook.ID{9, byte(len(s))}, File: file, Title: "标题 " + file, Group: group, Text: sha256.Sum256([]byte(s)),
		Bytes: uint32(len(s)), Points: uint32(len([]rune(s))), Chars: uint32(text.Chars(s)), Turns: uint32(cut.TurnCount()),
	}
	for i, label := range cut.Labels {
		row.Speakers = append(row.Speakers, codebook.Speaker{ID: codebook.ID{10, byte(i)}, Label: label, Role: roles[i]})
	}
	do(t, p, &codebook.AddTranscript{Row: row, Text: s, Cut: &codebook.HeldCut{Cut: cut}})
}

// code finds a code by number.
func code(t testing.TB, p *codebook.Project, number string) codebook.No {
	t.Helper()
	n, err := p.CodeNames().Find(number)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// coding makes a coding on the first place where quote stands.
func coding(t testing.TB, p *codebook.Project, no codebook.No, s, quote, number string, coder codebook.No, id int) codebook.Coding {
	t.Helper()
	at := strings.Index(s, quote)
	if at < 0 {
		t.Fatalf("%q is not in the text", quote)
	}
	x := text.NewIndex(s)
	end := at + len(quote)
	return codebook.Coding{
		ID: numbered(id), Start: uint32(at), End: uint32(end), StartCh: uint32(x.CharsBefore(at)), EndCh: uint32(x.CharsBefore(end)),
		Code: code(t, p, number), Coder: coder, Created: 1_700_000_000_000 + int64(id),
	}
}

// coded is the study with codings, memos and a star.
func coded(t testing.TB) (*codebook.Project, Texts) {
	t.Helper()
	p, texts := study(t)
	vague := coding(t, p, 1, villageText, "写得太虚", "P1", 1, 101)
	vague.Flags = codebook.Starred
	tension := coding(t, p, 1, villageText, "文件看不懂，写得太虚。", "X-PE", 1, 102)
	tension.Fields = []codebook.FieldValue{{Name: "strength", Value: "2"}, {Name: "extra", Value: "-是"}}
	do(t, p, &codebook.AddCodings{Transcript: 1, Rows: []codebook.Coding{
		vague, tension,
		coding(t, p, 1, villageText, "文件看不懂", "P2", 2, 103),
		coding(t, p, 1, villageText, "家里👨‍👩‍👧都在", "E1", 1, 104),
		coding(t, p, 1, villageText, "访谈标题", "P", 1, 105),
		coding(t, p, 1, villageText, "写得太虚", "E1", 1, 106),
	}})
	do(t, p, &codebook.AddCodings{Transcript: 2, Rows: []codebook.Coding{
		coding(t, p, 2, countyText, "Nobody told us anything.", "P2", 2, 107),
	}})
	for i, s := range []string{"一", "二"} {
		do(t, p, &codebook.PutMemo{Row: codebook.Memo{
			ID: codebook.ID{11, byte(i)}, Target: codebook.TargetPassage, On: 1, Start: vague.Start, End: vague.End, Coder: 1, Text: s,
		}})
	}
	if err := p.Invariants(); err != nil {
		t.Fatal(err)
	}
	return p, texts
}
