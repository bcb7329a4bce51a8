//go:build !windows

package client

import (
	"os"

	"golang.org/x/sys/unix"
)

// lockFile marks a file as being in use until it is closed, which the system does for a process that is killed. false: another process uses it. A file system without locks
// gives an error.
func lockFile(f *os.File) (bool, error) {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if err == unix.EWOULDBLOCK {
		return false, nil
	}
	return err == nil, err
}
