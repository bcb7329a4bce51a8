package rs16_test

import (
	"bytes"
	"sync"
	"testing"

	"walrus/rs16"
)

// TestConcurrent encodes and restores parts of one table and of another code at the same time, for the race detector above all.
func TestConcurrent(t *testing.T) {
	const columns, size, parts = 16, 152, 8
	var wg sync.WaitGroup
	defer wg.Wait()
	for _, shape := range [][2]int{{34, 100}, {67, 100}} {
		k, n := shape[0], shape[1]
		code, err := rs16.New(k, n)
		if err != nil {
			t.Fatal(err)
		}
		all, want := table(n, columns, size), table(n-k, columns, size)
		for i := range k {
			copy(all.Row[i], stream(uint64(i), columns*size))
		}
		src, dst := rs16.Rows{Row: all.Row[:k], Stride: size}, rs16.Rows{Row: all.Row[k:], Stride: size}
		if err := code.ExpandRows(want, src, size, 0, columns); err != nil {
			t.Fatal(err)
		}
		present := make([]int, k)
		for i := range present {
			present[i] = n - 1 - i
		}
		d, err := code.Decoder(present)
		if err != nil {
			t.Fatal(err)
		}
		restored, received := table(k, columns, size), rs16.Rows{Stride: size}
		received.Row = append(append(received.Row, src.Row...), want.Row...)
		step := columns / parts
		for i := range parts {
			wg.Go(func() {
				from, to := i*step, (i+1)*step
				if err := code.ExpandRows(dst, src, size, from, to); err != nil {
					t.Error(err)
				}
				if err := d.Restore(restored, received, size, from, to); err != nil {
					t.Error(err)
				}
				for j := range want.Row {
					if !bytes.Equal(dst.Row[j][from*size:to*size], want.Row[j][from*size:to*size]) {
						t.Errorf("k=%d columns %d to %d: repair row %d differs", k, from, to, j)
					}
				}
				for _, j := range d.Missing() {
					if !bytes.Equal(restored.Row[j][from*size:to*size], src.Row[j][from*size:to*size]) {
						t.Errorf("k=%d columns %d to %d: source row %d differs", k, from, to, j)
					}
				}
			})
		}
	}
}
