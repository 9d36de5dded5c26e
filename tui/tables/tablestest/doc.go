// Package tablestest is a small made-up study for tests of the screens of
// figures, and a bench on which one screen is tried out.
//
// Its laws:
//
//   - The study is made by ops, from words and marks that a person can count.
//   - A bench draws after every message, as a terminal does, and gathers what the
//     screen wishes for instead of granting it.
//   - It runs in a bubble in which waiting takes no time.
package tablestest
