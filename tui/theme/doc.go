// Package theme says how things look. A theme is a value, built anew when the terminal's background or its colours
// become known; nothing in it is changed afterwards.
//
// Laws of the package:
//
//   - Screens name meanings (Dim, Match, Speaker), never colours.
//   - Calm: plain text has the terminal's own colour, one thing is bright at a time, and colour marks codes.
//   - Colour is never the only sign. What is selected is reversed, what matched is underlined, a code has a
//     letter or a glyph besides its colour; all of it is still there without any colour at all.
//   - Foregrounds only: a background colour would guess at the terminal's own.
package theme
