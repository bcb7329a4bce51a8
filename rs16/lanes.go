package rs16

import "encoding/binary"

// A symbol is cut into blocks of 64 bytes: the low bytes of 32 elements, then their high bytes. A shorter
// last block of t bytes holds t/2 low bytes, then t/2 high bytes. (rs-codec.md section 2.)
const blockSize = 64

// words returns the number of 64-bit words, four elements each, that n bytes of a symbol take.
func words(n int) int { return (n + 7) / 8 }

// spread moves the four low bytes of x to the low halves of four 16-bit lanes.
func spread(x uint64) uint64 {
	x &= 0xffffffff
	x = (x | x<<16) & 0x0000ffff0000ffff
	return (x | x<<8) & 0x00ff00ff00ff00ff
}

// gather undoes spread and ignores the high halves of the lanes.
func gather(x uint64) uint64 {
	x &= 0x00ff00ff00ff00ff
	x = (x | x>>8) & 0x0000ffff0000ffff
	return (x | x>>16) & 0xffffffff
}

// pack converts bytes of a symbol to elements: whole blocks, or the end of a symbol.
// dst holds words(len(src)) words.
func pack(dst []uint64, src []byte) {
	for ; len(src) >= blockSize; src, dst = src[blockSize:], dst[8:] {
		b, d := src[:blockSize:blockSize], dst[:8:8]
		for i := range 4 {
			lo := binary.LittleEndian.Uint64(b[8*i:])
			hi := binary.LittleEndian.Uint64(b[32+8*i:])
			d[2*i] = spread(lo) | spread(hi)<<8
			d[2*i+1] = spread(lo>>32) | spread(hi>>32)<<8
		}
	}
	half := len(src) / 2
	for i := range dst[:words(len(src))] {
		var v uint64
		for j := 0; j < 4 && 4*i+j < half; j++ {
			v |= (uint64(src[4*i+j]) | uint64(src[half+4*i+j])<<8) << (16 * j)
		}
		dst[i] = v
	}
}

// unpack undoes pack.
func unpack(dst []byte, src []uint64) {
	for ; len(dst) >= blockSize; dst, src = dst[blockSize:], src[8:] {
		b, s := dst[:blockSize:blockSize], src[:8:8]
		for i := range 4 {
			binary.LittleEndian.PutUint64(b[8*i:], gather(s[2*i])|gather(s[2*i+1])<<32)
			binary.LittleEndian.PutUint64(b[32+8*i:], gather(s[2*i]>>8)|gather(s[2*i+1]>>8)<<32)
		}
	}
	half := len(dst) / 2
	for e := range half {
		v := src[e/4] >> (16 * (e % 4))
		dst[e], dst[half+e] = byte(v), byte(v>>8)
	}
}

// Rows is a table of symbols of one size: symbol (i, j) is the bytes of Row[i] from j*Stride on. The
// position i runs along codewords: all symbols (i, j) of one j are one codeword.
//
// As a source, a row may be too short or nil: what lies beyond its end reads as zero bytes.
type Rows struct {
	Row    [][]byte
	Stride int
}

// stripAlign is what the offset of a strip within its symbols is a multiple of: a block of BLAKE2b, so that whoever hashes strips as they
// come passes on whole blocks. It is two wire blocks.
const stripAlign = 2 * blockSize

// A strip is what one pass of a transform covers: bytes [off, off+size) of the symbols first to
// first+count-1 of every row. off is a multiple of blockSize; size is too, unless the strip ends with
// the symbol.
type strip struct {
	first, count int
	off, size    int
}

func (s strip) width() int { return s.count * words(s.size) }

// area is the work area of the strip that fills w.
func (s strip) area(w []uint64) work { return work{w: w, width: s.width()} }

// strips cuts the columns [from, to) of symbols of size bytes into strips at most limit words wide
// (but at least one block, or one symbol) and calls do for each.
func strips(size, from, to, limit int, do func(strip)) {
	if perSymbol := words(size); perSymbol <= limit {
		group := limit / perSymbol
		for j := from; j < to; j += group {
			do(strip{first: j, count: min(group, to-j), size: size})
		}
		return
	}
	step := max(limit/16, 1) * stripAlign
	for j := from; j < to; j++ {
		for off := 0; off < size; off += step {
			do(strip{first: j, count: 1, off: off, size: min(step, size-off)})
		}
	}
}

// load packs the strip's part of row i into dst.
func (r Rows) load(dst []uint64, i int, s strip) {
	row, w := r.Row[i], words(s.size)
	for c := range s.count {
		start := (s.first+c)*r.Stride + s.off
		d := dst[c*w : (c+1)*w]
		switch {
		case start+s.size <= len(row):
			pack(d, row[start:start+s.size])
		case start >= len(row):
			clear(d)
		default:
			padded := make([]byte, s.size) // once per table: the end of a blob
			copy(padded, row[start:])
			pack(d, padded)
		}
	}
}

// store unpacks src into the strip's part of row i.
func (r Rows) store(i int, src []uint64, s strip) {
	row, w := r.Row[i], words(s.size)
	for c := range s.count {
		start := (s.first+c)*r.Stride + s.off
		unpack(row[start:start+s.size], src[c*w:(c+1)*w])
	}
}
