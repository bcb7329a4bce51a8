package client

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"walrus/redstuff"
)

// A spool file has no name, and is as good as any other file.
func TestSpoolLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	s, err := newSpool(dir, "a test", 10)
	if err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 && os.PathSeparator == '/' {
		t.Errorf("while it is open: %v, %v", left, err)
	}
	if _, err := s.WriteAt([]byte("spooled"), 3); err != nil {
		t.Fatal(err)
	}
	b := make([]byte, 10)
	if n, err := s.ReadAt(b, 0); n != 10 || err != nil || string(b) != "\x00\x00\x00spooled" {
		t.Errorf("read %q, %v", b[:n], err)
	}
	s.Close()
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("afterwards: %v, %v", left, err)
	}
}

// Missing room is noticed before anything is written, and when it is gone in the meantime; the error says where and how much.
func TestSpoolWithoutRoom(t *testing.T) {
	dir := t.TempDir()
	_, err := newSpool(dir, "a test", 1<<62)
	var e *SpaceError
	if !errors.As(err, &e) || !errors.Is(err, ErrNoSpace) || e.Dir != dir || e.Need != 1<<62 || e.Free == 0 {
		t.Fatalf("got %v", err)
	}
	if text := err.Error(); !strings.Contains(text, dir) || !strings.Contains(text, "4611686018427387904 bytes are needed") {
		t.Errorf("got %q", text)
	}
	if _, err := newSpool(filepath.Join(dir, "none"), "a test", 1); err == nil || !strings.Contains(err.Error(), "does not exist") {
		t.Errorf("no folder: %v", err)
	}
	f, err := os.OpenFile("/dev/full", os.O_RDWR, 0)
	if err != nil {
		t.Skipf("no device that is always full: %v", err)
	}
	defer f.Close()
	s := &spool{f: f, dir: dir, what: "a test"}
	s.need.Store(1000)
	if _, err := s.WriteAt([]byte("x"), 0); !errors.As(err, &e) || e.Need != 1000 || e.Dir != dir {
		t.Errorf("a full disk: %v", err)
	}
	s.need.Store(0)
	if _, err := io.Copy(s, strings.NewReader("x")); !errors.Is(err, ErrNoSpace) || !strings.Contains(err.Error(), "nobody knows") {
		t.Errorf("a full disk and a pipe: %v", err)
	}
}

// Metadata of a large source needs no room on a disk.
func TestMetadataWithoutRoom(t *testing.T) {
	const nowhere = "/proc" // a file system that never has room
	if free, err := freeSpace(nowhere); err != nil || free > 0 {
		t.Skipf("%d bytes free in %s (%v)", free, nowhere, err)
	}
	p, err := redstuff.NewParams(10)
	if err != nil {
		t.Fatal(err)
	}
	b := bytes.Repeat([]byte("0123456789"), 10_000)
	want, err := redstuff.ComputeMetadata(p, b)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := File(path).open(t.Context(), spools{dir: nowhere, limit: p.MaxBlobSize()})
	if err != nil {
		t.Fatal(err)
	}
	defer in.close()
	got, err := computeMetadata(t.Context(), p, in, 1000, nowhere, func(uint64) {})
	if err != nil || got.BlobID() != want.BlobID() {
		t.Errorf("got %v, %v, want %v", got, err, want.BlobID())
	}
}

// A pipe that is longer than what is held goes through a spool file, up to the limit.
func TestSpooledPipe(t *testing.T) {
	dir := t.TempDir()
	b := bytes.Repeat([]byte("0123456789"), 1000)
	for _, memory := range []uint64{0, 1, 9_999, 10_000, 20_000} {
		c, err := spoolReader(t.Context(), bytes.NewReader(b), spools{dir: dir, memory: memory, limit: 10_000})
		if err != nil {
			t.Fatal(err)
		}
		if got, err := c.whole(); err != nil || !bytes.Equal(got, b) || (c.bytes != nil) != (memory >= 10_000) {
			t.Errorf("%d bytes in memory: got %d, %v", memory, len(got), err)
		}
		if got, err := c.section(5, 20).whole(); err != nil || string(got) != "56789012345678901234" {
			t.Errorf("%d bytes in memory: section %q, %v", memory, got, err)
		}
		c.close()
		if _, err := spoolReader(t.Context(), bytes.NewReader(b), spools{dir: dir, memory: memory, limit: 9_999}); !errors.Is(err, redstuff.ErrDataTooLarge) {
			t.Errorf("%d bytes in memory: one byte too many is %v", memory, err)
		}
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			t.Errorf("left: %v, %v", left, err)
		}
	}
}

// A pipe that nobody writes to makes a store wait, and a context ends that at once: before the first byte, in the middle, and where a named pipe is opened.
func TestHangingInput(t *testing.T) {
	stop := errors.New("stop")
	for _, sent := range []int{0, 100, 300_000} {
		ctx, cancel := context.WithCancelCause(t.Context())
		r, w := io.Pipe()
		go func() {
			_, _ = w.Write(make([]byte, sent)) // fails if nobody reads any more
			cancel(stop)
		}()
		if _, err := spoolReader(ctx, r, spools{dir: t.TempDir(), memory: 1000, limit: 1 << 30}); !errors.Is(err, stop) {
			t.Errorf("after %d bytes: %v", sent, err)
		}
		w.Close()
	}
	fifo, other := filepath.Join(t.TempDir(), "fifo"), filepath.Join(t.TempDir(), "other")
	if out, err := exec.Command("mkfifo", fifo, other).CombinedOutput(); err != nil {
		t.Skipf("no named pipes here: %v %s", err, out)
	}
	ctx, cancel := context.WithTimeoutCause(t.Context(), 50*time.Millisecond, stop)
	defer cancel()
	if _, err := openFile(ctx, fifo, spools{dir: t.TempDir(), limit: 1000}); !errors.Is(err, stop) {
		t.Errorf("named pipe: %v", err)
	}
	w, err := os.OpenFile(fifo, os.O_WRONLY, 0) // lets the reader that was left behind go
	if err != nil {
		t.Fatal(err)
	}
	w.Close()
	go func() {
		if err := os.WriteFile(other, []byte("hello"), 0); err != nil {
			t.Error(err)
		}
	}()
	c, err := openFile(t.Context(), other, spools{dir: t.TempDir(), limit: 1000, memory: 100})
	if err != nil || string(c.bytes) != "hello" {
		t.Errorf("named pipe: %+v, %v", c, err)
	}
}
