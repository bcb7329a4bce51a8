//go:build !windows

package client

import (
	"syscall"

	"golang.org/x/sys/unix"
)

// errDiskFull is what a full disk says, besides ENOSPC: that of this user's quota.
const errDiskFull = syscall.EDQUOT

// freeSpace is how many bytes this user may still write to the file system of dir.
func freeSpace(dir string) (uint64, error) {
	var st unix.Statfs_t
	if err := unix.Statfs(dir, &st); err != nil {
		return 0, err
	}
	return uint64(st.Bavail) * uint64(st.Bsize), nil
}
