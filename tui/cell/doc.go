// Package cell is the one ruler: whatever a person sees is measured, cut, padded and broken into lines here.
//
// Laws of the package:
//
//   - One width method at a time. Terminals count either code points (wcwidth) or graphemes, and Lip Gloss and the
//     renderer do not agree on which; a Ruler says it once. It is a small comparable value, fit to be part of a cache's key.
//   - Widths are columns of the terminal; positions in text are byte offsets. Only this package turns one into the other.
//   - Text comes in plain and is made harmless here (Clean). Style comes last: cut and pad the text, then style it.
//     Only Crop, Frame and Overlay take text that is styled already, and they trust it.
//   - A grapheme is never cut in two. Where half of a wide one would remain, blanks stand in its place.
package cell
