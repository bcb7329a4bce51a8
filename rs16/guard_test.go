package rs16

import (
	"math/rand/v2"
	"testing"

	"walrus/internal/guard"
)

// Encoding and decoding touch nothing outside the rows that they are given: each row lies alone between forbidden pages.
func TestGuardPages(t *testing.T) {
	r := rand.New(rand.NewPCG(10, 11))
	code, err := New(7, 12)
	if err != nil {
		t.Fatal(err)
	}
	d, err := code.Decoder([]int{1, 3, 4, 7, 8, 9, 11})
	if err != nil {
		t.Fatal(err)
	}
	for _, side := range guard.Both {
		for _, size := range []int{2, 4, 6, 30, 62, 64, 66, 126, 128, 130, 190, 256, 450, 4098} {
			for _, columns := range []int{1, 3, 20} {
				stride := size + 2*(columns%2)
				table := func(rows int) Rows {
					rs := Rows{Row: make([][]byte, rows), Stride: stride}
					for i := range rs.Row {
						rs.Row[i] = guard.Bytes(t, (columns-1)*stride+size, side)
						for j := range rs.Row[i] {
							rs.Row[i][j] = byte(r.Uint32())
						}
					}
					return rs
				}
				src, repair, restored := table(code.k), table(code.n-code.k), table(code.k)
				if err := code.ExpandRows(repair, src, size, 0, columns); err != nil {
					t.Fatal(err)
				}
				all := Rows{Row: append(append([][]byte{}, src.Row...), repair.Row...), Stride: stride}
				if err := d.Restore(restored, all, size, 0, columns); err != nil {
					t.Fatal(err)
				}
				for _, i := range d.Missing() {
					for c := range columns {
						at := c * stride
						if string(restored.Row[i][at:at+size]) != string(src.Row[i][at:at+size]) {
							t.Fatalf("%v size %d column %d: source symbol %d is not restored", side, size, c, i)
						}
					}
				}
			}
		}
	}
}
