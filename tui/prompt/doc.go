// Package prompt holds the parts that a screen lays over itself to ask something: whether, which, what exactly.
//
// Laws of the package:
//
//   - A part has all the keys while it is open. Its answer comes back from Update at once, never as a message.
//   - Esc leaves a part without an answer. What would destroy something asks first, and No is what Enter takes.
//   - The real cursor stands where the next character goes, or at the choice that Enter would take.
//   - A part is a box of one thin line and never stands in another box. Its keys are in the footer, not in the box.
//   - A refused answer leaves the part open with all that was typed.
//   - What is written into a form that keeps a draft is lost by nothing but the key that throws it away, pressed twice.
package prompt
