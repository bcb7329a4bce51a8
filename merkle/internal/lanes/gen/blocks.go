package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// The kernels for leaves of any length keep states of seventeen messages: those of sixteen lanes, set by set, eight words and the last data word of the block before; then
// the same of the seventeenth message, end to end.
const (
	setState     = 9 * wordBytes
	scalarState  = 2 * setState
	stateBytes   = scalarState + 2*wordBytes
	laneMessages = 2 * 16 * wordBytes
	// behind the message words of sixteen lanes: the seventeenth message, up to the byte that is carried; then what does not fit the registers of its row c, its state, and
	// the counter and the final flag
	blockRowC    = 136
	blockState   = blockRowC + 32
	blockCounter = blockState + wordBytes
	blocksBytes  = laneMessages + blockCounter + 16
)

// leafBlocks writes func leafBlocks17: blocks of seventeen messages, chained.
func leafBlocks() {
	TEXT("leafBlocks17", 0, "func(state *byte, src *byte, offsets *int, blocks int, mask0 uint64, mask1 uint64, counter uint64, final uint64, lanes uint64, msg *byte)")
	Doc("leafBlocks17 compresses blocks of 128 bytes of seventeen messages 0x00 || data. src+offsets[i] is the first data byte (not the prefix) of message i's first block. mask0",
		"and mask1 select the valid bytes of the two halves of a block; no other byte is read. counter is the number of message bytes up to the end of the first block, final",
		"all ones if it is the last one. Only the states of messages in the lowest 17 bits of lanes change. msg is scratch of blocksBytes bytes. state and msg are 64-byte aligned.")
	AllocLocal(8)
	state, src, blocks := NewParamAddr("state", 0), NewParamAddr("src", 8), NewParamAddr("blocks", 24)
	message := RBX
	Load(Param("msg"), message)
	ADDQ(U32(laneMessages), message)
	KMOVQ(Load(Param("mask0"), RAX), K1)
	KMOVQ(Load(Param("mask1"), RAX), K2)
	active := [2]Register{K3, K4}
	Load(Param("lanes"), RAX)
	KMOVQ(RAX, K3)
	SHRQ(U8(lanes), RAX)
	KMOVQ(RAX, K4)
	// The counter and the flag are the same for all messages; two words in scratch broadcast them without spending registers.
	counter, final := Mem{Base: message, Disp: blockCounter}, Mem{Base: message, Disp: blockCounter + 8}
	MOVQ(Load(Param("counter"), RAX), counter)
	MOVQ(Load(Param("final"), RAX), final)
	stateAt := func(base Register, set, i int) Mem { return Mem{Base: base, Disp: set*setState + i*wordBytes} }
	words := func(set, w int) Mem { return Mem{Base: message, Disp: (16*set+w)*wordBytes - laneMessages} }

	align()
	Label("leafBlock")
	MOVQ(state, RDI)
	MOVQ(src, RSI)
	offsets := Load(Param("offsets"), RDX)
	rows := [8]VecPhysical(zmm[0:8])
	// load reads half a block of message i.
	load := func(i, half int, to VecPhysical) {
		k := Register(K1)
		if half == 1 {
			k = K2
		}
		MOVQ(Mem{Base: offsets, Disp: 8 * i}, R8)
		VMOVDQU8_Z(Mem{Base: RSI, Index: R8, Scale: 1, Disp: 64 * half}, k, to)
		PREFETCHT0(Mem{Base: RSI, Index: R8, Scale: 1, Disp: 128 + 64*half})
	}
	// The seventeenth message first: its words are needed first.
	MOVB(Mem{Base: RDI, Disp: scalarState + wordBytes + 7}, AL) // carried byte
	MOVB(AL, Mem{Base: message})
	for half := range 2 {
		load(2*lanes, half, zmm[half])
		VMOVDQU64(zmm[half], Mem{Base: message, Disp: 64*half + 1})
	}
	VMOVDQA64(Mem{Base: RDI, Disp: scalarState}, Z2)
	VMOVDQU64(Z2, Mem{Base: message, Disp: blockState})
	for set := range 2 {
		VMOVDQA64(stateAt(RDI, set, 8), z(16)) // carried word
		prev := z(16)
		for half := range 2 {
			for i := range lanes {
				load(lanes*set+i, half, rows[i])
			}
			w := transpose(rows, [8]VecPhysical(zmm[8:16]))
			for i := range 8 {
				VPSHLDQ(U8(8), prev, w[i], z(17))
				VMOVDQA64(z(17), words(set, 8*half+i))
				prev = w[i]
			}
			VMOVDQA64(w[7], z(16))
			prev = z(16)
		}
		VMOVDQA64(z(16), active[set], stateAt(RDI, set, 8))
	}
	for set := range 2 {
		for i := range 8 {
			VMOVDQA64(stateAt(RDI, set, i), z(16*set+i))
			broadcast(8*i, z(16*set+8+i))
		}
		VPXORQ_BCST(counter, z(16*set+12), z(16*set+12))
		VPXORQ_BCST(final, z(16*set+14), z(16*set+14))
	}
	last := scalarMessage{message, 16, blockRowC}
	h := func(i int) Mem { return Mem{Base: message, Disp: blockState + 8*i} }
	beside := last.start(h, [4]Op{0: counter, 2: final})
	beside = append(beside, last.rounds(false)...)
	beside = append(beside, last.finish(h)...)
	for i := range 4 {
		beside = append(beside, func() { MOVQ(rowA[i], h(i)) })
		beside = append(beside, func() { XORQ(rowD[i], rowB[i]) })
		beside = append(beside, func() { XORQ(rowB[i], h(4+i)) })
	}
	interleave(rounds(words, 16, false), beside)
	MOVQ(state, RDI)
	for set := range 2 {
		for i := range 8 {
			VPXORQ(z(16*set+8+i), z(16*set+i), z(16*set+i))
			VPXORQ(stateAt(RDI, set, i), z(16*set+i), z(16*set+i))
			VMOVDQA64(z(16*set+i), active[set], stateAt(RDI, set, i))
		}
	}
	BTQ(U8(2*lanes), NewParamAddr("lanes", 64))
	JCC(LabelRef("leafBlockKept"))
	VMOVDQU64(Mem{Base: message, Disp: blockState}, Z0)
	VMOVDQA64(Z0, Mem{Base: RDI, Disp: scalarState})
	MOVB(Mem{Base: message, Disp: 128}, AL)
	MOVB(AL, Mem{Base: RDI, Disp: scalarState + wordBytes + 7})
	Label("leafBlockKept")
	ADDQ(U32(2*wordBytes), src)
	ADDQ(U32(128), counter)
	DECQ(blocks)
	JNZ(LabelRef("leafBlock"))
	VZEROUPPER()
	RET()
}

// output writes func output17: the first 32 bytes of seventeen states.
func output() {
	TEXT("output17", NOSPLIT, "func(dst *byte, state *byte)")
	Doc("output17 writes the seventeen hashes whose states leafBlocks17 made to dst, end to end.")
	dst := Load(Param("dst"), RDI)
	state := Load(Param("state"), RSI)
	for set := range 2 {
		var h, t [4]VecPhysical
		for i := range 4 {
			h[i], t[i] = z(i), z(4+i)
			VMOVDQA64(Mem{Base: state, Disp: set*setState + i*wordBytes}, h[i])
		}
		storeHashes(h, t, dst, set*lanes*hashBytes)
	}
	VMOVDQU(Mem{Base: state, Disp: scalarState}, Y0)
	VMOVDQU(Y0, Mem{Base: dst, Disp: 2 * lanes * hashBytes})
	VZEROUPPER()
	RET()
}
