package main

import "runtime/debug"

const (
	// clientMemory is the soft limit of what the Go runtime holds in commands that store and read: near it garbage is collected more often, so that the process stays
	// within 256 MiB with its program text. What such a command must hold is about 150 MiB at most; twice the limit would let as much garbage pile up as that.
	clientMemory = 192 << 20
	// clientGC is how much garbage may pile up beside what is held, in percent of it. These commands hold large buffers and make little garbage: 20 collections in the store of 3 GiB
	// at 25 as at 50.
	clientGC = 25
)

// limitMemory sets these limits, unless the environment has its own (GOMEMLIMIT, GOGC).
func (a *app) limitMemory() {
	if a.getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(clientMemory)
	}
	if a.getenv("GOGC") == "" {
		debug.SetGCPercent(clientGC)
	}
}
