// Fangtan (访谈) is a workbench for coding qualitative interviews.
//
// This package is the door: it wires the wings together and knows nothing else.
// Its laws:
//
//   - One file, one command. A command reads flags, asks the other wings, prints
//     a table or a line, and decides nothing about the study.
//   - Results go to stdout, all else to stderr. Exit codes are 0 done, 1 could
//     not be done, 2 the command line is wrong, 3 done in part.
//   - An error is one line: what, where, and what to do. Its words come from the
//     catalogue; the typed errors of the other wings are matched in errors.go.
//   - What came from outside (names of files, codes, people) is made harmless
//     before it is printed.
//   - A project is found, opened and closed in finding.go and door.go alone.
package main
