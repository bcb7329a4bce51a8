package redstuff

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"testing"
)

// A memoryFile is an output in memory that grows. Bytes that were never written are not zero, to show who relies on it.
type memoryFile struct {
	mu   sync.Mutex
	data []byte
	high int // end of what was written
	fail error
}

func (f *memoryFile) ReadAt(b []byte, at int64) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	n := copy(b, tail(f.data, int(at)))
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

func (f *memoryFile) WriteAt(b []byte, at int64) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.fail != nil {
		return 0, f.fail
	}
	end := int(at) + len(b)
	if grow := end - len(f.data); grow > 0 {
		f.data = append(f.data, bytes.Repeat([]byte{0xa5}, grow)...)
	}
	f.high = max(f.high, end)
	return copy(f.data[at:], b), nil
}

func (f *memoryFile) Truncate(n int64) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.data, f.high = f.data[:n], min(f.high, int(n))
	return nil
}

// heldSlivers are slivers in memory. Systematic primary ones are not there to be read.
type heldSlivers map[SliverIndex]Sliver

func (h heldSlivers) ReadSliverAt(dst []byte, i SliverIndex, off int) error {
	s, ok := h[i]
	if !ok || off < 0 || off+len(dst) > len(s.Data) {
		return fmt.Errorf("%d bytes at %d of sliver %d are not there", len(dst), off, i)
	}
	copy(dst, s.Data[off:])
	return nil
}

// decodeStreamed does with DecodeTo what Decode does.
func decodeStreamed(p Params, m *Metadata, slivers []Sliver, check Check) ([]byte, error) {
	v := NewVerifier(p, m)
	if v.err != nil {
		return nil, v.err
	}
	if len(slivers) == 0 {
		return nil, DecodeTo(context.Background(), p, m, Primary, nil, nil, nil, check, nil)
	}
	axis := slivers[0].Axis
	out := &memoryFile{}
	held := heldSlivers{}
	var present []SliverIndex
	for _, s := range slivers {
		if s.Axis != axis || v.checkShape(s) != nil || slices.Contains(present, s.Index) {
			continue
		}
		present = append(present, s.Index)
		if axis == Secondary || int(s.Index) >= p.K1 {
			held[s.Index] = s
			continue
		}
		at := int(s.Index) * len(s.Data)
		if inside := min(int(m.Length)-at, len(s.Data)); inside > 0 {
			if _, err := out.WriteAt(s.Data[:inside], int64(at)); err != nil {
				return nil, err
			}
		}
	}
	last, sum := uint64(0), uint64(0)
	var order error
	err := DecodeTo(context.Background(), p, m, axis, present, held, out, check, func(done, total uint64) {
		if done < last || done > total || sum != 0 && total != sum {
			order = fmt.Errorf("progress %d of %d after %d of %d", done, total, last, sum)
		}
		last, sum = done, total
	})
	if err == nil {
		err = order
	}
	if err == nil && last != sum {
		err = fmt.Errorf("progress ends at %d of %d", last, sum)
	}
	if err != nil {
		return nil, err
	}
	if out.high > int(m.Length) {
		return nil, fmt.Errorf("%d bytes written for a blob of %d", out.high, m.Length)
	}
	return out.data[:m.Length], nil
}

// decodeBothWays decodes in memory and to an output, which must agree. Without a check, what becomes of an invalid blob may depend on bytes
// in its padding, which an output does not hold.
func decodeBothWays(p Params, m *Metadata, slivers []Sliver, check Check) ([]byte, error) {
	got, err := Decode(p, m, slivers, check)
	streamed, errStreamed := decodeStreamed(p, m, slivers, check)
	for _, kind := range []error{nil, ErrBlobInvalid, ErrNotEnoughSlivers, ErrDataTooLarge, ErrMerkleRoot} {
		if errors.Is(err, kind) != errors.Is(errStreamed, kind) {
			return nil, fmt.Errorf("%v check: in memory %v, to an output %w", check, err, errStreamed)
		}
	}
	if err == nil && !bytes.Equal(got, streamed) {
		if _, err := Decode(p, m, slivers, CheckDefault); err == nil || check != CheckSkip {
			return nil, fmt.Errorf("%v check: bytes differ", check)
		}
	}
	return got, err
}

// pickMixture returns as many slivers of an axis as give the blob: mixed at random, or if possible none of the systematic ones, or all of them.
func pickMixture(enc *Encoding, a Axis, rng *rand.Rand) (slivers []Sliver) {
	p := enc.Params()
	order := rng.Perm(p.N)
	switch rng.IntN(4) {
	case 0:
		slices.Sort(order)
	case 1:
		slices.Sort(order)
		slices.Reverse(order)
	}
	for _, i := range order[:p.Need(a)+rng.IntN(2)] {
		slivers = append(slivers, enc.Sliver(a, p.Pair(a, SliverIndex(i))))
	}
	return slivers
}

func TestDecodeToEqualsDecode(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for _, c := range []struct{ n, size int }{{4, 0}, {4, 1}, {4, 11}, {4, 393_204}, {7, 100}, {7, 983_009}, {10, 27}, {10, 1_000_000}, {13, 1000}, {31, 70_000},
		{31, 3_000_000}, {100, 5}, {100, 4557}, {100, 600_001}, {300, 100_000}, {301, 41_000}, {1000, 1}, {1000, 445_557}, {1000, 3_000_000}} {
		if testing.Short() && c.n*c.size > 1e8 {
			continue
		}
		p := mustParams(c.n)
		blob := randomBlob(uint64(c.n+c.size), c.size)
		enc, err := Encode(p, blob)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range []Axis{Primary, Secondary} {
			for check := range CheckStrict + 1 {
				got, err := decodeBothWays(p, enc.Metadata(), pickMixture(enc, a, rng), check)
				if err != nil || !bytes.Equal(got, blob) {
					t.Errorf("n=%d, %d bytes, %v: %v", c.n, c.size, a, err)
				}
			}
		}
	}
}

func TestDecodeToRefuses(t *testing.T) {
	enc := fuzzBlob(10)
	p := enc.Params()
	held := heldSlivers{}
	var present []SliverIndex
	for i := range SliverIndex(p.N) {
		held[i] = enc.Sliver(Secondary, p.Pair(Secondary, i))
		present = append(present, i)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	disk := errors.New("disk is full")
	for _, c := range []struct {
		name    string
		ctx     context.Context
		present []SliverIndex
		axis    Axis
		out     *memoryFile
		want    error
	}{
		{"too few", context.Background(), present[:p.K2-1], Secondary, &memoryFile{}, ErrNotEnoughSlivers},
		{"doubles and out of range", context.Background(), append(slices.Repeat(present[:p.K2-1], 2), 10, 11, 65535), Secondary, &memoryFile{}, ErrNotEnoughSlivers},
		{"no such axis", context.Background(), present, 2, &memoryFile{}, ErrIndexOutOfRange},
		{"cancelled", ctx, present, Secondary, &memoryFile{}, context.Canceled},
		{"output fails", context.Background(), present, Secondary, &memoryFile{fail: disk}, disk},
		{"rows are not in the output", context.Background(), present, Primary, &memoryFile{}, io.ErrUnexpectedEOF},
		{"good", context.Background(), present, Secondary, &memoryFile{}, nil},
	} {
		err := DecodeTo(c.ctx, p, enc.Metadata(), c.axis, c.present, held, c.out, CheckDefault, nil)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
	}
}

// TestStrictScratch decodes a blob whose strict check takes scratch space behind it, which does not stay, and finds a wrong byte in a row
// that was in the output.
func TestStrictScratch(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	p := mustParams(100)
	enc, err := Encode(p, randomBlob(8, 40_000_001))
	if err != nil {
		t.Fatal(err)
	}
	var slivers []Sliver
	for i := p.K1 / 2; len(slivers) < p.K1; i++ {
		slivers = append(slivers, enc.Sliver(Primary, PairIndex(i)))
	}
	got, err := decodeStreamed(p, enc.Metadata(), slivers, CheckStrict)
	if err != nil || !bytes.Equal(got, enc.blob) {
		t.Fatal(err)
	}
	slivers[0].Data = slices.Clone(slivers[0].Data)
	slivers[0].Data[1000] ^= 1
	if _, err = decodeStreamed(p, enc.Metadata(), slivers, CheckStrict); !errors.Is(err, ErrBlobInvalid) {
		t.Errorf("wrong byte: got %v", err)
	}
}

// TestMemoryOfDecodeTo decodes with the largest symbols that are quick to make and holds the memory to its bound.
func TestMemoryOfDecodeTo(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	p := mustParams(100)
	enc, err := Encode(p, randomBlob(7, 120_000_000))
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range []Axis{Primary, Secondary} {
		held := heldSlivers{}
		var present []SliverIndex
		for i := p.N - p.Need(a); i < p.N; i++ {
			present = append(present, SliverIndex(i))
			held[SliverIndex(i)] = enc.Sliver(a, p.Pair(a, SliverIndex(i)))
		}
		out := &memoryFile{data: make([]byte, enc.Metadata().Length)}
		if a == Primary {
			for i := range p.K1 {
				copy(tail(out.data, i*p.K2*enc.SymbolSize()), enc.Sliver(Primary, PairIndex(i)).Data)
			}
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if err := DecodeTo(context.Background(), p, enc.Metadata(), a, present, held, out, CheckDefault, nil); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		if got := after.TotalAlloc - before.TotalAlloc; got > 128<<20 {
			t.Errorf("%v: %d bytes allocated", a, got)
		}
		if !bytes.Equal(out.data, enc.blob) {
			t.Errorf("%v: wrong bytes", a)
		}
	}
}
