// Package text knows one thing only: a transcript's words as a row of bytes.
// It counts them, cuts them and makes them harmless; of projects, codes, files
// and screens it knows nothing.
//
// The laws of the package:
//
//   - A position is a byte offset into canonical text (see [Canonical]); a
//     stretch is half-open, [start, end). Offsets that this package gives out
//     lie on grapheme boundaries.
//   - A character is a grapheme (UAX #29, extended) that is not white space. A
//     grapheme is white space when all its code points have the Unicode property
//     White_Space. Every figure of a study is in this unit; [Chars] counts it.
//   - No text is bad input. A malformed byte is a code point and a character of
//     its own; offsets outside the text are brought to its nearest end.
//   - The common case is fast, the rare case exact: Chinese characters, their
//     punctuation and ASCII never need the Unicode tables, all else asks them.
//   - Rules for speakers weigh the evidence of the whole text; no single list
//     decides. The rules carry a number, [Version].
package text
