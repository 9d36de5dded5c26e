// Package excerpts is the screen of coded passages in context: what stands behind
// a figure, or what a query denotes.
//
// Its laws:
//
//   - Only what is in sight is laid out, and only the texts of what is in sight
//     are read; until a text has come, three dots stand for it.
//   - The passage is the bright thing; one sentence before and after it is dim.
//   - A list is kept until another list or a query takes its place. A coding that
//     was removed meanwhile stays in its place and says so.
//   - A faulty query says where the fault is and what was expected there.
package excerpts
