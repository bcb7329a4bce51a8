package store

import "golang.org/x/sys/unix"

// startWriteback has the kernel begin to write a file to the disk, without waiting. It promises nothing: a sync has less left to do, and tells what failed.
func startWriteback(fd uintptr) {
	_ = unix.SyncFileRange(int(fd), 0, 0, unix.SYNC_FILE_RANGE_WRITE)
}
