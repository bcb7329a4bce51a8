package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// The kernels for AVX-512 with GFNI that work on rows: between their form outside and the work area, and on sums of them.

// A descriptor of one wire block is its offset in the row and the address of an arrangement, or 0 for a whole block as it is; an arrangement is a
// mask of the valid bytes, the permutation to load and the one to store; then what kernels without such permutations take (narrow_rows.go).
const (
	descriptorBytes  = 16
	arrangementMask  = 0
	arrangementLoad  = 8
	arrangementStore = 8 + blockBytes
	sliceHeader      = 24
)

// wireLoop runs body for each block: with whole unset an arrangement's address is in RDX, in any case the block's offset in RAX.
func wireLoop(name string, descriptors, blocks Register, body func(whole bool), rest func()) {
	Label(name + "Loop")
	MOVQ(Mem{Base: descriptors}, RAX)
	MOVQ(Mem{Base: descriptors, Disp: 8}, RDX)
	TESTQ(RDX, RDX)
	JNZ(LabelRef(name + "Part"))
	body(true)
	Label(name + "Rest")
	rest()
	advance(descriptors, descriptorBytes)
	DECQ(blocks)
	JNZ(LabelRef(name + "Loop"))
	VZEROUPPER()
	RET()
	Label(name + "Part")
	body(false)
	JMP(LabelRef(name + "Rest"))
}

// loadPermutation brings the mask and one permutation of the arrangement at RDX to registers.
func loadPermutation(disp int) {
	KMOVQ(Mem{Base: RDX, Disp: arrangementMask}, K1)
	VMOVDQU64(Mem{Base: RDX, Disp: disp}, scratch[2])
}

// loadWire loads a block of a row into v in tower form.
func loadWire(whole bool, row Mem, v, t, perm VecPhysical) {
	if whole {
		VMOVDQU64(row, v)
		VMOVDQU64(row.Offset(halfBytes), t.(Vec).AsY())
		VGF2P8AFFINEQB(U8(0), towerRegister, t, t)
		VPXORQ(t, v, v)
		return
	}
	VMOVDQU8_Z(row, K1, v)
	VPERMB(v, perm, v)
	convert(v, t)
}

// storeWire undoes loadWire.
func storeWire(whole bool, row Mem, v, t, perm VecPhysical) {
	convert(v, t)
	if whole {
		VMOVDQU64(v, row)
		return
	}
	VPERMB(v, perm, v)
	VMOVDQU8(v, K1, row)
}

// wireLoopTail is the end of a loop whose label is set, with the block in registers.
func wireLoopTail(name string, descriptors, blocks Register, body func(whole bool)) {
	MOVQ(Mem{Base: descriptors}, RAX)
	MOVQ(Mem{Base: descriptors, Disp: 8}, RDX)
	TESTQ(RDX, RDX)
	JNZ(LabelRef(name + "Part"))
	body(true)
	Label(name + "Rest")
	advance(descriptors, descriptorBytes)
	DECQ(blocks)
	JNZ(LabelRef(name + "Loop"))
	VZEROUPPER()
	RET()
	Label(name + "Part")
	body(false)
	JMP(LabelRef(name + "Rest"))
}

// loadRow and storeRow write those on one row, with or without a factor.
func loadRow(scaled bool) {
	name := map[bool]string{true: "loadScaledRow", false: "loadRow"}[scaled]
	TEXT(name, NOSPLIT, "func(dst *byte, row *byte, descriptors *byte, blocks int, table *uint64, tower *uint64)")
	Doc(name+" loads the described blocks of a row into tower form.", "If scaled, it multiplies them by the constant whose four matrices are in table.")
	dst := load(Param("dst"), RDI)
	row := load(Param("row"), RSI)
	descriptors := load(Param("descriptors"), RBX)
	blocks := load(Param("blocks"), RCX)
	loadTower()
	c := constant{same: zmm[firstConstant], cross: zmm[firstConstant+1]}
	if scaled {
		loadGeneral(Mem{Base: load(Param("table"), RAX)}, c)
	}
	wireLoop(name, descriptors, blocks, func(whole bool) {
		if !whole {
			loadPermutation(arrangementLoad)
		}
		loadWire(whole, Mem{Base: row, Index: RAX, Scale: 1}, Z0, Z1, scratch[2])
	}, func() {
		if scaled {
			c.multiply(Z0)
		}
		VMOVDQU64(Z0, Mem{Base: dst})
		advance(dst, blockBytes)
	})
}

func storeRow(scaled bool) {
	name := map[bool]string{true: "storeScaledRow", false: "storeRow"}[scaled]
	TEXT(name, NOSPLIT, "func(row *byte, src *byte, descriptors *byte, blocks int, table *uint64, tower *uint64)")
	Doc(name+" undoes loadRow.", "If scaled, it first multiplies by the constant whose four matrices are in table.")
	row := load(Param("row"), RSI)
	src := load(Param("src"), RDI)
	descriptors := load(Param("descriptors"), RBX)
	blocks := load(Param("blocks"), RCX)
	loadTower()
	c := constant{same: zmm[firstConstant], cross: zmm[firstConstant+1]}
	if scaled {
		loadGeneral(Mem{Base: load(Param("table"), RAX)}, c)
	}
	Label(name + "Loop")
	VMOVDQU64(Mem{Base: src}, Z0)
	if scaled {
		c.multiply(Z0)
	}
	advance(src, blockBytes)
	wireLoopTail(name, descriptors, blocks, func(whole bool) {
		if !whole {
			loadPermutation(arrangementStore)
		}
		storeWire(whole, Mem{Base: row, Index: RAX, Scale: 1}, Z0, Z1, scratch[2])
	})
}

// loadScaledRows writes the kernel that loads some rows at once, and storeScaledRows that which stores them.
func loadScaledRows() {
	const name = "loadScaledRows"
	TEXT(name, NOSPLIT, "func(dst *byte, leg int, rows *[]byte, which *int32, ahead int, start int, count int, descriptors *byte, blocks int, factors *uint64, tower *uint64)")
	Doc(name+" does what loadScaledRow does for count rows from byte start on, to runs of blocks that start leg bytes apart: those of rows that which tells. A negative one is zero. Factors have the numbers of rows.",
		"Beside each it prefetches the row whose number which has ahead places further.")
	dst, which := load(Param("dst"), RDI), load(Param("which"), RSI)
	count := load(Param("count"), R9)
	loadTower()
	c := constant{same: zmm[firstConstant], cross: zmm[firstConstant+1]}
	eachRow(name, general*matrix, which, count, dst, func() {
		Comment("A row that is not there.")
		VPXORQ(Z0, Z0, Z0)
		Label(name + "Zero")
		VMOVDQU64(Z0, Mem{Base: R12})
		advance(R12, blockBytes)
		DECQ(RCX)
		JNZ(LabelRef(name + "Zero"))
	}, func() {
		loadGeneral(Mem{Base: R13}, c)
		descriptorLoop(name, func(whole bool) {
			if !whole {
				loadPermutation(arrangementLoad)
			}
			PREFETCHT1(Mem{Base: R10, Index: RAX, Scale: 1})
			loadWire(whole, Mem{Base: R11, Index: RAX, Scale: 1}, Z0, Z1, scratch[2])
			c.multiply(Z0)
			VMOVDQU64(Z0, Mem{Base: R12})
			advance(R12, blockBytes)
		})
	})
}

func storeScaledRows() {
	const name = "storeScaledRows"
	TEXT(name, NOSPLIT, "func(rows *[]byte, which *int32, ahead int, start int, count int, src *byte, leg int, descriptors *byte, blocks int, factors *uint64, tower *uint64)")
	Doc(name + " undoes loadScaledRows. A negative row is left out.")
	src, which := load(Param("src"), RDI), load(Param("which"), RSI)
	count := load(Param("count"), R9)
	loadTower()
	c := constant{same: zmm[firstConstant], cross: zmm[firstConstant+1]}
	eachRow(name, general*matrix, which, count, src, func() {}, func() {
		loadGeneral(Mem{Base: R13}, c)
		descriptorLoop(name, func(whole bool) {
			VMOVDQU64(Mem{Base: R12}, Z0)
			advance(R12, blockBytes)
			c.multiply(Z0)
			if !whole {
				loadPermutation(arrangementStore)
			}
			PREFETCHT1(Mem{Base: R10, Index: RAX, Scale: 1})
			storeWire(whole, Mem{Base: R11, Index: RAX, Scale: 1}, Z0, Z1, scratch[2])
		})
	})
}

// eachRow runs body for each row with its address in R11, that of the one ahead (or its own again) in R10, that of its factor in R13, that of its blocks in R12 and their number in RCX; or absent if it has none.
func eachRow(name string, factorBytes int, which, count, area Register, absent, body func()) {
	Label(name + "Row")
	MOVQ(area, R12)
	Load(Param("blocks"), RCX)
	MOVLQSX(Mem{Base: which}, RAX)
	TESTQ(RAX, RAX)
	JGE(LabelRef(name + "There"))
	absent()
	JMP(LabelRef(name + "Next"))
	Label(name + "There")
	MOVQ(RAX, R13)
	IMUL3Q(U8(factorBytes), R13, R13)
	ADDQ(load(Param("factors"), R8), R13)
	LEAQ(Mem{Base: RAX, Index: RAX, Scale: 2}, RAX)
	MOVQ(Mem{Base: load(Param("rows"), R11), Index: RAX, Scale: 8}, R11)
	ADDQ(load(Param("start"), RAX), R11)
	MOVQ(R11, R10)
	MOVLQSX(Mem{Base: which, Index: load(Param("ahead"), RDX), Scale: 4}, RDX)
	TESTQ(RDX, RDX)
	JL(LabelRef(name + "Here"))
	LEAQ(Mem{Base: RDX, Index: RDX, Scale: 2}, RDX)
	ADDQ(Mem{Base: load(Param("rows"), R10), Index: RDX, Scale: 8}, RAX)
	MOVQ(RAX, R10)
	Label(name + "Here")
	Load(Param("descriptors"), RBX)
	body()
	Label(name + "Next")
	ADDQ(load(Param("leg"), RAX), area)
	advance(which, 4)
	DECQ(count)
	JNZ(LabelRef(name + "Row"))
	VZEROUPPER()
	RET()
}

// descriptorLoop runs body for each of RCX descriptors at RBX as wireLoop does, and goes on.
func descriptorLoop(name string, body func(whole bool)) {
	Label(name + "Block")
	MOVQ(Mem{Base: RBX}, RAX)
	MOVQ(Mem{Base: RBX, Disp: 8}, RDX)
	TESTQ(RDX, RDX)
	JNZ(LabelRef(name + "Part"))
	body(true)
	JMP(LabelRef(name + "Rest"))
	Label(name + "Part")
	body(false)
	Label(name + "Rest")
	advance(RBX, descriptorBytes)
	DECQ(RCX)
	JNZ(LabelRef(name + "Block"))
}

func scaleRow() {
	TEXT("scaleRow", NOSPLIT, "func(p *byte, blocks int, table *uint64)")
	Doc("scaleRow multiplies blocks by one constant, given as four matrices.")
	p := load(Param("p"), RDI)
	blocks := load(Param("blocks"), RCX)
	c := constant{same: zmm[firstConstant], cross: zmm[firstConstant+1]}
	setUpperHalf()
	loadGeneral(Mem{Base: load(Param("table"), RSI)}, c)
	loop("scaleRowLoop", blocks, func() {
		VMOVDQU64(Mem{Base: p}, Z0)
		c.multiply(Z0)
		VMOVDQU64(Z0, Mem{Base: p})
		advance(p, blockBytes)
	})
}

func addRows() {
	TEXT("xorRow", NOSPLIT, "func(dst *byte, src *byte, blocks int)")
	Doc("xorRow adds blocks to others.")
	dst, src, blocks := load(Param("dst"), RDI), load(Param("src"), RSI), load(Param("blocks"), RCX)
	loop("xorRowLoop", blocks, func() {
		VMOVDQU64(Mem{Base: src}, Z0)
		VPXORQ(Mem{Base: dst}, Z0, Z0)
		VMOVDQU64(Z0, Mem{Base: dst})
		advance(dst, blockBytes)
		advance(src, blockBytes)
	})

	TEXT("addScaledRow", NOSPLIT, "func(dst *byte, src *byte, blocks int, table *uint64)")
	Doc("addScaledRow adds the product of blocks and a constant, given as four matrices, to others.")
	dst, src, blocks = load(Param("dst"), RDI), load(Param("src"), RSI), load(Param("blocks"), RCX)
	c := constant{same: zmm[firstConstant], cross: zmm[firstConstant+1]}
	setUpperHalf()
	loadGeneral(Mem{Base: load(Param("table"), RAX)}, c)
	loop("addScaledRowLoop", blocks, func() {
		VMOVDQU64(Mem{Base: dst}, Z0)
		VMOVDQU64(Mem{Base: src}, Z1)
		c.add(Z0, Z1)
		VMOVDQU64(Z0, Mem{Base: dst})
		advance(dst, blockBytes)
		advance(src, blockBytes)
	})
}

// derive writes the formal derivative of eight adjacent rows.
func derive() {
	TEXT("derive8", NOSPLIT, "func(dst *byte, src *byte, leg int, blocks int, offsets *int, count int)")
	Doc("derive8 writes the formal derivative of eight runs of blocks of src that start leg bytes apart: to each it adds those whose number",
		"has one bit more, and the runs at the count offsets, in bytes, from it. dst may be src.")
	dst, src := load(Param("dst"), RDI), load(Param("src"), RSI)
	blocks := load(Param("blocks"), RCX)
	offsets, count := load(Param("offsets"), RBX), load(Param("count"), RDX)
	l := loadLegs(8)
	loop("derive8Loop", blocks, func() {
		for i := range 8 {
			VMOVDQU64(l.at(src, i), zmm[i])
		}
		// Rising order: the rows added are still as they were.
		for i := range 8 {
			switch i {
			case 0:
				VPTERNLOGQ(U8(0x96), Z2, Z1, Z0)
				VPXORQ(Z4, Z0, Z0)
			case 1:
				VPTERNLOGQ(U8(0x96), Z5, Z3, Z1)
			case 2:
				VPTERNLOGQ(U8(0x96), Z6, Z3, Z2)
			case 4:
				VPTERNLOGQ(U8(0x96), Z6, Z5, Z4)
			case 3, 5, 6:
				VPXORQ(Z7, zmm[i], zmm[i])
			}
		}
		XORQ(R12, R12)
		JMP(LabelRef("derive8More"))
		Label("derive8Add")
		MOVQ(Mem{Base: offsets, Index: R12, Scale: 8}, RAX)
		ADDQ(src, RAX)
		for i := range 8 {
			VPXORQ(l.at(RAX, i), zmm[i], zmm[i])
		}
		INCQ(R12)
		Label("derive8More")
		CMPQ(R12, count)
		JLT(LabelRef("derive8Add"))
		for i := range 8 {
			VMOVDQU64(zmm[i], l.at(dst, i))
		}
		advance(dst, blockBytes)
		advance(src, blockBytes)
	})
}

// combine writes sums of products.
func combine(outputs int) {
	name := fmt.Sprintf("combine%d", outputs)
	TEXT(name, NOSPLIT, "func(dst *byte, leg int, src *byte, stride int, rows int, blocks int, table *uint64)")
	Doc(fmt.Sprintf("%s writes %s of products, runs of blocks that start leg bytes apart at dst: of rows, stride bytes apart at src, with factors of four matrices each,", name, plural(outputs, "sum")),
		"which table lists row by row.")
	dst, src := load(Param("dst"), RDI), load(Param("src"), RSI)
	stride, rows := load(Param("stride"), RBX), load(Param("rows"), R12)
	blocks, table := load(Param("blocks"), RCX), load(Param("table"), R13)
	l := loadLegs(outputs)
	ymm := func(i int) VecPhysical { return zmm[i].(Vec).AsY().(VecPhysical) }
	lo, hi, t := ymm(16), ymm(17), []VecPhysical{ymm(18), ymm(19), ymm(20), ymm(21), ymm(22), ymm(23), ymm(24), ymm(25)}
	loop(name+"Loop", blocks, func() {
		for i := range 2 * outputs {
			VPXORQ(ymm(i), ymm(i), ymm(i))
		}
		MOVQ(src, RAX)
		MOVQ(table, RDX)
		MOVQ(rows, R15)
		Label(name + "Row")
		VMOVDQU64(Mem{Base: RAX}, lo)
		VMOVDQU64(Mem{Base: RAX, Disp: halfBytes}, hi)
		for o := range outputs {
			at := func(i int) Mem { return Mem{Base: RDX, Disp: (general*o + i) * matrix} }
			t := t[4*(o%2):]
			VGF2P8AFFINEQB_BCST(U8(0), at(0), lo, t[0])
			VGF2P8AFFINEQB_BCST(U8(0), at(1), hi, t[1])
			VGF2P8AFFINEQB_BCST(U8(0), at(2), lo, t[2])
			VGF2P8AFFINEQB_BCST(U8(0), at(3), hi, t[3])
			VPTERNLOGQ(U8(0x96), t[1], t[0], ymm(2*o))
			VPTERNLOGQ(U8(0x96), t[3], t[2], ymm(2*o+1))
		}
		ADDQ(stride, RAX)
		ADDQ(U32(general*outputs*matrix), RDX)
		DECQ(R15)
		JNZ(LabelRef(name + "Row"))
		for o := range outputs {
			m := l.at(dst, o)
			VMOVDQU64(ymm(2*o), m)
			VMOVDQU64(ymm(2*o+1), m.Offset(halfBytes))
		}
		advance(dst, blockBytes)
		advance(src, blockBytes)
	})
}
