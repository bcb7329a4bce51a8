package planar

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

// load256 is Load: blocks in Go, the conversion to tower form by a kernel.
func load256(dst []uint64, row []byte, blocks []Block) {
	gatherBlocks(view(dst), row, blocks)
	towerRow256(&dst[0], len(dst)/GroupWords, &towerNibbles[0])
}

// store256 is Store.
func store256(row []byte, src []uint64, blocks []Block) {
	towerRow256(&src[0], len(src)/GroupWords, &towerNibbles[0])
	scatterBlocks(row, view(src), blocks)
}
