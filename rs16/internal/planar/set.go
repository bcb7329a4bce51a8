package planar

// A set holds the loops of one family of instructions. All of them work on at least one block, and touch nothing outside the blocks that
// their arguments name. Blocks need no alignment.
type set struct {
	// nibbles tells how linear maps on bytes are given: as two look-ups of 16 bytes each, by the low and by the high nibble, or as bit
	// matrices, in which entry (output bit o, input bit i) is bit (7-o)*8 + i.
	nibbles bool

	// The basic loops. A factor is four maps: low to low, high to low, low to high, high to high.

	// copyTower copies blocks and adds to each low byte the image of its high byte under a map. dst may be src. It prefetches as many bytes from the address
	// ahead on, which may be any.
	copyTower func(dst, src *byte, blocks int, table *uint64, ahead uintptr)
	// scale multiplies blocks by a factor.
	scale func(p *byte, blocks int, factor *uint64)
	// addScaled adds the product of blocks and a factor to others.
	addScaled func(dst, src *byte, blocks int, factor *uint64)
	// xor adds blocks to others.
	xor func(dst, src *byte, blocks int)
	// inverse does y += x, then x += c*y; forward does x += c*y, then y += x.
	inverse, forward butterflies

	// walsh runs the layers of distance dist, a multiple of 8, and 2*dist of a Walsh-Hadamard transform of count numbers. It may be nil.
	walsh func(p *int32, count, dist int)

	fused *fused // nil if there are none
}

// butterflies are those of one direction, between 2, 4 or 8 legs: runs of blocks that begin leg bytes apart at p.
type butterflies struct {
	// small2 takes a constant of GF(256), which is one map for low and high bytes, large2 any constant as a factor.
	small2, large2 func(p *byte, leg, blocks int, table *uint64)
	// small4 takes the constant of the outer layer and both of the inner one, small8 all seven one after the other. Either may be nil.
	small4 func(p *byte, leg, blocks int, outer, first, second *uint64)
	small8 func(p *byte, leg, blocks int, table *uint64)
}

// fused are loops that do in one pass over memory what else takes several. Their arguments are explained where they are called, in pass.go and row.go.
type fused struct {
	// windows tells kernels that take direct layouts only.
	windows bool

	inverse, forward [3][4]func(p *byte, leg, blocks int, table *uint64) // by the logarithm of legs less 1, and by large layers
	inverseLoad      [4]func(dst *byte, leg int, rows, next *[]byte, start int, descriptors *byte, blocks int, table *uint64, tower *uint64)
	forwardStore     [4]func(rows, next *[]byte, start int, src *byte, leg int, descriptors *byte, blocks int, table *uint64, tower *uint64)
	turn             [4][4]func(dst, keep, add, src *byte, leg, blocks int, inverse, forward *uint64) // by legs: 0, 4, 6, 8
	merge            [4][4]func(dst, add, src, other *byte, leg, blocks int, inverse, otherInverse, forward *uint64)
	fork             [4][4]func(dst, other, src *byte, leg, blocks int, inverse, forward, otherForward *uint64)

	load, loadScaled   func(dst, row, descriptors *byte, blocks int, factor *uint64, tower *uint64)
	store, storeScaled func(row, src, descriptors *byte, blocks int, factor *uint64, tower *uint64)
	loadScaledRows     func(dst *byte, leg int, rows *[]byte, which *int32, ahead, start, count int, descriptors *byte, blocks int, factors *uint64, tower *uint64)
	storeScaledRows    func(rows *[]byte, which *int32, ahead, start, count int, src *byte, leg int, descriptors *byte, blocks int, factors *uint64, tower *uint64)
	derive             func(dst, src *byte, leg, blocks int, offsets *int, count int)
	combine            [4]func(dst *byte, leg int, src *byte, stride, rows, blocks int, table *uint64) // by the logarithm of outputs
}

// active is the set that runs.
var active = choose()

// Supported reports whether there is one. Nothing else in this package may be called otherwise.
func Supported() bool { return active.xor != nil }

// fusedFor returns the fused loops, or nil if there are none for a layout.
func fusedFor(l *Layout) *fused {
	if f := active.fused; f != nil && (l.direct || !f.windows) {
		return f
	}
	return nil
}

func (s *set) mapWords() int {
	if s.nibbles {
		return nibblesWords
	}
	return matrixWords
}
