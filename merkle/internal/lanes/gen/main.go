// Command gen writes the BLAKE2b kernels of package lanes: seventeen messages of equal length at a time, one per 64-bit lane of two
// sets of AVX-512 registers and one in the general registers, or four in AVX2 registers. Run it with go generate in the folder above.
package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// sigma is the message schedule of RFC 7693; rounds 10 and 11 repeat 0 and 1.
var sigma = [12][16]int{
	{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
	{14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
	{11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
	{7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
	{9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
	{2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
	{12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
	{13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
	{6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
	{10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
	{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
	{14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
}

var iv = [8]uint64{
	0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
	0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
}

const (
	param     = 0x01010020 // digest of 32 bytes, no key, fanout and depth 1
	lanes     = 8
	wordBytes = 64 // one message word of eight lanes
	hashBytes = 32
)

// z returns ZMM register i; the first sixteen are the state of one set of lanes, the rest that of the other.
func z(i int) VecPhysical { return zmm[i] }

var zmm = [32]VecPhysical{
	Z0, Z1, Z2, Z3, Z4, Z5, Z6, Z7,
	Z8, Z9, Z10, Z11, Z12, Z13, Z14, Z15,
	Z16, Z17, Z18, Z19, Z20, Z21, Z22, Z23,
	Z24, Z25, Z26, Z27, Z28, Z29, Z30, Z31,
}

var constants Mem // iv[0..8), iv[0]^param, ^iv[6], all ones

const (
	constH0   = 8 * 8
	constNot6 = 9 * 8 // ^iv[6]
	constOnes = 10 * 8
)

func declareConstants() {
	constants = GLOBL("blake2b_constants", RODATA|NOPTR)
	for i, v := range iv {
		DATA(8*i, U64(v))
	}
	DATA(constH0, U64(iv[0]^param))
	DATA(constNot6, U64(^iv[6]))
	DATA(constOnes, U64(^uint64(0)))
}

// initialWord is word i of the state of a message that begins.
func initialWord(i int) Mem {
	if i == 0 {
		return constants.Offset(constH0)
	}
	return constants.Offset(8 * i)
}

func broadcast(off int, dst VecPhysical) { VPBROADCASTQ(constants.Offset(off), dst) }

// transpose turns eight rows of eight words in r into columns; t are eight scratch registers that receive them.
// Column i ends up in the register that is returned at i.
func transpose(r, t [8]VecPhysical) [8]VecPhysical {
	for i := 0; i < 8; i += 2 {
		VPUNPCKLQDQ(r[i+1], r[i], t[i])
		VPUNPCKHQDQ(r[i+1], r[i], t[i+1])
	}
	for odd := range 2 {
		VSHUFI64X2(U8(0x88), t[2+odd], t[odd], r[odd])
		VSHUFI64X2(U8(0xdd), t[2+odd], t[odd], r[2+odd])
		VSHUFI64X2(U8(0x88), t[6+odd], t[4+odd], r[4+odd])
		VSHUFI64X2(U8(0xdd), t[6+odd], t[4+odd], r[6+odd])
	}
	for odd := range 2 {
		VSHUFI64X2(U8(0x88), r[4+odd], r[odd], t[odd])
		VSHUFI64X2(U8(0xdd), r[4+odd], r[odd], t[4+odd])
		VSHUFI64X2(U8(0x88), r[6+odd], r[2+odd], t[2+odd])
		VSHUFI64X2(U8(0xdd), r[6+odd], r[2+odd], t[6+odd])
	}
	return t
}

// rounds returns the twelve rounds of both sets. Message words from words on are zero and left out; at says where the others are. If last, what enters no hash of 32
// bytes is left out at the end.
//
// Message words are added first: they need not wait for b (8 % less time than after it).
func rounds(at func(set, word int) Mem, words int, last bool) (out []op) {
	for r, s := range sigma {
		for half := range 2 {
			var g [4][6]int // a, b, c, d, x, y of each quarter round
			for i := range 4 {
				g[i] = [6]int{i, 4 + (i+half)%4, 8 + (i+2*half)%4, 12 + (i+3*half)%4, s[8*half+2*i], s[8*half+2*i+1]}
			}
			// each emits steps for all quarter rounds of both sets, so that neighbours do not wait for one another.
			type step func(set int, a, b, c, d VecPhysical, x, y int)
			each := func(steps ...step) {
				for _, q := range g {
					for _, f := range steps {
						for set := range 2 {
							o := 16 * set
							out = append(out, func() { f(set, z(o+q[0]), z(o+q[1]), z(o+q[2]), z(o+q[3]), q[4], q[5]) })
						}
					}
				}
			}
			word := func(set, word int, a VecPhysical) {
				if word < words {
					VPADDQ(at(set, word), a, a)
				}
			}
			firstWord := func(set int, a, _, _, _ VecPhysical, x, _ int) { word(set, x, a) }
			secondWord := func(set int, a, _, _, _ VecPhysical, _, y int) { word(set, y, a) }
			addB := func(_ int, a, b, _, _ VecPhysical, _, _ int) { VPADDQ(b, a, a) }
			addD := func(_ int, _, _, c, d VecPhysical, _, _ int) { VPADDQ(d, c, c) }
			xorA := func(_ int, a, _, _, d VecPhysical, _, _ int) { VPXORQ(a, d, d) }
			xorC := func(_ int, _, b, c, _ VecPhysical, _, _ int) { VPXORQ(c, b, b) }
			turnD := func(by uint8) step {
				return func(_ int, _, _, _, d VecPhysical, _, _ int) { VPRORQ(U8(by), d, d) }
			}
			turnB := func(by uint8) step {
				return func(_ int, _, b, _, _ VecPhysical, _, _ int) { VPRORQ(U8(by), b, b) }
			}
			each(firstWord, addB)
			each(xorA, turnD(32))
			each(addD)
			each(xorC, turnB(24))
			each(secondWord, addB)
			each(xorA, turnD(16))
			each(addD)
			if last && r == 11 && half == 1 {
				continue
			}
			each(xorC, turnB(63))
		}
	}
	return out
}

// storeHashes writes the first four words of eight lanes, in registers h, as eight hashes from dst+disp on. t are scratch registers.
func storeHashes(h [4]VecPhysical, t [4]VecPhysical, dst Register, disp int) {
	VPUNPCKLQDQ(h[1], h[0], t[0]) // words 0 and 1 of lanes 0, 2, 4, 6
	VPUNPCKHQDQ(h[1], h[0], t[1]) // of lanes 1, 3, 5, 7
	VPUNPCKLQDQ(h[3], h[2], t[2])
	VPUNPCKHQDQ(h[3], h[2], t[3])
	for lane := range lanes {
		for half := range 2 {
			VEXTRACTI64X2(U8(lane/2), t[2*half+lane%2], Mem{Base: dst, Disp: disp + hashBytes*lane + 16*half})
		}
	}
}

func main() {
	ConstraintExpr("amd64")
	declareConstants()
	short("short17", 9)
	short("tiny17", 2)
	leafBlocks()
	output()
	declareRotations()
	short4()
	leafBlock4()
	output4()
	Generate()
}
