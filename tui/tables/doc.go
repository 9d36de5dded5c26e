// Package tables is what the screens of figures share: counting behind the
// screen, a cursor among cells with frozen heads, and figures as people read them.
//
// Its laws:
//
//   - Nothing is counted in Update. A question is settings and a revision; it is
//     answered by a command on a snapshot, and an answer to any other question is dropped.
//   - The former answer stays on the screen until the new one comes, dimmed when that
//     takes long enough to be seen.
//   - A hidden screen counts nothing. Only the screen in front is drawn, so one
//     that was not drawn since it was last told of a change waits until it is shown.
//   - The cursor is always in sight, and what it costs to draw does not grow with the table.
package tables
