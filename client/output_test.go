package client

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

func replaceWith(path, text string) error {
	return replaceFile(path, uint64(len(text)), func(w *os.File) error {
		_, err := w.WriteString(text)
		return err
	})
}

// A file that is replaced keeps its permissions, a new one gets what the system gives, and nobody else sees either before it is complete.
func TestOutputPermissions(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there are no such permissions")
	}
	dir := t.TempDir()
	fresh := filepath.Join(dir, "fresh")
	if err := os.WriteFile(fresh, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	st, err := os.Stat(fresh)
	if err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct{ before, after fs.FileMode }{
		"new": {0, st.Mode()}, "private": {0o600, 0o600}, "open": {0o666, 0o666}, "read only": {0o444, 0o444}, "program": {0o750, 0o750},
	} {
		path := filepath.Join(dir, name)
		if tc.before != 0 {
			if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := os.Chmod(path, tc.before); err != nil {
				t.Fatal(err)
			}
		}
		err := replaceFile(path, 3, func(w *os.File) error {
			half, err := filepath.Glob(filepath.Join(dir, "."+name+".*"))
			if err != nil || len(half) > 1 || len(half) == 1 && runtime.GOOS == "linux" {
				t.Fatalf("%s: temporary files %v, %v", name, half, err)
			}
			if st, err := w.Stat(); err != nil || st.Mode() != 0o600 {
				t.Errorf("%s: half a file has mode %v, %v", name, st.Mode(), err)
			}
			_, err = w.WriteString("new")
			return err
		})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if st, err := os.Stat(path); err != nil || st.Mode() != tc.after {
			t.Errorf("%s: mode %v, %v, want %v", name, st.Mode(), err, tc.after)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != "new" {
			t.Errorf("%s: holds %q, %v", name, got, err)
		}
	}
}

// A link stays a link, and what it names is replaced where it is.
func TestOutputThroughLink(t *testing.T) {
	dir, other := t.TempDir(), t.TempDir()
	target := filepath.Join(other, "target")
	if err := os.WriteFile(target, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	middle, link := filepath.Join(dir, "middle"), filepath.Join(dir, "link")
	Symlink(t, target, middle)
	Symlink(t, "middle", link)
	if err := errors.Join(checkTarget(link), replaceWith(link, "new")); err != nil {
		t.Fatal(err)
	}
	for _, l := range []string{link, middle} {
		if st, err := os.Lstat(l); err != nil || st.Mode()&fs.ModeSymlink == 0 {
			t.Errorf("%s is no link any more: %v, %v", l, st.Mode(), err)
		}
	}
	if got, err := os.ReadFile(target); err != nil || string(got) != "new" {
		t.Errorf("the target holds %q, %v", got, err)
	}
	for _, d := range []string{dir, other} {
		if files, _ := filepath.Glob(filepath.Join(d, ".*")); len(files) > 0 {
			t.Errorf("left behind: %v", files)
		}
	}
	if err := os.Remove(target); err != nil {
		t.Fatal(err)
	}
	if err := checkTarget(link); err == nil || !strings.Contains(err.Error(), "link to nothing") {
		t.Errorf("a link to nothing: got %v", err)
	}
}

func TestEmptyFileNames(t *testing.T) {
	if _, err := ReadSource(t.Context(), File(""), 1); err == nil || err.Error() != "empty file name" {
		t.Errorf("source: got %v", err)
	}
	if err := checkTarget(""); err == nil || !strings.Contains(err.Error(), "empty file name") {
		t.Errorf("output: got %v", err)
	}
}

// What a killed read left is removed by the next one of the same target; what another process still writes, is young, or is named otherwise is not.
func TestOrphans(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("files in use cannot be removed anyway")
	}
	dir := t.TempDir()
	old := time.Now().Add(-time.Hour)
	keep := map[string]bool{
		".out.0123456789ab.walrus": false, ".out.00000000beef.walrus": true, ".out.aaaaaaaaaaaa.walrus": true, ".out.0123.walrus": true, ".out.0123456789ax.walrus": true,
		".other.0123456789ab.walrus": true, "out.0123456789ab.walrus": true, ".out.202611212030": true, // a copy that somebody made at that time
	}
	for name := range keep {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
		if name == ".out.aaaaaaaaaaaa.walrus" {
			continue // young
		}
		if err := os.Chtimes(path, old, old); err != nil {
			t.Fatal(err)
		}
	}
	busy, err := os.Open(filepath.Join(dir, ".out.00000000beef.walrus"))
	if err != nil {
		t.Fatal(err)
	}
	defer busy.Close()
	if ok, err := lockFile(busy); !ok || err != nil {
		t.Fatal(ok, err)
	}
	if err := replaceWith(filepath.Join(dir, "out"), "whole"); err != nil {
		t.Fatal(err)
	}
	for name, want := range keep {
		if _, err := os.Stat(filepath.Join(dir, name)); (err == nil) != want {
			t.Errorf("%s: %v, want it kept: %v", name, err, want)
		}
	}
}

// The space that counts is where a link leads to.
func TestTargetDir(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	far := filepath.Join(dir, "far")
	if err := errors.Join(os.Mkdir(far, 0o700), os.WriteFile(filepath.Join(far, "file"), nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link")
	Symlink(t, filepath.Join(far, "file"), link)
	for path, want := range map[string]string{link: far, filepath.Join(far, "new"): far, filepath.Join(dir, "new"): dir} {
		if got := targetDir(path); got != want {
			t.Errorf("%s lies in %s, want %s", path, got, want)
		}
	}
}

// A disk that fills up while a blob is written says how many bytes of it there are, and where.
func TestOutputOnFullDisk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "blob")
	full := func(f *os.File) error {
		if f.Name() != path && !strings.HasPrefix(filepath.Base(f.Name()), ".blob.") { // which errors of writing name
			t.Errorf("the file is called %s", f.Name())
		}
		if _, err := f.WriteString("some"); err != nil {
			return err
		}
		return &fs.PathError{Op: "write", Path: f.Name(), Err: syscall.ENOSPC}
	}
	for name, err := range map[string]error{"small": replaceFile(path, 1234, full), "large": new(reading).replace(path, 1234, full)} {
		var e *SpaceError
		if !errors.As(err, &e) || e.Need != 1234 || e.Free == 0 || e.Dir != filepath.Dir(path) || !strings.Contains(err.Error(), "1234 bytes are needed") {
			t.Errorf("%s: got %v", name, err)
		}
		if left, _ := os.ReadDir(filepath.Dir(path)); len(left) > 0 {
			t.Errorf("%s: left %v", name, left)
		}
	}
}
