package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// The AVX2 kernels work on the same layout with two look-ups of 16 bytes, by low and high nibble, in place of each bit matrix.
const (
	ymmBytes = 32
	nibbles  = 32 // bytes of the two look-up tables of one linear map on bytes
)

var ymm = [16]VecPhysical{Y0, Y1, Y2, Y3, Y4, Y5, Y6, Y7, Y8, Y9, Y10, Y11, Y12, Y13, Y14, Y15}

// maskRegister holds 0x0f in every byte.
var maskRegister = Y15

var lowNibbles Mem

func declareNibbles() {
	lowNibbles = GLOBL("planar_nibbles", RODATA|NOPTR)
	DATA(0, U64(0x0f0f0f0f0f0f0f0f))
}

// tables loads count maps from table on into registers from first on, two each.
func tables(table Register, first, count int) []VecPhysical {
	regs := ymm[first : first+2*count]
	for i, r := range regs {
		VBROADCASTI128(Mem{Base: table, Disp: nibbles / 2 * i}, r)
	}
	return regs
}

// split leaves the low nibbles of y in lo and the high ones in hi.
func split(y, lo, hi VecPhysical) {
	VPAND(maskRegister, y, lo)
	VPSRLW(U8(4), y, hi)
	VPAND(maskRegister, hi, hi)
}

// addSmall adds the product of y and the constant of GF(256) whose tables are in t to x.
func addSmall(t []VecPhysical, x, y, s0, s1 VecPhysical) {
	split(y, s0, s1)
	VPSHUFB(s0, t[0], s0)
	VPSHUFB(s1, t[1], s1)
	VPXOR(s0, x, x)
	VPXOR(s1, x, x)
}

// productLarge leaves the product of y and the constant whose eight tables are in t in p, with three scratch registers.
func productLarge(t []VecPhysical, p, y vec, s [3]VecPhysical) {
	split(y.lo, s[0], s[1])
	VPSHUFB(s[0], t[0], p.lo)
	VPSHUFB(s[1], t[1], s[2])
	VPXOR(s[2], p.lo, p.lo)
	VPSHUFB(s[0], t[4], p.hi)
	VPSHUFB(s[1], t[5], s[2])
	VPXOR(s[2], p.hi, p.hi)
	split(y.hi, s[0], s[1])
	VPSHUFB(s[0], t[2], s[2])
	VPXOR(s[2], p.lo, p.lo)
	VPSHUFB(s[1], t[3], s[2])
	VPXOR(s[2], p.lo, p.lo)
	VPSHUFB(s[0], t[6], s[2])
	VPXOR(s[2], p.hi, p.hi)
	VPSHUFB(s[1], t[7], s[2])
	VPXOR(s[2], p.hi, p.hi)
}

func directionName(inverse bool) string {
	if inverse {
		return "inverse"
	}
	return "forward"
}

// small256 writes a kernel for constants of GF(256): they do the same to every byte, so halves of groups need not be told apart.
func small256(legs int, inverse bool) {
	name := fmt.Sprintf("%s%dSmall256", directionName(inverse), legs)
	TEXT(name, NOSPLIT, "func(p *uint64, leg int, groups int, table *byte)")
	Doc(fmt.Sprintf("%s runs the butterflies of the %s transform between %d runs of groups groups (at least one) that start leg bytes apart at p.", name, directionName(inverse), legs),
		fmt.Sprintf("table holds %d constants of GF(256), outermost layer first, as look-ups of 32 bytes each.", legs-1))
	p := Load(Param("p"), RDI)
	leg := Load(Param("leg"), RDX)
	groups := Load(Param("groups"), RCX)
	table := Load(Param("table"), RSI)
	constants := tables(table, 4, legs-1)
	VPBROADCASTQ(lowNibbles, maskRegister)
	SHLQ(U8(2), groups) // in vectors
	leg3 := R9
	if legs == 4 {
		LEAQ(Mem{Base: leg, Index: leg, Scale: 2}, leg3)
	}
	at := func(i int) Mem {
		switch i {
		case 1, 2:
			return Mem{Base: p, Index: leg, Scale: uint8(i)}
		case 3:
			return Mem{Base: p, Index: leg3, Scale: 1}
		}
		return Mem{Base: p}
	}
	Label(name + "Loop")
	for i := range legs {
		VMOVDQU(at(i), ymm[i])
	}
	layer := func(half int) {
		c := legs/(2*half) - 1
		for q := 0; q < legs; q += 2 * half {
			for i := q; i < q+half; i++ {
				x, y := ymm[i], ymm[i+half]
				if inverse {
					VPXOR(x, y, y)
				}
				addSmall(constants[2*c:], x, y, ymm[10+2*(i%2)], ymm[11+2*(i%2)])
				if !inverse {
					VPXOR(x, y, y)
				}
			}
			c++
		}
	}
	if inverse {
		for half := 1; half < legs; half *= 2 {
			layer(half)
		}
	} else {
		for half := legs / 2; half >= 1; half /= 2 {
			layer(half)
		}
	}
	for i := range legs {
		VMOVDQU(ymm[i], at(i))
	}
	ADDQ(U32(ymmBytes), p)
	DECQ(groups)
	JNZ(LabelRef(name + "Loop"))
	VZEROUPPER()
	RET()
}

// large256 writes the kernel for any constant.
func large256(inverse bool) {
	name := directionName(inverse) + "2Large256"
	TEXT(name, NOSPLIT, "func(p *uint64, leg int, groups int, table *byte)")
	Doc(fmt.Sprintf("%s runs the butterflies of the %s transform between two runs of groups groups (at least one) that start leg bytes apart at p.", name, directionName(inverse)),
		"table holds the constant's four maps, low to low, high to low, low to high, high to high, as look-ups of 32 bytes each.")
	p := Load(Param("p"), RDI)
	leg := Load(Param("leg"), RDX)
	groups := Load(Param("groups"), RCX)
	table := Load(Param("table"), RSI)
	constant := tables(table, 0, general)
	VPBROADCASTQ(lowNibbles, maskRegister)
	Label(name + "Loop")
	for part := range 2 {
		at := func(leg Register, half int) Mem {
			m := Mem{Base: p, Disp: part*ymmBytes + half*halfBytes}
			if leg != nil {
				m.Index, m.Scale = leg, 1
			}
			return m
		}
		y, prod := vec{Y8, Y9}, vec{Y10, Y11}
		VMOVDQU(at(leg, 0), y.lo)
		VMOVDQU(at(leg, 1), y.hi)
		if inverse {
			VPXOR(at(nil, 0), y.lo, y.lo)
			VPXOR(at(nil, 1), y.hi, y.hi)
		}
		productLarge(constant, prod, y, [3]VecPhysical{Y12, Y13, Y14})
		VPXOR(at(nil, 0), prod.lo, prod.lo)
		VPXOR(at(nil, 1), prod.hi, prod.hi)
		if !inverse {
			VPXOR(prod.lo, y.lo, y.lo)
			VPXOR(prod.hi, y.hi, y.hi)
		}
		VMOVDQU(prod.lo, at(nil, 0))
		VMOVDQU(prod.hi, at(nil, 1))
		VMOVDQU(y.lo, at(leg, 0))
		VMOVDQU(y.hi, at(leg, 1))
	}
	ADDQ(U32(groupBytes), p)
	DECQ(groups)
	JNZ(LabelRef(name + "Loop"))
	VZEROUPPER()
	RET()
}

func scale256() {
	TEXT("scaleRow256", NOSPLIT, "func(p *uint64, groups int, table *byte)")
	Doc("scaleRow256 multiplies groups of elements by one constant, given as the look-ups of four maps.")
	p := Load(Param("p"), RDI)
	groups := Load(Param("groups"), RCX)
	table := Load(Param("table"), RSI)
	constant := tables(table, 0, general)
	VPBROADCASTQ(lowNibbles, maskRegister)
	Label("scaleRow256Loop")
	for part := range 2 {
		at := func(half int) Mem { return Mem{Base: p, Disp: part*ymmBytes + half*halfBytes} }
		y, prod := vec{Y8, Y9}, vec{Y10, Y11}
		VMOVDQU(at(0), y.lo)
		VMOVDQU(at(1), y.hi)
		productLarge(constant, prod, y, [3]VecPhysical{Y12, Y13, Y14})
		VMOVDQU(prod.lo, at(0))
		VMOVDQU(prod.hi, at(1))
	}
	ADDQ(U32(groupBytes), p)
	DECQ(groups)
	JNZ(LabelRef("scaleRow256Loop"))
	VZEROUPPER()
	RET()
}

func tower256() {
	TEXT("towerRow256", NOSPLIT, "func(p *uint64, groups int, table *byte)")
	Doc("towerRow256 converts groups of elements to or from tower form. table holds the look-ups of the map from high to low bytes.")
	p := Load(Param("p"), RDI)
	groups := Load(Param("groups"), RCX)
	table := Load(Param("table"), RSI)
	m := tables(table, 0, 1)
	VPBROADCASTQ(lowNibbles, maskRegister)
	Label("towerRow256Loop")
	for part := range 2 {
		lo, hi := Mem{Base: p, Disp: part * ymmBytes}, Mem{Base: p, Disp: part*ymmBytes + halfBytes}
		VMOVDQU(lo, Y8)
		VMOVDQU(hi, Y9)
		addSmall(m, Y8, Y9, Y10, Y11)
		VMOVDQU(Y8, lo)
	}
	ADDQ(U32(groupBytes), p)
	DECQ(groups)
	JNZ(LabelRef("towerRow256Loop"))
	VZEROUPPER()
	RET()
}

func xor256() {
	TEXT("xorRow256", NOSPLIT, "func(dst *uint64, src *uint64, groups int)")
	Doc("xorRow256 adds groups of elements to others.")
	dst := Load(Param("dst"), RDI)
	src := Load(Param("src"), RSI)
	groups := Load(Param("groups"), RCX)
	Label("xorRow256Loop")
	for i := range groupBytes / ymmBytes {
		VMOVDQU(Mem{Base: src, Disp: ymmBytes * i}, ymm[i])
		VPXOR(Mem{Base: dst, Disp: ymmBytes * i}, ymm[i], ymm[i])
		VMOVDQU(ymm[i], Mem{Base: dst, Disp: ymmBytes * i})
	}
	ADDQ(U32(groupBytes), dst)
	ADDQ(U32(groupBytes), src)
	DECQ(groups)
	JNZ(LabelRef("xorRow256Loop"))
	VZEROUPPER()
	RET()
}
