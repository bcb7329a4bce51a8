package lanes

import (
	"math/rand/v2"
	"testing"

	"golang.org/x/crypto/blake2b"
)

// FuzzLeaves compares leaves with BLAKE2b one at a time, over numbers, sizes, distances and places in memory.
func FuzzLeaves(f *testing.F) {
	f.Add(uint64(1), uint8(40), uint16(64), uint8(0), uint8(0))
	f.Add(uint64(2), uint8(16), uint16(127), uint8(5), uint8(1))
	f.Add(uint64(3), uint8(33), uint16(1206), uint8(0), uint8(63))
	f.Add(uint64(4), uint8(41), uint16(14), uint8(3), uint8(1))
	f.Fuzz(func(t *testing.T, seed uint64, leaves uint8, length uint16, gap, place uint8) {
		n, size := int(leaves)%80+1, int(length)%2000+1
		stride := size + int(gap)
		all := make([]byte, int(place)+(n-1)*stride+size)
		fill(rand.New(rand.NewPCG(seed, 2)), all)
		data := all[place:]
		dst := make([][Size]byte, n)
		Leaves(dst, data, size, stride)
		for i := range dst {
			if want := blake2b.Sum256(append([]byte{0}, data[i*stride:i*stride+size]...)); dst[i] != want {
				t.Fatalf("leaf %d of %d of %d bytes: got %x, want %x", i, n, size, dst[i], want)
			}
		}
	})
}

// FuzzInner compares inner nodes with BLAKE2b one at a time, for both arrangements of children and all places where the result may go.
func FuzzInner(f *testing.F) {
	f.Add(uint64(1), uint8(40), uint8(0), false)
	f.Add(uint64(2), uint8(16), uint8(1), true)
	f.Add(uint64(3), uint8(19), uint8(2), true)
	f.Fuzz(func(t *testing.T, seed uint64, nodes, place uint8, pairs bool) {
		n := int(nodes)%80 + 1
		src := make([][Size]byte, 2*n)
		r := rand.New(rand.NewPCG(seed, 3))
		for i := range src {
			fill(r, src[i][:])
		}
		left, right := func(i int) [Size]byte { return src[2*i] }, func(i int) [Size]byte { return src[2*i+1] }
		if pairs {
			left, right = func(i int) [Size]byte { return src[i] }, func(i int) [Size]byte { return src[n+i] }
		}
		want := make([][Size]byte, n)
		for i := range want {
			want[i] = innerOne(left(i), right(i))
		}
		dst := make([][Size]byte, n)
		switch {
		case pairs && place%3 == 2:
			dst = src[n:]
		case place%3 > 0:
			dst = src[:n]
		}
		if pairs {
			Pairs(dst, src[:n], src[n:])
		} else {
			Inner(dst, src)
		}
		for i := range dst {
			if dst[i] != want[i] {
				t.Fatalf("node %d of %d, pairs %v, place %d: got %x, want %x", i, n, pairs, place%3, dst[i], want[i])
			}
		}
	})
}
