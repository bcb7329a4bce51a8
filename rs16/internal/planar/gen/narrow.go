package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// The kernels for AVX2 take a block in two registers, low bytes and high bytes. They come twice: with bit matrices, for processors that have GFNI but not
// AVX-512, and with two look-ups by nibble for each matrix.

const ymmBytes = 32

var ymm = [16]VecPhysical{Y0, Y1, Y2, Y3, Y4, Y5, Y6, Y7, Y8, Y9, Y10, Y11, Y12, Y13, Y14, Y15}

// A flavor is how linear maps on bytes are applied.
type flavor struct {
	suffix string
	words  int // 64-bit words of a map in a table
	regs   int // registers of a map
	load   func(m Mem, regs []VecPhysical)
	// set writes the image of y to d, add adds it; t is scratch, two registers.
	set, add func(regs []VecPhysical, d, y VecPhysical, t [2]VecPhysical)
	// begin loads what all maps share to the last register.
	begin func()
}

var maskRegister = Y15

var lowNibbles Mem

var flavors = []flavor{
	{
		suffix: "Matrix", words: 1, regs: 1,
		load: func(m Mem, regs []VecPhysical) { VPBROADCASTQ(m, regs[0]) },
		set: func(regs []VecPhysical, d, y VecPhysical, _ [2]VecPhysical) {
			VGF2P8AFFINEQB(U8(0), regs[0], y, d)
		},
		add: func(regs []VecPhysical, d, y VecPhysical, t [2]VecPhysical) {
			VGF2P8AFFINEQB(U8(0), regs[0], y, t[0])
			VPXOR(t[0], d, d)
		},
		begin: func() {},
	},
	{
		suffix: "Nibble", words: 4, regs: 2,
		load: func(m Mem, regs []VecPhysical) {
			VBROADCASTI128(m, regs[0])
			VBROADCASTI128(m.Offset(16), regs[1])
		},
		set: func(regs []VecPhysical, d, y VecPhysical, t [2]VecPhysical) {
			lookUp(regs, y, t)
			VPXOR(t[0], t[1], d)
		},
		add: func(regs []VecPhysical, d, y VecPhysical, t [2]VecPhysical) {
			lookUp(regs, y, t)
			VPXOR(t[0], d, d)
			VPXOR(t[1], d, d)
		},
		begin: func() { VPBROADCASTQ(lowNibbles, maskRegister) },
	},
}

// lookUp leaves the images of the low and high nibbles of y in t.
func lookUp(regs []VecPhysical, y VecPhysical, t [2]VecPhysical) {
	VPAND(maskRegister, y, t[0])
	VPSRLW(U8(4), y, t[1])
	VPAND(maskRegister, t[1], t[1])
	VPSHUFB(t[0], regs[0], t[0])
	VPSHUFB(t[1], regs[1], t[1])
}

// maps loads count maps that lie one after the other to registers from first on.
func (f flavor) maps(table Register, count, first int) (maps [][]VecPhysical) {
	for i := range count {
		regs := ymm[first+f.regs*i:][:f.regs]
		f.load(Mem{Base: table, Disp: 8 * f.words * i}, regs)
		maps = append(maps, regs)
	}
	return maps
}

// small writes a kernel for constants of GF(256): they do the same to every byte.
func (f flavor) small(count int, inverse bool) {
	name := fmt.Sprintf("%s%dSmall%s", directionName(inverse), count, f.suffix)
	args := "table *uint64"
	if count == 4 {
		args = "outer *uint64, first *uint64, second *uint64"
	}
	TEXT(name, NOSPLIT, "func(p *byte, leg int, blocks int, "+args+")")
	Doc(fmt.Sprintf("%s runs the butterflies of the %s transform between %d runs of blocks that start leg bytes apart at p.", name, directionName(inverse), count),
		"The constants are in GF(256) and given by one map each.")
	p, blocks := load(Param("p"), RDI), load(Param("blocks"), RCX)
	l := loadLegs(count)
	var constants [][]VecPhysical
	free := 15
	switch count {
	case 8: // all sixteen registers: legs, constants, scratch
		constants = f.maps(load(Param("table"), RSI), 7, 8)
	case 4:
		for i, arg := range []string{"outer", "first", "second"} {
			constants = append(constants, f.maps(load(Param(arg), RSI), 1, 4+f.regs*i)...)
		}
		free = 4 + 3*f.regs
	default:
		constants = f.maps(load(Param("table"), RSI), 1, 4)
		free = 4 + f.regs
	}
	f.begin()
	loop(name+"Loop", blocks, func() {
		for part := range 2 {
			for i := range count {
				VMOVDQU(l.at(p, i).Offset(halfBytes*part), ymm[i])
			}
			for n, s := range network(count, inverse, count, count) {
				x, y := ymm[s.x], ymm[s.y]
				t := [2]VecPhysical{ymm[free], ymm[min(free+1, 15)]}
				if count < 8 && n%2 == 1 {
					t = [2]VecPhysical{ymm[free+2], ymm[free+3]}
				}
				if inverse {
					VPXOR(x, y, y)
				}
				f.add(constants[s.constant], x, y, t)
				if !inverse {
					VPXOR(x, y, y)
				}
			}
			for i := range count {
				VMOVDQU(ymm[i], l.at(p, i).Offset(halfBytes*part))
			}
		}
		advance(p, blockBytes)
	})
}

// A pair of registers: low and high bytes.
type pair struct{ lo, hi VecPhysical }

// product writes the product of y and a general constant to p.
func (f flavor) product(maps [][]VecPhysical, p, y pair, t [2]VecPhysical) {
	f.set(maps[0], p.lo, y.lo, t)
	f.add(maps[1], p.lo, y.hi, t)
	f.set(maps[2], p.hi, y.lo, t)
	f.add(maps[3], p.hi, y.hi, t)
}

// Registers of the kernels for general constants: up to eight of maps, two pairs, scratch.
var (
	pairY, pairP = pair{Y8, Y9}, pair{Y10, Y11}
	spare        = [2]VecPhysical{Y12, Y13}
)

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

func (f flavor) large(inverse bool) {
	name := directionName(inverse) + "2Large" + f.suffix
	TEXT(name, NOSPLIT, "func(p *byte, leg int, blocks int, table *uint64)")
	Doc(fmt.Sprintf("%s runs the butterflies of the %s transform between two runs of blocks that start leg bytes apart at p.", name, directionName(inverse)),
		"The constant is given by four maps: low to low, high to low, low to high, high to high.")
	p, blocks := load(Param("p"), RDI), load(Param("blocks"), RCX)
	l := loadLegs(2)
	maps := f.maps(load(Param("table"), RSI), general, 0)
	f.begin()
	loop(name+"Loop", blocks, func() {
		x, y := l.at(p, 0), l.at(p, 1)
		loadPair(y, pairY)
		if inverse {
			addPair(x, pairY)
		}
		f.product(maps, pairP, pairY, spare)
		addPair(x, pairP)
		if !inverse {
			VPXOR(pairP.lo, pairY.lo, pairY.lo)
			VPXOR(pairP.hi, pairY.hi, pairY.hi)
		}
		storePair(pairP, x)
		storePair(pairY, y)
		advance(p, blockBytes)
	})
}

// rows writes the kernels that work on single rows.
func (f flavor) rows() {
	TEXT("copyRow"+f.suffix, NOSPLIT, "func(dst *byte, src *byte, blocks int, table *uint64, ahead uintptr)")
	Doc("copyRow"+f.suffix+" copies blocks, to or from tower form. table holds the map from high bytes to what is added to low ones. dst may be src.",
		"It prefetches as many bytes from ahead on.")
	dst, src, blocks := load(Param("dst"), RDI), load(Param("src"), RSI), load(Param("blocks"), RCX)
	ahead := load(Param("ahead"), RDX)
	maps := f.maps(load(Param("table"), RAX), 1, 0)
	f.begin()
	loop("copyRow"+f.suffix+"Loop", blocks, func() {
		PREFETCHT0(Mem{Base: ahead})
		advance(ahead, blockBytes)
		loadPair(Mem{Base: src}, pairY)
		f.add(maps[0], pairY.lo, pairY.hi, spare)
		storePair(pairY, Mem{Base: dst})
		advance(src, blockBytes)
		advance(dst, blockBytes)
	})

	TEXT("scaleRow"+f.suffix, NOSPLIT, "func(p *byte, blocks int, table *uint64)")
	Doc("scaleRow" + f.suffix + " multiplies blocks by one constant, given as four maps.")
	p, blocks := load(Param("p"), RDI), load(Param("blocks"), RCX)
	maps = f.maps(load(Param("table"), RAX), general, 0)
	f.begin()
	loop("scaleRow"+f.suffix+"Loop", blocks, func() {
		loadPair(Mem{Base: p}, pairY)
		f.product(maps, pairP, pairY, spare)
		storePair(pairP, Mem{Base: p})
		advance(p, blockBytes)
	})

	TEXT("addScaledRow"+f.suffix, NOSPLIT, "func(dst *byte, src *byte, blocks int, table *uint64)")
	Doc("addScaledRow" + f.suffix + " adds the product of blocks and a constant, given as four maps, to others.")
	dst, src, blocks = load(Param("dst"), RDI), load(Param("src"), RSI), load(Param("blocks"), RCX)
	maps = f.maps(load(Param("table"), RAX), general, 0)
	f.begin()
	loop("addScaledRow"+f.suffix+"Loop", blocks, func() {
		loadPair(Mem{Base: src}, pairY)
		f.product(maps, pairP, pairY, spare)
		addPair(Mem{Base: dst}, pairP)
		storePair(pairP, Mem{Base: dst})
		advance(src, blockBytes)
		advance(dst, blockBytes)
	})
}

func narrowXor() {
	TEXT("xorRowNarrow", NOSPLIT, "func(dst *byte, src *byte, blocks int)")
	Doc("xorRowNarrow adds blocks to others.")
	dst, src, blocks := load(Param("dst"), RDI), load(Param("src"), RSI), load(Param("blocks"), RCX)
	loop("xorRowNarrowLoop", blocks, func() {
		loadPair(Mem{Base: src}, pairY)
		addPair(Mem{Base: dst}, pairY)
		storePair(pairY, Mem{Base: dst})
		advance(src, blockBytes)
		advance(dst, blockBytes)
	})
}

// walsh writes two layers of a Walsh-Hadamard transform.
func walsh() {
	TEXT("walshLayers", NOSPLIT, "func(p *int32, count int, dist int)")
	Doc("walshLayers runs the layers of distance dist, a multiple of 8, and twice that of a Walsh-Hadamard transform of count numbers, a multiple of 4*dist.")
	p, count, dist := load(Param("p"), RDI), load(Param("count"), RCX), load(Param("dist"), RDX)
	SHLQ(U8(2), dist) // in bytes
	SHLQ(U8(2), count)
	ADDQ(p, count) // the end
	LEAQ(Mem{Base: dist, Index: dist, Scale: 2}, R9)
	at := func(i int) Mem {
		m := Mem{Base: p}
		switch i {
		case 1, 2:
			m.Index, m.Scale = dist, uint8(i)
		case 3:
			m.Index, m.Scale = R9, 1
		}
		return m
	}
	Label("walshLayersBlock")
	LEAQ(Mem{Base: p, Index: dist, Scale: 1}, RAX)
	Label("walshLayersLoop")
	for i := range 4 {
		VMOVDQU(at(i), ymm[i])
	}
	for i := range 2 {
		VPADDD(ymm[2*i+1], ymm[2*i], ymm[4+i])
		VPSUBD(ymm[2*i+1], ymm[2*i], ymm[6+i])
	}
	for i := range 2 {
		VPADDD(ymm[5+2*i], ymm[4+2*i], ymm[8+i])
		VPSUBD(ymm[5+2*i], ymm[4+2*i], ymm[10+i])
	}
	for i := range 4 {
		VMOVDQU(ymm[8+i], at(i))
	}
	advance(p, ymmBytes)
	CMPQ(p, RAX)
	JB(LabelRef("walshLayersLoop"))
	ADDQ(R9, p)
	CMPQ(p, count)
	JB(LabelRef("walshLayersBlock"))
	VZEROUPPER()
	RET()
}

func narrowKernels() {
	lowNibbles = GLOBL("planar_nibbles", RODATA|NOPTR)
	DATA(0, U64(0x0f0f0f0f0f0f0f0f))
	for _, f := range flavors {
		for _, inverse := range []bool{true, false} {
			f.small(2, inverse)
			f.small(4, inverse)
			if f.regs == 1 {
				f.small(8, inverse)
			}
			f.large(inverse)
		}
		f.rows()
	}
	narrowXor()
	walsh()
}
