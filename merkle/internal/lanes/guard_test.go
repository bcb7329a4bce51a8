package lanes

import (
	"math/rand/v2"
	"testing"
	"unsafe"

	"golang.org/x/crypto/blake2b"

	"walrus/internal/guard"
)

// hashes views guarded memory as hashes.
func hashes(b []byte) [][Size]byte {
	return unsafe.Slice((*[Size]byte)(unsafe.Pointer(&b[0])), len(b)/Size)
}

// The kernels touch nothing outside their slices.
func TestGuardPages(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 9))
	for _, side := range guard.Both {
		for _, n := range []int{1, 3, 4, 5, 15, 16, 21, 32, 47} {
			src, dst := hashes(guard.Bytes(t, 2*n*Size, side)), hashes(guard.Bytes(t, n*Size, side))
			for i := range src {
				fill(r, src[i][:])
			}
			Inner(dst, src)
			for i := range dst {
				if dst[i] != innerOne(src[2*i], src[2*i+1]) {
					t.Fatalf("%v: node %d of %d differs", side, i, n)
				}
			}
			Pairs(dst, src[:n], src[n:])
			for i := range dst {
				if dst[i] != innerOne(src[i], src[n+i]) {
					t.Fatalf("%v: pair %d of %d differs", side, i, n)
				}
			}
			for _, size := range []int{1, 2, 3, 14, 15, 16, 31, 32, 33, 62, 63, 64, 65, 66, 126, 127, 128, 129, 150, 191, 192, 193, 255, 256, 257, 385} {
				stride := size + n%3
				data := guard.Bytes(t, (n-1)*stride+size, side)
				fill(r, data)
				Leaves(dst, data, size, stride)
				for i := range dst {
					if dst[i] != blake2b.Sum256(append([]byte{0}, data[i*stride:i*stride+size]...)) {
						t.Fatalf("%v: leaf %d of %d of %d bytes differs", side, i, n, size)
					}
				}
			}
		}
	}
}
