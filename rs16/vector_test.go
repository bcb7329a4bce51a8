package rs16

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"walrus/rs16/internal/planar"
)

// plain runs f on the packed work area, whatever this processor can do.
func plain(f func()) {
	defer func(v bool) { useVector = v }(useVector)
	useVector = false
	f()
}

// TestPlanarEqualsPlain encodes and decodes tables of many shapes both ways.
func TestPlanarEqualsPlain(t *testing.T) {
	if !planar.Supported() {
		t.Log("this processor runs the plain version only: both sides are the same")
	}
	r := rand.New(rand.NewPCG(5, 6))
	for _, shape := range [][2]int{{2, 4}, {3, 5}, {4, 10}, {7, 10}, {21, 31}, {11, 31}, {34, 100}, {67, 100}, {334, 1000}, {667, 1000}, {600, 601}} {
		code, err := New(shape[0], shape[1])
		if err != nil {
			t.Fatal(err)
		}
		sizes := []int{2, 4, 6, 30, 62, 64, 66, 126, 130, 450, 2000}
		if shape[1] > 500 {
			sizes = []int{2, 30, 66, 192}
		}
		for _, size := range sizes {
			for _, stride := range []int{size, size + 10} {
				columns := 1 + r.IntN(70)
				if shape[1] > 500 {
					columns = 1 + r.IntN(7)
				}
				checkBothWays(t, r, code, size, stride, columns)
			}
		}
	}
}

func checkBothWays(t *testing.T, r *rand.Rand, code *Code, size, stride, columns int) {
	t.Helper()
	table := func(rows int, random bool) Rows {
		rs := Rows{Row: make([][]byte, rows), Stride: stride}
		for i := range rs.Row {
			rs.Row[i] = make([]byte, (columns-1)*stride+size)
			for j := range rs.Row[i] {
				if random {
					rs.Row[i][j] = byte(r.Uint32())
				}
			}
		}
		return rs
	}
	src := table(code.k, true)
	src.Row[code.k-1] = src.Row[code.k-1][:r.IntN(len(src.Row[code.k-1])+1)] // the padding of a blob
	if code.k > 2 {
		src.Row[1] = nil
	}
	got, want := table(code.n-code.k, false), table(code.n-code.k, false)
	from := r.IntN(columns)
	if err := code.ExpandRows(got, src, size, from, columns); err != nil {
		t.Fatal(err)
	}
	plain(func() {
		if err := code.ExpandRows(want, src, size, from, columns); err != nil {
			t.Fatal(err)
		}
	})
	compare(t, "encode", code, size, stride, columns, got, want)

	// Any contents of any number of symbols: most of the source, or any symbols.
	all := table(code.n, true)
	present := r.Perm(code.n)
	if r.IntN(2) == 0 {
		slices.Sort(present)
		present = present[min(r.IntN(30), code.n-code.k):]
	}
	present = present[:code.k+r.IntN(len(present)-code.k+1)]
	if r.IntN(4) == 0 { // cut short
		i := present[r.IntN(len(present))]
		all.Row[i] = all.Row[i][:r.IntN(len(all.Row[i])+1)]
	}
	restore := func() (restored, some Rows) {
		d, err := code.Decoder(present)
		if err != nil {
			t.Fatal(err)
		}
		restored = table(code.k, false)
		if err := d.Restore(restored, all, size, from, columns); err != nil {
			t.Fatal(err)
		}
		var targets []int
		for i := 0; i < code.n && len(targets) < 11; i++ {
			if !slices.Contains(present, i) {
				targets = append(targets, i)
			}
		}
		some = table(len(targets), false)
		if err := d.RestoreSome(some, targets, all, size, from, columns); err != nil {
			t.Fatal(err)
		}
		return restored, some
	}
	gotAll, gotSome := restore()
	plain(func() {
		wantAll, wantSome := restore()
		compare(t, "decode", code, size, stride, columns, gotAll, wantAll)
		compare(t, "some", code, size, stride, columns, gotSome, wantSome)
	})

	one, wantOne := make([]byte, size), make([]byte, size)
	target := code.k + r.IntN(code.n-code.k)
	if err := code.RepairOne(one, target, src, size); err != nil {
		t.Fatal(err)
	}
	plain(func() {
		if err := code.RepairOne(wantOne, target, src, size); err != nil {
			t.Fatal(err)
		}
	})
	if !bytes.Equal(one, wantOne) {
		t.Fatalf("repair symbol k=%d n=%d size=%d: %d differs", code.k, code.n, size, target)
	}
}

func compare(t *testing.T, what string, code *Code, size, stride, columns int, got, want Rows) {
	t.Helper()
	for i := range got.Row {
		if !bytes.Equal(got.Row[i], want.Row[i]) {
			t.Fatalf("%s k=%d n=%d size=%d stride=%d columns=%d: row %d differs", what, code.k, code.n, size, stride, columns, i)
		}
	}
}

// FuzzPlanarEqualsPlain encodes and decodes tables of any shape both ways.
func FuzzPlanarEqualsPlain(f *testing.F) {
	f.Add(uint64(1), uint16(3), uint16(7), uint16(33), uint8(0), uint8(5))
	f.Add(uint64(2), uint16(34), uint16(66), uint16(1), uint8(3), uint8(40))
	f.Add(uint64(3), uint16(300), uint16(30), uint16(500), uint8(1), uint8(1))
	f.Fuzz(func(t *testing.T, seed uint64, k, repair, half uint16, gap, columns uint8) {
		source, symbols, size := 1+int(k)%700, 1+int(repair)%700, 2+2*(int(half)%1000)
		code, err := New(source, source+symbols)
		if err != nil {
			t.Skip(err)
		}
		checkBothWays(t, rand.New(rand.NewPCG(seed, 1)), code, size, size+int(gap), 1+int(columns)%70)
	})
}

// TestPassAhead wants a pass to look at the rows after it, unless rows lie so far apart that it does not pay.
func TestPassAhead(t *testing.T) {
	memory := make([]byte, 40*8192)
	for _, c := range []struct{ count, stride, ahead, from, shown int }{
		{40, 1206, 16, 0, 16}, {40, 1206, 16, 24, 16}, {40, 1206, 16, 32, 8}, {40, 4096, 8, 0, 8}, {40, 2048, 16, 8, 16}, {40, 8192, 16, 0, 16}, {1, 64, 8, 0, 1},
	} {
		rows := make([][]byte, c.count)
		for i := range rows {
			rows[i] = memory[i*c.stride:][:64]
		}
		v := view{rows: rows, ahead: passAhead(rows)}
		if got := len(v.pass(c.from)); v.ahead != c.ahead || got != c.shown {
			t.Errorf("%d rows %d bytes apart, from row %d on: looks at %d of %d, want %d of %d", c.count, c.stride, c.from, got, v.ahead, c.shown, c.ahead)
		}
	}
}

// TestWorkAreas counts the areas of a decoder: no more than the chunks that the symbols present lie in, and one for sums if it must be.
func TestWorkAreas(t *testing.T) {
	code, err := New(100, 600) // chunks of 128 rows: source symbols in the first, repair symbols in the second, third and fourth
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		from  [4]int // how many symbols of each chunk are present
		areas int
	}{
		{"one other chunk", [4]int{0, 100}, 1}, {"two", [4]int{0, 50, 50}, 2}, {"three", [4]int{0, 40, 40, 20}, 3},
		{"its own and another", [4]int{4, 96}, 2}, {"its own and two", [4]int{4, 48, 48}, 3},
	} {
		var present []int
		for chunk, count := range c.from {
			first := 0
			if chunk > 0 {
				first = 100 + 128*(chunk-1)
			}
			for i := range count {
				present = append(present, first+i)
			}
		}
		d, err := code.Decoder(present)
		if err != nil {
			t.Fatal(err)
		}
		if r := d.newRestorer(); r.few == nil && r.areas != c.areas {
			t.Errorf("%s: %d areas, want %d", c.name, r.areas, c.areas)
		} else if r.few != nil {
			t.Errorf("%s: too few symbols are missing for a test", c.name)
		}
	}
}
