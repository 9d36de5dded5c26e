package exchange

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

func TestBehindKeepsTheOrder(t *testing.T) {
	var got, want bytes.Buffer
	b := newBehind(&got)
	for i := range 5000 {
		line := strings.Repeat(string(rune('a'+i%26)), i%1000) + "\n"
		want.WriteString(line)
		if _, err := b.Write([]byte(line)); err != nil {
			t.Fatal(err)
		}
	}
	large := strings.Repeat("z", 3*blockSize)
	want.WriteString(large)
	if _, err := b.Write([]byte(large)); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want.Bytes()) {
		t.Errorf("%d bytes came out, %d went in, or not in order", got.Len(), want.Len())
	}
}

// smallDisk is a disk with room for some bytes.
type smallDisk struct{ room int }

var errSmallDisk = errors.New("full")

func (f *smallDisk) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errSmallDisk
	}
	return len(p), nil
}

func TestBehindTellsOfAFullDisk(t *testing.T) {
	b := newBehind(&smallDisk{room: blockSize})
	var err error
	for i := 0; i < 64 && err == nil; i++ {
		_, err = b.Write(make([]byte, blockSize/2))
	}
	if !errors.Is(err, errSmallDisk) {
		t.Errorf("writing on a full disk went on: %v", err)
	}
	if err := b.Close(); !errors.Is(err, errSmallDisk) {
		t.Errorf("closing says %v, want the error of the disk", err)
	}
}

func TestPointsAreCodePoints(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc": 3, "村里e\u0301路": 5, "👩‍🌾": 3} {
		if got := points(s); got != want {
			t.Errorf("points(%q) = %d, want %d", s, got, want)
		}
	}
}
