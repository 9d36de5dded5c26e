package main

import (
	"errors"
	"io/fs"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"fangtan/codebook"
	"fangtan/store"
	"fangtan/tui"
	"fangtan/tui/cell"
	"fangtan/tui/plain"
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
	wish, err := p.insist(p.t("cli.start.offer"), "", p.againstWish)
	switch {
	case err != nil || wish == "":
		return nil
	case wish == "3":
		return p.demo(false, false)
	}
	against := p.againstProject
	if wish == "1" {
		against = func(path string) error { return p.againstPlace(projectPath(path)) }
	}
	path, err := p.insist(p.t("cli.start.which-file"), "", unlessEmpty(against))
	switch {
	case err != nil || path == "":
		return nil
	case wish == "1":
		path = projectPath(path)
		if err := p.newProject(founding{path: path}); err != nil {
			return err
		}
	}
	return p.open(path)
}

// unlessEmpty takes an empty answer: who gives it wants to leave.
func unlessEmpty(against func(string) error) func(string) error {
	return func(answer string) error {
		if answer == "" {
			return nil
		}
		return against(answer)
	}
}

// againstWish says that an answer is none of those offered.
func (p *program) againstWish(answer string) error {
	if answer == "" || len(answer) == 1 && strings.Contains("123", answer) {
		return nil
	}
	return p.fail("cli.start.no-wish", "Value", answer)
}

// againstProject says why the project at path cannot be opened.
func (p *program) againstProject(path string) error {
	file, err := store.Open(path, store.Options{ReadOnly: true})
	if err != nil {
		return &about{path, err}
	}
	return file.Close()
}

// atTerminal says that somebody sits before screen and keyboard.
func (p *program) atTerminal() bool { return p.inTerminal && p.outTerminal }

// open opens the screens on a project; with --plain it prints what is in it.
func (p *program) open(path string) error {
	go warm()
	debug.SetGCPercent(-1) // what opening allocates is there to stay
	defer collectGarbage()
	open := openForDesk
	if p.asked.asOf != "" {
		open = p.openThen
	}
	file, reason, err := open(path)
	if err != nil {
		return &about{path, err}
	}
	sit := p.sitDown
	if p.asked.plain {
		sit = p.listen
	}
	return errors.Join(sit(path, file, reason), file.Close())
}

// warm makes the table of widths that the first frame asks for, while the file is
// opened.
func warm() { cell.Wc().Width("访") }

// collectGarbage undoes that garbage is not collected while a project is opened.
func collectGarbage() { debug.SetGCPercent(garbage) }

// garbage is how much of it may lie about, in percent of the memory in use: a study
// of a million codings takes 80 MB and stays below 200 with it.
const garbage = 50

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
	profile := colorprofile.Detect(os.Stdout, os.Environ())
	width, height, _ := term.GetSize(os.Stdout.Fd()) // where it is not known, the library asks
	root := tui.New(d, tui.Options{Lang: p.lang(), Environ: p.env, Width: width, Height: height, Profile: profile})
	screens := tea.NewProgram(root, tea.WithFilter(tui.Filter), tea.WithFPS(framesPerSecond), tea.WithColorProfile(profile))
	release := leaveOnSignals(screens)
	defer release()
	_, err = screens.Run()
	if errors.Is(err, tea.ErrInterrupted) {
		return nil
	}
	return err
}

// listen works on the study line by line.
func (p *program) listen(path string, file *store.File, reason string) error {
	coder, err := p.deskCoder(file.Project(), reason != "")
	if err != nil {
		return err
	}
	p.rememberProject(path)
	collectGarbage()
	d := newDesk(p, file, coder.No, reason)
	defer d.close()
	return plain.New(d, p.words, p.in, p.out).Run()
}

// deskCoder finds the coder, asking for her name where several work; who only
// reads may be anybody.
func (p *program) deskCoder(study *codebook.Project, reading bool) (*codebook.Coder, error) {
	coder, err := p.who(study)
	all := study.Coders()
	switch {
	case reading && len(all) == 0:
		return &codebook.Coder{}, nil // nobody had come yet
	case err == nil || p.asked.coder != "" || len(all) == 0:
		return coder, err
	case reading:
		return all[0], nil
	}
	for _, c := range all {
		p.say("  " + c.Name)
	}
	p.asked.coder, err = p.insist(p.t("cli.start.who"), all[0].Name, func(name string) error {
		if _, err := study.FindCoder(name); err != nil {
			return p.fail("cli.usage.unknown-coder", "Name", name)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
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
