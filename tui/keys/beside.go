package keys

import (
	"slices"
	"strings"
)

// Beside leaves those of the entries that work everywhere whose keys all do
// something of the screen's own: a list of both names a key once.
func Beside(here, everywhere []Entry) []Entry {
	own := map[string]bool{}
	for _, e := range here {
		for _, k := range labels(e) {
			own[k] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(everywhere), func(e Entry) bool {
		return e.Keys != "" && !slices.ContainsFunc(labels(e), func(k string) bool { return !own[k] })
	})
}

func labels(e Entry) []string { return strings.Split(e.Keys, " / ") }
