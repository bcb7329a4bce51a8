package client

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// checkTarget finds out early that path cannot be written.
func checkTarget(path string) error {
	if path == "" {
		return fmt.Errorf("output: %w", errNoName)
	}
	st, err := os.Stat(path)
	switch {
	case err == nil && st.IsDir():
		return fmt.Errorf("output %s is a folder: name a file", path)
	case err == nil || !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if link, err := os.Lstat(path); err == nil && link.Mode()&fs.ModeSymlink != 0 {
		return fmt.Errorf("output %s is a link to nothing: make its target or remove it", path)
	}
	if dir, err := os.Stat(filepath.Dir(path)); err != nil {
		return fmt.Errorf("output: %w", err)
	} else if !dir.IsDir() {
		return fmt.Errorf("output: %s is no folder", filepath.Dir(path))
	}
	return nil
}

// replaceFile lets write fill a new file beside path, syncs it and renames it to path. Nobody else can read it before it is complete; then it gets the permissions
// of the file that it replaces, or those of any new file. A link stays and its target is replaced. path must not be something else than a regular file.
func replaceFile(path string, write func(*os.File) error) error {
	old, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		old = nil
	case err != nil:
		return err
	default:
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return err
		}
	}
	f, mode, err := createBeside(path, old)
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
		return full(err, filepath.Dir(path), "the output", 0)
	}
	return syncDir(filepath.Dir(path))
}

// isRegular reports whether path is a regular file or not there yet, so that it can be replaced; else it is a device or a pipe, to be written to as it is.
func isRegular(path string) bool {
	st, err := os.Stat(path)
	return err != nil || st.Mode().IsRegular()
}

// writeTo opens what is no regular file and lets write fill it.
func writeTo(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}

// createBeside makes a hidden file in the folder of path that only its owner can use. mode is what it is to have in the end: that of old, or, if that is nil, what
// the system gives to a new file, which only making one tells without a race.
func createBeside(path string, old fs.FileInfo) (f *os.File, mode fs.FileMode, err error) {
	var tail [6]byte
	rand.Read(tail[:]) // never fails
	name := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+hex.EncodeToString(tail[:]))
	perm := fs.FileMode(0o600)
	if old == nil {
		perm = 0o666
	}
	if f, err = os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, perm); err != nil {
		return nil, 0, err
	}
	if old != nil {
		return f, old.Mode().Perm(), nil
	}
	st, err := f.Stat()
	if err == nil {
		err = f.Chmod(0o600) // still empty: there was nothing to see
	}
	if err != nil {
		f.Close()
		os.Remove(name)
		return nil, 0, err
	}
	return f, st.Mode().Perm(), nil
}
