package transcript

import (
	"strconv"
	"strings"
)

// numerals are the ways to write the numbers of lists, by Word's names for them
// (ISO/IEC 29500-1, 17.18.59). A format that is not here is written 1, 2, 3.
var numerals = map[string]func(int) string{
	"none":                         func(int) string { return "" },
	"decimalZero":                  func(n int) string { return leftPad(strconv.Itoa(n), 2) },
	"lowerLetter":                  func(n int) string { return letters(n, 'a') },
	"upperLetter":                  func(n int) string { return letters(n, 'A') },
	"lowerRoman":                   func(n int) string { return strings.ToLower(roman(n)) },
	"upperRoman":                   roman,
	"ordinal":                      ordinal,
	"chineseCounting":              chinese(plainDigits, "十", "百", "千", "万"),
	"chineseCountingThousand":      chinese(plainDigits, "十", "百", "千", "万"),
	"japaneseCounting":             chinese(plainDigits, "十", "百", "千", "万"),
	"taiwaneseCounting":            chinese(plainDigits, "十", "百", "千", "萬"),
	"taiwaneseCountingThousand":    chinese(plainDigits, "十", "百", "千", "萬"),
	"chineseLegalSimplified":       chinese(legalDigits, "拾", "佰", "仟", "万"),
	"ideographLegalTraditional":    chinese([]rune("零壹貳參肆伍陸柒捌玖"), "拾", "佰", "仟", "萬"),
	"ideographDigital":             func(n int) string { return digits(n, []rune("〇一二三四五六七八九")) },
	"japaneseDigitalTenThousand":   func(n int) string { return digits(n, []rune("〇一二三四五六七八九")) },
	"taiwaneseDigital":             func(n int) string { return digits(n, []rune("○一二三四五六七八九")) },
	"decimalFullWidth":             func(n int) string { return digits(n, []rune("０１２３４５６７８９")) },
	"decimalFullWidth2":            func(n int) string { return digits(n, []rune("０１２３４５６７８９")) },
	"ideographTraditional":         cycle("甲乙丙丁戊己庚辛壬癸"),
	"ideographZodiac":              cycle("子丑寅卯辰巳午未申酉戌亥"),
	"decimalEnclosedCircle":        signs('①', 20),
	"decimalEnclosedCircleChinese": signs('①', 20),
	"decimalEnclosedFullstop":      signs('⒈', 20),
	"decimalEnclosedParen":         signs('⑴', 20),
	"ideographEnclosedCircle":      signs('㊀', 10),
}

var (
	plainDigits = []rune("零一二三四五六七八九")
	legalDigits = []rune("零壹贰叁肆伍陆柒捌玖")
)

// numeral writes n in a format.
func numeral(format string, n int) string {
	if write, ok := numerals[format]; ok {
		return write(n)
	}
	return strconv.Itoa(n)
}

// leftPad fills with zeros to a width.
func leftPad(s string, width int) string {
	return strings.Repeat("0", max(0, width-len(s))) + s
}

// letters is a, b, … z, aa, bb, … as Word counts.
func letters(n int, first rune) string {
	if n < 1 {
		return ""
	}
	n--
	return strings.Repeat(string(first+rune(n%26)), min(n/26+1, 30))
}

// roman writes Roman numerals; beyond 3999 there are none.
func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	symbols := []string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	var out strings.Builder
	for i, v := range values {
		for ; n >= v; n -= v {
			out.WriteString(symbols[i])
		}
	}
	return out.String()
}

// ordinal is 1st, 2nd, 3rd, 4th, … 11th, 12th, 13th.
func ordinal(n int) string {
	suffix := "th"
	if n/10%10 != 1 && n%10 >= 1 && n%10 <= 3 {
		suffix = [...]string{"st", "nd", "rd"}[n%10-1]
	}
	return strconv.Itoa(n) + suffix
}

// chinese counts 一 二 … 十 十一 … 二十 … 一百零一, up to 99999.
func chinese(names []rune, ten, hundred, thousand, myriad string) func(int) string {
	units := []string{myriad, thousand, hundred, ten, ""}
	return func(n int) string {
		if n <= 0 || n > 99999 {
			return strconv.Itoa(n)
		}
		var out strings.Builder
		gap := false // zeros stand before the next digit
		for i, power := 0, 10000; power > 0; i, power = i+1, power/10 {
			d := n / power % 10
			switch {
			case d == 0:
				gap = out.Len() > 0
				continue
			case gap:
				out.WriteRune(names[0])
				gap = false
			}
			if d > 1 || power != 10 || out.Len() > 0 || ten == "拾" {
				out.WriteRune(names[d])
			}
			out.WriteString(units[i])
		}
		return out.String()
	}
}

// digits writes n digit by digit.
func digits(n int, names []rune) string {
	var out strings.Builder
	for _, d := range strconv.Itoa(max(n, 0)) {
		out.WriteRune(names[d-'0'])
	}
	return out.String()
}

// cycle counts with a row of signs and begins again after the last.
func cycle(row string) func(int) string {
	names := []rune(row)
	return func(n int) string { return string(names[max(n-1, 0)%len(names)]) }
}

// signs counts with signs that follow each other in Unicode.
func signs(first rune, count int) func(int) string {
	return func(n int) string {
		if n < 1 || n > count {
			return strconv.Itoa(n)
		}
		return string(first + rune(n-1))
	}
}
