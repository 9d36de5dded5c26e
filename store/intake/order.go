package intake

import (
	"cmp"
	"strings"

	"fangtan/codebook"
)

// compareNames orders paths as people number things: folder by folder, runs of
// digits by their value, so that "访谈2.docx" stands before "访谈10.docx". Files
// stand where their names say, among the folders beside them.
func compareNames(a, b string) int {
	for x, y := a, b; ; {
		p, moreA, okA := strings.Cut(x, "/")
		q, moreB, okB := strings.Cut(y, "/")
		if c := cmp.Or(codebook.CompareNumbers(p, q), strings.Compare(p, q)); c != 0 {
			return c
		}
		if !okA || !okB {
			return cmp.Or(boolOrder(okA, okB), strings.Compare(a, b))
		}
		x, y = moreA, moreB
	}
}

// boolOrder puts what ends before what goes on.
func boolOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
