package transcript

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// Passages as interviewees say them, written for these tests.
const (
	simplified = "访谈者：您是哪一年来到这个村的？受访者：前年春天，雪还没化呢，我一个人拖着行李箱就进村了。刚开始谁也不认识，" +
		"开会讲话没人听，后来慢慢走了一百多户人家，才晓得问题出在哪里。修路的钱不够，村里几个老党员自己先垫上，" +
		"我心里过意不去，跑了县里好几趟。文件上写要传帮带，可是带到什么程度才算合格，没有人说得清楚，检查组每个月都来翻台账，" +
		"我们只好晚上加班补材料。年轻人都出去打工了，剩下的干部平均年龄五十多岁，电脑也不大会用，报表常常是我替他们填。"
	traditional = "訪談者：請問您當初為什麼願意參加這個計畫？受訪者：其實是里長拜託我的，他說社區裡缺人手，我退休了沒事做，就答應下來。" +
		"頭幾個月真的很累，每天挨家挨戶去敲門，有些長輩耳朵不好，要講好幾遍才聽得懂。後來大家熟了，還會留我吃飯。" +
		"經費一直是個問題，補助款常常拖到年底才撥下來，我們只能先自己掏腰包。公所的承辦人換了三個，每次都要從頭解釋一次，" +
		"規定也變來變去，說實在的，我們比較希望有人能坐下來聽聽現場的聲音，而不是只看表格上面的數字。"
)

var encodings = []struct {
	name, passage, want string
	table               encoding.Encoding
}{
	{"simplified in GB18030", simplified, "gb18030", simplifiedchinese.GB18030},
	{"simplified in GBK", simplified, "gb18030", simplifiedchinese.GBK},
	{"traditional in GB18030", traditional, "gb18030", simplifiedchinese.GB18030},
	{"traditional in Big5", traditional, "big5", traditionalchinese.Big5},
	{"simplified in UTF-8", simplified, "utf-8", encoding.Nop},
	{"traditional in UTF-8", traditional, "utf-8", encoding.Nop},
	{"simplified in UTF-16LE", simplified, "utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{"simplified in UTF-16BE", simplified, "utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	{"traditional in UTF-16LE", traditional, "utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{"traditional in UTF-16BE", traditional, "utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
}

// encode gives s in an encoding.
func encode(t testing.TB, table encoding.Encoding, s string) []byte {
	t.Helper()
	out, err := table.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestDecodeWindows asks for the encoding of every stretch of 8, 16 and 64 characters.
func TestDecodeWindows(t *testing.T) {
	for _, e := range encodings {
		for _, size := range []int{8, 16, 64} {
			runes := []rune(e.passage)
			wrong := 0
			for i := 0; i+size <= len(runes); i++ {
				want := string(runes[i : i+size])
				got, found, err := decode(encode(t, e.table, want))
				if err != nil || found.name != e.want || got != want {
					wrong++
					t.Logf("%s, %d characters: %q taken for %s %q (%v)", e.name, size, want, found.name, got, err)
				}
			}
			if wrong > 0 {
				t.Errorf("%s, %d characters: %d of %d stretches wrong", e.name, size, wrong, len(runes)-size+1)
			}
		}
	}
}

// TestDecodeMixed asks for texts as they are: names in Latin letters, numbers, ASCII lines first.
func TestDecodeMixed(t *testing.T) {
	ascii := strings.Repeat("Interview 12, recorded on 2024-03-05.\r\n", 3000)
	for _, e := range encodings {
		want := ascii + "Q: " + e.passage[:len("访谈者：您是")] + "A: OK, 27 KPI\r\n"
		got, found, err := decode(encode(t, e.table, want))
		if err != nil || found.name != e.want || got != want {
			t.Errorf("%s after much ASCII: taken for %s (%v)", e.name, found.name, err)
		}
	}
	english := "“It’s hard,” she said – the café was closed."
	if got, found, err := decode(encode(t, charmap.Windows1252, english)); err != nil || found.name != "windows-1252" || got != english {
		t.Errorf("English by Windows: taken for %s %q (%v)", found.name, got, err)
	}
	wide := "Nothing but English in here."
	for _, e := range encodings[6:8] {
		if got, found, err := decode(encode(t, e.table, wide)); err != nil || found.name != e.want || got != wide {
			t.Errorf("English in %s: taken for %s %q (%v)", e.want, found.name, got, err)
		}
	}
}

func TestDecodeMarks(t *testing.T) {
	for _, c := range []struct {
		mark  string
		table encoding.Encoding
		want  string
	}{
		{"\xEF\xBB\xBF", encoding.Nop, "utf-8"},
		{"\xFF\xFE", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le"},
		{"\xFE\xFF", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be"},
		{"\x84\x31\x95\x33", simplifiedchinese.GB18030, "gb18030"},
	} {
		const want = "答：𠮷林，好。"
		src, err := Read("a.txt", append([]byte(c.mark), encode(t, c.table, want)...))
		if err != nil {
			t.Fatal(err)
		}
		if src.Text != want || src.Encoding != c.want || !src.BOM {
			t.Errorf("after mark %x: got %q as %s, mark %v", c.mark, src.Text, src.Encoding, src.BOM)
		}
	}
}

func TestDecodeDamage(t *testing.T) {
	gbk := encode(t, simplifiedchinese.GBK, strings.ReplaceAll(simplified, "。", "。\n"))
	gbk[100] = 0xFF
	src, err := Read("a.txt", gbk)
	if err != nil || src.Encoding != "gb18030" || src.Facts.Replaced == 0 || !strings.Contains(src.Text, "\uFFFD") {
		t.Errorf("one damaged byte of GBK: %+v, %v", src, err)
	}
	utf8 := []byte(simplified)
	utf8[300] = 0xFF
	src, err = Read("a.txt", utf8)
	if err != nil || src.Encoding != "utf-8" || src.Facts.Replaced == 0 {
		t.Errorf("one damaged byte of UTF-8: %v", err)
	}
	noise := make([]byte, 4096)
	state := uint32(7)
	for i := range noise {
		state = state*1664525 + 1013904223
		noise[i] = byte(state >> 24)
	}
	if _, err := Read("a.txt", noise); !errors.Is(err, &Error{Reason: ReasonBinary}) {
		t.Errorf("noise: got %v", err)
	}
	for _, c := range []struct {
		name  string
		table encoding.Encoding
		text  string
	}{
		{"Korean", korean.EUCKR, "저는 작년 봄에 이 마을로 왔습니다. 처음에는 아무도 몰랐고 회의에서 말을 해도 듣는 사람이 없었습니다. 그래서 집집마다 찾아갔습니다."},
		{"Japanese", japanese.EUCJP, "わたしは去年の春にこの村へ来ました。はじめは知り合いもなく、会議で話しても聞いてくれる人はいませんでした。それで一軒ずつ訪ねて歩きました。"},
	} {
		if src, err := Read("a.txt", encode(t, c.table, c.text)); !errors.Is(err, &Error{Reason: ReasonEncoding}) {
			t.Errorf("%s: got %+v, %v", c.name, src, err)
		}
	}
	for i := range noise {
		noise[i] |= 0x80
	}
	if _, err := Read("a.txt", noise); !errors.Is(err, &Error{Reason: ReasonEncoding}) {
		t.Errorf("noise of high bytes: got %v", err)
	}
}
