// Package exchange takes tables and lists into files and out of them: the
// columns that other programs and people read, each format in a file of its own.
//
// Its laws:
//
//   - The same data gives the same bytes, whatever the machine, the language of
//     its user or the hour.
//   - Heads are English names that do not change; titles are words for people.
//     Names of things are those of the project's language. This package has no
//     words of its own: who calls hands them in as [Words].
//   - Offsets that leave the program are Unicode code points, those inside are
//     bytes of UTF-8 on grapheme boundaries. Both are half-open, from 0.
//   - A figure that does not exist is an empty cell with its reason in the
//     column note; never 0, NaN or infinity.
//   - What a spreadsheet would run as a formula, and what a terminal would obey,
//     is made harmless on the way out, and the former is restored on the way in.
//   - A file is written whole or not at all, and never through a link.
//   - Rows stream: a table of a million rows is never in memory at once, unless
//     columns have to line up.
//   - Reading a file changes nothing. It gives an op to be done and a report of
//     what would be added, and names by line what does not fit.
package exchange
