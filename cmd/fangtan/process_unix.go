//go:build unix

package main

import (
	"os/signal"
	"syscall"
)

// harden keeps what is made from the eyes of others: new files are for their
// owner alone, and a crash leaves no image of the memory behind. A file that may
// grow no more is an error of writing like a full disk, not the end.
func harden() {
	signal.Ignore(syscall.SIGXFSZ)
	syscall.Umask(0o077)
	// Where the limit cannot be lowered the system has its own rule for cores.
	_ = syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{})
}
