// Package tui is the desk: screens, keys, colours. It knows the study through
// [Port] and the codebook's values, never files or a database.
//
// Its laws:
//
//   - [App] is the only tea.Model. Screens are pointers behind screen.Screen.
//   - A change is applied in memory when it is made and written behind it, in
//     order, by one writer; leaving waits until the writer is done.
//   - What the top line calls saved is on disk. If writing fails, what is not on
//     disk is taken back in memory and the status line says so.
//   - Wishes that a screen leaves are granted before the next message is read,
//     so fast typing never reaches the wrong screen.
package tui
