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
	words    []byte    // of the work areas
	areaList []area    // those
	shapes   [2]*shape // of the last strips
	from, to [][]byte  // rows of a source and of a destination whose symbols are gathered
	gathered bool      // whether those of the destination are
	all      []int     // 0, 1, 2 and on

	source, sink view // of the strip
	transforms   [3]transform
	turn         planar.Turn
}

// release gives memory back, and forgets the caller's.
func (s *vectorScratch) release() {
	s.source, s.sink, s.transforms = view{}, view{}, [3]transform{}
	vectorPool.Put(s)
}

// transform returns one of three, set up.
func (s *vectorScratch) transform(n int, t transform) *transform {
	s.transforms[n] = t
	return &s.transforms[n]
}

// outermost returns the pass over m rows where the strip's transforms meet, still without sources and sinks.
func (s *vectorScratch) outermost(a area, m int) *planar.Turn {
	leg, blocks := a.leg(sub(m))
	s.turn = planar.Turn{From: s.turn.From[:0], To: s.turn.To[:0], Leg: leg, Blocks: blocks}
	return &s.turn
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
	s.areaList = s.areaList[:0]
	for i := range count {
		s.areaList = append(s.areaList, area{b: s.words[i*each : (i+1)*each], blocks: blocks, row: rowBytes(blocks)})
	}
	return s.areaList
}

// numbers returns the first n natural numbers.
func (s *vectorScratch) numbers(n int) []int {
	for i := len(s.all); i < n; i++ {
		s.all = append(s.all, i)
	}
	return s.all[:n]
}

// load presents one strip of a source, of which some rows matter. Small symbols apart are gathered.
func (s *vectorScratch) load(sh *shape, at strip, src Rows, rows []int) {
	var ok bool
	if s.source, ok = sh.view(src, at, loading); !ok {
		s.from = grow(s.from, len(src.Row))
		s.source = sh.packedView(loading, s.from)
		sh.gather(&s.source, src, at, rows)
	}
}

// open presents one strip of a destination; close must be called when it is written.
func (s *vectorScratch) open(sh *shape, at strip, dst Rows) {
	var ok bool
	if s.sink, ok = sh.view(dst, at, storing); !ok {
		s.to = grow(s.to, len(dst.Row))
		s.sink = sh.packedView(storing, s.to)
	}
	s.gathered = !ok
}

// close brings small symbols apart to the rows of the destination that matter.
func (s *vectorScratch) close(sh *shape, at strip, dst Rows, rows []int) {
	if s.gathered {
		sh.scatter(dst, at, &s.sink, rows)
	}
}

func grow(rows [][]byte, n int) [][]byte {
	if cap(rows) < n {
		rows = make([][]byte, n)
	}
	return rows[:n]
}

// expandVector is expandEach on the kernels.
func (c *Code) expandVector(src Rows, size, from, to int, into func(strip) (Rows, strip), done func(strip) error) (err error) {
	scratch := vectorPool.Get().(*vectorScratch)
	defer scratch.release()
	count := 2
	if c.high && c.k > 2*c.chunk {
		count = 3
	}
	e := &expansion{code: c, scratch: scratch, stride: src.Stride}
	vectorStrips(&scratch.shapes, size, from, to, vectorLimit(count*c.chunk), func(s strip, sh *shape) {
		if err != nil {
			return
		}
		dst, at := into(s)
		scratch.load(sh, s, src, scratch.numbers(c.k))
		scratch.open(sh, at, dst)
		e.shape, e.from, e.to = sh, &scratch.source, &scratch.sink
		e.used = used(e.from)
		if areas := scratch.areas(count, c.chunk, sh.blocks); c.high {
			e.high(areas)
		} else {
			e.low(areas)
		}
		scratch.close(sh, at, dst, scratch.numbers(c.n-c.k))
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
	scratch  *vectorScratch
	shape    *shape
	from, to *view
	stride   int // of the source
	used     int // source rows from here on are zero
}

// The ends of its transforms: source rows, of which those from first to first+count are in a chunk, and repair rows.
type (
	sourceEnds expansion
	repairEnds expansion
)

func (e *sourceEnds) some(t *transform, q, _ int) bool { return q < t.count }

func (e *sourceEnds) one(t *transform, q int) {
	e.shape.loadOne(t.from(q), e.from, t.first+q, e.stride, nil)
}

func (e *sourceEnds) eight(t *transform, q int, c *planar.Constants) bool {
	i := t.first + q
	if q+planar.FusedLegs > t.count || !e.from.hasAll(i, i+planar.FusedLegs) {
		return false
	}
	planar.InverseLoad(t.from(q), t.row, e.from.pass(i), e.from.start, e.from.layout, c)
	return true
}

func (e *repairEnds) some(t *transform, q, _ int) bool { return q < t.count }

func (e *repairEnds) one(t *transform, q int) {
	planar.Store(e.to.rows[t.first+q][e.to.start:], t.from(q), e.to.layout)
}

func (e *repairEnds) eight(t *transform, q int, c *planar.Constants) bool {
	if q+planar.FusedLegs > t.count {
		return false
	}
	planar.ForwardStore(e.to.pass(t.first+q), e.to.start, t.from(q), t.row, e.to.layout, c)
	return true
}

// interpolate describes the inverse transform of count source rows from first on.
func (e *expansion) interpolate(a area, first, count, delta int) *transform {
	return e.scratch.transform(0, transform{area: a, delta: delta, first: first, count: count, ends: (*sourceEnds)(e)})
}

// evaluate describes the forward transform to count repair rows from first on, the first or the second such one at a time.
func (e *expansion) evaluate(n int, a area, first, count, delta int) *transform {
	return e.scratch.transform(1+n, transform{area: a, delta: delta, first: first, count: count, ends: (*repairEnds)(e)})
}

// high interpolates the source in chunks of m = pow2(r) and evaluates the sum once (section 6.1). The outermost passes over the last two chunks and of the
// evaluation are one.
func (e *expansion) high(a []area) {
	m, r := e.code.chunk, e.code.n-e.code.k
	if m == 1 { // the repair symbol is the sum of all
		e.sum(a[0], a[1])
		return
	}
	turn, sum := e.scratch.outermost(a[0], m), []byte(nil)
	for first := 0; first < e.used; first += m {
		turn.From = append(turn.From, e.interpolate(a[len(turn.From)], first, min(m, e.used-first), m+first).source(m))
		if rest := e.used - first - m; rest > m {
			sum = a[2].b
			turn.Keep = sum
			turn.Run()
			turn.Add, turn.Keep, turn.From = sum, nil, turn.From[:0]
		}
	}
	out := e.evaluate(0, a[0], 0, r, 0)
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
	turn := e.scratch.outermost(a[0], m)
	turn.From = append(turn.From, e.interpolate(a[0], 0, e.used, 0).source(m))
	if r <= 2*m {
		out := e.evaluate(0, a[0], 0, min(m, r), m)
		turn.To = append(turn.To, out.sink(m))
		var other *transform
		if r > m {
			other = e.evaluate(1, a[1], m, r-m, 2*m)
			turn.To = append(turn.To, other.sink(m))
		}
		turn.Run()
		out.forwardLegs(0, m)
		if other != nil {
			other.forwardLegs(0, m)
		}
		return
	}
	turn.Keep = a[0].b
	for first := 0; first < r; first += m {
		out := e.evaluate(0, a[1], first, min(m, r-first), m+first)
		turn.To = append(turn.To[:0], out.sink(m))
		turn.Run()
		turn.From[0].Constants, turn.Keep = nil, nil // the coefficients are there
		out.forwardLegs(0, m)
	}
}
