package keys

import (
	"slices"
	"strings"
)

// FooterSize is the largest number of keys that a footer names.
const FooterSize = 6

// Entry is a row as lists show it, free of the screen's own intents.
type Entry struct {
	Index int    // of the row in its table
	Keys  string // labels of the keys, in the language asked for: "↓ / j"
	Help  string // message id: what it does
	Group string // message id: the heading
	Why   string // message id: why it is off; empty while it is on
}

// Words gives the message of an id; *locale.Words does.
type Words interface {
	T(id string, args ...any) string
}

// Entries lists all rows that have words, those of one group together: for the help screen, the palette and the documents.
func (t Table[I]) Entries(w Words) []Entry {
	var list []Entry
	for i, row := range t {
		if row.Help != "" {
			list = append(list, entry(i, row, w))
		}
	}
	return gathered(list)
}

// gathered puts the entries of a group where its first one stands; a table may part them to put a key early in the footer.
func gathered(list []Entry) []Entry {
	rank := map[string]int{}
	for _, e := range list {
		if _, known := rank[e.Group]; !known {
			rank[e.Group] = len(rank)
		}
	}
	slices.SortStableFunc(list, func(a, b Entry) int { return rank[a.Group] - rank[b.Group] })
	return list
}

// Footer lists the rows meant for the footer that are on, at most FooterSize, each with its first key only.
func (t Table[I]) Footer(w Words) []Entry {
	var list []Entry
	for i, row := range t {
		if row.Footer && row.Help != "" && row.Live() && len(list) < FooterSize {
			if row.Show == "" {
				row.Keys = row.Keys[:1]
			}
			list = append(list, entry(i, row, w))
		}
	}
	return list
}

func entry[I comparable](i int, row Row[I], w Words) Entry {
	e := Entry{Index: i, Keys: row.Show, Help: row.Help, Group: row.Group}
	if e.Keys == "" {
		labels := make([]string, len(row.Keys))
		for j, k := range row.Keys {
			labels[j] = Label(k, w)
		}
		e.Keys = strings.Join(labels, " / ")
	}
	if !row.Live() {
		e.Why = row.Why
	}
	return e
}
