package client

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"golang.org/x/sys/unix"
)

// openNameless makes a file in the folder of path that has no name, and is gone with the process unless it gets one; errors.ErrUnsupported where the file system has none such. Errors
// of writing to it name path.
func openNameless(path string, perm fs.FileMode) (*os.File, error) {
	dir := filepath.Dir(path)
	fd, err := unix.Open(dir, unix.O_TMPFILE|unix.O_RDWR|unix.O_CLOEXEC, uint32(perm))
	switch {
	case err == nil:
		return os.NewFile(uintptr(fd), path), nil
	case errors.Is(err, unix.EOPNOTSUPP), errors.Is(err, unix.EISDIR), errors.Is(err, unix.EINVAL), errors.Is(err, unix.ENOENT): // the last two from old or foreign file systems
		return nil, errors.ErrUnsupported
	}
	return nil, &fs.PathError{Op: "create", Path: dir, Err: err}
}

// giveName names a nameless file. That the name is taken is fs.ErrExist.
func giveName(f *os.File, path string) error {
	return unix.Linkat(unix.AT_FDCWD, "/proc/self/fd/"+strconv.Itoa(int(f.Fd())), unix.AT_FDCWD, path, unix.AT_SYMLINK_FOLLOW)
}

// canName reports whether nameless files can get names here, which takes a mounted /proc.
func canName() bool {
	_, err := os.Stat("/proc/self/fd")
	return err == nil
}
