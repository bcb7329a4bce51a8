// Command gen writes the kernels of package planar, for AVX-512 with GFNI and for AVX2. Run it with go generate in the folder above.
package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

const (
	groupBytes = 128 // 64 low bytes, then 64 high bytes of 64 elements
	halfBytes  = 64
	matrix     = 8 // bytes of an 8x8 bit matrix
	general    = 4 // matrices of a general constant: low to low, high to low, low to high, high to high
)

// An element pair of vectors: low and high bytes.
type vec struct{ lo, hi VecPhysical }

func load(p Mem, v vec) {
	VMOVDQU64(p, v.lo)
	VMOVDQU64(p.Offset(halfBytes), v.hi)
}

func store(v vec, p Mem) {
	VMOVDQU64(v.lo, p)
	VMOVDQU64(v.hi, p.Offset(halfBytes))
}

func xor(src, dst vec) {
	VPXORQ(src.lo, dst.lo, dst.lo)
	VPXORQ(src.hi, dst.hi, dst.hi)
}

// A multiplier adds the product of its constant i and y to x, with the scratch registers t.
type multiplier func(i int, x, y vec, t [4]VecPhysical)

// small multiplies by constants of GF(256), whose matrices lie in registers.
func small(regs []VecPhysical) multiplier {
	return func(i int, x, y vec, t [4]VecPhysical) {
		VGF2P8AFFINEQB(U8(0), regs[i], y.lo, t[0])
		VGF2P8AFFINEQB(U8(0), regs[i], y.hi, t[1])
		VPXORQ(t[0], x.lo, x.lo)
		VPXORQ(t[1], x.hi, x.hi)
	}
}

// large multiplies by any constants, whose matrices lie in memory.
func large(table Register) multiplier {
	return func(i int, x, y vec, t [4]VecPhysical) {
		at := func(j int) Mem { return Mem{Base: table, Disp: matrix * (general*i + j)} }
		VGF2P8AFFINEQB_BCST(U8(0), at(0), y.lo, t[0])
		VGF2P8AFFINEQB_BCST(U8(0), at(1), y.hi, t[1])
		VGF2P8AFFINEQB_BCST(U8(0), at(2), y.lo, t[2])
		VGF2P8AFFINEQB_BCST(U8(0), at(3), y.hi, t[3])
		VPTERNLOGQ(U8(0x96), t[1], t[0], x.lo)
		VPTERNLOGQ(U8(0x96), t[3], t[2], x.hi)
	}
}

// network runs the butterflies of a block of len(v) legs. Constant 0 belongs to the outermost layer, 1 and 2 to the next, and so on.
func network(v []vec, inverse bool, mul multiplier, t [4]VecPhysical) {
	layer := func(half int) {
		constant := len(v)/(2*half) - 1
		for q := 0; q < len(v); q += 2 * half {
			for i := q; i < q+half; i++ {
				x, y := v[i], v[i+half]
				if inverse {
					xor(x, y)
					mul(constant, x, y, t)
				} else {
					mul(constant, x, y, t)
					xor(x, y)
				}
			}
			constant++
		}
	}
	if inverse {
		for half := 1; half < len(v); half *= 2 {
			layer(half)
		}
		return
	}
	for half := len(v) / 2; half >= 1; half /= 2 {
		layer(half)
	}
}

// butterfly writes one kernel: log2(legs) layers over legs runs of groups.
func butterfly(legs int, inverse, isSmall bool) {
	name := map[bool]string{true: "inverse", false: "forward"}[inverse] + fmt.Sprint(legs) + map[bool]string{true: "Small", false: "Large"}[isSmall]
	TEXT(name, NOSPLIT, "func(p *uint64, leg int, groups int, table *uint64)")
	form := "four matrices each, for constants of GF(2^16)"
	if isSmall {
		form = "one matrix each, for constants of GF(256)"
	}
	direction := map[bool]string{true: "the inverse", false: "the forward"}[inverse]
	Doc(fmt.Sprintf("%s runs the butterflies of %s transform between %d runs of groups groups (at least one) that start leg bytes apart at p.", name, direction, legs),
		fmt.Sprintf("table holds %d constants, outermost layer first, %s.", legs-1, form))
	p := Load(Param("p"), RDI)
	leg := Load(Param("leg"), RDX)
	groups := Load(Param("groups"), RCX)
	table := Load(Param("table"), RSI)

	zs := []VecPhysical{Z0, Z1, Z2, Z3, Z4, Z5, Z6, Z7, Z8, Z9, Z10, Z11, Z12, Z13, Z14, Z15,
		Z16, Z17, Z18, Z19, Z20, Z21, Z22, Z23, Z24, Z25, Z26, Z27, Z28, Z29, Z30, Z31}
	var v []vec
	for i := range legs {
		v = append(v, vec{zs[2*i], zs[2*i+1]})
	}
	t := [4]VecPhysical(zs[28:32])
	mul := large(table)
	if isSmall {
		regs := zs[2*legs : 3*legs-1]
		for i, r := range regs {
			VPBROADCASTQ(Mem{Base: table, Disp: matrix * i}, r)
		}
		mul = small(regs)
	}
	// Legs 0 to 3 hang on p, 4 to 7 on a second pointer four legs further; index registers hold one and three legs.
	p4, leg3 := R8, R9
	MOVQ(leg, leg3)
	ADDQ(leg, leg3)
	ADDQ(leg, leg3)
	MOVQ(p, p4)
	ADDQ(leg, p4)
	ADDQ(leg3, p4)
	at := func(i int) Mem {
		base := Register(RDI)
		if i >= 4 {
			base = p4
		}
		switch i % 4 {
		case 1:
			return Mem{Base: base, Index: leg, Scale: 1}
		case 2:
			return Mem{Base: base, Index: leg, Scale: 2}
		case 3:
			return Mem{Base: base, Index: leg3, Scale: 1}
		}
		return Mem{Base: base}
	}
	loop := name + "Loop"
	Label(loop)
	for i := range v {
		load(at(i), v[i])
	}
	network(v, inverse, mul, t)
	for i := range v {
		store(v[i], at(i))
	}
	ADDQ(Imm(groupBytes-1), p) // 128 does not fit a signed byte
	INCQ(p)
	if legs > 4 {
		ADDQ(Imm(groupBytes-1), p4)
		INCQ(p4)
	}
	DECQ(groups)
	JNZ(LabelRef(loop))
	VZEROUPPER()
	RET()
}

// descriptor of one wire block: byte offset in the row, mask of its valid bytes, address of the 64-byte permutation.
const (
	blockOffset = 0
	blockMask   = 8
	blockPerm   = 16
	blockBytes  = 24
)

func loadRow() {
	TEXT("loadRow", NOSPLIT, "func(dst *uint64, row *byte, blocks *byte, groups int, tower uint64)")
	Doc("loadRow gathers 2*groups wire blocks of a row into groups of elements in tower form. Each block's permutation brings low bytes to 0-31, high bytes to 32-63.")
	dst := Load(Param("dst"), RDI)
	row := Load(Param("row"), RSI)
	blocks := Load(Param("blocks"), RBX)
	groups := Load(Param("groups"), RCX)
	tower := Load(Param("tower"), R10)
	VPBROADCASTQ(tower, Z31)
	Label("loadRowLoop")
	for i, z := range []VecPhysical{Z0, Z1} {
		d := Mem{Base: blocks, Disp: blockBytes * i}
		MOVQ(d.Offset(blockOffset), RAX)
		KMOVQ(d.Offset(blockMask), K1)
		MOVQ(d.Offset(blockPerm), RDX)
		VMOVDQU8_Z(Mem{Base: row, Index: RAX, Scale: 1}, K1, z)
		VMOVDQU64(Mem{Base: RDX}, Z4)
		VPERMB(z, Z4, z)
	}
	VSHUFI64X2(U8(0x44), Z1, Z0, Z2)
	VSHUFI64X2(U8(0xee), Z1, Z0, Z3)
	VGF2P8AFFINEQB(U8(0), Z31, Z3, Z5)
	VPXORQ(Z5, Z2, Z2)
	store(vec{Z2, Z3}, Mem{Base: dst})
	ADDQ(U32(groupBytes), dst)
	ADDQ(U32(2*blockBytes), blocks)
	DECQ(groups)
	JNZ(LabelRef("loadRowLoop"))
	VZEROUPPER()
	RET()
}

func storeRow() {
	TEXT("storeRow", NOSPLIT, "func(row *byte, src *uint64, blocks *byte, groups int, tower uint64)")
	Doc("storeRow undoes loadRow. The blocks' permutations are those of storing: wire byte i comes from byte perm[i] of low and high halves.")
	row := Load(Param("row"), RDI)
	src := Load(Param("src"), RSI)
	blocks := Load(Param("blocks"), RBX)
	groups := Load(Param("groups"), RCX)
	tower := Load(Param("tower"), R10)
	VPBROADCASTQ(tower, Z31)
	Label("storeRowLoop")
	load(Mem{Base: src}, vec{Z2, Z3})
	VGF2P8AFFINEQB(U8(0), Z31, Z3, Z5)
	VPXORQ(Z5, Z2, Z2)
	VSHUFI64X2(U8(0x44), Z3, Z2, Z0)
	VSHUFI64X2(U8(0xee), Z3, Z2, Z1)
	for i, z := range []VecPhysical{Z0, Z1} {
		d := Mem{Base: blocks, Disp: blockBytes * i}
		MOVQ(d.Offset(blockOffset), RAX)
		KMOVQ(d.Offset(blockMask), K1)
		MOVQ(d.Offset(blockPerm), RDX)
		VMOVDQU64(Mem{Base: RDX}, Z4)
		VPERMB(z, Z4, z)
		VMOVDQU8(z, K1, Mem{Base: row, Index: RAX, Scale: 1})
	}
	ADDQ(U32(groupBytes), src)
	ADDQ(U32(2*blockBytes), blocks)
	DECQ(groups)
	JNZ(LabelRef("storeRowLoop"))
	VZEROUPPER()
	RET()
}

func scale() {
	TEXT("scaleRow", NOSPLIT, "func(p *uint64, groups int, table *uint64)")
	Doc("scaleRow multiplies groups of elements by one constant, given as four matrices.")
	p := Load(Param("p"), RDI)
	groups := Load(Param("groups"), RCX)
	table := Load(Param("table"), RSI)
	Label("scaleRowLoop")
	load(Mem{Base: p}, vec{Z0, Z1})
	x := vec{Z2, Z3}
	VPXORQ(x.lo, x.lo, x.lo)
	VPXORQ(x.hi, x.hi, x.hi)
	large(table)(0, x, vec{Z0, Z1}, [4]VecPhysical{Z4, Z5, Z6, Z7})
	store(x, Mem{Base: p})
	ADDQ(U32(groupBytes), p)
	DECQ(groups)
	JNZ(LabelRef("scaleRowLoop"))
	VZEROUPPER()
	RET()
}

func xorRows() {
	TEXT("xorRow", NOSPLIT, "func(dst *uint64, src *uint64, groups int)")
	Doc("xorRow adds groups of elements to others.")
	dst := Load(Param("dst"), RDI)
	src := Load(Param("src"), RSI)
	groups := Load(Param("groups"), RCX)
	Label("xorRowLoop")
	load(Mem{Base: src}, vec{Z0, Z1})
	VPXORQ(Mem{Base: dst}, Z0, Z0)
	VPXORQ(Mem{Base: dst, Disp: halfBytes}, Z1, Z1)
	store(vec{Z0, Z1}, Mem{Base: dst})
	ADDQ(U32(groupBytes), dst)
	ADDQ(U32(groupBytes), src)
	DECQ(groups)
	JNZ(LabelRef("xorRowLoop"))
	VZEROUPPER()
	RET()
}

func main() {
	ConstraintExpr("amd64")
	for _, legs := range []int{2, 4, 8} {
		for _, inverse := range []bool{true, false} {
			for _, isSmall := range []bool{true, false} {
				butterfly(legs, inverse, isSmall)
			}
		}
	}
	loadRow()
	storeRow()
	scale()
	xorRows()
	declareNibbles()
	for _, inverse := range []bool{true, false} {
		small256(2, inverse)
		small256(4, inverse)
		large256(inverse)
	}
	scale256()
	tower256()
	xor256()
	Generate()
}
