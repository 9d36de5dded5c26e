// Package bring is the dialogue that brings transcripts in: which files, what is in them, whose they are.
//
// Laws of the package:
//
//   - It reads no file. It says what is to be read, is told what was found, and says what is to come in.
//   - Nothing comes in that was not shown before, and nothing is left out without a reason beside it.
//   - Three stages, one after the other: asking for paths, waiting while they are read, choosing. Esc leaves from any.
//
// A parent makes a [Dialog], gives it keys and paste, and follows each [Result]: at [Read] it reads Paths and reports with
// [Dialog.SetProgress] and [Dialog.SetPreview] (or [Dialog.Retry] when that failed); at [Take] it brings the files in; at
// [Left] it stops reading, if it still does. A dialog made with paths is waiting already.
package bring
