// Package suggest proposes codes for a passage: those of the coded passages that
// are worded like it.
//
// Its laws:
//
//   - It proposes and never codes. Every proposal names the coded passage that
//     speaks for it most, so that a person can judge it.
//   - A [Model] holds which passages of a study are coded and how they are worded,
//     nothing of the codes: these are read from the study when it is asked. So
//     recoding, merging and archiving cost it nothing, and it is never out of date.
//   - [Model.Follow] compares what it has seen with the study as it is now and takes
//     in the difference, whatever made it: coding, undo, another copy's work. A model
//     that followed answers exactly as one made anew.
//   - The same study and question give the same answer, bit for bit: sums are taken
//     in a fixed order, equals stand in the order of the codebook or of the text.
//   - What another coder did with this transcript never speaks: two people who code
//     the same interview stay independent.
//   - Likeness is of wording alone: words of scripts that part them, single characters
//     and pairs of neighbours of scripts that do not, width and case folded.
//
// The weighting was chosen by measurement on the sample study, each interview asked
// with the others known (BenchmarkSample): characters and pairs were better than pairs
// and triples, a neighbourhood of ninety passages better than a profile for each code.
package suggest
