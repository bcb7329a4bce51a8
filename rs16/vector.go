package rs16

import (
	"unsafe"

	"walrus/rs16/internal/planar"
)

// vectorCache is the size in bytes of the work areas of a strip, of which about three quarters are touched: they share the second-level cache with
// the rows on their way. At half of it encoding takes a tenth to a fifth longer, from memory a quarter.
const vectorCache = 1 << 20

// maxBlocks bounds the width of a strip in blocks for codes with few rows: at 4 KiB calls cost nothing any more.
const maxBlocks = 64

// vectorLimit returns the width in blocks of strips for a work area of so many rows, an even number.
func vectorLimit(rows int) int {
	return min(max(vectorCache/(rows*planar.BlockBytes)&^1, 2), maxBlocks)
}

// A vectorScratch is the memory of one call.
type vectorScratch struct {
	words    []byte   // of the work area
	from, to [][]byte // rows of a source and of a destination whose symbols are gathered
	all      []int    // 0, 1, 2 and on
}

// areas returns count areas of rows rows of so many blocks, contents undefined.
func (s *vectorScratch) areas(count, rows, blocks int) []area {
	each := areaBytes(rows, blocks)
	need := count * each
	if len(s.words) < need {
		// A block that straddles cache lines takes twice as long to load, and Go aligns to less than a line.
		raw := make([]byte, need+planar.BlockBytes)
		skip := -int(uintptr(unsafe.Pointer(&raw[0]))) & (planar.BlockBytes - 1)
		s.words = raw[skip : skip+need]
	}
	areas := make([]area, count)
	for i := range areas {
		areas[i] = area{b: s.words[i*each : (i+1)*each], blocks: blocks, row: rowBytes(blocks)}
	}
	return areas
}

// numbers returns the first n natural numbers.
func (s *vectorScratch) numbers(n int) []int {
	for i := len(s.all); i < n; i++ {
		s.all = append(s.all, i)
	}
	return s.all[:n]
}

// views presents one strip of a source and of a destination. A source of small symbols apart is gathered; after must be called when the
// destination is written, of which sinkRows matter.
func (s *vectorScratch) views(sh *shape, at, to strip, src, dst Rows, srcRows, dstRows []int) (from, into view, after func()) {
	after = func() {}
	from, ok := sh.view(src, at, loading)
	if !ok {
		s.from = grow(s.from, len(src.Row))
		from = sh.packedView(loading, s.from)
		sh.gather(&from, src, at, srcRows)
	}
	into, ok = sh.view(dst, to, storing)
	if !ok {
		s.to = grow(s.to, len(dst.Row))
		into = sh.packedView(storing, s.to)
		after = func() { sh.scatter(dst, to, &into, dstRows) }
	}
	return from, into, after
}

func grow(rows [][]byte, n int) [][]byte {
	if len(rows) < n {
		rows = make([][]byte, n)
	}
	return rows[:n]
}

// expandVector is expandEach on the kernels.
func (c *Code) expandVector(src Rows, size, from, to int, into func(strip) (Rows, strip), done func(strip) error) (err error) {
	scratch := c.vectors.Get().(*vectorScratch)
	defer c.vectors.Put(scratch)
	count := 2
	if c.high && c.k > 2*c.chunk {
		count = 3
	}
	vectorStrips(size, from, to, vectorLimit(count*c.chunk), func(s strip, sh *shape) {
		if err != nil {
			return
		}
		dst, at := into(s)
		source, sink, after := scratch.views(sh, s, at, src, dst, scratch.numbers(c.k), scratch.numbers(c.n-c.k))
		areas := scratch.areas(count, c.chunk, sh.blocks)
		e := expansion{c, sh, &source, &sink, src.Stride, used(&source)}
		if c.high {
			e.high(areas)
		} else {
			e.low(areas)
		}
		after()
		err = done(s)
	})
	return err
}

// used returns how many rows there are up to the last that is not empty, but at least one.
func used(v *view) int {
	n := len(v.rows)
	for n > 1 && len(v.rows[n-1]) <= v.start {
		n--
	}
	return n
}

// An expansion encodes one strip.
type expansion struct {
	code     *Code
	shape    *shape
	from, to *view
	stride   int // of the source
	used     int // source rows from here on are zero
}

// interpolate describes the inverse transform of count source rows from first on.
func (e *expansion) interpolate(a area, first, count, delta int) *transform {
	t := &transform{area: a, delta: delta, some: below(count)}
	t.one = func(q int) { e.shape.loadOne(a.from(q), e.from, first+q, e.stride, nil) }
	t.eight = func(q int, c *planar.Constants) bool {
		if q+planar.FusedLegs > count || !e.from.hasAll(first+q, first+q+planar.FusedLegs) {
			return false
		}
		planar.InverseLoad(a.from(q), a.row, e.from.rows[first+q:], e.from.start, e.from.layout, c)
		return true
	}
	return t
}

// evaluate describes the forward transform to count repair rows from first on.
func (e *expansion) evaluate(a area, first, count, delta int) *transform {
	t := &transform{area: a, delta: delta, some: below(count)}
	t.one = func(q int) { planar.Store(e.to.rows[first+q][e.to.start:], a.from(q), e.to.layout) }
	t.eight = func(q int, c *planar.Constants) bool {
		if q+planar.FusedLegs > count {
			return false
		}
		planar.ForwardStore(e.to.rows[first+q:], e.to.start, a.from(q), a.row, e.to.layout, c)
		return true
	}
	return t
}

// high interpolates the source in chunks of m = pow2(r) and evaluates the sum once (section 6.1). The outermost passes over the last two chunks and of the
// evaluation are one.
func (e *expansion) high(a []area) {
	m, r := e.code.chunk, e.code.n-e.code.k
	if m == 1 { // the repair symbol is the sum of all
		e.sum(a[0], a[1])
		return
	}
	turn, sum := a[0].turn(m), []byte(nil)
	for first := 0; first < e.used; first += m {
		turn.From = append(turn.From, e.interpolate(a[len(turn.From)], first, min(m, e.used-first), m+first).source(m))
		if rest := e.used - first - m; rest > m {
			sum = a[2].b
			turn.Keep = sum
			turn.Run()
			turn.Add, turn.Keep, turn.From = sum, nil, turn.From[:0]
		}
	}
	out := e.evaluate(a[0], 0, r, 0)
	turn.To = append(turn.To, out.sink(m))
	turn.Run()
	out.forwardLegs(0, m)
}

// sum is the case of one repair symbol: the sum of all source symbols.
func (e *expansion) sum(sum, part area) {
	n := e.shape.blocks * planar.BlockBytes
	for i := range e.used {
		if i == 0 {
			e.shape.loadOne(sum.b, e.from, i, e.stride, nil)
			continue
		}
		e.shape.loadOne(part.b, e.from, i, e.stride, nil)
		planar.Xor(sum.b[:n], part.b)
	}
	planar.Store(e.to.rows[0][e.to.start:], sum.b, e.to.layout)
}

// low interpolates the source once and evaluates it in chunks of m = pow2(k) (section 6.2). The outermost passes of the interpolation and of the first
// evaluation, or of both if there are two, are one.
func (e *expansion) low(a []area) {
	m, r := e.code.chunk, e.code.n-e.code.k
	if m == 1 { // all repair symbols equal the source
		for j := range r {
			e.shape.loadOne(a[0].b, e.from, 0, e.stride, nil)
			planar.Store(e.to.rows[j][e.to.start:], a[0].b, e.to.layout)
		}
		return
	}
	evaluate := func(a area, first int) *transform { return e.evaluate(a, first, min(m, r-first), m+first) }
	turn := a[0].turn(m)
	turn.From = append(turn.From, e.interpolate(a[0], 0, e.used, 0).source(m))
	if r <= 2*m {
		out := []*transform{evaluate(a[0], 0)}
		if r > m {
			out = append(out, evaluate(a[1], m))
		}
		for _, t := range out {
			turn.To = append(turn.To, t.sink(m))
		}
		turn.Run()
		for _, t := range out {
			t.forwardLegs(0, m)
		}
		return
	}
	turn.Keep = a[0].b
	for first := 0; first < r; first += m {
		out := evaluate(a[1], first)
		turn.To = append(turn.To[:0], out.sink(m))
		turn.Run()
		turn.From[0].Constants, turn.Keep = nil, nil // the coefficients are there
		out.forwardLegs(0, m)
	}
}
