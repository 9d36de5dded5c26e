package main

import (
	"fmt"
	"strconv"
)

// scheme is what the terminal's own colours look like.
type scheme struct {
	background, text string
	basic            [16]string
}

var night = scheme{"#1b1d21", "#d8d4cb", [16]string{
	"#2a2d33", "#e06c68", "#95c48a", "#e0b25c", "#7fa8d9", "#c092d0", "#74b8b8", "#d8d4cb",
	"#7d7a73", "#f0908a", "#b0d8a5", "#e6c46a", "#9cc0ea", "#d4addf", "#86c5d8", "#f2efe8",
}}

var light = scheme{"#fbfaf7", "#2c2a26", [16]string{
	"#2c2a26", "#a3261f", "#2f6b2b", "#7d4f00", "#1f4e8c", "#7a3b86", "#1f6478", "#bdb8b0",
	"#66625b", "#c0392b", "#3f8f3a", "#a36a00", "#2f6fc0", "#9a4fa8", "#2f8aa3", "#1a1917",
}}

// colour gives the RGB of one of the terminal's own colours; an RGB is itself.
func (s scheme) colour(c, usual string) string {
	if c == "" {
		return usual
	}
	n, err := strconv.Atoi(c)
	switch {
	case err != nil:
		return c
	case n < 16:
		return s.basic[n]
	case n < 232: // a cube of 6×6×6
		n -= 16
		step := [6]int{0, 95, 135, 175, 215, 255}
		return fmt.Sprintf("#%02x%02x%02x", step[n/36], step[n/6%6], step[n%6])
	}
	grey := 8 + 10*(n-232)
	return fmt.Sprintf("#%02x%02x%02x", grey, grey, grey)
}
