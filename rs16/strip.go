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
	spare := stripPool.Get().(*stripBuffer)
	defer stripPool.Put(spare)
	var table *stripTable
	into := func(s strip) (Rows, strip) {
		table = spare.shape(c.n-c.k, stripPitch(s.count*s.size))
		at := s
		at.first, at.off = 0, 0
		return Rows{Row: table.rows, Stride: s.size}, at
	}
	return c.expandEach(src, size, from, to, into, func(s strip) error {
		return do(Strip{First: s.first, Count: s.count, Off: s.off, Width: s.size, Pitch: table.pitch, Buf: spare.bytes[:table.pitch*len(table.rows)]})
	})
}

// stripPitch returns the distance of rows of n bytes: never a multiple of 512, since rows a power of two apart share few places of the first-level cache.
func stripPitch(n int) int {
	if n%512 == 0 {
		return n + blockSize
	}
	return n
}

// A stripBuffer holds repair symbols on their way to a caller of ExpandStrips.
type stripBuffer struct {
	bytes  []byte
	tables [2]stripTable // the last ones used: the two codes of a blob take turns
}

// A stripTable presents the beginning of the buffer as rows, pitch bytes apart.
type stripTable struct {
	rows  [][]byte
	pitch int
}

// shape returns a table of so many rows of pitch bytes. Mostly it is there already.
func (b *stripBuffer) shape(rows, pitch int) *stripTable {
	for i := range b.tables {
		if t := &b.tables[i]; t.pitch == pitch && len(t.rows) == rows {
			return t
		}
	}
	if need := pitch * rows; len(b.bytes) < need {
		b.bytes, b.tables = make([]byte, need), [2]stripTable{}
	}
	b.tables[0], b.tables[1] = b.tables[1], b.tables[0]
	t := &b.tables[0]
	t.pitch, t.rows = pitch, grow(t.rows, rows)
	for j := range t.rows {
		t.rows[j] = b.bytes[j*pitch : (j+1)*pitch]
	}
	return t
}
