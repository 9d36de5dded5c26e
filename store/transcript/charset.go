package transcript

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// charset is an encoding that transcripts come in.
type charset struct {
	name   string
	wide   bool // two bytes a unit: ASCII shows which way round it is
	decode func([]byte) (string, int)
}

// charsets are tried in this order; on equal scores the first wins.
var charsets = []charset{
	{"utf-8", false, decodeUTF8},
	{"gb18030", false, decodeWith(simplifiedchinese.GB18030)},
	{"big5", false, decodeWith(traditionalchinese.Big5)},
	{"utf-16le", true, decodeUTF16(binary.LittleEndian)},
	{"utf-16be", true, decodeUTF16(binary.BigEndian)},
	{"windows-1252", false, decodeWith(charmap.Windows1252)},
}

// marks are the byte-order marks, with the index in charsets that they stand for.
var marks = []struct {
	bytes   string
	charset int
}{
	{"\xEF\xBB\xBF", 0},
	{"\x84\x31\x95\x33", 1},
	{"\xFF\xFE", 3},
	{"\xFE\xFF", 4},
}

// sampleSize is how many bytes are looked at to tell an encoding.
const sampleSize = 16 << 10

// finding is what was found out about the encoding of a text.
type finding struct {
	name     string
	bom      bool
	replaced int // byte sequences without meaning, now U+FFFD
}

// decode turns the bytes of a text into a string: by its byte-order mark, as
// UTF-8 if it is that, else in the encoding in which it reads most like Chinese
// or English. Malformed UTF-8 is left for text.Canonical to mend and count.
func decode(data []byte) (string, finding, error) {
	for _, m := range marks {
		if rest, ok := bytes.CutPrefix(data, []byte(m.bytes)); ok {
			s, replaced := charsets[m.charset].decode(rest)
			return s, finding{charsets[m.charset].name, true, replaced}, nil
		}
	}
	if isUTF8(data) {
		if looksBinary(data) {
			return "", finding{}, fail(ReasonBinary, "")
		}
		return string(data), finding{name: charsets[0].name}, nil
	}
	cs, err := guess(data)
	if err != nil {
		return "", finding{}, err
	}
	s, replaced := cs.decode(data)
	return s, finding{name: cs.name, replaced: replaced}, nil
}

// isUTF8 tells whether data is valid UTF-8; a sequence cut off by the end of the
// file may stand last. ASCII in UTF-16 is valid too, but full of NULs and
// without longer sequences.
func isUTF8(data []byte) bool {
	if !utf8.Valid(cutTail(data)) {
		return false
	}
	nulls := bytes.Count(data, []byte{0})
	return nulls*20 <= len(data) || bytes.IndexFunc(data, func(r rune) bool { return r >= 0x800 }) >= 0
}

// cutTail takes off an unfinished UTF-8 sequence at the end.
func cutTail(data []byte) []byte {
	for back := 1; back < utf8.UTFMax && back <= len(data); back++ {
		tail := data[len(data)-back:]
		if utf8.RuneStart(tail[0]) {
			if !utf8.FullRune(tail) && tail[0] >= 0xC2 {
				return data[:len(data)-back]
			}
			break
		}
	}
	return data
}

// guess chooses the encoding in which data reads best, if it reads well enough.
func guess(data []byte) (charset, error) {
	best, bestMean, bestCount := charset{}, 0.0, 0
	for _, cs := range charsets {
		if mean, count := cs.score(data); mean > bestMean {
			best, bestMean, bestCount = cs, mean, count
		}
	}
	switch {
	case bestMean >= leastScore(bestCount):
		return best, nil
	case looksBinary(data):
		return charset{}, fail(ReasonBinary, "")
	}
	return charset{}, fail(ReasonEncoding, "")
}

// score tells how much data reads like a transcript in this encoding: the mean
// weight of its characters and how many of them told anything.
func (cs charset) score(data []byte) (mean float64, count int) {
	decoded, _ := cs.decode(sample(data, cs.wide))
	sum, before := 0, ' '
	for i, r := range decoded {
		if r == utf8.RuneError && i+len("\uFFFD") >= len(decoded) {
			break // cut off by the sample's end
		}
		if w, tells := cs.weigh(r, before); tells {
			sum += w
			count++
		}
		before = r
	}
	return float64(sum) / float64(max(count, 1)), count
}

// weigh tells what a character says for this encoding. A valid sequence of UTF-8
// speaks for itself, whatever it stands for; of several bytes in a row without
// meaning one is counted.
func (cs charset) weigh(r, before rune) (w int, tells bool) {
	switch {
	case r == utf8.RuneError && before == utf8.RuneError:
		return 0, false
	case r >= 0x80 && r != utf8.RuneError && cs.name == "utf-8":
		return weightFrequent, true
	}
	return weight(r, before, cs.wide)
}

// sample is the stretch of data that is scored: from the line in which the first
// byte beyond ASCII (or the first control character) stands.
func sample(data []byte, wide bool) []byte {
	if wide {
		return data[:min(len(data), sampleSize)]
	}
	start := bytes.IndexFunc(data, func(r rune) bool { return r >= 0x80 || r < ' ' && !strings.ContainsRune("\n\r\t\f", r) })
	start = bytes.LastIndexByte(data[:max(start, 0)], '\n') + 1
	return data[start:min(len(data), start+sampleSize)]
}

// looksBinary tells data with so many control characters that it is no text in any encoding.
func looksBinary(data []byte) bool {
	head := data[:min(len(data), sampleSize)]
	controls := 0
	for _, c := range head {
		if c < ' ' && !bytes.ContainsRune([]byte("\n\r\t\f\x1b"), rune(c)) {
			controls++
		}
	}
	return controls > 3 && controls*20 > len(head)
}

// decodeUTF8 leaves the bytes as they are.
func decodeUTF8(data []byte) (string, int) { return string(data), 0 }

// decodeWith decodes by a table; what the table lacks becomes U+FFFD and is counted.
func decodeWith(table encoding.Encoding) func([]byte) (string, int) {
	return func(data []byte) (string, int) {
		decoded, err := table.NewDecoder().Bytes(data)
		if err != nil { // table decoders replace and never fail; a failure would be no text at all
			return "", len(data)
		}
		s := string(decoded)
		return s, strings.Count(s, "\uFFFD")
	}
}

// decodeUTF16 decodes two bytes at a time; lone surrogates and an odd last byte become U+FFFD and are counted.
func decodeUTF16(order binary.ByteOrder) func([]byte) (string, int) {
	return func(data []byte) (string, int) {
		out := make([]byte, 0, len(data)+len(data)/2)
		replaced := 0
		for i := 0; i < len(data); i += 2 {
			if i+1 == len(data) {
				out = utf8.AppendRune(out, utf8.RuneError)
				return string(out), replaced + 1
			}
			r := rune(order.Uint16(data[i:]))
			if utf16.IsSurrogate(r) {
				pair := utf8.RuneError
				if i+3 < len(data) {
					pair = utf16.DecodeRune(r, rune(order.Uint16(data[i+2:])))
				}
				if r = pair; r == utf8.RuneError {
					replaced++
				} else {
					i += 2
				}
			}
			out = utf8.AppendRune(out, r)
		}
		return string(out), replaced
	}
}
