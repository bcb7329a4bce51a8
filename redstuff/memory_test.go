package redstuff

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"testing"
)

// heldBytes are a source or a spool that lies in memory, and count who holds them.
type heldBytes struct {
	b      []byte
	closed bool
	holds  atomic.Int32
	most   atomic.Int32 // held at any time
	copies atomic.Int32 // calls of ReadAt and WriteAt
}

func (h *heldBytes) Hold() []byte {
	if h.closed {
		return nil
	}
	h.most.Store(max(h.most.Load(), h.holds.Add(1)))
	return h.b
}

func (h *heldBytes) Release() { h.holds.Add(-1) }

func (h *heldBytes) ReadAt(p []byte, off int64) (int, error) {
	h.copies.Add(1)
	if h.closed {
		return 0, io.ErrClosedPipe
	}
	return bytes.NewReader(h.b).ReadAt(p, off)
}

func (h *heldBytes) WriteAt(p []byte, off int64) (int, error) {
	h.copies.Add(1)
	return copy(h.b[off:], p), nil
}

// TestStreamInMemory has either of source and spool lie in memory, and both.
func TestStreamInMemory(t *testing.T) {
	sizes := map[int][]int{
		4:   {1, 2, 3, 11, 12, 13, 100, 1000, 6*512 - 1, 6 * 512, 6*640 + 2, 6*65534 - 70_001},
		7:   {1, 29, 30, 31, 15 * 639, 15 * 641},
		10:  {1, 56, 57, 28 * 1000, 28 * 12_346},
		31:  {1, 461, 463, 5000, 231 * 2000},
		100: {1, 3000, 2278 * 66, 2278*600 - 1},
	}
	for n, list := range sizes {
		p := mustParams(n)
		for _, size := range list {
			blob := randomBlob(uint64(size), size)
			src, spool := &heldBytes{b: blob}, &heldBytes{b: newMemorySpool(t, p, size).b}
			for what, c := range map[string]struct {
				src   io.ReaderAt
				spool Spool
			}{
				"source":           {src, newMemorySpool(t, p, size)},
				"spool":            {bytes.NewReader(blob), spool},
				"source and spool": {src, spool},
			} {
				if err := checkStreamOf(p, blob, c.src, c.spool); err != nil {
					t.Errorf("%s in memory, n=%d, %d bytes: %v", what, n, size, err)
				}
			}
			if src.holds.Load() != 0 || spool.holds.Load() != 0 || src.most.Load() == 0 || spool.most.Load() == 0 {
				t.Errorf("source and spool were held %d and %d times at once, in the end %d and %d", src.most.Load(), spool.most.Load(), src.holds.Load(), spool.holds.Load())
			}
		}
	}
}

// TestStreamCopiesNothing checks that what lies in memory is not copied to be encoded, nor to be read by columns or repaired.
func TestStreamCopiesNothing(t *testing.T) {
	p := mustParams(31)
	blob := randomBlob(5, 231*640-5)
	src, spool := &heldBytes{b: blob}, &heldBytes{b: newMemorySpool(t, p, len(blob)).b}
	s, err := EncodeFrom(t.Context(), p, src, uint64(len(blob)), spool, StreamOptions{})
	if err != nil {
		t.Fatal(err)
	}
	column := p.SliverSize(Secondary, s.SymbolSize())
	if err := s.RepairColumns(make([]byte, (p.N-p.K1)*p.K2*s.SymbolSize()), 0, p.K2); err != nil {
		t.Fatal(err)
	}
	if err := s.ReadColumns(make([]byte, (p.N-p.K2)*column), p.K2, p.N); err != nil {
		t.Fatal(err)
	}
	if n := spool.copies.Load(); n != 0 {
		t.Errorf("the spool was read and written %d times", n)
	}
	if n := src.copies.Load(); n != 0 {
		t.Errorf("the source was read %d times", n)
	}
	if err := s.ReadColumns(make([]byte, p.K2*column), 0, p.K2); err != nil {
		t.Fatal(err)
	}
	if n := src.copies.Load(); n != 0 {
		t.Errorf("the source was read %d times for the row in which it ends", n)
	}
	spool.closed = true
	if err := s.ReadColumns(make([]byte, column), p.K2, p.K2+1); err == nil {
		t.Error("columns were read from a spool that is closed")
	}
}

// TestStreamOfShortMemory gives a source in memory that has fewer bytes than it should.
func TestStreamOfShortMemory(t *testing.T) {
	p := mustParams(10)
	short := &heldBytes{b: randomBlob(1, 999)}
	if _, err := EncodeFrom(t.Context(), p, short, 1000, newMemorySpool(t, p, 1000), StreamOptions{}); err == nil {
		t.Error("999 bytes in memory were encoded as 1000")
	}
	if short.holds.Load() != 0 {
		t.Error("a source that is too short is held for ever")
	}
	long := randomBlob(1, 1003)
	if err := checkStreamOf(p, long[:1000], &heldBytes{b: long}, &heldBytes{b: append(newMemorySpool(t, p, 1000).b, 0xa5)}); err != nil {
		t.Errorf("a source and a spool that are longer than they need be: %v", err)
	}
}

// BenchmarkStreamInMemory compares a source and a spool that are worked on where they lie with the same behind ReadAt and WriteAt.
func BenchmarkStreamInMemory(b *testing.B) {
	const size = 100 << 20
	p, _ := NewParams(1000)
	blob := randomBlob(1, size)
	parity := newMemorySpool(b, p, size).b
	for _, c := range []struct {
		name  string
		src   io.ReaderAt
		spool Spool
	}{
		{"copied", bytes.NewReader(blob), &sharedSpool{b: parity}},
		{"in-place", &heldBytes{b: blob}, &heldBytes{b: parity}},
	} {
		var s *Stream
		b.Run("EncodeFrom/"+c.name, func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				var err error
				if s, err = EncodeFrom(context.Background(), p, c.src, size, c.spool, StreamOptions{}); err != nil {
					b.Fatal(err)
				}
			}
		})
		if s == nil {
			continue
		}
		const columns = 80
		repair := make([]byte, (p.N-p.K1)*columns*s.SymbolSize())
		b.Run(fmt.Sprintf("RepairColumns/columns=%d/%s", columns, c.name), func(b *testing.B) {
			b.SetBytes(int64(p.K1 * columns * s.SymbolSize()))
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				from := i % (p.K2 / columns) * columns
				if err := s.RepairColumns(repair, from, from+columns); err != nil {
					b.Fatal(err)
				}
			}
		})
		dst := make([]byte, 5*p.SliverSize(Secondary, s.SymbolSize()))
		b.Run("ReadColumns/columns=5/"+c.name, func(b *testing.B) {
			b.SetBytes(int64(len(dst)))
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				from := i % (p.K2 / 5) * 5
				if err := s.ReadColumns(dst, from, from+5); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A sharedSpool is a spool in memory that is used concurrently without waiting.
type sharedSpool struct {
	mu sync.RWMutex
	b  []byte
}

func (m *sharedSpool) ReadAt(p []byte, off int64) (int, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return copy(p, m.b[off:]), nil
}

func (m *sharedSpool) WriteAt(p []byte, off int64) (int, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return copy(m.b[off:], p), nil
}
