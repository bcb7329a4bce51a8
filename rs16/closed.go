package rs16

import (
	"fmt"
	"math/bits"
	"slices"

	"walrus/rs16/internal/planar"
)

// Few symbols are made in closed form: each of them is a sum of k products, which costs less than a transform while there are fewer
// than some twenty of them (rs-codec.md sections 6.3 and 7.4).

// RepairOne writes the repair symbol t, which is an encoded index from k to n-1, of one codeword with symbols of size bytes: the first
// column of the k source rows. dst receives size bytes. It takes k multiply-adds and returns ErrIndex or ErrShape.
func (c *Code) RepairOne(dst []byte, t int, src Rows, size int) error {
	if t < c.k || t >= c.n {
		return fmt.Errorf("%w: %d is not a repair symbol, want %d to %d", ErrIndex, t, c.k, c.n-1)
	}
	if len(src.Row) != c.k {
		return fmt.Errorf("%w: %d source rows, want %d", ErrShape, len(src.Row), c.k)
	}
	t -= c.k
	f, shift := tables(), bits.Len(uint(c.chunk))-1
	terms := terms{rows: make([]int, c.k), factors: make([]uint16, c.k), sums: 1}
	for i := range c.k { // Coefficient by logarithms
		x, y := c.chunk+i, t
		if !c.high {
			x, y = c.chunk+t, i
		}
		terms.rows[i], terms.factors[i] = i, f.exp[submod(f.log[x>>shift], f.log[x^y])]
	}
	return combine(Rows{Row: [][]byte{dst}, Stride: size}, terms, src, size, 0, 1)
}

// RestoreOne writes the symbol t, any encoded index that is not present, of one codeword with symbols of size bytes: the first column
// of src, which has n rows of which those present are read. dst receives size bytes. It takes as many multiply-adds as symbols are present, and
// serves as long as few are wanted. It returns ErrIndex or ErrShape.
func (d *Decoder) RestoreOne(dst []byte, t int, src Rows, size int) error {
	return d.RestoreSome(Rows{Row: [][]byte{dst}, Stride: size}, []int{t}, src, size, 0, 1)
}

// RestoreSome writes the symbols with the given encoded indices, none of which is present, for the columns [from, to) of a table of symbols of size
// bytes. src has n rows of which those present are read; row i of dst receives symbol targets[i] and is long enough for
// column to-1. It pays for less than some twenty targets and returns ErrIndex or ErrShape.
func (d *Decoder) RestoreSome(dst Rows, targets []int, src Rows, size, from, to int) error {
	c := d.code
	if len(src.Row) != c.n || len(dst.Row) != len(targets) {
		return fmt.Errorf("%w: %d rows and %d destinations, want %d and %d", ErrShape, len(src.Row), len(dst.Row), c.n, len(targets))
	}
	for _, t := range targets {
		if _, here := slices.BinarySearch(d.present, t); here || t < 0 || t >= c.n {
			return fmt.Errorf("%w: %d is not a missing symbol", ErrIndex, t)
		}
	}
	if len(targets) == 0 {
		return nil
	}
	return combine(dst, d.terms(targets), src, size, from, to)
}

// terms returns the factors of the symbols present in the targets.
func (d *Decoder) terms(targets []int) terms {
	c, f := d.code, tables()
	lam := d.locator()
	t := terms{rows: d.present, factors: make([]uint16, 0, len(d.present)*len(targets)), sums: len(targets)}
	for _, i := range d.present {
		y := c.position(i)
		for _, j := range targets {
			x := c.position(j)
			t.factors = append(t.factors, f.exp[submod(submod(lam[y], lam[x]), f.log[x^y])])
		}
	}
	return t
}

// terms lists source rows with their factors in each of some sums, row by row.
type terms struct {
	rows    []int
	factors []uint16
	sums    int
}

// combine writes sums of products of source rows: row o of dst is the sum over all terms of the row times the o-th factor.
func combine(dst Rows, terms terms, src Rows, size, from, to int) error {
	if err := checkSize(size); err != nil {
		return err
	}
	for i, row := range dst.Row {
		if need := (to-1)*dst.Stride + size; from < to && len(row) < need {
			return fmt.Errorf("%w: row %d has %d bytes, want %d", ErrShape, i, len(row), need)
		}
	}
	if from >= to {
		return nil
	}
	if useVector {
		combineVector(newSums(terms), dst, src, size, from, to)
		return nil
	}
	f, n := tables(), len(dst.Row)
	var buf []uint64
	strips(size, from, to, stripWidth(n+2), func(s strip) {
		w := s.width()
		if need := (n + 2) * w; len(buf) < need {
			buf = make([]uint64, need)
		}
		a := s.area(buf[:(n+2)*w])
		clear(a.rows(0, n))
		for t, i := range terms.rows {
			src.load(a.rows(n, n+1), i, s)
			for o, v := range terms.factors[t*n : (t+1)*n] {
				product := a.rows(n+1, n+2)
				copy(product, a.rows(n, n+1))
				scaleLog(f, product, f.log[v])
				xorInto(a.rows(o, o+1), product)
			}
		}
		for o := range n {
			dst.store(o, a.rows(o, o+1), s)
		}
	})
	return nil
}

// sums is what the kernels need for combine.
type sums struct {
	rows   []int            // of the source
	groups []planar.Factors // of at most planar.MaxSums sums each: by row, then by sum
}

func newSums(t terms) *sums {
	s := &sums{rows: t.rows}
	for first := 0; first < t.sums; first += planar.MaxSums {
		n := min(planar.MaxSums, t.sums-first)
		width := planar.SumTables(n)
		values := t.factors
		if t.sums != width {
			values = make([]uint16, width*len(t.rows))
			for i := range t.rows {
				copy(values[i*width:], t.factors[i*t.sums+first:][:n])
			}
		}
		s.groups = append(s.groups, planarField().Factors(values))
	}
	return s
}

// combineVector is combine on the kernels: row o of dst receives sum o.
func combineVector(t *sums, dst, src Rows, size, from, to int) {
	scratch := vectorPool.Get().(*vectorScratch)
	defer scratch.release()
	n := len(t.rows)
	vectorStrips(&scratch.shapes, size, from, to, vectorLimit(n+planar.MaxSums), func(s strip, sh *shape) {
		scratch.load(sh, s, src, t.rows)
		scratch.open(sh, s, dst)
		rows := scratch.areas(1, n+planar.MaxSums, sh.blocks)[0]
		for i, row := range t.rows { // without the gaps of an area
			sh.loadOne(rows.b[i*rows.row:], &scratch.source, row, src.Stride, nil)
		}
		out := rows.b[n*rows.row:]
		for g, factors := range t.groups {
			planar.Combine(out, rows.row, rows.b, rows.row, n, sh.blocks, factors)
			first := g * planar.MaxSums
			for o := range min(planar.MaxSums, len(dst.Row)-first) {
				planar.Store(scratch.sink.rows[first+o][scratch.sink.start:], out[o*rows.row:], scratch.sink.layout)
			}
		}
		scratch.close(sh, s, dst, scratch.numbers(len(dst.Row)))
	})
}
