package keys

import (
	"slices"
	"testing"
)

func TestBeside(t *testing.T) {
	here := []Entry{{Keys: "u / Ctrl+Z"}, {Keys: "?"}, {Keys: ""}}
	everywhere := []Entry{{Keys: "Ctrl+Z"}, {Keys: "Ctrl+P / ?"}, {Keys: "F1"}, {Keys: "", Help: "suspend"}}
	want := []Entry{{Keys: "Ctrl+P / ?"}, {Keys: "F1"}, {Keys: "", Help: "suspend"}}
	if got := Beside(here, everywhere); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if len(everywhere) != 4 {
		t.Error("the list that was given is changed")
	}
}
