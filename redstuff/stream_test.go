package redstuff

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
	"testing"
)

// A memorySpool is a spool in memory, full of junk at first.
type memorySpool struct {
	mu sync.Mutex
	b  []byte
}

func newMemorySpool(t testing.TB, p Params, length int) *memorySpool {
	t.Helper()
	n, err := SpoolSize(p, uint64(length))
	if err != nil {
		t.Fatal(err)
	}
	return &memorySpool{b: bytes.Repeat([]byte{0xA5}, int(n))}
}

func (m *memorySpool) ReadAt(b []byte, off int64) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if off >= int64(len(m.b)) {
		return 0, io.EOF
	}
	n := copy(b, m.b[off:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

func (m *memorySpool) WriteAt(b []byte, off int64) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if off+int64(len(b)) > int64(len(m.b)) {
		return 0, errors.New("spool is full")
	}
	return copy(m.b[off:], b), nil
}

// checkStream compares EncodeFrom with Encode: the ID, all hashes, all slivers.
func checkStream(p Params, blob []byte, spool Spool) error {
	return checkStreamOf(p, blob, bytes.NewReader(blob), spool)
}

// checkStreamOf is checkStream of a source that holds blob.
func checkStreamOf(p Params, blob []byte, src io.ReaderAt, spool Spool) error {
	want, err := Encode(p, blob)
	if err != nil {
		return err
	}
	var done, total uint64
	progress := func(d, n uint64) {
		if d < done || d > n || total != 0 && n != total {
			done, total = 1<<63, n // shows below
			return
		}
		done, total = d, n
	}
	s, err := EncodeFrom(context.Background(), p, src, uint64(len(blob)), spool, StreamOptions{Progress: progress})
	if err != nil {
		return err
	}
	if done != total {
		return fmt.Errorf("progress ended at %d of %d", done, total)
	}
	if s.BlobID() != want.BlobID() || s.Root() != want.Root() || s.SymbolSize() != want.SymbolSize() || s.Params() != p {
		return fmt.Errorf("got %v, root %x, symbols of %d; want %v, %x, %d", s.BlobID(), s.Root(), s.SymbolSize(), want.BlobID(), want.Root(), want.SymbolSize())
	}
	done, total = 0, 0
	// In stripes of the smallest width, so that there is more than one of them.
	striped, err := metadataFrom(context.Background(), p, bytes.NewReader(blob), uint64(len(blob)), StreamOptions{Progress: progress}, 0)
	if err != nil {
		return err
	}
	if done != total {
		return fmt.Errorf("progress of stripes ended at %d of %d", done, total)
	}
	for _, m := range []*Metadata{s.Metadata(), striped} {
		if !bytes.Equal(m.AppendBCS(nil), want.Metadata().AppendBCS(nil)) {
			return errors.New("metadata differ")
		}
	}
	return compareSlivers(s, want)
}

func compareSlivers(s *Stream, want *Encoding) error {
	p, size := s.p, s.SymbolSize()
	for _, a := range []Axis{Primary, Secondary} {
		for i := range p.N {
			if a == Primary && i >= p.K1 {
				continue
			}
			data := want.Sliver(a, p.Pair(a, SliverIndex(i))).Data
			got := make([]byte, len(data))
			if err := s.ReadSliver(got, a, SliverIndex(i), 0); err != nil {
				return err
			}
			if !bytes.Equal(got, data) {
				return fmt.Errorf("%v sliver %d differs", a, i)
			}
			from, to := (i*7+3)%len(data), (i*13+5)%len(data)
			from, to = min(from, to), max(from, to)
			for _, read := range []func([]byte, Axis, SliverIndex, int) error{s.ReadSliver, want.ReadSliver} {
				clear(got[from:to])
				if err := read(got[from:to], a, SliverIndex(i), from); err != nil {
					return err
				}
				if !bytes.Equal(got, data) {
					return fmt.Errorf("%v sliver %d differs from byte %d to %d", a, i, from, to)
				}
			}
		}
	}
	for from := 0; from < p.N; {
		to := min(from+1+from*3/2, p.N)
		if from < p.K2 {
			to = min(to, p.K2)
		}
		column := p.SliverSize(Secondary, size)
		dst := make([]byte, (to-from)*column)
		if err := s.ReadColumns(dst, from, to); err != nil {
			return err
		}
		for i := range to - from {
			if data := want.Sliver(Secondary, p.Pair(Secondary, SliverIndex(from+i))).Data; !bytes.Equal(dst[i*column:(i+1)*column], data) {
				return fmt.Errorf("secondary sliver %d differs in columns %d to %d", from+i, from, to)
			}
		}
		from = to
	}
	for from := 0; from < p.K2; {
		to := min(from+1+from*3/2, p.K2)
		width := (to - from) * size
		dst := make([]byte, (p.N-p.K1)*width)
		if err := s.RepairColumns(dst, from, to); err != nil {
			return err
		}
		for j := range p.N - p.K1 {
			data := want.Sliver(Primary, PairIndex(p.K1+j)).Data
			if !bytes.Equal(dst[j*width:(j+1)*width], data[from*size:to*size]) {
				return fmt.Errorf("primary sliver %d differs in columns %d to %d", p.K1+j, from, to)
			}
		}
		var some []SliverIndex
		for i := p.K1 + from%3; i < p.N; i += 2 + from%5 {
			some = append(some, SliverIndex(i))
		}
		part := bytes.Repeat([]byte{0xa5}, len(some)*width+3)
		if err := s.RepairColumnsOf(part, some, from, to); err != nil {
			return err
		}
		for j, i := range some {
			if at := (int(i) - p.K1) * width; !bytes.Equal(part[j*width:(j+1)*width], dst[at:at+width]) {
				return fmt.Errorf("primary sliver %d alone differs in columns %d to %d", i, from, to)
			}
		}
		if !bytes.Equal(part[len(some)*width:], []byte{0xa5, 0xa5, 0xa5}) {
			return fmt.Errorf("columns %d to %d were written beyond the slivers wanted", from, to)
		}
		from = to
	}
	return nil
}

func TestStreamEqualsEncode(t *testing.T) {
	sizes := map[int][]int{
		4:    {0, 1, 2, 3, 11, 12, 13, 100, 1000, 6 * 511, 6*512 - 1, 6 * 512, 6*640 + 2, 6 * 65534, 6*65534 - 70_001},
		5:    {0, 1, 7, 4000, 9 * 5000},
		7:    {0, 1, 29, 30, 31, 15 * 639, 15 * 641, 15 * 20_000},
		10:   {1, 56, 57, 28 * 1000, 28 * 12_346},
		31:   {1, 461, 463, 5000, 231 * 130, 231 * 2000},
		100:  {0, 1, 3000, 2278 * 66, 2278*600 - 1},
		301:  {1, 100_000, 20_301 * 70},
		1000: {1, 1333, 445_557, 2_000_000, 30_000_000},
	}
	for n, list := range sizes {
		if testing.Short() && n > 100 {
			continue
		}
		p := mustParams(n)
		for _, size := range list {
			if err := checkStream(p, randomBlob(uint64(size), size), newMemorySpool(t, p, size)); err != nil {
				t.Errorf("n=%d, %d bytes: %v", n, size, err)
			}
		}
	}
}

// A brokenFile fails to read, or write, from an offset on.
type brokenFile struct {
	Spool
	from int64
	err  error
}

func (b brokenFile) ReadAt(p []byte, off int64) (int, error) {
	if off+int64(len(p)) > b.from {
		return 0, b.err
	}
	return b.Spool.ReadAt(p, off)
}

func (b brokenFile) WriteAt(p []byte, off int64) (int, error) {
	if off+int64(len(p)) > b.from {
		return 0, b.err
	}
	return b.Spool.WriteAt(p, off)
}

func TestStreamErrors(t *testing.T) {
	p := mustParams(31)
	const size = 100_000
	blob := randomBlob(1, size)
	broken := errors.New("disk is broken")
	canceled, cancel := context.WithCancelCause(context.Background())
	cause := errors.New("user left")
	cancel(cause)
	ctx := context.Background()
	spool := func() Spool { return newMemorySpool(t, p, size) }
	for _, c := range []struct {
		name  string
		ctx   context.Context
		src   io.ReaderAt
		size  uint64
		spool Spool
		want  error
	}{
		{"source ends early", ctx, bytes.NewReader(blob[:size-1]), size, spool(), io.ErrUnexpectedEOF},
		{"empty source", ctx, bytes.NewReader(nil), size, spool(), io.ErrUnexpectedEOF},
		{"source fails", ctx, brokenFile{&memorySpool{b: blob}, size - 10, broken}, size, spool(), broken},
		{"spool cannot be written", ctx, bytes.NewReader(blob), size, brokenFile{spool(), 1000, broken}, broken},
		{"canceled", canceled, bytes.NewReader(blob), size, spool(), cause},
		{"too long", ctx, bytes.NewReader(blob), p.MaxBlobSize() + 1, spool(), ErrDataTooLarge},
	} {
		if _, err := EncodeFrom(c.ctx, p, c.src, c.size, c.spool, StreamOptions{}); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
		if _, onlyRead := c.spool.(*memorySpool); !onlyRead {
			continue
		}
		if _, err := MetadataFrom(c.ctx, p, c.src, c.size, StreamOptions{}); !errors.Is(err, c.want) {
			t.Errorf("without a spool, %s: got %v, want %v", c.name, err, c.want)
		}
	}
}

func TestStreamCanceledMidway(t *testing.T) {
	p := mustParams(31)
	const size = 2_000_000
	ctx, cancel := context.WithCancelCause(context.Background())
	cause := errors.New("user left")
	progress := func(done, total uint64) {
		if done > total/3 {
			cancel(cause)
		}
	}
	_, err := EncodeFrom(ctx, p, bytes.NewReader(randomBlob(1, size)), size, newMemorySpool(t, p, size), StreamOptions{Progress: progress})
	if !errors.Is(err, cause) {
		t.Errorf("got %v, want %v", err, cause)
	}
}

func TestStreamRanges(t *testing.T) {
	p := mustParams(7)
	blob := randomBlob(1, 1000)
	s, err := EncodeFrom(context.Background(), p, bytes.NewReader(blob), 1000, newMemorySpool(t, p, 1000), StreamOptions{})
	if err != nil {
		t.Fatal(err)
	}
	row, column := p.SliverSize(Primary, s.size), p.SliverSize(Secondary, s.size)
	for _, c := range []struct {
		a      Axis
		i      SliverIndex
		off, n int
		want   error
	}{
		{Primary, 2, row, 0, nil},
		{Primary, 2, row - 1, 2, ErrSliverSize},
		{Primary, 2, -1, 1, ErrSliverSize},
		{Primary, 3, 0, 1, ErrIndexOutOfRange}, // k1: a repair sliver
		{Secondary, 6, 0, column, nil},
		{Secondary, 6, 0, column + 1, ErrSliverSize},
		{Secondary, 7, 0, 1, ErrIndexOutOfRange},
		{2, 0, 0, 1, ErrIndexOutOfRange},
	} {
		if err := s.ReadSliver(make([]byte, c.n), c.a, c.i, c.off); !errors.Is(err, c.want) {
			t.Errorf("%v sliver %d, %d bytes from %d: got %v, want %v", c.a, c.i, c.n, c.off, err, c.want)
		}
	}
	for _, c := range []struct {
		from, to, room int
		want           error
	}{
		{5, 7, 2 * column, nil},
		{5, 7, 2*column - 1, ErrSliverSize},
		{4, 6, 2 * column, ErrIndexOutOfRange}, // both below k2 and not
		{6, 8, 2 * column, ErrIndexOutOfRange},
		{-1, 2, 3 * column, ErrIndexOutOfRange},
		{7, 7, 0, nil},
	} {
		if err := s.ReadColumns(make([]byte, c.room), c.from, c.to); !errors.Is(err, c.want) {
			t.Errorf("columns %d to %d in %d bytes: got %v, want %v", c.from, c.to, c.room, err, c.want)
		}
	}
	repair := p.N - p.K1
	for _, c := range []struct {
		from, to, room int
		want           error
	}{
		{0, 0, 0, nil},
		{5, 5, 0, nil},
		{4, 5, repair * s.size, nil},
		{4, 5, repair*s.size - 1, ErrSliverSize},
		{-1, 2, 1 << 20, ErrIndexOutOfRange},
		{0, 6, 1 << 20, ErrIndexOutOfRange},
		{3, 2, 1 << 20, ErrIndexOutOfRange},
	} {
		if err := s.RepairColumns(make([]byte, c.room), c.from, c.to); !errors.Is(err, c.want) {
			t.Errorf("repair columns %d to %d in %d bytes: got %v, want %v", c.from, c.to, c.room, err, c.want)
		}
	}
	for _, i := range []int{0, p.K1 - 1, p.N} {
		if err := s.RepairColumnsOf(make([]byte, 1<<10), []SliverIndex{SliverIndex(i)}, 0, 1); !errors.Is(err, ErrIndexOutOfRange) {
			t.Errorf("repair columns of sliver %d: got %v", i, err)
		}
	}
}

func FuzzStreamEqualsEncode(f *testing.F) {
	f.Add(uint16(4), uint32(100), []byte("seed"))
	f.Add(uint16(7), uint32(15*700), []byte{1})
	f.Add(uint16(31), uint32(231*4+1), []byte{0, 2})
	f.Fuzz(func(t *testing.T, n uint16, size uint32, head []byte) {
		p := mustParams(MinShards + int(n)%60)
		length := int(size % (4 << 20) % uint32(min(p.MaxBlobSize(), 1<<22)))
		blob := randomBlob(uint64(size), length)
		copy(blob, head)
		if err := checkStream(p, blob, newMemorySpool(t, p, length)); err != nil {
			t.Fatalf("n=%d, %d bytes: %v", p.N, length, err)
		}
	})
}

// The buffers of all goroutines of a pass stay within streamMemory for any blob, and hold whole symbols where there is room for them.
func TestStreamMemory(t *testing.T) {
	workers := runtime.GOMAXPROCS(0) + streamAhead
	for _, n := range []int{4, 7, 31, 100, 301, 1000, 4000, MaxShards} {
		p := mustParams(n)
		for size := 2; size <= MaxSymbolSize; size = min(size*3/2/2*2+2, MaxSymbolSize) {
			m, err := newMatrix(p, p.sourceSymbols()*uint64(size))
			if err != nil || m.size != size {
				t.Fatalf("n=%d, symbols of %d: %v", n, size, err)
			}
			total := int64(n) * int64(m.used) * int64(size)
			for _, items := range []int{p.N, p.K1} {
				tiles := newTiling(p.N, size, m.tileLimit(items, total)/items)
				if held := workers * items * tiles.group * tiles.piece; held > max(streamMemory, workers*items*pieceAlign) {
					t.Errorf("n=%d, symbols of %d: %d goroutines hold %d bytes", n, size, workers, held)
				}
				if tiles.piece < size && int64(items*size) <= min(total/64, int64(streamMemory/workers)) {
					t.Errorf("n=%d: symbols of %d are cut to %d", n, size, tiles.piece)
				}
			}
			if size == MaxSymbolSize {
				break
			}
		}
	}
}
