package rs16_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"walrus/rs16"
)

// benchShapes are the codes of a blob on 1000 shards, and sizes of symbols.
var (
	benchShapes = [][2]int{{667, 1000}, {334, 1000}}
	benchSizes  = []int{2, 6, 64, 152, 1206, 4096, 32 << 10}
)

// BenchmarkExpand encodes one column, or as many as make a strip of small symbols.
func BenchmarkExpand(b *testing.B) {
	for _, shape := range benchShapes {
		for _, size := range benchSizes {
			b.Run(fmt.Sprintf("k=%d/n=%d/size=%d", shape[0], shape[1], size), func(b *testing.B) {
				k, n := shape[0], shape[1]
				code, err := rs16.New(k, n)
				if err != nil {
					b.Fatal(err)
				}
				columns := max(1, 512/size)
				src, dst := table(k, columns, size), table(n-k, columns, size)
				for i := range src.Row {
					copy(src.Row[i], stream(uint64(i), columns*size))
				}
				b.SetBytes(int64(k * columns * size))
				b.ReportAllocs()
				for b.Loop() {
					if err := code.ExpandRows(dst, src, size, 0, columns); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkRestore decodes the same from random symbols; "few" misses ten source symbols only.
func BenchmarkRestore(b *testing.B) {
	for _, shape := range benchShapes {
		for _, few := range []bool{false, true} {
			for _, size := range []int{6, 152, 1206} {
				b.Run(fmt.Sprintf("k=%d/n=%d/few=%v/size=%d", shape[0], shape[1], few, size), func(b *testing.B) {
					k, n := shape[0], shape[1]
					code, err := rs16.New(k, n)
					if err != nil {
						b.Fatal(err)
					}
					present := rand.New(rand.NewPCG(1, 2)).Perm(n)[:k]
					if few {
						for i := range present {
							present[i] = i + 10
						}
					}
					columns := max(1, 512/size)
					src, dst := table(n, columns, size), table(k, columns, size)
					d, err := code.Decoder(present)
					if err != nil {
						b.Fatal(err)
					}
					b.SetBytes(int64(k * columns * size))
					b.ReportAllocs()
					for b.Loop() {
						if err := d.Restore(dst, src, size, 0, columns); err != nil {
							b.Fatal(err)
						}
					}
				})
			}
		}
	}
}

// BenchmarkRepairOne makes one repair symbol in closed form.
func BenchmarkRepairOne(b *testing.B) {
	for _, shape := range benchShapes {
		for _, size := range []int{6, 1206} {
			b.Run(fmt.Sprintf("k=%d/n=%d/size=%d", shape[0], shape[1], size), func(b *testing.B) {
				code, err := rs16.New(shape[0], shape[1])
				if err != nil {
					b.Fatal(err)
				}
				src, dst := table(shape[0], 1, size), make([]byte, size)
				b.SetBytes(int64(shape[0] * size))
				b.ReportAllocs()
				for b.Loop() {
					if err := code.RepairOne(dst, shape[1]-1, src, size); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
