package store

import "golang.org/x/sys/unix"

// startWriteback has the kernel begin to write a file to the disk, without waiting. It promises nothing: a sync has less left to do, and tells what failed.
func startWriteback(fd uintptr) {
	_ = unix.SyncFileRange(int(fd), 0, 0, unix.SYNC_FILE_RANGE_WRITE)
}

// dropPages takes the pages that lie wholly in a part of a file, and are on the disk, out of the page cache.
func dropPages(fd uintptr, off, length int64) {
	_ = unix.Fadvise(int(fd), off, length, unix.FADV_DONTNEED)
}
