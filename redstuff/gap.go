package redstuff

import "walrus/merkle"

// Small blobs fill few of their rows: most slivers end in symbols that are zero, or are zero altogether. The trees over such symbols are known.

// A gap is a range [from, to) of leaves that are all hashes of zero symbols, in every one of several trees. Both are even, so that every other node of a level has its neighbour outside.
type gap struct{ from, to int }

// zeroGap is the gap of slivers of k symbols of size bytes; it is empty if too little is zero to be worth while.
func zeroGap(slivers [][]byte, k, size int) gap {
	const least = 16 // symbols
	last := 0        // bytes up to the last one that is not zero
	for _, data := range slivers {
		end := len(data)
		for end > last && data[end-1] == 0 {
			end--
		}
		if last = end; k*size-last < least*size {
			return gap{}
		}
	}
	g := gap{from: (last + size - 1) / size, to: k}
	g.from += g.from % 2
	g.to -= g.to % 2
	if g.to-g.from < least {
		return gap{}
	}
	return g
}

// gapRoots writes the roots of len(dst) trees of n leaves each, whose leaf hashes lie one tree after the other in leaves, but for those in the gap, which are not looked at. zeros are
// the roots of complete trees of 1<<level zero leaves. buf is memory for later calls. It is merkle.Roots without the nodes below which everything is zero.
func gapRoots(dst, leaves []merkle.Hash, n int, g gap, zeros []merkle.Hash, buf *[]merkle.Hash) {
	trees := len(dst)
	if need := trees * (n + 2); len(*buf) < need {
		*buf = make([]merkle.Hash, need)
	}
	level := *buf
	width := g.from + n - g.to // nodes of a tree that are there, completed to an even number
	width += width % 2
	for t := range trees {
		tree := level[t*width : (t+1)*width]
		tree[width-1] = merkle.Hash{}
		copy(tree, leaves[t*n:t*n+g.from])
		copy(tree[g.from:], leaves[t*n+g.to:(t+1)*n])
	}
	for m, l := n, 1; m > 1; l++ {
		half := width / 2
		merkle.InnerHashes(level[:trees*half], level[:trees*width])
		if m = (m + 1) / 2; m == 1 {
			break
		}
		// The level above has a gap of half the width. Nodes of it come back where it would be odd, or all of them when it closes.
		was := gap{g.from / 2, g.to / 2}
		if g = (gap{was.from + was.from%2, was.to - was.to%2}); g.from >= g.to {
			g = gap{}
		}
		left, right := was.from, m-was.to
		back := m - left - right - (g.to - g.from)
		width = left + back + right
		if width += width % 2; width == half {
			continue // nothing comes back
		}
		for t := trees - 1; t >= 0; t-- { // outward, so from the last tree on
			from, to := level[t*half:], level[t*width:(t+1)*width]
			copy(to[left+back:], from[left:left+right])
			copy(to, from[:left])
			for i := left; i < left+back; i++ {
				to[i] = zeros[l]
			}
			if left+back+right < width {
				to[width-1] = merkle.Hash{}
			}
		}
	}
	copy(dst, level)
}
