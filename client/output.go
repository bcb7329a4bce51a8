package client

import (
	"bufio"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

const writeBuffer = 1 << 20

// checkTarget finds out early that path cannot be written.
func checkTarget(path string) error {
	st, err := os.Stat(path)
	switch {
	case err == nil && st.IsDir():
		return fmt.Errorf("output %s is a folder: name a file", path)
	case err == nil || !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if dir, err := os.Stat(filepath.Dir(path)); err != nil {
		return fmt.Errorf("output: %w", err)
	} else if !dir.IsDir() {
		return fmt.Errorf("output: %s is no folder", filepath.Dir(path))
	}
	return nil
}

// replaceFile lets write fill a new file beside path, syncs it and renames it to path. What is not a regular file, a pipe for instance, is written to as it is.
func replaceFile(path string, write func(*bufio.Writer) error) error {
	if st, err := os.Stat(path); err == nil && !st.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errors.Join(buffered(f, write), f.Close())
	}
	f, err := createBeside(path)
	if err != nil {
		return err
	}
	err = buffered(f, write)
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
		return err
	}
	return syncDir(filepath.Dir(path))
}

func buffered(f *os.File, write func(*bufio.Writer) error) error {
	w := bufio.NewWriterSize(f, writeBuffer)
	if err := write(w); err != nil {
		return err
	}
	return w.Flush()
}

// createBeside makes a hidden file in the folder of path, with the permissions that a new file gets; os.CreateTemp would make it private.
func createBeside(path string) (*os.File, error) {
	var tail [6]byte
	rand.Read(tail[:]) // never fails
	name := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+hex.EncodeToString(tail[:]))
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
}
