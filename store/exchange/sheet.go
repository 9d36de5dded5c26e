package exchange

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

const (
	byteOrderMark = "\ufeff"
	sampleSize    = 64 << 10
)

// sheet reads rows of cells by the heads of their columns: UTF-8 with or without
// a byte-order mark, UTF-16 with one, or GB18030; separated by commas,
// semicolons or tabs. Marks against formulas are taken off.
type sheet struct {
	rows  *csv.Reader
	heads []string
	place map[string]int
	row   []string
	line  int
}

func openSheet(r io.Reader) (*sheet, error) {
	in := decoded(r)
	s := &sheet{rows: csv.NewReader(in), place: map[string]int{}}
	s.rows.ReuseRecord = true
	s.rows.FieldsPerRecord = -1
	s.rows.Comma = separator(in)
	if err := s.next(); err != nil {
		if errors.Is(err, io.EOF) {
			return nil, &RowError{Line: 1, Reason: ErrNoHead}
		}
		return nil, err
	}
	for i := range s.row {
		head := strings.TrimSpace(s.at(i))
		s.heads = append(s.heads, head)
		if _, twice := s.place[head]; twice && head != "" {
			return nil, &RowError{Line: s.line, Column: head, Value: head, Reason: ErrTwice}
		}
		s.place[head] = i
	}
	return s, nil
}

// next reads a row that is not blank; at the end the error is [io.EOF].
func (s *sheet) next() error {
	for {
		row, err := s.rows.Read()
		var parse *csv.ParseError
		if errors.As(err, &parse) {
			return &RowError{Line: parse.StartLine, Reason: ErrQuotes}
		}
		if err != nil {
			return err
		}
		s.row = row
		s.line, _ = s.rows.FieldPos(0)
		for _, cell := range row {
			if strings.TrimSpace(cell) != "" {
				return nil
			}
		}
	}
}

// need says that the file must have these columns.
func (s *sheet) need(heads ...string) error {
	for _, h := range heads {
		if !s.has(h) {
			return &RowError{Line: s.line, Column: h, Value: h, Reason: ErrNoColumn}
		}
	}
	return nil
}

func (s *sheet) has(head string) bool {
	_, ok := s.place[head]
	return ok
}

// cell gives the cell under a head, "" where there is none.
func (s *sheet) cell(head string) string {
	i, ok := s.place[head]
	if !ok {
		return ""
	}
	return s.at(i)
}

// name is a cell without blanks around it.
func (s *sheet) name(head string) string { return strings.TrimSpace(s.cell(head)) }

func (s *sheet) at(i int) string {
	if i >= len(s.row) {
		return ""
	}
	return unguarded(strings.ToValidUTF8(s.row[i], "\ufffd"))
}

// fault is what does not fit in the row at hand.
func (s *sheet) fault(head, value string, reason error) *RowError {
	return &RowError{Line: s.line, Column: head, Value: value, Reason: reason}
}

// unknown are the heads that known does not have.
func (s *sheet) unknown(known func(head string) bool) []string {
	var left []string
	for _, h := range s.heads {
		if h != "" && !known(h) {
			left = append(left, h)
		}
	}
	return left
}

// decoded gives the text of r as UTF-8, without a byte-order mark.
func decoded(r io.Reader) *bufio.Reader {
	in := bufio.NewReaderSize(r, sampleSize)
	sample, _ := in.Peek(sampleSize)
	switch {
	case bytes.HasPrefix(sample, []byte(byteOrderMark)):
		in.Discard(len(byteOrderMark))
		return in
	case bytes.HasPrefix(sample, []byte("\xFF\xFE")), bytes.HasPrefix(sample, []byte("\xFE\xFF")):
		utf16 := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
		return bufio.NewReaderSize(utf16.NewDecoder().Reader(in), sampleSize)
	case validSample(sample):
		return in
	}
	return bufio.NewReaderSize(simplifiedchinese.GB18030.NewDecoder().Reader(in), sampleSize)
}

// validSample says that bytes are UTF-8; the last code point may be cut off.
func validSample(b []byte) bool {
	for back := 0; back < utf8.UTFMax && back <= len(b); back++ {
		if tail := b[len(b)-back:]; back == 0 || utf8.RuneStart(tail[0]) && !utf8.FullRune(tail) {
			if utf8.Valid(b[:len(b)-back]) {
				return true
			}
		}
	}
	return false
}

// separator is what stands most often in the first line.
func separator(in *bufio.Reader) rune {
	sample, _ := in.Peek(sampleSize)
	line, _, _ := bytes.Cut(sample, []byte("\n"))
	best, most := ',', 0
	for _, c := range []byte{',', ';', '\t'} {
		if n := bytes.Count(line, []byte{c}); n > most {
			best, most = rune(c), n
		}
	}
	return best
}
