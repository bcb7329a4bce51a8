package planar

import (
	"math/bits"
	"unsafe"

	"walrus/internal/kernel"
)

//go:generate sh -c "cd gen && go run . -out ../planar_amd64.s -stubs ../stubs_amd64.go -pkg planar"

// Supported reports whether the kernels run on this processor: package kernel decides.
func Supported() bool { return kernel.Active() >= kernel.GFNI }

type loop func(p *uint64, leg int, groups int, table *uint64)

// Inverse runs the butterflies of the inverse transform between legs (2, 4 or 8) equal runs of rows that fill w.
func Inverse(w []uint64, legs int, c Constants) { run(w, legs, c, &inverseKernels) }

// Forward does the same for the forward transform.
func Forward(w []uint64, legs int, c Constants) { run(w, legs, c, &forwardKernels) }

// indexed by log2(legs)-1 and by whether the constants are small
var (
	inverseKernels = [3][2]loop{{inverse2Large, inverse2Small}, {inverse4Large, inverse4Small}, {inverse8Large, inverse8Small}}
	forwardKernels = [3][2]loop{{forward2Large, forward2Small}, {forward4Large, forward4Small}, {forward8Large, forward8Small}}
)

func run(w []uint64, legs int, c Constants, kernels *[3][2]loop) {
	per := 4
	pick := 0
	if c.Small {
		per, pick = 1, 1
	}
	leg := len(w) / legs
	if leg%GroupWords != 0 || len(w) != leg*legs || len(c.Table) < per*(legs-1) {
		panic("planar: legs are not whole groups, or constants are missing")
	}
	if leg == 0 {
		return
	}
	kernels[bits.Len(uint(legs))-2][pick](&w[0], 8*leg, leg/GroupWords, &c.Table[0])
}

// Load gathers len(blocks)/2 groups from the wire bytes of row.
func Load(dst []uint64, row []byte, blocks []Block) {
	groups := check(dst, row, blocks)
	if groups > 0 {
		loadRow(&dst[0], &row[0], (*byte)(unsafe.Pointer(&blocks[0])), groups, towerMatrix)
	}
}

// Store scatters len(blocks)/2 groups to the wire bytes of row.
func Store(row []byte, src []uint64, blocks []Block) {
	groups := check(src, row, blocks)
	if groups > 0 {
		storeRow(&row[0], &src[0], (*byte)(unsafe.Pointer(&blocks[0])), groups, towerMatrix)
	}
}

// check holds the kernels inside their slices: blocks rise, so the last one that touches anything decides.
func check(groups []uint64, row []byte, blocks []Block) int {
	n := len(blocks) / 2
	if len(blocks)%2 != 0 || len(groups) < n*GroupWords {
		panic("planar: blocks do not make whole groups")
	}
	for i := len(blocks) - 1; i >= 0; i-- {
		if b := blocks[i]; b.Mask != 0 {
			if end := b.Offset + bits.Len64(b.Mask); b.Offset < 0 || end > len(row) {
				panic("planar: block outside its row")
			}
			break
		}
	}
	return n
}

// Scale multiplies all elements of whole groups by the constant with the given matrices.
func Scale(w []uint64, m *[4]uint64) {
	if n := len(w) / GroupWords; n > 0 {
		scaleRow(&w[0], n, &m[0])
	}
}

// Xor adds src to dst, whole groups of equal number.
func Xor(dst, src []uint64) {
	if len(dst) != len(src) || len(dst)%GroupWords != 0 {
		panic("planar: lengths differ")
	}
	if n := len(dst) / GroupWords; n > 0 {
		xorRow(&dst[0], &src[0], n)
	}
}
