// Package planar holds the transforms' inner loops for processors with AVX-512 and GFNI, or at least AVX2.
//
// A row is a run of groups of 128 bytes: the low bytes of 64 elements, then their high bytes. Low bytes are kept in tower form,
// lo ^ T(hi), in which multiplying by an element of GF(256) does the same to low and high bytes (rs-codec-simd.md section 2).
package planar

import "math/bits"

// GroupWords is the size of a group in 64-bit words, BlockBytes that of a wire block, of which a group takes two.
const (
	GroupWords = 16
	BlockBytes = 64
)

// A Block says where one wire block of a row lies and how its bytes are arranged: Load[e] is the place, counted from Offset, of element e's
// low byte and Load[32+e] of its high byte; Store is the inverse. Only bytes in Mask, the lowest bits of which are set, are touched.
type Block struct {
	Offset int
	Mask   uint64
	Perm   *[BlockBytes]byte
}

// bytes is the number of bytes that the block touches: the first ones.
func (b *Block) bytes() int { return bits.Len64(b.Mask) }

// Constants are the constants of one butterfly call, in the form that the kernels of this processor take; see [NewConstants].
type Constants struct {
	table   []uint64 // matrices, for GFNI: one each if small, else four each
	nibbles []byte   // look-ups in place of the matrices, for AVX2
	small   bool
}

// maps is the number of linear maps on bytes that make one constant.
func (c *Constants) maps() int {
	if c.small {
		return 1
	}
	return 4
}

// count is the number of constants.
func (c *Constants) count() int { return (len(c.table) + len(c.nibbles)/32) / c.maps() }

// check holds the kernels inside their slices: blocks rise, so the last one that touches anything decides.
func check(groups []uint64, row []byte, blocks []Block) int {
	n := len(blocks) / 2
	if len(blocks)%2 != 0 || len(groups) < n*GroupWords {
		panic("planar: blocks do not make whole groups")
	}
	for i := len(blocks) - 1; i >= 0; i-- {
		if b := blocks[i]; b.Mask != 0 {
			if end := b.Offset + bits.Len64(b.Mask); b.Offset < 0 || end > len(row) {
				panic("planar: block outside its row")
			}
			break
		}
	}
	return n
}

// tower maps a high byte to what tower form adds to the low byte; bit i of the high byte to tower[i].
var tower = [8]byte{0x00, 0xcf, 0xab, 0x21, 0x8a, 0x9d, 0x27, 0x1f}

// towerMatrix is that map for the kernels.
var towerMatrix = bitMatrix(tower)

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

// Matrices returns the four matrices of multiplication by a constant: mul multiplies by it. low to low, high to low, low to high, high to high.
func Matrices(mul func(uint16) uint16) (m [4]uint64) {
	var ll, hl, lh, hh [8]byte
	for i := range 8 {
		a := ToTower(mul(FromTower(1 << i)))
		b := ToTower(mul(FromTower(1 << (8 + i))))
		ll[i], lh[i] = byte(a), byte(a>>8)
		hl[i], hh[i] = byte(b), byte(b>>8)
	}
	return [4]uint64{bitMatrix(ll), bitMatrix(hl), bitMatrix(lh), bitMatrix(hh)}
}

// ToTower converts an element to tower form.
func ToTower(v uint16) uint16 { return v ^ uint16(applyTower(byte(v>>8))) }

// FromTower undoes ToTower; it is the same map.
func FromTower(v uint16) uint16 { return ToTower(v) }

func applyTower(hi byte) (r byte) {
	for i, c := range tower {
		if hi>>i&1 == 1 {
			r ^= c
		}
	}
	return r
}
