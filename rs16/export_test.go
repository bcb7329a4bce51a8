package rs16

import "math/bits"

// Plain runs f without the kernels of package planar. It reports whether that makes a difference here.
func Plain(f func()) bool {
	plain(f)
	return useVector
}

// Inner parts that the vectors name, for the tests of package rs16_test.

func FieldTables() (exp, log *[1 << 16]uint16) {
	f := tables()
	return &f.exp, &f.log
}

func Basis() []uint16 { return cantorBasis[:] }

func Mul(a, b uint16) uint16 { return tables().mul(a, b) }

func Inv(v uint16) uint16 { return tables().inv(v) }

// LogWalsh is the transform of the logarithms that the erasure locator multiplies with.
func LogWalsh() []uint16 {
	d := make([]uint16, 1<<16)
	for i, v := range logSpectrum(1 << 16) {
		d[i] = uint16((int(v) + order) % order)
	}
	return d
}

// Transform runs one transform on one element per row.
func Transform(inverse bool, values []uint16, trunc, delta int) []uint16 {
	a := oneElement(values)
	if inverse {
		a.inverse(0, len(values), trunc, delta)
	} else {
		a.forward(0, len(values), 0, trunc, delta)
	}
	return elements(a)
}

// Derivative returns the first limit rows of the formal derivative.
func Derivative(values []uint16, limit int) []uint16 {
	a := oneElement(values)
	a.derive(len(values), limit)
	return elements(a)[:limit]
}

func oneElement(values []uint16) work {
	a := work{w: make([]uint64, len(values)), width: 1}
	for i, v := range values {
		a.w[i] = uint64(v) << 32 // any lane will do
	}
	return a
}

func elements(a work) []uint16 {
	out := make([]uint16, len(a.w))
	for i, v := range a.w {
		out[i] = uint16(v >> 32)
	}
	return out
}

// Locator returns the locator at the first n positions for erased ones among them, by the definition.
func Locator(n int, erased []int) []uint16 {
	f := tables()
	lam := make([]uint16, n)
	for p := range lam {
		for _, e := range erased {
			if e != p {
				lam[p] = addmod(lam[p], f.log[p^e])
			}
		}
	}
	return lam
}

// Lam returns the locator of a decoder at the row of encoded symbol i.
func (d *Decoder) Lam(i int) uint16 { return d.locator()[d.code.position(i)] }

// SlowLam returns the same by the definition.
func (d *Decoder) SlowLam(i int) uint16 {
	c := d.code
	present := map[int]bool{}
	for _, j := range d.present {
		present[j] = true
	}
	var erased []int
	for j := range c.n {
		if !present[j] {
			erased = append(erased, c.position(j))
		}
	}
	from, to := c.chunk+c.n-c.k, d.size
	if c.high {
		from, to = c.n-c.k, c.chunk
	}
	for p := from; p < to; p++ {
		erased = append(erased, p)
	}
	return Locator(c.position(i)+1, erased)[c.position(i)]
}

// Shape reports the construction the code uses, its chunk and the rows of the reference's work areas.
func (c *Code) Shape() (high bool, chunk, encodeRows, decodeRows int) {
	m, r := c.chunk, c.n-c.k
	long, end := r, m+r
	if c.high {
		long, end = c.k, m+c.k
	}
	return c.high, m, (long + m - 1) / m * m, pow2(end)
}

// Skew is the reference's table entry for the butterflies at j, from the rule for constants.
func Skew(j int) uint16 {
	j++
	return tables().log[(j>>bits.TrailingZeros(uint(j)))^1]
}
