// Package page reads a project file (a bbolt file, format version 2) without bbolt and without a memory map.
//
// Its laws:
//
//  1. No bytes make it crash, loop or ask for memory out of proportion. Every number in the file is checked against
//     the file's length before it is used; a tree is left after maxDepth levels; a page is read once; memory is two
//     bits for each page, a branch for each level, and one leaf of at most wholeRun bytes or one value.
//  2. A healthy file is never refused. Each rule is a fact of how bbolt writes, and random histories hold it.
//  3. A damaged structure is never taken for a healthy one. What the rules cannot see, bytes inside keys and values
//     and the sequence of a bucket, is for the checksums of the layer above.
//  4. Nothing is written, nothing is locked, and only ReadAt is used.
//
// The file is a row of pages of equal size; a page that needs more room goes on over the pages after it:
//
//	page 0      page 1      page 2 …                                              high water mark
//	┌──────────┬──────────┬────────────┬───────────────────────┬─────────┬ ─ ─ ─ ┐
//	│ meta     │ meta     │ free list  │ leaf + overflow pages  │ branch  │ unused
//	└──────────┴──────────┴────────────┴───────────────────────┴─────────┴ ─ ─ ─ ┘
//
// All numbers are little-endian (bbolt writes in the order of its machine; big-endian ones are not read). A page begins with 16 bytes; branches and leaves go on with one element of 16 bytes
// for each key, then keys and values without a gap, then zeros to the end of the last page:
//
//	page     id u64 | type u16 | count u16 | overflow u32
//	branch   pos u32 | key size u32 | child page u64              pos counts from the element itself
//	leaf     flags u32 | pos u32 | key size u32 | value size u32  flags 1: the value is a bucket
//	bucket   root page u64 | sequence u64 [| a whole leaf page, when the root page is 0]
//	free     page ids u64, ascending; count 0xFFFF: the first one is the true count
//	meta     magic u32 | version u32 | page size u32 | flags u32 | root bucket 16 | free list u64 | pages u64 |
//	         transaction u64 | FNV-1a of the 56 bytes before u64
//
// A commit writes its pages into free places and then the older of the two metas, so the tree of the newest valid
// meta is whole at any moment. Two valid metas are one or two transactions apart: two, after the first commit to a
// hot copy, which bbolt writes with both metas alike but for the number.
package page
