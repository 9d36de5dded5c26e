// Package chain walks the links between codes: who a code's neighbours are, and
// which causes lead to a problem.
//
// Its laws:
//
//   - It reads a study as it is when a [Web] is made, and changes nothing.
//   - Every link has two ends and is a neighbour's at both: what is [Out] of one
//     code is [In] at the other, and what has no direction is [Both] at either.
//   - A walk never goes round: a code that stands further up on the same way is
//     named once more and said to close a circle.
//   - The same study gives the same order: codebook order, then that of the texts.
package chain
