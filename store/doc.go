// Package store is the paper: it keeps a study in one bbolt file and is the only
// package that knows bbolt.
//
// Its laws:
//
//   - One action is one transaction: the records it changes, its journal entry,
//     its patch, the accounts of the buckets. [File.Commit] returns after the
//     disk has it; when it fails it says truthfully what is saved.
//   - Every record is sealed with a checksum over its bucket, key and value, and
//     every bucket has an account of its records, written in the same
//     transaction. A changed byte is refused or reported, never shown.
//   - Reading never uses the memory map: all of it goes through package page.
//     bbolt writes, and reads only what it is about to change.
//   - No file is made but by [Create] and backups, each under a temporary name,
//     synced, and renamed. [Open] never creates, and repairs nothing in silence.
//   - Errors carry data; the words for people are made at the edge.
//
// A record, little-endian:
//
//	┌───────────┬──────────────┬────────┬────────
//	│ crc32c 4  │ revision 8   │ fmt 1  │ body …      crc over bucket, 0, key, rest
//	└───────────┴──────────────┴────────┴────────
//
// The revision is the number of the action that wrote the record. Formats are 1,
// a CBOR array whose fields are only ever appended, 2, columns, and 3, plain bytes.
//
// An action on its way in:
//
//	Action ─ entries (bucket, key, out, in) ─┬─▶ records, by bucket
//	                                         ├─▶ patches, in parts
//	                                         └─▶ journal: header, H(salt, patch), H(header before)
package store
