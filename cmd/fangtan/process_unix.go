//go:build unix

package main

import "syscall"

// harden keeps what is made from the eyes of others: new files are for their
// owner alone, and a crash leaves no image of the memory behind.
func harden() {
	syscall.Umask(0o077)
	// Where the limit cannot be lowered the system has its own rule for cores.
	_ = syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{})
}
