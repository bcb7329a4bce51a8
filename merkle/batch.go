package merkle

import "walrus/merkle/internal/lanes"

// LeafHashes writes to dst[i] the hash of the leaf data[i*stride : i*stride+size]. It hashes many leaves at a time where the processor can.
func LeafHashes(dst []Hash, data []byte, size, stride int) { lanes.Leaves(dst, data, size, stride) }

// InnerHashes writes to dst[i] the hash of the inner node with children src[2i] and src[2i+1]. src has twice as many hashes as dst, which may
// be its first half.
func InnerHashes(dst, src []Hash) { lanes.Inner(dst, src) }

// InnerPairs writes to dst[i] the hash of the inner node with children left[i] and right[i]. All three are equally long; dst may be one of the others. Levels of
// many trees that lie node by node need not be moved for it.
func InnerPairs(dst, left, right []Hash) { lanes.Pairs(dst, left, right) }

// Roots writes the roots of len(dst) trees of n leaves each, whose leaf hashes lie one tree after the other in leaves. Level by level all trees are
// hashed together. buf is memory for later calls; n is at least 1.
func Roots(dst, leaves []Hash, n int, buf *[]Hash) {
	trees := len(dst)
	even := n + n%2
	if len(*buf) < trees*even {
		*buf = make([]Hash, trees*even)
	}
	level := *buf
	for t := range trees {
		copy(level[t*even:], leaves[t*n:(t+1)*n])
		if even > n {
			level[t*even+n] = Hash{}
		}
	}
	for m := n; m > 1; {
		half := (m + 1) / 2
		InnerHashes(level[:trees*half], level[:trees*2*half])
		m = half
		if m > 1 && m%2 == 1 { // complete every tree's odd level; from the last tree on, so that nothing is overwritten
			for t := trees - 1; t >= 0; t-- {
				copy(level[t*(m+1):], level[t*m:(t+1)*m])
				level[t*(m+1)+m] = Hash{}
			}
		}
	}
	copy(dst, level)
}

// AddSubtree appends the root of a complete subtree of 1<<level leaves. The number of leaves so far must be a multiple of that.
func (b *Builder) AddSubtree(level int, h Hash) {
	t := level
	for ; b.count>>t&1 == 1; t++ {
		h = InnerHash(b.pending[t], h)
	}
	for len(b.pending) <= t {
		b.pending = append(b.pending, Hash{})
	}
	b.pending[t] = h
	b.count += 1 << level
}
