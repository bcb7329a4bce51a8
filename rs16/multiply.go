package rs16

import "sync/atomic"

// A multiplier holds the products of one constant with every low and every high byte, so that a product
// takes two look-ups. 1 KiB: a few of them live in the first-level cache next to a strip of rows.
type multiplier struct {
	lo, hi [256]uint16
}

// multipliers memoises the constants of butterflies, which are even. It is a pure function of the index;
// concurrent first uses may both build an entry, with equal contents. A code of n symbols uses about n/2
// of them: 1 MiB for n = 1000, at most 32 MiB for all.
var multipliers [1 << 15]atomic.Pointer[multiplier]

// butterflyMultiplier returns the multiplier of the even constant c.
func butterflyMultiplier(c int) *multiplier {
	slot := &multipliers[c>>1]
	if m := slot.Load(); m != nil {
		return m
	}
	f := tables()
	m := newMultiplier(f, f.log[c])
	slot.Store(m)
	return m
}

// newMultiplier builds the multiplier of the element with logarithm e.
func newMultiplier(f *field, e uint16) *multiplier {
	m := new(multiplier)
	for i := range 8 { // products are linear: one multiplication per bit, the rest are sums
		bitLo, bitHi := f.mulLog(1<<i, e), f.mulLog(1<<(8+i), e)
		for v := range 1 << i {
			m.lo[1<<i|v] = m.lo[v] ^ bitLo
			m.hi[1<<i|v] = m.hi[v] ^ bitHi
		}
	}
	return m
}

// product multiplies the four elements packed in v.
func (m *multiplier) product(v uint64) uint64 {
	r := uint64(m.lo[uint8(v)] ^ m.hi[uint8(v>>8)])
	r |= uint64(m.lo[uint8(v>>16)]^m.hi[uint8(v>>24)]) << 16
	r |= uint64(m.lo[uint8(v>>32)]^m.hi[uint8(v>>40)]) << 32
	return r | uint64(m.lo[uint8(v>>48)]^m.hi[uint8(v>>56)])<<48
}

// scale multiplies every element of x.
func (m *multiplier) scale(x []uint64) {
	for i, v := range x {
		x[i] = m.product(v)
	}
}

// scaleLog does what newMultiplier(f, e).scale(x) does, without a table: for short x.
func scaleLog(f *field, x []uint64, e uint16) {
	for i, v := range x {
		if v == 0 {
			continue
		}
		var r uint64
		for shift := 0; shift < 64; shift += 16 {
			r |= uint64(f.mulLog(uint16(v>>shift), e)) << shift
		}
		x[i] = r
	}
}

// xorInto adds y to x; the lengths are equal.
func xorInto(x, y []uint64) {
	y = y[:len(x)]
	for i := range x {
		x[i] ^= y[i]
	}
}

// butterflyIn is the butterfly of the inverse transform: y += x, then x += c*y. A nil m stands for c = 0.
func butterflyIn(x, y []uint64, m *multiplier) {
	if m == nil {
		xorInto(y, x)
		return
	}
	y = y[:len(x)]
	for i, a := range x {
		v := y[i] ^ a
		y[i] = v
		x[i] = a ^ m.product(v)
	}
}

// butterflyOut is the butterfly of the forward transform: x += c*y, then y += x.
func butterflyOut(x, y []uint64, m *multiplier) {
	if m == nil {
		xorInto(y, x)
		return
	}
	y = y[:len(x)]
	for i, a := range x {
		v := y[i]
		a ^= m.product(v)
		x[i] = a
		y[i] = v ^ a
	}
}
