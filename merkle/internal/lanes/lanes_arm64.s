#include "textflag.h"

// BLAKE2b of two messages, one per 64-bit lane. Rows of the state: a in V0-V3, b in V4-V7, c in V8-V11, d in V12-V15.

DATA iv<>+0x00(SB)/8, $0x6a09e667f3bcc908
DATA iv<>+0x08(SB)/8, $0x6a09e667f3bcc908
DATA iv<>+0x10(SB)/8, $0xbb67ae8584caa73b
DATA iv<>+0x18(SB)/8, $0xbb67ae8584caa73b
DATA iv<>+0x20(SB)/8, $0x3c6ef372fe94f82b
DATA iv<>+0x28(SB)/8, $0x3c6ef372fe94f82b
DATA iv<>+0x30(SB)/8, $0xa54ff53a5f1d36f1
DATA iv<>+0x38(SB)/8, $0xa54ff53a5f1d36f1
DATA iv<>+0x40(SB)/8, $0x510e527fade682d1
DATA iv<>+0x48(SB)/8, $0x510e527fade682d1
DATA iv<>+0x50(SB)/8, $0x9b05688c2b3e6c1f
DATA iv<>+0x58(SB)/8, $0x9b05688c2b3e6c1f
DATA iv<>+0x60(SB)/8, $0x1f83d9abfb41bd6b
DATA iv<>+0x68(SB)/8, $0x1f83d9abfb41bd6b
DATA iv<>+0x70(SB)/8, $0x5be0cd19137e2179
DATA iv<>+0x78(SB)/8, $0x5be0cd19137e2179
GLOBL iv<>(SB), RODATA|NOPTR, $128

// Places of the bytes that come from 24 and 16 bits further up, within each lane.
DATA turns<>+0x00(SB)/8, $0x0201000706050403
DATA turns<>+0x08(SB)/8, $0x0a09080f0e0d0c0b
DATA turns<>+0x10(SB)/8, $0x0100070605040302
DATA turns<>+0x18(SB)/8, $0x09080f0e0d0c0b0a
GLOBL turns<>(SB), RODATA|NOPTR, $32

// LOAD reads 128 bytes of both messages at R1 and R2, moves them up by one byte, the last byte before coming in from V0 and V1, and interleaves them: word 2i of both
// messages to V(16+i), word 2i+1 to V(24+i). The messages' last 16 bytes go to V0 and V1.
#define LOAD \
	VLD1.P 64(R1), [V16.B16, V17.B16, V18.B16, V19.B16]; \
	VLD1.P 64(R1), [V20.B16, V21.B16, V22.B16, V23.B16]; \
	VLD1.P 64(R2), [V24.B16, V25.B16, V26.B16, V27.B16]; \
	VLD1.P 64(R2), [V28.B16, V29.B16, V30.B16, V31.B16]; \
	VMOV V23.B16, V2.B16; \
	VMOV V31.B16, V3.B16; \
	UP(V23, V22, V31, V30); \
	UP(V22, V21, V30, V29); \
	UP(V21, V20, V29, V28); \
	UP(V20, V19, V28, V27); \
	UP(V19, V18, V27, V26); \
	UP(V18, V17, V26, V25); \
	UP(V17, V16, V25, V24); \
	UP(V16, V0, V24, V1); \
	VMOV V2.B16, V0.B16; \
	VMOV V3.B16, V1.B16

#define UP(a, below, b, under) \
	VEXT $15, a.B16, below.B16, a.B16; \
	VEXT $15, b.B16, under.B16, b.B16; \
	VZIP1 b.D2, a.D2, V4.D2; \
	VZIP2 b.D2, a.D2, b.D2; \
	VMOV V4.B16, a.B16

// START sets rows a and b from the state at R0 and rows c and d from the initial values, the counter R4 and the final flag R5.
#define START \
	MOVD $iv<>(SB), R8; \
	VLD1.P 64(R8), [V8.D2, V9.D2, V10.D2, V11.D2]; \
	VLD1 (R8), [V12.D2, V13.D2, V14.D2, V15.D2]; \
	VDUP R4, V0.D2; \
	VDUP R5, V1.D2; \
	VEOR V0.B16, V12.B16, V12.B16; \
	VEOR V1.B16, V14.B16, V14.B16; \
	MOVD R0, R8; \
	VLD1.P 64(R8), [V0.D2, V1.D2, V2.D2, V3.D2]; \
	VLD1 (R8), [V4.D2, V5.D2, V6.D2, V7.D2]

// FINISH adds both halves of the rows to the state at R0.
#define FINISH \
	VEOR V8.B16, V0.B16, V0.B16; \
	VEOR V9.B16, V1.B16, V1.B16; \
	VEOR V10.B16, V2.B16, V2.B16; \
	VEOR V11.B16, V3.B16, V3.B16; \
	VEOR V12.B16, V4.B16, V4.B16; \
	VEOR V13.B16, V5.B16, V5.B16; \
	VEOR V14.B16, V6.B16, V6.B16; \
	VEOR V15.B16, V7.B16, V7.B16; \
	MOVD R0, R8; \
	VLD1.P 64(R8), [V16.D2, V17.D2, V18.D2, V19.D2]; \
	VLD1 (R8), [V20.D2, V21.D2, V22.D2, V23.D2]; \
	VEOR V16.B16, V0.B16, V0.B16; \
	VEOR V17.B16, V1.B16, V1.B16; \
	VEOR V18.B16, V2.B16, V2.B16; \
	VEOR V19.B16, V3.B16, V3.B16; \
	VEOR V20.B16, V4.B16, V4.B16; \
	VEOR V21.B16, V5.B16, V5.B16; \
	VEOR V22.B16, V6.B16, V6.B16; \
	VEOR V23.B16, V7.B16, V7.B16; \
	MOVD R0, R8; \
	VST1.P [V0.D2, V1.D2, V2.D2, V3.D2], 64(R8); \
	VST1 [V4.D2, V5.D2, V6.D2, V7.D2], (R8)

#define ADD4(x0, x1, x2, x3, y0, y1, y2, y3) \
	VADD x0.D2, y0.D2, y0.D2; \
	VADD x1.D2, y1.D2, y1.D2; \
	VADD x2.D2, y2.D2, y2.D2; \
	VADD x3.D2, y3.D2, y3.D2

// With the SHA-3 extension: the message fills the other sixteen registers, XAR adds and rotates.

#define XAR4(n, x0, x1, x2, x3, y0, y1, y2, y3) \
	VXAR $n, x0.D2, y0.D2, y0.D2; \
	VXAR $n, x1.D2, y1.D2, y1.D2; \
	VXAR $n, x2.D2, y2.D2, y2.D2; \
	VXAR $n, x3.D2, y3.D2, y3.D2

// STEPX does four quarter rounds on rows a, b, c, d, with the message words x and y.
#define STEPX(b0, b1, b2, b3, c0, c1, c2, c3, d0, d1, d2, d3, x0, y0, x1, y1, x2, y2, x3, y3) \
	ADD4(x0, x1, x2, x3, V0, V1, V2, V3); \
	ADD4(b0, b1, b2, b3, V0, V1, V2, V3); \
	XAR4(32, V0, V1, V2, V3, d0, d1, d2, d3); \
	ADD4(d0, d1, d2, d3, c0, c1, c2, c3); \
	XAR4(24, c0, c1, c2, c3, b0, b1, b2, b3); \
	ADD4(y0, y1, y2, y3, V0, V1, V2, V3); \
	ADD4(b0, b1, b2, b3, V0, V1, V2, V3); \
	XAR4(16, V0, V1, V2, V3, d0, d1, d2, d3); \
	ADD4(d0, d1, d2, d3, c0, c1, c2, c3); \
	XAR4(63, c0, c1, c2, c3, b0, b1, b2, b3)

#define ROUNDX(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15) \
	STEPX(V4, V5, V6, V7, V8, V9, V10, V11, V12, V13, V14, V15, m0, m1, m2, m3, m4, m5, m6, m7); \
	STEPX(V5, V6, V7, V4, V10, V11, V8, V9, V15, V12, V13, V14, m8, m9, m10, m11, m12, m13, m14, m15)

// Message words in registers, by number.
#define X0 V16
#define X1 V24
#define X2 V17
#define X3 V25
#define X4 V18
#define X5 V26
#define X6 V19
#define X7 V27
#define X8 V20
#define X9 V28
#define X10 V21
#define X11 V29
#define X12 V22
#define X13 V30
#define X14 V23
#define X15 V31

// func blocks2SHA3(state *uint64, src *byte, stride int, blocks int, counter uint64, final uint64, msg *byte)
TEXT ·blocks2SHA3(SB), NOSPLIT, $0-56
	MOVD state+0(FP), R0
	MOVD src+8(FP), R1
	MOVD stride+16(FP), R2
	ADD  R1, R2
	MOVD blocks+24(FP), R3
	MOVD counter+32(FP), R4
	MOVD final+40(FP), R5
	ADD  $128, R0, R9

blocksX:
	VLD1 (R9), [V0.B16, V1.B16]
	LOAD
	VST1 [V0.B16, V1.B16], (R9)
	START
	ROUNDX(X0, X1, X2, X3, X4, X5, X6, X7, X8, X9, X10, X11, X12, X13, X14, X15)
	ROUNDX(X14, X10, X4, X8, X9, X15, X13, X6, X1, X12, X0, X2, X11, X7, X5, X3)
	ROUNDX(X11, X8, X12, X0, X5, X2, X15, X13, X10, X14, X3, X6, X7, X1, X9, X4)
	ROUNDX(X7, X9, X3, X1, X13, X12, X11, X14, X2, X6, X5, X10, X4, X0, X15, X8)
	ROUNDX(X9, X0, X5, X7, X2, X4, X10, X15, X14, X1, X11, X12, X6, X8, X3, X13)
	ROUNDX(X2, X12, X6, X10, X0, X11, X8, X3, X4, X13, X7, X5, X15, X14, X1, X9)
	ROUNDX(X12, X5, X1, X15, X14, X13, X4, X10, X0, X7, X6, X3, X9, X2, X8, X11)
	ROUNDX(X13, X11, X7, X14, X12, X1, X3, X9, X5, X0, X15, X4, X8, X6, X2, X10)
	ROUNDX(X6, X15, X14, X9, X11, X3, X0, X8, X12, X2, X13, X7, X1, X4, X10, X5)
	ROUNDX(X10, X2, X8, X4, X7, X6, X1, X5, X15, X11, X9, X14, X3, X12, X13, X0)
	ROUNDX(X0, X1, X2, X3, X4, X5, X6, X7, X8, X9, X10, X11, X12, X13, X14, X15)
	ROUNDX(X14, X10, X4, X8, X9, X15, X13, X6, X1, X12, X0, X2, X11, X7, X5, X3)
	FINISH
	ADD  $128, R4
	SUBS $1, R3
	BNE  blocksX
	RET

// Without the extension: the message waits in memory at R6, eight words as they were loaded and eight more; V16-V23 work, V24 and V25 say how bytes turn.

#define EOR4(x0, x1, x2, x3, y0, y1, y2, y3) \
	VEOR x0.B16, y0.B16, y0.B16; \
	VEOR x1.B16, y1.B16, y1.B16; \
	VEOR x2.B16, y2.B16, y2.B16; \
	VEOR x3.B16, y3.B16, y3.B16

#define TURN(t, y0, y1, y2, y3) \
	VTBL t.B16, [y0.B16], y0.B16; \
	VTBL t.B16, [y1.B16], y1.B16; \
	VTBL t.B16, [y2.B16], y2.B16; \
	VTBL t.B16, [y3.B16], y3.B16

#define TURN32(y0, y1, y2, y3) \
	VREV64 y0.S4, y0.S4; \
	VREV64 y1.S4, y1.S4; \
	VREV64 y2.S4, y2.S4; \
	VREV64 y3.S4, y3.S4

#define TURN63(y0, y1, y2, y3) \
	VUSHR $63, y0.D2, V20.D2; \
	VUSHR $63, y1.D2, V21.D2; \
	VUSHR $63, y2.D2, V22.D2; \
	VUSHR $63, y3.D2, V23.D2; \
	ADD4(y0, y1, y2, y3, y0, y1, y2, y3); \
	EOR4(V20, V21, V22, V23, y0, y1, y2, y3)

#define WORDS(x0, x1, x2, x3) \
	FMOVQ x0(R6), F16; \
	FMOVQ x1(R6), F17; \
	FMOVQ x2(R6), F18; \
	FMOVQ x3(R6), F19

#define STEP(b0, b1, b2, b3, c0, c1, c2, c3, d0, d1, d2, d3, x0, y0, x1, y1, x2, y2, x3, y3) \
	WORDS(x0, x1, x2, x3); \
	ADD4(V16, V17, V18, V19, V0, V1, V2, V3); \
	ADD4(b0, b1, b2, b3, V0, V1, V2, V3); \
	EOR4(V0, V1, V2, V3, d0, d1, d2, d3); \
	TURN32(d0, d1, d2, d3); \
	ADD4(d0, d1, d2, d3, c0, c1, c2, c3); \
	EOR4(c0, c1, c2, c3, b0, b1, b2, b3); \
	TURN(V24, b0, b1, b2, b3); \
	WORDS(y0, y1, y2, y3); \
	ADD4(V16, V17, V18, V19, V0, V1, V2, V3); \
	ADD4(b0, b1, b2, b3, V0, V1, V2, V3); \
	EOR4(V0, V1, V2, V3, d0, d1, d2, d3); \
	TURN(V25, d0, d1, d2, d3); \
	ADD4(d0, d1, d2, d3, c0, c1, c2, c3); \
	EOR4(c0, c1, c2, c3, b0, b1, b2, b3); \
	TURN63(b0, b1, b2, b3)

#define ROUND(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15) \
	STEP(V4, V5, V6, V7, V8, V9, V10, V11, V12, V13, V14, V15, m0, m1, m2, m3, m4, m5, m6, m7); \
	STEP(V5, V6, V7, V4, V10, V11, V8, V9, V15, V12, V13, V14, m8, m9, m10, m11, m12, m13, m14, m15)

// Message words in memory, by number.
#define M0 0
#define M1 128
#define M2 16
#define M3 144
#define M4 32
#define M5 160
#define M6 48
#define M7 176
#define M8 64
#define M9 192
#define M10 80
#define M11 208
#define M12 96
#define M13 224
#define M14 112
#define M15 240

// func blocks2(state *uint64, src *byte, stride int, blocks int, counter uint64, final uint64, msg *byte)
TEXT ·blocks2(SB), NOSPLIT, $0-56
	MOVD state+0(FP), R0
	MOVD src+8(FP), R1
	MOVD stride+16(FP), R2
	ADD  R1, R2
	MOVD blocks+24(FP), R3
	MOVD counter+32(FP), R4
	MOVD final+40(FP), R5
	MOVD msg+48(FP), R6
	ADD  $128, R0, R9

blocks:
	VLD1 (R9), [V0.B16, V1.B16]
	LOAD
	VST1 [V0.B16, V1.B16], (R9)
	MOVD R6, R8
	VST1.P [V16.B16, V17.B16, V18.B16, V19.B16], 64(R8)
	VST1.P [V20.B16, V21.B16, V22.B16, V23.B16], 64(R8)
	VST1.P [V24.B16, V25.B16, V26.B16, V27.B16], 64(R8)
	VST1 [V28.B16, V29.B16, V30.B16, V31.B16], (R8)
	START
	MOVD $turns<>(SB), R8
	VLD1 (R8), [V24.B16, V25.B16]
	ROUND(M0, M1, M2, M3, M4, M5, M6, M7, M8, M9, M10, M11, M12, M13, M14, M15)
	ROUND(M14, M10, M4, M8, M9, M15, M13, M6, M1, M12, M0, M2, M11, M7, M5, M3)
	ROUND(M11, M8, M12, M0, M5, M2, M15, M13, M10, M14, M3, M6, M7, M1, M9, M4)
	ROUND(M7, M9, M3, M1, M13, M12, M11, M14, M2, M6, M5, M10, M4, M0, M15, M8)
	ROUND(M9, M0, M5, M7, M2, M4, M10, M15, M14, M1, M11, M12, M6, M8, M3, M13)
	ROUND(M2, M12, M6, M10, M0, M11, M8, M3, M4, M13, M7, M5, M15, M14, M1, M9)
	ROUND(M12, M5, M1, M15, M14, M13, M4, M10, M0, M7, M6, M3, M9, M2, M8, M11)
	ROUND(M13, M11, M7, M14, M12, M1, M3, M9, M5, M0, M15, M4, M8, M6, M2, M10)
	ROUND(M6, M15, M14, M9, M11, M3, M0, M8, M12, M2, M13, M7, M1, M4, M10, M5)
	ROUND(M10, M2, M8, M4, M7, M6, M1, M5, M15, M11, M9, M14, M3, M12, M13, M0)
	ROUND(M0, M1, M2, M3, M4, M5, M6, M7, M8, M9, M10, M11, M12, M13, M14, M15)
	ROUND(M14, M10, M4, M8, M9, M15, M13, M6, M1, M12, M0, M2, M11, M7, M5, M3)
	FINISH
	ADD  $128, R4
	SUBS $1, R3
	BNE  blocks
	RET
