package rs16

import "fmt"

// A Strip is the part of the repair symbols that one pass of [Code.ExpandStrips] has made: bytes [Off, Off+Width) of the symbols of columns First to
// First+Count-1. Those of repair row j and column First+c begin at Buf[j*Pitch+c*Width]. Off is a multiple of 128; Width is too, unless the
// strip ends with the symbols. Count is 1 if the strip does not hold whole symbols.
//
// Buf is used again for the next strip: whoever needs its contents later copies them.
type Strip struct {
	First, Count int
	Off, Width   int
	Pitch        int
	Buf          []byte
}

// ExpandStrips encodes the columns [from, to) of a table of symbols of size bytes and calls do with the repair symbols, strip by
// strip, while they are in the processor's cache. src has k rows, as for [Code.ExpandRows].
//
// Columns come in rising order. Symbols longer than a strip come in several strips of one column with rising Off, all of them before the
// next column. An error from do ends the call and is returned.
//
// It may be called concurrently on different columns. It returns ErrShape if size or the number of rows is wrong.
func (c *Code) ExpandStrips(src Rows, size, from, to int, do func(Strip) error) error {
	if err := checkSize(size); err != nil {
		return err
	}
	if len(src.Row) != c.k {
		return fmt.Errorf("%w: %d source rows, want %d", ErrShape, len(src.Row), c.k)
	}
	spare := c.spare.Get().(*[]byte)
	defer c.spare.Put(spare)
	dst := Rows{Row: make([][]byte, c.n-c.k)}
	into := func(s strip) (Rows, strip) {
		pitch := s.count * s.size
		if need := pitch * len(dst.Row); len(*spare) < need {
			*spare = make([]byte, need)
		}
		for j := range dst.Row {
			dst.Row[j] = (*spare)[j*pitch : (j+1)*pitch]
		}
		dst.Stride = s.size
		at := s
		at.first, at.off = 0, 0
		return dst, at
	}
	return c.expandEach(src, size, from, to, into, func(s strip) error {
		pitch := s.count * s.size
		return do(Strip{First: s.first, Count: s.count, Off: s.off, Width: s.size, Pitch: pitch, Buf: (*spare)[:pitch*len(dst.Row)]})
	})
}
