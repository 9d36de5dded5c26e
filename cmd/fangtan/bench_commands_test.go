package main

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkCommands times whole commands, start and opening included, on the study
// that FANGTAN_BENCH_CORPUS holds: a folder as gencorpus writes it. Taking the
// codings in counts the backup before it; making the copy that it works on does not.
func BenchmarkCommands(b *testing.B) {
	corpus := os.Getenv(benchCorpus)
	if corpus == "" {
		b.Skip(benchCorpus + " names no folder of gencorpus")
	}
	program, home := build(b), b.TempDir()
	base, whole := uncoded(b, program, home, corpus), filepath.Join(home, "whole.fangtan")
	b.Run("codings-import", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			copyFile(b, base, whole)
			b.StartTimer()
			run(b, program, home, "codings", "import", "-p", whole, "--coder", "bench", filepath.Join(corpus, "codings.csv"))
		}
	})
	for _, args := range [][]string{
		{"freq"}, {"cooc"}, {"excerpts", "--force", "-o", filepath.Join(home, "excerpts.csv")},
	} {
		b.Run(args[0], func(b *testing.B) {
			for b.Loop() {
				run(b, program, home, append(args, "-p", whole)...)
			}
		})
	}
}

// benchCorpus is the variable that names a corpus for the benchmarks.
const benchCorpus = "FANGTAN_BENCH_CORPUS"

// uncoded makes a project of a corpus, without its codings.
func uncoded(b *testing.B, program, home, corpus string) string {
	project := filepath.Join(home, "base.fangtan")
	run(b, program, home, "new", project, "--codebook", "empty", "--coder", "bench", "--lang", "zh")
	run(b, program, home, "import", "-p", project, filepath.Join(corpus, "transcripts"), "--manifest", filepath.Join(corpus, "manifest.csv"))
	run(b, program, home, "codes", "import", "-p", project, filepath.Join(corpus, "codebook.csv"))
	return project
}

// copyFile makes a copy that is on the disk, so that nobody else pays for it.
func copyFile(tb testing.TB, from, to string) {
	tb.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		tb.Fatal(err)
	}
	f, err := os.Create(to)
	if err != nil {
		tb.Fatal(err)
	}
	_, err = f.Write(data)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		tb.Fatal(err)
	}
}
