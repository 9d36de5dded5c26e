// Package tally counts: frequency, co-occurrence, tension. Pure functions over a
// project, returning tables.
//
// The laws of every figure here:
//
//   - A [Filter] comes before counting. Who checks her own work again counts on
//     request only; where consensus has coded, consensus alone counts.
//   - Scope is the respondents' words: turns of speakers who are not
//     interviewers, without labels and headings; all text where a transcript has
//     no turns, or where the filter takes the interviewer too. A coding counts
//     where it shares a character with the scope.
//   - Uniting: codings of one code that share a character are one, whoever made
//     them and wherever they share it, so that neither stacking nor a second
//     coder inflates a count. How many that took away is part of the result.
//   - Rolled up, a code's figures take in its descendants, united. A code and
//     its own ancestor are never a pair. Shares and residuals compare the codes
//     of one level.
//   - By group goes by the speaker of the words. A coding over two columns
//     counts in each and once in the total, which is computed, never added up.
//   - Characters are graphemes that are not white space; passages that only
//     touch, or share a mere blank, share nothing.
//   - A coding that names a transcript as a whole counts once in every column
//     with words there; it has no characters and no voice, and touches no unit
//     but the transcript.
//   - What is undefined is said to be so, never 0, NaN or infinity.
//
// Everything is counted in counted characters, of which each turn, sentence and
// coding knows how many lie before it: no text is read.
package tally
