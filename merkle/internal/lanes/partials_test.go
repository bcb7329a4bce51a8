package lanes

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"golang.org/x/crypto/blake2b"

	"walrus/internal/guard"
)

// feedAll feeds n leaves of size bytes, stride bytes apart, in pieces of random numbers of blocks and ranges of leaves. Pieces are copied to memory between
// forbidden pages if side is given.
func feedAll(t testing.TB, r *rand.Rand, p *Partials, n, size int, data []byte, stride int, side *guard.Side) {
	p.Reset(n, size)
	for off := 0; off < size; {
		width := min(blockSize*(1+r.IntN(5)), size-off)
		for first := 0; first < n; {
			count := 1 + r.IntN(n-first)
			piece, apart := data[first*stride+off:], stride
			if side != nil {
				apart = width + r.IntN(3)
				b := guard.Bytes(t, (count-1)*apart+width, *side)
				for i := range count {
					copy(b[i*apart:i*apart+width], piece[i*stride:])
				}
				piece = b
			}
			p.Write(first, count, piece, width, apart)
			first += count
		}
		off += width
	}
}

func checkPartials(t testing.TB, p *Partials, n, size int, data []byte, stride int) {
	t.Helper()
	dst := make([][Size]byte, n)
	for range 2 { // asking does not disturb
		Sum(p, dst)
		for i := range dst {
			if want := blake2b.Sum256(append([]byte{0}, data[i*stride:i*stride+size]...)); dst[i] != want {
				t.Fatalf("leaf %d of %d of %d bytes: got %x, want %x", i, n, size, dst[i], want)
			}
		}
	}
}

func TestPartials(t *testing.T) {
	r := rand.New(rand.NewPCG(10, 11))
	var p Partials
	for _, size := range []int{1, 2, 6, 63, 64, 65, 126, 127, 128, 129, 255, 256, 257, 384, 640, 1000, 1206, 1280, 4096, 4100} {
		for _, n := range []int{0, 1, 3, 4, 15, 16, 17, 40, 61} {
			stride := size + n%3
			data := make([]byte, n*stride)
			fill(r, data)
			feedAll(t, r, &p, n, size, data, stride, nil)
			checkPartials(t, &p, n, size, data, stride)
		}
	}
}

func TestPartialsGuardPages(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 13))
	var p Partials
	for _, side := range guard.Both {
		for _, size := range []int{2, 64, 127, 128, 129, 300, 1024} {
			const n = 37
			data := make([]byte, n*size)
			fill(r, data)
			feedAll(t, r, &p, n, size, data, size, &side)
			checkPartials(t, &p, n, size, data, size)
		}
	}
}

// Every misuse ends with a panic of this package, not with wrong hashes.
func TestPartialsMisuse(t *testing.T) {
	data := make([]byte, 4096)
	for name, do := range map[string]func(p *Partials){
		"piece of no whole block":  func(p *Partials) { p.Write(0, 4, data, 100, 100) },
		"more than a leaf":         func(p *Partials) { p.Write(0, 4, data, 384, 384) },
		"more leaves than there":   func(p *Partials) { p.Write(0, 9, data, 128, 128) },
		"data too short":           func(p *Partials) { p.Write(0, 8, data[:1023], 128, 128) },
		"leaves not equally far":   func(p *Partials) { p.Write(0, 4, data, 128, 128); p.Write(0, 8, data, 128, 128) },
		"sum of incomplete leaves": func(p *Partials) { p.Write(0, 8, data, 128, 128); Sum(p, make([][Size]byte, 8)) },
		"one hash too few":         func(p *Partials) { p.Write(0, 8, data, 300, 300); Sum(p, make([][Size]byte, 7)) },
		"leaves of no bytes":       func(p *Partials) { p.Reset(8, 0) },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("accepted")
				}
			}()
			p := new(Partials)
			p.Reset(8, 300)
			do(p)
		})
	}
}

// FuzzPartials compares leaves that arrive in random pieces with BLAKE2b of the whole, and with Leaves.
func FuzzPartials(f *testing.F) {
	f.Add(uint64(1), uint16(40), uint16(1206), uint8(0))
	f.Add(uint64(2), uint16(16), uint16(128), uint8(3))
	f.Add(uint64(3), uint16(5), uint16(2), uint8(1))
	f.Fuzz(func(t *testing.T, seed uint64, leaves, length uint16, gap uint8) {
		n, size := int(leaves)%70+1, int(length)%3000+1
		stride := size + int(gap)
		r := rand.New(rand.NewPCG(seed, 1))
		data := make([]byte, (n-1)*stride+size)
		fill(r, data)
		var p Partials
		feedAll(t, r, &p, n, size, data, stride, nil)
		checkPartials(t, &p, n, size, data, stride)
		dst, whole := make([][Size]byte, n), make([][Size]byte, n)
		Sum(&p, dst)
		Leaves(whole, data, size, stride)
		for i := range dst {
			if dst[i] != whole[i] {
				t.Fatalf("leaf %d of %d of %d bytes: %x in pieces, %x in one", i, n, size, dst[i], whole[i])
			}
		}
	})
}

func BenchmarkPartials(b *testing.B) {
	const n, width = 1008, 512
	for _, size := range []int{1206, 8192} {
		b.Run(fmt.Sprintf("size=%d", size), func(b *testing.B) {
			var p Partials
			data := make([]byte, n*(width+64))
			dst := make([][Size]byte, n)
			b.SetBytes(int64(n * size))
			for b.Loop() {
				p.Reset(n, size)
				for off := 0; off < size; off += width {
					p.Write(0, n, data, min(width, size-off), width+64)
				}
				Sum(&p, dst)
			}
		})
	}
}
