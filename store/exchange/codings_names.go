package exchange

import (
	"errors"
	"math"
	"strings"

	"fangtan/codebook"
)

// resolver finds what a file names, each name once: as exports write it, letter by
// letter, else as people do. It makes coders and, if it
// may, codes that the study lacks. Those get the numbers that the project will
// give when the ops are done in order.
type resolver struct {
	p      *codebook.Project
	create bool
	newID  func() codebook.ID

	transcripts map[string]found[*codebook.Transcript]
	codes       map[string]found[codebook.No]
	coders      map[string]found[codebook.No]
	newCoders   map[string]codebook.No // by name in lower case
	names       *codebook.CodeNames
	last        codebook.Last

	ops                   []codebook.Op
	madeCoders, madeCodes []string
}

// found is what a name stands for, or why it stands for nothing.
type found[T any] struct {
	it  T
	err error
}

func newResolver(p *codebook.Project, create bool, newID func() codebook.ID) *resolver {
	r := &resolver{
		p: p, create: create, newID: newID, names: p.CodeNames(), last: p.Last(),
		transcripts: map[string]found[*codebook.Transcript]{},
		codes:       map[string]found[codebook.No]{}, coders: map[string]found[codebook.No]{},
		newCoders: map[string]codebook.No{},
	}
	for _, t := range p.Transcripts() {
		r.transcripts[t.File] = found[*codebook.Transcript]{it: t}
	}
	for _, c := range p.Coders() {
		r.coders[c.Name] = found[codebook.No]{it: c.No}
	}
	labels := p.CodeLabels()
	for _, n := range p.Tree().Order {
		r.codes[labels[n]] = r.codable(n)
	}
	return r
}

// codable is a code, if it takes codings.
func (r *resolver) codable(n codebook.No) found[codebook.No] {
	if r.p.Code(n).Heading {
		return found[codebook.No]{err: codebook.ErrNotCodable}
	}
	return found[codebook.No]{it: n}
}

func (r *resolver) transcript(name string) (*codebook.Transcript, error) {
	f, ok := r.transcripts[name]
	if !ok {
		f.it, f.err = r.p.FindTranscript(name)
		r.transcripts[strings.Clone(name)] = f
	}
	return f.it, f.err
}

// coder finds or makes a coder.
func (r *resolver) coder(name string) (codebook.No, error) {
	f, ok := r.coders[name]
	if !ok {
		name = strings.Clone(name)
		f = r.newCoder(name)
		r.coders[name] = f
	}
	return f.it, f.err
}

func (r *resolver) newCoder(name string) found[codebook.No] {
	key := strings.ToLower(name)
	c, err := r.p.FindCoder(name)
	switch {
	case err == nil:
		return found[codebook.No]{it: c.No}
	case !errors.Is(err, codebook.ErrUnknown):
		return found[codebook.No]{err: err}
	case r.newCoders[key] != 0:
		return found[codebook.No]{it: r.newCoders[key]}
	case name == "":
		return found[codebook.No]{err: codebook.ErrNoName}
	case r.last.Coders >= math.MaxUint16:
		return found[codebook.No]{err: ErrManyCoders}
	}
	r.last.Coders++
	r.newCoders[key] = r.last.Coders
	r.ops = append(r.ops, &codebook.PutCoder{Row: codebook.Coder{ID: r.newID(), Name: name}})
	r.madeCoders = append(r.madeCoders, name)
	return found[codebook.No]{it: r.last.Coders}
}

// code finds a code that takes codings, or makes it.
func (r *resolver) code(name string) (codebook.No, error) {
	f, ok := r.codes[name]
	if !ok {
		name = strings.Clone(name)
		f = r.newCode(name)
		r.codes[name] = f
	}
	return f.it, f.err
}

func (r *resolver) newCode(name string) found[codebook.No] {
	n, err := r.names.Find(name)
	switch {
	case err == nil:
		return r.codable(n)
	case !r.create || name == "" || !errors.Is(err, codebook.ErrUnknown):
		return found[codebook.No]{err: err}
	}
	made := codebook.Code{ID: r.newID()}
	own := name
	if above, last, ok := cutPath(name); ok {
		if parent, ok := r.parent(above); ok {
			made.Parent, own = parent, last
		}
	}
	if r.p.Lang == "en" {
		made.NameEn = own
	} else {
		made.NameZh = own
	}
	r.last.Codes++
	r.ops = append(r.ops, &codebook.PutCode{Row: made})
	r.madeCodes = append(r.madeCodes, name)
	return found[codebook.No]{it: r.last.Codes}
}

// parent finds a code of the study or one just made; it may be a heading.
func (r *resolver) parent(name string) (codebook.No, bool) {
	if f, ok := r.codes[name]; ok && f.err == nil {
		return f.it, true
	}
	n, err := r.names.Find(name)
	return n, err == nil
}
