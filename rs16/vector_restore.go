package rs16

import "walrus/rs16/internal/planar"

// The kernels restore chunk by chunk of m rows, where section 7.3 transforms all N rows at once. Let F be the polynomial of degree below N that takes the
// scaled values u_c in chunk c (zeros where nothing was received). On chunk c its derivative, up to multiples of F, which is zero at every missing
// row, has the coefficients
//
//	D(u_c) + sum over the other chunks c' of u_c' / (c + c'),
//
// where u now stands for the coefficients of the transform of size m at that chunk's offset and D for the derivative of those: the subspace polynomial
// of m rows has the derivative 1 and the value c on chunk c, and F is Lagrange's interpolation in it. So a chunk takes its own derivative and multiples of the
// other chunks; without a derivative of N rows, and without the outer layers of the transforms.

// maxChunks bounds the chunks that are combined so: sums of all pairs. Codes of blobs have four at most.
const maxChunks = 8

// fewMissing is the number of missing symbols up to which sums of products beat transforms: a product takes about two thirds of a butterfly's
// time, and k of them make a symbol.
func (d *Decoder) fewMissing() bool {
	const cost = 6 // of transforms, in products per row of the work area: level at 37 missing symbols of 334, 20 of 667
	return len(d.missing)*d.code.k <= cost*d.size
}

// A restorer is what the kernels need of a decoder.
type restorer struct {
	present   []int32        // by row: the encoded index of a present symbol, or -1
	missing   []int32        // by row: that of a missing source symbol, or -1
	factors   planar.Factors // of both, by encoded index
	have      []int32        // number of present symbols before each eighth row
	want      []int32        // number of missing symbols before each eighth row
	targets   []int          // chunks with missing symbols
	multiples planar.Factors // 1/x for x from 1 to maxChunks-1, after 1
	areas     int            // work areas
	few       *sums          // how to make few symbols instead
}

func (d *Decoder) newRestorer() *restorer {
	c, f, lam := d.code, tables(), d.locator()
	if d.fewMissing() {
		return &restorer{few: newSums(d.terms(d.missing))}
	}
	r := &restorer{present: make([]int32, d.size), missing: make([]int32, d.size), have: make([]int32, d.size/planar.FusedLegs+2), want: make([]int32, d.size/planar.FusedLegs+2)}
	for p := range r.present {
		r.present[p] = -1
	}
	copy(r.missing, r.present)
	for _, i := range d.present {
		p := c.position(i)
		r.present[p] = int32(i)
		r.have[p/planar.FusedLegs+1]++
	}
	for _, i := range d.missing {
		p := c.position(i)
		r.missing[p] = int32(i)
		r.want[p/planar.FusedLegs+1]++
		if chunk := p / c.chunk; len(r.targets) == 0 || r.targets[len(r.targets)-1] != chunk {
			r.targets = append(r.targets, chunk)
		}
	}
	for i := range r.have[1:] {
		r.have[i+1] += r.have[i]
		r.want[i+1] += r.want[i]
	}
	r.areas = d.workAreas(r)
	values := make([]uint16, c.n)
	for _, i := range d.present {
		p := c.position(i)
		values[i] = f.exp[lam[p]]
		if apart := p/c.chunk ^ r.targets[0]; len(r.targets) == 1 && apart != 0 {
			values[i] = f.mul(values[i], f.inv(uint16(apart))) // the only chunk that it goes to takes this multiple
		}
	}
	for _, i := range d.missing {
		values[i] = f.exp[order-lam[c.position(i)]]
	}
	r.factors = planarField().Factors(values)
	multiples := []uint16{1}
	for x := 1; x < maxChunks; x++ {
		multiples = append(multiples, f.inv(uint16(x)))
	}
	r.multiples = planarField().Factors(multiples)
	return r
}

// chunks is the number of chunks that are not all zero.
func (d *Decoder) chunks() int { return (d.end + d.code.chunk - 1) / d.code.chunk }

// workAreas returns how many areas the restoration takes. The fewer there are, the wider are the strips that fit the cache, and the longer the runs of bytes that are
// read and written at a time.
func (d *Decoder) workAreas(r *restorer) int {
	if len(r.targets) > 1 {
		return d.chunks() + 1
	}
	others, sum := 0, d.code.chunk == 1
	for chunk := range d.chunks() {
		switch {
		case !r.received(chunk, d.code.chunk):
		case chunk == r.targets[0]:
			sum = true
		default:
			others++
		}
	}
	areas := min(max(others, 1), 2)
	if sum || others > 2 {
		areas++
	}
	return areas
}

// restoreVector is Restore on the kernels; its arguments have been checked.
func (d *Decoder) restoreVector(dst, src Rows, size, from, to int) {
	c, r := d.code, d.vector()
	chunks := d.chunks()
	switch {
	case r.few != nil:
		rows := Rows{Stride: dst.Stride}
		for _, i := range d.missing {
			rows.Row = append(rows.Row, dst.Row[i])
		}
		combineVector(r.few, rows, src, size, from, to)
		return
	case chunks > maxChunks:
		d.restorePlain(dst, src, size, from, to)
		return
	}
	scratch := vectorPool.Get().(*vectorScratch)
	defer scratch.release()
	e := &restoration{Decoder: d, restorer: r, scratch: scratch, stride: src.Stride}
	vectorStrips(&scratch.shapes, size, from, to, vectorLimit(r.areas*c.chunk), func(s strip, sh *shape) {
		scratch.load(sh, s, src, d.present)
		scratch.open(sh, s, dst)
		e.shape, e.from, e.to = sh, &scratch.source, &scratch.sink
		e.whole = shortest(e.from.rows, d.present) >= e.from.start+e.from.layout.Extent()
		if a := scratch.areas(r.areas, c.chunk, sh.blocks); len(r.targets) == 1 {
			e.one(a, chunks)
		} else {
			e.several(a[chunks], a[:chunks])
		}
		scratch.close(sh, s, dst, d.missing)
	})
}

// shortest returns the length of the shortest of some rows.
func shortest(rows [][]byte, which []int) int {
	n := len(rows[which[0]])
	for _, i := range which {
		n = min(n, len(rows[i]))
	}
	return n
}

// A restoration decodes one strip.
type restoration struct {
	*Decoder
	*restorer
	scratch  *vectorScratch
	shape    *shape
	from, to *view
	stride   int  // of the source
	whole    bool // no source row ends within the strip
}

// anyRow reports whether there are symbols in size rows, a power of two, from p on: which says which, before how many are before each eighth row.
func anyRow(which, before []int32, p, size int) bool {
	if size >= planar.FusedLegs {
		return before[(p+size)/planar.FusedLegs] > before[p/planar.FusedLegs]
	}
	for _, n := range which[p : p+size] {
		if n >= 0 {
			return true
		}
	}
	return false
}

// The ends of its transforms, both by row of the work area: the symbols present, to be scaled, and those missing.
type (
	presentEnds restoration
	missingEnds restoration
)

func (e *presentEnds) some(t *transform, q, size int) bool {
	return anyRow(e.restorer.present, e.have, t.first+q, size)
}

func (e *presentEnds) one(t *transform, q int) {
	i := e.restorer.present[t.first+q]
	if i < 0 {
		t.zero(q, q+1)
		return
	}
	e.shape.loadOne(t.from(q), e.from, int(i), e.stride, e.factors.At(int(i)))
}

func (e *presentEnds) eight(t *transform, q int, c *planar.Constants) bool {
	if !e.whole {
		return false
	}
	p := t.first + q
	planar.LoadScaledRows(t.from(q), t.row, e.from.rows, withNext(e.restorer.present, p), planar.FusedLegs, e.from.start, e.from.layout, e.factors)
	planar.Inverse(t.from(q), t.row, t.blocks, c)
	return true
}

func (e *missingEnds) some(t *transform, q, size int) bool {
	return anyRow(e.restorer.missing, e.want, t.first+q, size)
}

func (e *missingEnds) one(t *transform, q int) {
	if i := e.restorer.missing[t.first+q]; i >= 0 {
		planar.StoreScaled(e.to.rows[i][e.to.start:], t.from(q), e.to.layout, e.factors.At(int(i)))
	}
}

func (e *missingEnds) eight(t *transform, q int, c *planar.Constants) bool {
	p := t.first + q
	planar.Forward(t.from(q), t.row, t.blocks, c)
	planar.StoreScaledRows(e.to.rows, withNext(e.restorer.missing, p), planar.FusedLegs, e.to.start, t.from(q), t.row, e.to.layout, e.factors)
	return true
}

// withNext returns the numbers of the rows of a pass from p on, and those of the pass after it if there is one.
func withNext(rows []int32, p int) []int32 { return rows[p:min(p+2*planar.FusedLegs, len(rows))] }

// interpolate describes the inverse transform of the scaled values of a chunk.
func (e *restoration) interpolate(a area, chunk int) *transform {
	base := chunk * e.code.chunk
	return e.scratch.transform(0, transform{area: a, delta: base, first: base, ends: (*presentEnds)(e)})
}

// evaluate describes the forward transform to the missing symbols of a chunk.
func (e *restoration) evaluate(a area, chunk int) *transform {
	base := chunk * e.code.chunk
	return e.scratch.transform(1, transform{area: a, delta: base, first: base, ends: (*missingEnds)(e)})
}

// received reports whether any symbols of a chunk of m rows are present.
func (r *restorer) received(chunk, m int) bool { return anyRow(r.present, r.have, chunk*m, m) }

// one restores the missing symbols if they lie in one chunk: others are scaled by their multiples in the first place, and only added. The last area receives sums,
// the first the result.
func (e *restoration) one(a []area, chunks int) {
	m, target, sum := e.code.chunk, e.targets[0], a[len(a)-1]
	add := false // whether there is anything in sum
	if e.received(target, m) {
		e.interpolate(a[0], target).inverse(0, m)
		a[0].derive(&sum, m)
		add = true
	}
	if m == 1 {
		e.single(a[0], sum, chunks, add)
		return
	}
	turn := e.scratch.outermost(a[0], m)
	if add {
		turn.Add = sum.b
	}
	for chunk := range chunks {
		if chunk == target || !e.received(chunk, m) {
			continue
		}
		if len(turn.From) == 2 {
			turn.Keep = sum.b
			turn.Run()
			turn.Add, turn.Keep, turn.From = sum.b, nil, turn.From[:0]
		}
		turn.From = append(turn.From, e.interpolate(a[len(turn.From)], chunk).source(m))
	}
	if len(turn.From) == 2 && turn.From[0].Active < turn.From[1].Active { // the faster way round
		turn.From[0], turn.From[1] = turn.From[1], turn.From[0]
	}
	if len(turn.From) == 0 {
		turn.Add, turn.From = nil, append(turn.From, planar.Source{Area: sum.b})
	}
	out := e.evaluate(a[0], target)
	turn.To = append(turn.To, out.sink(m))
	turn.Run()
	out.forwardLegs(0, m)
}

// single is the case of chunks of one row: sums.
func (e *restoration) single(part, sum area, chunks int, add bool) {
	if !add {
		sum.zero(0, 1)
	}
	for chunk := range chunks {
		if chunk != e.targets[0] && e.received(chunk, 1) {
			e.interpolate(part, chunk).inverse(0, 1)
			planar.Xor(sum.b[:sum.row], part.b)
		}
	}
	e.evaluate(sum, e.targets[0]).forward(0, 1)
}

// several restores missing symbols of any chunks.
func (e *restoration) several(sum area, chunks []area) {
	m := e.code.chunk
	for chunk, a := range chunks {
		if e.received(chunk, m) {
			e.interpolate(a, chunk).inverse(0, m)
		}
	}
	for _, target := range e.targets {
		if e.received(target, m) {
			chunks[target].derive(&sum, m)
		} else {
			sum.zero(0, m)
		}
		for chunk := range chunks {
			switch {
			case chunk == target || !e.received(chunk, m):
			case chunk^target == 1:
				sum.add(&chunks[chunk], m)
			default:
				sum.addScaled(&chunks[chunk], m, e.multiples.At(chunk^target))
			}
		}
		e.evaluate(sum, target).forward(0, m)
	}
}

// add adds the first m rows of b.
func (a *area) add(b *area, m int) {
	n := a.at(m-1) + a.row
	planar.Xor(a.b[:n], b.b[:n])
}

// addScaled adds the product of the first m rows of b and a factor.
func (a *area) addScaled(b *area, m int, f planar.Factor) {
	n := a.at(m-1) + a.row
	planar.AddScaled(a.b[:n], b.b[:n], f)
}

// derive writes the coefficients in the first m rows plus those of their formal derivative to another area.
func (a *area) derive(to *area, m int) {
	if m < planar.DeriveLegs {
		for q := range m {
			row := to.from(q)[:a.row]
			copy(row, a.from(q))
			for bit := 1; bit < m; bit *= 2 {
				if q&bit == 0 {
					planar.Xor(row, a.from(q+bit))
				}
			}
		}
		return
	}
	var list [16]int
	offsets := list[:0]
	for q := 0; q < m; q += planar.DeriveLegs {
		offsets = offsets[:0]
		for bit := planar.DeriveLegs; bit < m; bit *= 2 {
			if q&bit == 0 {
				offsets = append(offsets, a.at(q+bit)-a.at(q))
			}
		}
		planar.Derive(to.from(q), a.from(q), a.row, a.blocks, offsets)
	}
}
