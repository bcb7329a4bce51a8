package rs16

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"walrus/internal/guard"
)

// Encoding and decoding touch nothing outside the rows that they are given: each row lies alone between forbidden pages.
func TestGuardPages(t *testing.T) {
	small, large := []int{2, 4, 6, 30, 62, 64, 66, 126, 128, 130, 190, 256, 450, 4098}, []int{2, 34, 64, 66, 1206}
	for _, c := range []struct {
		k, n    int
		sizes   []int
		columns []int
	}{
		{7, 12, small, []int{1, 3, 20}},
		{34, 100, large, []int{1, 3}},
		{67, 100, large, []int{1, 3}},
	} {
		code, err := New(c.k, c.n)
		if err != nil {
			t.Fatal(err)
		}
		for _, side := range guard.Both {
			for _, size := range c.sizes {
				for _, columns := range c.columns {
					for _, gap := range []int{0, 2} {
						t.Run(fmt.Sprintf("k=%d/n=%d/%v/size=%d/columns=%d/gap=%d", c.k, c.n, side, size, columns, gap), func(t *testing.T) {
							checkGuarded(t, code, side, size, columns, size+gap)
						})
					}
				}
			}
		}
	}
}

func checkGuarded(t *testing.T, code *Code, side guard.Side, size, columns, stride int) {
	r := rand.New(rand.NewPCG(10, 11))
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
	few := r.Perm(min(code.k, code.n-code.k))[:2] // missing source symbols
	for _, present := range [][]int{r.Perm(code.n)[:code.k], without(code.n, few)} {
		d, err := code.Decoder(present)
		if err != nil {
			t.Fatal(err)
		}
		if err := d.Restore(restored, all, size, 0, columns); err != nil {
			t.Fatal(err)
		}
		for _, i := range d.Missing() {
			for c := range columns {
				at := c * stride
				if string(restored.Row[i][at:at+size]) != string(src.Row[i][at:at+size]) {
					t.Fatalf("column %d: source symbol %d is not restored", c, i)
				}
			}
		}
	}
	if err := code.RepairOne(restored.Row[0], code.n-1, src, size); err != nil {
		t.Fatal(err)
	}
	if string(restored.Row[0][:size]) != string(repair.Row[code.n-1-code.k][:size]) {
		t.Fatal("the last repair symbol differs")
	}
}

// without returns the numbers below n but for some.
func without(n int, some []int) (rest []int) {
	skip := map[int]bool{}
	for _, i := range some {
		skip[i] = true
	}
	for i := range n {
		if !skip[i] {
			rest = append(rest, i)
		}
	}
	return rest
}
