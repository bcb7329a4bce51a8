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
	"strings"
	"time"
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

// replaceFile lets write fill a new file, of size bytes in the end, syncs it and puts it in the place of path. Nobody else can read it before it is complete; then it gets the permissions of the file that it
// replaces, or those of any new file. A process that is killed leaves nothing behind where the system has files without names, else a hidden file that the next replaceFile of the
// same path removes. A link stays and its target is replaced. path must not be something else than a regular file.
func replaceFile(path string, size uint64, write func(*os.File) error) error {
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
	removeOrphans(path)
	out, err := newOutput(path, old)
	if err != nil {
		return err
	}
	err = write(out.f)
	if err == nil {
		err = out.f.Chmod(out.mode)
	}
	if err == nil {
		err = out.f.Sync()
	}
	if err == nil {
		err = out.place(path)
	}
	if err != nil {
		out.discard()
		return full(err, filepath.Dir(path), "the output", size)
	}
	return syncDir(filepath.Dir(path))
}

// targetDir is the folder that the file at path lies in, or would: not that of a link to it.
func targetDir(path string) string {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	return filepath.Dir(path)
}

// An output is a file on its way to a path.
type output struct {
	f    *os.File
	name string      // that it has meanwhile; none if empty
	mode fs.FileMode // that it gets in the end
}

// newOutput makes a file in the folder of path that only its owner can use. Its mode in the end is that of old, or, if that is nil, what the system gives to a new file, which only
// making one tells without a race.
func newOutput(path string, old fs.FileInfo) (*output, error) {
	perm := fs.FileMode(0o600)
	if old == nil {
		perm = 0o666
	}
	o := &output{}
	var err error = errors.ErrUnsupported
	if canName() {
		o.f, err = openNameless(path, perm)
	}
	if errors.Is(err, errors.ErrUnsupported) {
		o.name = hiddenName(path)
		if o.f, err = os.OpenFile(o.name, os.O_RDWR|os.O_CREATE|os.O_EXCL, perm); err == nil {
			_, _ = lockFile(o.f) // without locks, nobody takes it for an orphan before it is old
		}
	}
	if err != nil {
		return nil, err
	}
	if old != nil {
		o.mode = old.Mode().Perm()
		return o, nil
	}
	st, err := o.f.Stat()
	if err == nil {
		o.mode = st.Mode().Perm()
		err = o.f.Chmod(0o600) // still empty: there was nothing to see
	}
	if err != nil {
		o.discard()
		return nil, err
	}
	return o, nil
}

// hiddenName is a name beside path that nothing has.
func hiddenName(path string) string {
	var tail [hiddenTail / 2]byte
	rand.Read(tail[:]) // never fails
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+hex.EncodeToString(tail[:])+hiddenEnd)
}

const (
	// hiddenTail is how many hex digits a hidden name has before its end.
	hiddenTail = 12
	// hiddenEnd tells hidden names from those that people give, a time of twelve digits for instance.
	hiddenEnd = ".walrus"
)

// place gives the complete file its name, and closes it.
func (o *output) place(path string) error {
	if o.name == "" {
		err := giveName(o.f, path)
		if err == nil {
			return o.f.Close()
		}
		if !errors.Is(err, fs.ErrExist) {
			return err
		}
		// Only a file with a name can take another one's place.
		name := hiddenName(path)
		if err := giveName(o.f, name); err != nil {
			return err
		}
		o.name = name
	}
	if err := o.f.Close(); err != nil {
		return err
	}
	return os.Rename(o.name, path)
}

// discard drops a file that is not complete.
func (o *output) discard() {
	o.f.Close()
	if o.name != "" {
		os.Remove(o.name)
	}
}

// orphanAge is how long a hidden file must have been left alone before it can be an orphan: one is not locked in the moment in which it is made, and some file systems have no locks.
const orphanAge = time.Minute

// removeOrphans removes what killed processes have left of path.
func removeOrphans(path string) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return // creating a file there tells more
	}
	for _, e := range entries {
		tail, ours := strings.CutSuffix(e.Name(), hiddenEnd)
		tail, ok := strings.CutPrefix(tail, "."+filepath.Base(path)+".")
		if !ours || !ok || len(tail) != hiddenTail || strings.Trim(tail, "0123456789abcdef") != "" || !e.Type().IsRegular() {
			continue
		}
		name := filepath.Join(filepath.Dir(path), e.Name())
		f, err := os.OpenFile(name, os.O_RDWR, 0)
		if err != nil {
			continue
		}
		st, err := f.Stat()
		free := false
		if err == nil && time.Since(st.ModTime()) > orphanAge {
			free, err = lockFile(f)
		}
		f.Close()
		if free && err == nil {
			os.Remove(name)
		}
	}
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
