package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"fangtan/store"
	"fangtan/store/editor"
	"fangtan/store/exchange"
	"fangtan/store/intake"
	"fangtan/store/transcript"
	"fangtan/tui/locale"
	"fangtan/tui/wording"
)

// about is an error with the file that it is about.
type about struct {
	path string
	err  error
}

func (e *about) Error() string { return fmt.Sprintf("%q: %v", e.path, e.err) }
func (e *about) Unwrap() error { return e.err }

// errNewerReadable is a project of a newer version, which can be read only.
var errNewerReadable = errors.New("project was written by a newer version and can only be read")

// explain words an error in the language of the program.
func (p *program) explain(err error) string { return explain(p.words, err) }

// explain words an error for people: what, where, and what to do. An error that
// nobody foresaw is quoted.
func explain(w *locale.Words, err error) string {
	path := pathOf(err)
	if words, ok := notSaved(w, err, path); ok {
		return words
	}
	if words, ok := rescued(w, err); ok {
		return words
	}
	if words, ok := notSecured(w, err); ok {
		return words
	}
	for _, e := range explainers {
		if words, ok := e(w, err, path); ok {
			return words
		}
	}
	for _, s := range sentinels {
		if errors.Is(err, s.err) {
			return where(w, path, w.T(s.id))
		}
	}
	return where(w, path, w.T("cli.fail.unforeseen", "Why", err.Error()))
}

// pathOf is the file that an error is about, or "".
func pathOf(err error) string {
	var a *about
	var f *fs.PathError
	switch {
	case errors.As(err, &a):
		return a.path
	case errors.As(err, &f):
		return f.Path
	}
	return ""
}

// where puts the file before what is wrong with it.
func where(w *locale.Words, path, what string) string {
	if path == "" {
		return what
	}
	return w.T("cli.fail.at", "Path", path, "What", what)
}

// sentinels are the errors that carry nothing but themselves. The first that
// matches speaks.
var sentinels = []struct {
	err error
	id  string
}{
	{errNewerReadable, "cli.fail.newer-readable"},
	{errStopped, "cli.fail.stopped"},
	{store.ErrFull, "cli.fail.full"},
	{syscall.ENOSPC, "cli.fail.full"},
	{syscall.EDQUOT, "cli.fail.full"},
	{syscall.EFBIG, "cli.fail.full"},
	{store.ErrExists, "cli.fail.exists"},
	{store.ErrDangling, "cli.fail.dangling"},
	{store.ErrNotFound, "cli.fail.not-found"},
	{store.ErrDirectory, "cli.fail.directory"},
	{store.ErrEmptyFile, "cli.fail.empty-project"},
	{store.ErrNotProject, "cli.fail.not-project"},
	{store.ErrReplaced, "cli.fail.replaced"},
	{store.ErrReadOnly, "cli.fail.read-only"},
	{store.ErrBroken, "cli.fail.broken"},
	{store.ErrClosed, "cli.fail.broken"},
	{store.ErrBusy, "cli.fail.busy"},
	{store.ErrDiverged, "cli.fail.diverged"},
	{store.ErrNoText, "cli.fail.no-text"},
	{store.ErrPurged, "cli.fail.purged"},
	{store.ErrNoAction, "cli.fail.no-action"},
	{intake.ErrStopped, "import.stopped"},
	{intake.ErrNothing, "import.nothing"},
	{intake.ErrLinkedDir, "import.linked-folder"},
	{intake.ErrNotRegular, "import.not-regular"},
	{intake.ErrReader, "import.reader"},
	{editor.ErrNone, "edit.no-editor"},
	{editor.ErrEncoding, "edit.not-utf8"},
	{editor.ErrEmpty, "edit.now-empty"},
	{editor.ErrTooLong, "edit.too-long"},
	{editor.ErrUnchanged, "edit.unchanged"},
	{exchange.ErrIsFolder, "cli.fail.output-is-folder"},
	{exchange.ErrNoFolder, "cli.fail.output-no-folder"},
	{fs.ErrNotExist, "cli.fail.not-found"},
	{fs.ErrPermission, "cli.fail.permission"},
	{syscall.EROFS, "cli.fail.read-only-disk"},
	{syscall.ENOTDIR, "cli.fail.not-folder"},
	{fs.ErrExist, "cli.fail.exists"},
}

// explainers word errors that carry data, or say that they do not know them.
var explainers = []func(w *locale.Words, err error, path string) (string, bool){
	readyMade, badRow, objection, locked, foreign, newer, damaged, refusedFile, absentFile, existing, format, editorFailed,
}

// readyMade are errors of this package that have their words.
func readyMade(_ *locale.Words, err error, _ string) (string, bool) {
	var usage *usageError
	var fail *failure
	var partial *partialError
	if errors.As(err, &usage) || errors.As(err, &fail) || errors.As(err, &partial) {
		first, _, _ := strings.Cut(err.Error(), "\n")
		return first, true
	}
	return "", false
}

func notSaved(w *locale.Words, err error, path string) (string, bool) {
	var c *store.CommitError
	if !errors.As(err, &c) {
		return "", false
	}
	why := explain(w, c.Cause)
	switch {
	case c.Unknown != nil:
		return where(w, path, w.T("cli.fail.maybe-saved", "Why", why)), true
	case len(c.Saved) > 0:
		return where(w, path, w.T("cli.fail.saved-anyway", "Why", why)), true
	}
	return where(w, path, w.T("cli.fail.not-saved", "Why", why)), true
}

func rescued(w *locale.Words, err error) (string, bool) {
	var r *rescue
	switch {
	case !errors.As(err, &r):
		return "", false
	case r.failed != nil:
		return w.T("cli.fail.not-rescued", "Why", explain(w, r.failed)), true
	}
	return w.T("cli.fail.rescued", "Name", filepath.Base(r.path)), true
}

func objection(w *locale.Words, err error, _ string) (string, bool) {
	return wording.Objection(w, err)
}

func locked(w *locale.Words, err error, path string) (string, bool) {
	var l *store.LockedError
	if !errors.As(err, &l) {
		return "", false
	}
	if l.PID == 0 {
		return where(w, path, w.T("cli.fail.locked")), true
	}
	return where(w, path, w.T("cli.fail.locked-by", "Process", l.PID, "Host", l.Host, "Since", l.Since.Format(time.DateTime))), true
}

func foreign(w *locale.Words, err error, path string) (string, bool) {
	var f *store.ForeignError
	if !errors.As(err, &f) {
		return "", false
	}
	name := f.App
	if name == "" {
		name = strings.Join(f.Buckets, ", ")
	}
	return where(w, path, w.T("cli.fail.foreign", "Name", name)), true
}

func newer(w *locale.Words, err error, path string) (string, bool) {
	var n *store.NewerError
	if !errors.As(err, &n) {
		return "", false
	}
	return where(w, path, w.T("cli.fail.newer", "Schema", n.Schema, "Known", store.Schema)), true
}

func damaged(w *locale.Words, err error, path string) (string, bool) {
	var d *store.DamagedError
	if !errors.As(err, &d) {
		return "", false
	}
	return where(w, path, w.T("cli.fail.damaged", "What", findingWords(w, d.Findings[0], nil))), true
}

// refusals say why a file is no transcript.
var refusals = map[transcript.Reason]string{
	transcript.ReasonEmpty:       "import.refused.empty",
	transcript.ReasonNoText:      "import.refused.no-text",
	transcript.ReasonBinary:      "import.refused.binary",
	transcript.ReasonMedia:       "import.refused.media",
	transcript.ReasonDamaged:     "import.refused.damaged",
	transcript.ReasonEncrypted:   "import.refused.encrypted",
	transcript.ReasonBomb:        "import.refused.bomb",
	transcript.ReasonDoctype:     "import.refused.doctype",
	transcript.ReasonTooDeep:     "import.refused.too-deep",
	transcript.ReasonTooLarge:    "import.refused.too-large",
	transcript.ReasonLegacyWord:  "import.refused.legacy-word",
	transcript.ReasonPDF:         "import.refused.no-pdf",
	transcript.ReasonUnsupported: "import.refused.unsupported",
	transcript.ReasonEncoding:    "import.refused.encoding",
}

func refusedFile(w *locale.Words, err error, path string) (string, bool) {
	var r *transcript.Error
	if !errors.As(err, &r) {
		return "", false
	}
	id, ok := refusals[r.Reason]
	if !ok {
		return "", false
	}
	return where(w, path, w.T(id, "Detail", refusalDetail(w, r))), true
}

// refusalDetails are the messages for what more there is to say.
var refusalDetails = map[transcript.Detail]string{
	transcript.DetailLinuxProgram:   "import.detail.linux-program",
	transcript.DetailWindowsProgram: "import.detail.windows-program",
	transcript.DetailMacProgram:     "import.detail.mac-program",
	transcript.DetailDatabase:       "import.detail.database",
	transcript.DetailOldOffice:      "import.detail.old-office",
	transcript.DetailNoDocument:     "import.detail.no-document",
	transcript.DetailDirectory:      "import.detail.directory",
	transcript.DetailEntry:          "import.detail.entry",
	transcript.DetailMissing:        "import.detail.missing-part",
	transcript.DetailCompression:    "import.detail.compression",
	transcript.DetailXML:            "import.detail.no-xml",
	transcript.DetailXMLEnd:         "import.detail.xml-end",
	transcript.DetailParts:          "import.detail.parts",
	transcript.DetailPartSize:       "import.detail.part-size",
	transcript.DetailAttributes:     "import.detail.attributes",
	transcript.DetailLevels:         "import.detail.levels",
	transcript.DetailSize:           "import.detail.size",
	transcript.DetailMarkdownSize:   "import.detail.markdown-size",
}

// refusalDetail words what more there is to say about a file, "" for nothing.
func refusalDetail(w *locale.Words, r *transcript.Error) string {
	if id, ok := refusalDetails[r.Detail]; ok {
		return w.T(id, "N", r.N)
	}
	return r.Format
}

func absentFile(w *locale.Words, err error, path string) (string, bool) {
	var a *intake.AbsentError
	if !errors.As(err, &a) {
		return "", false
	}
	first, n := a.Rows[0], len(a.Rows)
	return where(w, path, w.T("import.absent", "Line", first.Line, "Name", first.File, "N", n, "More", n > 1)), true
}

func existing(w *locale.Words, err error, _ string) (string, bool) {
	var e *exchange.ExistsError
	if !errors.As(err, &e) {
		return "", false
	}
	return where(w, e.Path, w.T("cli.fail.output-exists")), true
}

func format(w *locale.Words, err error, _ string) (string, bool) {
	var f *exchange.FormatError
	if !errors.As(err, &f) {
		return "", false
	}
	names := strings.Join(exchange.FormatNames(), ", ")
	if f.Name == "" {
		return w.T("cli.usage.no-ending", "Endings", "."+strings.Join(exchange.FormatNames()[1:], ", ."), "Names", names), true
	}
	if errors.Is(f.Reason, exchange.ErrNotYet) {
		return w.T("cli.usage.format-later", "Name", f.Name, "Names", names), true
	}
	return w.T("cli.usage.format", "Name", f.Name, "Names", names), true
}
