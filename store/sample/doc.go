// Package sample is a small complete study that comes with the program: twelve
// made-up interviews of a made-up county, in Chinese, three for each stakeholder
// group, coded by two made-up coders with Smith's model; two of the interviews
// stand there in English too.
//
// The laws of the package:
//
//   - The study is data: texts in folders named for their groups, lists in CSV.
//     Whoever edits them edits the sample.
//   - A passage is named by its words. They stand in the text exactly once, else
//     building fails with a [QuoteError]; so an edited text cannot shift a coding
//     in silence.
//   - The same data gives the same study, byte for byte: ids follow from names,
//     times are fixed.
//   - Transcripts come in by the same way as anybody's, package intake.
//
// The lists:
//
//	manifest-*.csv  as for an import: file, group, title, speaker, date, kind, pair, attributes
//	codings-*.csv   file, coder, code (number), quote, starred, field.NAME…, memo
//	memos-*.csv     target, file, code, quote, text
//	links.csv       kind, from, to, file, quote, memo
//
// The English versions belong to no group and carry no codings, so that no count
// holds one interview twice; each is set beside its Chinese original.
package sample

import "embed"

//go:embed 部门领导 监督者 第一书记 村干部 英文 *.csv
var files embed.FS

// Lang is the language of names in the sample's files.
const Lang = "zh"

// Name is what the sample is called in its journal.
const Name = "青陇县第一书记传帮带研究（示例）"

// The two coders. The first one founded the study and coded all of it.
const (
	firstCoder  = "李老师"
	secondCoder = "小陈"
)

// founded is the time of everything in the sample, in Unix milliseconds:
// 2025-12-01T00:00:00Z.
const founded = 1764547200000
