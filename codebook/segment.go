package codebook

import (
	"cmp"
	"slices"
)

// Layer is a stretch carried by something, such as a coding.
type Layer struct {
	Start, End uint32
	Key        int // the caller's own name for it
}

// Segment is a stretch with the same layers throughout, in the order given.
type Segment struct {
	Start, End uint32
	Keys       []int
}

// Flatten cuts [start, end) wherever a layer begins or ends, so that overlapping
// layers become disjoint segments:
//
//	a  ├───────┤            ├─a─┤├ab┤├b─┤
//	b      ├───────┤   →
//
// The segments tile [start, end); one without layers has no keys.
func Flatten(layers []Layer, start, end uint32) []Segment {
	var cuts []uint32
	var live []Layer
	for _, l := range layers {
		if l.Start < end && l.End > start && l.Start < l.End {
			l.Start, l.End = max(l.Start, start), min(l.End, end)
			live = append(live, l)
			cuts = append(cuts, l.Start, l.End)
		}
	}
	cuts = append(cuts, start, end)
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	segments := make([]Segment, 0, len(cuts))
	for i := range len(cuts) - 1 {
		segments = append(segments, Segment{Start: cuts[i], End: cuts[i+1]})
	}
	for _, l := range live {
		first, _ := slices.BinarySearchFunc(segments, l.Start, func(s Segment, at uint32) int { return cmp.Compare(s.Start, at) })
		for i := first; i < len(segments) && segments[i].Start < l.End; i++ {
			segments[i].Keys = append(segments[i].Keys, l.Key)
		}
	}
	return segments
}
