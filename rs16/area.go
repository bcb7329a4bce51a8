package rs16

import (
	"math/bits"
	"sync"
	"sync/atomic"

	"walrus/rs16/internal/planar"
)

// useVector says whether transforms run on the kernels of package planar. Tests switch it off to compare.
var useVector = planar.Supported()

// An area is rows of blocks laid out for package planar. Rows that butterflies join never lie a multiple of 4096 bytes apart, where they would
// compete for the same few places of the first-level cache: every 64 rows a block is left free, and row is not a multiple of 512 bytes.
type area struct {
	b      []byte
	blocks int // in a row that are used
	row    int // bytes from one row to the next
}

const padEvery = 64

// rowBytes returns the distance of rows of so many blocks.
func rowBytes(blocks int) int {
	if blocks%8 == 0 {
		blocks++
	}
	return blocks * planar.BlockBytes
}

// areaBytes returns the size of an area, a multiple of a block.
func areaBytes(rows, blocks int) int {
	return rows*rowBytes(blocks) + (rows/padEvery+1)*planar.BlockBytes
}

// at returns the offset of row q.
func (a *area) at(q int) int { return q*a.row + q/padEvery*planar.BlockBytes }

// from returns the area from row q on.
func (a *area) from(q int) []byte { return a.b[a.at(q):] }

// zero clears rows [from, to).
func (a *area) zero(from, to int) {
	if from < to {
		clear(a.b[a.at(from) : a.at(to-1)+a.row])
	}
}

// A pass joins legs of sub rows each. All passes but the outermost one of a transform join eight.
func sub(size int) int {
	s := 1
	for s*planar.FusedLegs < size {
		s *= planar.FusedLegs
	}
	return s
}

// leg returns the distance of the legs of sub rows and the number of blocks in one, gaps included.
func (a *area) leg(sub int) (leg, blocks int) {
	switch {
	case sub == 1:
		return a.row, a.blocks
	case sub < padEvery:
		return sub * a.row, sub * a.row / planar.BlockBytes
	}
	return a.at(sub), a.at(sub)/planar.BlockBytes - 1
}

// A transform runs on the first rows of an area. Rows are points from delta on before an inverse transform and after a forward one.
type transform struct {
	area
	delta int
	// first and count tell the ends which rows of theirs these are: those from first on, of which the first count matter.
	first, count int
	ends         ends
}

// The ends of a transform are the table that its rows come from or go to.
type ends interface {
	// some reports whether any of the rows [q, q+size) is there to be loaded, or asked for.
	some(t *transform, q, size int) bool
	// one loads or stores row q.
	one(t *transform, q int)
	// eight does so for the rows from q on, together with the innermost pass over them; it returns false if it cannot.
	eight(t *transform, q int, c *planar.Constants) bool
}

// inverse loads the rows of the block of size rows at q and interpolates them. Rows that are not there are zero.
func (t *transform) inverse(q, size int) {
	if size == 1 {
		t.ends.one(t, q)
		return
	}
	c := blockConstants(t.delta+q, size)
	if size == planar.FusedLegs && t.ends.eight(t, q, c) {
		return
	}
	if active := t.inverseLegs(q, size); active < planar.FusedLegs {
		t.zero(q+planar.ActiveLegs(active)*sub(size), q+size)
	}
	leg, blocks := t.leg(sub(size))
	planar.Inverse(t.from(q), leg, blocks, c)
}

// inverseLegs runs inverse on the legs of a block. It returns how many there are up to the last that is not zero, at least one, and leaves those up to
// ActiveLegs of that valid.
func (t *transform) inverseLegs(q, size int) (active int) {
	s := sub(size)
	zero, active := q, 1 // rows from zero on to i have not been cleared
	for i := q; i < q+size; i += s {
		if t.ends.some(t, i, s) {
			t.zero(zero, i)
			t.inverse(i, s)
			zero, active = i+s, (i-q)/s+1
		}
	}
	t.zero(zero, min(q+planar.ActiveLegs(active)*s, q+size))
	return active
}

// forward evaluates the block of size rows at q and stores the rows asked for.
func (t *transform) forward(q, size int) {
	if size == 1 {
		t.ends.one(t, q)
		return
	}
	c := blockConstants(t.delta+q, size)
	if size == planar.FusedLegs && t.ends.eight(t, q, c) {
		return
	}
	leg, blocks := t.leg(sub(size))
	planar.Forward(t.from(q), leg, blocks, c)
	t.forwardLegs(q, size)
}

// forwardLegs runs forward on the legs of a block that are asked for.
func (t *transform) forwardLegs(q, size int) {
	s := sub(size)
	for i := q; i < q+size; i += s {
		if t.ends.some(t, i, s) {
			t.forward(i, s)
		}
	}
}

// source runs all passes of the inverse transform of m rows but the outermost one.
func (t *transform) source(m int) planar.Source {
	return planar.Source{Area: t.b, Active: t.inverseLegs(0, m), Constants: blockConstants(t.delta, m)}
}

// sink is where the forward transform of m rows begins.
func (t *transform) sink(m int) planar.Sink {
	s := planar.Sink{Area: t.b, Constants: blockConstants(t.delta, m)}
	for q := 0; q < m; q += sub(m) {
		if t.ends.some(t, q, sub(m)) {
			s.Wanted = q/sub(m) + 1
		}
	}
	return s
}

// constantCache memoises blockConstants by size and position. It is a pure function; concurrent first uses may both build an entry, with equal
// contents. A code of n symbols uses about n/7 entries of 56 to 224 bytes, or four times as much without GFNI.
var constantCache [17]struct {
	once  sync.Once
	slots []atomic.Pointer[planar.Constants]
}

// blockConstants returns the constants of the pass over a block of size rows, at least 2, whose first row is the point base.
func blockConstants(base, size int) *planar.Constants {
	level := bits.Len(uint(size)) - 1
	cache := &constantCache[level]
	cache.once.Do(func() { cache.slots = make([]atomic.Pointer[planar.Constants], (1<<17)>>level) })
	slot := &cache.slots[base>>level]
	if c := slot.Load(); c != nil {
		return c
	}
	var values []uint16
	for half := size / 2; half >= sub(size); half /= 2 {
		for q := 0; q < size; q += 2 * half {
			values = append(values, uint16((base+q)>>(bits.Len(uint(half))-1)))
		}
	}
	c := planarField().Constants(values)
	slot.Store(c)
	return c
}

// planarField makes constants for the kernels.
var planarField = sync.OnceValue(func() *planar.Field { return planar.NewField(tables().mul) })
