package tuitest

import (
	"reflect"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// limit is how many commands a drain runs before it says that there is no end.
const limit = 10_000

// Drain runs commands and whatever they lead to, in place and in order, until nothing is left, and tells whether the
// program asked to quit. Batches and sequences are taken apart; every message goes to update. Commands
// that wait for a timer belong into a synctest bubble, where waiting takes no time.
func Drain(t testing.TB, update func(tea.Msg) tea.Cmd, cmds ...tea.Cmd) (quit bool) {
	t.Helper()
	for ran := 0; len(cmds) > 0; ran++ {
		if ran == limit {
			t.Fatalf("after %d commands there is still no end: some message asks for itself again", limit)
		}
		cmd := cmds[0]
		cmds = cmds[1:]
		if cmd == nil {
			continue
		}
		msg := cmd()
		if inner, ok := parts(msg); ok {
			cmds = append(inner, cmds...)
			continue
		}
		switch msg.(type) {
		case nil:
			continue
		case tea.QuitMsg:
			quit = true
		}
		cmds = append(cmds, update(msg))
	}
	return quit
}

// Press sends the keys of a script to update and drains what comes of each before the next one.
func Press(t testing.TB, update func(tea.Msg) tea.Cmd, script string) (quit bool) {
	t.Helper()
	for _, key := range Keys(script) {
		quit = Drain(t, update, update(key)) || quit
	}
	return quit
}

// parts returns the commands of a batch or a sequence. The sequence's type has no exported name, so both are told by
// what they are: lists of commands.
func parts(msg tea.Msg) ([]tea.Cmd, bool) {
	v := reflect.ValueOf(msg)
	if !v.IsValid() || v.Kind() != reflect.Slice || v.Type().Elem() != reflect.TypeFor[tea.Cmd]() {
		return nil, false
	}
	cmds := make([]tea.Cmd, v.Len())
	for i := range cmds {
		cmds[i] = v.Index(i).Interface().(tea.Cmd)
	}
	return cmds, true
}
