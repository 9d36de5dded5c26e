// Package plain is the workbench without a screen: lines out, lines in, for a
// screen reader, a braille display, a slow line or a log. Whoever can hear and
// type can do with it what the main job needs: open, read on, hear the codes of
// a passage, code, take back, count.
//
// Laws of the package:
//
//   - No cursor is addressed and no line is written twice: what was said stays said.
//   - One answer, one or a few short lines; what changed comes first.
//   - The passage is the unit under the cursor, as in the reader, and is said
//     with its speaker when that changes.
//   - Every command has a letter and a word in both languages; a line that is no
//     command changes nothing and says where help is.
//   - A change is on the disk before it is said to be made.
package plain
