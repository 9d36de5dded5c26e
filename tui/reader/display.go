package reader

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/tui/picker"
	"fangtan/tui/prompt"
)

// What setShow may begin with; numbers of coders or codes follow the last two. Nothing shows all codings.
const (
	showMine   = "mine"
	showCode   = "code" // the current one and those below it, whichever it is
	showCoders = "coders"
	showCodes  = "codes" // these and those below them
)

// display is a choice of the codings that show.
type display struct {
	setting string
	label   string
}

// displays are those that can be chosen from a list: all, this coder's, each other's, the current code's, and those chosen before.
func (r *Reader) displays() []display {
	list := []display{{label: r.env.T("reader.display-all")}, {setting: showMine, label: r.env.T("reader.display-mine")}}
	for _, c := range r.project().Coders() {
		if c.No != r.env.Study.Coder() {
			list = append(list, r.displayOf(showCoders+" "+written([]codebook.No{c.No})))
		}
	}
	if r.current() != 0 {
		list = append(list, r.displayOf(showCode))
	}
	if now := r.env.Study.Setting(setShow); !slices.ContainsFunc(list, func(d display) bool { return d.setting == now }) {
		list = append(list, r.displayOf(now))
	}
	return list
}

// displayOf puts a setting into words.
func (d *desk) displayOf(setting string) display {
	kind, rest, _ := strings.Cut(setting, " ")
	one := display{setting: setting}
	switch kind {
	case showMine:
		one.label = d.env.T("reader.display-mine")
	case showCoders:
		one.label = d.env.T("reader.display-of", "Name", d.coderNames(numbers(rest)))
	case showCode:
		one.label = d.env.T("reader.display-code", "Code", d.title(d.current()))
	case showCodes:
		one.label = d.env.T("reader.display-code", "Code", d.names(numbers(rest)))
	default:
		one.label = d.env.T("reader.display-all")
	}
	return one
}

func (d *desk) coderNames(nos []codebook.No) string {
	var names []string
	for _, n := range nos {
		if c := d.project().Coder(n); c != nil {
			names = append(names, c.Name)
		}
	}
	return strings.Join(names, dotted)
}

// numbers reads what written wrote.
func numbers(fields string) []codebook.No {
	var list []codebook.No
	for _, field := range strings.Fields(fields) {
		if n, err := strconv.ParseUint(field, 10, 32); err == nil {
			list = append(list, codebook.No(n))
		}
	}
	return list
}

// chooseDisplay asks whose codings and which codes are to show.
func (r *Reader) chooseDisplay() {
	list := r.displays()
	items := make([]prompt.Item, 0, len(list)+1)
	for _, one := range list {
		items = append(items, prompt.Item{Text: one.label})
	}
	items = append(items, prompt.Item{Text: r.env.T("reader.display-choose")})
	now := r.env.Study.Setting(setShow)
	at := slices.IndexFunc(list, func(d display) bool { return d.setting == now })
	question := prompt.NewList(r.env, r.env.T("reader.ask-display"), items, max(at, 0))
	r.show(&asking{part: question, then: func(r *Reader) tea.Cmd {
		if i := question.Chosen(); i < len(list) {
			r.display(list[i].setting)
		} else {
			r.chooseCodes()
		}
		return nil
	}})
}

// chooseCodes asks which codes are to show; a code brings those below it.
func (r *Reader) chooseCodes() {
	r.show(&picking{
		Picker: picker.New(r.env, r.env.T("reader.ask-codes"), picker.Options{Recent: r.recent(), Many: true, Whole: true}),
		then: func(r *Reader, result picker.Result) {
			if len(result.Codes) > 0 {
				r.display(showCodes + " " + written(result.Codes))
			}
		},
	})
}

// display has the codings of a setting show, on every side, and says which they are.
func (r *Reader) display(setting string) {
	r.env.Study.Set(setShow, setting)
	r.rereadMarks()
	if setting == "" {
		r.say("reader.display-all")
		return
	}
	r.say("reader.display-only", "What", r.displayOf(setting).label)
}

// limited says in words that not all codings show; "" where all do.
func (d *desk) limited() string {
	if setting := d.env.Study.Setting(setShow); setting != "" {
		return d.displayOf(setting).label
	}
	return ""
}

// shows says which codings are shown.
func (s *side) shows() func(c *codebook.Codings, i int) bool {
	kind, rest, _ := strings.Cut(s.env.Study.Setting(setShow), " ")
	switch kind {
	case showMine:
		return codedBy(s.env.Study.Coder())
	case showCoders:
		return codedBy(numbers(rest)...)
	case showCode:
		return s.codedWith(s.current())
	case showCodes:
		return s.codedWith(numbers(rest)...)
	}
	return func(*codebook.Codings, int) bool { return true }
}

// codedBy are the codings of some coders.
func codedBy(coders ...codebook.No) func(c *codebook.Codings, i int) bool {
	return func(c *codebook.Codings, i int) bool { return slices.Contains(coders, codebook.No(c.Coder[i])) }
}

// codedWith are the codings of some codes and those below them; of none of the study's codes, all.
func (d *desk) codedWith(codes ...codebook.No) func(c *codebook.Codings, i int) bool {
	tree := d.project().Tree()
	codes = slices.DeleteFunc(codes, func(n codebook.No) bool { return d.project().Code(n) == nil })
	return func(c *codebook.Codings, i int) bool {
		return len(codes) == 0 || slices.ContainsFunc(codes, func(n codebook.No) bool { return tree.Under(c.Code[i], n) })
	}
}
