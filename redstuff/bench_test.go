package redstuff

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// randomBlob returns size bytes that a seed determines.
func randomBlob(seed uint64, size int) []byte {
	b := make([]byte, size)
	_, _ = rand.NewChaCha8([32]byte{byte(seed), byte(seed >> 8)}).Read(b)
	return b
}

var benchSizes = []int{1, 1 << 20, 32 << 20, 100_000_000}

// BenchmarkEncode computes all slivers, in memory that is used again; SetBytes counts the blob, not them.
func BenchmarkEncode(b *testing.B) {
	p, _ := NewParams(1000)
	for _, size := range benchSizes {
		blob := randomBlob(1, size)
		b.Run(fmt.Sprintf("n=1000/size=%d", size), func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				e, err := Encode(p, blob)
				if err != nil {
					b.Fatal(err)
				}
				e.Release()
			}
		})
	}
}

// BenchmarkEncodeFrom reads from memory and spools to a file. Compare it with BenchmarkComputeMetadata.
func BenchmarkEncodeFrom(b *testing.B) {
	p, _ := NewParams(1000)
	for _, size := range benchSizes {
		blob := bytes.NewReader(randomBlob(1, size))
		b.Run(fmt.Sprintf("n=1000/size=%d", size), func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			spool, err := os.Create(filepath.Join(b.TempDir(), "spool"))
			if err != nil {
				b.Fatal(err)
			}
			defer spool.Close()
			for b.Loop() {
				if _, err := EncodeFrom(b.Context(), p, blob, uint64(size), spool, StreamOptions{}); err != nil {
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

// BenchmarkDecode restores a blob whose first three tenths of slivers are lost, from the rest of one axis.
func BenchmarkDecode(b *testing.B) {
	p, _ := NewParams(1000)
	for _, size := range benchSizes {
		enc, err := Encode(p, randomBlob(1, size))
		if err != nil {
			b.Fatal(err)
		}
		for _, axis := range []Axis{Primary, Secondary} {
			var slivers []Sliver
			for i := 300; len(slivers) < p.Need(axis); i++ {
				slivers = append(slivers, enc.Sliver(axis, p.Pair(axis, SliverIndex(i))))
			}
			b.Run(fmt.Sprintf("n=1000/%v/size=%d", axis, size), func(b *testing.B) {
				b.SetBytes(int64(size))
				b.ReportAllocs()
				for b.Loop() {
					if _, err := Decode(p, enc.Metadata(), slivers, CheckDefault); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkCopySlivers is the baseline of BenchmarkEncode: it writes the bytes of all slivers once.
func BenchmarkCopySlivers(b *testing.B) {
	p, _ := NewParams(1000)
	enc, err := Encode(p, randomBlob(1, 32<<20))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(32 << 20)
	var dst []byte
	for b.Loop() {
		for q := range PairIndex(p.N) {
			for _, a := range []Axis{Primary, Secondary} {
				s := enc.Sliver(a, q)
				dst = s.AppendBCS(dst[:0])
			}
		}
	}
}

func BenchmarkVerifySliver(b *testing.B) {
	p, _ := NewParams(1000)
	for _, size := range benchSizes {
		enc, err := Encode(p, randomBlob(1, size))
		if err != nil {
			b.Fatal(err)
		}
		v := NewVerifier(p, enc.Metadata())
		s := enc.Sliver(Primary, 500)
		b.Run(fmt.Sprintf("n=1000/primary/size=%d", size), func(b *testing.B) {
			b.SetBytes(int64(len(s.Data)))
			b.ReportAllocs()
			for b.Loop() {
				if err := v.Verify(s); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkRecover rebuilds one lost sliver from symbols without proofs.
func BenchmarkRecover(b *testing.B) {
	p, _ := NewParams(1000)
	for _, size := range benchSizes[:3] {
		enc, err := Encode(p, randomBlob(1, size))
		if err != nil {
			b.Fatal(err)
		}
		v := NewVerifier(p, enc.Metadata())
		var symbols []DecodingSymbol
		for i := range p.K2 {
			s, err := SystematicSymbol(enc.Sliver(Secondary, p.Pair(Secondary, SliverIndex(333+i))), 7)
			if err != nil {
				b.Fatal(err)
			}
			symbols = append(symbols, s)
		}
		b.Run(fmt.Sprintf("n=1000/primary/size=%d", size), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := v.Recover(Primary, 7, symbols); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
