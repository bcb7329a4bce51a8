package store

import (
	"errors"

	"github.com/cockroachdb/pebble/v2/vfs"
	"golang.org/x/sys/unix"
)

// punchHole gives length bytes of a file from off on back to the file system; they read as zeros. It returns errors.ErrUnsupported where that cannot be done.
func punchHole(fd uintptr, off, length int64) error {
	if fd == vfs.InvalidFd {
		return errors.ErrUnsupported
	}
	return unix.Fallocate(int(fd), unix.FALLOC_FL_PUNCH_HOLE|unix.FALLOC_FL_KEEP_SIZE, off, length) // EOPNOTSUPP is ErrUnsupported
}
