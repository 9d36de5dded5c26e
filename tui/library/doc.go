// Package library is the screen of transcripts: what there is, whose it is, how much of it is coded and how far it is read.
//
// Laws of the package:
//
//   - A row is a transcript. In the study's own order rows stand under their group; in any other order they stand alone.
//   - The cursor stays on its transcript when the list is sorted, narrowed or changed by others.
//   - Figures of a transcript are counted again only when its codings changed; turns are looked up for visible rows alone.
package library
