package intake

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// head is how much of a text may be its header, in bytes and lines.
const (
	headBytes = 4096
	headLines = 20
)

// dateWords say that a line of the header gives a date.
var dateWords = []string{"时间", "日期", "時間", "date", "time"}

// The ways in which people write a day.
var (
	dayNumbers = regexp.MustCompile(`(\d{4})\s*[年./\-]\s*(\d{1,2})\s*[月./\-]\s*(\d{1,2})`)
	dayFirst   = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)?\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(\d{4})\b`)
	monthFirst = regexp.MustCompile(`(?i)\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b`)
)

const months = "janfebmaraprmayjunjulaugsepoctnovdec"

// headDate gives the day that the lines before the first turn name beside a word
// for date or time, as YYYY-MM-DD, or "".
func headDate(words string, firstTurn int) string {
	head := words[:min(firstTurn, headBytes, len(words))]
	n := 0
	for line := range strings.Lines(head) {
		if n++; n > headLines {
			break
		}
		if day, ok := dateIn(line); ok {
			return day
		}
	}
	return ""
}

func dateIn(line string) (string, bool) {
	lower := strings.ToLower(line)
	for _, w := range dateWords {
		if i := strings.Index(lower, w); i >= 0 {
			return day(line[min(i, len(line)):])
		}
	}
	return "", false
}

// day reads the first date in s that exists.
func day(s string) (string, bool) {
	if m := dayNumbers.FindStringSubmatch(s); m != nil {
		return valid(m[1], m[2], m[3])
	}
	if m := dayFirst.FindStringSubmatch(s); m != nil {
		return valid(m[3], month(m[2]), m[1])
	}
	if m := monthFirst.FindStringSubmatch(s); m != nil {
		return valid(m[3], month(m[1]), m[2])
	}
	return "", false
}

func month(name string) string {
	return strconv.Itoa(strings.Index(months, strings.ToLower(name))/3 + 1)
}

func valid(year, month, day string) (string, bool) {
	s := fmt.Sprintf("%s-%02s-%02s", year, month, day)
	_, err := time.Parse(time.DateOnly, s)
	return s, err == nil
}
