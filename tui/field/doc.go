// Package field is one line of text that a person types.
//
// Laws of the package:
//
//   - The cursor is a byte offset on a grapheme boundary, and View says in which column it is drawn, so that the
//     terminal's real cursor, and with it the candidate window of an input method, stands where the next character goes.
//   - Text is taken as it comes, full-width forms too. Marks that arrive as a key press of their own join the letter before them.
//   - What a field does not understand it leaves to its parent: Enter, Esc, Tab, the arrows up and down.
package field
