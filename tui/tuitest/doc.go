// Package tuitest is what tests of screens share: keys from a string, frames as text, commands run in place.
//
// Laws of the package:
//
//   - A test is read like a session: what was there, what was pressed, what is there after.
//   - A frame in a golden file is what a person sees: no colours, no blanks at line ends, ‸ before the cursor's cell.
//   - Nothing sleeps. Commands run one after the other where they are drained; a test with timers runs in a synctest bubble.
package tuitest
