package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/mattn/go-runewidth"
)

// look is how a cell is drawn. Colours are "#rrggbb", or the number of one of
// the terminal's own, or empty for the usual.
type look struct {
	ink, paper                      string
	bold, faint, underline, reverse bool
}

// run is text of one look from a column on. Plain and wide signs stand in runs of
// their own, and each sign that fonts disagree on (“ … —) in one for itself.
type run struct {
	text   string
	column int
	width  int
	look   look
}

// split takes a line apart; pen is the look that goes on from line to line.
func split(line string, pen *look) []run {
	var runs []run
	column := 0
	for line != "" {
		if rest, ok := strings.CutPrefix(line, "\x1b["); ok {
			end := strings.IndexFunc(rest, func(r rune) bool { return '@' <= r && r <= '~' })
			if end < 0 {
				break
			}
			if rest[end] == 'm' {
				pen.apply(rest[:end])
			}
			line = rest[end+1:]
			continue
		}
		if strings.HasPrefix(line, "\x1b") { // a character set or the like
			line = line[min(3, len(line)):]
			continue
		}
		sign := []rune(line)[0]
		line = line[len(string(sign)):]
		w := runewidth.RuneWidth(sign)
		runs = add(runs, string(sign), column, w, *pen)
		column += w
	}
	return runs
}

func add(runs []run, sign string, column, width int, l look) []run {
	if n := len(runs); n > 0 {
		last := &runs[n-1]
		if last.look == l && last.column+last.width == column && (width == 0 || kindOf(last.text) == kindOf(sign) && kindOf(sign) != alone) {
			last.text += sign
			last.width += width
			return runs
		}
	}
	return append(runs, run{sign, column, width, l})
}

// kind says which signs can share a run.
type kind uint8

const (
	latin kind = iota
	wide
	alone
)

func kindOf(text string) kind {
	for _, sign := range text {
		switch {
		case sign < 0x7f:
			return latin
		case runewidth.RuneWidth(sign) == 2:
			return wide
		}
		return alone
	}
	return latin
}

// apply takes in the parameters of an SGR sequence (ECMA-48, 8.3.117).
func (l *look) apply(parameters string) {
	ps := strings.FieldsFunc(parameters, func(r rune) bool { return r == ';' || r == ':' })
	if len(ps) == 0 {
		*l = look{}
	}
	for i := 0; i < len(ps); i++ {
		n, _ := strconv.Atoi(ps[i])
		switch {
		case n == 0:
			*l = look{}
		case n == 1:
			l.bold = true
		case n == 2:
			l.faint = true
		case n == 4:
			l.underline = true
		case n == 7:
			l.reverse = true
		case n == 22:
			l.bold, l.faint = false, false
		case n == 24:
			l.underline = false
		case n == 27:
			l.reverse = false
		case n == 39:
			l.ink = ""
		case n == 49:
			l.paper = ""
		case 30 <= n && n <= 37:
			l.ink = strconv.Itoa(n - 30)
		case 90 <= n && n <= 97:
			l.ink = strconv.Itoa(n - 82)
		case 40 <= n && n <= 47:
			l.paper = strconv.Itoa(n - 40)
		case n == 38 || n == 48:
			colour, used := extended(ps[i+1:])
			i += used
			if n == 38 {
				l.ink = colour
			} else {
				l.paper = colour
			}
		}
	}
}

// extended reads 5;N or 2;R;G;B and says how many parameters that took.
func extended(ps []string) (colour string, used int) {
	switch {
	case len(ps) >= 2 && ps[0] == "5":
		return ps[1], 2
	case len(ps) >= 4 && ps[0] == "2":
		var c [3]int
		for i := range c {
			c[i], _ = strconv.Atoi(ps[1+i])
		}
		return fmt.Sprintf("#%02x%02x%02x", c[0], c[1], c[2]), 4
	}
	return "", len(ps)
}
