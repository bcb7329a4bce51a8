package redstuff

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"walrus/merkle"
)

func randomHashes(n int) []merkle.Hash {
	h := make([]merkle.Hash, n)
	rng := rand.NewChaCha8([32]byte{byte(n)})
	for i := range h {
		_, _ = rng.Read(h[i][:])
	}
	return h
}

func rootOf(leaves []merkle.Hash) merkle.Hash {
	var b merkle.Builder
	for _, h := range leaves {
		b.Add(h)
	}
	return b.Root().Hash()
}

// zeroRoots are the roots of complete trees over one leaf.
func zeroRoots(leaf merkle.Hash) (roots []merkle.Hash) {
	for range 12 {
		roots = append(roots, leaf)
		leaf = merkle.InnerHash(leaf, leaf)
	}
	return roots
}

func TestGappedTrees(t *testing.T) {
	zeros := zeroRoots(merkle.LeafHash(make([]byte, 2)))
	var g gappedTrees // one for all: its memory must not show
	for n := 2; n < 40; n++ {
		for gap := 0; gap <= n; gap++ {
			for end := gap; end <= n; end++ {
				if end-gap == n {
					continue
				}
				const trees = 3
				leaves := randomHashes(trees * (n - (end - gap)))
				g.gap, g.end, g.n, g.zeros = gap, end, n, zeros
				var got [trees]merkle.Hash
				g.roots(got[:], leaves)
				for i := range got {
					own := leaves[i*(n-(end-gap)):][:n-(end-gap)]
					all := append([]merkle.Hash{}, own[:gap]...)
					for range end - gap {
						all = append(all, zeros[0])
					}
					all = append(all, own[gap:]...)
					if want := rootOf(all); got[i] != want {
						t.Fatalf("tree %d of %d leaves, zero from %d to %d: got %v, want %v", i, n, gap, end, got[i], want)
					}
				}
			}
		}
	}
}

// Chunks may arrive in any order, and some of them may be known to be zero.
func TestRowTrees(t *testing.T) {
	zeros := zeroRoots(merkle.LeafHash(make([]byte, 2)))
	rng := rand.New(rand.NewPCG(1, 2))
	const rows = 19
	for n := MinShards; n < 150; n++ {
		trees := newRowTrees(rows, n, zeros)
		empty := make([]merkle.Hash, rows)
		leaves := make([][]merkle.Hash, n) // by column
		for c := range leaves {
			leaves[c] = randomHashes(rows)
		}
		zero := make([]bool, trees.chunks())
		for i := range zero {
			if zero[i] = (i+1)*chunkColumns <= n && rng.IntN(3) == 0; zero[i] {
				for c := i * chunkColumns; c < (i+1)*chunkColumns; c++ {
					for r := range rows {
						leaves[c][r] = zeros[0]
					}
				}
			}
		}
		want := make([]merkle.Hash, rows)
		for r := range want {
			var b merkle.Builder
			for c := range leaves {
				b.Add(leaves[c][r])
			}
			want[r] = b.Root().Hash()
		}
		for _, i := range rng.Perm(trees.chunks()) {
			if zero[i] {
				trees.add(i, nil)
				continue
			}
			nodes := trees.take()
			foldColumns(*nodes, append([][]merkle.Hash{}, leaves[i*chunkColumns:min((i+1)*chunkColumns, n)]...), n, empty)
			trees.add(i, nodes)
		}
		if got := fmt.Sprint(*trees.root); got != fmt.Sprint(want) {
			t.Fatalf("%d columns, zero chunks %v: got %.40s, want %.40s", n, zero, got, fmt.Sprint(want))
		}
	}
}
