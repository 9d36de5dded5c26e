package exchange

import (
	"errors"
	"io"
	"slices"

	"fangtan/codebook"
)

// ReadSplit reads from CSV where each coding of a code goes: id names the coding,
// into the code, one that is there or one of fresh, by number or name. A row whose
// into is empty leaves its coding where it is. The error is a [RowError].
func ReadSplit(r io.Reader, p *codebook.Project, code codebook.No, fresh []codebook.Code) (*codebook.SplitCode, error) {
	s, err := openSheet(r)
	if err != nil {
		return nil, err
	}
	if err := s.need("id", "into"); err != nil {
		return nil, err
	}
	op := &codebook.SplitCode{Code: code, New: fresh}
	names, where := p.CodeNames(), codingPlaces(p, code)
	for {
		err := s.next()
		if errors.Is(err, io.EOF) {
			return op, nil
		}
		if err != nil {
			return nil, err
		}
		if s.name("into") == "" {
			continue
		}
		id, err := codebook.ParseID(s.name("id"))
		if err != nil {
			return nil, s.fault("id", s.name("id"), ErrBadID)
		}
		t, known := where[id]
		if !known {
			return nil, s.fault("id", id.String(), &codebook.Objection{Thing: codebook.ThingCoding, Name: id.String(), Reason: codebook.ErrUnknown})
		}
		into, err := splitTarget(p, names, fresh, s.name("into"))
		if err != nil {
			return nil, s.fault("into", s.name("into"), err)
		}
		op.Sort = append(op.Sort, codebook.Sorted{Transcript: t, Coding: id, Into: into})
	}
}

// codingPlaces says in which transcript each coding of a code stands.
func codingPlaces(p *codebook.Project, code codebook.No) map[codebook.ID]codebook.No {
	where := map[codebook.ID]codebook.No{}
	for _, t := range p.Transcripts() {
		c := p.Codings(t.No)
		for i, n := range c.Code {
			if n == code {
				where[c.ID[i]] = t.No
			}
		}
	}
	return where
}

// splitTarget finds a code by what a table calls it, the new ones first.
func splitTarget(p *codebook.Project, names *codebook.CodeNames, fresh []codebook.Code, name string) (codebook.ID, error) {
	i := slices.IndexFunc(fresh, func(c codebook.Code) bool { return c.Name(p.Lang) == name })
	if i >= 0 {
		return fresh[i].ID, nil
	}
	n, err := names.Find(name)
	if err != nil {
		return codebook.ID{}, err
	}
	return p.Code(n).ID, nil
}
