// Package editor hands words to the editor that somebody is used to, and takes
// them back.
//
// Its laws:
//
//   - The words lie in a file that only their owner can read (0600), in a folder
//     made for it (0700) beside the project, so that they never leave its disk.
//     Both are gone afterwards, whatever came of it.
//   - The editor is $VISUAL, else $EDITOR, each with its arguments, else one that is
//     installed. An editor that keeps copies of what it edits is told not to.
//   - What comes back is looked at before anybody uses it: an editor that failed,
//     bytes that are no UTF-8, nothing at all, and no change are errors.
//   - Running the editor is the caller's: it alone knows the terminal.
package editor
