package exchange

import (
	"errors"
	"strings"
	"testing"

	"fangtan/codebook"
	"fangtan/codebook/starters"
)

// FuzzReadCodes takes anything in, and what came out of that once more.
func FuzzReadCodes(f *testing.F) {
	f.Add(string(starters.Smith("en")))
	for _, s := range []string{
		"", "code\n", "code,parent\n甲,乙\n乙,甲\n", "code,parent,number\n甲,,P\n乙,P,P1\n", "code\n甲\n甲 / 乙\n", "\ufeffcode;fields\n甲;a:choice(1|2)\n",
		"code\n\"'=x\"\n", "code\n\xbc\xd7\n", "code,memo\n甲,'x\n", "code,id\n甲,aa000000-0000-0000-0000-000000000001\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		file, err := ReadCodes(strings.NewReader(s))
		if err != nil {
			return
		}
		p := withCoder(t, "zh")
		batch, report, err := file.Ops(p, maker(), 1, 7)
		if err != nil || len(batch.Ops) == 0 {
			return
		}
		if _, err := p.Do(batch, codebook.Stamp{Coder: 1}); err != nil {
			var no *codebook.Objection
			if !errors.As(err, &no) {
				t.Fatal(err)
			}
			return
		}
		if err := p.Invariants(); err != nil {
			t.Fatal(err)
		}
		if report.Added != p.CodeCount() {
			t.Fatalf("%d codes, %d said", p.CodeCount(), report.Added)
		}
	})
}

// FuzzReadCodings takes anything in twice; the second time adds nothing.
func FuzzReadCodings(f *testing.F) {
	f.Add(codedCSV)
	for _, s := range []string{
		"", "file,coder,code,start,end\n", "file,coder,code,start,end\n01 村,Li,P1,0,1\n", "end,start,code,coder,file\n25,24,E1,Zhao,01 村\n",
		"file,coder,code,start,end,memo,field.strength\n01 村,Li,X-PE,0,99999999,x,1\n", "file;coder;code;start;end\ncounty;Li;新;18;20\n",
		"file,coder,code,start,end,id\n01 村,Li,P1,4294967295,4294967296,1\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, texts := study(t)
		newID := maker()
		o := CodingsOptions{CreateCodes: true, Partial: true, NewID: newID, Now: 1}
		batch, report, err := ReadCodings(strings.NewReader(s), p, texts, o)
		if err != nil {
			return
		}
		if len(batch.Ops) > 0 {
			if _, err := p.Do(batch, codebook.Stamp{Coder: 1}); err != nil {
				t.Fatal(err)
			}
		}
		if err := p.Invariants(); err != nil {
			t.Fatal(err)
		}
		if p.CodingCount() != report.Added {
			t.Fatalf("%d codings, %d said", p.CodingCount(), report.Added)
		}
		_, report, err = ReadCodings(strings.NewReader(s), p, texts, o)
		if err != nil || report.Added != 0 || report.Memos != 0 {
			t.Fatalf("again: %+v, %v", report, err)
		}
	})
}

// FuzzManifest reads anything; a file it names finds its row.
func FuzzManifest(f *testing.F) {
	for _, s := range []string{
		"", "file\n", "file,group\na/b.txt,x\n", "file;date\n甲.txt;2025/2/3\n", "\xff\xfef\x00i\x00l\x00e\x00\n\x00", "file\tkind\nx\tfocus group\n", "file\n..\n/\n.\n\\\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := ReadManifest(strings.NewReader(s))
		if err != nil {
			return
		}
		var files []string
		for i := range m.Rows {
			if len(m.Rows[i].Values) != len(m.Attributes) {
				t.Fatalf("%d values, %d attributes", len(m.Rows[i].Values), len(m.Attributes))
			}
			files = append(files, m.Rows[i].File)
		}
		rows, unused := m.Match(files)
		if len(rows) != len(files) || len(unused) > 0 {
			t.Fatalf("%d of %d files found, %d rows unused", len(rows), len(files), len(unused))
		}
	})
}
