package transcript

import (
	"bytes"
	"path"
	"strings"
)

// kind is a kind of file that can be read; its value is Source.Format.
type kind string

const (
	kindText     kind = "txt"
	kindMarkdown kind = "md"
	kindWord     kind = "docx"
)

// signature is a beginning by which a kind of file that is no text is known.
type signature struct {
	magic  string
	offset int
	reason Reason
	format string // what the reason is about, if it is a format
	detail Detail
}

// signatures are asked in order. Zip archives and Word's old container have readers of their own.
var signatures = []signature{
	{"%PDF-", 0, ReasonPDF, "", ""},
	{`{\rtf`, 0, ReasonUnsupported, "rtf", ""},
	{"\x7fELF", 0, ReasonBinary, "", DetailLinuxProgram},
	{"MZ\x90\x00", 0, ReasonBinary, "", DetailWindowsProgram},
	{"\xcf\xfa\xed\xfe", 0, ReasonBinary, "", DetailMacProgram},
	{"SQLite format 3\x00", 0, ReasonBinary, "", DetailDatabase},
	{"Rar!\x1a\x07", 0, ReasonUnsupported, "rar", ""},
	{"7z\xbc\xaf\x27\x1c", 0, ReasonUnsupported, "7z", ""},
	{"\x1f\x8b\x08", 0, ReasonUnsupported, "gz", ""},
	{"\x89PNG\r\n\x1a\n", 0, ReasonMedia, "png", ""},
	{"\xff\xd8\xff", 0, ReasonMedia, "jpeg", ""},
	{"GIF8", 0, ReasonMedia, "gif", ""},
	{"II*\x00", 0, ReasonMedia, "tiff", ""},
	{"MM\x00*", 0, ReasonMedia, "tiff", ""},
	{"ID3", 0, ReasonMedia, "mp3", ""},
	{"OggS\x00", 0, ReasonMedia, "ogg", ""},
	{"fLaC\x00", 0, ReasonMedia, "flac", ""},
	{"#!AMR", 0, ReasonMedia, "amr", ""},
	{"ftyp", 4, ReasonMedia, "mp4", ""},
	{"WAVEfmt ", 8, ReasonMedia, "wav", ""},
	{"AVI LIST", 8, ReasonMedia, "avi", ""},
	{"\x1a\x45\xdf\xa3", 0, ReasonMedia, "webm", ""},
}

const (
	zipMagic = "PK\x03\x04"
	zipEmpty = "PK\x05\x06"
	oleMagic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
)

// endings are the endings of names that say more than a plain text can.
// A text whose ending is not here is read as text.
var endings = map[string]struct {
	kind    kind
	refusal Reason
}{
	".md": {kind: kindMarkdown}, ".markdown": {kind: kindMarkdown}, ".mkd": {kind: kindMarkdown}, ".mdown": {kind: kindMarkdown},
	".docx": {refusal: ReasonDamaged}, ".docm": {refusal: ReasonDamaged}, ".dotx": {refusal: ReasonDamaged},
	".doc": {refusal: ReasonLegacyWord}, ".wps": {refusal: ReasonLegacyWord}, ".pdf": {refusal: ReasonDamaged},
	".html": {refusal: ReasonUnsupported}, ".htm": {refusal: ReasonUnsupported}, ".rtf": {refusal: ReasonUnsupported},
	".odt": {refusal: ReasonUnsupported}, ".pages": {refusal: ReasonUnsupported}, ".epub": {refusal: ReasonUnsupported},
	".srt": {refusal: ReasonUnsupported}, ".vtt": {refusal: ReasonUnsupported}, ".lrc": {refusal: ReasonUnsupported},
	".csv": {refusal: ReasonUnsupported}, ".tsv": {refusal: ReasonUnsupported}, ".xlsx": {refusal: ReasonUnsupported},
	".json": {refusal: ReasonUnsupported}, ".jsonl": {refusal: ReasonUnsupported}, ".xml": {refusal: ReasonUnsupported},
	".tex": {refusal: ReasonUnsupported}, ".pptx": {refusal: ReasonUnsupported}, ".qdpx": {refusal: ReasonUnsupported},
}

// sniff tells what a file is, first by its content, then by its name.
func sniff(name string, data []byte) (kind, error) {
	if len(data) == 0 {
		return "", fail(ReasonEmpty, "")
	}
	if hasMagic(data, zipMagic, 0) || hasMagic(data, zipEmpty, 0) {
		return kindWord, nil
	}
	if hasMagic(data, oleMagic, 0) {
		return "", refuseContainer(data)
	}
	for _, s := range signatures {
		if hasMagic(data, s.magic, s.offset) {
			return "", &Error{Reason: s.reason, Format: s.format, Detail: s.detail}
		}
	}
	if isHTML(data) {
		return "", failFormat(ReasonUnsupported, "html")
	}
	ending := strings.ToLower(path.Ext(strings.ReplaceAll(name, `\`, "/")))
	switch told := endings[ending]; {
	case told.refusal == ReasonUnsupported:
		return "", failFormat(told.refusal, ending[1:])
	case told.refusal != 0:
		return "", fail(told.refusal, "")
	case told.kind != "":
		return told.kind, nil
	}
	return kindText, nil
}

// isHTML tells a page of the web by how it begins.
func isHTML(data []byte) bool {
	head := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 256)], []byte("\xEF\xBB\xBF"))))
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html"))
}

// hasMagic tells whether magic stands in data at offset.
func hasMagic(data []byte, magic string, offset int) bool {
	return len(data) >= offset+len(magic) && string(data[offset:offset+len(magic)]) == magic
}

// refuseContainer tells apart what lies in Microsoft's compound files, by the
// names in their directory: documents with a password, and the formats of 1997.
func refuseContainer(data []byte) error {
	for _, c := range containers {
		if bytes.Contains(data, utf16Name(c.stream)) {
			return failFormat(c.reason, c.format)
		}
	}
	return fail(ReasonBinary, DetailOldOffice)
}

var containers = []struct {
	stream string
	reason Reason
	format string
}{
	{"EncryptedPackage", ReasonEncrypted, ""},
	{"WordDocument", ReasonLegacyWord, ""},
	{"Workbook", ReasonUnsupported, "xls"},
	{"PowerPoint Document", ReasonUnsupported, "ppt"},
	{"__substg1.0_", ReasonUnsupported, "msg"},
}

// utf16Name is an ASCII name as compound files store it.
func utf16Name(name string) []byte {
	out := make([]byte, 0, 2*len(name))
	for i := range len(name) {
		out = append(out, name[i], 0)
	}
	return out
}
