package rs16

import "math/bits"

// A work area is size rows of width words, row after row. A word packs four elements; lanes never
// interact, so which elements share a word does not matter.
type work struct {
	w     []uint64
	width int
}

// rows returns rows [from, to) as one run of words.
func (a work) rows(from, to int) []uint64 { return a.w[from*a.width : to*a.width] }

// constant returns the multiplier of the butterflies between the two halves of the block of size rows
// that starts at row q of a transform with the given offset: the subspace polynomial at that point.
func constant(q, size, delta int) *multiplier {
	c := (q + delta) >> (bits.Len(uint(size)) - 2) // half = size/2 = 1 << that shift
	if c == 0 {
		return nil
	}
	return butterflyMultiplier(c)
}

// inverse transforms rows [q, q+size), values at the points delta+q and on, into coefficients in the
// novel polynomial basis. Rows from trunc on must be zero. size is a power of two.
//
// The recursion is depth first: the inner blocks of a transform that exceeds the cache do not.
func (a work) inverse(q, size, trunc, delta int) {
	if size == 1 || q >= trunc {
		return
	}
	half := size / 2
	a.inverse(q, half, trunc, delta)
	a.inverse(q+half, half, trunc, delta)
	butterflyIn(a.rows(q, q+half), a.rows(q+half, q+size), constant(q, size, delta))
}

// forward evaluates at the points delta+q and on the polynomial whose coefficients are in rows
// [q, q+size). Only rows in [lo, hi) are valid afterwards.
func (a work) forward(q, size, lo, hi, delta int) {
	if size == 1 || q >= hi || q+size <= lo {
		return
	}
	half := size / 2
	butterflyOut(a.rows(q, q+half), a.rows(q+half, q+size), constant(q, size, delta))
	a.forward(q, half, lo, hi, delta)
	a.forward(q+half, half, lo, hi, delta)
}

// derive replaces the coefficients in size rows by those of the formal derivative. Only the first limit
// rows are valid afterwards.
func (a work) derive(size, limit int) {
	for i := 1; i < size; i++ {
		low := i & -i
		if i-low >= limit {
			continue
		}
		n := min(low, limit-(i-low))
		xorInto(a.rows(i-low, i-low+n), a.rows(i, i+n))
	}
}
