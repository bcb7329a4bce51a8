package rs16_test

import (
	"bytes"
	"errors"
	"testing"

	"walrus/rs16"
)

// TestStripsEqualRows puts strips together and compares with ExpandRows.
func TestStripsEqualRows(t *testing.T) {
	for _, shape := range [][2]int{{1, 2}, {3, 5}, {4, 10}, {67, 100}, {34, 100}} {
		k, n := shape[0], shape[1]
		code, err := rs16.New(k, n)
		if err != nil {
			t.Fatal(err)
		}
		for _, size := range []int{2, 6, 62, 64, 66, 152, 1206, 5000} {
			const columns = 7
			src := rs16.Rows{Row: make([][]byte, k), Stride: size + 4}
			for i := range src.Row {
				src.Row[i] = stream(uint64(i), columns*src.Stride)
			}
			src.Row[k-1] = src.Row[k-1][:3*size] // the end of a blob
			want, got := table(n-k, columns, size), table(n-k, columns, size)
			if err := code.ExpandRows(want, src, size, 1, columns); err != nil {
				t.Fatal(err)
			}
			column, off := 1, 0 // where the next strip begins
			err := code.ExpandStrips(src, size, 1, columns, func(s rs16.Strip) error {
				whole := s.Off == 0 && s.Width == size
				switch {
				case s.First != column || s.Off != off || s.Count < 1 || s.Width < 1:
					t.Fatalf("k=%d n=%d size=%d: strip at column %d, byte %d, want column %d, byte %d", k, n, size, s.First, s.Off, column, off)
				case s.Count > 1 && !whole:
					t.Fatalf("k=%d n=%d size=%d: strip of %d columns holds bytes %d to %d", k, n, size, s.Count, s.Off, s.Off+s.Width)
				case s.Off%128 != 0 || s.Off+s.Width < size && s.Width%128 != 0:
					t.Fatalf("k=%d n=%d size=%d: strip holds bytes %d to %d", k, n, size, s.Off, s.Off+s.Width)
				}
				for j := range n - k {
					for c := range s.Count {
						at := (s.First+c)*size + s.Off
						copy(got.Row[j][at:at+s.Width], s.Buf[j*s.Pitch+c*s.Width:])
					}
				}
				if off += s.Width; off == size {
					column, off = column+s.Count, 0
				}
				return nil
			})
			if err != nil || column != columns {
				t.Fatalf("k=%d n=%d size=%d: %v, strips end at column %d", k, n, size, err, column)
			}
			for j := range want.Row {
				if !bytes.Equal(got.Row[j], want.Row[j]) {
					t.Fatalf("k=%d n=%d size=%d: repair row %d differs", k, n, size, j)
				}
			}
		}
	}
}

// TestRowsEachStrip wants strips to be there when they are reported, and nowhere else.
func TestRowsEachStrip(t *testing.T) {
	const k, n, columns, size = 34, 100, 9, 1206
	code, err := rs16.New(k, n)
	if err != nil {
		t.Fatal(err)
	}
	src := table(k, columns, size)
	for i := range src.Row {
		copy(src.Row[i], stream(uint64(i), columns*size))
	}
	want, got := table(n-k, columns, size), table(n-k, columns, size)
	if err := code.ExpandRows(want, src, size, 0, columns); err != nil {
		t.Fatal(err)
	}
	end := 0
	err = code.ExpandRowsEach(got, src, size, 0, columns, func(s rs16.Strip) error {
		from := s.First*size + s.Off
		if to := (s.First+s.Count-1)*size + s.Off + s.Width; from == end {
			end = to
		}
		for j := range want.Row {
			if !bytes.Equal(got.Row[j][:end], want.Row[j][:end]) {
				t.Fatalf("repair row %d differs before byte %d", j, end)
			}
		}
		return nil
	})
	if err != nil || end != columns*size {
		t.Fatalf("%v, strips end at byte %d of %d", err, end, columns*size)
	}
}

// TestStripsOfSeveralCodes lets codes of different shapes take turns with one buffer.
func TestStripsOfSeveralCodes(t *testing.T) {
	for turn := range 3 {
		for _, c := range []struct{ k, n, size int }{{34, 100, 6}, {67, 100, 6}, {34, 100, 600}, {67, 100, 8}} {
			code, err := rs16.New(c.k, c.n)
			if err != nil {
				t.Fatal(err)
			}
			data, want := stream(uint64(turn), c.k*c.size), make([]byte, (c.n-c.k)*c.size)
			if err := code.Expand(want, data, c.size); err != nil {
				t.Fatal(err)
			}
			src := table(c.k, 1, c.size)
			for i := range src.Row {
				copy(src.Row[i], data[i*c.size:])
			}
			got := make([]byte, len(want))
			err = code.ExpandStrips(src, c.size, 0, 1, func(s rs16.Strip) error {
				for j := range c.n - c.k {
					copy(got[j*c.size+s.Off:], s.Buf[j*s.Pitch:][:s.Width])
				}
				return nil
			})
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("turn %d, %d of %d symbols of %d bytes: wrong repair symbols, error %v", turn, c.k, c.n, c.size, err)
			}
		}
	}
}

func table(rows, columns, size int) rs16.Rows {
	t := rs16.Rows{Row: make([][]byte, rows), Stride: size}
	for i := range t.Row {
		t.Row[i] = make([]byte, columns*size)
	}
	return t
}

func TestStripsEndAtError(t *testing.T) {
	code, err := rs16.New(3, 5)
	if err != nil {
		t.Fatal(err)
	}
	stop, calls := errors.New("stop"), 0
	err = code.ExpandStrips(table(3, 50, 4096), 4096, 0, 50, func(rs16.Strip) error { calls++; return stop })
	if err != stop || calls != 1 {
		t.Errorf("got %v after %d calls, want %v after 1", err, calls, stop)
	}
	if err := code.ExpandStrips(table(2, 1, 2), 2, 0, 1, nil); !errors.Is(err, rs16.ErrShape) {
		t.Errorf("two source rows of three: got %v, want %v", err, rs16.ErrShape)
	}
	if err := code.ExpandStrips(table(3, 1, 2), 3, 0, 1, nil); !errors.Is(err, rs16.ErrShape) {
		t.Errorf("odd size: got %v, want %v", err, rs16.ErrShape)
	}
}
