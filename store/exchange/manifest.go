package exchange

import (
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"fangtan/codebook"
)

// Manifest is what a study knows about its files before they are read.
type Manifest struct {
	Rows       []ManifestRow
	Attributes []string    // heads of the columns that are attributes
	Problems   []*RowError // cells left out
}

// ManifestRow is one file. Pair names the file set beside it.
type ManifestRow struct {
	Line                        int
	File, Group, Title, Speaker string
	Date                        string // YYYY-MM-DD or empty
	Kind                        codebook.Kind
	Pair                        string
	Values                      []string // by attribute, empty for none
}

var manifestHead = []string{"file", "group", "title", "speaker", "date", "kind", "pair"}

// ReadManifest reads a manifest from CSV: the column file names the file; any
// column that is not known is an attribute. A date or kind that is none is left
// out and listed; a file that stands there again is left out whole.
func ReadManifest(r io.Reader) (*Manifest, error) {
	s, err := openSheet(r)
	if err != nil {
		return nil, err
	}
	if err := s.need("file"); err != nil {
		return nil, err
	}
	m := &Manifest{Attributes: s.unknown(func(h string) bool { return slices.Contains(manifestHead, h) })}
	seen := map[string]bool{}
	for {
		if err := s.next(); err != nil {
			if errors.Is(err, io.EOF) {
				return m, nil
			}
			return nil, err
		}
		row := m.read(s)
		key := pathKey(row.File)
		switch {
		case row.File == "":
			m.Problems = append(m.Problems, s.fault("file", "", codebook.ErrNoName))
		case seen[key]:
			m.Problems = append(m.Problems, s.fault("file", row.File, ErrTwice))
		default:
			seen[key] = true
			m.Rows = append(m.Rows, row)
		}
	}
}

func (m *Manifest) read(s *sheet) ManifestRow {
	row := ManifestRow{
		Line: s.line, File: s.name("file"), Group: s.name("group"), Title: s.name("title"),
		Speaker: s.name("speaker"), Pair: s.name("pair"),
	}
	var ok bool
	if row.Date, ok = readDate(s.name("date")); !ok {
		m.Problems = append(m.Problems, s.fault("date", s.name("date"), ErrDate))
	}
	if row.Kind, ok = codebook.ParseKind(strings.ToLower(s.name("kind"))); !ok {
		row.Kind = codebook.KindInterview
		m.Problems = append(m.Problems, s.fault("kind", s.name("kind"), ErrKind))
	}
	for _, a := range m.Attributes {
		row.Values = append(row.Values, s.name(a))
	}
	return row
}

// readDate reads a day as the study writes it or as spreadsheets make of it:
// 2025-09-16, 2025/9/16, 2025.9.16, 2025年9月16日. None is no fault.
func readDate(s string) (string, bool) {
	if s == "" {
		return "", true
	}
	plain := strings.NewReplacer("/", "-", ".", "-", "年", "-", "月", "-", "日", "").Replace(s)
	var year, month, day int
	var rest string
	if n, _ := fmt.Sscanf(plain+" .", "%4d-%2d-%2d%s", &year, &month, &day, &rest); n != 4 || rest != "." {
		return "", false
	}
	at := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if year < 1 || at.Year() != year || int(at.Month()) != month || at.Day() != day {
		return "", false
	}
	return at.Format(time.DateOnly), true
}

// Match gives the row of each of the files (paths below the folder imported):
// that of its path, else that of its base name where both sides have it once.
// Rows that no file has are returned too.
func (m *Manifest) Match(files []string) (rows map[string]*ManifestRow, unused []*ManifestRow) {
	rows = map[string]*ManifestRow{}
	byPath, byBase := map[string]*ManifestRow{}, map[string][]*ManifestRow{}
	for i := range m.Rows {
		byPath[pathKey(m.Rows[i].File)] = &m.Rows[i]
	}
	used := map[*ManifestRow]bool{}
	bases := map[string]int{}
	for _, f := range files {
		if row := byPath[pathKey(f)]; row != nil {
			rows[f], used[row] = row, true
		} else {
			bases[path.Base(pathKey(f))]++
		}
	}
	for i := range m.Rows {
		if row := &m.Rows[i]; !used[row] {
			base := path.Base(pathKey(row.File))
			byBase[base] = append(byBase[base], row)
		}
	}
	for _, f := range files {
		base := path.Base(pathKey(f))
		if rows[f] == nil && bases[base] == 1 && len(byBase[base]) == 1 {
			rows[f], used[byBase[base][0]] = byBase[base][0], true
		}
	}
	for i := range m.Rows {
		if !used[&m.Rows[i]] {
			unused = append(unused, &m.Rows[i])
		}
	}
	return rows, unused
}

// pathKey is a path as it is compared: with "/", without "./", its letters
// composed (macOS takes them apart).
func pathKey(s string) string {
	return norm.NFC.String(path.Clean(strings.ReplaceAll(s, `\`, "/")))
}
