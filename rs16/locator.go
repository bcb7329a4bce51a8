package rs16

import (
	"math/bits"
	"sync"
)

// locate computes the erasure locator: lam[p] is the logarithm of the product of p+e over all erased rows e
// other than p (section 7.2). Erased rows beyond N form whole cosets, whose product is 1, so length N is
// enough for the Walsh-Hadamard transform.
func (d *Decoder) locate(have []bool) []uint16 {
	c := d.code
	m, r := c.chunk, c.n-c.k
	erased := make([]int64, d.size)
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

	// Plain integers: factors below 2^17 in size, sums of at most 2^16 of them, twice.
	walsh(erased)
	for p, v := range logSpectrum(d.size) {
		erased[p] *= v
	}
	walsh(erased)
	// 2^16 = 1 modulo the order, so the sum of the 16-bit digits has the same remainder, and the inverse of N = 2^t is 2^(16-t): a rotation.
	turn := 16 - (bits.Len(uint(d.size)) - 1)
	lam := make([]uint16, d.size)
	for p, v := range erased {
		u := uint64(v + order<<33) // positive: v is above -2^49
		u = u&order + u>>16&order + u>>32&order + u>>48
		u = u&order + u>>16
		u = u&order + u>>16
		lam[p] = bits.RotateLeft16(uint16(u), turn)
	}
	return lam
}

// spectra holds the transforms of the logarithms by the logarithm of their length.
var spectra [17]struct {
	once sync.Once
	log  []int64
}

// logSpectrum returns the Walsh-Hadamard transform of the logarithms of the first n indices modulo order, that of 0 taken as 0.
func logSpectrum(n int) []int64 {
	s := &spectra[bits.Len(uint(n))-1]
	s.once.Do(func() {
		s.log = make([]int64, n)
		for i, l := range tables().log[:n] {
			s.log[i] = int64(l)
		}
		s.log[0] = 0
		walsh(s.log)
		for i, v := range s.log {
			s.log[i] = v % order
		}
	})
	return s.log
}

// walsh is the Walsh-Hadamard transform of a power of two of numbers, two layers at a time. Numbers grow by its length at most.
func walsh(d []int64) {
	dist := 1
	if (bits.Len(uint(len(d)))-1)%2 == 1 {
		for i := 0; i < len(d); i += 2 {
			a, b := d[i], d[i+1]
			d[i], d[i+1] = a+b, a-b
		}
		dist = 2
	}
	for ; dist < len(d); dist *= 4 {
		for q := 0; q < len(d); q += 4 * dist {
			w, x, y, z := d[q:q+dist], d[q+dist:][:dist], d[q+2*dist:][:dist], d[q+3*dist:][:dist]
			for i, a := range w {
				b, c, e := x[i], y[i], z[i]
				a, b, c, e = a+b, a-b, c+e, c-e
				w[i], x[i], y[i], z[i] = a+c, b+e, a-c, b-e
			}
		}
	}
}
