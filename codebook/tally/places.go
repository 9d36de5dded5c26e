package tally

import "fangtan/codebook"

// places are the codes that can stand beside one another in a unit. A code's
// place is its index in the list, which is in codebook order.
type places struct {
	codes []codebook.No
	row   []int     // by code number: its place, -1 for none
	reach [][]int32 // by code number: the places that a coding of it counts for
}

// placesOf lists all codes, or only those of level 1. Where deep, or only these,
// a coding counts for the codes above its own too.
func placesOf(p *codebook.Project, deep, onlyTop bool) places {
	tree := p.Tree()
	pl := places{row: make([]int, p.CodeLimit()), reach: make([][]int32, p.CodeLimit())}
	for i := range pl.row {
		pl.row[i] = -1
	}
	for _, c := range tree.Order {
		if !onlyTop || tree.Depth[c] == 0 {
			pl.row[c] = len(pl.codes)
			pl.codes = append(pl.codes, c)
		}
	}
	for _, c := range tree.Order {
		path := []codebook.No{c}
		if deep || onlyTop {
			path = p.Path(c)
		}
		for _, a := range path {
			if at := pl.row[a]; at >= 0 {
				pl.reach[c] = append(pl.reach[c], int32(at))
			}
		}
	}
	return pl
}
