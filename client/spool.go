package client

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync/atomic"
	"syscall"
)

// ErrNoSpace reports that a disk has no room for what must lie on it for a while.
var ErrNoSpace = errors.New("not enough disk space")

// A SpaceError says where room is missing, and how much. It matches ErrNoSpace.
type SpaceError struct {
	Dir  string
	What string // that was to be written
	Need uint64 // bytes, of all of it; 0 if its end is not known
	Free uint64 // bytes that were left when it was noticed
}

func (e *SpaceError) Error() string {
	need := fmt.Sprintf("%d bytes are needed", e.Need)
	if e.Need == 0 {
		need = "nobody knows how many bytes will come"
	}
	return fmt.Sprintf("%v in %s for %s: %s, %d are free", ErrNoSpace, e.Dir, e.What, need, e.Free)
}

func (e *SpaceError) Is(target error) bool { return target == ErrNoSpace }

// spoolDir is the folder for scratch files: dir, or the system's if that is empty.
func spoolDir(dir string) string {
	if dir == "" {
		return os.TempDir()
	}
	return dir
}

// A spool is a scratch file that is gone when the process is, however that ends. It is safe for concurrent use.
type spool struct {
	f    *os.File
	what string
	dir  string
	need atomic.Uint64 // bytes that it is made for, 0 if unknown; may grow
}

// newSpool makes a scratch file in dir for need bytes of what, once there is room for them.
func newSpool(dir, what string, need uint64) (*spool, error) {
	dir = spoolDir(dir)
	if err := checkSpace(dir, what, need); err != nil {
		return nil, err
	}
	f, err := os.CreateTemp(dir, "walrus-spool-")
	if err != nil {
		return nil, fmt.Errorf("spool: %w", err)
	}
	if runtime.GOOS != "windows" { // where an open file cannot be removed; Close does it there
		if err := os.Remove(f.Name()); err != nil {
			f.Close()
			return nil, fmt.Errorf("spool: %w", err)
		}
	}
	s := &spool{f: f, what: what, dir: dir}
	s.need.Store(need)
	return s, nil
}

// checkSpace is a *SpaceError if dir has no room for need bytes. A file system that does not tell how much is free passes.
func checkSpace(dir, what string, need uint64) error {
	free, err := freeSpace(dir)
	if errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("spool folder %s does not exist: make it, or name another one", dir)
	}
	if err == nil && need > free {
		return &SpaceError{Dir: dir, What: what, Need: need, Free: free}
	}
	return nil
}

// full makes a *SpaceError of an error that says that the disk is full, and leaves others as they are.
func full(err error, dir, what string, need uint64) error {
	if !errors.Is(err, syscall.ENOSPC) && !errors.Is(err, errDiskFull) {
		return err
	}
	free, _ := freeSpace(dir) // 0 if unknown, which is near enough to the truth
	return &SpaceError{Dir: dir, What: what, Need: need, Free: free}
}

func (s *spool) ReadAt(b []byte, off int64) (int, error) { return s.f.ReadAt(b, off) }

func (s *spool) WriteAt(b []byte, off int64) (int, error) {
	n, err := s.f.WriteAt(b, off)
	return n, full(err, s.dir, s.what, s.need.Load())
}

func (s *spool) Write(b []byte) (int, error) {
	n, err := s.f.Write(b)
	return n, full(err, s.dir, s.what, s.need.Load())
}

// Close frees the space. What reading and writing lacked has been told then.
func (s *spool) Close() {
	s.f.Close()
	if runtime.GOOS == "windows" {
		os.Remove(s.f.Name())
	}
}
