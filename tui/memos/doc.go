// Package memos is the screen of all that was noted down beside the coding, with
// what it hangs on.
//
// Its laws:
//
//   - Every memo of the study stands in the list once. Nothing hides one but the
//     filter, and that says how many it leaves.
//   - The words of a passage are read behind the screen. They are kept under the name
//     of the text they were cut from, so that none is shown for another's; until they
//     have come, three dots stand for them.
//   - The cursor stays on its memo, whatever the order, the filter or a change.
//   - Enter leads to what a memo hangs on, and Esc from there back.
//   - What was written is lost by nothing but the key that throws it away, pressed
//     twice: drafts are those of package prompt.
package memos
