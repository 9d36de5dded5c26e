package main

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// keyed is what somebody pressed, what the screen said to it, and the codings that
// this puts on or takes off, by code number.
type keyed struct {
	keys []string
	says string
	puts map[string]int
}

// one is a coding of one code.
func one(code string) map[string]int { return map[string]int{code: 1} }

// invented stands for the code named in vivo: it has no number.
const invented = ""

// atTheDesk are 22 passages of a first secretary's interview, coded in every way there
// is.
var atTheDesk = []keyed{
	{[]string{")", "1"}, "已编码：P1.1", one("P1.1")},
	{[]string{"j", "2"}, "已编码：P2.1", one("P2.1")},
	{[]string{"j", "Enter", "yqbj", "Enter"}, "已编码：P2.1", one("P2.1")},
	{[]string{"j", "."}, "已编码：P2.1", one("P2.1")},
	{[]string{"j", "3"}, "已编码：I3.1", one("I3.1")},
	{[]string{"r", "nengli", "Enter"}, "I3.1 政策理解偏差 改为 I3.2 能力不足", map[string]int{"I3.1": -1, "I3.2": 1}},
	{[]string{")", "J", "4"}, "已编码：I3.2", one("I3.2")},
	{[]string{"j", "1"}, "已编码：P1.1", one("P1.1")},
	{[]string{"2"}, "已编码：P2.1", one("P2.1")},
	{[]string{"j", "5"}, "已编码：T1.1", one("T1.1")},
	{[]string{"u"}, "已撤销", map[string]int{"T1.1": -1}},
	{[]string{"C-r"}, "已重做", one("T1.1")},
	{[]string{"j", "6"}, "已编码：T3.1", one("T3.1")},
	{[]string{"6"}, "已取消：T3.1", map[string]int{"T3.1": -1}},
	{[]string{"j", "7"}, "已编码：E3.1", one("E3.1")},
	{[]string{"x"}, "已取消：E3.1", map[string]int{"E3.1": -1}},
	{[]string{")", "v", "l", "l", "i", "Enter"}, "新编码：", one(invented)},

	{[]string{"Tab"}, "编码键盘：", nil},
	{[]string{";"}, "自动移到下一个未编码的句子", nil},
	{[]string{"Space", "q"}, "已编码：P1.2", one("P1.2")},
	{[]string{"w"}, "已编码：P2.2", one("P2.2")},
	{[]string{"e"}, "已编码：P3.1", one("P3.1")},
	{[]string{"r"}, "已编码：P3.2", one("P3.2")},
	{[]string{"t"}, "已编码：P5", one("P5")},
	{[]string{"y"}, "已编码：I1.1", one("I1.1")},
	{[]string{"u"}, "已编码：I1.2", one("I1.2")},
	{[]string{"i"}, "已编码：I1.3", one("I1.3")},
	{[]string{"Q"}, "已编码：P1.2", one("P1.2")},
	{[]string{"W"}, "已编码：P2.2", one("P2.2")},
	{[]string{"BSpace"}, "已撤销", map[string]int{"P2.2": -1}},
	{[]string{"w"}, "已编码：P2.2", one("P2.2")},
	{[]string{"o"}, "已编码：I2.1", one("I2.1")},
	{[]string{"p"}, "已编码：I2.3", one("I2.3")},
	{[]string{"Tab"}, "编码键盘已关", nil},
}

// inTheVillage are ten passages of a village cadre's, each in a turn of its own.
var inTheVillage = []keyed{
	{[]string{";"}, "停在原处", nil},
	{[]string{")", "1"}, "已编码：P1.1", one("P1.1")},
	{[]string{")", "1"}, "已编码：P1.1", one("P1.1")},
	{[]string{")", "2"}, "已编码：P2.1", one("P2.1")},
	{[]string{")", "5"}, "已编码：T1.1", one("T1.1")},
	{[]string{")", "5"}, "已编码：T1.1", one("T1.1")},
	{[]string{")", "6"}, "已编码：T3.1", one("T3.1")},
	{[]string{")", "6"}, "已编码：T3.1", one("T3.1")},
	{[]string{")", "7"}, "已编码：E3.1", one("E3.1")},
	{[]string{")", "."}, "已编码：E3.1", one("E3.1")},
	{[]string{")", "4"}, "已编码：I3.2", one("I3.2")},
}

// metInOnePassage are the pairs that the keys above put on the very same words.
var metInOnePassage = [][2]string{{"P1.1", "P2.1"}, {"P1.2", "P2.2"}}

// TestTerminalMainPath is a researcher's evening: from a folder of interviews to
// coded passages, counts, co-occurrence and exported excerpts.
func TestTerminalMainPath(t *testing.T) {
	term := openTerminal(t, 100, 30, "zh_CN.UTF-8")
	files := 0
	for _, folder := range []string{"村干部", "第一书记"} {
		from := os.DirFS(sampleFolder(t, folder))
		if err := os.CopyFS(filepath.Join(term.home, folder), from); err != nil {
			t.Fatal(err)
		}
		found, err := fs.Glob(from, "*.txt")
		if err != nil {
			t.Fatal(err)
		}
		files += len(found)
	}

	term.Type("fangtan new 驻村.fangtan", "Enter")
	term.Wait("[smith]")
	term.Type("Enter")
	term.Wait("[zh]")
	term.Type("Enter")
	term.Wait("姓名")
	term.Type("周琳", "Enter")
	term.Wait("项目“驻村.fangtan”已建好")
	term.Type("clear; fangtan import 村干部 第一书记", "Enter")
	term.Wait("导入 " + strconv.Itoa(files) + " 篇访谈稿")

	term.Type("fangtan", "Enter")
	term.Wait("驻村 · "+strconv.Itoa(files)+" 篇", "0 参考点", "回车 接着读")
	secretaries := term.code("周明", atTheDesk)
	cadres := term.code("老耿", inTheVillage)
	all := maps.Clone(secretaries)
	for code, n := range cadres {
		all[code] += n
	}
	total := sum(all)
	if total < 30 {
		t.Fatalf("the keys make %d codings, want 30 at least", total)
	}
	term.Wait(strconv.Itoa(total) + " 参考点")

	term.lookBehind(secretaries["P2.1"])

	// the files
	exported := rows(t, term.Run("codings", "export"))
	names := codeNumbers(t, term)
	term.compareCodings(exported, names, map[string]map[string]int{"周明": secretaries, "老耿": cadres})
	term.compareFrequency(names, secretaries, cadres)
	term.compareMeetings(names)
	term.compareExcerpts(exported, all["P2.1"])

	// the day after
	term.Type("C-q")
	term.Wait("ready>")
	term.Type("clear; fangtan", "Enter")
	term.Wait(strconv.Itoa(total) + " 参考点")
	term.Type("F3")
	term.Wait("周明", " · 已编码 ") // which was read last
	term.Type("u")
	term.Wait("已撤销")
	term.Type("F2")
	term.Wait(strconv.Itoa(total-1) + " 参考点")
	term.Type("C-y")
	term.Wait("已重做")
	term.Type("C-q")
	term.Wait("ready>")
	if again := rows(t, term.Run("codings", "export")); !slices.EqualFunc(again, exported, slices.Equal) {
		t.Errorf("after a restart, undo and redo:\n%v\nbefore:\n%v", again, exported)
	}
}

// code opens a transcript, presses the keys, and goes back to the transcripts. It
// gives the codings that the keys make.
func (term *terminal) code(transcript string, list []keyed) map[string]int {
	term.t.Helper()
	term.Type("/", transcript, "Enter")
	term.Wait("/ "+transcript, "1 篇")
	term.Type("Enter")
	term.Wait("话轮", transcript, "本段")
	made := map[string]int{}
	for _, k := range list {
		before := term.Screen()
		term.Type(k.keys...)
		term.until(k.says, func(screen string) bool { return screen != before && strings.Contains(screen, k.says) })
		for code, n := range k.puts {
			made[code] += n
		}
	}
	term.Type("F2")
	term.Wait("/ "+transcript, "已保存")
	term.Type("Escape")
	term.Gone("/ " + transcript)
	return made
}

// lookBehind follows a figure to the passages behind it, one of them to its line, and
// Esc all the way back.
func (term *terminal) lookBehind(want int) {
	term.t.Helper()
	term.Type("F5")
	term.Wait("编码频次", "合计")
	table := rows(term.t, term.Run("freq"))
	for range slices.IndexFunc(table, func(row []string) bool { return row[0] == "要求不具体" }) {
		term.Type("Down")
	}
	term.Type("Right", "Right") // the third group
	term.Wait("P2.1 要求不具体 · 第一书记：" + strconv.Itoa(want) + " 参考点")
	term.Type("Enter")
	head := "P2.1 要求不具体 · 第一书记 · " + strconv.Itoa(want) + " 处"
	term.Wait("摘录 · "+head, "1/"+strconv.Itoa(want))
	term.Type("j")
	shown := term.Wait("2/" + strconv.Itoa(want))
	_, passage, _ := strings.Cut(shown[strings.Index(shown, "▸"):], "▌ ")
	passage, _, _ = strings.Cut(passage, "\n")
	begins := string([]rune(passage)[:6])
	term.Type("Enter")
	term.Wait("驻村 · 第一书记 · ", "周明", begins)
	term.until("the cursor at "+begins, func(string) bool { return strings.HasPrefix(term.atCursor(), begins) })
	term.Type("Escape")
	term.Wait("摘录 · "+head, "2/"+strconv.Itoa(want))
	term.Type("Escape")
	term.Wait("编码频次", "P2.1 要求不具体 · 第一书记：")
	term.Type("F6")
	term.Wait("共现", "P1.1 目标不明确（")
	term.Type("Right")
	term.Wait("P1.1 目标不明确 × P2.1 要求不具体")
	term.Type("Enter")
	term.Wait("摘录 · ", "P1.1 目标不明确")
	term.Type("Escape")
	term.Wait("共现", "× P2.1 要求不具体")
	term.Type("Escape")
	term.Wait("编码频次", "P2.1 要求不具体 · 第一书记：") // where F6 was pressed
	term.Type("Escape")
	term.Wait("回车 接着读")
}

func sum(counts map[string]int) (n int) {
	for _, c := range counts {
		n += c
	}
	return n
}

// codeNumbers gives the number of each code by its name in tables.
func codeNumbers(t *testing.T, term *terminal) map[string]string {
	numbers := map[string]string{}
	for _, row := range rows(t, term.Run("codes", "export")) {
		numbers[row[0]] = row[2]
	}
	return numbers
}

// compareCodings compares the codings on disk with those that the keys make.
func (term *terminal) compareCodings(exported [][]string, numbers map[string]string, want map[string]map[string]int) {
	term.t.Helper()
	got := map[string]map[string]int{"周明": {}, "老耿": {}}
	for _, row := range exported {
		for name := range got {
			if strings.Contains(row[0], name) {
				got[name][numbers[row[2]]]++
			}
		}
		if row[1] != "周琳" {
			term.t.Errorf("coded by %s: %v", row[1], row)
		}
		if numbers[row[2]] == invented && row[9] != row[2] {
			term.t.Errorf("a code in vivo named %s on the words %s", row[2], row[9])
		}
	}
	for name, counts := range want {
		maps.DeleteFunc(counts, func(_ string, n int) bool { return n == 0 })
		if !maps.Equal(got[name], counts) {
			term.t.Errorf("%s has codings\n%v\nthe keys make\n%v", name, got[name], counts)
		}
	}
}

// compareFrequency compares the table of codes by groups.
func (term *terminal) compareFrequency(numbers map[string]string, secretaries, cadres map[string]int) {
	term.t.Helper()
	for _, row := range rows(term.t, term.Run("freq")) {
		code := numbers[row[0]]
		want := []int{0, 0, secretaries[code], cadres[code], secretaries[code] + cadres[code]}
		for i, n := range want {
			if row[3+i] != strconv.Itoa(n) {
				term.t.Errorf("freq of %s: %v, want %v", row[0], row[3:], want)
				break
			}
		}
	}
}

// compareMeetings compares the pairs of codes on overlapping words.
func (term *terminal) compareMeetings(numbers map[string]string) {
	term.t.Helper()
	var got [][2]string
	for _, row := range rows(term.t, term.Run("cooc", "--unit", "overlap")) {
		got = append(got, [2]string{numbers[row[0]], numbers[row[1]]})
		if row[2] != "1" {
			term.t.Errorf("%s and %s meet %s times, want once", row[0], row[1], row[2])
		}
	}
	if !slices.Equal(got, metInOnePassage) {
		term.t.Errorf("codes meet: %v, want %v", got, metInOnePassage)
	}
}

// compareExcerpts writes the passages of a code to a file and compares them with the
// codings.
func (term *terminal) compareExcerpts(exported [][]string, want int) {
	term.t.Helper()
	term.Type("C-q")
	term.Wait("ready>")
	term.Type("clear; fangtan excerpts P2.1 -o p21.csv; echo wrote $?", "Enter")
	term.Wait("wrote 0")
	data, err := os.ReadFile(filepath.Join(term.home, "p21.csv"))
	if err != nil {
		term.t.Fatal(err)
	}
	var words, texts []string
	for _, row := range exported {
		if row[2] == "要求不具体" {
			words = append(words, row[9])
		}
	}
	for _, row := range rows(term.t, string(data)) {
		texts = append(texts, row[10])
	}
	if len(texts) != want || !slices.Equal(texts, words) {
		term.t.Errorf("the file of excerpts holds\n%q\nwant\n%q", texts, words)
	}
	term.Type("clear; fangtan", "Enter")
	term.Wait("回车 接着读")
}
