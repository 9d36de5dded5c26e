package plain

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// command is something that can be typed: a letter or a word of either language,
// and for some words behind it.
type command struct {
	names []string // the letter first
	help  string   // message
	run   func(s *Session, words string)
	open  bool // needs a transcript that is open
	last  bool // ends the session
}

// commands are in the order in which help says them. They are made here and not
// as a variable, since help lists them.
func commands() []command {
	return []command{
		{names: []string{"n", "next", "下一句"}, help: "plain.help-next", run: (*Session).next, open: true},
		{names: []string{"b", "back", "上一句"}, help: "plain.help-back", run: (*Session).back, open: true},
		{names: []string{"t", "turn", "话轮"}, help: "plain.help-turn", run: (*Session).turn, open: true},
		{names: []string{"j", "jump", "未编码"}, help: "plain.help-jump", run: (*Session).jump, open: true},
		{names: []string{"+", "longer", "加长"}, help: "plain.help-longer", run: (*Session).longer, open: true},
		{names: []string{"-", "shorter", "减短"}, help: "plain.help-shorter", run: (*Session).shorter, open: true},
		{names: []string{"s", "say", "再念"}, help: "plain.help-say", run: (*Session).again, open: true},
		{names: []string{"w", "where", "位置"}, help: "plain.help-where", run: (*Session).where, open: true},
		{names: []string{"/", "search", "查找"}, help: "plain.help-search", run: (*Session).search, open: true},
		{names: []string{"c", "code", "编码"}, help: "plain.help-code", run: (*Session).code, open: true},
		{names: []string{".", "repeat", "重复"}, help: "plain.help-repeat", run: (*Session).repeat, open: true},
		{names: []string{"x", "off", "取消"}, help: "plain.help-off", run: (*Session).takeOff, open: true},
		{names: []string{"m", "memo", "备忘"}, help: "plain.help-memo", run: (*Session).memo, open: true},
		{names: []string{"d", "done", "完成"}, help: "plain.help-done", run: (*Session).finish, open: true},
		{names: []string{"u", "undo", "撤销"}, help: "plain.help-undo", run: (*Session).undo},
		{names: []string{"r", "redo", "重做"}, help: "plain.help-redo", run: (*Session).redo},
		{names: []string{"f", "counts", "频次"}, help: "plain.help-counts", run: (*Session).counts},
		{names: []string{"k", "codes", "编码本"}, help: "plain.help-codes", run: (*Session).codes},
		{names: []string{"l", "list", "列表"}, help: "plain.help-list", run: (*Session).list},
		{names: []string{"o", "open", "打开"}, help: "plain.help-open", run: (*Session).open},
		{names: []string{"?", "help", "帮助"}, help: "plain.help-help", run: (*Session).help},
		{names: []string{"q", "quit", "退出"}, help: "plain.help-quit", run: (*Session).leave, last: true},
	}
}

// follow does what a line says, and tells whether it ends the session. An empty
// line reads on; a digit is the code pinned to it. Full-width letters, digits and
// signs, which an input method sends, are commands too.
func (s *Session) follow(line string) (last bool) {
	name, rest := split(line)
	switch {
	case name == "":
		name = "n"
	case rest == "" && len(name) == 1 && name[0] >= '1' && name[0] <= '9':
		s.pin(name)
		return false
	}
	for _, c := range commands() {
		if !slices.Contains(c.names, name) {
			continue
		}
		if c.open && s.page == nil {
			s.say(s.t("plain.open-first"))
			return false
		}
		c.run(s, rest)
		return c.last
	}
	s.say(s.t("plain.unknown", "Line", line))
	return false
}

// split parts a line into the command and what follows. A sign needs no blank.
func split(line string) (name, rest string) {
	line = strings.TrimSpace(line)
	first, size := utf8.DecodeRuneInString(line)
	if sign := width.Narrow.String(string(first)); strings.Contains("/+-.?", sign) && size > 0 {
		return sign, strings.TrimSpace(line[size:])
	}
	end := strings.IndexFunc(line, unicode.IsSpace)
	if end < 0 {
		end = len(line)
	}
	return strings.ToLower(width.Narrow.String(line[:end])), strings.TrimSpace(line[end:])
}

// help says every command, or the one asked for.
func (s *Session) help(words string) {
	for _, c := range commands() {
		if words == "" || slices.Contains(c.names, words) {
			s.say(s.t("plain.help-line", "Letter", c.names[0], "Words", strings.Join(c.names[1:], " / "), "Help", s.t(c.help)))
		}
	}
	if words == "" {
		s.say(s.t("plain.help-enter"))
	}
}

func (s *Session) leave(string) { s.say(s.t("plain.left")) }

// number reads a whole number from 1 to most; it says where there is none.
func (s *Session) number(words string, most int) (int, bool) {
	n, err := strconv.Atoi(words)
	if err != nil || n < 1 || n > most {
		s.say(s.t("plain.no-number", "Words", words, "Most", most))
		return 0, false
	}
	return n, true
}
