package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// The kernels for AVX2 take a block in two registers, low bytes and high bytes. They come twice: with bit matrices, for processors that have GFNI but not
// AVX-512, and with two look-ups by nibble for each matrix. Sixteen registers do not hold the constants of a pass: they are loaded where they are used.

const ymmBytes = 32

var ymm = [16]VecPhysical{Y0, Y1, Y2, Y3, Y4, Y5, Y6, Y7, Y8, Y9, Y10, Y11, Y12, Y13, Y14, Y15}

// Registers with one use in all of them: legs in the first eight, maps or nibbles in the next four.
var (
	maps        = ymm[8:12]
	spare       = Y12
	narrowTower = [2]VecPhysical{Y13, Y14}
	nibbleMask  = Y15
)

// A flavor is how linear maps on bytes are applied.
type flavor struct {
	suffix string
	nibble bool
	bytes  int // of a map in a table
}

var flavors = []flavor{{suffix: "Matrix", bytes: matrix}, {suffix: "Nibble", nibble: true, bytes: 32}}

var lowNibbles Mem

// A pair of registers: low and high bytes.
type pair struct{ lo, hi VecPhysical }

func loadPair(m Mem, v pair) {
	VMOVDQU(m, v.lo)
	VMOVDQU(m.Offset(halfBytes), v.hi)
}

func storePair(v pair, m Mem) {
	VMOVDQU(v.lo, m)
	VMOVDQU(v.hi, m.Offset(halfBytes))
}

func addPair(m Mem, v pair) {
	VPXOR(m, v.lo, v.lo)
	VPXOR(m.Offset(halfBytes), v.hi, v.hi)
}

// begin loads what all maps share.
func (f flavor) begin() {
	if f.nibble {
		VPBROADCASTQ(lowNibbles, nibbleMask)
	}
}

// loadTower sets narrowTower.
func (f flavor) loadTower(from Register) {
	m := Mem{Base: from}
	if !f.nibble {
		VPBROADCASTQ(m, narrowTower[1])
		return
	}
	VBROADCASTI128(m, narrowTower[0])
	VBROADCASTI128(m.Offset(16), narrowTower[1])
}

// split brings the low nibbles of y to lo and the high ones to hi.
func split(y, lo, hi VecPhysical) {
	VPSRLW(U8(4), y, hi)
	VPAND(nibbleMask, y, lo)
	VPAND(nibbleMask, hi, hi)
}

// addTower adds what tower form adds to the low bytes, or takes it away. It needs the last two of maps, and hi is lost if it is spare.
func (f flavor) addTower(lo, hi VecPhysical) {
	if !f.nibble {
		VGF2P8AFFINEQB(U8(0), narrowTower[1], hi, spare)
		VPXOR(spare, lo, lo)
		return
	}
	a, b := maps[2], maps[3]
	split(hi, a, b)
	VPSHUFB(a, narrowTower[0], a)
	VPSHUFB(b, narrowTower[1], b)
	VPXOR(a, lo, lo)
	VPXOR(b, lo, lo)
}

// An applier applies constants and remembers which one the registers hold.
type applier struct {
	flavor
	held *Mem
}

func (a *applier) holds(m Mem) bool {
	if a.held != nil && *a.held == m {
		return true
	}
	a.held = &m
	return false
}

// small adds the product of y and the constant of GF(256) at m to x: the same map for all bytes.
func (a *applier) small(m Mem, x, y VecPhysical) {
	if !a.nibble {
		if !a.holds(m) {
			VPBROADCASTQ(m, maps[0])
		}
		VGF2P8AFFINEQB(U8(0), maps[0], y, spare)
		VPXOR(spare, x, x)
		return
	}
	if !a.holds(m) {
		VBROADCASTI128(m, maps[0])
		VBROADCASTI128(m.Offset(16), maps[1])
	}
	split(y, maps[2], maps[3])
	VPSHUFB(maps[2], maps[0], maps[2])
	VPSHUFB(maps[3], maps[1], maps[3])
	VPXOR(maps[2], x, x)
	VPXOR(maps[3], x, x)
}

// general adds the product of y and the general constant at m to x, or writes it there.
func (a *applier) general(m Mem, x, y pair, add bool) {
	if !a.nibble {
		if !a.holds(m) {
			for i := range general {
				VPBROADCASTQ(m.Offset(matrix*i), maps[i])
			}
		}
		for i, out := range []VecPhysical{x.lo, x.lo, x.hi, x.hi} {
			in := []VecPhysical{y.lo, y.hi}[i%2]
			if !add && i%2 == 0 {
				VGF2P8AFFINEQB(U8(0), maps[i], in, out)
				continue
			}
			VGF2P8AFFINEQB(U8(0), maps[i], in, spare)
			VPXOR(spare, out, out)
		}
		return
	}
	split(y.lo, maps[0], maps[1])
	split(y.hi, maps[2], maps[3])
	for i, out := range []VecPhysical{x.lo, x.lo, x.hi, x.hi} {
		for half := range 2 {
			t := spare
			if !add && i%2 == 0 && half == 0 {
				t = out
			}
			VBROADCASTI128(m.Offset(32*i+16*half), t)
			VPSHUFB(maps[2*(i%2)+half], t, t)
			if t == spare {
				VPXOR(t, out, out)
			}
		}
	}
}

// A stage is some steps of a network that run on registers: pairs in groups of up to four legs, or, where all constants are in GF(256), low bytes and
// high bytes one after the other in groups of up to eight.
type stage struct {
	pairs  bool
	steps  []butterfly
	groups [][]int
}

// stages cuts a network of which the innermost layers, large of them, are general.
func stages(count, large int, inverse bool, active, wanted int) (list []stage) {
	layers := 0
	for 1<<layers < count {
		layers++
	}
	var last int // the kind of the stage
	for _, s := range network(count, inverse, active, wanted) {
		at, kind := layerOf(s.constant), 1
		switch {
		case at < layers-large:
		case large == 3 && at == 0: // eight pairs are too many
			kind = 2
		default:
			kind = 3
		}
		if len(list) == 0 || kind != last {
			list, last = append(list, stage{pairs: kind > 1}), kind
		}
		list[len(list)-1].steps = append(list[len(list)-1].steps, s)
	}
	for i := range list {
		list[i].group(count)
	}
	return list
}

// group finds the legs that steps join, directly or not.
func (s *stage) group(count int) {
	if !s.pairs { // all together, as they are
		var all []int
		for i := range count {
			all = append(all, i)
		}
		s.groups = [][]int{all}
		return
	}
	root := make([]int, count)
	for i := range root {
		root[i] = i
	}
	for _, b := range s.steps {
		from, to := root[b.y], root[b.x]
		for i := range root {
			if root[i] == from {
				root[i] = to
			}
		}
	}
	for r := range root {
		var legs []int
		for i := range root {
			if root[i] == r {
				legs = append(legs, i)
			}
		}
		if len(legs) > 0 {
			s.groups = append(s.groups, legs)
		}
	}
}

// An end is where the legs of a stage come from or go to: whole, or one half at a time.
type end interface {
	load(i int, p pair)
	store(i int, p pair)
	loadHalf(i, part int, v VecPhysical)
	storeHalf(i, part int, v VecPhysical)
}

// A runEnd is runs of blocks at base.
type runEnd struct {
	legs
	base Register
}

func (e runEnd) load(i int, p pair)  { loadPair(e.at(e.base, i), p) }
func (e runEnd) store(i int, p pair) { storePair(p, e.at(e.base, i)) }
func (e runEnd) loadHalf(i, part int, v VecPhysical) {
	VMOVDQU(e.at(e.base, i).Offset(halfBytes*part), v)
}
func (e runEnd) storeHalf(i, part int, v VecPhysical) {
	VMOVDQU(v, e.at(e.base, i).Offset(halfBytes*part))
}

// butterflies runs the steps of a stage on the halves v.
func (a *applier) butterflies(steps []butterfly, inverse bool, constant func(int) Mem, v []VecPhysical) {
	for _, s := range steps {
		x, y := v[s.x], v[s.y]
		switch {
		case inverse && s.yZero:
			VMOVDQA(x, y)
		case inverse:
			VPXOR(x, y, y)
		}
		if inverse && !s.dropX || !inverse && !s.yZero {
			a.small(constant(s.constant), x, y)
		}
		switch {
		case inverse, s.dropY:
		case s.yZero:
			VMOVDQA(x, y)
		default:
			VPXOR(x, y, y)
		}
	}
}

// pairButterflies runs them on pairs: leg i is p[i].
func (a *applier) pairButterflies(steps []butterfly, inverse bool, constant func(int) Mem, p map[int]pair) {
	for _, s := range steps {
		x, okX := p[s.x]
		y, okY := p[s.y]
		if !okX || !okY {
			continue
		}
		exchange := func() {
			VPXOR(x.lo, y.lo, y.lo)
			VPXOR(x.hi, y.hi, y.hi)
		}
		if inverse {
			exchange()
		}
		a.general(constant(s.constant), x, y, true)
		if !inverse {
			exchange()
		}
	}
}

// pass runs all stages on one block: from, then between in place, then to. Of a stage by halves the high bytes come last if it is the first one, else first:
// rows in their form outside need the high bytes for the low ones.
func (f flavor) pass(list []stage, inverse bool, constant func(int) Mem, from, between, to end) {
	for n, s := range list {
		a := &applier{flavor: f}
		in, out := between, between
		if n == 0 {
			in = from
		}
		if n == len(list)-1 {
			out = to
		}
		if s.pairs {
			for _, group := range s.groups {
				p := map[int]pair{}
				for j, leg := range group {
					p[leg] = pair{ymm[2*j], ymm[2*j+1]}
					in.load(leg, p[leg])
				}
				a.pairButterflies(s.steps, inverse, constant, p)
				for _, leg := range group {
					out.store(leg, p[leg])
				}
			}
			continue
		}
		for k := range 2 {
			part := k
			if n > 0 || in == between {
				part = 1 - k
			}
			for _, i := range s.groups[0] {
				in.loadHalf(i, part, ymm[i])
			}
			a.butterflies(s.steps, inverse, constant, ymm[:8])
			for _, i := range s.groups[0] {
				out.storeHalf(i, part, ymm[i])
			}
		}
	}
}

// constantsAt says where the constants of a pass lie.
func (f flavor) constantsAt(table Register, count, large int) func(int) Mem {
	layers, at := 0, 0
	for 1<<layers < count {
		layers++
	}
	var list []Mem
	for i := range count - 1 {
		list = append(list, Mem{Base: table, Disp: at})
		if layerOf(i) < layers-large {
			at += f.bytes
		} else {
			at += general * f.bytes
		}
	}
	return func(i int) Mem { return list[i] }
}
