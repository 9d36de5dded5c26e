package tables

import "fangtan/tui/screen"

// CopyCommand puts the command that prints a table on the clipboard, whole: below the table it may be cut.
func CopyCommand(env *screen.Env, command string) {
	env.Wish(screen.Copy{Text: command})
	env.Say(env.T("tables.command-copied"))
}
