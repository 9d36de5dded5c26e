package main

import (
	"fmt"
	"io"

	"fangtan/codebook"
	"fangtan/store/exchange"
)

// appendix writes what changed as a text of headings, sentences and tables: how
// the codebook came to be what it is, for the chapter on methods.
func (c *comparison) appendix(v voice) func(io.Writer) error {
	return func(w io.Writer) error {
		fmt.Fprintf(w, "# %s\n\n%s\n\n%s\n",
			v.words.T("journalcmd.diff.title"), exchange.EscapeMarkdown(c.span(v)), exchange.EscapeMarkdown(c.sizes(v)))
		if len(c.all) == 0 {
			_, err := fmt.Fprintf(w, "\n%s\n", v.words.T("journalcmd.diff.none"))
			return err
		}
		for _, chapter := range c.chapters() {
			fmt.Fprintf(w, "\n## %s\n\n", v.words.T("journalcmd.diff.heading", "Thing", v.words.T(diffThingWords[chapter.thing]),
				"Change", v.words.T(diffKindWords[chapter.kind]), "N", len(chapter.rows)))
			if err := exchange.Write(w, exchange.FormatMarkdown, chapter.table(v), exchange.Options{Lang: v.words.Lang()}); err != nil {
				return err
			}
		}
		return nil
	}
}

// chapter is what happened in one way to one sort of thing.
type chapter struct {
	thing codebook.Thing
	kind  codebook.DiffKind
	rows  []codebook.Difference
}

// chapters groups the differences: things in the order of [codebook.Diff], and of
// each the kinds in the order in which they are told.
func (c *comparison) chapters() []chapter {
	var all []chapter
	for _, thing := range []codebook.Thing{codebook.ThingCode, codebook.ThingTranscript, codebook.ThingCoder, codebook.ThingGroup} {
		for _, kind := range codebook.DiffKinds() {
			ch := chapter{thing: thing, kind: kind}
			for _, d := range c.all {
				if d.Thing == thing && d.Kind == kind {
					ch.rows = append(ch.rows, d)
				}
			}
			if len(ch.rows) > 0 {
				all = append(all, ch)
			}
		}
	}
	return all
}

// A cell of a chapter's table, by the head of its column.
var chapterCells = map[string]func(voice, codebook.Difference) exchange.Value{
	"name":         func(_ voice, d codebook.Difference) exchange.Value { return exchange.Of(d.Name) },
	"then":         func(_ voice, d codebook.Difference) exchange.Value { return exchange.Of(d.Then) },
	"now":          func(_ voice, d codebook.Difference) exchange.Value { return exchange.Of(d.Now) },
	"with":         func(v voice, d codebook.Difference) exchange.Value { return exchange.Of(shares(v, d.With)) },
	"codings_then": func(_ voice, d codebook.Difference) exchange.Value { return codings(d, d.CodingsThen) },
	"codings_now":  func(_ voice, d codebook.Difference) exchange.Value { return codings(d, d.CodingsNow) },
}

// heads are the columns that say something in a chapter.
func (ch *chapter) heads() []string {
	if ch.thing != codebook.ThingCode && ch.thing != codebook.ThingTranscript {
		if ch.kind == codebook.DiffRenamed {
			return []string{"then", "now"}
		}
		return []string{"name"}
	}
	switch ch.kind {
	case codebook.DiffBorn:
		return []string{"name", "codings_now"}
	case codebook.DiffRenamed:
		return []string{"then", "now", "codings_now"}
	case codebook.DiffMoved:
		return []string{"name", "then", "now"}
	case codebook.DiffSplit, codebook.DiffMerged:
		return []string{"name", "with", "codings_then"}
	case codebook.DiffRemoved:
		return []string{"name", "codings_then"}
	}
	return []string{"name", "codings_then", "codings_now"}
}

func (ch *chapter) table(v voice) *exchange.Table {
	heads := ch.heads()
	columns := make([]exchange.Column, len(heads))
	for i, h := range heads {
		columns[i] = exchange.Column{Head: diffHead(v, h)}
		if h == "codings_then" || h == "codings_now" {
			columns[i].Kind = exchange.Count
		}
	}
	rows := make([][]exchange.Value, len(ch.rows))
	for i, d := range ch.rows {
		for _, h := range heads {
			rows[i] = append(rows[i], chapterCells[h](v, d))
		}
	}
	return exchange.NewTable(columns, rows, v.table)
}
