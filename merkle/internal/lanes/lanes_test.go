package lanes

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"golang.org/x/crypto/blake2b"
)

func fill(r *rand.Rand, b []byte) {
	for i := range b {
		b[i] = byte(r.Uint32())
	}
}

func TestInner(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 3, 4, 5, 7, 8, 12, 15, 16, 17, 20, 31, 32, 33, 100, 103} {
		src := make([][Size]byte, 2*n)
		for i := range src {
			fill(r, src[i][:])
		}
		dst := make([][Size]byte, n)
		Inner(dst, src)
		for i := range dst {
			if want := innerOne(src[2*i], src[2*i+1]); dst[i] != want {
				t.Fatalf("n=%d node %d: got %x, want %x", n, i, dst[i], want)
			}
		}
	}
}

func TestLeaves(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for size := 1; size < 700; size++ {
		n := 1 + (7*size)%41
		stride := size + size%3*7
		data := make([]byte, (n-1)*stride+size)
		fill(r, data)
		dst := make([][Size]byte, n)
		Leaves(dst, data, size, stride)
		for i := range dst {
			want := blake2b.Sum256(append([]byte{0}, data[i*stride:i*stride+size]...))
			if dst[i] != want {
				t.Fatalf("size %d leaf %d: got %x, want %x", size, i, dst[i], want)
			}
		}
	}
}

func BenchmarkInner(b *testing.B) {
	src := make([][Size]byte, 2048)
	dst := make([][Size]byte, 1024)
	b.Run("lanes", func(b *testing.B) {
		for b.Loop() {
			Inner(dst, src)
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*1024), "ns/node")
	})
	b.Run("one", func(b *testing.B) {
		for b.Loop() {
			for i := range dst {
				dst[i] = innerOne(src[2*i], src[2*i+1])
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*1024), "ns/node")
	})
}

func BenchmarkLeaves(b *testing.B) {
	for _, size := range []int{2, 64, 152, 1206} {
		data := make([]byte, 1024*size)
		dst := make([][Size]byte, 1024)
		b.Run(fmt.Sprintf("size=%d", size), func(b *testing.B) {
			for b.Loop() {
				Leaves(dst, data, size, size)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*1024), "ns/leaf")
		})
	}
}
