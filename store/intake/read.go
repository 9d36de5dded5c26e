package intake

import (
	"crypto/sha256"
	"errors"
	"runtime"
	"unicode/utf8"

	"fangtan/codebook"
	"fangtan/codebook/text"
	"fangtan/store/transcript"
)

// ErrReader is a file that our own reader failed on; it is left out.
var ErrReader = errors.New("made the reader fail")

// reading is one file read: what it says and how it is cut, or why it cannot be.
type reading struct {
	src    *transcript.Source
	cut    text.Cut
	roles  []text.Role
	hash   codebook.Hash
	chars  int
	points int
	date   string
	err    error
}

// read makes one file readable and cuts it. Whatever a hostile file makes of the
// reader, it costs that file alone.
func read(f *File) (r reading) {
	defer func() {
		if recover() != nil {
			r = reading{err: ErrReader}
		}
	}()
	data, err := f.content()
	if err != nil {
		return reading{err: err}
	}
	src, err := transcript.Read(f.Name, data)
	if err != nil {
		return reading{err: err}
	}
	r = reading{src: src, cut: text.Segment(src.Text, src.Hints), hash: sha256.Sum256([]byte(src.Text))}
	src.Hints = nil
	r.roles = text.GuessRoles(src.Text, r.cut)
	r.chars, r.points = text.Chars(src.Text), utf8.RuneCountInString(src.Text)
	r.date = headDate(src.Text, headEnd(src.Text, r.cut))
	return r
}

// headEnd is where the first turn begins, or the end of a text without turns.
func headEnd(s string, c text.Cut) int {
	if len(c.Turns) == 0 {
		return len(s)
	}
	return int(c.Turns[0].Start)
}

// eachRead reads files on all cores and hands them out in order. Besides the one
// handed out, as many are in memory as there are cores, and one more. It ends when
// visit says so.
func eachRead(files []File, visit func(i int, r reading) bool) {
	waiting := make(chan chan reading, runtime.GOMAXPROCS(0))
	ended := make(chan struct{})
	defer close(ended)
	go func() {
		defer close(waiting)
		for i := range files {
			done := make(chan reading, 1)
			select {
			case waiting <- done:
				go func() { done <- read(&files[i]) }()
			case <-ended:
				return
			}
		}
	}()
	i := 0
	for done := range waiting {
		if !visit(i, <-done) {
			return
		}
		i++
	}
}
