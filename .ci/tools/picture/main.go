// Command picture draws a terminal's screen as SVG. It reads what
// `tmux capture-pane -e -p` prints and writes one text element for each run of
// cells with the same look, each at the place of its first cell, so that Chinese
// and Latin line up whatever font the viewer has.
//
//	tmux capture-pane -e -p | picture -dark -title "the reader" > reader.svg
package main

import (
	"bufio"
	"flag"
	"fmt"
	"html"
	"os"
	"strings"
)

const (
	fontSize   = 15
	cellWidth  = 9 // the advance of a Latin letter at that size
	lineHeight = 20
	baseline   = 15
	margin     = 14
	font       = "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', 'Sarasa Mono SC', 'PingFang SC', 'Microsoft YaHei', monospace"
)

func main() {
	dark := flag.Bool("dark", false, "draw on a dark background")
	title := flag.String("title", "", "what the picture shows")
	flag.Parse()
	var lines []string
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		lines = append(lines, in.Text())
	}
	if err := in.Err(); err != nil {
		fmt.Fprintln(os.Stderr, "picture:", err)
		os.Exit(1)
	}
	fmt.Print(draw(lines, *title, *dark))
}

// draw makes the SVG of a screen.
func draw(lines []string, title string, dark bool) string {
	colours := light
	if dark {
		colours = night
	}
	var body strings.Builder
	pen := look{}
	columns := 0
	for y, line := range lines {
		runs := split(line, &pen)
		for _, r := range runs {
			writeRun(&body, r, y, colours)
			columns = max(columns, r.column+r.width)
		}
	}
	width, height := columns*cellWidth+2*margin, len(lines)*lineHeight+2*margin
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img">
<title>%s</title>
<rect width="100%%" height="100%%" rx="8" fill="%s"/>
<g font-family="%s" font-size="%d" xml:space="preserve">
%s</g>
</svg>
`, width, height, width, height, html.EscapeString(title), colours.background, font, fontSize, body.String())
}

func writeRun(b *strings.Builder, r run, y int, c scheme) {
	ink, paper := c.colour(r.look.ink, c.text), ""
	if r.look.paper != "" {
		paper = c.colour(r.look.paper, c.background)
	}
	if r.look.reverse {
		if paper == "" {
			paper = c.background
		}
		ink, paper = paper, ink
	}
	x, top := margin+r.column*cellWidth, margin+y*lineHeight
	if paper != "" {
		fmt.Fprintf(b, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`+"\n", x, top, r.width*cellWidth, lineHeight, paper)
	}
	if strings.TrimSpace(r.text) == "" {
		return
	}
	style := ""
	if r.look.bold {
		style += ` font-weight="bold"`
	}
	if r.look.faint {
		style += ` opacity="0.6"`
	}
	if r.look.underline {
		style += ` text-decoration="underline"`
	}
	if kindOf(r.text) == wide {
		style += fmt.Sprintf(` letter-spacing="%d"`, 2*cellWidth-fontSize)
	}
	fmt.Fprintf(b, `<text x="%d" y="%d" fill="%s"%s>%s</text>`+"\n", x, top+baseline, ink, style, html.EscapeString(r.text))
}
