// Package intake turns files and folders into what can be brought into a study:
// for each file the op that would add it, or the reason why it is left out.
//
// The laws of this package:
//
//   - It proposes and changes nothing. What it gives is one action, to be done by
//     whoever asked, or the list of what stands in the way.
//   - A file that cannot be read never stops the others. What is left out is named
//     with a typed reason; what was noticed in a file is a [Note].
//   - What people said goes before what was guessed: the group that was asked for,
//     then the list's row, then the folder, then the file's name.
//   - The same content is taken once, whatever its name.
//   - Files are read on all cores and come out in order: that of the paths given,
//     below a folder the order in which people number things. A bounded number is
//     in memory at a time when texts go to the store as they come.
//
// The way through it:
//
//	paths ─ Collect ─▶ files ─ read (parallel, in order) ─▶ Plan ─▶ Batch
//	                               ▲            ▲
//	                       store/transcript   list, groups, study
package intake
