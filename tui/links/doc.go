// Package links is the screen of the links between codes: one code with its
// neighbours, or the chains of causes that lead to each problem.
//
//	P4 政策范围    导致 ─┐                     ┌▶ 导致 I3.1 政策理解偏差
//	P1.1 目标不明确 导致 ─┴▶┌─────────────┐─┴▶ 导致 T3.1 政策认同度低
//	                       │P2.1 要求不具体│
//	                       └─────────────┘
//
// Its laws:
//
//   - A row is one link with one evidence passage, so that every key means one thing.
//   - Whoever walks to a neighbour comes back the same way with Esc.
//   - Codes have their colours; nothing else is coloured. What has no direction is
//     drawn without one.
//   - Only the text of the evidence under the cursor is read.
package links
