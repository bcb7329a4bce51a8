package rs16_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"walrus/rs16"
)

// shapes are codes of both constructions, at and around powers of two.
var shapes = [][2]int{{1, 2}, {1, 9}, {2, 3}, {2, 4}, {3, 4}, {3, 5}, {4, 10}, {5, 13}, {7, 10}, {8, 9}, {8, 16}, {9, 16}, {11, 31}, {21, 31},
	{34, 100}, {67, 100}, {16, 17}, {33, 300}, {300, 333}}

// TestExpandEqualsClosedForm compares the transforms with the definition of the code by its matrix.
func TestExpandEqualsClosedForm(t *testing.T) {
	for _, shape := range shapes {
		k, n := shape[0], shape[1]
		code, err := rs16.New(k, n)
		if err != nil {
			t.Fatal(err)
		}
		const size = 2 // one element
		data := stream(uint64(k*n), k*size)
		repair := make([]byte, (n-k)*size)
		if err := code.Expand(repair, data, size); err != nil {
			t.Fatal(err)
		}
		for j := range n - k {
			var want uint16
			for i := range k {
				want ^= rs16.Mul(code.Coefficient(j, i), uint16(data[2*i])|uint16(data[2*i+1])<<8)
			}
			if got := uint16(repair[2*j]) | uint16(repair[2*j+1])<<8; got != want {
				t.Errorf("k=%d n=%d: repair symbol %d is %04x, want %04x", k, n, j, got, want)
			}
		}
	}
}

// TestLocatorEqualsDefinition compares the Walsh-Hadamard transform, shortened, with the plain sum.
func TestLocatorEqualsDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, shape := range shapes {
		k, n := shape[0], shape[1]
		code, err := rs16.New(k, n)
		if err != nil {
			t.Fatal(err)
		}
		present := rng.Perm(n)[:k]
		d, err := code.Decoder(present)
		if err != nil {
			t.Fatal(err)
		}
		if len(d.Missing()) == 0 {
			continue
		}
		for i := range n {
			if got, want := d.Lam(i)%65535, d.SlowLam(i)%65535; got != want {
				t.Errorf("k=%d n=%d present %v: locator of symbol %d is %d, want %d", k, n, present, i, got, want)
			}
		}
	}
}

// TestTableEqualsCodewords encodes and restores many columns at once, part by part, and compares with one at
// a time. Rows that are cut short read as zeros.
func TestTableEqualsCodewords(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for _, shape := range shapes {
		k, n := shape[0], shape[1]
		for _, size := range []int{2, 6, 62, 64, 66, 130, 1000} {
			const columns = 5
			code, err := rs16.New(k, n)
			if err != nil {
				t.Fatal(err)
			}
			whole := stream(uint64(size), k*columns*size)
			cut := len(whole) - rng.IntN(columns*size) // the end of a blob
			clear(whole[cut:])
			src := rs16.Rows{Row: make([][]byte, k), Stride: size}
			for i := range src.Row {
				src.Row[i] = whole[min(i*columns*size, cut):min((i+1)*columns*size, cut)]
			}
			dst := rs16.Rows{Row: make([][]byte, n-k), Stride: size}
			for j := range dst.Row {
				dst.Row[j] = make([]byte, columns*size)
			}
			for _, part := range [][2]int{{0, 2}, {2, 2}, {2, 5}} {
				if err := code.ExpandRows(dst, src, size, part[0], part[1]); err != nil {
					t.Fatal(err)
				}
			}
			all := make([][]byte, n)
			for c := range columns {
				var data, repair []byte
				for i := range k {
					data = append(data, whole[(i*columns+c)*size:][:size]...)
				}
				for _, row := range dst.Row {
					repair = append(repair, row[c*size:][:size]...)
				}
				want := make([]byte, len(repair))
				if err := code.Expand(want, data, size); err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(repair, want) {
					t.Fatalf("k=%d n=%d size=%d: column %d differs from its codeword", k, n, size, c)
				}
			}
			for i := range all {
				if i < k {
					all[i] = whole[i*columns*size : (i+1)*columns*size]
				} else {
					all[i] = dst.Row[i-k]
				}
			}
			if err := restoreTable(code, all, size, columns, rng.Perm(n)[:k]); err != nil {
				t.Fatalf("k=%d n=%d size=%d: %v", k, n, size, err)
			}
		}
	}
}

func restoreTable(code *rs16.Code, all [][]byte, size, columns int, present []int) error {
	d, err := code.Decoder(present)
	if err != nil {
		return err
	}
	src := rs16.Rows{Row: make([][]byte, code.N()), Stride: size}
	for _, i := range present {
		src.Row[i] = all[i]
	}
	dst := rs16.Rows{Row: make([][]byte, code.K()), Stride: size}
	for _, i := range d.Missing() {
		dst.Row[i] = make([]byte, columns*size)
	}
	for _, part := range [][2]int{{0, 1}, {1, columns}} {
		if err := d.Restore(dst, src, size, part[0], part[1]); err != nil {
			return err
		}
	}
	for _, i := range d.Missing() {
		if !bytes.Equal(dst.Row[i], all[i]) {
			return fmt.Errorf("source row %d, present %v: not restored", i, present)
		}
	}
	return nil
}

func TestRefused(t *testing.T) {
	for _, shape := range [][2]int{{0, 1}, {1, 1}, {-1, 5}, {5, 4}, {65536, 65537 + 1}, {40000, 80000}, {1, 65538}} {
		if _, err := rs16.New(shape[0], shape[1]); !errors.Is(err, rs16.ErrShape) {
			t.Errorf("k=%d n=%d: got %v, want %v", shape[0], shape[1], err, rs16.ErrShape)
		}
	}
	code, err := rs16.New(3, 5)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ repair, data, size int }{{2, 3, 1}, {4, 6, 0}, {4, 6, -2}, {4, 5, 2}, {3, 6, 2}, {6, 9, 3}} {
		if err := code.Expand(make([]byte, c.repair), make([]byte, c.data), c.size); !errors.Is(err, rs16.ErrShape) {
			t.Errorf("%d repair bytes, %d data bytes, size %d: got %v, want %v", c.repair, c.data, c.size, err, rs16.ErrShape)
		}
	}
	short := rs16.Rows{Row: make([][]byte, 2), Stride: 2}
	if err := code.ExpandRows(short, rs16.Rows{Row: make([][]byte, 3), Stride: 2}, 2, 0, 1); !errors.Is(err, rs16.ErrShape) {
		t.Errorf("short repair rows: got %v, want %v", err, rs16.ErrShape)
	}
	for _, c := range []struct {
		present []int
		want    error
	}{
		{[]int{0, 1}, rs16.ErrNotEnough},
		{[]int{0, 1, 1}, rs16.ErrIndex},
		{[]int{0, 1, 5}, rs16.ErrIndex},
		{[]int{0, -1, 2}, rs16.ErrIndex},
		{nil, rs16.ErrNotEnough},
	} {
		if _, err := code.Decoder(c.present); !errors.Is(err, c.want) {
			t.Errorf("present %v: got %v, want %v", c.present, err, c.want)
		}
	}
	d, err := code.Decoder([]int{1, 2, 4})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Restore(rs16.Rows{Row: make([][]byte, 3)}, rs16.Rows{Row: make([][]byte, 5)}, 2, 0, 1); !errors.Is(err, rs16.ErrShape) {
		t.Errorf("short source rows: got %v, want %v", err, rs16.ErrShape)
	}
}

// FuzzRestore drops symbols of a codeword and wants the source back.
func FuzzRestore(f *testing.F) {
	f.Add([]byte("some bytes of a blob"), uint8(3), uint8(4), uint64(1))
	f.Add(stream(1, 700), uint8(20), uint8(1), uint64(2))
	f.Fuzz(func(t *testing.T, data []byte, sources, repairs uint8, pick uint64) {
		k, r := int(sources)%40+1, int(repairs)%40+1
		size := len(data) / k / 2 * 2
		if size == 0 || size > 300 {
			return
		}
		data = data[:k*size]
		code, err := rs16.New(k, k+r)
		if err != nil {
			t.Fatal(err)
		}
		repair := make([]byte, r*size)
		if err := code.Expand(repair, data, size); err != nil {
			t.Fatal(err)
		}
		all := make([][]byte, k+r)
		for i := range all {
			all[i] = append(data[:len(data):len(data)], repair...)[i*size : (i+1)*size]
		}
		rng := rand.New(rand.NewPCG(pick, 0))
		present := rng.Perm(k + r)[:k+rng.IntN(r+1)]
		if err := restoreTable1(code, all, size, present); err != nil {
			t.Fatal(err)
		}
	})
}

func restoreTable1(code *rs16.Code, all [][]byte, size int, present []int) error {
	d, err := code.Decoder(present)
	if err != nil {
		return err
	}
	dst := rs16.Rows{Row: make([][]byte, code.K()), Stride: size}
	for _, i := range d.Missing() {
		dst.Row[i] = make([]byte, size)
	}
	if err := d.Restore(dst, rs16.Rows{Row: all, Stride: size}, size, 0, 1); err != nil {
		return err
	}
	for _, i := range d.Missing() {
		if !bytes.Equal(dst.Row[i], all[i]) {
			return fmt.Errorf("symbol %d is not restored from %v", i, present)
		}
	}
	return nil
}
