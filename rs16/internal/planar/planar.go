// Package planar holds the inner loops of the transforms over GF(2^16), for processors with vector instructions.
//
// A row of a work area is a run of blocks of 64 bytes: the low bytes of 32 elements, then their high bytes. That is how a whole block of a symbol lies outside
// too ("wire form"), but low bytes are kept in tower form, lo ^ T(hi), in which multiplying by an element of GF(256) does the same to low and high bytes
// (rs-codec-simd.md section 2). Symbols that do not fill their last block are spread over it by an [Arrangement].
//
// A processor's kernels are a set (set.go). A set must have the basic loops; everything else is composed of those, unless the set has a faster form.
package planar

import (
	"fmt"
	"math/bits"
	"unsafe"
)

// BlockBytes is the size of a block.
const BlockBytes = 64

const (
	halfBlock    = BlockBytes / 2
	elements     = halfBlock
	generalMaps  = 4 // linear maps on bytes that make a general constant: low to low, high to low, low to high, high to high
	matrixWords  = 1 // words of a map as a bit matrix
	nibblesWords = 4 // words of a map as look-ups: of 16 bytes by the low nibble, and 16 by the high one
)

// An Arrangement says how symbols shorter than a block lie in it: some of one size, end to end. Elements of the block that they do not reach hold
// anything; no element depends on another.
type Arrangement struct {
	mask    uint64           // of the wire bytes; kernels know this field and the next two
	load    [BlockBytes]byte // the wire byte that each byte of the block comes from
	store   [BlockBytes]byte // the byte of the block that each wire byte comes from
	windows windows          // the same for other kernels

	size, count int
}

// NewArrangement arranges count symbols, or the ends of symbols, of size bytes each.
func NewArrangement(size, count int) *Arrangement {
	if size < 2 || size%2 != 0 || count < 1 || size*count > BlockBytes {
		panic(fmt.Sprintf("planar: %d symbols of %d bytes do not fit a block", count, size))
	}
	a := &Arrangement{mask: ^uint64(0) >> (BlockBytes - size*count), size: size, count: count}
	half := size / 2
	for i := range count {
		for j := range half {
			e, lo, hi := i*half+j, i*size+j, i*size+half+j
			a.load[e], a.load[elements+e] = byte(lo), byte(hi)
			a.store[lo], a.store[hi] = byte(e), byte(elements+e)
		}
	}
	a.windows = newWindows(a)
	return a
}

// bytes is the number of wire bytes.
func (a *Arrangement) bytes() int { return a.size * a.count }

// A Block says where one wire block of a row lies, counted from the row's beginning, and how; nil stands for a whole block of one symbol.
type Block struct {
	Offset      int
	Arrangement *Arrangement
}

// A Layout lists the blocks of a row of the work area in rising order.
type Layout struct {
	blocks []Block
	extent int
	runs   []int // of whole blocks end to end, 0 for a part of one
	direct bool  // the windows of all parts lie behind the first byte
}

// NewLayout takes at least one block. It keeps the slice.
func NewLayout(blocks []Block) *Layout {
	l := &Layout{blocks: blocks, direct: true}
	for n, b := range blocks {
		end := b.Offset + BlockBytes
		switch last := len(l.runs) - 1; {
		case b.Arrangement != nil:
			end = b.Offset + b.Arrangement.bytes()
			l.direct = l.direct && end >= windowBytes
			l.runs = append(l.runs, 0)
		case n > 0 && l.runs[last] > 0 && b.Offset == l.extent:
			l.runs[last]++
		default:
			l.runs = append(l.runs, 1)
		}
		if b.Offset < l.extent && l.extent > 0 || b.Offset < 0 {
			panic("planar: blocks overlap")
		}
		l.extent = end
	}
	return l
}

// Blocks returns the number of blocks.
func (l *Layout) Blocks() int { return len(l.blocks) }

// Extent returns the number of wire bytes from the row's beginning to the last block's end.
func (l *Layout) Extent() int { return l.extent }

// tower maps a high byte to what tower form adds to the low byte; bit i of the high byte to tower[i].
var tower = [8]byte{0x00, 0xcf, 0xab, 0x21, 0x8a, 0x9d, 0x27, 0x1f}

// towerMap is that map for the active kernels.
var towerMap = convert(bitMatrix(tower))

// bitMatrix lays out the linear map that takes bit i to columns[i].
func bitMatrix(columns [8]byte) (m uint64) {
	for in, c := range columns {
		for out := range 8 {
			if c>>out&1 == 1 {
				m |= 1 << (8*(7-out) + in)
			}
		}
	}
	return m
}

// nibbles turns a matrix into look-ups.
func nibbles(matrix uint64) []uint64 {
	words := make([]uint64, nibblesWords)
	for in := range 8 {
		var column uint64
		for out := range 8 {
			column |= matrix >> (8*(7-out) + in) & 1 << out
		}
		for v := range 16 {
			if v>>(in%4)&1 == 1 {
				words[in/4*2+v/8] ^= column << (v % 8 * 8)
			}
		}
	}
	return words
}

// convert gives a map the form that the active kernels take.
func convert(matrix uint64) []uint64 {
	if active.nibbles {
		return nibbles(matrix)
	}
	return []uint64{matrix}
}

// toTower converts an element to tower form and back.
func toTower(v uint16) uint16 {
	for i, c := range tower {
		if v>>(8+i)&1 == 1 {
			v ^= uint16(c)
		}
	}
	return v
}

// A Field makes constants for the active kernels. It is immutable.
type Field struct {
	lo, hi []uint64 // the four maps of each low byte and of each high byte: multiplication is linear in the constant, too
}

// NewField returns the field whose multiplication of indices is mul.
func NewField(mul func(a, b uint16) uint16) *Field {
	f := &Field{lo: make([]uint64, 256*factorWords), hi: make([]uint64, 256*factorWords)}
	for i := range 16 {
		table := f.lo
		if i >= 8 {
			table = f.hi
		}
		c := maps(func(v uint16) uint16 { return mul(1<<i, v) })
		bit := 1 << (i % 8)
		for v := range bit {
			for w, x := range c {
				table[(bit|v)*factorWords+w] = table[v*factorWords+w] ^ x
			}
		}
	}
	return f
}

// factorWords is the size of a general constant.
var factorWords = generalMaps * active.mapWords()

// maps returns the four maps of multiplication by the constant that mul multiplies by.
func maps(mul func(uint16) uint16) (words []uint64) {
	var ll, hl, lh, hh [8]byte
	for i := range 8 {
		a := toTower(mul(toTower(1 << i)))
		b := toTower(mul(toTower(1 << (8 + i))))
		ll[i], lh[i] = byte(a), byte(a>>8)
		hl[i], hh[i] = byte(b), byte(b>>8)
	}
	for _, columns := range [generalMaps][8]byte{ll, hl, lh, hh} {
		words = append(words, convert(bitMatrix(columns))...)
	}
	return words
}

// append appends the first maps of constant c.
func (f *Field) append(table []uint64, c uint16, words int) []uint64 {
	lo, hi := f.lo[int(c&0xff)*factorWords:][:words], f.hi[int(c>>8)*factorWords:][:words]
	for i := range lo {
		table = append(table, lo[i]^hi[i])
	}
	return table
}

// Constants are those of the butterflies in one pass over 2, 4 or 8 legs.
type Constants struct {
	table       []uint64 // a map each, but four each in the innermost layers that have constants outside GF(256)
	legs, large int      // large is the number of those layers
}

// Constants prepares the 1, 3 or 7 constants of a pass: that of the outermost layer, the two of the next, from the front, and so on.
func (f *Field) Constants(values []uint16) *Constants {
	c := &Constants{legs: len(values) + 1}
	layers := log2(c.legs)
	for i, v := range values {
		if at := layer(i); v > 0xff {
			c.large = max(c.large, layers-at)
		}
	}
	for i, v := range values {
		words := active.mapWords()
		if layer(i) >= layers-c.large {
			words = factorWords
		}
		c.table = f.append(c.table, v, words)
	}
	return c
}

// layer returns the layer of constant i, 0 for the outermost.
func layer(i int) int { return log2(i + 1) }

// log2 returns the logarithm of n, rounded down.
func log2(n int) int { return bits.Len(uint(n)) - 1 }

// at returns constant i, and whether it is general.
func (c *Constants) at(i int) (table *uint64, large bool) {
	small := c.legs>>c.large - 1 // so many constants come before the general ones
	if i < small {
		return &c.table[i*active.mapWords()], false
	}
	return &c.table[small*active.mapWords()+(i-small)*factorWords], true
}

// Legs returns the number of legs.
func (c *Constants) Legs() int { return c.legs }

// Factors are general constants, one after the other.
type Factors struct{ table []uint64 }

// Factors prepares constants to multiply rows by.
func (f *Field) Factors(values []uint16) Factors {
	table := make([]uint64, len(values)*factorWords)
	if factorWords == generalMaps {
		for i, v := range values { // without the inner loop
			w, lo, hi := table[4*i:][:4], f.lo[4*int(v&0xff):][:4], f.hi[4*int(v>>8):][:4]
			w[0], w[1], w[2], w[3] = lo[0]^hi[0], lo[1]^hi[1], lo[2]^hi[2], lo[3]^hi[3]
		}
		return Factors{table}
	}
	for i, v := range values {
		words := table[i*factorWords:][:factorWords]
		lo, hi := f.lo[int(v&0xff)*factorWords:][:len(words)], f.hi[int(v>>8)*factorWords:][:len(words)]
		for w := range words {
			words[w] = lo[w] ^ hi[w]
		}
	}
	return Factors{table}
}

// Len returns the number of factors.
func (f Factors) Len() int { return len(f.table) / factorWords }

// A Factor is one of them.
type Factor []uint64

// At returns factor i.
func (f Factors) At(i int) Factor { return Factor(f.table[i*factorWords : (i+1)*factorWords]) }

// pointer returns the address of byte i of an area, which the caller has checked.
func pointer(area []byte, i int) *byte {
	return (*byte)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(area)), i))
}
