package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// The kernels for AVX2 that work on rows. They cannot load or store some bytes of a vector only. So a part of a block is moved in four windows of 16 bytes of
// the row, which overlap each other, or the bytes before the part: an arrangement says where they begin, what each of them brings to which byte of the
// block, and back, and which bytes of the first one are others'.
const (
	windowBytes        = 16
	windows            = 4
	arrangementWindows = arrangementStore + blockBytes
	arrangementSpread  = arrangementWindows + 8*windows
	arrangementCollect = arrangementSpread + 2*windows*ymmBytes
	arrangementKeep    = arrangementCollect + 2*windows*ymmBytes
)

// window returns one of the block at that address, by the arrangement at RDX.
func window(n int, block, t Register) Mem {
	MOVQ(Mem{Base: RDX, Disp: arrangementWindows + 8*n}, t)
	return Mem{Base: block, Index: t, Scale: 1}
}

// loadPart loads a part of a block at that address in tower form to Y0 and Y1. It uses the register t, and Y2.
func (f flavor) loadPart(block, t Register) {
	out := []VecPhysical{Y0, Y1}
	for n := range windows {
		VBROADCASTI128(window(n, block, t), spare)
		for half := range out {
			m := Mem{Base: RDX, Disp: arrangementSpread + ymmBytes*(2*n+half)}
			if n == 0 {
				VPSHUFB(m, spare, out[half])
				continue
			}
			VPSHUFB(m, spare, Y2)
			VPOR(Y2, out[half], out[half])
		}
	}
	f.addTower(Y0, Y1)
}

// storePart undoes it: it stores Y0 and Y1, whose place in the work area is at that address and serves as scratch.
func (f flavor) storePart(block, area Register) {
	f.addTower(Y0, Y1)
	storePair(pair{Y0, Y1}, Mem{Base: area})
	for n := range windows {
		VBROADCASTI128(Mem{Base: area, Disp: windowBytes * n}, spare)
		for half, out := range []VecPhysical{Y0, Y1} {
			m := Mem{Base: RDX, Disp: arrangementCollect + ymmBytes*(2*n+half)}
			if n == 0 {
				VPSHUFB(m, spare, out)
				continue
			}
			VPSHUFB(m, spare, Y2)
			VPOR(Y2, out, out)
		}
	}
	VBROADCASTI128(window(0, block, area), spare)
	VPAND(Mem{Base: RDX, Disp: arrangementKeep}, spare, spare)
	for half, out := range []VecPhysical{Y0, Y1} {
		VPOR(spare, out, out)
		VMOVDQU(out.(Vec).AsX(), window(2*half, block, area))
		VEXTRACTI128(U8(1), out, window(2*half+1, block, area))
	}
}

// moveRow writes the kernel that loads a row, or stores it, with or without a factor.
func (f flavor) moveRow(storing, scaled bool) {
	name := map[bool]string{false: "load", true: "store"}[storing] + map[bool]string{false: "Row", true: "ScaledRow"}[scaled] + f.suffix
	args := "dst *byte, row *byte"
	if storing {
		args = "row *byte, src *byte"
	}
	TEXT(name, NOSPLIT, "func("+args+", descriptors *byte, blocks int, table *uint64, tower *uint64)")
	Doc(name + " does what the kernel for AVX-512 does, with the maps of this flavor.")
	area := "dst"
	if storing {
		area = "src"
	}
	p, row := load(Param(area), RDI), load(Param("row"), RSI)
	descriptors, blocks := load(Param("descriptors"), RBX), load(Param("blocks"), RCX)
	f.begin()
	f.loadTower(load(Param("tower"), RAX))
	factor := load(Param("table"), R15)
	wireLoop(name, descriptors, blocks, func(whole bool) {
		LEAQ(Mem{Base: row, Index: RAX, Scale: 1}, R13)
		if storing {
			f.storeBlock(whole, scaled, p, R13, factor, R12)
		} else {
			f.loadBlock(whole, scaled, p, R13, factor, R12)
		}
	}, func() { advance(p, blockBytes) })
}

// loadBlock brings one block from a row to the work area, storeBlock from there to a row.
func (f flavor) loadBlock(whole, scaled bool, area, row, factor, t Register) {
	v, product := pair{Y0, Y1}, pair{Y2, Y3}
	if whole {
		loadPair(Mem{Base: row}, v)
		f.addTower(v.lo, v.hi)
	} else {
		f.loadPart(row, t)
	}
	if scaled {
		(&applier{flavor: f}).general(Mem{Base: factor}, product, v, false)
		v = product
	}
	storePair(v, Mem{Base: area})
}

func (f flavor) storeBlock(whole, scaled bool, area, row, factor, t Register) {
	v, unscaled := pair{Y0, Y1}, pair{Y2, Y3}
	if scaled {
		loadPair(Mem{Base: area}, unscaled)
		(&applier{flavor: f}).general(Mem{Base: factor}, v, unscaled, false)
	} else {
		loadPair(Mem{Base: area}, v)
	}
	if whole {
		f.addTower(v.lo, v.hi)
		storePair(v, Mem{Base: row})
		return
	}
	MOVQ(area, t)
	f.storePart(row, t)
}

// scaledRows writes the kernel that loads some rows at once, or stores them, with factors.
func (f flavor) scaledRows(storing bool) {
	name, args, area := "loadScaledRows"+f.suffix, "dst *byte, leg int, rows *[]byte, which *int32, ahead int, start int, count int", "dst"
	if storing {
		name, args, area = "storeScaledRows"+f.suffix, "rows *[]byte, which *int32, ahead int, start int, count int, src *byte, leg int", "src"
	}
	TEXT(name, NOSPLIT, "func("+args+", descriptors *byte, blocks int, factors *uint64, tower *uint64)")
	Doc(name + " does what the kernel for AVX-512 does, with the maps of this flavor.")
	p, which, count := load(Param(area), RDI), load(Param("which"), RSI), load(Param("count"), R9)
	f.begin()
	f.loadTower(load(Param("tower"), RAX))
	eachRow(name, general*f.bytes, which, count, p, func() {
		if storing {
			return
		}
		Comment("A row that is not there.")
		VPXOR(Y0, Y0, Y0)
		Label(name + "Zero")
		storePair(pair{Y0, Y0}, Mem{Base: R12})
		advance(R12, blockBytes)
		DECQ(RCX)
		JNZ(LabelRef(name + "Zero"))
	}, func() {
		descriptorLoop(name, func(whole bool) {
			PREFETCHT1(Mem{Base: R10, Index: RAX, Scale: 1})
			ADDQ(R11, RAX)
			if storing {
				f.storeBlock(whole, true, R12, RAX, R13, R8)
			} else {
				f.loadBlock(whole, true, R12, RAX, R13, R8)
			}
			advance(R12, blockBytes)
		})
	})
}

// rowKernels writes the kernels that work on rows.
func (f flavor) rowKernels() {
	for _, storing := range []bool{false, true} {
		f.moveRow(storing, false)
		f.moveRow(storing, true)
		f.scaledRows(storing)
	}
	for _, outputs := range []int{1, 2, 4, 8} {
		f.combine(outputs)
	}

	TEXT("copyRow"+f.suffix, NOSPLIT, "func(dst *byte, src *byte, blocks int, table *uint64, ahead uintptr)")
	Doc("copyRow"+f.suffix+" copies blocks, to or from tower form. table holds the map from high bytes to what is added to low ones. dst may be src.",
		"It prefetches as many bytes from ahead on.")
	dst, src, blocks := load(Param("dst"), RDI), load(Param("src"), RSI), load(Param("blocks"), RCX)
	ahead := load(Param("ahead"), RDX)
	f.begin()
	f.loadTower(load(Param("table"), RAX))
	v, product := pair{Y0, Y1}, pair{Y2, Y3}
	loop("copyRow"+f.suffix+"Loop", blocks, func() {
		PREFETCHT1(Mem{Base: ahead})
		advance(ahead, blockBytes)
		loadPair(Mem{Base: src}, v)
		f.addTower(v.lo, v.hi)
		storePair(v, Mem{Base: dst})
		advance(src, blockBytes)
		advance(dst, blockBytes)
	})

	TEXT("scaleRow"+f.suffix, NOSPLIT, "func(p *byte, blocks int, table *uint64)")
	Doc("scaleRow" + f.suffix + " multiplies blocks by one constant, given as four maps.")
	p, blocks, table := load(Param("p"), RDI), load(Param("blocks"), RCX), load(Param("table"), RAX)
	f.begin()
	loop("scaleRow"+f.suffix+"Loop", blocks, func() {
		loadPair(Mem{Base: p}, v)
		(&applier{flavor: f}).general(Mem{Base: table}, product, v, false)
		storePair(product, Mem{Base: p})
		advance(p, blockBytes)
	})

	TEXT("addScaledRow"+f.suffix, NOSPLIT, "func(dst *byte, src *byte, blocks int, table *uint64)")
	Doc("addScaledRow" + f.suffix + " adds the product of blocks and a constant, given as four maps, to others.")
	dst, src, blocks, table = load(Param("dst"), RDI), load(Param("src"), RSI), load(Param("blocks"), RCX), load(Param("table"), RAX)
	f.begin()
	loop("addScaledRow"+f.suffix+"Loop", blocks, func() {
		loadPair(Mem{Base: src}, v)
		loadPair(Mem{Base: dst}, product)
		(&applier{flavor: f}).general(Mem{Base: table}, product, v, true)
		storePair(product, Mem{Base: dst})
		advance(src, blockBytes)
		advance(dst, blockBytes)
	})
}

// combine writes sums of products: low bytes of all sums, then high bytes, in the first eight registers.
func (f flavor) combine(outputs int) {
	name := fmt.Sprintf("combine%d%s", outputs, f.suffix)
	TEXT(name, NOSPLIT, "func(dst *byte, leg int, src *byte, stride int, rows int, blocks int, table *uint64)")
	Doc(name + " does what the kernel for AVX-512 does, with the maps of this flavor.")
	dst, src := load(Param("dst"), RDI), load(Param("src"), RSI)
	stride, blocks := load(Param("stride"), RBX), load(Param("blocks"), RCX)
	l := loadLegs(outputs)
	f.begin()
	loop(name+"Loop", blocks, func() {
		for part := range 2 {
			f.sums(name, outputs, part, src, stride)
			for o := range outputs {
				VMOVDQU(ymm[o], l.at(dst, o).Offset(halfBytes*part))
			}
		}
		advance(dst, blockBytes)
		advance(src, blockBytes)
	})
}

// sums makes one half of the sums of a block in the first registers.
func (f flavor) sums(name string, outputs, part int, src, stride Register) {
	for o := range outputs {
		VPXOR(ymm[o], ymm[o], ymm[o])
	}
	MOVQ(src, RAX)
	Load(Param("table"), RDX)
	Load(Param("rows"), R15)
	label := fmt.Sprintf("%sPart%dRow", name, part)
	Label(label)
	VMOVDQU(Mem{Base: RAX}, Y8)
	VMOVDQU(Mem{Base: RAX, Disp: halfBytes}, Y10)
	if f.nibble {
		split(Y8, Y8, Y9)
		split(Y10, Y10, Y11)
	}
	for o := range outputs {
		for i := range 2 {
			m := Mem{Base: RDX, Disp: (general*o + 2*part + i) * f.bytes}
			if !f.nibble {
				VPBROADCASTQ(m, spare)
				VGF2P8AFFINEQB(U8(0), spare, ymm[8+2*i], spare)
				VPXOR(spare, ymm[o], ymm[o])
				continue
			}
			for half := range 2 {
				VBROADCASTI128(m.Offset(windowBytes*half), spare)
				VPSHUFB(ymm[8+2*i+half], spare, spare)
				VPXOR(spare, ymm[o], ymm[o])
			}
		}
	}
	ADDQ(stride, RAX)
	ADDQ(U32(general*outputs*f.bytes), RDX)
	DECQ(R15)
	JNZ(LabelRef(label))
}

// narrowDerive writes the formal derivative of eight adjacent rows.
func narrowDerive() {
	const name = "derive8Narrow"
	TEXT(name, NOSPLIT, "func(dst *byte, src *byte, leg int, blocks int, offsets *int, count int)")
	Doc(name + " does what derive8 does.")
	dst, src := load(Param("dst"), RDI), load(Param("src"), RSI)
	blocks := load(Param("blocks"), RCX)
	offsets, count := load(Param("offsets"), RBX), load(Param("count"), RDX)
	l := loadLegs(8)
	halves(name, blocks, func() {
		for i := range 8 {
			VMOVDQU(l.at(src, i), ymm[i])
		}
		for i := range 8 { // Rising order: the rows added are still as they were.
			for bit := 1; bit < 8; bit *= 2 {
				if i&bit == 0 {
					VPXOR(ymm[i+bit], ymm[i], ymm[i])
				}
			}
		}
		XORQ(R12, R12)
		JMP(LabelRef(name + "More"))
		Label(name + "Add")
		MOVQ(Mem{Base: offsets, Index: R12, Scale: 8}, RAX)
		ADDQ(src, RAX)
		for i := range 8 {
			VPXOR(l.at(RAX, i), ymm[i], ymm[i])
		}
		INCQ(R12)
		Label(name + "More")
		CMPQ(R12, count)
		JLT(LabelRef(name + "Add"))
		for i := range 8 {
			VMOVDQU(ymm[i], l.at(dst, i))
		}
	}, []Register{dst, src})
}

func narrowXor() {
	TEXT("xorRowNarrow", NOSPLIT, "func(dst *byte, src *byte, blocks int)")
	Doc("xorRowNarrow adds blocks to others.")
	dst, src, blocks := load(Param("dst"), RDI), load(Param("src"), RSI), load(Param("blocks"), RCX)
	loop("xorRowNarrowLoop", blocks, func() {
		loadPair(Mem{Base: src}, pair{Y0, Y1})
		addPair(Mem{Base: dst}, pair{Y0, Y1})
		storePair(pair{Y0, Y1}, Mem{Base: dst})
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
