// Package picker finds a code: for coding, for recoding, as the target of a move or a merge.
//
// Laws of the package:
//
//   - Without a query the codes used last stand first, then the codebook in its order. With one, package find decides; among equal
//     fits the code used last stands first.
//   - It changes nothing. Its Result says what was chosen, or how a new code is to be called and where it belongs.
//   - Codes are made ready for finding once for each state of the codebook (Catalogue), not once for each opening.
//   - A figure is how often a code occurs, united as everywhere. It is counted behind the screen; until then its place is blank.
//   - What a highlighted code means stands below the list; the list does not move because of it.
package picker
