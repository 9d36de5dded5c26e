package tui

import tea "charm.land/bubbletea/v2"

type importing struct{}
type proposalsReadMsg struct{}

func (a *App) bring(paths []string) tea.Cmd                     { return nil }
func (a *App) pressImport(msg tea.Msg) tea.Cmd                  { return nil }
func (a *App) proposed(msg proposalsReadMsg) tea.Cmd            { return nil }
func (a *App) overlayImport(l []string) ([]string, *tea.Cursor) { return l, nil }
func droppedPaths(s string) []string                            { return nil }
func (a *App) reload() tea.Cmd                                  { return nil }
