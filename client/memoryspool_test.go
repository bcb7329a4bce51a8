package client

import (
	"errors"
	"io"
	"testing"
)

func TestMemorySpool(t *testing.T) {
	m := &memorySpool{b: make([]byte, 100)}
	if n, err := m.WriteAt([]byte("end"), 97); n != 3 || err != nil {
		t.Fatalf("write at the end: %d, %v", n, err)
	}
	for _, off := range []int64{98, 100, 200} {
		if n, err := m.WriteAt([]byte("end"), off); n != 0 || err == nil {
			t.Errorf("write of three bytes at %d of 100: %d, %v", off, n, err)
		}
	}
	b := make([]byte, 5)
	if n, err := m.ReadAt(b, 95); n != 5 || err != nil || string(b) != "\x00\x00end" {
		t.Errorf("read %q, %v", b[:n], err)
	}
	for off, want := range map[int64]int{97: 3, 100: 0, 101: 0} {
		if n, err := m.ReadAt(b, off); n != want || err != io.EOF {
			t.Errorf("read at %d: %d, %v; want %d and EOF", off, n, err, want)
		}
	}
	m.Close()
	if _, err := m.ReadAt(b, 0); !errors.Is(err, errReleased) {
		t.Errorf("read after Close: %v", err)
	}
	if _, err := m.WriteAt(b, 0); !errors.Is(err, errReleased) {
		t.Errorf("write after Close: %v", err)
	}
}

// TestHeldMemorySpool checks that Close, which gives the memory to the next blob, waits for whoever works on it.
func TestHeldMemorySpool(t *testing.T) {
	m := &memorySpool{b: make([]byte, 100)}
	if b := m.Hold(); len(b) != 100 {
		t.Fatalf("%d bytes are held", len(b))
	}
	if m.mu.TryLock() {
		t.Fatal("a spool that is held could be closed")
	}
	m.Release()
	m.Close()
	if m.Hold() != nil {
		t.Error("a closed spool can be held")
	}
	if !m.mu.TryLock() {
		t.Error("a hold in vain was kept")
	}
}
