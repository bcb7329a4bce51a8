package rs16

import (
	"fmt"
	"sync"
)

// A Decoder restores missing source symbols from one set of positions. Building it costs about as much as
// decoding a few elements; it serves every column of a blob, since all columns miss the same symbols. It
// is immutable and safe for concurrent use.
type Decoder struct {
	code    *Code
	present []int // encoded indices that take part, ascending
	missing []int // source indices to restore, ascending
	size    int   // N, rows of the work area
	end     int   // rows from here on are zero
	locator func() []uint16
	tables  func() scalers   // for the plain version
	vector  func() *restorer // for the kernels
}

// Decoder returns a decoder for symbols with the given encoded indices: 0 to k-1 are source symbols, k to
// n-1 repair symbols. All of them take part; decoding is defined for any contents of exactly k symbols, and
// for more only if they are consistent. It returns ErrIndex for an index out of range or given
// twice, ErrNotEnough for fewer than k.
func (c *Code) Decoder(present []int) (*Decoder, error) {
	have := make([]bool, c.n)
	for _, i := range present {
		if i < 0 || i >= c.n {
			return nil, fmt.Errorf("%w: %d is not below %d", ErrIndex, i, c.n)
		}
		if have[i] {
			return nil, fmt.Errorf("%w: %d is given twice", ErrIndex, i)
		}
		have[i] = true
	}
	if len(present) < c.k {
		return nil, fmt.Errorf("%w: %d of %d", ErrNotEnough, len(present), c.k)
	}
	d := &Decoder{code: c, present: make([]int, 0, len(present)), missing: make([]int, 0, min(c.k, c.n-len(present)))}
	for i, ok := range have {
		switch {
		case ok:
			d.present = append(d.present, i)
		case i < c.k:
			d.missing = append(d.missing, i)
		}
	}
	d.end = c.chunk + c.n - c.k
	if c.high {
		d.end = c.chunk + c.k
	}
	d.size = pow2(d.end)
	d.locator = sync.OnceValue(func() []uint16 { return d.locate(have) })
	d.tables = sync.OnceValue(d.newScalers)
	d.vector = sync.OnceValue(d.newRestorer)
	return d, nil
}

// Missing returns the source indices that Restore writes, in ascending order. The caller must not change it.
func (d *Decoder) Missing() []int { return d.missing }

// position returns the row of the work area that encoded symbol i takes (section 7.1).
func (c *Code) position(i int) int {
	switch {
	case c.high && i < c.k:
		return c.chunk + i
	case c.high:
		return i - c.k
	case i < c.k:
		return i
	}
	return c.chunk + i - c.k
}

// Restore computes the missing source symbols of the columns [from, to) of a table of symbols of size bytes.
// src has n rows, indexed by encoded index, of which those present are read; dst has k rows, of
// which those of [Decoder.Missing] are written and must be long enough for column to-1. Source symbols
// that are present are not copied.
//
// It works in strips that fit the processor's second-level cache and may be called concurrently on different columns.
func (d *Decoder) Restore(dst, src Rows, size, from, to int) error {
	c := d.code
	if err := checkSize(size); err != nil {
		return err
	}
	if len(src.Row) != c.n || len(dst.Row) != c.k {
		return fmt.Errorf("%w: %d rows and %d source rows, want %d and %d", ErrShape, len(src.Row), len(dst.Row), c.n, c.k)
	}
	if len(d.missing) == 0 || from >= to {
		return nil
	}
	for _, i := range d.missing {
		if need := (to-1)*dst.Stride + size; len(dst.Row[i]) < need {
			return fmt.Errorf("%w: source row %d has %d bytes, want %d", ErrShape, i, len(dst.Row[i]), need)
		}
	}
	if useVector {
		d.restoreVector(dst, src, size, from, to)
		return nil
	}
	d.restorePlain(dst, src, size, from, to)
	return nil
}
