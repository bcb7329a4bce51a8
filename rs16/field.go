package rs16

import "sync"

// Field elements are written as indices: the 16-bit value v stands for the sum of cantorBasis[i] over the
// bits i set in v. Addition of elements is XOR of indices, 0 is zero, 1 is one. The basis vectors are
// polynomials over GF(2) modulo polynomial.

const (
	polynomial = 0x1002D // x^16 + x^5 + x^3 + x^2 + 1
	order      = 1<<16 - 1
)

// cantorBasis satisfies basis[i+1]^2 + basis[i+1] = basis[i], which makes the subspace polynomials of
// the FFT plain shifts of the index.
var cantorBasis = [16]uint16{
	0x0001, 0xACCA, 0x3C0E, 0x163E, 0xC582, 0xED2E, 0x914C, 0x4012,
	0x6C98, 0x10D8, 0x6A72, 0xB900, 0xFDB8, 0xFB34, 0xFF38, 0x991E,
}

// field holds discrete logarithms of indices to the generator x.
type field struct {
	log [1 << 16]uint16 // log[0] = order: a sentinel that no product uses
	exp [1 << 16]uint16 // exp[order] = exp[0] = 1: exponents have two forms of zero
}

// tables builds the field once per process. They are a pure function of the constants above.
var tables = sync.OnceValue(func() *field {
	f := new(field)
	var dlog [1 << 16]uint16
	for i, state := 0, 1; i < order; i++ {
		dlog[state] = uint16(i)
		state <<= 1
		if state > order {
			state ^= polynomial
		}
	}
	dlog[0] = order
	var poly [1 << 16]uint16 // poly[v] is index v in the polynomial basis
	for i, b := range cantorBasis {
		for v := range 1 << i {
			poly[1<<i|v] = poly[v] ^ b
		}
	}
	for v, p := range poly {
		f.log[v] = dlog[p]
		f.exp[dlog[p]] = uint16(v)
	}
	f.exp[order] = f.exp[0] // log[0] wrote a 0 here
	return f
})

// addmod adds exponents modulo order; 0 and order are both forms of zero.
func addmod(a, b uint16) uint16 {
	t := uint32(a) + uint32(b)
	return uint16(t + t>>16)
}

// submod subtracts exponents modulo order.
func submod(a, b uint16) uint16 {
	t := uint32(a) - uint32(b)
	return uint16(t + t>>16)
}

// mulLog multiplies index v by the element whose logarithm is e, 0 <= e <= order.
func (f *field) mulLog(v, e uint16) uint16 {
	if v == 0 {
		return 0
	}
	return f.exp[addmod(f.log[v], e)]
}

// mul multiplies two indices.
func (f *field) mul(a, b uint16) uint16 {
	if b == 0 {
		return 0
	}
	return f.mulLog(a, f.log[b])
}

// inv returns the inverse of v, which must not be 0.
func (f *field) inv(v uint16) uint16 { return f.exp[order-f.log[v]] }
