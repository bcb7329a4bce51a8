package rs16

// scalers multiply by the locator, for each present and each missing symbol: 1 KiB each.
type scalers struct{ in, out []*multiplier }

func (d *Decoder) newScalers() (s scalers) {
	f, lam := tables(), d.locator()
	for _, i := range d.present {
		s.in = append(s.in, newMultiplier(f, lam[d.code.position(i)]))
	}
	for _, i := range d.missing {
		s.out = append(s.out, newMultiplier(f, order-lam[d.code.position(i)]))
	}
	return s
}

// tableThreshold is the number of words per row from which building multipliers pays. Half of it
// costs a recovery of one small sliver more than it saves.
const tableThreshold = 64

// restorePlain is the plain version of Restore, whose arguments have been checked.
func (d *Decoder) restorePlain(dst, src Rows, size, from, to int) {
	var t scalers
	if (to-from)*words(size) >= tableThreshold {
		t = d.tables()
	}
	var buf *[]uint64
	strips(size, from, to, stripWidth(d.size), func(s strip) {
		need := d.size * s.width()
		if buf == nil || len(*buf) < need {
			buf = borrowWords(need)
		}
		d.restoreStrip(dst, src, s, s.area((*buf)[:need]), t)
	})
	wordPool.Put(buf)
}

// restoreStrip multiplies the received values by the locator, interpolates, takes the formal derivative,
// evaluates at the missing rows and divides by the locator (section 7.3).
func (d *Decoder) restoreStrip(dst, src Rows, s strip, a work, t scalers) {
	c, f := d.code, tables()
	clear(a.w)
	for n, i := range d.present {
		p := c.position(i)
		row := a.rows(p, p+1)
		src.load(row, i, s)
		if t.in != nil {
			t.in[n].scale(row)
		} else {
			scaleLog(f, row, d.locator()[p])
		}
	}
	a.inverse(0, d.size, d.end, 0)
	if c.high {
		a.derive(d.size, d.size)
		a.forward(0, d.size, c.chunk, d.end, 0)
	} else { // the source lies in the first chunk: only its coefficients matter
		a.derive(d.size, c.chunk)
		a.forward(0, c.chunk, 0, c.k, 0)
	}
	for n, i := range d.missing {
		p := c.position(i)
		row := a.rows(p, p+1)
		if t.out != nil {
			t.out[n].scale(row)
		} else {
			scaleLog(f, row, order-d.locator()[p])
		}
		dst.store(i, row, s)
	}
}
