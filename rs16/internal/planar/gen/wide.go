package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/gotypes"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// The kernels for AVX-512 with GFNI keep a block in one register.

var zmm = [32]VecPhysical{Z0, Z1, Z2, Z3, Z4, Z5, Z6, Z7, Z8, Z9, Z10, Z11, Z12, Z13, Z14, Z15,
	Z16, Z17, Z18, Z19, Z20, Z21, Z22, Z23, Z24, Z25, Z26, Z27, Z28, Z29, Z30, Z31}

// Registers with one use in all kernels: legs in the first eight, constants from firstConstant on, towerRegister holds the conversion to tower
// form for the lower half and zero for the upper one, scratch the rest. upperHalf masks the quadwords of the high bytes.
const firstConstant = 8

var (
	towerRegister = Z28
	scratch       = [3]VecPhysical{Z29, Z30, Z31}
	upperHalf     = K7
)

// swapHalves is the immediate of VSHUFI64X2 that exchanges low and high bytes.
const swapHalves = 0x4e

// A constant is one matrix, if it is in GF(256), else two: for low bytes to low ones and high to high, and for those that change place. If
// memory is set, the only one lies there.
type constant struct {
	same, cross VecPhysical
	memory      *Mem
}

// setUpperHalf sets that mask.
func setUpperHalf() {
	MOVL(U32(0xf0), R15L)
	KMOVB(R15L, upperHalf)
}

// loadGeneral brings the four matrices at m to two registers.
func loadGeneral(m Mem, c constant) {
	VPBROADCASTQ(m, c.same)
	VPBROADCASTQ(m.Offset(3*matrix), upperHalf, c.same)
	VPBROADCASTQ(m.Offset(matrix), c.cross)
	VPBROADCASTQ(m.Offset(2*matrix), upperHalf, c.cross)
}

// loadConstants brings those of a block of so many legs to registers from first on: the innermost layers, large of them, are general.
func loadConstants(table Register, count, large, first int) (constants []constant) {
	layers, at := 0, 0
	for 1<<layers < count {
		layers++
	}
	if large > 0 {
		setUpperHalf()
	}
	for i := range count - 1 {
		m := Mem{Base: table, Disp: at}
		if layerOf(i) < layers-large {
			c := constant{same: zmm[first]}
			first++
			VPBROADCASTQ(m, c.same)
			constants = append(constants, c)
			at += matrix
			continue
		}
		c := constant{same: zmm[first], cross: zmm[first+1]}
		first += 2
		loadGeneral(m, c)
		constants = append(constants, c)
		at += general * matrix
	}
	return constants
}

// constantsIn returns constants of GF(256) that stay in memory.
func constantsIn(table Register, count int) (constants []constant) {
	for i := range count - 1 {
		constants = append(constants, constant{memory: &Mem{Base: table, Disp: matrix * i}})
	}
	return constants
}

// add adds c times y to x.
func (c constant) add(x, y VecPhysical) {
	t := scratch
	if c.memory != nil {
		VGF2P8AFFINEQB_BCST(U8(0), *c.memory, y, t[0])
		VPXORQ(t[0], x, x)
		return
	}
	if c.cross == nil {
		VGF2P8AFFINEQB(U8(0), c.same, y, t[0])
		VPXORQ(t[0], x, x)
		return
	}
	VSHUFI64X2(U8(swapHalves), y, y, t[0])
	VGF2P8AFFINEQB(U8(0), c.same, y, t[1])
	VGF2P8AFFINEQB(U8(0), c.cross, t[0], t[2])
	VPTERNLOGQ(U8(0x96), t[2], t[1], x)
}

// multiply replaces x by c times x, which is general.
func (c constant) multiply(x VecPhysical) {
	t := scratch
	VSHUFI64X2(U8(swapHalves), x, x, t[0])
	VGF2P8AFFINEQB(U8(0), c.same, x, t[1])
	VGF2P8AFFINEQB(U8(0), c.cross, t[0], t[2])
	VPXORQ(t[1], t[2], x)
}

// run does the butterflies on the first registers.
func run(steps []butterfly, inverse bool, constants []constant) {
	runOn(zmm[:8], steps, inverse, constants)
}

func runOn(v []VecPhysical, steps []butterfly, inverse bool, constants []constant) {
	for _, s := range steps {
		x, y := v[s.x], v[s.y]
		switch {
		case inverse && s.yZero:
			VMOVDQA64(x, y)
			if !s.dropX {
				constants[s.constant].add(x, y)
			}
		case inverse:
			VPXORQ(x, y, y)
			if !s.dropX {
				constants[s.constant].add(x, y)
			}
		default:
			if !s.yZero {
				constants[s.constant].add(x, y)
			}
			switch {
			case s.dropY:
			case s.yZero:
				VMOVDQA64(x, y)
			default:
				VPXORQ(x, y, y)
			}
		}
	}
}

// convert adds what tower form adds to the low bytes, or takes it away.
func convert(v, t VecPhysical) {
	VSHUFI64X2(U8(swapHalves), v, v, t)
	VGF2P8AFFINEQB(U8(0), towerRegister, t, t)
	VPXORQ(t, v, v)
}

// loadTower sets towerRegister.
func loadTower() {
	setUpperHalf()
	VPBROADCASTQ(Mem{Base: load(Param("tower"), RAX)}, towerRegister)
	VPXORQ(scratch[0], scratch[0], scratch[0])
	VMOVDQA64(scratch[0], upperHalf, towerRegister)
}

// load is Load with the register as result.
func load(p gotypes.Component, r Register) Register {
	Load(p, r)
	return r
}

// inPlace writes one kernel: log2(count) layers over count runs of blocks.
func inPlace(count int, inverse bool, large int) {
	name := fmt.Sprintf("%s%dLarge%d", directionName(inverse), count, large)
	TEXT(name, NOSPLIT, "func(p *byte, leg int, blocks int, table *uint64)")
	Doc(fmt.Sprintf("%s runs the butterflies of the %s transform between %d runs of blocks that start leg bytes apart at p.", name, directionName(inverse), count),
		fmt.Sprintf("table holds the constants, outermost layer first, one matrix each, but four each in the innermost %s.", plural(large, "layer")))
	p := load(Param("p"), RDI)
	blocks := load(Param("blocks"), RCX)
	table := load(Param("table"), RSI)
	l := loadLegs(count)
	constants := loadConstants(table, count, large, firstConstant)
	loop(name+"Loop", blocks, func() {
		for i := range count {
			VMOVDQU64(l.at(p, i), zmm[i])
		}
		run(network(count, inverse, count, count), inverse, constants)
		for i := range count {
			VMOVDQU64(zmm[i], l.at(p, i))
		}
		advance(p, blockBytes)
	})
}

// inverseLoad writes the first pass of the inverse transform: it reads rows as they are outside.
func inverseLoad(large int) {
	name := fmt.Sprintf("inverseLoadLarge%d", large)
	TEXT(name, NOSPLIT, "func(dst *byte, leg int, rows *[]byte, next *[]byte, start int, descriptors *byte, blocks int, table *uint64, tower *uint64)")
	Doc(fmt.Sprintf("%s loads the described blocks of eight rows from byte start on, runs the butterflies of inverse8Large%d between them, and stores them leg bytes apart.", name, large),
		"It prefetches the same of the rows in next.")
	dst := load(Param("dst"), RDI)
	rows := load(Param("rows"), RSI)
	start := load(Param("start"), R12)
	descriptors := load(Param("descriptors"), RBX)
	blocks := load(Param("blocks"), RCX)
	l := loadLegs(8)
	loadTower()
	constants := loadConstants(load(Param("table"), RAX), 8, large, firstConstant)
	next := load(Param("next"), R15)
	wireLoop(name, descriptors, blocks, func(whole bool) {
		ADDQ(start, RAX)
		if !whole {
			loadPermutation(arrangementLoad)
		}
		for i := range 8 {
			MOVQ(Mem{Base: next, Disp: sliceHeader * i}, R13)
			PREFETCHT1(Mem{Base: R13, Index: RAX, Scale: 1})
			MOVQ(Mem{Base: rows, Disp: sliceHeader * i}, R13)
			loadWire(whole, Mem{Base: R13, Index: RAX, Scale: 1}, zmm[i], scratch[i%2], scratch[2])
		}
	}, func() {
		run(network(8, true, 8, 8), true, constants)
		for i := range 8 {
			VMOVDQU64(zmm[i], l.at(dst, i))
		}
		advance(dst, blockBytes)
	})
}

// forwardStore writes the last pass of the forward transform.
func forwardStore(large int) {
	name := fmt.Sprintf("forwardStoreLarge%d", large)
	TEXT(name, NOSPLIT, "func(rows *[]byte, next *[]byte, start int, src *byte, leg int, descriptors *byte, blocks int, table *uint64, tower *uint64)")
	Doc(fmt.Sprintf("%s runs the butterflies of forward8Large%d between eight runs of blocks leg bytes apart and stores them as the described blocks of rows from byte start on.", name, large),
		"It prefetches the same of the rows in next.")
	src := load(Param("src"), RDI)
	rows := load(Param("rows"), RSI)
	start := load(Param("start"), R12)
	descriptors := load(Param("descriptors"), RBX)
	blocks := load(Param("blocks"), RCX)
	l := loadLegs(8)
	loadTower()
	constants := loadConstants(load(Param("table"), RAX), 8, large, firstConstant)
	next := load(Param("next"), R15)
	Label(name + "Loop")
	for i := range 8 {
		VMOVDQU64(l.at(src, i), zmm[i])
	}
	run(network(8, false, 8, 8), false, constants)
	advance(src, blockBytes)
	wireLoopTail(name, descriptors, blocks, func(whole bool) {
		ADDQ(start, RAX)
		if !whole {
			loadPermutation(arrangementStore)
		}
		for i := range 8 {
			MOVQ(Mem{Base: next, Disp: sliceHeader * i}, R13)
			PREFETCHT1(Mem{Base: R13, Index: RAX, Scale: 1})
			MOVQ(Mem{Base: rows, Disp: sliceHeader * i}, R13)
			storeWire(whole, Mem{Base: R13, Index: RAX, Scale: 1}, zmm[i], scratch[i%2], scratch[2])
		}
	})
}

// turn writes the kernel between an inverse and a forward transform: the outermost pass of the one, then that of the other. With wanted = 0 it ends with
// the inverse one, with active = 0 it begins with the forward one.
func turn(active, wanted int) {
	name := fmt.Sprintf("turn%dTo%d", active, wanted)
	TEXT(name, NOSPLIT, "func(dst *byte, keep *byte, add *byte, src *byte, leg int, blocks int, inverse *uint64, forward *uint64)")
	Doc(name+" works on eight runs of blocks that start leg bytes apart in each area. All constants are in GF(256).",
		fmt.Sprintf("It takes the first %d runs of src, the others being zero, through the butterflies of inverse8Large0, adds add unless nil, stores in keep unless nil,", active),
		fmt.Sprintf("takes the result through those of forward8Large0 and stores the first %d runs in dst. The areas may be the same.", wanted))
	dst, keep, add, src := load(Param("dst"), RDI), load(Param("keep"), RBX), load(Param("add"), RDX), load(Param("src"), RSI)
	blocks := load(Param("blocks"), RCX)
	l := loadLegs(8)
	var inv, fwd []constant
	if active > 0 {
		inv = loadConstants(load(Param("inverse"), RAX), 8, 0, firstConstant)
	}
	if wanted > 0 {
		fwd = loadConstants(load(Param("forward"), RAX), 8, 0, firstConstant+7)
	}
	loop(name+"Loop", blocks, func() {
		for i := range max(active, 8*(1-min(active, 1))) {
			VMOVDQU64(l.at(src, i), zmm[i])
		}
		advance(src, blockBytes)
		if active > 0 {
			run(network(8, true, active, 8), true, inv)
			TESTQ(add, add)
			JZ(LabelRef(name + "Keep"))
			for i := range 8 {
				VPXORQ(l.at(add, i), zmm[i], zmm[i])
			}
			advance(add, blockBytes)
			Label(name + "Keep")
			TESTQ(keep, keep)
			JZ(LabelRef(name + "Forward"))
			for i := range 8 {
				VMOVDQU64(zmm[i], l.at(keep, i))
			}
			advance(keep, blockBytes)
			Label(name + "Forward")
		}
		if wanted > 0 {
			run(network(8, false, 8, wanted), false, fwd)
			for i := range wanted {
				VMOVDQU64(zmm[i], l.at(dst, i))
			}
			advance(dst, blockBytes)
		}
	})
}

// Two sets of legs: the first registers, and those from second on.
const second = 16

// merge writes the kernel at the end of two inverse transforms of which the sum is evaluated: the outermost passes of all three.
func merge(active, wanted int) {
	name := fmt.Sprintf("merge%dTo%d", active, wanted)
	TEXT(name, NOSPLIT, "func(dst *byte, add *byte, src *byte, other *byte, leg int, blocks int, inverse *uint64, otherInverse *uint64, forward *uint64)")
	Doc(name+" works on eight runs of blocks that start leg bytes apart in each area. All constants are in GF(256).",
		fmt.Sprintf("It takes src, and the first %d runs of other, the rest being zero, through the butterflies of inverse8Large0, adds both, and add unless nil,", active),
		fmt.Sprintf("takes the sum through those of forward8Large0 and stores the first %d runs in dst. The areas may be the same.", wanted))
	dst, add, src, other := load(Param("dst"), RDI), load(Param("add"), RDX), load(Param("src"), RSI), load(Param("other"), RBX)
	blocks := load(Param("blocks"), RCX)
	inverse, otherInverse, forward := load(Param("inverse"), RAX), load(Param("otherInverse"), R12), load(Param("forward"), R13)
	l := loadLegs(8)
	loop(name+"Loop", blocks, func() {
		for i := range 8 {
			VMOVDQU64(l.at(src, i), zmm[i])
		}
		advance(src, blockBytes)
		run(network(8, true, 8, 8), true, constantsIn(inverse, 8))
		v := zmm[second:][:8]
		for i := range active {
			VMOVDQU64(l.at(other, i), v[i])
		}
		advance(other, blockBytes)
		runOn(v, network(8, true, active, 8), true, constantsIn(otherInverse, 8))
		TESTQ(add, add)
		JZ(LabelRef(name + "Sum"))
		for i := range 8 {
			VPXORQ(l.at(add, i), zmm[i], zmm[i])
		}
		advance(add, blockBytes)
		Label(name + "Sum")
		for i := range 8 {
			VPXORQ(v[i], zmm[i], zmm[i])
		}
		run(network(8, false, 8, wanted), false, constantsIn(forward, 8))
		for i := range wanted {
			VMOVDQU64(zmm[i], l.at(dst, i))
		}
		advance(dst, blockBytes)
	})
}

// fork writes the kernel at the end of an inverse transform that is evaluated twice.
func fork(active, wanted int) {
	name := fmt.Sprintf("fork%dTo%d", active, wanted)
	TEXT(name, NOSPLIT, "func(dst *byte, other *byte, src *byte, leg int, blocks int, inverse *uint64, forward *uint64, otherForward *uint64)")
	Doc(name+" works on eight runs of blocks that start leg bytes apart in each area. All constants are in GF(256).",
		fmt.Sprintf("It takes the first %d runs of src, the others being zero, through the butterflies of inverse8Large0, the result through those of forward8Large0 with", active),
		fmt.Sprintf("either constants, and stores the first %d runs in other and all of the first in dst, which may be src.", wanted))
	dst, other, src := load(Param("dst"), RDI), load(Param("other"), RBX), load(Param("src"), RSI)
	blocks := load(Param("blocks"), RCX)
	inverse, forward, otherForward := load(Param("inverse"), RAX), load(Param("forward"), R12), load(Param("otherForward"), R13)
	l := loadLegs(8)
	loop(name+"Loop", blocks, func() {
		for i := range active {
			VMOVDQU64(l.at(src, i), zmm[i])
		}
		advance(src, blockBytes)
		run(network(8, true, active, 8), true, constantsIn(inverse, 8))
		v := zmm[second:][:8]
		for i := range 8 {
			VMOVDQA64(zmm[i], v[i])
		}
		run(network(8, false, 8, 8), false, constantsIn(forward, 8))
		for i := range 8 {
			VMOVDQU64(zmm[i], l.at(dst, i))
		}
		advance(dst, blockBytes)
		runOn(v, network(8, false, 8, wanted), false, constantsIn(otherForward, 8))
		for i := range wanted {
			VMOVDQU64(v[i], l.at(other, i))
		}
		advance(other, blockBytes)
	})
}

func wideKernels() {
	for _, inverse := range []bool{true, false} {
		for _, count := range []int{2, 4, 8} {
			for large := 0; 1<<large <= count; large++ {
				inPlace(count, inverse, large)
			}
		}
	}
	for large := range 4 {
		inverseLoad(large)
		forwardStore(large)
	}
	eachTurn(turn, merge, fork)
	for _, scaled := range []bool{false, true} {
		loadRow(scaled)
		storeRow(scaled)
	}
	loadScaledRows()
	storeScaledRows()
	scaleRow()
	addRows()
	derive()
	for _, outputs := range []int{1, 2, 4, 8} {
		combine(outputs)
	}
}
