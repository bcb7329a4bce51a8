package rs16

import (
	"encoding/binary"
	"unsafe"

	"walrus/rs16/internal/planar"
)

// A shape says how the symbols of a strip lie in the blocks of a row. It is not for concurrent use.
type shape struct {
	size, count int // bytes of each symbol that are in the strip, and symbols
	blocks      int
	packed      *planar.Layout     // for symbols end to end
	strided     [2]stridedLayout   // for those of the source and of the destination
	spare       [2][]byte          // symbols end to end, on their way to or from a table where they are not
	forms       [2]arrangementForm // known arrangements
}

type stridedLayout struct {
	stride int
	layout *planar.Layout
}

type arrangementForm struct {
	size, count int
	a           *planar.Arrangement
}

func newShape(size, count int) *shape {
	s := &shape{size: size, count: count}
	s.packed = s.layout(size)
	s.blocks = s.packed.Blocks()
	return s
}

// small tells symbols that share a block, for which they must lie end to end.
func (s *shape) small() bool { return s.size < planar.BlockBytes }

// layout returns the blocks for symbols that lie stride bytes apart, which small ones do not.
func (s *shape) layout(stride int) *planar.Layout {
	var blocks []planar.Block
	if s.small() {
		per := planar.BlockBytes / s.size
		for c := 0; c < s.count; c += per {
			blocks = append(blocks, planar.Block{Offset: c * s.size, Arrangement: s.arrangement(s.size, min(per, s.count-c))})
		}
		return planar.NewLayout(blocks)
	}
	for c := range s.count {
		at := 0
		for ; at+planar.BlockBytes <= s.size; at += planar.BlockBytes {
			blocks = append(blocks, planar.Block{Offset: c*stride + at})
		}
		if at < s.size {
			blocks = append(blocks, planar.Block{Offset: c*stride + at, Arrangement: s.arrangement(s.size-at, 1)})
		}
	}
	return planar.NewLayout(blocks)
}

func (s *shape) arrangement(size, count int) *planar.Arrangement {
	for i := range s.forms {
		f := &s.forms[i]
		if f.a == nil {
			*f = arrangementForm{size, count, planar.NewArrangement(size, count)}
		}
		if f.size == size && f.count == count {
			return f.a
		}
	}
	return planar.NewArrangement(size, count)
}

// side tells loading from storing.
const (
	loading = iota
	storing
)

// A view presents a strip's part of a table: the blocks of the layout, from byte start of each row on.
type view struct {
	rows   [][]byte
	start  int
	layout *planar.Layout
	ahead  int // how many rows a pass over eight is shown: those after it are asked of memory
}

// passAhead returns that number for a table: not those after it if rows lie 4096 bytes apart. Looking ahead cost such tables a seventh of their speed
// on a busy machine and two hundredths on an idle one, whereas those with rows 8192 bytes apart and more gain.
func passAhead(rows [][]byte) int {
	const pass, apart = planar.FusedLegs, 4096
	if len(rows) < 2 || addressOf(rows[1])-addressOf(rows[0]) == apart {
		return pass
	}
	return 2 * pass
}

func addressOf(row []byte) uintptr { return uintptr(unsafe.Pointer(unsafe.SliceData(row))) }

// pass returns the rows of a pass from row i on, and those ahead.
func (v *view) pass(i int) [][]byte { return v.rows[i:min(i+v.ahead, len(v.rows))] }

// hasAll reports whether rows [from, to) are there and long enough.
func (v *view) hasAll(from, to int) bool {
	if to > len(v.rows) {
		return false
	}
	need := v.start + v.layout.Extent()
	for _, row := range v.rows[from:to] {
		if len(row) < need {
			return false
		}
	}
	return true
}

// view presents the strip of a table as it is. Small symbols that do not lie end to end have none.
func (s *shape) view(t Rows, at strip, side int) (v view, ok bool) {
	v = view{rows: t.Row, start: at.first*t.Stride + at.off, ahead: passAhead(t.Row)}
	switch {
	case t.Stride == s.size || s.count == 1 && s.small():
		v.layout = s.packed
		return v, true
	case s.small():
		return view{}, false
	}
	if l := &s.strided[side]; l.layout == nil || l.stride != t.Stride {
		*l = stridedLayout{t.Stride, s.layout(t.Stride)}
	}
	v.layout = s.strided[side].layout
	return v, true
}

// packedView presents rows of symbols end to end in memory of the shape, contents undefined.
func (s *shape) packedView(side int, rows [][]byte) view {
	n, pitch := s.size*s.count, s.pitch()
	spare := &s.spare[side]
	if len(*spare) < pitch*len(rows) {
		*spare = make([]byte, pitch*len(rows))
	}
	for i := range rows {
		rows[i] = (*spare)[i*pitch:][:n:n]
	}
	return view{rows: rows, layout: s.packed, ahead: passAhead(rows)}
}

// pitch is the distance of rows of symbols end to end: an odd number of blocks, since rows a power of two apart share few places of the first-level cache.
func (s *shape) pitch() int {
	return ((s.size*s.count+planar.BlockBytes-1)/planar.BlockBytes | 1) * planar.BlockBytes
}

// Symbols that do not lie end to end are gathered and scattered in tiles: where those of a row lie far apart, those of adjacent rows lie near each other, and
// share a cache line.
const (
	tileRows    = 32
	tileSymbols = 128
)

// tiles calls do for the row and the range of symbols of each piece of a row, tile by tile.
func (s *shape) tiles(rows []int, do func(i, from, to int)) {
	for ; len(rows) > 0; rows = rows[min(tileRows, len(rows)):] {
		for c := 0; c < s.count; c += tileSymbols {
			for _, i := range rows[:min(tileRows, len(rows))] {
				do(i, c, min(c+tileSymbols, s.count))
			}
		}
	}
}

// gather copies the strip of the named rows of a table of small symbols to v. Rows that are nil become nil.
func (s *shape) gather(v *view, t Rows, at strip, rows []int) {
	s.tiles(rows, func(i, from, to int) {
		row := t.Row[i]
		if row == nil {
			v.rows[i] = nil
			return
		}
		dst := v.rows[i][from*s.size : to*s.size]
		first := (at.first + from) * t.Stride
		if first+(to-from-1)*t.Stride+s.size <= len(row) {
			copySymbols(dst, row[first:], s.size, s.size, t.Stride, to-from)
			return
		}
		for c := range to - from { // what lies beyond the end is zero
			symbol := dst[c*s.size:][:s.size]
			clear(symbol[copy(symbol, row[min(first+c*t.Stride, len(row)):]):])
		}
	})
}

// scatter undoes gather.
func (s *shape) scatter(t Rows, at strip, v *view, rows []int) {
	s.tiles(rows, func(i, from, to int) {
		copySymbols(t.Row[i][(at.first+from)*t.Stride:], v.rows[i][from*s.size:], s.size, t.Stride, s.size, to-from)
	})
}

// copySymbols copies count small symbols of size bytes, which lie so far apart: a call of copy for each would cost more than the bytes.
func copySymbols(dst, src []byte, size, dstStride, srcStride, count int) {
	switch size {
	case 2:
		for c := range count {
			binary.NativeEndian.PutUint16(dst[c*dstStride:], binary.NativeEndian.Uint16(src[c*srcStride:]))
		}
	case 4:
		for c := range count {
			binary.NativeEndian.PutUint32(dst[c*dstStride:], binary.NativeEndian.Uint32(src[c*srcStride:]))
		}
	case 6:
		for c := range count {
			d, s := dst[c*dstStride:], src[c*srcStride:]
			binary.NativeEndian.PutUint32(d, binary.NativeEndian.Uint32(s))
			binary.NativeEndian.PutUint16(d[4:], binary.NativeEndian.Uint16(s[4:]))
		}
	default:
		for c := range count {
			copy(dst[c*dstStride:][:size], src[c*srcStride:])
		}
	}
}

// loadOne brings row i of a view to dst; what lies beyond its end is zero. f multiplies it, unless nil.
func (s *shape) loadOne(dst []byte, v *view, i int, stride int, f planar.Factor) {
	row, layout := v.rows[i], v.layout
	if v.start >= len(row) {
		clear(dst[:s.blocks*planar.BlockBytes])
		return
	}
	row = row[v.start:]
	if len(row) < layout.Extent() {
		padded := make([]byte, s.count*s.size) // once per table: the end of a blob
		for c := range s.count {
			copy(padded[c*s.size:(c+1)*s.size], row[min(c*stride, len(row)):])
		}
		row, layout = padded, s.packed
	}
	if f != nil {
		planar.LoadScaled(dst, row, layout, f)
	} else {
		planar.Load(dst, row, layout)
	}
}

// vectorStrips cuts the columns [from, to) of symbols of size bytes into strips of at most limit blocks, but at least two or those of a symbol that
// fits; limit is even. Strips begin at multiples of stripAlign in their symbols.
// known holds the shapes of full strips and of the last one, from one call to the next.
func vectorStrips(known *[2]*shape, size, from, to, limit int, do func(strip, *shape)) {
	shaped := func(size, count int) *shape {
		for _, sh := range known {
			if sh != nil && sh.size == size && sh.count == count {
				return sh
			}
		}
		known[0], known[1] = newShape(size, count), known[0]
		return known[0]
	}
	per := limit * (planar.BlockBytes / size) // symbols
	perSymbol := (size + planar.BlockBytes - 1) / planar.BlockBytes
	if size >= planar.BlockBytes {
		per = limit / perSymbol
	}
	if per >= 1 {
		pieces := (to - from + per - 1) / per
		if pieces > 1 { // of about equal width
			per = (to - from + pieces - 1) / pieces
		}
		for j := from; j < to; j += per {
			n := min(per, to-j)
			do(strip{first: j, count: n, size: size}, shaped(size, n))
		}
		return
	}
	const perAlign = stripAlign / planar.BlockBytes
	pieces := (perSymbol + limit - 1) / limit
	step := (perSymbol + pieces - 1) / pieces
	step = (step + perAlign - 1) / perAlign * stripAlign
	for j := from; j < to; j++ {
		for off := 0; off < size; off += step {
			n := min(step, size-off)
			do(strip{first: j, count: 1, off: off, size: n}, shaped(n, 1))
		}
	}
}
