package main

import (
	"errors"
	"io/fs"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"

	"fangtan/codebook"
	"fangtan/store"
	"fangtan/store/exchange"
	"fangtan/tui"
)

// workbench opens the screens on the project that is found, or offers to make one.
func (p *program) workbench() error {
	path, err := p.findAny()
	if err != nil {
		return err
	}
	if path == "" {
		return p.start()
	}
	return p.open(path)
}

// start offers what can be done without a project.
func (p *program) start() error {
	if !p.atTerminal() {
		return p.fail("cli.fail.no-terminal")
	}
	p.say(p.t("cli.start.none"))
	answer, err := p.ask(p.t("cli.start.offer"), "")
	switch {
	case err != nil || answer == "":
		return nil
	case answer == "3":
		return p.demo(false, false)
	}
	path, err := p.ask(p.t("cli.start.which-file"), "")
	switch {
	case err != nil || path == "":
		return nil
	case answer == "1":
		path = projectPath(path)
		if err := p.create(founding{path: path}); err != nil {
			return err
		}
	}
	return p.open(path)
}

// atTerminal says that somebody sits before screen and keyboard.
func (p *program) atTerminal() bool { return p.inTerminal && p.outTerminal }

// open opens the screens on a project; with --plain it prints what is in it.
func (p *program) open(path string) error {
	if p.asked.plain {
		p.asked.project = path
		return p.overview()
	}
	debug.SetGCPercent(-1) // what opening allocates is there to stay
	defer collectGarbage()
	file, reason, err := openForDesk(path)
	if err != nil {
		return &about{path, err}
	}
	return errors.Join(p.sitDown(path, file, reason), file.Close())
}

// collectGarbage undoes that garbage is not collected while a project is opened.
func collectGarbage() { debug.SetGCPercent(100) }

// overview prints the transcripts of the study.
func (p *program) overview() error {
	o := &printing{format: exchange.FormatTable.String()}
	return p.printOf(o, "cli.transcripts.title", func(s *sitting, v voice) (*exchange.Table, error) { return s.transcriptsTable(v), nil })
}

// openForDesk opens a project for writing, or where that cannot be for reading,
// with the message that says why.
func openForDesk(path string) (file *store.File, reason string, err error) {
	file, err = store.Open(path, store.Options{})
	var locked *store.LockedError
	switch {
	case errors.As(err, &locked):
		reason = "cli.read-only.locked"
	case notWritable(err):
		reason = "cli.read-only.disk"
	case err == nil && file.Newer():
		return file, "cli.read-only.newer", nil
	default:
		return file, "", err
	}
	file, err = store.Open(path, store.Options{ReadOnly: true})
	return file, reason, err
}

// notWritable says that a file may be read but not written.
func notWritable(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}

// sitDown shows the screens until somebody leaves.
func (p *program) sitDown(path string, file *store.File, reason string) error {
	if !p.atTerminal() {
		return p.fail("cli.fail.no-terminal")
	}
	coder, err := p.deskCoder(file.Project(), reason != "")
	if err != nil {
		return err
	}
	p.rememberProject(path)
	d := newDesk(p, file, coder.No, reason)
	defer d.close()
	screens := tea.NewProgram(tui.New(d, tui.Options{Lang: p.lang(), Environ: p.env}), tea.WithFilter(tui.Filter), tea.WithFPS(framesPerSecond))
	release := leaveOnSignals(screens)
	defer release()
	_, err = screens.Run()
	if errors.Is(err, tea.ErrInterrupted) {
		return nil
	}
	return err
}

// deskCoder finds the coder, asking for her name where several work; who only
// reads may be anybody.
func (p *program) deskCoder(study *codebook.Project, reading bool) (*codebook.Coder, error) {
	coder, err := p.who(study)
	all := study.Coders()
	switch {
	case err == nil || p.asked.coder != "" || len(all) == 0:
		return coder, err
	case reading:
		return all[0], nil
	}
	for _, c := range all {
		p.say("  " + c.Name)
	}
	name, err := p.ask(p.t("cli.start.who"), all[0].Name)
	if err != nil {
		return nil, p.fail("cli.fail.not-wanted")
	}
	p.asked.coder = name
	return p.who(study)
}

// framesPerSecond is how often the terminal is written to at most: the most that
// the library allows, so that a key shows within 9 ms.
const framesPerSecond = 120

// leavingTime is how long the screens have to put away what is being written after a
// signal.
const leavingTime = 10 * time.Second

// leaveOnSignals leaves in an orderly way when the terminal goes away or somebody
// presses the quit key of the terminal; without it these would leave the terminal
// as the screens had it. The library looks after the other signals.
func leaveOnSignals(screens *tea.Program) (release func()) {
	came := make(chan os.Signal, 1)
	left := make(chan struct{})
	signal.Notify(came, syscall.SIGHUP, syscall.SIGQUIT)
	go func() {
		select {
		case <-left:
			return
		case <-came:
			screens.Quit()
		}
		select {
		case <-left:
		case <-time.After(leavingTime):
			screens.Kill()
		}
	}()
	return func() {
		signal.Stop(came)
		close(left)
	}
}
