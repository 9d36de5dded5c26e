package exchange

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// Format is a way to write a table.
type Format uint8

// The formats. FormatTable is for people at a terminal.
const (
	FormatTable Format = iota
	FormatCSV
	FormatTSV
	FormatJSON
	FormatJSONL
	FormatMarkdown
	FormatHTML
)

// formats are by their names, which are the endings of files too.
var formats = []struct {
	name    string
	encoder func(Options) encoder
}{
	FormatTable:    {"table", newGrid},
	FormatCSV:      {"csv", newComma},
	FormatTSV:      {"tsv", newTab},
	FormatJSON:     {"json", newArray},
	FormatJSONL:    {"jsonl", newLines},
	FormatMarkdown: {"md", newMarkdown},
	FormatHTML:     {"html", newHTML},
}

// elsewhere are formats that this package knows of and does not write.
var elsewhere = []string{"xlsx", "svg", "png", "docx"}

// Why a format cannot be had.
var (
	ErrUnknownFormat = errors.New("is no format for a table")
	ErrNotYet        = errors.New("cannot be written as a table yet")
)

// FormatError is a format that cannot be had; Reason is [ErrUnknownFormat] or [ErrNotYet].
type FormatError struct {
	Name   string
	Reason error
}

// Error says it in English; the edge has the words in both languages.
func (e *FormatError) Error() string {
	return fmt.Sprintf("%q %v: want one of %s", e.Name, e.Reason, strings.Join(FormatNames(), ", "))
}

// Unwrap gives the reason.
func (e *FormatError) Unwrap() error { return e.Reason }

// String is the format's name on the command line.
func (f Format) String() string { return formats[f].name }

// FormatNames are the names of all formats that can be written.
func FormatNames() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return names
}

// ParseFormat reads a format's name; the error is a [FormatError].
func ParseFormat(name string) (Format, error) {
	lower := strings.ToLower(name)
	for i, f := range formats {
		if f.name == lower {
			return Format(i), nil
		}
	}
	reason := ErrUnknownFormat
	if slices.Contains(elsewhere, lower) {
		reason = ErrNotYet
	}
	return 0, &FormatError{Name: name, Reason: reason}
}

// endings are those that are not a format's name.
var endings = map[string]string{"htm": "html", "markdown": "md", "ndjson": "jsonl", "tab": "tsv", "txt": "table"}

// FormatOfFile tells the format by a file's ending; the error is a [FormatError].
func FormatOfFile(path string) (Format, error) {
	ending := strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), ".")
	if name, ok := endings[ending]; ok {
		ending = name
	}
	return ParseFormat(ending)
}
