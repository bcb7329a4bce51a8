package planar

// windowBytes is the size of a window.
const windowBytes = 16

// Windows serve kernels that cannot load or store some bytes of a vector only: they move a part of a block in four windows of 16 bytes, which overlap
// each other or, if the part is shorter than one, what lies before it. Kernels know this type.
type windows struct {
	at      [4]int64       // where they begin, counted from the part
	spread  [4][2][32]byte // which byte of a window goes to each of the low and of the high bytes of the block
	collect [4][2][32]byte // which byte of each quarter of the block goes to each of the first two windows and of the last two
	keep    [32]byte       // bytes of the first window that are not of the part, twice
}

// nowhere is the index of a byte that receives nothing.
const nowhere = 0x80

func newWindows(a *Arrangement) (w windows) {
	n := a.bytes()
	for i := range w.at {
		w.at[i] = int64(min(windowBytes*i, n-windowBytes))
		for half := range 2 {
			for j := range halfBlock {
				w.spread[i][half][j], w.collect[i][half][j] = nowhere, nowhere
			}
		}
	}
	for j := range BlockBytes {
		half, in := j/halfBlock, j%halfBlock
		if wire := int(a.load[j]); in < a.size/2*a.count {
			i := min(wire/windowBytes, len(w.at)-1)
			w.spread[i][half][in] = byte(wire - int(w.at[i]))
		}
		// Window j/16 as a destination.
		if wire := int(w.at[j/windowBytes]) + j%windowBytes; wire < 0 {
			w.keep[in] = 0xff
		} else if wire < n {
			from := int(a.store[wire])
			w.collect[from/windowBytes][half][in] = byte(from % windowBytes)
		}
	}
	return w
}
