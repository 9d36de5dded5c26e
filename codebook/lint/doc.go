// Package lint looks a codebook over: which codes nobody could apply as they are
// written, which say too little, which say the same as another.
//
// Its laws:
//
//   - A finding is a question to the researcher, not a fault: nothing is changed,
//     and each finding names the code to look at.
//   - What is counted is counted by package tally: respondents' words, overlaps
//     united. What was never used, or never in a group, is asked of a code with all
//     below it; the rest of the code alone.
//   - Archived codes are left in peace. Headings are asked for nothing but their names.
//   - Two names are near when a person who reads or types fast takes one for the
//     other: a slip apart, the same letters or words in another order, or said alike.
//   - The same study has the same findings in the same order: by rule, then by the
//     codebook.
package lint
