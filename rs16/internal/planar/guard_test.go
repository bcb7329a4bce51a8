//go:build amd64 || arm64

package planar

import (
	"testing"
	"unsafe"

	"walrus/internal/guard"
)

// The kernels touch nothing outside the work area and the row.
func TestGuardPages(t *testing.T) {
	if !Supported() {
		t.Skip("this processor has no kernels, or they are switched off")
	}
	for _, side := range guard.Both {
		groups := func(n int) []uint64 {
			b := guard.Bytes(t, 8*GroupWords*n, side)
			return unsafe.Slice((*uint64)(unsafe.Pointer(&b[0])), GroupWords*n)
		}
		for _, n := range []int{1, 2, 3} {
			for _, legs := range []int{2, 4, 8} {
				for _, small := range []bool{true, false} {
					w, c := groups(n*legs), NewConstants(make([][4]uint64, legs-1), small)
					Forward(w, legs, c)
					Inverse(w, legs, c)
				}
			}
			w := groups(n)
			Xor(w, groups(n))
			Scale(w, NewConstants(make([][4]uint64, 1), false))
			for short := range BlockBytes {
				row := guard.Bytes(t, 2*n*BlockBytes-short, side)
				blocks := make([]Block, 2*n)
				for i := range blocks {
					p := new([BlockBytes]byte)
					for j := range p {
						p[j] = byte(j)
					}
					blocks[i] = Block{Offset: i * BlockBytes, Mask: ^uint64(0), Perm: p}
				}
				blocks[2*n-1].Mask >>= short
				Load(w, row, blocks)
				Store(row, w, blocks)
			}
		}
	}
}
