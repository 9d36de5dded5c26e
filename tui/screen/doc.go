// Package screen is what every screen has in common: what it may ask of the
// study, of the root and of its surroundings, and what the root may ask of it.
//
// Its laws:
//
//   - Screens never import each other or the root. What they want of either is
//     a [Wish], left with [Env.Wish] and granted by the root as soon as the
//     screen's Update returns, before the next key is read.
//   - A change to the study goes through [Study.Do]: it is applied in memory at
//     once and written in order by one writer. A refusal comes back as an error
//     and changes nothing.
//   - Update, Draw and Init do no I/O and read no clock. Texts come as
//     [TextReadMsg], counts as messages of the screen's own commands; each
//     answer carries its question, and stale ones are dropped.
//   - A key goes through [Keys]: it is followed, or the status line says why not.
//   - Nothing is done for a hidden screen that can wait until it is shown; [Front]
//     knows which one is in front.
//   - Draw gives exactly Area.Height lines of at most Area.Width columns, and
//     the place where the real cursor belongs, or nil.
package screen
