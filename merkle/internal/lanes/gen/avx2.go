package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// The AVX2 kernels hash four messages, one per 64-bit lane. The sixteen words of the state fill the sixteen registers. The last rotation of a step, which has no
// instruction, needs one more: a word of row d makes room for it in memory, where the next step takes it up.
const (
	ymmBytes = 32
	ymmLanes = 4
	spill    = 16 * ymmBytes    // offset in scratch, behind the message
	ymmCount = spill + ymmBytes // the counter, then the final flag
)

var ymm = [16]VecPhysical{Y0, Y1, Y2, Y3, Y4, Y5, Y6, Y7, Y8, Y9, Y10, Y11, Y12, Y13, Y14, Y15}

var rot24, rot16 Mem

// declareRotations makes the byte shuffles that rotate 64-bit words right.
func declareRotations() {
	table := func(name string, bytes int) Mem {
		m := GLOBL(name, RODATA|NOPTR)
		for word := range ymmLanes {
			var v uint64
			for i := range 8 {
				v |= uint64(word%2*8+(i+bytes)%8) << (8 * i)
			}
			DATA(8*word, U64(v))
		}
		return m
	}
	rot24, rot16 = table("blake2b_rot24", 3), table("blake2b_rot16", 2)
}

// rounds4 runs the twelve rounds: row a in registers 0-3, b in 4-7, c in 8-11, d in 12-15, but its word 3 in scratch, before and after. Words from words on are
// zero and left out.
func rounds4(scratch Register, words int) {
	room := Mem{Base: scratch, Disp: spill}
	for _, s := range sigma {
		for half := range 2 {
			var a, b, c, d [4]VecPhysical
			for i := range 4 {
				a[i], b[i], c[i], d[i] = ymm[i], ymm[4+(i+half)%4], ymm[8+(i+2*half)%4], ymm[12+(i+3*half)%4]
			}
			inMemory := 3 // which of d: word 3 in column steps, word 0 in diagonal steps
			if half == 1 {
				inMemory = 1
			}
			each := func(f func(i int)) {
				for i := range 4 {
					f(i)
				}
			}
			add := func(odd int) {
				each(func(i int) {
					if word := s[8*half+2*i+odd]; word < words {
						VPADDQ(Mem{Base: scratch, Disp: word * ymmBytes}, a[i], a[i])
					}
				})
				each(func(i int) { VPADDQ(b[i], a[i], a[i]) })
			}
			add(0)
			each(func(i int) {
				if i == inMemory {
					VPXOR(room, a[i], d[i])
				} else {
					VPXOR(a[i], d[i], d[i])
				}
			})
			each(func(i int) { VPSHUFD(U8(0xb1), d[i], d[i]) })
			each(func(i int) { VPADDQ(d[i], c[i], c[i]) })
			each(func(i int) { VPXOR(c[i], b[i], b[i]) })
			each(func(i int) { VPSHUFB(rot24, b[i], b[i]) })
			add(1)
			each(func(i int) { VPXOR(a[i], d[i], d[i]) })
			each(func(i int) { VPSHUFB(rot16, d[i], d[i]) })
			each(func(i int) { VPADDQ(d[i], c[i], c[i]) })
			each(func(i int) { VPXOR(c[i], b[i], b[i]) })
			tmp := d[0] // word 0 in column steps, word 3 in diagonal steps
			VMOVDQU(tmp, room)
			each(func(i int) {
				VPADDQ(b[i], b[i], tmp)
				VPSRLQ(U8(63), b[i], b[i])
				VPXOR(tmp, b[i], b[i])
			})
		}
	}
}

// transpose4 turns four rows of four words into columns; the result is in t.
func transpose4(r, t [4]VecPhysical) [4]VecPhysical {
	VPUNPCKLQDQ(r[1], r[0], t[0])
	VPUNPCKHQDQ(r[1], r[0], t[1])
	VPUNPCKLQDQ(r[3], r[2], t[2])
	VPUNPCKHQDQ(r[3], r[2], t[3])
	VPERM2I128(U8(0x20), t[2], t[0], r[0])
	VPERM2I128(U8(0x20), t[3], t[1], r[1])
	VPERM2I128(U8(0x31), t[2], t[0], r[2])
	VPERM2I128(U8(0x31), t[3], t[1], r[3])
	return r
}

// words4 stores the message words of 32 data bytes of four lanes from word first on, moved up by one byte: the last byte of prev, the word before,
// comes in. It leaves the last data word in prev.
func words4(rows [4]VecPhysical, prev VecPhysical, scratch Register, first int) {
	w := transpose4(rows, [4]VecPhysical(ymm[4:8]))
	for i := range 4 {
		below := prev
		if i > 0 {
			below = w[i-1]
		}
		VPSRLQ(U8(56), below, ymm[8])
		VPSLLQ(U8(8), w[i], ymm[9])
		VPOR(ymm[8], ymm[9], ymm[9])
		VMOVDQU(ymm[9], Mem{Base: scratch, Disp: (first + i) * ymmBytes})
	}
	VMOVDQA(w[3], prev)
}

// start4 sets rows c and d to the initial values, d[0] and d[2] to what the offsets say.
func start4(scratch Register, d0, d2 Mem) {
	for i := range 4 {
		VPBROADCASTQ(constants.Offset(8*i), ymm[8+i])
	}
	VPBROADCASTQ(constants.Offset(8*7), ymm[15])
	VMOVDQU(ymm[15], Mem{Base: scratch, Disp: spill})
	VPBROADCASTQ(d0, ymm[12])
	VPBROADCASTQ(constants.Offset(8*5), ymm[13])
	VPBROADCASTQ(d2, ymm[14])
}

func short4() {
	TEXT("short4", NOSPLIT, "func(dst *byte, left *byte, right *byte, stride int, groups int, prefix uint64, size uint64, scratch *byte)")
	Doc("short4 writes 4*groups hashes to dst, of messages of size bytes (at most 65): the byte prefix, the 32 bytes at left+i*stride and those at right+i*stride, with zeros",
		"from size on. scratch is 640 bytes.")
	dst := Load(Param("dst"), RDI)
	left := Load(Param("left"), RSI)
	right := Load(Param("right"), R9)
	stride := Load(Param("stride"), RDX)
	groups := Load(Param("groups"), RCX)
	scratch := Load(Param("scratch"), RBX)
	prefix := Load(Param("prefix"), R8)
	SHLQ(U8(56), prefix) // the byte before the first
	word4 := Mem{Base: scratch, Disp: ymmCount}
	size := Load(Param("size"), RAX)
	XORQ(constants.Offset(8*4), size)
	MOVQ(size, word4)

	Label("short4Group")
	rows := [4]VecPhysical(ymm[0:4])
	VMOVQ(prefix, X15)
	VPBROADCASTQ(X15, ymm[15])
	for half, child := range [2]Register{left, right} {
		for i := range ymmLanes {
			VMOVDQU(Mem{Base: child}, rows[i])
			ADDQ(stride, child)
		}
		words4(rows, ymm[15], scratch, 4*half)
	}
	VPSRLQ(U8(56), ymm[15], ymm[15])
	VMOVDQU(ymm[15], Mem{Base: scratch, Disp: 8 * ymmBytes})
	for i := range 8 {
		VPBROADCASTQ(initialWord(i), ymm[i])
	}
	start4(scratch, word4, constants.Offset(constNot6))
	rounds4(scratch, 9)
	for i := range 4 {
		VPXOR(ymm[8+i], ymm[i], ymm[i])
		VPBROADCASTQ(initialWord(i), ymm[12])
		VPXOR(ymm[12], ymm[i], ymm[i])
	}
	h := transpose4([4]VecPhysical(ymm[0:4]), [4]VecPhysical(ymm[4:8]))
	for i := range 4 {
		VMOVDQU(h[i], Mem{Base: dst, Disp: hashBytes * i})
	}
	ADDQ(U32(ymmLanes*hashBytes), dst)
	DECQ(groups)
	JNZ(LabelRef("short4Group"))
	VZEROUPPER()
	RET()
}

func leafBlock4() {
	TEXT("leafBlock4", NOSPLIT, "func(state *byte, src *byte, stride int, counter uint64, final uint64, scratch *byte)")
	Doc("leafBlock4 compresses one 128-byte block of four messages 0x00 || data. state holds eight words of four lanes and, as word 8, each lane's last data word",
		"of the block before (9 x 32 bytes). src points at the block's first data byte (not the prefix) of lane 0, lane i lies stride*i bytes further; 128 bytes of",
		"each are read. counter is the number of message bytes so far, final all ones in the last block. scratch is 640 bytes.")
	state := Load(Param("state"), RDI)
	src := Load(Param("src"), RSI)
	stride := Load(Param("stride"), RDX)
	scratch := Load(Param("scratch"), RBX)
	stateAt := func(i int) Mem { return Mem{Base: state, Disp: i * ymmBytes} }
	stride3 := RAX
	LEAQ(Mem{Base: stride, Index: stride, Scale: 2}, stride3)
	rows := [4]VecPhysical(ymm[0:4])
	VMOVDQU(stateAt(8), ymm[15])
	for part := range 4 {
		for i := range ymmLanes {
			m := Mem{Base: src, Disp: ymmBytes * part}
			switch i {
			case 1, 2:
				m.Index, m.Scale = stride, uint8(i)
			case 3:
				m.Index, m.Scale = stride3, 1
			}
			VMOVDQU(m, rows[i])
		}
		words4(rows, ymm[15], scratch, 4*part)
	}
	VMOVDQU(ymm[15], stateAt(8))
	counter := Load(Param("counter"), RAX)
	final := Load(Param("final"), RCX)
	XORQ(constants.Offset(8*4), counter)
	XORQ(constants.Offset(8*6), final)
	d0, d2 := Mem{Base: scratch, Disp: ymmCount}, Mem{Base: scratch, Disp: ymmCount + ymmBytes}
	MOVQ(counter, d0)
	MOVQ(final, d2)
	for i := range 8 {
		VMOVDQU(stateAt(i), ymm[i])
	}
	start4(scratch, d0, d2)
	rounds4(scratch, 16)
	for i := range 7 {
		VPXOR(ymm[8+i], ymm[i], ymm[i])
	}
	VPXOR(Mem{Base: scratch, Disp: spill}, ymm[7], ymm[7])
	for i := range 8 {
		VPXOR(stateAt(i), ymm[i], ymm[i])
		VMOVDQU(ymm[i], stateAt(i))
	}
	VZEROUPPER()
	RET()
}

func output4() {
	TEXT("output4", NOSPLIT, "func(dst *byte, state *byte)")
	Doc("output4 writes the four hashes whose states leafBlock4 made to dst, end to end.")
	dst := Load(Param("dst"), RDI)
	state := Load(Param("state"), RSI)
	for i := range 4 {
		VMOVDQU(Mem{Base: state, Disp: i * ymmBytes}, ymm[i])
	}
	h := transpose4([4]VecPhysical(ymm[0:4]), [4]VecPhysical(ymm[4:8]))
	for i := range 4 {
		VMOVDQU(h[i], Mem{Base: dst, Disp: hashBytes * i})
	}
	VZEROUPPER()
	RET()
}
