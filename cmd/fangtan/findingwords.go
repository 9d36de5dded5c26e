package main

import (
	"encoding/hex"
	"strings"

	"fangtan/store"
	"fangtan/tui/locale"
)

// troubleWords are the messages for what can be wrong with a file.
var troubleWords = map[store.Trouble]string{
	store.TroublePage:      "cli.trouble.page",
	store.TroubleChecksum:  "cli.trouble.checksum",
	store.TroubleFormat:    "cli.trouble.format",
	store.TroubleAccount:   "cli.trouble.account",
	store.TroubleText:      "cli.trouble.text",
	store.TroubleReference: "cli.trouble.reference",
	store.TroubleJournal:   "cli.trouble.journal",
	store.TroubleMode:      "cli.trouble.mode",
}

// bucketWords are the messages for the parts of a project's file, by the names
// that findings give them.
var bucketWords = map[string]string{
	"meta":        "cli.bucket.meta",
	"texts":       "cli.bucket.texts",
	"transcripts": "cli.bucket.transcripts",
	"cuts":        "cli.bucket.cuts",
	"codings":     "cli.bucket.codings",
	"codes":       "cli.bucket.codes",
	"coders":      "cli.bucket.coders",
	"groups":      "cli.bucket.groups",
	"attributes":  "cli.bucket.attributes",
	"links":       "cli.bucket.links",
	"queries":     "cli.bucket.queries",
	"memos":       "cli.bucket.memos",
	"blobs":       "cli.bucket.blobs",
	"journal":     "cli.bucket.journal",
	"patches":     "cli.bucket.patches",
	"state":       "cli.bucket.state",
}

// shortKey is how much of a record's key people are shown.
const shortKey = 8

// findingWords says what is wrong with one place of a file; owners are the
// transcripts whose text it is.
func findingWords(w *locale.Words, f store.Finding, owners []string) string {
	id, ok := troubleWords[f.Trouble]
	if !ok {
		return f.String()
	}
	bucket := f.Bucket
	if known, ok := bucketWords[bucket]; ok {
		bucket = w.T(known)
	}
	return w.T(id, "Bucket", bucket, "Key", f.Key[:min(len(f.Key), shortKey)], "Page", f.Page,
		"Names", strings.Join(owners, w.T("counting.comma")))
}

// textOwners are the files of transcripts by the key that their text is kept
// under. A project too damaged to be opened has none.
func textOwners(path string, findings []store.Finding) map[string][]string {
	owners := map[string][]string{}
	damaged := false
	for _, f := range findings {
		damaged = damaged || f.Bucket == "texts"
	}
	if !damaged {
		return owners
	}
	file, err := store.Open(path, store.Options{ReadOnly: true})
	if err != nil {
		return owners // the findings say what is wrong
	}
	defer file.Close()
	for _, t := range file.Project().Transcripts() {
		key := hex.EncodeToString(t.Text[:])
		owners[key] = append(owners[key], t.File)
	}
	return owners
}
