package main

import (
	"os"
)

func main() {
	harden()
	os.Exit(newProgram().run(os.Args[1:]))
}
