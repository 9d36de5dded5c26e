package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/keys"
	"fangtan/tui/picker"
	"fangtan/tui/screen"
)

// picking is the code picker over the lower right.
type picking struct {
	*picker.Picker
	then func(*Reader, picker.Result)
}

// openPicker asks for codes to apply.
func (r *Reader) openPicker() {
	if r.sel.empty() {
		r.warn("reader.nothing-here")
		return
	}
	r.show(&picking{
		Picker: picker.New(r.env, r.env.T("reader.pick"), picker.Options{
			Recent: r.recent(), Catalogue: &r.catalogue, Many: true, Create: true, Parent: r.branch(),
		}),
		then: func(r *Reader, result picker.Result) {
			switch {
			case result.New != "":
				r.newCode(result.New, result.Parent)
			case len(result.Codes) > 0:
				r.code(result.Codes...)
			}
		},
	})
}

// countCodings asks for the figures of an open picker, unless they are known or on their way.
func (r *Reader) countCodings() tea.Cmd {
	if _, open := r.panel.(*picking); !open {
		return nil
	}
	return r.catalogue.Count(r.project())
}

// recode replaces one code on the selection by another.
func (r *Reader) recode() {
	r.ask(r.env.T("reader.ask-recode"), func(r *Reader, c codebook.Coding) {
		r.show(&picking{
			Picker: picker.New(r.env, r.env.T("reader.recode", "Code", r.title(c.Code)), picker.Options{
				Recent: r.recent(), Catalogue: &r.catalogue, Without: func(n codebook.No) bool { return n == c.Code },
			}),
			then: func(r *Reader, result picker.Result) { r.recodeAs(c, result.Codes) },
		})
	})
}

// recodeAs gives a coding another code; nothing chosen leaves it.
func (r *Reader) recodeAs(c codebook.Coding, codes []codebook.No) {
	if len(codes) == 0 {
		return
	}
	old := c.Code
	c.Code = codes[0]
	if r.change("coding.recode", c) {
		r.remember(codes)
		r.say("reader.recoded", "From", r.title(old), "To", r.title(c.Code))
	}
}

func (p *picking) take(r *Reader, msg tea.Msg) tea.Cmd {
	result, done, cmd := p.Update(msg)
	if done {
		r.close()
		p.then(r, result)
	}
	return cmd
}

func (p *picking) leave(r *Reader)    { r.close() }
func (*picking) footer() []keys.Entry { return nil }

func (p *picking) draw(r *Reader) overlay {
	box, w, _, cursor := p.Draw(screen.Area{Width: r.area.Width, Height: r.area.Height})
	lines := strings.Split(box, "\n")
	x := max(r.area.Width-w, 0)
	if x > 0 { // a blank between it and the text
		for i := range lines {
			lines[i] = " " + lines[i]
		}
		x, cursor.X = x-1, cursor.X+1
	}
	return overlay{lines: lines, x: x, y: max(r.area.Height-len(lines), 0), cursor: cursor}
}
