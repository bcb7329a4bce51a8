package redstuff

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// randomBlob returns size bytes that a seed determines.
func randomBlob(seed uint64, size int) []byte {
	b := make([]byte, size)
	_, _ = rand.NewChaCha8([32]byte{byte(seed), byte(seed >> 8)}).Read(b)
	return b
}

var benchSizes = []int{1, 1 << 20, 32 << 20, 100_000_000}

// BenchmarkEncode/copy is the baseline: writing the bytes of all slivers once.
func BenchmarkEncode(b *testing.B) {
	p, _ := NewParams(1000)
	for _, size := range benchSizes {
		blob := randomBlob(1, size)
		b.Run(fmt.Sprintf("n=1000/size=%d", size), func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Encode(p, blob); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkComputeMetadata(b *testing.B) {
	p, _ := NewParams(1000)
	for _, size := range benchSizes {
		blob := randomBlob(1, size)
		b.Run(fmt.Sprintf("n=1000/size=%d", size), func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := ComputeMetadata(p, blob); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
