package planar

// checkLegs panics unless the area holds so many legs.
func checkLegs(area []byte, legs, leg, blocks int) {
	if leg < 0 || blocks < 1 || (legs-1)*leg+blocks*BlockBytes > len(area) {
		panic("planar: legs outside the area")
	}
}

// Inverse runs the butterflies of the inverse transform between the legs of w, runs of so many blocks that begin leg bytes apart.
func Inverse(w []byte, leg, blocks int, c *Constants) {
	checkLegs(w, c.legs, leg, blocks)
	if f := active.fused; f != nil {
		f.inverse[log2(c.legs)-1][c.large](&w[0], leg, blocks, &c.table[0])
		return
	}
	active.inverse.compose(w, leg, blocks, c, true)
}

// Forward does the same for the forward transform.
func Forward(w []byte, leg, blocks int, c *Constants) {
	checkLegs(w, c.legs, leg, blocks)
	if f := active.fused; f != nil {
		f.forward[log2(c.legs)-1][c.large](&w[0], leg, blocks, &c.table[0])
		return
	}
	active.forward.compose(w, leg, blocks, c, false)
}

// compose runs a pass by the basic loops: eight legs at once if there is such a loop, two layers at once where constants are small, else layer by layer.
func (b *butterflies) compose(w []byte, leg, blocks int, c *Constants, inverse bool) {
	if c.legs == 8 && c.large == 0 && b.small8 != nil {
		b.small8(&w[0], leg, blocks, &c.table[0])
		return
	}
	layers := log2(c.legs)
	for done := 0; done < layers; {
		outer, step := done, 1 // layers [outer, outer+step), 0 the outermost
		if inverse {
			outer = layers - 1 - done
		}
		if b.small4 != nil {
			switch {
			case !inverse && outer+1 < layers-c.large:
				step = 2
			case inverse && outer > 0 && outer < layers-c.large:
				step, outer = 2, outer-1
			}
		}
		b.layers(w, leg, blocks, c, outer, step)
		done += step
	}
}

// layers runs one or two layers.
func (b *butterflies) layers(w []byte, leg, blocks int, c *Constants, outer, step int) {
	size := c.legs >> outer // legs of a block of butterflies
	runs := size >> step
	calls := runs
	if leg == blocks*BlockBytes { // adjacent runs are one
		calls, blocks = 1, blocks*runs
	}
	for q := range 1 << outer {
		first := 1<<outer - 1 + q
		for i := range calls {
			p := pointer(w, (q*size+i)*leg)
			t, large := c.at(first)
			switch {
			case step == 2:
				inner, _ := c.at(2*first + 1)
				second, _ := c.at(2*first + 2)
				b.small4(p, runs*leg, blocks, t, inner, second)
			case large:
				b.large2(p, runs*leg, blocks, t)
			default:
				b.small2(p, runs*leg, blocks, t)
			}
		}
	}
}

// FusedLegs is the number of rows that InverseLoad and ForwardStore take.
const FusedLegs = 8

// InverseLoad loads the blocks of the first eight rows, from byte start of each on, leg bytes apart to dst, and runs Inverse on them. If there are eight more rows,
// they are next, and are asked of memory: rows of a table lie far apart.
func InverseLoad(dst []byte, leg int, rows [][]byte, start int, l *Layout, c *Constants) {
	rows, next := rows[:FusedLegs], nextRows(rows)
	checkLegs(dst, FusedLegs, leg, len(l.blocks))
	for _, row := range rows {
		l.checkRow(row, start)
	}
	if f := fusedFor(l); f != nil {
		f.inverseLoad[c.large](&dst[0], leg, &rows[0], &next[0], start, l.descriptors(), len(l.blocks), &c.table[0], &towerMap[0])
		return
	}
	for i, row := range rows {
		l.load(dst[i*leg:], row[start:], addressOf(next[i])+uintptr(start))
	}
	Inverse(dst, leg, len(l.blocks), c)
}

// ForwardStore runs Forward on eight legs of src and stores them as blocks of the first eight rows, from byte start of each on. If there are
// eight more, they are next, as for InverseLoad. The contents of src are undefined afterwards.
func ForwardStore(rows [][]byte, start int, src []byte, leg int, l *Layout, c *Constants) {
	rows, next := rows[:FusedLegs], nextRows(rows)
	checkLegs(src, FusedLegs, leg, len(l.blocks))
	for _, row := range rows {
		l.checkRow(row, start)
	}
	if f := fusedFor(l); f != nil {
		f.forwardStore[c.large](&rows[0], &next[0], start, &src[0], leg, l.descriptors(), len(l.blocks), &c.table[0], &towerMap[0])
		return
	}
	Forward(src, leg, len(l.blocks), c)
	for i, row := range rows {
		l.store(row[start:], src[i*leg:], addressOf(next[i])+uintptr(start))
	}
}

// nextRows returns the second eight rows, or the first ones if there are less.
func nextRows(rows [][]byte) [][]byte {
	if len(rows) < 2*FusedLegs {
		return rows
	}
	return rows[FusedLegs:]
}

// DeriveLegs is the number of adjacent rows that Derive works on.
const DeriveLegs = 8

// Derive writes the sums that the formal derivative takes among eight legs of src, and others at the given offsets: to leg i of dst it writes the sum of
// leg i, of all legs i + 2^b for the bits b that are 0 in i, and of the runs at these offsets, in bytes, from leg i. dst may be src, but offsets then are
// positive and beyond the eight legs.
func Derive(dst, src []byte, leg, blocks int, offsets []int) {
	checkLegs(dst, DeriveLegs, leg, blocks)
	checkLegs(src, DeriveLegs, leg, blocks)
	for _, o := range offsets {
		checkLegs(src[o:], DeriveLegs, leg, blocks)
	}
	if f := active.fused; f != nil {
		var p *int
		if len(offsets) > 0 {
			p = &offsets[0]
		}
		f.derive(&dst[0], &src[0], leg, blocks, p, len(offsets))
		return
	}
	for i := range DeriveLegs {
		d := dst[i*leg:][:blocks*BlockBytes]
		copy(d, src[i*leg:])
		for bit := 1; bit < DeriveLegs; bit *= 2 {
			if i&bit == 0 {
				Xor(d, src[(i+bit)*leg:])
			}
		}
		for _, o := range offsets {
			Xor(d, src[i*leg+o:])
		}
	}
}
