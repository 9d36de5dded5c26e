package picker

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/codebook/find"
	"fangtan/tui/field"
	"fangtan/tui/screen"
)

// Options are what a picker is opened with.
type Options struct {
	Recent    []codebook.No          // codes used last, the newest first
	Catalogue *Catalogue             // kept by the owner; nil for one of its own
	Many      bool                   // Tab marks several
	Create    bool                   // Ctrl+N makes a new code
	Whole     bool                   // headings and archived codes too
	Parent    codebook.No            // where a new code goes when no code is highlighted
	Without   func(codebook.No) bool // leaves codes out; nil for none
}

// Result is what was chosen: codes, or the name of a new code and its parent (0: level 1), or nothing.
type Result struct {
	Codes  []codebook.No
	New    string
	Parent codebook.No
}

// Picker is open until Update says that it is done.
type Picker struct {
	env     *screen.Env
	title   string
	options Options
	field   field.Field
	hits    []hit
	at      int // highlighted
	top     int // first row shown
	marked  []codebook.No
	typed   bool // since the last mark
	recency map[codebook.No]int
}

// hit is a code on the list. spans say what of its name or number the query stands for.
type hit struct {
	code  codebook.No
	name  int
	spans [][2]int
	score int
}

// most is how many hits are listed.
const most = 200

// New opens a picker.
func New(env *screen.Env, title string, o Options) *Picker {
	if o.Catalogue == nil {
		o.Catalogue = new(Catalogue)
	}
	p := &Picker{env: env, title: title, options: o, recency: map[codebook.No]int{}}
	p.field.Placeholder = env.T("picker.hint")
	for i, n := range o.Recent {
		p.recency[n] = len(o.Recent) - i
	}
	o.Catalogue.ready(p.project(), o.Whole)
	p.list()
	return p
}

func (p *Picker) project() *codebook.Project { return p.env.Study.Project() }

// list finds what fits the query.
func (p *Picker) list() {
	p.at, p.top, p.hits = 0, 0, p.hits[:0]
	query := p.field.Value()
	if strings.TrimSpace(query) == "" {
		p.all()
		return
	}
	c := p.options.Catalogue
	for _, h := range c.index.Find(query, most) {
		if n := c.codes[h.Entry]; !p.left(n) {
			p.hits = append(p.hits, hit{code: n, name: h.Name, spans: h.Spans, score: h.Score})
		}
	}
	slices.SortStableFunc(p.hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(p.recency[b.code], p.recency[a.code]))
	})
}

// all lists recent codes, then the others in codebook order.
func (p *Picker) all() {
	c := p.options.Catalogue
	for _, n := range p.options.Recent {
		if slices.Contains(c.codes, n) && !p.left(n) {
			p.hits = append(p.hits, hit{code: n, name: find.ByNumber})
		}
	}
	for _, n := range c.codes {
		if p.recency[n] == 0 && !p.left(n) {
			p.hits = append(p.hits, hit{code: n, name: find.ByNumber})
		}
	}
}

func (p *Picker) left(n codebook.No) bool { return p.options.Without != nil && p.options.Without(n) }

// Update takes a key or a paste. When done, the result says what was chosen; an empty one that nothing was.
func (p *Picker) Update(msg tea.Msg) (result Result, done bool, cmd tea.Cmd) {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch key.Keystroke() {
		case "esc", "ctrl+c":
			return Result{}, true, nil
		case "enter":
			result, done = p.choose()
			return result, done, nil
		case "ctrl+n":
			result, done = p.create()
			return result, done, nil
		case "tab":
			p.mark()
			return Result{}, false, nil
		}
		if by, ok := steps[key.Keystroke()]; ok {
			p.at = min(max(p.at+by, 0), max(len(p.hits)-1, 0))
			return Result{}, false, nil
		}
	}
	before := p.field.Value()
	if p.field.Update(msg) && p.field.Value() != before {
		p.typed = true
		p.list()
	}
	return Result{}, false, nil
}

// steps move the highlight.
var steps = map[string]int{"up": -1, "down": 1, "pgup": -8, "pgdown": 8}

// choose gives the marked codes and the highlighted one; the latter not if nothing was typed since the last mark.
func (p *Picker) choose() (Result, bool) {
	codes := slices.Clone(p.marked)
	if n := p.highlighted(); n != 0 && !slices.Contains(codes, n) && (len(codes) == 0 || p.typed) {
		codes = append(codes, n)
	}
	if len(codes) == 0 {
		p.env.Warn(p.env.T("picker.none"))
		return Result{}, false
	}
	return Result{Codes: codes}, true
}

func (p *Picker) create() (Result, bool) {
	name := strings.TrimSpace(p.field.Value())
	switch {
	case !p.options.Create:
		p.env.Warn(p.env.T("picker.no-new"))
	case name == "":
		p.env.Warn(p.env.T("picker.no-name"))
	default:
		return Result{New: name, Parent: p.parent()}, true
	}
	return Result{}, false
}

// parent is where a new code goes: beside the highlighted one.
func (p *Picker) parent() codebook.No {
	if c := p.project().Code(p.highlighted()); c != nil {
		return c.Parent
	}
	return p.options.Parent
}

func (p *Picker) mark() {
	n := p.highlighted()
	switch i := slices.Index(p.marked, n); {
	case !p.options.Many:
		p.env.Warn(p.env.T("picker.one-only"))
	case n == 0:
		p.env.Warn(p.env.T("picker.none"))
	case i >= 0:
		p.marked = slices.Delete(p.marked, i, i+1)
	default:
		p.marked = append(p.marked, n)
	}
	p.typed = false
}

// highlighted is the code under the highlight, 0 for none.
func (p *Picker) highlighted() codebook.No {
	if p.at < len(p.hits) {
		return p.hits[p.at].code
	}
	return 0
}
