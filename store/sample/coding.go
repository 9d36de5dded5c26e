package sample

import (
	"fmt"
	"strings"

	"fangtan/codebook"
)

// fieldNames are the fields of a tension, in the order they are kept in.
var fieldNames = []string{"from", "to", "strength", "handling", "evidence"}

// codings puts the codes on the passages, with the memos that stand beside them.
func (b *builder) codings() error {
	rows, err := b.edition.entries("codings-*.csv")
	if err != nil {
		return err
	}
	names := b.p.CodeNames()
	perTranscript := map[codebook.No]*codebook.AddCodings{}
	var ops, memos []codebook.Op
	for _, e := range rows {
		at, err := b.find(e)
		if err != nil {
			return err
		}
		code, err := names.Find(e.at("code"))
		if err != nil {
			return e.fault(err)
		}
		coding, err := b.coding(e, at, code)
		if err != nil {
			return err
		}
		op := perTranscript[at.Transcript]
		if op == nil {
			op = &codebook.AddCodings{Transcript: at.Transcript}
			perTranscript[at.Transcript] = op
			ops = append(ops, op)
		}
		op.Rows = append(op.Rows, coding)
		if note := e.at("memo"); note != "" {
			memos = append(memos, memo(codebook.TargetPassage, at.Transcript, at, coding.Coder, note))
		}
	}
	for _, op := range append(ops, memos...) {
		if err := b.do(op); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) coding(e entry, at passage, code codebook.No) (codebook.Coding, error) {
	coder, err := b.p.FindCoder(e.at("coder"))
	if err != nil {
		return codebook.Coding{}, e.fault(err)
	}
	c := codebook.Coding{
		ID:    identity("coding", e.at("file"), e.at("coder"), e.at("code"), e.at("quote")),
		Start: at.Start, End: at.End, StartCh: at.startCh, EndCh: at.endCh, Code: code, Coder: coder.No, Created: founded,
	}
	if e.at("starred") == "true" {
		c.Flags |= codebook.Starred
	}
	for _, name := range fieldNames {
		if v := e.at("field." + name); v != "" {
			c.Fields = append(c.Fields, codebook.FieldValue{Name: name, Value: v})
		}
	}
	return c, nil
}

// memo makes the op that writes a memo.
func memo(target codebook.Target, on codebook.No, at passage, coder codebook.No, words string) codebook.Op {
	return &codebook.PutMemo{Row: codebook.Memo{
		ID: identity("memo", target.String(), fmt.Sprint(on, at.Start, at.End, coder), words), Target: target, On: on,
		Start: at.Start, End: at.End, Coder: coder, Created: founded, Changed: founded, Text: words,
	}}
}

// memos writes the memos on the study, on transcripts, codes and passages.
func (b *builder) memos() error {
	rows, err := b.edition.entries("memos-*.csv")
	if err != nil {
		return err
	}
	for _, e := range rows {
		target, ok := codebook.ParseTarget(e.at("target"))
		if !ok {
			return e.fault(fmt.Errorf("%q is nothing a memo hangs on", e.at("target")))
		}
		on, at, err := b.target(e, target)
		if err != nil {
			return err
		}
		if err := b.do(memo(target, on, at, b.coder(firstCoder), e.at("text"))); err != nil {
			return e.fault(err)
		}
	}
	return nil
}

// target finds what a memo hangs on.
func (b *builder) target(e entry, target codebook.Target) (on codebook.No, at passage, err error) {
	switch target {
	case codebook.TargetTranscript:
		t, err := b.p.FindTranscript(e.at("file"))
		if err != nil {
			return 0, at, e.fault(err)
		}
		return t.No, at, nil
	case codebook.TargetCode:
		if on, err = b.p.CodeNames().Find(e.at("code")); err != nil {
			err = e.fault(err)
		}
		return on, at, err
	case codebook.TargetPassage:
		at, err = b.find(e)
		return at.Transcript, at, err
	}
	return 0, at, nil
}

// links makes the relations between codes, each with its evidence.
func (b *builder) links() error {
	rows, err := b.edition.entries("links.csv")
	if err != nil {
		return err
	}
	names := b.p.CodeNames()
	for _, e := range rows {
		at, err := b.find(e)
		if err != nil {
			return err
		}
		from, err := names.Find(e.at("from"))
		if err != nil {
			return e.fault(err)
		}
		to, err := names.Find(e.at("to"))
		if err != nil {
			return e.fault(err)
		}
		kind := strings.ReplaceAll(e.at("kind"), "-", " ") // in-tension-with is "in tension with"
		if err := b.do(&codebook.PutLink{Row: codebook.Link{
			ID: identity("link", kind, e.at("from"), e.at("to"), e.at("quote")), Kind: kind, From: from, To: to,
			Transcript: at.Transcript, Start: at.Start, End: at.End, Coder: b.coder(firstCoder), Created: founded, Note: e.at("memo"),
		}}); err != nil {
			return e.fault(err)
		}
	}
	return nil
}
