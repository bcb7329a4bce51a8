package rs16

import (
	"math/bits"
	"sync"
	"sync/atomic"

	"walrus/rs16/internal/planar"
)

// useVector says whether transforms run on the kernels of package planar. Tests switch it off to compare.
var useVector = planar.Supported()

// A shape says how the elements of one strip lie in a row of the work area, when that is planar: which wire blocks make which groups. It
// depends on sizes only, so strips of one table share it.
type shape struct {
	size   int // bytes of each symbol that are in the strip
	count  int // symbols
	groups int
	pieces []piece
	load   [2]*[planar.BlockBytes]byte // arrangement of a full and of a partial block
	store  [2]*[planar.BlockBytes]byte
	// whole symbols share a block only if they lie end to end
	gather  bool
	stride  [2]int // strides for which blocks are ready
	blocks  [2][]planar.Block
	scatter []planar.Block // for symbols end to end, to store
	packed  []planar.Block // for symbols end to end, to load
	spare   []byte         // symbols end to end, on their way to or from a table where they are not
}

// A piece is one wire block: from byte at of symbol on, bytes long.
type piece struct{ symbol, at, bytes, form int }

// newShape lays out count symbols of size bytes.
func newShape(size, count int) *shape {
	s := &shape{size: size, count: count}
	if size < planar.BlockBytes {
		s.gather = true
		per := planar.BlockBytes / size
		for c := 0; c < count; c += per {
			n := min(per, count-c)
			s.pieces = append(s.pieces, piece{symbol: c, bytes: n * size})
		}
		s.load[0], s.store[0] = arrangement(size, per)
	} else {
		tail := size % planar.BlockBytes
		for c := range count {
			for at := 0; at < size; at += planar.BlockBytes {
				p := piece{symbol: c, at: at, bytes: min(planar.BlockBytes, size-at)}
				if p.bytes == tail {
					p.form = 1
				}
				s.pieces = append(s.pieces, p)
			}
		}
		s.load[0], s.store[0] = arrangement(planar.BlockBytes, 1)
		s.load[1], s.store[1] = arrangement(tail, 1)
	}
	s.groups = (len(s.pieces) + 1) / 2
	s.packed = s.place(size, &s.load)
	s.scatter = s.place(size, &s.store)
	return s
}

// arrangement returns the permutations of a wire block that holds per symbols, or one piece of a symbol, of n bytes each: from wire bytes to
// 32 low and 32 high bytes, and back. Unused elements take the contents of any byte; no element depends on another.
func arrangement(n, per int) (load, store *[planar.BlockBytes]byte) {
	load, store = new([planar.BlockBytes]byte), new([planar.BlockBytes]byte)
	half := n / 2
	for i := range per {
		for j := range half {
			e, lo, hi := i*half+j, i*n+j, i*n+half+j
			load[e], load[32+e] = byte(lo), byte(hi)
			store[lo], store[hi] = byte(e), byte(32+e)
		}
	}
	return load, store
}

// place makes the blocks for symbols that lie stride bytes apart. The last group may end with an empty block.
func (s *shape) place(stride int, perm *[2]*[planar.BlockBytes]byte) []planar.Block {
	blocks := make([]planar.Block, 0, 2*s.groups)
	for _, p := range s.pieces {
		blocks = append(blocks, planar.Block{Offset: p.symbol*stride + p.at, Mask: ^uint64(0) >> (planar.BlockBytes - p.bytes), Perm: perm[p.form]})
	}
	if len(blocks)%2 == 1 {
		blocks = append(blocks, planar.Block{Perm: perm[0]})
	}
	return blocks
}

// width is the number of words of a row of the work area.
func (s *shape) width() int { return s.groups * planar.GroupWords }

// extent is the number of bytes of a row from the first symbol's beginning to the last one's end.
func (s *shape) extent(stride int) int { return (s.count-1)*stride + s.size }

// side tells loading from storing.
const (
	loading = iota
	storing
)

// blocksFor returns the blocks for a table with the given stride. A shape serves one source and one destination.
func (s *shape) blocksFor(side, stride int) []planar.Block {
	if s.blocks[side] == nil || s.stride[side] != stride {
		perm := &s.load
		if side == storing {
			perm = &s.store
		}
		s.stride[side], s.blocks[side] = stride, s.place(stride, perm)
	}
	return s.blocks[side]
}

// endToEnd returns memory for the strip's part of one row, contents undefined. A shape belongs to one call, so
// it is not shared.
func (s *shape) endToEnd() []byte {
	if s.spare == nil {
		s.spare = make([]byte, s.count*s.size)
	}
	return s.spare
}

// loadPlanar is load for a planar strip.
func (r Rows) loadPlanar(dst []uint64, i int, s strip) {
	row, sh := r.Row[i], s.shape
	start := s.first*r.Stride + s.off
	if direct := !sh.gather || r.Stride == sh.size; direct && start+sh.extent(r.Stride) <= len(row) {
		planar.Load(dst, row[start:], sh.blocksFor(loading, r.Stride))
		return
	}
	if start >= len(row) {
		clear(dst)
		return
	}
	tmp := sh.endToEnd()
	for c := range sh.count {
		symbol := tmp[c*sh.size : (c+1)*sh.size]
		clear(symbol[copy(symbol, row[min(start+c*r.Stride, len(row)):]):])
	}
	planar.Load(dst, tmp, sh.packed)
}

// storePlanar is store for a planar strip.
func (r Rows) storePlanar(i int, src []uint64, s strip) {
	row, sh := r.Row[i], s.shape
	start := s.first*r.Stride + s.off
	if !sh.gather || r.Stride == sh.size {
		planar.Store(row[start:], src, sh.blocksFor(storing, r.Stride))
		return
	}
	tmp := sh.endToEnd()
	planar.Store(tmp, src, sh.scatter)
	for c := range sh.count {
		copy(row[start+c*r.Stride:], tmp[c*sh.size:(c+1)*sh.size])
	}
}

// planarGroups is the number of groups in the rows of a strip, where the packed version takes limit words: two and a half times as much, because short
// rows leave kernels with too little to do between calls, and an odd number, because rows a power of two apart share few cache sets. A
// work area for 1000 symbols takes 640 KiB, of the second-level cache. With two groups encoding was 1.5 to 3 times slower.
func planarGroups(limit int) int { return limit*5/2/planar.GroupWords | 1 }

// planarStrips is strips for planar work areas.
func planarStrips(size, from, to, limit int, do func(strip)) {
	blocks := planarGroups(limit) * 2
	var known [2]*shape // full strips and the last one
	shaped := func(size, count int) *shape {
		for _, sh := range known {
			if sh != nil && sh.size == size && sh.count == count {
				return sh
			}
		}
		known[0], known[1] = newShape(size, count), known[0]
		return known[0]
	}
	per := blocks * (planar.BlockBytes / size) // symbols
	if size >= planar.BlockBytes {
		per = blocks / ((size + planar.BlockBytes - 1) / planar.BlockBytes)
	}
	if per >= 1 {
		for j := from; j < to; j += per {
			n := min(per, to-j)
			do(strip{first: j, count: n, size: size, shape: shaped(size, n)})
		}
		return
	}
	step := blocks * planar.BlockBytes
	for j := from; j < to; j++ {
		for off := 0; off < size; off += step {
			n := min(step, size-off)
			do(strip{first: j, count: 1, off: off, size: n, shape: shaped(n, 1)})
		}
	}
}

// planarLegs is the number of runs of rows that one kernel call works on in a block of size rows: three layers at a time while they last.
func planarLegs(size int) int { return min(size, 8) }

func (a work) inversePlanar(q, size, trunc, delta int) {
	if size == 1 || q >= trunc {
		return
	}
	legs := planarLegs(size)
	for i := range legs {
		a.inversePlanar(q+i*(size/legs), size/legs, trunc, delta)
	}
	planar.Inverse(a.rows(q, q+size), legs, blockConstants(q+delta, size))
}

func (a work) forwardPlanar(q, size, lo, hi, delta int) {
	if size == 1 || q >= hi || q+size <= lo {
		return
	}
	legs := planarLegs(size)
	planar.Forward(a.rows(q, q+size), legs, blockConstants(q+delta, size))
	for i := range legs {
		a.forwardPlanar(q+i*(size/legs), size/legs, lo, hi, delta)
	}
}

// constantCache memoises blockConstants by size and position. It is a pure function; concurrent first uses may both build an entry, with equal
// contents. A code of n symbols uses about n/7 entries of 56 or 224 bytes, or four times as much
// without GFNI.
var constantCache [17]struct {
	once  sync.Once
	slots []atomic.Pointer[planar.Constants]
}

// blockConstants returns the constants of a block of size rows whose first row is the point base: the layers that planarLegs merges,
// outermost first.
func blockConstants(base, size int) *planar.Constants {
	level := bits.Len(uint(size)) - 1
	cache := &constantCache[level]
	cache.once.Do(func() { cache.slots = make([]atomic.Pointer[planar.Constants], (1<<17)>>level) })
	slot := &cache.slots[base>>level]
	if c := slot.Load(); c != nil {
		return c
	}
	var values []int
	for half := size / 2; half >= size/planarLegs(size); half /= 2 {
		for q := 0; q < size; q += 2 * half {
			values = append(values, (base+q)>>(bits.Len(uint(half))-1))
		}
	}
	small := true
	f := tables()
	var matrices [][4]uint64
	for _, v := range values {
		small = small && v < 256
		matrices = append(matrices, planar.Matrices(func(x uint16) uint16 { return f.mul(uint16(v), x) }))
	}
	c := planar.NewConstants(matrices, small)
	slot.Store(c)
	return c
}

// planarScaler is newMultiplier for planar rows. Multiplication is linear in the constant too, so its matrices are sums of those of the constant's bits.
func planarScaler(f *field, e uint16) *planar.Constants {
	basis := scalerBasis()
	var m [4]uint64
	for v := f.mulLog(1, e); v != 0; v &= v - 1 {
		for i, b := range basis[bits.TrailingZeros16(v)] {
			m[i] ^= b
		}
	}
	return planar.NewConstants([][4]uint64{m}, false)
}

// scalerBasis holds the matrices of multiplication by each bit of an element.
var scalerBasis = sync.OnceValue(func() (basis [16][4]uint64) {
	f := tables()
	for i := range basis {
		basis[i] = planar.Matrices(func(x uint16) uint16 { return f.mul(1<<i, x) })
	}
	return basis
})
