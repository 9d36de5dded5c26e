package codebook_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fangtan/codebook"
)

// linked is a study with three codes, one link of each sort, and what else is put.
func linked(t *testing.T) (*codebook.Project, func(codebook.Op) (codebook.Action, error)) {
	t.Helper()
	p := codebook.New(codebook.ID{1}, codebook.ID{2}, "zh")
	ids := byte(2)
	do := func(op codebook.Op) (codebook.Action, error) {
		ids++
		return p.Do(op, codebook.Stamp{ID: codebook.ID{ids}, Coder: 1, Time: 1})
	}
	for _, op := range []codebook.Op{
		&codebook.PutCoder{Row: codebook.Coder{ID: codebook.ID{90}, Name: "甲"}},
		&codebook.PutCode{Row: codebook.Code{ID: codebook.ID{91}, NameZh: "目标不明确"}},
		&codebook.PutCode{Row: codebook.Code{ID: codebook.ID{92}, NameZh: "要求不具体"}},
		&codebook.PutCode{Row: codebook.Code{ID: codebook.ID{93}, NameZh: "能力不足"}},
		&codebook.PutLink{Row: codebook.Link{ID: codebook.ID{94}, Kind: codebook.LinkCauses, From: 1, To: 2, Coder: 1}},
		&codebook.PutLink{Row: codebook.Link{ID: codebook.ID{95}, Kind: codebook.LinkTension, From: 2, To: 3, Coder: 1}},
	} {
		if _, err := do(op); err != nil {
			t.Fatal(err)
		}
	}
	return p, do
}

func TestPutLinkRefuses(t *testing.T) {
	p, do := linked(t)
	before := dump(p)
	for name, c := range map[string]struct {
		row  codebook.Link
		want error
	}{
		"a code with itself":           {codebook.Link{Kind: codebook.LinkCauses, From: 1, To: 1}, codebook.ErrSelf},
		"one that is there":            {codebook.Link{Kind: codebook.LinkCauses, From: 1, To: 2}, codebook.ErrExists},
		"one without direction, round": {codebook.Link{Kind: codebook.LinkTension, From: 3, To: 2}, codebook.ErrExists},
		"no kind":                      {codebook.Link{Kind: " ", From: 1, To: 3}, codebook.ErrNoName},
		"a code that is not there":     {codebook.Link{Kind: codebook.LinkCauses, From: 1, To: 9}, codebook.ErrInUse},
		"a text that is not there":     {codebook.Link{Kind: codebook.LinkCauses, From: 1, To: 3, Transcript: 5}, codebook.ErrInUse},
	} {
		c.row.ID, c.row.Coder = codebook.ID{99}, 1
		if _, err := do(&codebook.PutLink{Row: c.row}); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	if dump(p) != before {
		t.Error("a refusal changed the study")
	}
}

func TestPutLinkTakes(t *testing.T) {
	for name, row := range map[string]codebook.Link{
		"the other way round":   {Kind: codebook.LinkCauses, From: 2, To: 1},
		"another kind":          {Kind: codebook.LinkSupports, From: 1, To: 2},
		"a kind of one's own":   {Kind: " 削弱 ", From: 1, To: 2},
		"the same, put anew":    {No: 1, Kind: codebook.LinkCauses, From: 1, To: 2, Note: "注"},
		"one that is turned":    {No: 1, Kind: codebook.LinkCauses, From: 2, To: 1},
		"one of another's kind": {No: 2, Kind: codebook.LinkContradicts, From: 2, To: 3},
	} {
		p, do := linked(t)
		before := dump(p)
		row.ID, row.Coder = codebook.ID{99}, 1
		made, err := do(&codebook.PutLink{Row: row})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		put := p.Links()[len(p.Links())-1]
		if row.No != 0 {
			put = p.Link(row.No)
		}
		if put.Kind != strings.TrimSpace(row.Kind) || put.From != row.From || put.Note != row.Note {
			t.Errorf("%s: %+v", name, put)
		}
		if err := p.Retract(&made); err != nil || dump(p) != before {
			t.Errorf("%s: taken back it leaves something behind (%v)", name, err)
		}
	}
}

func dump(p *codebook.Project) string {
	var b strings.Builder
	p.Dump(&b)
	return b.String()
}

func TestLinkKinds(t *testing.T) {
	p, do := linked(t)
	five := p.LinkKinds()
	for i, kind := range []string{"削弱", "before", "削弱"} {
		row := codebook.Link{ID: codebook.ID{byte(100 + i)}, Kind: kind, From: codebook.No(i + 1), To: codebook.No(3 - i), Coder: 1}
		if row.From == row.To {
			row.To = 1
		}
		if _, err := do(&codebook.PutLink{Row: row}); err != nil {
			t.Fatal(err)
		}
	}
	if want := append(five, "before", "削弱"); len(five) != 5 || !slices.Equal(p.LinkKinds(), want) {
		t.Errorf("%q, want %q", p.LinkKinds(), want)
	}
	for name, want := range map[string]string{
		"causes": "causes", " In-Tension-With ": "in tension with", "part of": "part of", "PART-OF": "part of", "Cause-Effect ": "Cause-Effect", "": "",
	} {
		if got := codebook.ParseLinkKind(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}
