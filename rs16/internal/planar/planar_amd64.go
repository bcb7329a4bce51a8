package planar

import (
	"math/bits"
	"unsafe"

	"walrus/internal/kernel"
)

//go:generate sh -c "cd gen && go run . -out ../planar_amd64.s -stubs ../stubs_amd64.go -pkg planar"

// Supported reports whether kernels run on this processor: package kernel decides.
func Supported() bool { return kernel.Active() >= kernel.AVX2 }

// wide says that the kernels for AVX-512 with GFNI run, else those for AVX2. Constants are made for the ones or the others.
var wide = kernel.Active() >= kernel.GFNI

// NewConstants prepares the constants of a butterfly call, or the one of Scale, given by their matrices: outermost layer first. small promises that
// all of them are in GF(256), where one matrix says it all.
func NewConstants(matrices [][4]uint64, small bool) *Constants {
	c := &Constants{small: small}
	if wide {
		for _, m := range matrices {
			c.table = append(c.table, m[:c.maps()]...)
		}
		return c
	}
	c.nibbles = nibbleConstants(matrices, c.maps())
	return c
}

// Inverse runs the butterflies of the inverse transform between legs (2, 4 or 8) equal runs of rows that fill w.
func Inverse(w []uint64, legs int, c *Constants) {
	if run(w, legs, c, &inverseKernels) {
		inverse256(w, legs, c.nibbles, c.small)
	}
}

// Forward does the same for the forward transform.
func Forward(w []uint64, legs int, c *Constants) {
	if run(w, legs, c, &forwardKernels) {
		forward256(w, legs, c.nibbles, c.small)
	}
}

type loop func(p *uint64, leg int, groups int, table *uint64)

// indexed by log2(legs)-1 and by whether the constants are small
var (
	inverseKernels = [3][2]loop{{inverse2Large, inverse2Small}, {inverse4Large, inverse4Small}, {inverse8Large, inverse8Small}}
	forwardKernels = [3][2]loop{{forward2Large, forward2Small}, {forward4Large, forward4Small}, {forward8Large, forward8Small}}
)

// run checks the lengths and runs a kernel for AVX-512. It reports whether those for AVX2 are to run instead.
func run(w []uint64, legs int, c *Constants, kernels *[3][2]loop) (narrow bool) {
	leg := len(w) / legs
	if leg%GroupWords != 0 || len(w) != leg*legs || c.count() < legs-1 {
		panic("planar: legs are not whole groups, or constants are missing")
	}
	if leg == 0 || !wide {
		return leg > 0
	}
	pick := 0
	if c.small {
		pick = 1
	}
	kernels[bits.Len(uint(legs))-2][pick](&w[0], 8*leg, leg/GroupWords, &c.table[0])
	return false
}

// Load gathers len(blocks)/2 groups from the wire bytes of row.
func Load(dst []uint64, row []byte, blocks []Block) {
	groups := check(dst, row, blocks)
	switch {
	case groups == 0:
	case wide:
		loadRow(&dst[0], &row[0], (*byte)(unsafe.Pointer(&blocks[0])), groups, towerMatrix)
	default:
		load256(dst[:groups*GroupWords], row, blocks)
	}
}

// Store scatters len(blocks)/2 groups to the wire bytes of row. The contents of src are undefined afterwards.
func Store(row []byte, src []uint64, blocks []Block) {
	groups := check(src, row, blocks)
	switch {
	case groups == 0:
	case wide:
		storeRow(&row[0], &src[0], (*byte)(unsafe.Pointer(&blocks[0])), groups, towerMatrix)
	default:
		store256(row, src[:groups*GroupWords], blocks)
	}
}

// Scale multiplies all elements of whole groups by the constant, which was not promised to be small.
func Scale(w []uint64, c *Constants) {
	n := len(w) / GroupWords
	if c.small || c.count() < 1 {
		panic("planar: scale by no constant, or by one without all its matrices")
	}
	switch {
	case n == 0:
	case wide:
		scaleRow(&w[0], n, &c.table[0])
	default:
		scaleRow256(&w[0], n, &c.nibbles[0])
	}
}

// Xor adds src to dst, whole groups of equal number.
func Xor(dst, src []uint64) {
	if len(dst) != len(src) || len(dst)%GroupWords != 0 {
		panic("planar: lengths differ")
	}
	n := len(dst) / GroupWords
	switch {
	case n == 0:
	case wide:
		xorRow(&dst[0], &src[0], n)
	default:
		xorRow256(&dst[0], &src[0], n)
	}
}
