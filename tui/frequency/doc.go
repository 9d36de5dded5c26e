// Package frequency is the screen of code frequencies: codes by stakeholder
// group, transcript, speaker or attribute.
//
// Its laws:
//
//   - A raw count never stands alone: beside it stand the voices, and the line
//     below the table gives every denominator of the cell under the cursor.
//   - What does not exist is a dash with its reason in that line; nothing is a dot.
//   - Every number opens the passages behind it, counted on the same snapshot.
//   - The last line is the command that prints the table again.
package frequency
