package query

import (
	"errors"
	"regexp"
	"regexp/syntax"
	"strings"

	"fangtan/codebook"
)

// code reads the name of a code. Words without an operator between them are one
// name; if nobody has it, but the first of them are a name, an operator is missing.
func (r *parser) code() (*node, error) {
	first := r.take()
	last := first
	if first.kind == quoted && strings.TrimSpace(first.text) == "" {
		return nil, r.fault(first, WantPassages)
	}
	name := first.text
	for first.kind == word && r.peek().kind == word && !r.peek().between() {
		last = r.take()
		name = r.src[first.from:last.to]
	}
	no, err := r.names.Find(name)
	if err == nil {
		return &node{deed: named, code: no}, nil
	}
	if at := r.missing(first, last); at > 0 {
		return nil, faultAt(r.src, at, last.to, WantOperator)
	}
	return nil, r.unknown(token{word, name, first.from, last.to}, err, codeWords(r.p))
}

// missing gives the byte at which an operator is missing between the words from
// first to last: behind as many of them as are a name. It is 0 where none are.
func (r *parser) missing(first, last token) int {
	words := tokens(r.src[first.from:last.to])
	for i := len(words) - 2; i > 0; i-- {
		if _, err := r.names.Find(r.src[first.from : first.from+words[i-1].to]); err == nil {
			return first.from + words[i].from
		}
	}
	return 0
}

// unknown is the fault of a name that nobody, or more than one, has; known are the
// names it may have meant.
func (r *parser) unknown(t token, err error, known []string) error {
	f := faultAt(r.src, t.from, t.to, WantKnown)
	f.Near, f.Err = t.text, err
	if errors.Is(err, codebook.ErrUnknown) {
		f.Nearest = nearest(t.text, known)
	}
	return f
}

// filter reads a filter with its value.
func (r *parser) filter() (*node, error) {
	key, value := r.take(), r.take()
	if value.kind != word && value.kind != quoted && value.kind != pattern || value.text == "" {
		return nil, r.fault(value, WantValue)
	}
	t, err := r.test(key, value)
	return &node{deed: fulfil, test: t}, err
}

func (r *parser) test(key, value token) (test, error) {
	if key.kind == attribute {
		a, err := r.p.FindAttribute(key.text)
		if err != nil {
			return test{}, r.unknown(key, err, attributeWords(r.p))
		}
		return test{of: ofAttribute, no: a.No, value: value.text}, nil
	}
	switch key.text {
	case "group":
		g, err := r.p.FindGroup(value.text)
		if err != nil {
			return test{}, r.unknown(value, err, groupWords(r.p))
		}
		return test{of: ofGroup, no: g.No}, nil
	case "coder":
		c, err := r.p.FindCoder(value.text)
		if err != nil {
			return test{}, r.unknown(value, err, coderWords(r.p))
		}
		return test{of: ofCoder, no: c.No}, nil
	case "speaker":
		known := speakerWords(r.p)
		for _, name := range known {
			if name == value.text {
				return test{of: ofSpeaker, value: name}, nil
			}
		}
		err := &codebook.Objection{Thing: codebook.ThingSpeaker, Name: value.text, Reason: codebook.ErrUnknown}
		return test{}, r.unknown(value, err, known)
	case "has":
		if !strings.EqualFold(value.text, "memo") {
			return test{}, r.fault(value, WantMemo)
		}
		return test{of: ofMemo}, nil
	}
	return r.text(value)
}

// text makes the test for words, whatever their case, or for an expression.
func (r *parser) text(value token) (test, error) {
	source := strings.ReplaceAll(value.text, `\/`, "/")
	if value.kind != pattern {
		if strings.ToUpper(value.text) == strings.ToLower(value.text) {
			return test{of: ofText, value: value.text}, nil
		}
		source = "(?i)" + regexp.QuoteMeta(value.text)
	}
	expr, err := regexp.Compile(source)
	if err != nil {
		return test{}, r.badExpression(value, err)
	}
	return test{of: ofText, expr: expr}, nil
}

// badExpression says what is wrong with an expression, at the part that is.
func (r *parser) badExpression(value token, err error) error {
	from := value.from
	var bad *syntax.Error
	if errors.As(err, &bad) {
		from += max(0, strings.Index(r.src[value.from:value.to], bad.Expr))
	}
	f := faultAt(r.src, from, value.to, WantRegexp)
	f.Err = err
	return f
}
