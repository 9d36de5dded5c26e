// Package query is the retrieval language: a query denotes a set of passages.
//
//	query  = all { "|" all }
//	all    = near { "&" near }
//	near   = one { ( "near:k" | "then:k" | "in" | "same:turn" ) one }
//	one    = "!" one | "(" query ")" | name | filter
//	filter = text:"words" | text:/expression/ | group:… | coder:… | speaker:… | attr.NAME:… | has:memo
//
// Its laws:
//
//   - A name stands for the passages of a code's codings; a parent stands for
//     its descendants.
//   - "A & B" denotes, for each pair of codings that share a character, the
//     words they share; "A | B" the passages of both. A coding is no pair with itself.
//   - "A in B" are those of A inside one of B; "A near:k B" those with a B at most
//     k turns away, "A then:k B" those with one in the next k turns, "A same:turn B"
//     those with one in the same turn. Each passage of A stands there once, with the
//     nearest B as its match; of equally near ones, the first in the text.
//   - A filter, and "!", is a condition. "A & condition" keeps those of A that fulfil
//     it; a condition by itself stands for all codings that do. "!A" is fulfilled by
//     what touches no passage of A, the coding itself included.
//   - Group and speaker are those where a passage starts. A text filter looks at the
//     passage's own words, has:memo for a memo on exactly the passage.
//   - A coding that names a transcript as a whole has no words: it stands for itself
//     and touches nothing. Passages that share a mere blank share nothing.
//   - A text without turns is one turn; titles and the like are in none.
//   - A name alone stands as it is. Among others one that holds an operator, or a
//     bracket, stands in quotes. Outside quotes ＆ ｜ ！ （ ） ： “ ” are & | ! ( ) : " ".
//   - A [tally.Filter] comes before; the order is that of transcripts and of the text.
//   - A faulty query is refused with the place of the fault ([Fault]) and what was
//     expected there.
package query
