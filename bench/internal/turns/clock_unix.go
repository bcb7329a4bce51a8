//go:build unix

package turns

import (
	"syscall"
	"time"
)

func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic("turns: processor time: " + err.Error()) // it has no way to fail for one's own process
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
