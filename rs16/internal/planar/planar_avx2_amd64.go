package planar

import "unsafe"

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

// inverse256 is Inverse. With sixteen registers two layers at a time are the most, and one for large constants.
func inverse256(w []uint64, legs int, table []byte, small bool) {
	leg := len(w) / legs
	switch {
	case small && legs == 2:
		inverse2Small256(&w[0], 8*leg, leg/GroupWords, &table[0])
	case small && legs == 4:
		inverse4Small256(&w[0], 8*leg, leg/GroupWords, &table[0])
	case legs == 2:
		inverse2Large256(&w[0], 8*leg, leg/GroupWords, &table[0])
	default:
		own, upper, lower := halves(table, legs, small)
		inverse256(w[:len(w)/2], legs/2, upper, small)
		inverse256(w[len(w)/2:], legs/2, lower, small)
		inverse256(w, 2, own, small)
	}
}

// forward256 is Forward.
func forward256(w []uint64, legs int, table []byte, small bool) {
	leg := len(w) / legs
	switch {
	case small && legs == 2:
		forward2Small256(&w[0], 8*leg, leg/GroupWords, &table[0])
	case small && legs == 4:
		forward4Small256(&w[0], 8*leg, leg/GroupWords, &table[0])
	case legs == 2:
		forward2Large256(&w[0], 8*leg, leg/GroupWords, &table[0])
	default:
		own, upper, lower := halves(table, legs, small)
		forward256(w, 2, own, small)
		forward256(w[:len(w)/2], legs/2, upper, small)
		forward256(w[len(w)/2:], legs/2, lower, small)
	}
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

// load256 is Load: blocks in Go, the conversion to tower form by a kernel.
func load256(dst []uint64, row []byte, blocks []Block) {
	d := view(dst)
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
	towerRow256(&dst[0], len(dst)/GroupWords, &towerNibbles[0])
}

// store256 is Store.
func store256(row []byte, src []uint64, blocks []Block) {
	towerRow256(&src[0], len(src)/GroupWords, &towerNibbles[0])
	d := view(src)
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
