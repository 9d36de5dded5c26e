package main

import (
	"fmt"
	"io"
	"time"
)

// Progress begins to show after a moment, so that quick work stays quiet, and is
// drawn a few times a second.
const (
	progressAfter = time.Second
	progressEvery = 100 * time.Millisecond
)

// progress is a line on the terminal that counts and says how long it may take.
type progress struct {
	p     *program
	begun time.Time
	shown time.Time
}

// progress starts one. Without a terminal, and with --plain, it shows nothing.
func (p *program) progress() *progress { return &progress{p: p, begun: time.Now()} }

func (g *progress) off() bool { return !g.p.errTerminal || g.p.asked.plain || g.p.asked.jsonErrors }

// step takes how much is done of how much.
func (g *progress) step(done, total int64) {
	t := time.Now()
	if g.off() || t.Sub(g.begun) < progressAfter || t.Sub(g.shown) < progressEvery || done == 0 {
		return
	}
	g.shown = t
	left := time.Duration(float64(t.Sub(g.begun)) / float64(done) * float64(total-done)).Round(time.Second)
	fmt.Fprintf(g.p.err, "\r\x1b[K%s", g.p.t("cli.progress", "Done", done, "Total", total, "Left", left.String()))
}

// end takes the line away.
func (g *progress) end() {
	if !g.shown.IsZero() {
		io.WriteString(g.p.err, "\r\x1b[K")
	}
}
