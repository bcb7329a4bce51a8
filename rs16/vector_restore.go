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
	const cost = 12 // of transforms, in products per row of the work area
	return len(d.missing)*d.code.k <= cost*d.size
}

// A restorer is what the kernels need of a decoder.
type restorer struct {
	in, out   planar.Factors // of present and of missing symbols
	present   []int32        // by row: which of the present symbols, or -1
	missing   []int32        // by row: which of the missing symbols, or -1
	have      []int32        // number of present symbols before each row
	want      []int32        // number of missing symbols before each row
	targets   []int          // chunks with missing symbols
	multiples planar.Factors // 1/x for x from 1 to maxChunks-1, after 1
	few       *sums          // how to make few symbols instead
}

func (d *Decoder) newRestorer() *restorer {
	c, f, lam := d.code, tables(), d.locator()
	if d.fewMissing() {
		return &restorer{few: newSums(d.terms(d.missing))}
	}
	r := &restorer{present: make([]int32, d.size), missing: make([]int32, d.size), have: make([]int32, d.size+1), want: make([]int32, d.size+1)}
	for p := range d.size {
		r.present[p], r.missing[p] = -1, -1
	}
	for n, i := range d.present {
		r.present[c.position(i)] = int32(n)
	}
	for n, i := range d.missing {
		r.missing[c.position(i)] = int32(n)
		if chunk := c.position(i) / c.chunk; len(r.targets) == 0 || r.targets[len(r.targets)-1] != chunk {
			r.targets = append(r.targets, chunk)
		}
	}
	for p := range d.size {
		r.have[p+1], r.want[p+1] = r.have[p], r.want[p]
		if r.present[p] >= 0 {
			r.have[p+1]++
		}
		if r.missing[p] >= 0 {
			r.want[p+1]++
		}
	}
	in, out := make([]uint16, len(d.present)), make([]uint16, len(d.missing))
	for n, i := range d.present {
		p := c.position(i)
		in[n] = f.exp[lam[p]]
		if apart := p/c.chunk ^ r.targets[0]; len(r.targets) == 1 && apart != 0 {
			in[n] = f.mul(in[n], f.inv(uint16(apart))) // the only chunk that it goes to takes this multiple
		}
	}
	for n, i := range d.missing {
		out[n] = f.exp[order-lam[c.position(i)]]
	}
	r.in, r.out = planarField().Factors(in), planarField().Factors(out)
	multiples := []uint16{1}
	for x := 1; x < maxChunks; x++ {
		multiples = append(multiples, f.inv(uint16(x)))
	}
	r.multiples = planarField().Factors(multiples)
	return r
}

// restoreVector is Restore on the kernels; its arguments have been checked.
func (d *Decoder) restoreVector(dst, src Rows, size, from, to int) {
	c, r := d.code, d.vector()
	chunks := (d.end + c.chunk - 1) / c.chunk
	switch {
	case r.few != nil:
		rows := Rows{Stride: dst.Stride}
		for _, i := range d.missing {
			rows.Row = append(rows.Row, dst.Row[i])
		}
		c.combineVector(r.few, rows, src, size, from, to)
		return
	case chunks > maxChunks:
		d.restorePlain(dst, src, size, from, to)
		return
	}
	scratch := c.vectors.Get().(*vectorScratch)
	defer c.vectors.Put(scratch)
	areas := 3
	if len(r.targets) > 1 {
		areas = chunks + 1
	}
	vectorStrips(size, from, to, vectorLimit(areas*c.chunk), func(s strip, sh *shape) {
		source, sink, after := scratch.views(sh, s, s, src, dst, d.present, d.missing)
		e := restoration{Decoder: d, restorer: r, shape: sh, from: &source, to: &sink, stride: src.Stride}
		a := scratch.areas(areas, c.chunk, sh.blocks)
		if len(r.targets) == 1 {
			e.one(a, chunks)
		} else {
			e.several(a[chunks], a[:chunks])
		}
		after()
	})
}

// A restoration decodes one strip.
type restoration struct {
	*Decoder
	*restorer
	shape    *shape
	from, to *view
	stride   int // of the source
}

// interpolate describes the inverse transform of the scaled values of a chunk.
func (e *restoration) interpolate(a area, chunk int) *transform {
	m := e.code.chunk
	base := chunk * m
	t := &transform{area: a, delta: base}
	t.some = func(q, size int) bool { return e.have[base+q+size] > e.have[base+q] }
	t.one = func(q int) {
		n := e.restorer.present[base+q]
		if n < 0 {
			a.zero(q, q+1)
			return
		}
		e.shape.loadOne(a.from(q), e.from, e.Decoder.present[n], e.stride, e.in.At(int(n)))
	}
	return t
}

// evaluate describes the forward transform to the missing symbols of a chunk.
func (e *restoration) evaluate(a area, chunk int) *transform {
	base := chunk * e.code.chunk
	t := &transform{area: a, delta: base}
	t.some = func(q, size int) bool { return e.want[base+q+size] > e.want[base+q] }
	t.one = func(q int) {
		if n := e.restorer.missing[base+q]; n >= 0 {
			row := e.to.rows[e.Decoder.missing[n]]
			planar.StoreScaled(row[e.to.start:], a.from(q), e.to.layout, e.out.At(int(n)))
		}
	}
	return t
}

// one restores the missing symbols if they lie in one chunk: others are scaled by their multiples in the first place, and only added.
func (e *restoration) one(a []area, chunks int) {
	m, target, sum := e.code.chunk, e.targets[0], a[2]
	add := false // whether there is anything in sum
	if in := e.interpolate(a[0], target); in.some(0, m) {
		in.inverse(0, m)
		a[0].derive(sum, m)
		add = true
	}
	out := e.evaluate(sum, target)
	if m == 1 {
		e.single(a[0], sum, chunks, add)
		return
	}
	turn := a[0].turn(m)
	if add {
		turn.Add = sum.b
	}
	for chunk := range chunks {
		in := e.interpolate(a[len(turn.From)%2], chunk)
		if chunk == target || !in.some(0, m) {
			continue
		}
		if len(turn.From) == 2 {
			turn.Keep = sum.b
			turn.Run()
			turn.Add, turn.Keep, turn.From = sum.b, nil, turn.From[:0]
		}
		turn.From = append(turn.From, in.source(m))
	}
	if len(turn.From) == 2 && turn.From[0].Active < turn.From[1].Active { // the faster way round
		turn.From[0], turn.From[1] = turn.From[1], turn.From[0]
	}
	if len(turn.From) == 0 {
		turn.Add, turn.From = nil, append(turn.From, planar.Source{Area: sum.b})
	}
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
		if in := e.interpolate(part, chunk); chunk != e.targets[0] && in.some(0, 1) {
			in.inverse(0, 1)
			planar.Xor(sum.b[:sum.row], part.b)
		}
	}
	e.evaluate(sum, e.targets[0]).forward(0, 1)
}

// several restores missing symbols of any chunks.
func (e *restoration) several(sum area, chunks []area) {
	m := e.code.chunk
	for chunk, a := range chunks {
		if in := e.interpolate(a, chunk); in.some(0, m) {
			in.inverse(0, m)
		}
	}
	for _, target := range e.targets {
		if e.interpolate(chunks[target], target).some(0, m) {
			chunks[target].derive(sum, m)
		} else {
			sum.zero(0, m)
		}
		for chunk, a := range chunks {
			if chunk != target && e.interpolate(a, chunk).some(0, m) {
				sum.addScaled(a, m, e.multiples.At(chunk^target))
			}
		}
		e.evaluate(sum, target).forward(0, m)
	}
}

// addScaled adds the product of the first m rows of b and a factor.
func (a area) addScaled(b area, m int, f planar.Factor) {
	n := a.at(m-1) + a.row
	planar.AddScaled(a.b[:n], b.b[:n], f)
}

// derive writes the coefficients in the first m rows plus those of their formal derivative to another area.
func (a area) derive(to area, m int) {
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
	var offsets []int
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
