package redstuff

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"walrus/merkle"
)

// TestGapRoots compares trees with a gap with the same trees whose leaves are all there.
func TestGapRoots(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var zero merkle.LeafHasher
	z := zero.Sum([]byte{0, 0})
	for range 3000 {
		n := 2 + r.IntN(80)
		trees := 1 + r.IntN(5)
		g := gap{from: 2 * (1 + r.IntN(n/2))}
		g.to = min(g.from+2*r.IntN(n/2+1), n/2*2)
		g.from = min(g.from, g.to)
		leaves := make([]merkle.Hash, trees*n)
		for i := range leaves {
			if at := i % n; at >= g.from && at < g.to {
				leaves[i] = z
				continue
			}
			for j := range leaves[i] {
				leaves[i][j] = byte(r.Uint32())
			}
		}
		want, got := make([]merkle.Hash, trees), make([]merkle.Hash, trees)
		var buf, gapBuf []merkle.Hash
		merkle.Roots(want, leaves, n, &buf)
		for i := range leaves {
			if at := i % n; at >= g.from && at < g.to {
				leaves[i] = merkle.Hash{1} // not looked at
			}
		}
		gapRoots(got, leaves, n, g, zerosOf(n, 2).subtrees, &gapBuf)
		for i := range want {
			if got[i] != want[i] {
				t.Fatalf("%d trees of %d leaves, gap %v: tree %d has another root", trees, n, g, i)
			}
		}
	}
}

// TestVerifySmallBlobs verifies the slivers of blobs that leave most of the matrix zero, one by one and together, and finds every wrong byte.
func TestVerifySmallBlobs(t *testing.T) {
	for _, n := range []int{10, 61, 100, 1000} {
		p := mustParams(n)
		row := p.SliverSize(Primary, 2)
		for _, size := range []int{1, 2, row - 1, row, row + 1, 3*row + 5, p.K1*row - 3} {
			if n == 1000 && size > 4*row {
				continue // takes long, and leaves nothing zero
			}
			t.Run(fmt.Sprintf("n=%d/size=%d", n, size), func(t *testing.T) {
				e, err := Encode(p, randomBlob(uint64(n+size), size))
				if err != nil {
					t.Fatal(err)
				}
				v := NewVerifier(p, e.Metadata())
				var slivers []Sliver
				step := max(1, n/40)
				for q := 0; q < n; q += step {
					for _, a := range []Axis{Primary, Secondary} {
						s := e.Sliver(a, PairIndex(q))
						s.Data = append([]byte(nil), s.Data...)
						slivers = append(slivers, s)
						if q%(2*step) == 0 {
							if err := v.Verify(s); err != nil {
								t.Fatal(err)
							}
						}
					}
				}
				for i, err := range v.VerifyMany(slivers) {
					if err != nil {
						t.Fatalf("sliver %d: %v", i, err)
					}
				}
				r := rand.New(rand.NewPCG(uint64(n), uint64(size)))
				for i := range slivers {
					switch data := slivers[i].Data; i % 3 {
					case 0:
						data[r.IntN(len(data))] ^= 1
					case 1:
						if isZero(data) {
							data[len(data)-1] = 1
						} else {
							clear(data)
						}
					}
				}
				for i, err := range v.VerifyMany(slivers) {
					s := e.Sliver(slivers[i].Axis, p.Pair(slivers[i].Axis, slivers[i].Index))
					if same := string(s.Data) == string(slivers[i].Data); same != (err == nil) || !same && !errors.Is(err, ErrMerkleRoot) {
						t.Fatalf("%v sliver %d, the same: %v: %v", s.Axis, s.Index, same, err)
					}
				}
			})
		}
	}
}

func BenchmarkVerifySmallBlob(b *testing.B) {
	p := mustParams(1000)
	for _, size := range []int{1, 1000, 20_000, 400_000} {
		e, err := Encode(p, randomBlob(uint64(size), size))
		if err != nil {
			b.Fatal(err)
		}
		var slivers []Sliver
		for q := PairIndex(0); int(q) < p.N; q += 10 {
			for _, a := range []Axis{Primary, Secondary} {
				s := e.Sliver(a, q)
				s.Data = append([]byte(nil), s.Data...)
				slivers = append(slivers, s)
			}
		}
		v := NewVerifier(p, e.Metadata())
		b.Run(fmt.Sprintf("n=1000/slivers=%d/size=%d", len(slivers), size), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				v.VerifyMany(slivers)
			}
		})
	}
}
