package codebook_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"fangtan/codebook"
)

var body = strings.Repeat("问：怎么样？\n答：说不清楚。文件里没有写。\n", 6)

// TestRandomHistories: whatever is done, as many undos give back the study as it
// was, and as many redos the study as it became.
func TestRandomHistories(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := newStudy(t)
		furnish(s)
		s.journal, s.history = nil, codebook.NewHistory(s.p.Copy)
		start := s.dump()
		done := 0
		for range rapid.IntRange(1, 60).Draw(rt, "actions") {
			if s.try(randomOp(rt, s)) == nil {
				done++
			}
		}
		end := s.dump()
		for range done {
			if !s.undo() {
				rt.Fatal("nothing to undo before all was undone")
			}
		}
		if got := s.dump(); got != start {
			rt.Fatalf("undo of all does not give back the start:\n%s", firstDifference(start, got))
		}
		for s.redo() {
		}
		if got := s.dump(); got != end {
			rt.Fatalf("redo of all does not give the end:\n%s", firstDifference(end, got))
		}
	})
}

func furnish(s *study) {
	a := s.group("cadres", "村干部")
	b := s.group("secretaries", "第一书记")
	s.coder("李老师")
	s.coder("小陈")
	p := s.code(0, "P", "理想化政策")
	s.code(p, "P1", "政策目标")
	s.code(p, "P2", "政策内容")
	s.code(0, "I", "执行机构")
	s.transcript("一.txt", a, body)
	s.transcript("二.txt", b, body+"完。")
	s.must(&codebook.PutAttribute{Row: codebook.Attribute{ID: s.id(), Name: "乡镇"}})
}

func pick[T any](rt *rapid.T, name string, from []T) T { return rapid.SampledFrom(from).Draw(rt, name) }

func codes(s *study) []codebook.No { return append(s.p.Tree().Order, 99) }

func transcripts(s *study) []codebook.No {
	all := []codebook.No{99}
	for _, t := range s.p.Transcripts() {
		all = append(all, t.No)
	}
	return all
}

func groups(s *study) []codebook.No {
	all := []codebook.No{0}
	for _, g := range s.p.Groups() {
		all = append(all, g.No)
	}
	return all
}

// randomOp draws an op, now and then one that must be refused.
func randomOp(rt *rapid.T, s *study) codebook.Op {
	kinds := []func(*rapid.T, *study) codebook.Op{
		randomCoding, randomCoding, randomCoding, randomUncoding, randomRecoding, randomMeeting,
		randomCode, randomMove, randomMerge, randomSorting, randomFusing, randomInstance, randomRemoval, randomMemo, randomLink, randomTranscript, randomGroup, randomBatch,
	}
	return pick(rt, "kind", kinds)(rt, s)
}

func randomRow(rt *rapid.T, s *study) codebook.Coding {
	start := 3 * rapid.SampledFrom([]int{0, 1, 2, 3, 4, 5, len(body)/3 + 1}).Draw(rt, "start") // close together, so that they meet
	end := start + 3*rapid.IntRange(0, 4).Draw(rt, "length")
	return s.coding(body+"完。", pick(rt, "code", codes(s)), codebook.No(rapid.IntRange(1, 3).Draw(rt, "coder")), start, end)
}

func randomCoding(rt *rapid.T, s *study) codebook.Op {
	op := &codebook.AddCodings{Transcript: pick(rt, "transcript", transcripts(s))}
	for range rapid.IntRange(1, 4).Draw(rt, "rows") {
		op.Rows = append(op.Rows, randomRow(rt, s))
	}
	return op
}

func someCodings(rt *rapid.T, s *study) (codebook.No, []codebook.Coding) {
	t := pick(rt, "transcript", transcripts(s))
	var rows []codebook.Coding
	for _, r := range s.p.Codings(t).Rows() {
		if rapid.Bool().Draw(rt, "take") {
			rows = append(rows, r)
		}
	}
	return t, rows
}

func randomUncoding(rt *rapid.T, s *study) codebook.Op {
	t, rows := someCodings(rt, s)
	op := &codebook.RemoveCodings{Transcript: t}
	for _, r := range rows {
		op.IDs = append(op.IDs, r.ID)
	}
	return op
}

func randomRecoding(rt *rapid.T, s *study) codebook.Op {
	t, rows := someCodings(rt, s)
	to := pick(rt, "to", codes(s))
	for i := range rows {
		rows[i].Code = to
		rows[i].Fields = []codebook.FieldValue{{Name: "strength", Value: "2"}}
	}
	return &codebook.ChangeCodings{Name: "coding.recode", Transcript: t, Rows: rows}
}

func randomMeeting(rt *rapid.T, s *study) codebook.Op {
	t, r := pick(rt, "transcript", transcripts(s)), randomRow(rt, s)
	if _, _, op := s.p.Meet(t, r); op != nil {
		return op
	}
	return &codebook.AddCodings{Transcript: t, Rows: []codebook.Coding{r}}
}

func randomCode(rt *rapid.T, s *study) codebook.Op {
	row := codebook.Code{
		ID: s.id(), Parent: pick(rt, "parent", append(codes(s), 0)), NameZh: pick(rt, "name", []string{"甲", "乙", "丙", "丁", ""}),
		Pin: pick(rt, "pin", []string{"", "1", "2", "a", "!"}), Color: pick(rt, "color", []string{"", "#aabbcc", "red"}),
	}
	if rapid.Bool().Draw(rt, "old") {
		if old := s.p.Code(pick(rt, "code", codes(s))); old != nil {
			row.No = old.No
			row.Number = old.Number
		}
	}
	return &codebook.PutCode{Row: row}
}

func randomMove(rt *rapid.T, s *study) codebook.Op {
	return &codebook.MoveCode{
		Code: pick(rt, "code", codes(s)), Parent: pick(rt, "parent", append(codes(s), 0)), Index: rapid.IntRange(-1, 5).Draw(rt, "index"),
	}
}

func randomMerge(rt *rapid.T, s *study) codebook.Op {
	return &codebook.MergeCodes{From: []codebook.No{pick(rt, "from", codes(s))}, Into: pick(rt, "into", codes(s))}
}

func randomSorting(rt *rapid.T, s *study) codebook.Op {
	op, _ := randomSplit(rt, s)
	return op
}

func randomFusing(rt *rapid.T, s *study) codebook.Op {
	return &codebook.FuseCodings{Codes: []codebook.No{pick(rt, "code", codes(s))}}
}

func randomInstance(rt *rapid.T, s *study) codebook.Op {
	return &codebook.MarkInstance{
		Code: pick(rt, "code", codes(s)), Off: rapid.Bool().Draw(rt, "off"),
		Passage: codebook.Passage{Transcript: pick(rt, "transcript", transcripts(s)), Start: 3, End: 9},
	}
}

func randomRemoval(rt *rapid.T, s *study) codebook.Op {
	return &codebook.RemoveCodes{Codes: []codebook.No{pick(rt, "code", codes(s))}}
}

func randomMemo(rt *rapid.T, s *study) codebook.Op {
	if memos := s.p.Memos(); len(memos) > 0 && rapid.Bool().Draw(rt, "remove") {
		return &codebook.RemoveMemo{Memo: pick(rt, "memo", memos).No}
	}
	m := codebook.Memo{ID: s.id(), Coder: 1, Text: pick(rt, "text", []string{"想一想", " "}), Target: codebook.TargetCode, On: pick(rt, "on", codes(s))}
	if rapid.Bool().Draw(rt, "passage") {
		m.Target, m.On, m.Start, m.End = codebook.TargetPassage, pick(rt, "transcript", transcripts(s)), 3, 9
	}
	return &codebook.PutMemo{Row: m}
}

func randomLink(rt *rapid.T, s *study) codebook.Op {
	if links := s.p.Links(); len(links) > 0 && rapid.Bool().Draw(rt, "remove") {
		return &codebook.RemoveLink{Link: pick(rt, "link", links).No}
	}
	return &codebook.PutLink{Row: codebook.Link{
		ID: s.id(), Kind: codebook.LinkCauses, From: pick(rt, "from", codes(s)), To: pick(rt, "to", codes(s)), Coder: 1,
		Transcript: pick(rt, "transcript", append(transcripts(s), 0)), Start: 0, End: 6,
	}}
}

func randomTranscript(rt *rapid.T, s *study) codebook.Op {
	switch rapid.IntRange(0, 2).Draw(rt, "what") {
	case 0:
		return &codebook.RemoveTranscripts{Transcripts: []codebook.No{pick(rt, "transcript", transcripts(s))}}
	case 1:
		b := body + pick(rt, "more", []string{"一", "二", "三", ""})
		return &codebook.AddTranscript{Row: row(s, "新.txt", pick(rt, "group", groups(s)), b), Text: b, Cut: &codebook.HeldCut{}}
	}
	set := codebook.Transcript{No: 99}
	if t := s.p.Transcript(pick(rt, "transcript", transcripts(s))); t != nil {
		set = *t
		set.Title += "·"
		set.Pair = pick(rt, "pair", transcripts(s))
		set.Finished = []codebook.No{2, 1}
	}
	return &codebook.SetTranscript{Name: "transcript.set", Row: set}
}

func randomGroup(rt *rapid.T, s *study) codebook.Op {
	g := pick(rt, "group", groups(s))
	switch rapid.IntRange(0, 2).Draw(rt, "what") {
	case 0:
		return &codebook.RemoveGroup{Group: g}
	case 1:
		return &codebook.MoveGroup{Group: g, Index: rapid.IntRange(0, 3).Draw(rt, "index")}
	}
	return &codebook.PutGroup{Row: codebook.Group{ID: s.id(), Key: pick(rt, "key", []string{"x", "y", "cadres", ""})}}
}

func randomBatch(rt *rapid.T, s *study) codebook.Op {
	return &codebook.Batch{Name: "import", Ops: []codebook.Op{
		randomCoding(rt, s), randomCode(rt, s), randomMove(rt, s), randomUncoding(rt, s), randomMerge(rt, s),
	}}
}
