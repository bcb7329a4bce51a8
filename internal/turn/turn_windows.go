package turn

import (
	"os"

	"golang.org/x/sys/windows"
)

// lock marks a file as being in use until it is closed. false: it is already.
func lock(f *os.File) (bool, error) {
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, new(windows.Overlapped))
	if err == windows.ERROR_LOCK_VIOLATION {
		return false, nil
	}
	return err == nil, err
}

// unlock lets go of the file and removes it unless somebody else has it open, which Windows sees to.
func unlock(f *os.File) {
	_ = f.Close()
	_ = os.Remove(f.Name()) // one that stays is used by the next
}
