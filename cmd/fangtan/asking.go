package main

import (
	"bufio"
	"fmt"
	"strings"
)

// ask puts a question on the terminal and reads a line. An empty answer is the
// one offered.
func (p *program) ask(question, offered string) (string, error) {
	if offered != "" {
		question += " [" + offered + "]"
	}
	fmt.Fprint(p.err, question+" ")
	answer, err := p.line()
	if answer == "" {
		answer = offered
	}
	return answer, err
}

// insist asks until the answer will do. What speaks against one is said at once.
func (p *program) insist(question, offered string, against func(answer string) error) (string, error) {
	for {
		answer, err := p.ask(question, offered)
		if err != nil {
			return "", p.fail("cli.fail.not-wanted")
		}
		if err = against(answer); err == nil {
			return answer, nil
		}
		p.say(p.explain(err))
	}
}

// line reads a line that somebody types. The reader is kept: it may have read ahead.
func (p *program) line() (string, error) {
	typed, ok := p.in.(*bufio.Reader)
	if !ok {
		typed = bufio.NewReader(p.in)
		p.in = typed
	}
	answer, err := typed.ReadString('\n')
	return strings.TrimSpace(answer), err
}

// sure asks whether to go on with something that takes much away. Without a
// terminal only --yes is an answer.
func (p *program) sure(yes bool, question string) error {
	if yes || p.asked.dryRun {
		return nil
	}
	if !p.inTerminal {
		return p.usage("cli.usage.needs-yes", "What", question)
	}
	answer, err := p.ask(question, p.t("cli.no"))
	if err == nil && !strings.EqualFold(answer, p.t("cli.yes")) && !strings.EqualFold(answer, "y") {
		return p.fail("cli.fail.not-wanted")
	}
	return err
}
