// Package sample is a small complete study that comes with the program: twelve
// made-up interviews of a made-up county, three for each stakeholder group, coded
// by two made-up coders with Smith's model. There is one study in Chinese and one
// in English, in which two of the interviews are English and ten are Chinese still.
//
// The laws of the package:
//
//   - The study is data: texts, and lists in CSV. Whoever edits them edits the
//     sample. The texts lie under plain names, which every file system and archive
//     keeps; texts.csv says what the study calls them.
//   - A passage is named by its words. They stand in the text exactly once, else
//     building fails with a [QuoteError]; so an edited text cannot shift a coding
//     in silence.
//   - An interview comes in once. An English version takes the place of the Chinese
//     text, with its group, date, pair, attributes and codings, so that both studies
//     count alike.
//   - The same data gives the same study, byte for byte: ids follow from names,
//     times are fixed.
//   - Transcripts come in by the same way as anybody's, package intake.
//
// The lists:
//
//	texts.csv          text (its name in the folder texts), and the file it is in the study
//	manifest-*.csv     as for an import: file, group, title, speaker, date, kind, pair, attributes
//	codings-*.csv      file, coder, code (number), quote, starred, field.NAME…, memo
//	memos-*.csv        target, file, code, quote, text
//	links.csv          kind, from, to, file, quote, memo
//	english-files.csv  file, and the English version's file, title and speaker
//	english.csv        file, quote, and its words in the English version
package sample

import "embed"

//go:embed texts *.csv
var files embed.FS

// studyNames are what the sample is called in its journal, by language.
var studyNames = map[string]string{
	chinese: "青陇县第一书记传帮带研究（示例）",
	english: "First secretaries as mentors in Qinglong County (sample)",
}

// The two coders. The first one founded the study and coded all of it.
const (
	firstCoder  = "李老师"
	secondCoder = "小陈"
)

// founded is the time of everything in the sample, in Unix milliseconds:
// 2025-12-01T00:00:00Z.
const founded = 1764547200000
