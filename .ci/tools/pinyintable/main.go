// Command pinyintable writes the table of pinyin readings that
// codebook/find embeds.
//
// One line holds all characters that share the same readings, most usual
// reading first, without tones:
//
//	xing hang heng	行绗
//
// The readings are those of github.com/mozillazg/go-pinyin (MIT licence).
// They are put in a table so that the program neither links that package nor
// pays for its start-up. Run it from this module's folder after raising the
// package's version:
//
//	go run ./pinyintable > ../../codebook/find/pinyin.txt
package main

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/mozillazg/go-pinyin"
)

// blocks are the ranges of characters written: the ideographic zero, CJK
// extension A and the unified ideographs.
var blocks = [][2]rune{{0x3007, 0x3007}, {0x3400, 0x4dbf}, {0x4e00, 0x9fff}}

const head = `# Pinyin readings without tones, most usual first, then the characters that have exactly these.
# ü is given as v and as u. Source: github.com/mozillazg/go-pinyin (MIT licence).
# Written by .ci/tools/pinyintable; do not edit.
`

func main() {
	out := bufio.NewWriter(os.Stdout)
	err := write(out)
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "pinyintable: cannot write the table:", err)
		os.Exit(1)
	}
}

// write writes the whole table, lines sorted by their readings.
func write(w io.Writer) error {
	lines := map[string]*strings.Builder{}
	for _, block := range blocks {
		for r := block[0]; r <= block[1]; r++ {
			key := strings.Join(readings(r), " ")
			if key == "" {
				continue
			}
			if lines[key] == nil {
				lines[key] = new(strings.Builder)
			}
			lines[key].WriteRune(r)
		}
	}
	if _, err := io.WriteString(w, head); err != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(lines)) {
		if _, err := fmt.Fprintf(w, "%s\t%s\n", key, lines[key]); err != nil {
			return err
		}
	}
	return nil
}

// readings returns the distinct toneless readings of r in the order of the
// source; those that are not plain letters (ê, hṁ) are left out.
func readings(r rune) []string {
	args := pinyin.NewArgs()
	args.Heteronym = true
	var out []string
	add := func(s string) {
		if isLetters(s) && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for _, s := range pinyin.SinglePinyin(r, args) {
		add(s)
		if strings.Contains(s, "v") {
			add(strings.Replace(s, "v", "u", 1))
		}
	}
	return out
}

func isLetters(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == ""
}
