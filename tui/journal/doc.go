// Package journal is the screen of what was done: every action in plain words, by
// whom and when, and what became of it.
//
// Its laws:
//
//   - The list needs headers alone, and is read, sifted and grouped by day in
//     commands; drawing costs what is in sight. What an action changed is read in a
//     command, too, and of the action under the cursor alone.
//   - What was taken back says so in a word.
//   - Going back to a point says first what it would change, and is one action. One
//     older action is taken back alone, or what stands in the way is named.
package journal
