// Package reader is the screen in which a transcript is read and coded.
//
//	  gutter   number   text, set in a measure          margin
//	▌          17       访谈者                         │
//	▌▌                  “传帮带”的要求，您觉得具体吗？     │ P2.1 要求不具体 · F2 问题
//
// Laws of the package:
//
//   - The unit under the cursor is the selection; whatever codes, codes it. Nothing is ever selected that the
//     person did not move to.
//   - The text never changes, so its lines are broken once for each (width, ruler), block by block, and only
//     where somebody looks. The view is anchored at a row of a block, not at a row of the transcript: no key costs
//     more in a long transcript than in a short one.
//   - What is drawn is made when something changed and kept as lines; Draw hands it out.
//   - Each transcript that is open is a side: text, selection, marks and rows in sight are its own. One side has the focus, and keys
//     act on it alone; mode, panel, code keys and the strip belong to the reader. A side that is left calm is not drawn anew.
//   - Modes are an enum. A key that does nothing in a mode says why.
//   - Suggestions are looked for behind the screen on a snapshot. Only what is in sight can be taken, and only by a key.
//   - How a new coding meets those that are there is decided by the domain; this package says what came of it.
package reader
