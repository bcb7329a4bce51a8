package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// The passes of transforms for AVX2: the same kernels as those for AVX-512 in wide.go, whose comments describe them.

// inPlace writes log2(count) layers over count runs of blocks.
func (f flavor) inPlace(count, large int, inverse bool) {
	name := fmt.Sprintf("%s%dLarge%d%s", directionName(inverse), count, large, f.suffix)
	TEXT(name, NOSPLIT, "func(p *byte, leg int, blocks int, table *uint64)")
	Doc(name + " does what the kernel for AVX-512 does, with the maps of this flavor.")
	p, blocks, table := load(Param("p"), RDI), load(Param("blocks"), RCX), load(Param("table"), RDX)
	area := runEnd{loadLegs(count), p}
	f.begin()
	if constants := f.constantsAt(table, count, large); large == 0 {
		halves(name, blocks, func() {
			for i := range count {
				VMOVDQU(area.at(p, i), ymm[i])
			}
			(&applier{flavor: f}).butterflies(network(count, inverse, count, count), inverse, constants, ymm[:8])
			for i := range count {
				VMOVDQU(ymm[i], area.at(p, i))
			}
		}, []Register{p})
		return
	}
	loop(name+"Loop", blocks, func() {
		f.pass(stages(count, large, inverse, count, count), inverse, f.constantsAt(table, count, large), area, area, area)
		advance(p, blockBytes)
	})
}

// A wireEnd is the whole blocks of eight rows, RAX bytes from where they begin. It uses R13.
type wireEnd struct {
	flavor
	rows Register
}

func (e wireEnd) at(i int) Mem {
	MOVQ(Mem{Base: e.rows, Disp: sliceHeader * i}, R13)
	return Mem{Base: R13, Index: RAX, Scale: 1}
}

func (e wireEnd) load(i int, p pair) {
	loadPair(e.at(i), p)
	e.addTower(p.lo, p.hi)
}

func (e wireEnd) store(i int, p pair) {
	e.addTower(p.lo, p.hi)
	storePair(p, e.at(i))
}

func (e wireEnd) loadHalf(i, part int, v VecPhysical) {
	row := e.at(i)
	if part == 1 {
		VMOVDQU(row.Offset(halfBytes), v)
		return
	}
	VMOVDQU(row, v)
	VMOVDQU(row.Offset(halfBytes), spare)
	e.addTower(v, spare)
}

// storeHalf takes the high bytes first, and finds them where it has stored them.
func (e wireEnd) storeHalf(i, part int, v VecPhysical) {
	row := e.at(i)
	if part == 1 {
		VMOVDQU(v, row.Offset(halfBytes))
		return
	}
	VMOVDQU(row.Offset(halfBytes), spare)
	e.addTower(v, spare)
	VMOVDQU(v, row)
}

// prefetch asks for the blocks of the next eight rows.
func prefetch(next Register) {
	for i := range 8 {
		MOVQ(Mem{Base: next, Disp: sliceHeader * i}, R13)
		PREFETCHT1(Mem{Base: R13, Index: RAX, Scale: 1})
	}
}

func (f flavor) inverseLoad(large int) {
	name := fmt.Sprintf("inverseLoadLarge%d%s", large, f.suffix)
	TEXT(name, NOSPLIT, "func(dst *byte, leg int, rows *[]byte, next *[]byte, start int, descriptors *byte, blocks int, table *uint64, tower *uint64)")
	Doc(name + " does what the kernel for AVX-512 does, with the maps of this flavor.")
	dst, rows := load(Param("dst"), RDI), load(Param("rows"), RSI)
	descriptors, blocks, next := load(Param("descriptors"), RBX), load(Param("blocks"), RCX), load(Param("next"), R15)
	area := runEnd{loadLegs(8), dst}
	f.begin()
	f.loadTower(load(Param("tower"), RAX))
	wireLoop(name, descriptors, blocks, func(whole bool) {
		ADDQ(parameter("start"), RAX)
		prefetch(next)
		from := end(area)
		if whole {
			from = wireEnd{f, rows}
		} else {
			for i := range 8 {
				MOVQ(Mem{Base: rows, Disp: sliceHeader * i}, R13)
				ADDQ(RAX, R13)
				f.loadPart(R13, R12)
				area.store(i, pair{Y0, Y1})
			}
		}
		f.pass(stages(8, large, true, 8, 8), true, f.constantsAt(load(Param("table"), RDX), 8, large), from, area, area)
	}, func() { advance(dst, blockBytes) })
}

func (f flavor) forwardStore(large int) {
	name := fmt.Sprintf("forwardStoreLarge%d%s", large, f.suffix)
	TEXT(name, NOSPLIT, "func(rows *[]byte, next *[]byte, start int, src *byte, leg int, descriptors *byte, blocks int, table *uint64, tower *uint64)")
	Doc(name + " does what the kernel for AVX-512 does, with the maps of this flavor.")
	src, rows := load(Param("src"), RDI), load(Param("rows"), RSI)
	descriptors, blocks, next := load(Param("descriptors"), RBX), load(Param("blocks"), RCX), load(Param("next"), R15)
	area := runEnd{loadLegs(8), src}
	f.begin()
	f.loadTower(load(Param("tower"), RAX))
	wireLoop(name, descriptors, blocks, func(whole bool) {
		ADDQ(parameter("start"), RAX)
		prefetch(next)
		to := end(area)
		if whole {
			to = wireEnd{f, rows}
		}
		f.pass(stages(8, large, false, 8, 8), false, f.constantsAt(load(Param("table"), R12), 8, large), area, area, to)
		if whole {
			return
		}
		for i := range 8 {
			LEAQ(area.at(src, i), R12)
			MOVQ(Mem{Base: rows, Disp: sliceHeader * i}, R13)
			ADDQ(RAX, R13)
			loadPair(Mem{Base: R12}, pair{Y0, Y1})
			f.storePart(R13, R12)
		}
	}, func() { advance(src, blockBytes) })
}

// halves runs body for each half of a block, low bytes and high bytes alike. It advances the pointers, if they are not nil.
func halves(name string, blocks Register, body func(), always []Register, maybe ...Register) {
	ADDQ(blocks, blocks)
	loop(name+"Loop", blocks, func() {
		body()
		for _, p := range always {
			advance(p, halfBytes)
		}
		for i, p := range maybe {
			ifAny(p, fmt.Sprintf("%sNext%d", name, i), func() { advance(p, halfBytes) })
		}
	})
}

// turn writes the kernel between an inverse and a forward transform.
func (f flavor) turn(active, wanted int) {
	name := fmt.Sprintf("turn%dTo%d%s", active, wanted, f.suffix)
	TEXT(name, NOSPLIT, "func(dst *byte, keep *byte, add *byte, src *byte, leg int, blocks int, inverse *uint64, forward *uint64)")
	Doc(name + " does what the kernel for AVX-512 does, with the maps of this flavor.")
	dst, keep, add, src := load(Param("dst"), RDI), load(Param("keep"), RBX), load(Param("add"), RDX), load(Param("src"), RSI)
	blocks, inverse, forward := load(Param("blocks"), RCX), load(Param("inverse"), R12), load(Param("forward"), R13)
	l := loadLegs(8)
	f.begin()
	halves(name, blocks, func() {
		for i := range max(active, 8*(1-min(active, 1))) {
			VMOVDQU(l.at(src, i), ymm[i])
		}
		if active > 0 {
			a := &applier{flavor: f}
			a.butterflies(network(8, true, active, 8), true, f.constantsAt(inverse, 8, 0), ymm[:8])
			ifAny(add, name+"Keep", func() {
				for i := range 8 {
					VPXOR(l.at(add, i), ymm[i], ymm[i])
				}
			})
			ifAny(keep, name+"Forward", func() {
				for i := range 8 {
					VMOVDQU(ymm[i], l.at(keep, i))
				}
			})
		}
		if wanted > 0 {
			a := &applier{flavor: f}
			a.butterflies(network(8, false, 8, wanted), false, f.constantsAt(forward, 8, 0), ymm[:8])
			for i := range wanted {
				VMOVDQU(ymm[i], l.at(dst, i))
			}
		}
	}, []Register{src, dst}, keep, add)
}

// ifAny runs body unless the pointer is nil.
func ifAny(p Register, label string, body func()) {
	TESTQ(p, p)
	JZ(LabelRef(label))
	body()
	Label(label)
}

// legsBytes are eight legs of half a block, on the stack.
const legsBytes = 8 * halfBytes

// merge writes the kernel at the end of two inverse transforms of which the sum is evaluated.
func (f flavor) merge(active, wanted int) {
	name := fmt.Sprintf("merge%dTo%d%s", active, wanted, f.suffix)
	TEXT(name, NOSPLIT, "func(dst *byte, add *byte, src *byte, other *byte, leg int, blocks int, inverse *uint64, otherInverse *uint64, forward *uint64)")
	Doc(name + " does what the kernel for AVX-512 does, with the maps of this flavor.")
	dst, add, src, other := load(Param("dst"), RDI), load(Param("add"), RDX), load(Param("src"), RSI), load(Param("other"), RBX)
	blocks := load(Param("blocks"), RCX)
	inverse, otherInverse, forward := load(Param("inverse"), RAX), load(Param("otherInverse"), R12), load(Param("forward"), R13)
	sum := AllocLocal(legsBytes)
	l := loadLegs(8)
	f.begin()
	halves(name, blocks, func() {
		for i := range 8 {
			VMOVDQU(l.at(src, i), ymm[i])
		}
		(&applier{flavor: f}).butterflies(network(8, true, 8, 8), true, f.constantsAt(inverse, 8, 0), ymm[:8])
		for i := range 8 {
			VMOVDQU(ymm[i], sum.Offset(halfBytes*i))
		}
		for i := range active {
			VMOVDQU(l.at(other, i), ymm[i])
		}
		(&applier{flavor: f}).butterflies(network(8, true, active, 8), true, f.constantsAt(otherInverse, 8, 0), ymm[:8])
		ifAny(add, name+"Sum", func() {
			for i := range 8 {
				VPXOR(l.at(add, i), ymm[i], ymm[i])
			}
		})
		for i := range 8 {
			VPXOR(sum.Offset(halfBytes*i), ymm[i], ymm[i])
		}
		(&applier{flavor: f}).butterflies(network(8, false, 8, wanted), false, f.constantsAt(forward, 8, 0), ymm[:8])
		for i := range wanted {
			VMOVDQU(ymm[i], l.at(dst, i))
		}
	}, []Register{src, other, dst}, add)
}

// fork writes the kernel at the end of an inverse transform that is evaluated twice.
func (f flavor) fork(active, wanted int) {
	name := fmt.Sprintf("fork%dTo%d%s", active, wanted, f.suffix)
	TEXT(name, NOSPLIT, "func(dst *byte, other *byte, src *byte, leg int, blocks int, inverse *uint64, forward *uint64, otherForward *uint64)")
	Doc(name + " does what the kernel for AVX-512 does, with the maps of this flavor.")
	dst, other, src := load(Param("dst"), RDI), load(Param("other"), RBX), load(Param("src"), RSI)
	blocks := load(Param("blocks"), RCX)
	inverse, forward, otherForward := load(Param("inverse"), RAX), load(Param("forward"), R12), load(Param("otherForward"), R13)
	kept := AllocLocal(legsBytes)
	l := loadLegs(8)
	f.begin()
	halves(name, blocks, func() {
		for i := range active {
			VMOVDQU(l.at(src, i), ymm[i])
		}
		(&applier{flavor: f}).butterflies(network(8, true, active, 8), true, f.constantsAt(inverse, 8, 0), ymm[:8])
		for i := range 8 {
			VMOVDQU(ymm[i], kept.Offset(halfBytes*i))
		}
		(&applier{flavor: f}).butterflies(network(8, false, 8, 8), false, f.constantsAt(forward, 8, 0), ymm[:8])
		for i := range 8 {
			VMOVDQU(ymm[i], l.at(dst, i))
		}
		for i := range 8 {
			VMOVDQU(kept.Offset(halfBytes*i), ymm[i])
		}
		(&applier{flavor: f}).butterflies(network(8, false, 8, wanted), false, f.constantsAt(otherForward, 8, 0), ymm[:8])
		for i := range wanted {
			VMOVDQU(ymm[i], l.at(other, i))
		}
	}, []Register{src, other, dst})
}

func narrowKernels() {
	lowNibbles = GLOBL("planar_nibbles", RODATA|NOPTR)
	DATA(0, U64(0x0f0f0f0f0f0f0f0f))
	for _, f := range flavors {
		for _, inverse := range []bool{true, false} {
			for _, count := range []int{2, 4, 8} {
				for large := 0; 1<<large <= count; large++ {
					f.inPlace(count, large, inverse)
				}
			}
		}
		for large := range 4 {
			f.inverseLoad(large)
			f.forwardStore(large)
		}
		eachTurn(f.turn, f.merge, f.fork)
		f.rowKernels()
	}
	narrowXor()
	narrowDerive()
	walsh()
}
