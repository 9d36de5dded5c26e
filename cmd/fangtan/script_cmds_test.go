package main

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"os"
	"os/exec"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	bolt "go.etcd.io/bbolt"

	"fangtan/store"
)

// scriptCmds are the commands that scripts have beside those of testscript.
var scriptCmds = map[string]func(*testscript.TestScript, bool, []string){
	"exits": exits, "refused": refused, "cut": cutFile, "hold": hold, "newer": makeNewer, "docx": makeDocx,
}

// exits runs a program that must end with a code: exits 2 fangtan groups.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM [ARGS]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	if got := codeOf(ts.Exec(args[1], args[2:]...)); got != want {
		ts.Fatalf("exit code %d, want %d\n%s%s", got, want, ts.ReadFile("stdout"), ts.ReadFile("stderr"))
	}
}

func codeOf(err error) int {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.ExitCode()
	}
	return -1
}

// refused runs a program that must end with a code, print nothing, and say one line
// in which the words given stand: refused 1 '不是' fangtan groups -p x.fangtan.
func refused(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: refused CODE WORDS PROGRAM [ARGS]")
	}
	exits(ts, false, append([]string{args[0]}, args[2:]...))
	said := ts.ReadFile("stderr")
	if out := ts.ReadFile("stdout"); out != "" {
		ts.Fatalf("printed %q, want nothing", out)
	}
	if strings.Count(said, "\n") != 1 || !strings.HasSuffix(said, "\n") || !strings.Contains(said, args[1]) {
		ts.Fatalf("said %q, want one line with %q", said, args[1])
	}
}

// cutFile keeps so many bytes of a file: cut file 100.
func cutFile(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), n))
}

// hold keeps a project open for writing until the script ends.
func hold(ts *testscript.TestScript, _ bool, args []string) {
	f, err := store.Open(ts.MkAbs(args[0]), store.Options{})
	ts.Check(err)
	ts.Defer(func() { f.Close() })
}

// makeNewer makes a project look as if a later version had written it: newer file
// SCHEMA LOWEST-READER.
func makeNewer(ts *testscript.TestScript, _ bool, args []string) {
	db, err := bolt.Open(ts.MkAbs(args[0]), 0o600, nil)
	ts.Check(err)
	ts.Check(db.Update(func(tx *bolt.Tx) error {
		meta := tx.Bucket([]byte("meta"))
		for i, key := range []string{"schema", "lowest reader"} {
			n, err := strconv.Atoi(args[i+1])
			if err != nil {
				return err
			}
			value := bytes.Clone(meta.Get([]byte(key)))
			value[len(value)-1] = byte(n) // a small whole number is one byte of CBOR
			sum := crc32.Checksum(append([]byte("meta\x00"+key), value[4:]...), crc32.MakeTable(crc32.Castagnoli))
			binary.LittleEndian.PutUint32(value, sum)
			if err := meta.Put([]byte(key), value); err != nil {
				return err
			}
		}
		return nil
	}))
	ts.Check(db.Close())
}

// makeDocx makes a Word document of lines: docx file LINE….
func makeDocx(ts *testscript.TestScript, _ bool, args []string) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	body := `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	for _, line := range args[1:] {
		body += "<w:p><w:r><w:t>" + line + "</w:t></w:r></w:p>"
	}
	for _, part := range [][2]string{{"[Content_Types].xml", types}, {"_rels/.rels", relations}, {"word/document.xml", body + "</w:body></w:document>"}} {
		w, err := z.Create(part[0])
		ts.Check(err)
		_, err = w.Write([]byte(part[1]))
		ts.Check(err)
	}
	ts.Check(z.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o600))
}
