package transcript

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// Weights of a character, when it is asked whether a decoding makes sense. Text
// in the wrong encoding is made of rare characters; real text is half made of
// its few hundred commonest ones.
const (
	weightFrequent = 5   // among the commonest few hundred
	weightMark     = 4   // punctuation that Chinese text is full of
	weightLetter   = 3   // a letter of ASCII where ASCII says something, or one with an accent
	weightOrdinary = 1   // in the first level of GB 2312 or Big5
	weightRare     = -3  // any other Chinese character
	weightForeign  = -4  // scripts, signs and letters that transcripts hardly hold
	weightWrong    = -10 // not a character at all
)

// leastScore is the mean weight from which a decoding is believed. Talk scores
// between 3.5 and 5; Korean or Japanese taken for Chinese stays under 2.2. A few
// words prove little either way and get the benefit of the doubt.
func leastScore(count int) float64 {
	if count < 40 {
		return 0.25
	}
	return 2.75
}

// weight tells what r says for a decoding, given the character before it; tells
// is false if it says nothing. ASCII tells something in wide encodings only.
func weight(r, before rune, wide bool) (w int, tells bool) {
	switch {
	case r == '\n' || r == '\r' || r == '\t' || r == ' ' || r == 0x1B:
		return 0, false
	case r < ' ' || r == 0x7F || r == utf8.RuneError:
		return weightWrong, true
	case r < 0x7F:
		return weightLetter, wide
	case r < 0x250:
		return latinWeight(r, before), true
	case r > 0xFFFF:
		return weightForeign, true
	}
	return int(weights()[r]), true
}

// latinWeight weighs Latin letters beyond ASCII: in Western words they stand
// alone between ASCII letters, in misread Chinese they stand in rows.
func latinWeight(r, before rune) int {
	switch {
	case r < 0xA0:
		return weightWrong
	case r == '·' || r == '°' || r == '×' || r == '±':
		return weightOrdinary
	case !unicode.IsLetter(r) || before >= 0x80:
		return weightForeign
	}
	return weightLetter
}

// commonMarks is the punctuation of Chinese text, with what English typography adds.
const commonMarks = "，。、：；？！“”‘’（）《》〈〉【】「」『』…—–～·　"

// weights holds the weight of every character up to U+FFFF, made at first use.
var weights = sync.OnceValue(func() *[0x10000]int8 {
	table := new([0x10000]int8)
	for i := range table {
		table[i] = blockWeight(rune(i))
	}
	// The characters that the two national standards put into their first levels,
	// the common ones: GB 2312 rows 16 to 55, and Big5 A440 to C67E.
	for _, r := range tableRows(simplifiedchinese.GB18030, 0xB0, 0xD7, 0xA1) + tableRows(traditionalchinese.Big5, 0xA4, 0xC6, 0x40) {
		if table[r&0xFFFF] == weightRare {
			table[r] = weightOrdinary
		}
	}
	for _, r := range frequentSimplified + frequentTraditional {
		table[r] = weightFrequent
	}
	for _, r := range commonMarks {
		table[r] = weightMark
	}
	return table
})

// blockWeight is the weight that a character has by its place in Unicode.
func blockWeight(r rune) int8 {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF:
		return weightRare
	case r >= 0xFF01 && r <= 0xFF5E: // full-width forms
		return weightLetter
	case !unicode.IsPrint(r): // unassigned, private, control
		return weightWrong
	}
	return weightForeign
}

// tableRows gives all two-byte characters whose first byte is in [first, last] and second byte from low on.
func tableRows(table encoding.Encoding, first, last, low int) string {
	var pairs []byte
	for lead := first; lead <= last; lead++ {
		for trail := low; trail <= 0xFE; trail++ {
			pairs = append(pairs, byte(lead), byte(trail), '\n') // the line end keeps pairs without meaning apart
		}
	}
	decoded, err := table.NewDecoder().Bytes(pairs)
	if err != nil { // tables replace and never fail
		return ""
	}
	return string(decoded)
}

// The commonest characters of Chinese prose, and those that interviews add (问 答
// 访 谈 …), in both scripts.
const frequentSimplified = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里" +
	"用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机" +
	"十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回" +
	"特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活更别打女变四神总何电数安少报" +
	"才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难" +
	"且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运" +
	"请访谈答您村镇乡县支组织党委干农户户吧呢吗啊哦嗯哪怎谁觉得钱钟岁办填表检查落实驻帮扶培训考核压责标准细政策群众基层书记站找讲" +
	"够块半够慢快晚早忙累怕爱帮跟每样些挺比较肯反映问题困难经验年轻老百姓孩家里读写课班校生病医房租车买卖吃饭喝睡打听送拿"
const frequentTraditional = "這個們來為國說時會對於著過發後裡種經麼學現當沒動還進樣開從實軍無與長機將兩間問關點業應戰頭體見產話給門兒" +
	"東聲論處義幾認條係氣題爾別變電數報結務場計許統區隊決達強難權設術領傳師觀讓識帶導爭運員總類據邊張該規萬覺確請訪談鎮鄉縣組織" +
	"黨幹農戶嗎誰錢鐘歲辦檢查駐幫訓壓標準細眾層書記講夠塊愛樣些較驗輕讀寫課醫買賣飯聽並臺灣網路會議討論平台議題參與審議政府部" +
	"單位資料訊換連結構環境選擇團體專家學者歡迎謝謝灣廳衛縣長員協調溝通"
