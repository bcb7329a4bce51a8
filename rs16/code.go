package rs16

import (
	"errors"
	"fmt"
	"math/bits"
	"sync"
)

var (
	// ErrShape: no code exists for the given k and n, or a length, size or number of symbols disagrees
	// with the code's.
	ErrShape = errors.New("rs16: wrong shape")
	// ErrIndex: a symbol index is out of range or given twice.
	ErrIndex = errors.New("rs16: wrong symbol index")
	// ErrNotEnough: fewer than k symbols were given to a decoder.
	ErrNotEnough = errors.New("rs16: not enough symbols")
)

// A Code extends k source symbols to n. It is immutable, and safe for concurrent use.
type Code struct {
	k, n  int
	high  bool // which of the two constructions of rs-codec.md section 5
	chunk int  // m: pow2(r) for the high rate, pow2(k) for the low rate
}

// pow2 returns the smallest power of two that is at least x.
func pow2(x int) int {
	if x <= 1 {
		return 1
	}
	return 1 << bits.Len(uint(x-1))
}

// New returns the code with k source symbols among n. It returns ErrShape unless both k and r = n-k are
// at least 1 and min(pow2(k), pow2(r)) + max(k, r) <= 65536.
func New(k, n int) (*Code, error) {
	r := n - k
	const limit = 1 << 16
	if k < 1 || r < 1 || k > limit || r > limit || min(pow2(k), pow2(r))+max(k, r) > limit {
		return nil, fmt.Errorf("%w: no code with %d source symbols of %d", ErrShape, k, n)
	}
	kp, rp := pow2(k), pow2(r)
	c := &Code{k: k, n: n, high: kp > rp || kp == rp && k <= r}
	c.chunk = kp
	if c.high {
		c.chunk = rp
	}
	return c, nil
}

// K returns the number of source symbols.
func (c *Code) K() int { return c.k }

// N returns the number of all symbols.
func (c *Code) N() int { return c.n }

// cacheWords is the size in words of the work area that a strip may take: 256 KiB, so that it stays in a
// second-level cache. Twice as much was not faster where that cache holds 1 MiB and loses where it is smaller.
const cacheWords = 32 << 10

// maxStrip bounds the width of a strip in words for codes with few rows.
const maxStrip = 512

// stripWidth returns the widest strip for a work area of so many rows.
func stripWidth(rows int) int { return min(max(cacheWords/rows, 8), maxStrip) }

// Work areas of all codes: touching new memory takes longer than the arithmetic on it.
var (
	wordPool   = sync.Pool{New: func() any { return new([]uint64) }}      // of the plain version
	vectorPool = sync.Pool{New: func() any { return new(vectorScratch) }} // of the kernels
	stripPool  = sync.Pool{New: func() any { return new(stripBuffer) }}
)

// borrowWords takes a work area of at least n words from the pool, contents undefined.
func borrowWords(n int) *[]uint64 {
	p := wordPool.Get().(*[]uint64)
	if len(*p) < n {
		*p = make([]uint64, n)
	}
	return p
}

// Expand writes the n-k repair symbols of one codeword.
//
// data holds k symbols of size bytes each, end to end (k*size bytes); repair receives (n-k)*size bytes and
// is overwritten. size is even and at least 2. Neither slice is kept. It returns ErrShape if a length
// disagrees with the code's k, n and size.
func (c *Code) Expand(repair, data []byte, size int) error {
	if err := checkSize(size); err != nil {
		return err
	}
	if len(data) != c.k*size || len(repair) != (c.n-c.k)*size {
		return fmt.Errorf("%w: %d source bytes and %d repair bytes, want %d and %d",
			ErrShape, len(data), len(repair), c.k*size, (c.n-c.k)*size)
	}
	return c.ExpandRows(split(repair, size), split(data, size), size, 0, 1)
}

// split presents symbols that lie end to end as the rows of one column.
func split(b []byte, size int) Rows {
	rows := make([][]byte, len(b)/size)
	for i := range rows {
		rows[i] = b[i*size : (i+1)*size]
	}
	return Rows{Row: rows, Stride: size}
}

func checkSize(size int) error {
	if size < 2 || size%2 != 0 {
		return fmt.Errorf("%w: symbol size %d, want an even number", ErrShape, size)
	}
	return nil
}

// ExpandRows encodes the columns [from, to) of a table of symbols of size bytes. src has k rows; dst has
// n-k rows, of which row j receives repair symbols j, and each of which is long enough for column to-1. Rows
// may overlap in memory as long as no destination symbol overlaps another symbol of the call.
//
// It works in strips that fit the processor's second-level cache, allocates nothing that grows with the table, and may be called
// concurrently on different columns.
func (c *Code) ExpandRows(dst, src Rows, size, from, to int) error {
	return c.ExpandRowsEach(dst, src, size, from, to, func(Strip) error { return nil })
}

// ExpandRowsEach is ExpandRows that calls do for every strip when it has been written, while it is in the processor's cache. The strips are those of
// [Code.ExpandStrips] and come in the same order, but without Pitch and Buf: the repair symbols lie in dst. An error from do ends the call and is returned.
func (c *Code) ExpandRowsEach(dst, src Rows, size, from, to int, do func(Strip) error) error {
	if err := checkSize(size); err != nil {
		return err
	}
	if len(src.Row) != c.k || len(dst.Row) != c.n-c.k {
		return fmt.Errorf("%w: %d source rows and %d repair rows, want %d and %d",
			ErrShape, len(src.Row), len(dst.Row), c.k, c.n-c.k)
	}
	for i, row := range dst.Row {
		if need := (to-1)*dst.Stride + size; from < to && len(row) < need {
			return fmt.Errorf("%w: repair row %d has %d bytes, want %d", ErrShape, i, len(row), need)
		}
	}
	return c.expandEach(src, size, from, to, func(s strip) (Rows, strip) { return dst, s }, func(s strip) error {
		return do(Strip{First: s.first, Count: s.count, Off: s.off, Width: s.size})
	})
}

// expandEach encodes the columns strip by strip. into says where the repair symbols of a strip go: into which table and which part of
// it; done is called when they are there.
func (c *Code) expandEach(src Rows, size, from, to int, into func(strip) (Rows, strip), done func(strip) error) (err error) {
	if useVector {
		return c.expandVector(src, size, from, to, into, done)
	}
	area := 2 * c.chunk // one for coefficients, one for a chunk
	limit := stripWidth(area)
	var buf *[]uint64
	strips(size, from, to, limit, func(s strip) {
		if err != nil {
			return
		}
		need := area * s.width()
		if buf == nil || len(*buf) < need {
			buf = borrowWords(need)
		}
		half := c.chunk * s.width()
		sum := s.area((*buf)[:half])
		part := s.area((*buf)[half : 2*half])
		dst, at := into(s)
		if c.high {
			c.expandHigh(dst, src, s, at, sum, part)
		} else {
			c.expandLow(dst, src, s, at, sum, part)
		}
		err = done(s)
	})
	if buf != nil {
		wordPool.Put(buf)
	}
	return err
}

// expandHigh interpolates the source in chunks of m = pow2(r) and evaluates the sum once (section 6.1).
func (c *Code) expandHigh(dst, src Rows, s, at strip, sum, part work) {
	m, r := c.chunk, c.n-c.k
	for first := 0; first < c.k; first += m {
		a := part
		if first == 0 {
			a = sum
		}
		count := min(m, c.k-first)
		for i := range count {
			src.load(a.rows(i, i+1), first+i, s)
		}
		clear(a.rows(count, m))
		a.inverse(0, m, count, m+first)
		if first > 0 {
			xorInto(sum.w, part.w)
		}
	}
	sum.forward(0, m, 0, r, 0)
	for j := range r {
		dst.store(j, sum.rows(j, j+1), at)
	}
}

// expandLow interpolates the source once and evaluates it in chunks of m = pow2(k) (section 6.2).
func (c *Code) expandLow(dst, src Rows, s, at strip, coeff, part work) {
	m, r := c.chunk, c.n-c.k
	for i := range c.k {
		src.load(coeff.rows(i, i+1), i, s)
	}
	clear(coeff.rows(c.k, m))
	coeff.inverse(0, m, c.k, 0)
	for first := 0; first < r; first += m {
		count := min(m, r-first)
		copy(part.w, coeff.w)
		part.forward(0, m, 0, count, m+first)
		for j := range count {
			dst.store(first+j, part.rows(j, j+1), at)
		}
	}
}

// Coefficient returns the factor, as a field index, of source symbol i in repair symbol j: the closed form
// of the code (section 6.3). It defines the code on its own and is meant for tests and single elements.
func (c *Code) Coefficient(j, i int) uint16 {
	f := tables()
	shift := bits.Len(uint(c.chunk)) - 1
	if c.high {
		x := c.chunk + i
		return f.mul(uint16(x>>shift), f.inv(uint16(j^x)))
	}
	y := c.chunk + j
	return f.mul(uint16(y>>shift), f.inv(uint16(y^i)))
}
