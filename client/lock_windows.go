package client

import (
	"os"

	"golang.org/x/sys/windows"
)

// lockFile does nothing: Windows does not let anybody remove a file that is in use.
func lockFile(*os.File) (bool, error) { return true, nil }

// lockTurn marks a file that processes take turns with as being in use until it is closed. false: another process uses it.
func lockTurn(f *os.File) (bool, error) {
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, new(windows.Overlapped))
	if err == windows.ERROR_LOCK_VIOLATION {
		return false, nil
	}
	return err == nil, err
}

// unlockTurn lets go of a file that lockTurn has locked, and removes it unless somebody else has it open.
func unlockTurn(f *os.File) {
	_ = f.Close()
	_ = os.Remove(f.Name()) // one that stays is used by the next
}
