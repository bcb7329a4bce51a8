package main

import (
	"fmt"

	"github.com/mmcloughlin/avo/ir"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// The kernel for short messages hashes seventeen at a time: sixteen in the lanes of two sets of vector registers and one in the general registers, whose instructions fit
// in between. So do those that arrange the message words of the next sixteen and take apart the hashes of those before.

// A region of scratch holds what one group of messages needs; two of them take turns.
const (
	messageBytes = 2 * 9 * wordBytes // of the words in lanes
	scalarWords  = 0                 // the seventeenth message
	scalarRowC   = 72                // what does not fit the registers of its row c
	regionBytes  = messageBytes + 128
	hashWords    = 2 * regionBytes           // the first four words of the sixteen hashes
	slots        = hashWords + 2*4*wordBytes // of sixteen messages as they are read: prefix, 64 bytes, zeros
	slotBytes    = 80
	shortBytes   = slots + 2*lanes*slotBytes
)

// An op emits one instruction.
type op = func()

// align begins a loop at a cache line. These loops fill most of the decoder's cache; some other places cost 2 to 5 %.
func align() {
	Instruction(&ir.Instruction{Opcode: "PCALIGN", Operands: []Op{Imm(64)}})
}

// interleave emits both lists in order, spread evenly.
func interleave(long, short []op) {
	done := 0
	for i, f := range long {
		f()
		for ; done < (i+1)*len(short)/len(long); done++ {
			short[done]()
		}
	}
}

// messageAt is where word w of set lies in a region. Registers point behind these words, which keeps the instructions on the seventeenth message short.
func messageAt(base Register, set, w int) Mem {
	return Mem{Base: base, Disp: (9*set+w)*wordBytes - messageBytes}
}

var general = [14]GPPhysical{RAX, RCX, RDX, RSI, RDI, RBP, R8, R9, R10, R11, R12, R13, R14, R15}

// A scalarMessage is a message in the general registers. Rows a, b and d of its state are in registers, of row c the half that is needed.
type scalarMessage struct {
	base  Register // of its message words
	words int      // so many are not zero
	rowC  int      // where row c lies behind base
}

var rowA, rowB, rowD, halfC = general[0:4], general[4:8], general[8:12], general[12:14]

func (m scalarMessage) c(i int) Mem { return Mem{Base: m.base, Disp: m.rowC + 8*i} }

// start sets the state from the words that h names; what change[i] holds, if anything, is added to word i of row d.
func (m scalarMessage) start(h func(i int) Mem, change [4]Op) (out []op) {
	emit := func(f op) { out = append(out, f) }
	for i := range 4 {
		emit(func() { MOVQ(h(i), rowA[i]) })
		emit(func() { MOVQ(h(4+i), rowB[i]) })
		emit(func() { MOVQ(constants.Offset(8*(4+i)), rowD[i]) })
		if change[i] != nil {
			emit(func() { XORQ(change[i], rowD[i]) })
		}
	}
	for i := range 2 {
		emit(func() { MOVQ(constants.Offset(8*(2+i)), halfC[i]) })
		emit(func() { MOVQ(halfC[i], m.c(2+i)) })
		emit(func() { MOVQ(constants.Offset(8*i), halfC[i]) })
	}
	return out
}

// rounds compresses. If last, row b is not finished. Words 0 and 1 of row c end in registers.
func (m scalarMessage) rounds(last bool) (out []op) {
	emit := func(f op) { out = append(out, f) }
	// quarters emits two quarter rounds: numbers of a, b, c, d and of the message words.
	quarters := func(last bool, q ...[6]int) {
		each := func(f func(a, b, c, d GPPhysical, x, y int)) {
			for _, g := range q {
				emit(func() { f(rowA[g[0]], rowB[g[1]], halfC[g[2]], rowD[g[3]], g[4], g[5]) })
			}
		}
		word := func(w int, a GPPhysical) {
			if w < m.words {
				ADDQ(Mem{Base: m.base, Disp: 8 * w}, a)
			}
		}
		each(func(a, _, _, _ GPPhysical, x, _ int) { word(x, a) })
		each(func(a, b, _, _ GPPhysical, _, _ int) { ADDQ(b, a) })
		each(func(a, _, _, d GPPhysical, _, _ int) { XORQ(a, d) })
		each(func(_, _, _, d GPPhysical, _, _ int) { RORQ(U8(32), d) })
		each(func(_, _, c, d GPPhysical, _, _ int) { ADDQ(d, c) })
		each(func(_, b, c, _ GPPhysical, _, _ int) { XORQ(c, b) })
		each(func(_, b, _, _ GPPhysical, _, _ int) { RORQ(U8(24), b) })
		each(func(a, _, _, _ GPPhysical, _, y int) { word(y, a) })
		each(func(a, b, _, _ GPPhysical, _, _ int) { ADDQ(b, a) })
		each(func(a, _, _, d GPPhysical, _, _ int) { XORQ(a, d) })
		each(func(_, _, _, d GPPhysical, _, _ int) { RORQ(U8(16), d) })
		each(func(_, _, c, d GPPhysical, _, _ int) { ADDQ(d, c) })
		if last {
			return
		}
		each(func(_, b, c, _ GPPhysical, _, _ int) { XORQ(c, b) })
		each(func(_, b, _, _ GPPhysical, _, _ int) { RORQ(U8(63), b) })
	}
	for r, s := range sigma {
		for half := range 2 {
			q := func(i int) [6]int {
				return [6]int{i, (i + half) % 4, i % 2, (i + 3*half) % 4, s[8*half+2*i], s[8*half+2*i+1]}
			}
			last := last && r == 11 && half == 1
			quarters(last, q(0), q(1))
			// Column steps begin with words 0 and 1 of row c, diagonal steps with words 2 and 3.
			for i := range 2 {
				emit(func() { MOVQ(halfC[i], m.c(2*half+i)) })
				emit(func() { MOVQ(m.c(2-2*half+i), halfC[i]) })
			}
			quarters(last, q(2), q(3))
		}
	}
	return out
}

// finish leaves words 0-3 of the hash in row a: the sum of rows a and c and of what h names.
func (m scalarMessage) finish(h func(i int) Mem) (out []op) {
	for i := range 4 {
		out = append(out, func() { XORQ(h(i), rowA[i]) })
		out = append(out, func() {
			if i < 2 {
				XORQ(halfC[i], rowA[i])
			} else {
				XORQ(m.c(i), rowA[i])
			}
		})
	}
	return out
}

// arrange copies the first words of sixteen messages from their slots to the lanes of a region.
func arrange(words int, slot, region Register, tmp ...GPPhysical) (out []op) {
	for lane := range 2 * lanes {
		for w := range words {
			r := tmp[(words*lane+w)%len(tmp)]
			to := messageAt(region, lane/lanes, w)
			to.Disp += 8 * (lane % lanes)
			out = append(out, func() { MOVQ(Mem{Base: slot, Disp: slotBytes*lane + 8*w}, r) })
			out = append(out, func() { MOVQ(r, to) })
		}
	}
	return out
}

// disperse copies the hashes of sixteen messages from their lanes, whose words are at words.
func disperse(dst, words Register, tmp ...GPPhysical) (out []op) {
	for lane := range 2 * lanes {
		for w := range 4 {
			r := tmp[(4*lane+w)%len(tmp)]
			from := Mem{Base: words, Disp: (4*(lane/lanes)+w)*wordBytes + 8*(lane%lanes)}
			out = append(out, func() { MOVQ(from, r) })
			out = append(out, func() { MOVQ(r, Mem{Base: dst, Disp: hashBytes*lane + 8*w}) })
		}
	}
	return out
}

// short writes func short17: messages of one block of which at most 65 bytes are not zero, which inner nodes and leaves of up to 64 bytes are; and func tiny17, which takes
// 7 % less time for leaves of up to 15 bytes.
func short(name string, words int) {
	TEXT(name, 0, "func(dst *byte, left *byte, right *byte, stride int, groups int, mask uint64, prefix uint64, size uint64, msg *byte)")
	Doc(name+" writes 17*groups hashes to dst, of messages of size bytes that begin with the byte prefix. If right is nil, the bytes of mask (its lowest bits) of the",
		"64 bytes at left+i*stride follow in message i, else the 32 bytes at left+i*stride and those at right+i*stride. No other byte is read. dst may be where earlier",
		fmt.Sprintf("children were. Messages have at most %d bytes that are not zero. msg is scratch of shortBytes bytes, 64-byte aligned.", min(8*words, 65)))
	local := AllocLocal(8 * 4)
	// the region of the groups before and after, the number of groups not yet in slots, the slots, where the hashes of the group before go
	other, staged, slotsAt, before := local, local.Offset(8), local.Offset(16), local.Offset(24)
	dst, left, right, stride, groups := NewParamAddr("dst", 0), NewParamAddr("left", 8), NewParamAddr("right", 16), NewParamAddr("stride", 24), NewParamAddr("groups", 32)
	size := NewParamAddr("size", 56)
	region := RBX
	Load(Param("msg"), region)
	LEAQ(Mem{Base: region, Disp: slots}, RAX)
	MOVQ(RAX, slotsAt)
	ADDQ(U32(messageBytes), region)
	KMOVQ(Load(Param("mask"), RAX), K1)

	// Slots and the seventeenth messages have the prefix before and zeros behind what is read.
	Load(Param("prefix"), RAX)
	XORL(ECX, ECX)
	begin := func(at int) {
		MOVB(AL, Mem{Base: region, Disp: at})
		MOVQ(RCX, Mem{Base: region, Disp: at + 65})
	}
	for i := range 2 * lanes {
		begin(slots - messageBytes + slotBytes*i)
	}
	begin(scalarWords)
	begin(regionBytes + scalarWords)

	// read reads message i of a group, whose children or leaf are at RSI and R9, stride RDX apart.
	read := func(name string, to func(i int) Mem, n int) {
		TESTQ(R9, R9)
		JZ(LabelRef(name + "Leaf"))
		for i := range n {
			VMOVDQU(Mem{Base: RSI}, Y0)
			VMOVDQU(Mem{Base: R9}, Y1)
			VMOVDQU(Y0, to(i).Offset(1))
			VMOVDQU(Y1, to(i).Offset(33))
			ADDQ(RDX, RSI)
			ADDQ(RDX, R9)
		}
		JMP(LabelRef(name + "Done"))
		Label(name + "Leaf")
		for i := range n {
			VMOVDQU8_Z(Mem{Base: RSI}, K1, Z0)
			VMOVDQU64(Z0, to(i).Offset(1))
			ADDQ(RDX, RSI)
		}
		Label(name + "Done")
	}
	slot := func(i int) Mem { return Mem{Base: RDI, Disp: slotBytes * i} }
	MOVQ(slotsAt, RDI)
	MOVQ(left, RSI)
	MOVQ(right, R9)
	MOVQ(stride, RDX)
	read(name+"First", slot, 2*lanes)
	MOVQ(RSI, left)
	MOVQ(R9, right)
	for _, f := range arrange(words, RDI, region, RCX, R8) {
		f()
	}
	LEAQ(Mem{Base: region, Disp: regionBytes}, RAX)
	MOVQ(RAX, other)
	MOVQ(groups, RAX)
	MOVQ(RAX, staged)
	// The first group puts what scratch holds to its own place, where the children have been read and the next group puts hashes.
	MOVQ(dst, RAX)
	MOVQ(RAX, before)

	align()
	Label(name + "Group")
	MOVQ(left, RSI)
	MOVQ(right, R9)
	MOVQ(stride, RDX)
	read(name+"Last", func(int) Mem { return Mem{Base: region, Disp: scalarWords} }, 1)
	DECQ(staged)
	JZ(LabelRef(name + "Rounds"))
	MOVQ(slotsAt, RDI)
	read(name+"Next", slot, 2*lanes)
	MOVQ(RSI, left)
	MOVQ(R9, right)

	Label(name + "Rounds")
	MOVQ(size, RAX)
	XORQ(constants.Offset(8*4), RAX)
	for set := range 2 {
		for i := range 8 {
			VPBROADCASTQ(initialWord(i), z(16*set+i))
			switch i {
			case 4:
				VPBROADCASTQ(RAX, z(16*set+8+i))
			case 6:
				broadcast(constNot6, z(16*set+8+i))
			default:
				broadcast(8*i, z(16*set+8+i))
			}
		}
	}
	last := scalarMessage{region, words, scalarRowC}
	beside := last.start(initialWord, [4]Op{0: size, 2: constants.Offset(constOnes)})
	beside = append(beside, last.rounds(true)...)
	beside = append(beside, last.finish(initialWord)...)
	beside = append(beside, func() { MOVQ(dst, RBP) })
	for i := range 4 {
		beside = append(beside, func() { MOVQ(general[i], Mem{Base: RBP, Disp: 2*lanes*hashBytes + 8*i}) })
	}
	beside = append(beside, func() { MOVQ(slotsAt, RAX) }, func() { MOVQ(other, RDX) })
	beside = append(beside, arrange(words, RAX, RDX, RCX, RSI, RDI, R8)...)
	beside = append(beside, func() { MOVQ(before, RDX) }, func() { SUBQ(U32(slots-hashWords), RAX) })
	beside = append(beside, disperse(RDX, RAX, RCX, RSI, RDI, R8)...)
	at := func(set, w int) Mem { return messageAt(region, set, w) }
	interleave(rounds(at, words, true), beside)
	MOVQ(slotsAt, RAX)
	for set := range 2 {
		for i := range 4 {
			VPXORQ(z(16*set+8+i), z(16*set+i), z(16*set+i))
			VPXORQ_BCST(initialWord(i), z(16*set+i), z(16*set+i))
			VMOVDQA64(z(16*set+i), Mem{Base: RAX, Disp: hashWords - slots + (4*set+i)*wordBytes})
		}
	}
	MOVQ(dst, RDI)
	MOVQ(RDI, before)
	ADDQ(U32((2*lanes+1)*hashBytes), RDI)
	MOVQ(RDI, dst)
	MOVQ(region, RAX)
	MOVQ(other, region)
	MOVQ(RAX, other)
	DECQ(groups)
	JNZ(LabelRef(name + "Group"))
	MOVQ(before, RDI)
	MOVQ(slotsAt, RAX)
	SUBQ(U32(slots-hashWords), RAX)
	for _, f := range disperse(RDI, RAX, RCX, RSI, R8, R9) {
		f()
	}
	VZEROUPPER()
	RET()
}
