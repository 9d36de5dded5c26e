package main

import (
	"bytes"
	"os"
	"testing"
)

// TestTableIsCurrent fails when the embedded table is not what this program
// writes.
func TestTableIsCurrent(t *testing.T) {
	want, err := os.ReadFile("../../../codebook/find/pinyin.txt")
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := write(&got); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Error("codebook/find/pinyin.txt is stale; run: go run ./pinyintable > ../../codebook/find/pinyin.txt")
	}
}
