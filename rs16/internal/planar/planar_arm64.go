package planar

import "walrus/internal/kernel"

// Supported reports whether kernels run on this processor: package kernel decides.
func Supported() bool { return kernel.Active() == kernel.NEON }

// NewConstants prepares the constants of a butterfly call, or the one of Scale, given by their matrices: outermost layer first. small promises that
// all of them are in GF(256), where one matrix says it all.
func NewConstants(matrices [][4]uint64, small bool) *Constants {
	c := &Constants{small: small}
	c.nibbles = nibbleConstants(matrices, c.maps())
	return c
}

// Inverse runs the butterflies of the inverse transform between legs (2, 4 or 8) equal runs of rows that fill w.
func Inverse(w []uint64, legs int, c *Constants) {
	if checkLegs(w, legs, c) {
		inverse128(w, legs, c.nibbles, c.small)
	}
}

// Forward does the same for the forward transform.
func Forward(w []uint64, legs int, c *Constants) {
	if checkLegs(w, legs, c) {
		forward128(w, legs, c.nibbles, c.small)
	}
}

// checkLegs holds the kernels inside their slices. It reports whether there is anything to do.
func checkLegs(w []uint64, legs int, c *Constants) bool {
	leg := len(w) / legs
	if leg%GroupWords != 0 || len(w) != leg*legs || c.count() < legs-1 {
		panic("planar: legs are not whole groups, or constants are missing")
	}
	return leg > 0
}

// inverse128 is Inverse. The tables of seven constants of GF(256) fit the registers, of GF(2^16) those of one.
func inverse128(w []uint64, legs int, table []byte, small bool) {
	leg := len(w) / legs
	bytes, groups := 8*leg, leg/GroupWords
	switch {
	case small && legs == 2:
		inverse2Small128(&w[0], bytes, groups, &table[0])
	case small && legs == 4:
		inverse4Small128(&w[0], bytes, groups, &table[0])
	case small && legs == 8:
		inverse8Small128(&w[0], bytes, groups, &table[0])
	case legs == 2:
		inverse2Large128(&w[0], bytes, groups, &table[0])
	default:
		own, upper, lower := halves(table, legs, small)
		inverse128(w[:len(w)/2], legs/2, upper, small)
		inverse128(w[len(w)/2:], legs/2, lower, small)
		inverse128(w, 2, own, small)
	}
}

// forward128 is Forward.
func forward128(w []uint64, legs int, table []byte, small bool) {
	leg := len(w) / legs
	bytes, groups := 8*leg, leg/GroupWords
	switch {
	case small && legs == 2:
		forward2Small128(&w[0], bytes, groups, &table[0])
	case small && legs == 4:
		forward4Small128(&w[0], bytes, groups, &table[0])
	case small && legs == 8:
		forward8Small128(&w[0], bytes, groups, &table[0])
	case legs == 2:
		forward2Large128(&w[0], bytes, groups, &table[0])
	default:
		own, upper, lower := halves(table, legs, small)
		forward128(w, 2, own, small)
		forward128(w[:len(w)/2], legs/2, upper, small)
		forward128(w[len(w)/2:], legs/2, lower, small)
	}
}

// Load gathers len(blocks)/2 groups from the wire bytes of row: blocks in Go, the conversion to tower form by a kernel.
func Load(dst []uint64, row []byte, blocks []Block) {
	if groups := check(dst, row, blocks); groups > 0 {
		gatherBlocks(view(dst[:groups*GroupWords]), row, blocks)
		towerRow128(&dst[0], groups, &towerNibbles[0])
	}
}

// Store scatters len(blocks)/2 groups to the wire bytes of row. The contents of src are undefined afterwards.
func Store(row []byte, src []uint64, blocks []Block) {
	if groups := check(src, row, blocks); groups > 0 {
		towerRow128(&src[0], groups, &towerNibbles[0])
		scatterBlocks(row, view(src[:groups*GroupWords]), blocks)
	}
}

// Scale multiplies all elements of whole groups by the constant, which was not promised to be small.
func Scale(w []uint64, c *Constants) {
	if c.small || c.count() < 1 {
		panic("planar: scale by no constant, or by one without all its matrices")
	}
	if n := len(w) / GroupWords; n > 0 {
		scaleRow128(&w[0], n, &c.nibbles[0])
	}
}

// Xor adds src to dst, whole groups of equal number.
func Xor(dst, src []uint64) {
	if len(dst) != len(src) || len(dst)%GroupWords != 0 {
		panic("planar: lengths differ")
	}
	if n := len(dst) / GroupWords; n > 0 {
		xorRow128(&dst[0], &src[0], n)
	}
}
