// Package codebook is the meaning of a study: transcripts, passages, codes,
// codings, coders, groups, memos and links, what may be done to them, and what
// was done.
//
// Its laws:
//
//   - It knows values only. No file, clock, terminal, random source or database
//     is imported here; what needs one is handed in (ids, times, texts).
//   - A change is a value, an [Op]. Applying an op to a [Project] yields a
//     [Patch]: for every record touched, what stood there and what stands there
//     now, whole. A patch read backwards is its own inverse, so undo needs no
//     code of the version that made the change.
//   - Rows are immutable. A change replaces a row, it never writes into one, so
//     a [Project.Snapshot] costs a few slices and can be counted elsewhere
//     while coding goes on.
//   - Positions are half-open byte ranges [start, end) of a transcript's
//     canonical text. Beside each stands the number of counted characters
//     (graphemes that are not white space) before it, so that every figure is
//     exact without the text.
//   - An object has a dense number ([No]), its key in this file, and an [ID],
//     its only identity outside. Order comes from ranks, never from either.
//   - After every op each reference resolves; [Project.Invariants] says so.
package codebook
