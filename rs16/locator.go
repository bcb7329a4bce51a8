package rs16

import (
	"math/bits"
	"sync"

	"walrus/rs16/internal/planar"
)

// locate computes the erasure locator: lam[p] is the logarithm of the product of p+e over all erased rows e
// other than p (section 7.2). Erased rows beyond N form whole cosets, whose product is 1, so length N is
// enough for the Walsh-Hadamard transform.
func (d *Decoder) locate(have []bool) []uint16 {
	c := d.code
	m, r := c.chunk, c.n-c.k
	erased := make([]int32, d.size)
	for i, ok := range have {
		if !ok {
			erased[c.position(i)] = 1
		}
	}
	unusedFrom, unusedTo := m+r, d.size
	if c.high {
		unusedFrom, unusedTo = r, m
	}
	for p := unusedFrom; p < unusedTo; p++ {
		erased[p] = 1
	}

	// Integers without remainders in between: at most 2^16 in size after the first transform, at most 2^16 * 32767, which fits, after the second.
	planar.Walsh(erased)
	for p, v := range logSpectrum(d.size) {
		erased[p] = balance(int64(erased[p]) * int64(v))
	}
	planar.Walsh(erased)
	// 2^16 = 1 modulo the order, so the inverse of N = 2^t is 2^(16-t): a rotation.
	turn := 16 - (bits.Len(uint(d.size)) - 1)
	lam := make([]uint16, d.size)
	for p, v := range erased {
		r := balance(int64(v))
		if r < 0 {
			r += order
		}
		lam[p] = bits.RotateLeft16(uint16(r), turn)
	}
	return lam
}

// balance returns the remainder of v modulo order that is smallest in size. The size of v is below 2^47.
func balance(v int64) int32 {
	u := uint64(v + order<<32)        // positive
	u = u&order + u>>16&order + u>>32 // since 2^16 = 1, the sum of the digits has the same remainder
	u = u&order + u>>16
	u = u&order + u>>16
	if u > order/2 {
		return int32(u) - order
	}
	return int32(u)
}

// spectra holds the transforms of the logarithms by the logarithm of their length.
var spectra [17]struct {
	once sync.Once
	log  []int32
}

// logSpectrum returns the Walsh-Hadamard transform of the logarithms of the first n indices modulo order, that of 0 taken as 0.
func logSpectrum(n int) []int32 {
	s := &spectra[bits.Len(uint(n))-1]
	s.once.Do(func() {
		s.log = make([]int32, n)
		for i, l := range tables().log[:n] {
			s.log[i] = balance(int64(l))
		}
		s.log[0] = 0
		planar.Walsh(s.log)
		for i, v := range s.log {
			s.log[i] = balance(int64(v))
		}
	})
	return s.log
}
