package merkle

import "walrus/merkle/internal/lanes"

// InnerPairs writes to dst[i] the hash of the inner node with children left[i] and right[i]. All three are equally long; dst may be one of the others.
func InnerPairs(dst, left, right []Hash) { lanes.Pairs(dst, left, right) }

// FoldColumns computes the roots of n complete trees of 1<<level leaves each, whose leaf hashes lie leaf by leaf: that of leaf c of tree t at columns[c*n+t]. It
// works in place, leaves the roots in columns[:n] and returns that.
func FoldColumns(columns []Hash, n, level int) []Hash {
	column := func(c int) []Hash { return columns[c*n : (c+1)*n] }
	for width := 1 << level; width > 1; width /= 2 {
		for c := range width / 2 {
			InnerPairs(column(c), column(2*c), column(2*c+1))
		}
	}
	return columns[:n]
}

// A Forest computes the roots of many trees that grow together, leaf by leaf: what [Builder] is for one tree. It keeps one hash per tree and level, and
// hashes the same node of all trees at a time. The zero value has no trees. It must not be used concurrently.
type Forest struct {
	trees   int
	count   int      // of leaves in each tree
	pending [][]Hash // pending[t], a hash per tree, is valid if bit t of count is set
	carry   []Hash
}

// Reset makes it a forest of n empty trees and uses memory of earlier ones again.
func (f *Forest) Reset(n int) {
	f.trees, f.count = n, 0
	if cap(f.carry) < n {
		f.carry, f.pending = make([]Hash, n), nil
	}
	f.carry = f.carry[:n]
	for t := range f.pending {
		f.pending[t] = f.pending[t][:n]
	}
}

// Add appends leaf hash leaves[t] to tree t. It does not keep the slice.
func (f *Forest) Add(leaves []Hash) { f.AddSubtrees(0, leaves) }

// AddSubtrees appends to tree t the complete subtree of 1<<level leaves whose root is roots[t]. The number of leaves so far must be a multiple of that. It does not
// keep the slice.
func (f *Forest) AddSubtrees(level int, roots []Hash) {
	if len(roots) != f.trees || f.count&(1<<level-1) != 0 {
		panic("merkle: a subtree for each tree, where one may begin")
	}
	t := level
	for ; f.count>>t&1 == 1; t++ {
		InnerPairs(f.carry, f.pending[t], roots)
		roots = f.carry
	}
	for len(f.pending) <= t {
		f.pending = append(f.pending, make([]Hash, f.trees, cap(f.carry)))
	}
	copy(f.pending[t], roots)
	f.count += 1 << level
}

// Len returns the number of leaves that each tree has so far.
func (f *Forest) Len() int { return f.count }

// Roots writes the root of tree t to dst[t]. The trees have at least one leaf each; more may be added afterwards.
func (f *Forest) Roots(dst []Hash) {
	if len(dst) != f.trees || f.count == 0 {
		panic("merkle: roots of trees without leaves")
	}
	top := PathLen(f.count)
	have := false // dst are the last nodes of level t, if they are not complete in pending
	var empty []Hash
	for t := range top {
		left := f.count>>t&1 == 1
		if (left && have) || (!left && !have) {
			if left {
				InnerPairs(dst, f.pending[t], dst)
			}
			continue
		}
		if empty == nil {
			empty = make([]Hash, f.trees) // zeros stand for Empty
		}
		if left {
			copy(dst, f.pending[t])
			have = true
		}
		InnerPairs(dst, dst, empty)
	}
	if !have {
		copy(dst, f.pending[top])
	}
}
