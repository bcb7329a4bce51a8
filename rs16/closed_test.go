package rs16_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"testing"

	"walrus/rs16"
)

// TestClosedFormsEqualTransforms makes missing symbols one by one, some at a time and all of them, and repair symbols one by one.
func TestClosedFormsEqualTransforms(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for _, shape := range shapes {
		k, n := shape[0], shape[1]
		code, err := rs16.New(k, n)
		if err != nil {
			t.Fatal(err)
		}
		for _, size := range []int{2, 6, 64, 66, 700} {
			const columns = 3
			all := table(n, columns, size)
			for i := range k {
				copy(all.Row[i], stream(uint64(i), columns*size))
			}
			source, repair := rs16.Rows{Row: all.Row[:k], Stride: size}, rs16.Rows{Row: all.Row[k:], Stride: size}
			if err := code.ExpandRows(repair, source, size, 0, columns); err != nil {
				t.Fatal(err)
			}
			one := make([]byte, size)
			j := k + rng.IntN(n-k)
			if err := code.RepairOne(one, j, source, size); err != nil || !bytes.Equal(one, all.Row[j][:size]) {
				t.Fatalf("k=%d n=%d size=%d: repair symbol %d differs, %v", k, n, size, j, err)
			}
			order := rng.Perm(n)
			present, missing := order[:k], order[k:]
			d, err := code.Decoder(present)
			if err != nil {
				t.Fatal(err)
			}
			src := rs16.Rows{Row: make([][]byte, n), Stride: size}
			for _, i := range present {
				src.Row[i] = all.Row[i]
			}
			if err := d.RestoreOne(one, missing[0], src, size); err != nil || !bytes.Equal(one, all.Row[missing[0]][:size]) {
				t.Fatalf("k=%d n=%d size=%d: symbol %d of %v differs, %v", k, n, size, missing[0], present, err)
			}
			some := missing[:min(len(missing), 1+rng.IntN(20))]
			got := table(len(some), columns, size)
			for _, part := range [][2]int{{0, 1}, {1, columns}} {
				if err := d.RestoreSome(got, some, src, size, part[0], part[1]); err != nil {
					t.Fatal(err)
				}
			}
			for o, i := range some {
				if !bytes.Equal(got.Row[o], all.Row[i]) {
					t.Fatalf("k=%d n=%d size=%d: symbol %d of %v differs", k, n, size, i, present)
				}
			}
		}
	}
}

func TestClosedFormsRefuse(t *testing.T) {
	code, err := rs16.New(3, 5)
	if err != nil {
		t.Fatal(err)
	}
	d, err := code.Decoder([]int{0, 1, 4})
	if err != nil {
		t.Fatal(err)
	}
	dst, three, five := make([]byte, 2), table(3, 1, 2), table(5, 1, 2)
	for _, c := range []struct {
		name string
		err  error
		want error
	}{
		{"source symbol", code.RepairOne(dst, 2, three, 2), rs16.ErrIndex},
		{"index beyond the code", code.RepairOne(dst, 5, three, 2), rs16.ErrIndex},
		{"rows of another code", code.RepairOne(dst, 3, five, 2), rs16.ErrShape},
		{"odd size", code.RepairOne(dst, 3, three, 1), rs16.ErrShape},
		{"short destination", code.RepairOne(dst, 3, three, 4), rs16.ErrShape},
		{"present symbol", d.RestoreOne(dst, 1, five, 2), rs16.ErrIndex},
		{"negative index", d.RestoreOne(dst, -1, five, 2), rs16.ErrIndex},
		{"source rows only", d.RestoreOne(dst, 2, three, 2), rs16.ErrShape},
		{"two targets for one row", d.RestoreSome(three, []int{2, 3}, five, 2, 0, 1), rs16.ErrShape},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, c.err, c.want)
		}
	}
}
