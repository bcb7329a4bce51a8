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

// lockTurn is lockFile for what processes take turns with.
func lockTurn(f *os.File) (bool, error) { return lockFile(f) }

// unlockTurn removes a file that lockTurn has locked, and then lets go of it: nobody else can lock it in between and lose it.
func unlockTurn(f *os.File) {
	_ = os.Remove(f.Name()) // one that stays is used by the next
	_ = f.Close()
}
