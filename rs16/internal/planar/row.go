package planar

import "unsafe"

// check panics unless the area holds so many blocks.
func check(area []byte, blocks int) {
	if blocks < 1 || len(area) < blocks*BlockBytes {
		panic("planar: area too short")
	}
}

func (l *Layout) descriptors() *byte { return (*byte)(unsafe.Pointer(&l.blocks[0])) }

// checkRow panics unless the row holds all blocks from byte start on.
func (l *Layout) checkRow(row []byte, start int) {
	if start < 0 || start+l.extent > len(row) {
		panic("planar: block outside its row")
	}
}

// Load brings the blocks of a row to dst.
func Load(dst, row []byte, l *Layout) {
	check(dst, len(l.blocks))
	l.checkRow(row, 0)
	if f := fusedFor(l); f != nil {
		f.load(&dst[0], &row[0], l.descriptors(), len(l.blocks), nil, &towerMap[0])
		return
	}
	l.load(dst, row, addressOf(row))
}

// load is Load by the basic loops; ahead is the address of the row that is next.
func (l *Layout) load(dst, row []byte, ahead uintptr) {
	n := 0
	for _, run := range l.runs {
		b, d := l.blocks[n], dst[n*BlockBytes:]
		n += max(run, 1)
		if run > 0 {
			active.copyTower(&d[0], &row[b.Offset], run, &towerMap[0], ahead+uintptr(b.Offset))
			continue
		}
		a := b.Arrangement
		d = d[:BlockBytes]
		half := a.size / 2
		for i := range a.count {
			symbol := row[b.Offset+i*a.size:][:a.size]
			copy(d[i*half:], symbol[:half])
			copy(d[elements+i*half:], symbol[half:])
		}
		active.copyTower(&d[0], &d[0], 1, &towerMap[0], ahead+uintptr(b.Offset))
	}
}

// Store brings blocks to a row. The contents of src are undefined afterwards.
func Store(row, src []byte, l *Layout) {
	check(src, len(l.blocks))
	l.checkRow(row, 0)
	if f := fusedFor(l); f != nil {
		f.store(&row[0], &src[0], l.descriptors(), len(l.blocks), nil, &towerMap[0])
		return
	}
	l.store(row, src, addressOf(row))
}

// store is Store by the basic loops; ahead is the address of the row that is next.
func (l *Layout) store(row, src []byte, ahead uintptr) {
	n := 0
	for _, run := range l.runs {
		b, s := l.blocks[n], src[n*BlockBytes:]
		n += max(run, 1)
		if run > 0 {
			active.copyTower(&row[b.Offset], &s[0], run, &towerMap[0], ahead+uintptr(b.Offset))
			continue
		}
		a := b.Arrangement
		s = s[:BlockBytes]
		active.copyTower(&s[0], &s[0], 1, &towerMap[0], ahead+uintptr(b.Offset))
		half := a.size / 2
		for i := range a.count {
			symbol := row[b.Offset+i*a.size:][:a.size]
			copy(symbol, s[i*half:][:half])
			copy(symbol[half:], s[elements+i*half:][:half])
		}
	}
}

// LoadScaled is Load, then Scale.
func LoadScaled(dst, row []byte, l *Layout, f Factor) {
	if k := fusedFor(l); k != nil {
		check(dst, len(l.blocks))
		l.checkRow(row, 0)
		k.loadScaled(&dst[0], &row[0], l.descriptors(), len(l.blocks), &f[0], &towerMap[0])
		return
	}
	Load(dst, row, l)
	Scale(dst[:len(l.blocks)*BlockBytes], f)
}

// StoreScaled is Scale, then Store.
func StoreScaled(row, src []byte, l *Layout, f Factor) {
	if k := fusedFor(l); k != nil {
		check(src, len(l.blocks))
		l.checkRow(row, 0)
		k.storeScaled(&row[0], &src[0], l.descriptors(), len(l.blocks), &f[0], &towerMap[0])
		return
	}
	Scale(src[:len(l.blocks)*BlockBytes], f)
	Store(row, src, l)
}

// LoadScaledRows is LoadScaled for count rows of a table, from byte start of each on, leg bytes apart to dst: those that which tells, or zeros in place of
// a negative one. Factors have the numbers of the rows. If which goes on with as many rows again, those are next, and are asked of memory.
func LoadScaledRows(dst []byte, leg int, rows [][]byte, which []int32, count, start int, l *Layout, factors Factors) {
	checkLegs(dst, count, leg, len(l.blocks))
	l.checkRows(rows, which, start, factors)
	if f := fusedFor(l); f != nil {
		f.loadScaledRows(&dst[0], leg, &rows[0], &which[0], ahead(which, count), start, count, l.descriptors(), len(l.blocks), &factors.table[0], &towerMap[0])
		return
	}
	for i, n := range which[:count] {
		d := dst[i*leg:][:len(l.blocks)*BlockBytes]
		if n < 0 {
			clear(d)
			continue
		}
		l.load(d, rows[n][start:], aheadOf(rows, which, i, count)+uintptr(start))
		active.scale(&d[0], len(l.blocks), &factors.At(int(n))[0])
	}
}

// StoreScaledRows is StoreScaled for count rows of a table; in place of a negative one none is stored. The contents of src are undefined afterwards.
func StoreScaledRows(rows [][]byte, which []int32, count, start int, src []byte, leg int, l *Layout, factors Factors) {
	checkLegs(src, count, leg, len(l.blocks))
	l.checkRows(rows, which, start, factors)
	if f := fusedFor(l); f != nil {
		f.storeScaledRows(&rows[0], &which[0], ahead(which, count), start, count, &src[0], leg, l.descriptors(), len(l.blocks), &factors.table[0], &towerMap[0])
		return
	}
	for i, n := range which[:count] {
		if n < 0 {
			continue
		}
		s := src[i*leg:][:len(l.blocks)*BlockBytes]
		active.scale(&s[0], len(l.blocks), &factors.At(int(n))[0])
		l.store(rows[n][start:], s, aheadOf(rows, which, i, count)+uintptr(start))
	}
}

// aheadOf returns the address of the row count places after place i of which, or of that row itself if there is none.
func aheadOf(rows [][]byte, which []int32, i, count int) uintptr {
	n := which[i]
	if next := i + ahead(which, count); which[next] >= 0 {
		n = which[next]
	}
	return addressOf(rows[n])
}

// addressOf returns the address of a row, to prefetch from.
func addressOf(row []byte) uintptr { return uintptr(unsafe.Pointer(unsafe.SliceData(row))) }

// ahead is how many places further which tells the row after next: none, or count.
func ahead(which []int32, count int) int {
	if len(which) < 2*count {
		return 0
	}
	return count
}

// checkRows is checkRow for rows that are not negative, which must have a factor.
func (l *Layout) checkRows(rows [][]byte, which []int32, start int, factors Factors) {
	if factors.Len() < len(rows) {
		panic("planar: rows without a factor")
	}
	for _, n := range which {
		if n >= 0 {
			l.checkRow(rows[n], start)
		}
	}
}

// Scale multiplies whole blocks by a factor.
func Scale(w []byte, f Factor) {
	if n := len(w) / BlockBytes; n > 0 {
		active.scale(&w[0], n, &f[0])
	}
}

// Xor adds the blocks of src to those of dst, which are as many.
func Xor(dst, src []byte) {
	if n := len(dst) / BlockBytes; n > 0 {
		check(src, n)
		active.xor(&dst[0], &src[0], n)
	}
}

// AddScaled adds the product of the blocks of src and a factor to those of dst, which are as many.
func AddScaled(dst, src []byte, f Factor) {
	if n := len(dst) / BlockBytes; n > 0 {
		check(src, n)
		active.addScaled(&dst[0], &src[0], n, &f[0])
	}
}

// MaxSums is the largest number of sums that Combine makes in one call.
const MaxSums = 8

// SumTables returns how many columns the table of factors for so many sums, at most MaxSums, must have: those from sums on are zero.
func SumTables(sums int) int {
	n := 1
	for n < sums {
		n *= 2
	}
	return n
}

// Combine writes sums of products: sum o, of so many blocks, leg bytes further than the one before in dst, is that of all rows of src, which begin stride
// bytes apart, times their factors. The factors lie row by row, SumTables(n) each for n sums, and dst has room for as many sums.
func Combine(dst []byte, leg int, src []byte, stride, rows, blocks int, factors Factors) {
	sums := factors.Len() / rows
	check(dst[(sums-1)*leg:], blocks)
	check(src[(rows-1)*stride:], blocks)
	if f := active.fused; f != nil {
		f.combine[log2(sums)](&dst[0], leg, &src[0], stride, rows, blocks, &factors.table[0])
		return
	}
	for o := range sums {
		sum := dst[o*leg:][:blocks*BlockBytes]
		clear(sum)
		for i := range rows {
			active.addScaled(&sum[0], &src[i*stride], blocks, &factors.At(i*sums + o)[0])
		}
	}
}
