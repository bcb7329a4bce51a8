package planar

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"walrus/internal/guard"
)

// Parts of blocks of every size, alone and behind a whole block, leave the bytes around them as they are.
func TestParts(t *testing.T) {
	each(t, func(t *testing.T) {
		r := rand.New(rand.NewPCG(9, 1))
		for size := 2; size < BlockBytes; size += 2 {
			for _, count := range []int{1, BlockBytes / size} {
				for _, before := range []int{0, BlockBytes} {
					checkPart(t, r, size, count, before)
				}
			}
		}
	})
}

// FuzzParts does the same behind any number of bytes.
func FuzzParts(f *testing.F) {
	f.Add(uint64(1), uint8(3), uint8(9), uint16(0))
	f.Add(uint64(2), uint8(0), uint8(7), uint16(15))
	f.Add(uint64(3), uint8(30), uint8(0), uint16(70))
	f.Fuzz(func(t *testing.T, seed uint64, half, symbols uint8, before uint16) {
		size := 2 + 2*(int(half)%31)
		count := 1 + int(symbols)%(BlockBytes/size)
		each(t, func(t *testing.T) { checkPart(t, rand.New(rand.NewPCG(seed, 1)), size, count, int(before)%200) })
	})
}

// checkPart loads, multiplies and stores a row that is one part of a block behind so many bytes, in all ways that there are: as a layout of its own and, where there is
// room, after whole blocks.
func checkPart(t *testing.T, r *rand.Rand, size, count, before int) {
	t.Helper()
	part := NewArrangement(size, count)
	var blocks []Block
	for at := 0; at+BlockBytes <= before; at += BlockBytes {
		blocks = append(blocks, Block{Offset: at})
	}
	l := NewLayout(append(blocks, Block{Offset: before, Arrangement: part}))
	f := NewField(product).Factors([]uint16{uint16(r.Uint32()) | 1, 1})
	inverse := uint16(exps[(1<<16-1-logs[firstFactor(f)])%(1<<16-1)])
	back := NewField(product).Factors([]uint16{inverse, 1})
	for _, side := range guard.Both {
		what := fmt.Sprintf("%d symbols of %d bytes behind %d, %v", count, size, before, side)
		row := fill(r, guard.Bytes(t, l.Extent(), side))
		want := wireElements(row, l)
		w := guard.Bytes(t, l.Blocks()*BlockBytes, side)
		Load(w, row, l)
		sameElements(t, what+" load", elementsOf(w), want, 1)
		stored := fill(r, guard.Bytes(t, l.Extent(), side))
		gap := bytes.Clone(stored)
		Store(stored, w, l)
		sameWire(t, what+" store", stored, row, gap, l)

		rows, again := [][]byte{row, row}, [][]byte{fill(r, guard.Bytes(t, l.Extent(), side)), bytes.Clone(gap)}
		gap = bytes.Clone(again[0])
		LoadScaledRows(w, 0, rows, []int32{0}, 1, 0, l, f)
		sameElements(t, what+" load scaled", elementsOf(w), want, firstFactor(f))
		StoreScaledRows(again, []int32{0}, 1, 0, w, 0, l, back)
		sameWire(t, what+" store scaled", again[0], row, gap, l)
	}
}

// firstFactor returns factor 0, by what it makes of the element 1.
func firstFactor(f Factors) uint16 {
	one := make([]byte, BlockBytes)
	one[0] = 1
	Scale(one, f.At(0))
	return elementsOf(one)[0]
}

// sameWire wants the bytes of a layout's blocks from one row and those between them from another.
func sameWire(t *testing.T, what string, got, want, between []byte, l *Layout) {
	t.Helper()
	wanted := bytes.Clone(between)
	for _, b := range l.blocks {
		n := BlockBytes
		if b.Arrangement != nil {
			n = b.Arrangement.bytes()
		}
		copy(wanted[b.Offset:][:n], want[b.Offset:])
	}
	if !slices.Equal(got, wanted) {
		t.Fatalf("%s: row is %x, want %x", what, got, wanted)
	}
}
