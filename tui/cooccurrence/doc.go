// Package cooccurrence is the screen of which codes meet: as a matrix of shades,
// as a list of pairs, and as Smith's tension between components by group.
//
// Its laws:
//
//   - A shade says how often two codes meet, beside the pair that meets most; the
//     head says which stands for what, and it reads without colour. All figures of the pair under the cursor stand below.
//   - A code and its own ancestor are no pair, and say so.
//   - Tension shows codings of the pair's tension code with its voices; where
//     both components are coded without it, the line below says how often.
//   - Every figure opens the passages behind it, counted on the same snapshot.
package cooccurrence
