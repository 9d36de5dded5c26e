// Package shift says where the places of a text went when the text was changed.
// It knows two texts and what they have in common, nothing of codes or studies.
//
// Its laws:
//
//   - A [Map] is made once from the text before and the text after; asking it
//     costs a search among what stayed, never a walk over the text.
//   - What stayed is found as people see it: first lines, then graphemes within
//     the lines that changed. An island of a few letters between two long
//     changes is no text that stayed, and a change lies between sentences rather
//     than across them wherever both readings are true.
//   - Lines that stand elsewhere unchanged have moved; what lay on them goes along.
//   - Memory is linear in the texts, and so is time: where two stretches have too
//     little in common the best way found so far is taken.
//   - Ends that are given out lie on grapheme boundaries of the new text.
//
// The way through it:
//
//	before ┐          ┌─ runs of lines ─┐
//	       ├─ lines ──┼─ runs within ───┼─ slides ─ islands ─▶ Map
//	after  ┘          └─ lines moved ───┘
//
// A passage of the old text, its ends and where they go:
//
//	old   ──┤kept├──[ gone ]──┤kept├──      an end within what was kept goes with it,
//	new   ──┤kept├[ come ]┤kept├────        one within what is gone stops where that began,
//	                                        one at the edge of what is gone takes in what came
package shift
