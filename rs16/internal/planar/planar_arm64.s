#include "textflag.h"

// Products of sixteen bytes: a table of sixteen for the low nibbles, one for the high ones. V31 holds 15 in every byte.

#define MASK VMOVI $15, V31.B16

// ADDPRODUCT adds the product of the bytes of y and the constant whose tables are lo and hi to x. t and u are scratch.
#define ADDPRODUCT(lo, hi, y, x, t, u) \
	VAND V31.B16, y.B16, t.B16; \
	VUSHR $4, y.B16, u.B16; \
	VTBL t.B16, [lo.B16], t.B16; \
	VTBL u.B16, [hi.B16], u.B16; \
	VEOR t.B16, x.B16, x.B16; \
	VEOR u.B16, x.B16, x.B16

#define FORWARD(lo, hi, x, y, t, u) \
	ADDPRODUCT(lo, hi, y, x, t, u); \
	VEOR x.B16, y.B16, y.B16

#define INVERSE(lo, hi, x, y, t, u) \
	VEOR x.B16, y.B16, y.B16; \
	ADDPRODUCT(lo, hi, y, x, t, u)

// A constant of GF(256) does the same to all bytes. Legs are in V0-V7, tables from V8 on in the order of the constants. R4 counts vectors of sixteen bytes.

#define LEGARGUMENTS \
	MOVD p+0(FP), R0; \
	MOVD leg+8(FP), R2; \
	MOVD blocks+16(FP), R4; \
	LSL $2, R4; \
	MASK

#define ARGUMENTS \
	LEGARGUMENTS; \
	MOVD table+24(FP), R3

#define ARGUMENTS4 \
	LEGARGUMENTS; \
	MOVD outer+24(FP), R3; \
	VLD1 (R3), [V8.B16, V9.B16]; \
	MOVD first+32(FP), R3; \
	VLD1 (R3), [V10.B16, V11.B16]; \
	MOVD second+40(FP), R3; \
	VLD1 (R3), [V12.B16, V13.B16]

#define LEGS2 \
	ADD R2, R0, R1

#define LEGS4 \
	LEGS2; \
	ADD R2, R1, R5; \
	ADD R2, R5, R6

#define LEGS8 \
	LEGS4; \
	ADD R2, R6, R7; \
	ADD R2, R7, R8; \
	ADD R2, R8, R9; \
	ADD R2, R9, R10

#define LOAD2 \
	VLD1 (R0), [V0.B16]; \
	VLD1 (R1), [V1.B16]

#define LOAD4 \
	LOAD2; \
	VLD1 (R5), [V2.B16]; \
	VLD1 (R6), [V3.B16]

#define LOAD8 \
	LOAD4; \
	VLD1 (R7), [V4.B16]; \
	VLD1 (R8), [V5.B16]; \
	VLD1 (R9), [V6.B16]; \
	VLD1 (R10), [V7.B16]

#define STORE2 \
	VST1.P [V0.B16], 16(R0); \
	VST1.P [V1.B16], 16(R1)

#define STORE4 \
	STORE2; \
	VST1.P [V2.B16], 16(R5); \
	VST1.P [V3.B16], 16(R6)

#define STORE8 \
	STORE4; \
	VST1.P [V4.B16], 16(R7); \
	VST1.P [V5.B16], 16(R8); \
	VST1.P [V6.B16], 16(R9); \
	VST1.P [V7.B16], 16(R10)

#define TABLES8 \
	VLD1.P 64(R3), [V8.B16, V9.B16, V10.B16, V11.B16]; \
	VLD1.P 64(R3), [V12.B16, V13.B16, V14.B16, V15.B16]; \
	VLD1.P 64(R3), [V16.B16, V17.B16, V18.B16, V19.B16]; \
	VLD1 (R3), [V20.B16, V21.B16]

// func forward2SmallNEON(p *byte, leg int, blocks int, table *uint64)
TEXT ·forward2SmallNEON(SB), NOSPLIT, $0-32
	ARGUMENTS
	LEGS2
	VLD1 (R3), [V8.B16, V9.B16]

loop:
	LOAD2
	FORWARD(V8, V9, V0, V1, V22, V23)
	STORE2
	SUBS $1, R4
	BNE  loop
	RET

// func inverse2SmallNEON(p *byte, leg int, blocks int, table *uint64)
TEXT ·inverse2SmallNEON(SB), NOSPLIT, $0-32
	ARGUMENTS
	LEGS2
	VLD1 (R3), [V8.B16, V9.B16]

loop:
	LOAD2
	INVERSE(V8, V9, V0, V1, V22, V23)
	STORE2
	SUBS $1, R4
	BNE  loop
	RET

// func forward4SmallNEON(p *byte, leg int, blocks int, outer *uint64, first *uint64, second *uint64)
TEXT ·forward4SmallNEON(SB), NOSPLIT, $0-48
	ARGUMENTS4
	LEGS4

loop:
	LOAD4
	FORWARD(V8, V9, V0, V2, V22, V23)
	FORWARD(V8, V9, V1, V3, V24, V25)
	FORWARD(V10, V11, V0, V1, V26, V27)
	FORWARD(V12, V13, V2, V3, V28, V29)
	STORE4
	SUBS $1, R4
	BNE  loop
	RET

// func inverse4SmallNEON(p *byte, leg int, blocks int, outer *uint64, first *uint64, second *uint64)
TEXT ·inverse4SmallNEON(SB), NOSPLIT, $0-48
	ARGUMENTS4
	LEGS4

loop:
	LOAD4
	INVERSE(V10, V11, V0, V1, V22, V23)
	INVERSE(V12, V13, V2, V3, V24, V25)
	INVERSE(V8, V9, V0, V2, V26, V27)
	INVERSE(V8, V9, V1, V3, V28, V29)
	STORE4
	SUBS $1, R4
	BNE  loop
	RET

// func forward8SmallNEON(p *byte, leg int, blocks int, table *uint64)
TEXT ·forward8SmallNEON(SB), NOSPLIT, $0-32
	ARGUMENTS
	LEGS8
	TABLES8

loop:
	LOAD8
	FORWARD(V8, V9, V0, V4, V22, V23)
	FORWARD(V8, V9, V1, V5, V24, V25)
	FORWARD(V8, V9, V2, V6, V26, V27)
	FORWARD(V8, V9, V3, V7, V28, V29)
	FORWARD(V10, V11, V0, V2, V22, V23)
	FORWARD(V10, V11, V1, V3, V24, V25)
	FORWARD(V12, V13, V4, V6, V26, V27)
	FORWARD(V12, V13, V5, V7, V28, V29)
	FORWARD(V14, V15, V0, V1, V22, V23)
	FORWARD(V16, V17, V2, V3, V24, V25)
	FORWARD(V18, V19, V4, V5, V26, V27)
	FORWARD(V20, V21, V6, V7, V28, V29)
	STORE8
	SUBS $1, R4
	BNE  loop
	RET

// func inverse8SmallNEON(p *byte, leg int, blocks int, table *uint64)
TEXT ·inverse8SmallNEON(SB), NOSPLIT, $0-32
	ARGUMENTS
	LEGS8
	TABLES8

loop:
	LOAD8
	INVERSE(V14, V15, V0, V1, V22, V23)
	INVERSE(V16, V17, V2, V3, V24, V25)
	INVERSE(V18, V19, V4, V5, V26, V27)
	INVERSE(V20, V21, V6, V7, V28, V29)
	INVERSE(V10, V11, V0, V2, V22, V23)
	INVERSE(V10, V11, V1, V3, V24, V25)
	INVERSE(V12, V13, V4, V6, V26, V27)
	INVERSE(V12, V13, V5, V7, V28, V29)
	INVERSE(V8, V9, V0, V4, V22, V23)
	INVERSE(V8, V9, V1, V5, V24, V25)
	INVERSE(V8, V9, V2, V6, V26, V27)
	INVERSE(V8, V9, V3, V7, V28, V29)
	STORE8
	SUBS $1, R4
	BNE  loop
	RET

// A constant of GF(2^16) is four maps: low to low bytes in V8 and V9, high to low in V10 and V11, low to high in V12 and V13, high to high in V14 and V15. The low
// bytes of a block are its first 32.

#define LARGETABLES \
	VLD1.P 64(R3), [V8.B16, V9.B16, V10.B16, V11.B16]; \
	VLD1 (R3), [V12.B16, V13.B16, V14.B16, V15.B16]

// ADDLARGE adds the product of the sixteen elements ylo, yhi and the constant to xlo, xhi.
#define ADDLARGE(xlo, xhi, ylo, yhi) \
	VAND V31.B16, ylo.B16, V20.B16; \
	VUSHR $4, ylo.B16, V21.B16; \
	VAND V31.B16, yhi.B16, V22.B16; \
	VUSHR $4, yhi.B16, V23.B16; \
	VTBL V20.B16, [V8.B16], V24.B16; \
	VTBL V21.B16, [V9.B16], V25.B16; \
	VTBL V22.B16, [V10.B16], V26.B16; \
	VTBL V23.B16, [V11.B16], V27.B16; \
	VTBL V20.B16, [V12.B16], V20.B16; \
	VTBL V21.B16, [V13.B16], V21.B16; \
	VTBL V22.B16, [V14.B16], V22.B16; \
	VTBL V23.B16, [V15.B16], V23.B16; \
	VEOR V24.B16, V25.B16, V24.B16; \
	VEOR V26.B16, V27.B16, V26.B16; \
	VEOR V20.B16, V21.B16, V20.B16; \
	VEOR V22.B16, V23.B16, V22.B16; \
	VEOR V24.B16, xlo.B16, xlo.B16; \
	VEOR V20.B16, xhi.B16, xhi.B16; \
	VEOR V26.B16, xlo.B16, xlo.B16; \
	VEOR V22.B16, xhi.B16, xhi.B16

#define FORWARDLARGE(off) \
	FMOVQ off(R0), F0; \
	FMOVQ (off+32)(R0), F1; \
	FMOVQ off(R1), F2; \
	FMOVQ (off+32)(R1), F3; \
	ADDLARGE(V0, V1, V2, V3); \
	VEOR V0.B16, V2.B16, V2.B16; \
	VEOR V1.B16, V3.B16, V3.B16; \
	STORELARGE(off)

#define INVERSELARGE(off) \
	FMOVQ off(R0), F0; \
	FMOVQ (off+32)(R0), F1; \
	FMOVQ off(R1), F2; \
	FMOVQ (off+32)(R1), F3; \
	VEOR V0.B16, V2.B16, V2.B16; \
	VEOR V1.B16, V3.B16, V3.B16; \
	ADDLARGE(V0, V1, V2, V3); \
	STORELARGE(off)

#define STORELARGE(off) \
	FMOVQ F0, off(R0); \
	FMOVQ F1, (off+32)(R0); \
	FMOVQ F2, off(R1); \
	FMOVQ F3, (off+32)(R1)

// func forward2LargeNEON(p *byte, leg int, blocks int, table *uint64)
TEXT ·forward2LargeNEON(SB), NOSPLIT, $0-32
	MOVD p+0(FP), R0
	MOVD leg+8(FP), R1
	ADD  R0, R1
	MOVD blocks+16(FP), R4
	MOVD table+24(FP), R3
	MASK
	LARGETABLES

loop:
	FORWARDLARGE(0)
	FORWARDLARGE(16)
	ADD  $64, R0
	ADD  $64, R1
	SUBS $1, R4
	BNE  loop
	RET

// func inverse2LargeNEON(p *byte, leg int, blocks int, table *uint64)
TEXT ·inverse2LargeNEON(SB), NOSPLIT, $0-32
	MOVD p+0(FP), R0
	MOVD leg+8(FP), R1
	ADD  R0, R1
	MOVD blocks+16(FP), R4
	MOVD table+24(FP), R3
	MASK
	LARGETABLES

loop:
	INVERSELARGE(0)
	INVERSELARGE(16)
	ADD  $64, R0
	ADD  $64, R1
	SUBS $1, R4
	BNE  loop
	RET

#define SCALE(off) \
	FMOVQ off(R0), F2; \
	FMOVQ (off+32)(R0), F3; \
	VEOR V0.B16, V0.B16, V0.B16; \
	VEOR V1.B16, V1.B16, V1.B16; \
	ADDLARGE(V0, V1, V2, V3); \
	FMOVQ F0, off(R0); \
	FMOVQ F1, (off+32)(R0)

// func scaleRowNEON(p *byte, blocks int, table *uint64)
TEXT ·scaleRowNEON(SB), NOSPLIT, $0-24
	MOVD p+0(FP), R0
	MOVD blocks+8(FP), R4
	MOVD table+16(FP), R3
	MASK
	LARGETABLES

loop:
	SCALE(0)
	SCALE(16)
	ADD  $64, R0
	SUBS $1, R4
	BNE  loop
	RET

#define ADDSCALED(off) \
	FMOVQ off(R0), F0; \
	FMOVQ (off+32)(R0), F1; \
	FMOVQ off(R1), F2; \
	FMOVQ (off+32)(R1), F3; \
	ADDLARGE(V0, V1, V2, V3); \
	FMOVQ F0, off(R0); \
	FMOVQ F1, (off+32)(R0)

// func addScaledRowNEON(dst *byte, src *byte, blocks int, table *uint64)
TEXT ·addScaledRowNEON(SB), NOSPLIT, $0-32
	MOVD dst+0(FP), R0
	MOVD src+8(FP), R1
	MOVD blocks+16(FP), R4
	MOVD table+24(FP), R3
	MASK
	LARGETABLES

loop:
	ADDSCALED(0)
	ADDSCALED(16)
	ADD  $64, R0
	ADD  $64, R1
	SUBS $1, R4
	BNE  loop
	RET

// func copyRowNEON(dst *byte, src *byte, blocks int, table *uint64, ahead uintptr)
TEXT ·copyRowNEON(SB), NOSPLIT, $0-40
	MOVD dst+0(FP), R0
	MOVD src+8(FP), R1
	MOVD blocks+16(FP), R4
	MOVD table+24(FP), R3
	MOVD ahead+32(FP), R5
	MASK
	VLD1 (R3), [V8.B16, V9.B16]

loop:
	PRFM (R5), PLDL1KEEP
	ADD  $64, R5
	VLD1.P 64(R1), [V0.B16, V1.B16, V2.B16, V3.B16]
	ADDPRODUCT(V8, V9, V2, V0, V20, V21)
	ADDPRODUCT(V8, V9, V3, V1, V22, V23)
	VST1.P [V0.B16, V1.B16, V2.B16, V3.B16], 64(R0)
	SUBS   $1, R4
	BNE    loop
	RET

// func xorRowNEON(dst *byte, src *byte, blocks int)
TEXT ·xorRowNEON(SB), NOSPLIT, $0-24
	MOVD dst+0(FP), R0
	MOVD src+8(FP), R1
	MOVD blocks+16(FP), R4

loop:
	VLD1   (R0), [V0.B16, V1.B16, V2.B16, V3.B16]
	VLD1.P 64(R1), [V4.B16, V5.B16, V6.B16, V7.B16]
	VEOR   V4.B16, V0.B16, V0.B16
	VEOR   V5.B16, V1.B16, V1.B16
	VEOR   V6.B16, V2.B16, V2.B16
	VEOR   V7.B16, V3.B16, V3.B16
	VST1.P [V0.B16, V1.B16, V2.B16, V3.B16], 64(R0)
	SUBS   $1, R4
	BNE    loop
	RET
