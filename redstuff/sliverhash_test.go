package redstuff

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"walrus/merkle"
)

// oneSliver is a random sliver with symbols of size bytes and metadata that commits to it and to nothing else.
func oneSliver(t testing.TB, n, size int, a Axis, i SliverIndex) (*Verifier, Sliver) {
	t.Helper()
	p := mustParams(n)
	s := Sliver{Axis: a, Index: i, SymbolSize: size, Data: randomBlob(uint64(n+size), p.SliverSize(a, size))}
	e, err := Expand(p, s)
	if err != nil {
		t.Fatal(err)
	}
	m := &Metadata{Encoding: EncodingRS2, Length: p.sourceSymbols() * uint64(size), Hashes: make([]PairHashes, n)}
	m.Hashes[p.Pair(a, i)] = PairHashes{Primary: e.Root(), Secondary: e.Root()}
	return NewVerifier(p, m), s
}

// TestVerifyInPieces hashes slivers whose symbols are shorter and longer than strips and pieces, in memory and through a reader, and compares
// with the tree over all symbols.
func TestVerifyInPieces(t *testing.T) {
	sizes := []int{2, 6, 8, 10, 62, 64, 66, 126, 128, 130, 254, 256, 512, 638, 640, 642, 1000, 1206, 1280, 4096, 65_534}
	for _, n := range []int{4, 7, 10, 31, 100, 300, 1000} {
		for _, size := range sizes {
			if n*size > 10e6 && (testing.Short() || size < 65_534) || n == 1000 && size > 5000 {
				continue
			}
			for _, a := range []Axis{Primary, Secondary} {
				v, s := oneSliver(t, n, size, a, SliverIndex(n/2))
				if err := v.Verify(s); err != nil {
					t.Errorf("n=%d size=%d %v: %v", n, size, a, err)
				}
				held := heldSlivers{s.Index: s}
				if err := v.VerifyHeld(a, s.Index, held); err != nil {
					t.Errorf("n=%d size=%d %v, held: %v", n, size, a, err)
				}
				s.Data[len(s.Data)/3] ^= 1
				for i, err := range []error{v.Verify(s), v.VerifyHeld(a, s.Index, held), v.VerifyMany([]Sliver{s})[0]} {
					if !errors.Is(err, ErrMerkleRoot) {
						t.Errorf("n=%d size=%d %v, flipped bit, %d: got %v", n, size, a, i, err)
					}
				}
			}
		}
	}
}

// A long sliver is read in pieces of about the same length, which fit into their bound together.
func TestPiecesOfHeldSlivers(t *testing.T) {
	for _, size := range []int{6000, 14_460, 28_920, MaxSymbolSize} {
		v, s := oneSliver(t, 1000, size, Primary, 5)
		seen := lengthsSeen{heldSlivers: heldSlivers{5: s}, shortest: size}
		if err := v.VerifyHeld(Primary, 5, &seen); err != nil {
			t.Errorf("symbols of %d: %v", size, err)
		}
		if pieces := (size + seen.longest - 1) / seen.longest; pieces < 2 || seen.longest*v.p.K2 > pieceMemory || seen.longest-seen.shortest > pieces*pieceAlign {
			t.Errorf("symbols of %d are read in pieces of %d to %d bytes", size, seen.shortest, seen.longest)
		}
	}
}

// lengthsSeen notes how much of a sliver is read at a time.
type lengthsSeen struct {
	heldSlivers
	longest, shortest int
}

func (l *lengthsSeen) ReadSliverAt(dst []byte, i SliverIndex, off int) error {
	l.longest, l.shortest = max(l.longest, len(dst)), min(l.shortest, len(dst))
	return l.heldSlivers.ReadSliverAt(dst, i, off)
}

func TestVerifyHeldRefuses(t *testing.T) {
	enc := fuzzBlob(10)
	v := NewVerifier(enc.Params(), enc.Metadata())
	if err := v.VerifyHeld(Primary, 10, heldSlivers{}); !errors.Is(err, ErrIndexOutOfRange) {
		t.Errorf("index 10: got %v", err)
	}
	if err := v.VerifyHeld(2, 0, heldSlivers{}); !errors.Is(err, ErrIndexOutOfRange) {
		t.Errorf("axis 2: got %v", err)
	}
	if err := v.VerifyHeld(Primary, 3, heldSlivers{}); err == nil || errors.Is(err, ErrMerkleRoot) {
		t.Errorf("sliver that is not there: got %v", err)
	}
}

// TestVerifyManyEqualsVerify checks mixtures of good and bad slivers of both axes.
func TestVerifyManyEqualsVerify(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 9))
	for _, c := range []struct{ n, size int }{{4, 1}, {7, 100}, {10, 10_000}, {31, 231 * 64}, {100, 2278 * 6}, {1000, 1 << 20}, {1000, 222_778 * 130}} {
		p := mustParams(c.n)
		enc, err := Encode(p, randomBlob(3, c.size))
		if err != nil {
			t.Fatal(err)
		}
		v := NewVerifier(p, enc.Metadata())
		var slivers []Sliver
		for range 70 {
			s := enc.Sliver(Axis(rng.IntN(2)), PairIndex(rng.IntN(c.n)))
			switch rng.IntN(6) {
			case 0:
				s.Data = slices.Clone(s.Data)
				s.Data[rng.IntN(len(s.Data))] ^= 0x10
			case 1:
				s.Index = SliverIndex(rng.IntN(c.n + 3))
			case 2:
				s.Data = s.Data[2:]
			}
			slivers = append(slivers, s)
		}
		for i, got := range v.VerifyMany(slivers) {
			if want := v.Verify(slivers[i]); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("n=%d, %d bytes, sliver %d: got %v, want %v", c.n, c.size, i, got, want)
			}
		}
		if errs := v.VerifyMany(nil); len(errs) != 0 {
			t.Errorf("nothing to verify: got %v", errs)
		}
	}
	bad := NewVerifier(mustParams(10), &Metadata{})
	if errs := bad.VerifyMany([]Sliver{{}}); !errors.Is(errs[0], ErrHashCount) {
		t.Errorf("metadata that does not fit: got %v", errs[0])
	}
}

// TestMemoryOfVerify holds Verify of a long sliver to about a megabyte besides it.
func TestMemoryOfVerify(t *testing.T) {
	v, s := oneSliver(t, 300, 65_534, Primary, 7)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if err := v.Verify(s); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if got := after.TotalAlloc - before.TotalAlloc; got > 2<<20 {
		t.Errorf("%d bytes allocated to verify a sliver of %d", got, len(s.Data))
	}
}

func FuzzSliverHash(f *testing.F) {
	f.Add(uint8(4), uint16(2), uint8(3), uint64(1))
	f.Add(uint8(60), uint16(1300), uint8(1), uint64(2))
	f.Fuzz(func(t *testing.T, n uint8, size uint16, count uint8, seed uint64) {
		p := mustParams(MinShards + int(n)%60)
		symbol := 2 + int(size)%1500/2*2
		a := Axis(seed & 1)
		e, err := newExpander(p, a)
		if err != nil {
			t.Fatal(err)
		}
		h := e.hasher(symbol)
		var data [][]byte
		for i := range min(int(count)%17+1, h.batch()) {
			data = append(data, randomBlob(seed+uint64(i), p.SliverSize(a, symbol)))
		}
		roots := make([]merkle.Hash, len(data))
		if err := h.roots(roots, data); err != nil {
			t.Fatal(err)
		}
		for i := range data {
			want, err := Expand(p, Sliver{Axis: a, SymbolSize: symbol, Data: data[i]})
			if err != nil {
				t.Fatal(err)
			}
			if !want.Root().Is(roots[i]) {
				t.Fatalf("n=%d size=%d: sliver %d of %d has another hash", p.N, symbol, i, len(data))
			}
		}
	})
}
