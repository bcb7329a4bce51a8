package redstuff

import (
	"fmt"
	"testing"
)

// BenchmarkVerifyPair checks one received sliver pair.
func BenchmarkVerifyPair(b *testing.B) {
	p, _ := NewParams(1000)
	for _, size := range []int{1, 1 << 20, 32 << 20, 256 << 20} {
		enc, err := Encode(p, randomBlob(1, size))
		if err != nil {
			b.Fatal(err)
		}
		v := NewVerifier(p, enc.Metadata())
		pair := []Sliver{enc.Sliver(Primary, 500), enc.Sliver(Secondary, 500)}
		b.Run(fmt.Sprintf("size=%d", size), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, s := range pair {
					if err := v.Verify(s); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

// BenchmarkVerifyMany checks all slivers that a read needs, and all that a node with a tenth of the shards receives.
func BenchmarkVerifyMany(b *testing.B) {
	p, _ := NewParams(1000)
	for _, size := range []int{1, 1 << 20, 32 << 20, 256 << 20} {
		enc, err := Encode(p, randomBlob(1, size))
		if err != nil {
			b.Fatal(err)
		}
		v := NewVerifier(p, enc.Metadata())
		var read, node []Sliver
		for i := range p.K1 {
			read = append(read, enc.Sliver(Primary, PairIndex(p.N-1-i)))
		}
		for i := range 100 {
			node = append(node, enc.Sliver(Primary, PairIndex(7*i)), enc.Sliver(Secondary, PairIndex(7*i)))
		}
		for name, slivers := range map[string][]Sliver{"read": read, "node": node} {
			total := 0
			for _, s := range slivers {
				total += len(s.Data)
			}
			b.Run(fmt.Sprintf("%s/size=%d", name, size), func(b *testing.B) {
				b.SetBytes(int64(total))
				b.ReportAllocs()
				for b.Loop() {
					for _, err := range v.VerifyMany(slivers) {
						if err != nil {
							b.Fatal(err)
						}
					}
				}
				b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(slivers)), "us/sliver")
			})
		}
	}
}

// BenchmarkDecodeRepair restores a blob of which no systematic sliver is there, without a check and with the default one.
func BenchmarkDecodeRepair(b *testing.B) {
	p, _ := NewParams(1000)
	for _, size := range []int{1, 1 << 20, 32 << 20, 256 << 20} {
		enc, err := Encode(p, randomBlob(1, size))
		if err != nil {
			b.Fatal(err)
		}
		for _, axis := range []Axis{Primary, Secondary} {
			var slivers []Sliver
			for i := p.N - 1; len(slivers) < p.Need(axis); i-- {
				slivers = append(slivers, enc.Sliver(axis, p.Pair(axis, SliverIndex(i))))
			}
			for _, check := range []Check{CheckSkip, CheckDefault} {
				b.Run(fmt.Sprintf("%v/%v/size=%d", axis, check, size), func(b *testing.B) {
					b.SetBytes(int64(size))
					b.ReportAllocs()
					var buf []byte
					for b.Loop() {
						if buf, err = DecodeInto(buf, p, enc.Metadata(), slivers, check); err != nil {
							b.Fatal(err)
						}
					}
				})
			}
		}
	}
}

// BenchmarkDecodeSystematic puts a blob together from all systematic slivers, beside copying them.
func BenchmarkDecodeSystematic(b *testing.B) {
	p, _ := NewParams(1000)
	for _, size := range []int{1 << 20, 32 << 20, 256 << 20} {
		enc, err := Encode(p, randomBlob(1, size))
		if err != nil {
			b.Fatal(err)
		}
		var slivers []Sliver
		for i := range p.K1 {
			s := enc.Sliver(Primary, PairIndex(i))
			s.Data = append([]byte(nil), s.Data...)
			slivers = append(slivers, s)
		}
		b.Run(fmt.Sprintf("decode/size=%d", size), func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			var buf []byte
			for b.Loop() {
				if buf, err = DecodeInto(buf, p, enc.Metadata(), slivers, CheckDefault); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("copy-new/size=%d", size), func(b *testing.B) {
			b.SetBytes(int64(size))
			for b.Loop() {
				out := make([]byte, size)
				for i, s := range slivers {
					copy(tail(out, i*len(s.Data)), s.Data)
				}
			}
		})
		b.Run(fmt.Sprintf("copy/size=%d", size), func(b *testing.B) {
			b.SetBytes(int64(size))
			out := make([]byte, size)
			for b.Loop() {
				for i, s := range slivers {
					copy(tail(out, i*len(s.Data)), s.Data)
				}
			}
		})
	}
}
