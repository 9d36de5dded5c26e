// Package keys turns what was pressed into what was meant.
//
// Laws of the package:
//
//   - A binding is one row of a table: keys, intent, words for help, when it is on, and why it is off. The footer, the
//     help screen, the command palette and the key table of the documents all read the same rows.
//   - A table is a value that its screen owns. Nothing here is changed while the program runs.
//   - A key that does nothing here has a reason, and the reason is a message id that can be shown.
//   - Where a command is expected, what an input method sends (ｊ ： 【 。) acts as the ASCII key it was typed with.
package keys
