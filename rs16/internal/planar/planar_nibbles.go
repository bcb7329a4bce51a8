//go:build amd64 || arm64

package planar

import "unsafe"

// What the kernels that look nibbles up in tables share, whatever the width of their vectors.

// nibbleBytes is the length of the look-ups that stand for one matrix: by the low nibble, then by the high one.
const nibbleBytes = 32

// nibbles turns a matrix into look-ups.
func nibbles(matrix uint64) (t [nibbleBytes]byte) {
	for in := range 8 {
		var column byte
		for out := range 8 {
			column |= byte(matrix>>(8*(7-out)+in)&1) << out
		}
		table, bit := t[in/4*16:][:16], 1<<(in%4)
		for v := range table {
			if v&bit != 0 {
				table[v] ^= column
			}
		}
	}
	return t
}

var towerNibbles = nibbles(towerMatrix)

// nibbleConstants lays out constants in the order in which the kernels for at most four legs take them: a constant, then those of the upper, then of the lower half of
// the rows, each with the first so many of its maps.
func nibbleConstants(matrices [][4]uint64, maps int) (tables []byte) {
	var add func(i int)
	add = func(i int) {
		if i >= len(matrices) {
			return
		}
		for _, m := range matrices[i][:maps] {
			t := nibbles(m)
			tables = append(tables, t[:]...)
		}
		add(2*i + 1)
		add(2*i + 2)
	}
	add(0)
	return tables
}

// halves cuts the look-ups of legs-1 constants into those of the outermost layer, of the upper half of the rows and of the lower half.
func halves(table []byte, legs int, small bool) (own, upper, lower []byte) {
	per := 4 * nibbleBytes
	if small {
		per = nibbleBytes
	}
	rest := (legs/2 - 1) * per
	return table[:per], table[per : per+rest], table[per+rest : per+2*rest]
}

// identity is the arrangement of a whole wire block.
var identity = func() (p [BlockBytes]byte) {
	for i := range p {
		p[i] = byte(i)
	}
	return p
}()

const halfBlock = BlockBytes / 2

// view returns the bytes of groups, in the memory order of this processor, which is the layout's.
func view(groups []uint64) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(&groups[0])), 8*len(groups))
}

// gatherBlocks copies wire blocks of row into groups, low bytes and high bytes apart, without converting them.
func gatherBlocks(d, row []byte, blocks []Block) {
	var wire, planes [BlockBytes]byte
	for i, b := range blocks {
		lo := d[i/2*2*BlockBytes+i%2*halfBlock:]
		hi := lo[BlockBytes:]
		if b.Mask == ^uint64(0) && *b.Perm == identity {
			copy(lo[:halfBlock], row[b.Offset:])
			copy(hi[:halfBlock], row[b.Offset+halfBlock:])
			continue
		}
		wire = [BlockBytes]byte{}
		if n := b.bytes(); n > 0 {
			copy(wire[:], row[b.Offset:b.Offset+n])
		}
		for e, from := range b.Perm {
			planes[e] = wire[from%BlockBytes]
		}
		copy(lo[:halfBlock], planes[:halfBlock])
		copy(hi[:halfBlock], planes[halfBlock:])
	}
}

// scatterBlocks undoes gatherBlocks.
func scatterBlocks(row, d []byte, blocks []Block) {
	var wire, planes [BlockBytes]byte
	for i, b := range blocks {
		lo := d[i/2*2*BlockBytes+i%2*halfBlock:]
		hi := lo[BlockBytes:]
		if b.Mask == ^uint64(0) && *b.Perm == identity {
			copy(row[b.Offset:b.Offset+halfBlock], lo)
			copy(row[b.Offset+halfBlock:b.Offset+BlockBytes], hi)
			continue
		}
		n := b.bytes()
		if n == 0 {
			continue
		}
		copy(planes[:halfBlock], lo)
		copy(planes[halfBlock:], hi)
		for i, from := range b.Perm {
			wire[i] = planes[from%BlockBytes]
		}
		copy(row[b.Offset:b.Offset+n], wire[:])
	}
}
