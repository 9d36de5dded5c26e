package store

import (
	"errors"
	"fmt"

	"fangtan/codebook"
)

// Schema is the number of the format described in this package. It goes up when
// a file of it can no longer be changed by the version before.
const Schema = 1

// lowestReader is the lowest schema whose readers can still read what is written here.
const lowestReader = 1

// App is how a project file says what it is.
const App = "fangtan"

// The records of the meta bucket.
const (
	metaApp      = "app"
	metaSchema   = "schema"
	metaReader   = "lowest reader"
	metaProject  = "project id"
	metaCopy     = "copy id"
	metaLang     = "language"
	metaLast     = "last action"
	metaAccounts = "digests"
	metaStaged   = "staged"
	metaReason   = "backup reason" // only in backups
)

// needed are the records without which a file is damaged.
var needed = []string{metaApp, metaSchema, metaReader, metaProject, metaCopy, metaLang, metaLast, metaAccounts}

// meta is what a file says about itself.
type meta struct {
	app            string
	schema, reader int
	project, copy  codebook.ID
	lang           string
	last           uint64
	accounts       accounts
	staged         []codebook.Hash // texts that no action refers to yet
	seen           map[string]bool
}

var errMeta = errors.New("has an impossible value")

// take puts one record in; names that a newer version added are passed over.
func (m *meta) take(name string, body []byte) error {
	var err error
	switch name {
	case metaApp:
		m.app = string(body)
	case metaSchema:
		err = decoding.Unmarshal(body, &m.schema)
	case metaReader:
		err = decoding.Unmarshal(body, &m.reader)
	case metaProject:
		m.project, err = idFrom(body)
	case metaCopy:
		m.copy, err = idFrom(body)
	case metaLang:
		m.lang = string(body)
	case metaLast:
		err = decoding.Unmarshal(body, &m.last)
	case metaAccounts:
		m.accounts, err = decodeAccounts(body)
	case metaStaged:
		err = decoding.Unmarshal(body, &m.staged)
	}
	if m.seen == nil {
		m.seen = map[string]bool{}
	}
	m.seen[name] = err == nil
	return err
}

// whole says whether every record was there.
func (m *meta) whole() error {
	for _, name := range needed {
		if !m.seen[name] {
			return fmt.Errorf("%q is missing or cannot be read", name)
		}
	}
	return nil
}

func idFrom(body []byte) (codebook.ID, error) {
	if len(body) != len(codebook.ID{}) {
		return codebook.ID{}, errMeta
	}
	return codebook.ID(body), nil
}
