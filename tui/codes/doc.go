// Package codes is the screen of the codebook: the tree of codes with what each is for and what was coded with it.
//
// Laws of the package:
//
//   - The tree is the study's; what is folded, marked and hidden is the screen's own and changes nothing.
//   - The cursor stays on its code while the tree changes around it.
//   - Counts are made of a snapshot, elsewhere, and only while the screen is looked at. Counts of a study that has
//     gone on since are dropped.
//   - What takes codings away says beforehand how many, and can be undone.
package codes
