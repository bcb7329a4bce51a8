//go:build !windows

package turn

import (
	"os"

	"golang.org/x/sys/unix"
)

// lock marks a file as being in use until it is closed. false: it is already.
func lock(f *os.File) (bool, error) {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if err == unix.EWOULDBLOCK {
		return false, nil
	}
	return err == nil, err
}

// unlock removes the file before it lets go of it: nobody else can lock it in between and lose it.
func unlock(f *os.File) {
	_ = os.Remove(f.Name()) // one that stays is used by the next
	_ = f.Close()
}
