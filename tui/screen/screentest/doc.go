// Package screentest is a study made up for tests, and a stage to try one screen on.
//
// Its laws:
//
//   - A study is small, made by ops alone, and the same each time: ids count up and
//     the clock stands still at [Now]. What a test takes for granted panics when it is not so.
//   - A stage does what the root would: it draws after every message, runs what a key
//     leads to before the next key, takes actions back and brings them again, and tells
//     the screen when the study has changed. Other wishes it keeps, to be looked at.
//   - What a stage draws is held to its area each time it is looked at.
package screentest
