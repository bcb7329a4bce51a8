package planar

import (
	"bytes"
	"fmt"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"walrus/internal/guard"
)

// logs are the field's logarithms and their inverse, of some generator.
var logs, exps = func() (logs, exps [1 << 16]int) {
	for v, i := uint16(1), 0; i == 0 || v != 1; i++ {
		logs[v], exps[i] = i, int(v)
		v = slowProduct(v, 18064) // the index of x (rs-codec.md section 1.2)
	}
	return logs, exps
}()

// product multiplies two field indices.
func product(a, b uint16) uint16 {
	if a == 0 || b == 0 {
		return 0
	}
	return uint16(exps[(logs[a]+logs[b])%(1<<16-1)])
}

// slowProduct does it bit by bit, from the definition: the Cantor basis and the reduction polynomial.
func slowProduct(a, b uint16) uint16 {
	basis := [16]uint16{0x0001, 0xACCA, 0x3C0E, 0x163E, 0xC582, 0xED2E, 0x914C, 0x4012, 0x6C98, 0x10D8, 0x6A72, 0xB900, 0xFDB8, 0xFB34, 0xFF38, 0x991E}
	elem := func(v uint16) (e uint32) {
		for i, x := range basis {
			if v>>i&1 == 1 {
				e ^= uint32(x)
			}
		}
		return e
	}
	x, y := elem(a), elem(b)
	var p uint32
	for i := range 16 {
		if y>>i&1 == 1 {
			p ^= x << i
		}
	}
	for i := 31; i >= 16; i-- {
		if p>>i&1 == 1 {
			p ^= 0x1002D << (i - 16)
		}
	}
	// Back to an index by elimination.
	var rows [16][2]uint32
	for i, x := range basis {
		rows[i] = [2]uint32{uint32(x), 1 << i}
	}
	var out uint32
	for bit := 15; bit >= 0; bit-- {
		pivot := 0
		for rows[pivot][0]>>bit&1 == 0 {
			pivot++
		}
		r := rows[pivot]
		for i := range rows {
			if i != pivot && rows[i][0]>>bit&1 == 1 {
				rows[i][0] ^= r[0]
				rows[i][1] ^= r[1]
			}
		}
		if p>>bit&1 == 1 {
			p ^= r[0]
			out ^= r[1]
		}
		rows[pivot] = [2]uint32{}
	}
	return uint16(out)
}

func TestProduct(t *testing.T) {
	for a := range uint16(300) {
		if got, want := product(a*211, 0x1234), slowProduct(a*211, 0x1234); got != want {
			t.Fatalf("%04x times 1234 is %04x, want %04x", a*211, got, want)
		}
	}
}

// each runs f with every set that this processor has, fused loops included or not.
func each(t *testing.T, f func(t *testing.T)) {
	old, oldMap, oldWords := active, towerMap, factorWords
	defer func() { active, towerMap, factorWords = old, oldMap, oldWords }()
	if len(sets) == 0 {
		t.Skip("no kernels for this processor")
	}
	for name, s := range sets {
		active = s
		towerMap, factorWords = convert(bitMatrix(tower)), generalMaps*active.mapWords()
		t.Run(name, f)
	}
}

// A row of elements, the plain way.
type row []uint16

func (r row) addScaled(x row, c uint16) {
	for e := range r {
		r[e] ^= product(c, x[e])
	}
}

// elementsOf reads blocks.
func elementsOf(w []byte) (r row) {
	for ; len(w) > 0; w = w[BlockBytes:] {
		for e := range elements {
			r = append(r, toTower(uint16(w[e])|uint16(w[elements+e])<<8))
		}
	}
	return r
}

// plainPass is Inverse or Forward on rows.
func plainPass(v []row, c []uint16, inverse bool) {
	layer := func(half int) {
		k := len(v)/(2*half) - 1
		for q := 0; q < len(v); q += 2 * half {
			for i := q; i < q+half; i++ {
				if inverse {
					v[i+half].addScaled(v[i], 1)
				}
				v[i].addScaled(v[i+half], c[k])
				if !inverse {
					v[i+half].addScaled(v[i], 1)
				}
			}
			k++
		}
	}
	for half := 1; half < len(v); half *= 2 {
		if inverse {
			layer(half)
		} else {
			layer(len(v) / 2 / half)
		}
	}
}

func fill(r *rand.Rand, b []byte) []byte {
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return b
}

// constantsFor draws constants of a pass whose innermost layers, large of them, are general.
func constantsFor(r *rand.Rand, legs, large int) []uint16 {
	c := make([]uint16, legs-1)
	for i := range c {
		c[i] = uint16(r.Uint32())
		if layer(i) < log2(legs)-large {
			c[i] &= 0xff
		} else {
			c[i] |= 0x100
		}
		if i == 1 && large == 0 {
			c[i] = 0
		}
	}
	return c
}

// legsOf reads legs of blocks from an area.
func legsOf(w []byte, legs, leg, blocks int) (v []row) {
	for l := range legs {
		v = append(v, elementsOf(w[l*leg:][:blocks*BlockBytes]))
	}
	return v
}

func sameRows(t *testing.T, what string, got, want []row) {
	t.Helper()
	for i := range want {
		for e := range want[i] {
			if got[i][e] != want[i][e] {
				t.Fatalf("%s: leg %d element %d is %04x, want %04x", what, i, e, got[i][e], want[i][e])
			}
		}
	}
}

func TestPasses(t *testing.T) {
	each(t, func(t *testing.T) {
		r := rand.New(rand.NewPCG(1, 1))
		field := NewField(product)
		for _, legs := range []int{2, 4, 8} {
			for large := 0; 1<<large <= legs; large++ {
				for _, gap := range []int{0, BlockBytes} {
					for _, inverse := range []bool{true, false} {
						const blocks = 3
						leg := blocks*BlockBytes + gap
						w := fill(r, guard.Bytes(t, (legs-1)*leg+blocks*BlockBytes, guard.Side(r.IntN(2) == 1)))
						v, c := legsOf(w, legs, leg, blocks), constantsFor(r, legs, large)
						plainPass(v, c, inverse)
						constants := field.Constants(c)
						if constants.large != large || constants.Legs() != legs {
							t.Fatalf("constants %x: %d general layers of %d legs", c, constants.large, constants.Legs())
						}
						if inverse {
							Inverse(w, leg, blocks, constants)
						} else {
							Forward(w, leg, blocks, constants)
						}
						sameRows(t, fmt.Sprintf("legs %d large %d gap %d inverse %v", legs, large, gap, inverse), legsOf(w, legs, leg, blocks), v)
					}
				}
			}
		}
	})
}

// layouts returns some, with rows that they fit.
func layouts() []*Layout {
	return []*Layout{
		NewLayout([]Block{{}, {Offset: BlockBytes}, {Offset: 2 * BlockBytes}}),
		NewLayout([]Block{{}, {Offset: BlockBytes, Arrangement: NewArrangement(34, 1)}, {Offset: 120}, {Offset: 184, Arrangement: NewArrangement(34, 1)}}),
		NewLayout([]Block{{Arrangement: NewArrangement(2, 32)}, {Offset: 64, Arrangement: NewArrangement(2, 7)}}),
		NewLayout([]Block{{Arrangement: NewArrangement(6, 10)}}),
		NewLayout([]Block{{Arrangement: NewArrangement(62, 1)}}),
		NewLayout([]Block{{Arrangement: NewArrangement(2, 1)}}),
		NewLayout([]Block{{Arrangement: NewArrangement(16, 1)}, {Offset: 16, Arrangement: NewArrangement(18, 1)}, {Offset: 34, Arrangement: NewArrangement(14, 1)}}),
		NewLayout([]Block{{}, {Offset: 70}, {Offset: 134, Arrangement: NewArrangement(2, 1)}, {Offset: 140, Arrangement: NewArrangement(6, 5)}}),
	}
}

// wireElements reads a row by the definition of the wire form (rs-codec.md section 2). Unused elements are -1.
func wireElements(row []byte, l *Layout) (v []int) {
	for _, b := range l.blocks {
		size, count := BlockBytes, 1
		if b.Arrangement != nil {
			size, count = b.Arrangement.size, b.Arrangement.count
		}
		n := 0
		for i := range count {
			s := row[b.Offset+i*size:][:size]
			for e := range size / 2 {
				v = append(v, int(s[e])|int(s[size/2+e])<<8)
				n++
			}
		}
		for ; n < elements; n++ {
			v = append(v, -1)
		}
	}
	return v
}

func sameElements(t *testing.T, what string, got row, want []int, c uint16) {
	t.Helper()
	for e, w := range want {
		if w >= 0 && got[e] != product(c, uint16(w)) {
			t.Fatalf("%s: element %d is %04x, want %04x", what, e, got[e], product(c, uint16(w)))
		}
	}
}

func TestRows(t *testing.T) {
	each(t, func(t *testing.T) {
		r := rand.New(rand.NewPCG(2, 1))
		field := NewField(product)
		for n, l := range layouts() {
			for _, side := range guard.Both {
				what := fmt.Sprintf("layout %d, %v", n, side)
				row := fill(r, guard.Bytes(t, l.Extent(), side))
				want := wireElements(row, l)
				w := guard.Bytes(t, l.Blocks()*BlockBytes, side)
				c := uint16(r.Uint32())
				f := field.Factors([]uint16{0, c}).At(1)
				Load(w, row, l)
				sameElements(t, what+" load", elementsOf(w), want, 1)
				back := guard.Bytes(t, l.Extent(), side)
				Store(back, bytes.Clone(w), l)
				if got := wireElements(back, l); !slices.Equal(got, want) {
					t.Fatalf("%s: stored %x, want %x", what, got, want)
				}
				LoadScaled(w, row, l, f)
				sameElements(t, what+" load scaled", elementsOf(w), want, c)
				Load(w, row, l)
				StoreScaled(back, w, l, f)
				Load(w, back, l)
				sameElements(t, what+" store scaled", elementsOf(w), want, c)
				Load(w, row, l)
				Scale(w, f)
				sameElements(t, what+" scale", elementsOf(w), want, c)
				Load(w, row, l)
				sum := guard.Bytes(t, len(w), side)
				AddScaled(sum, w, f)
				Xor(sum, w)
				sameElements(t, what+" sum", elementsOf(sum), want, c^1)
			}
		}
	})
}

func TestScaledRows(t *testing.T) {
	each(t, func(t *testing.T) {
		r := rand.New(rand.NewPCG(7, 1))
		field := NewField(product)
		for n, l := range layouts() {
			for _, side := range guard.Both {
				const count, start = 5, 10
				what := fmt.Sprintf("layout %d, %v", n, side)
				c := make([]uint16, count)
				for i := range c {
					c[i] = uint16(r.Uint32()) | 1
				}
				f := field.Factors(c)
				in, out := []int32{4, 0, 2, -1, 1}, []int32{0, 1, -1, 3, 4}
				var wire, back [][]byte
				for range count {
					wire = append(wire, fill(r, guard.Bytes(t, start+l.Extent(), side)))
					back = append(back, guard.Bytes(t, start+l.Extent(), side))
				}
				leg := (l.Blocks() + 1) * BlockBytes
				w := fill(r, guard.Bytes(t, (count-1)*leg+l.Blocks()*BlockBytes, side))
				LoadScaledRows(w, leg, wire, append(in, out...)[:count*(1+n%2)], count, start, l, f) // with a look ahead or without
				for i, got := range legsOf(w, count, leg, l.Blocks()) {
					if i == 3 {
						sameElements(t, what+" absent row", got, make([]int, len(got)), 1)
					} else {
						sameElements(t, what+" load", got, wireElements(wire[in[i]][start:], l), c[in[i]])
					}
				}
				StoreScaledRows(back, append(out, in...)[:count*(1+n%2)], count, start, w, leg, l, f)
				for i := range count {
					square := product(c[max(in[i], 0)], c[max(out[i], 0)])
					for e, x := range wireElements(wire[max(in[i], 0)][start:], l) {
						if in[i] < 0 || out[i] < 0 {
							x = min(x, 0)
						}
						if got := wireElements(back[i][start:], l)[e]; x >= 0 && uint16(got) != product(square, uint16(x)) {
							t.Fatalf("%s store: row %d element %d is %04x, want %04x", what, i, e, got, product(square, uint16(x)))
						}
					}
				}
			}
		}
	})
}

func TestWalsh(t *testing.T) {
	each(t, func(t *testing.T) {
		r := rand.New(rand.NewPCG(8, 1))
		for n := 2; n <= 1<<11; n *= 2 {
			d, want := make([]int32, n), make([]int32, n)
			for i := range d {
				d[i] = r.Int32N(1000) - 500
			}
			for i := range want {
				for j, v := range d {
					if bits.OnesCount(uint(i&j))%2 == 1 {
						v = -v
					}
					want[i] += v
				}
			}
			Walsh(d)
			if !slices.Equal(d, want) {
				t.Fatalf("%d numbers: wrong transform", n)
			}
		}
	})
}

func TestFusedPasses(t *testing.T) {
	each(t, func(t *testing.T) {
		r := rand.New(rand.NewPCG(3, 1))
		field := NewField(product)
		for large := range 4 {
			for n, l := range layouts() {
				for _, side := range guard.Both {
					what := fmt.Sprintf("layout %d, %d general layers, %v", n, large, side)
					const start = 6
					rows := make([][]byte, FusedLegs)
					blocks, leg := l.Blocks(), (l.Blocks()+n%2)*BlockBytes
					v := make([]row, FusedLegs)
					for i := range rows {
						rows[i] = fill(r, guard.Bytes(t, start+l.Extent(), side))
						for _, x := range wireElements(rows[i][start:], l) {
							v[i] = append(v[i], uint16(max(x, 0)))
						}
					}
					c := constantsFor(r, FusedLegs, large)
					w := guard.Bytes(t, (FusedLegs-1)*leg+blocks*BlockBytes, side)
					InverseLoad(w, leg, append(rows, make([][]byte, FusedLegs*(n%2))...), start, l, field.Constants(c)) // a look ahead at rows that are not there
					plainPass(v, c, true)
					used := wireElements(rows[0][start:], l)
					for i, got := range legsOf(w, FusedLegs, leg, blocks) {
						for e := range got {
							if used[e] >= 0 && got[e] != v[i][e] {
								t.Fatalf("%s: leg %d element %d is %04x, want %04x", what, i, e, got[e], v[i][e])
							}
						}
					}
					d := constantsFor(r, FusedLegs, large)
					plainPass(v, d, false)
					ForwardStore(append(rows, make([][]byte, FusedLegs*(n%2))...), start, w, leg, l, field.Constants(d))
					for i := range rows {
						for e, got := range wireElements(rows[i][start:], l) {
							if got >= 0 && uint16(got) != v[i][e] {
								t.Fatalf("%s: row %d element %d is %04x, want %04x", what, i, e, got, v[i][e])
							}
						}
					}
				}
			}
		}
	})
}

func TestTurn(t *testing.T) {
	each(t, func(t *testing.T) {
		r := rand.New(rand.NewPCG(4, 1))
		field := NewField(product)
		for _, legs := range []int{2, 4, 8} {
			for _, from := range []int{0, 1, 2} {
				for _, to := range []int{0, 1, 2} {
					for form := range 8 {
						for range 2 * legs {
							checkTurn(t, r, field, legs, from, to, form)
						}
					}
				}
			}
		}
	})
}

// checkTurn tries one turn of from inverse and to forward passes. Bits of form: keep, add, areas that are the same.
func checkTurn(t *testing.T, r *rand.Rand, field *Field, legs, from, to, form int) {
	const blocks = 2
	leg := (blocks + 1) * BlockBytes
	if from+to == 0 {
		return
	}
	newArea := func() []byte {
		return fill(r, guard.Bytes(t, (legs-1)*leg+blocks*BlockBytes, guard.Side(r.IntN(2) == 1)))
	}
	turn := Turn{Leg: leg, Blocks: blocks}
	v := make([]row, legs)
	for i := range v {
		v[i] = make(row, blocks*elements)
	}
	add := func(x []row) {
		for i := range v {
			v[i].addScaled(x[i], 1)
		}
	}
	what := fmt.Sprintf("legs %d, from %d, to %d, form %d", legs, from, to, form)
	for i := range max(from, 1) {
		s := Source{Area: newArea(), Active: 1 + r.IntN(legs)}
		if i == 0 && from == 2 && r.IntN(2) == 0 {
			s.Active = legs
		}
		if from > 0 {
			for i := s.Active; i < legs; i++ {
				clear(s.Area[i*leg:][:blocks*BlockBytes])
			}
		}
		x := legsOf(s.Area, legs, leg, blocks)
		if from > 0 {
			c := constantsFor(r, legs, r.IntN(8)/7)
			s.Constants = field.Constants(c)
			plainPass(x, c, true)
		}
		add(x)
		turn.From = append(turn.From, s)
		what += fmt.Sprintf(", active %d", s.Active)
	}
	if form&1 != 0 && from > 0 {
		turn.Add = newArea()
		add(legsOf(turn.Add, legs, leg, blocks))
	}
	if form&2 != 0 && from > 0 {
		turn.Keep = newArea()
		if form&4 != 0 {
			turn.Keep = turn.From[0].Area
		} else if turn.Add != nil {
			turn.Keep = turn.Add
		}
	}
	var want [][]row
	for i := range to {
		d := constantsFor(r, legs, 0)
		s := Sink{Area: newArea(), Wanted: 1 + r.IntN(legs), Constants: field.Constants(d)}
		if i == 0 && form&4 != 0 && turn.Keep == nil {
			s.Area = turn.From[0].Area
		}
		if i == 0 && to == 2 {
			s.Wanted = legs
		}
		x := make([]row, legs)
		for i := range x {
			x[i] = append(row{}, v[i]...)
		}
		plainPass(x, d, false)
		want = append(want, x)
		turn.To = append(turn.To, s)
		what += fmt.Sprintf(", wanted %d", s.Wanted)
	}
	turn.Run()
	for i, s := range turn.To {
		sameRows(t, what, legsOf(s.Area, legs, leg, blocks)[:s.Wanted], want[i][:s.Wanted])
	}
	if turn.Keep != nil {
		sameRows(t, what+" kept", legsOf(turn.Keep, legs, leg, blocks), v)
	}
}

func TestDerive(t *testing.T) {
	each(t, func(t *testing.T) {
		r := rand.New(rand.NewPCG(5, 1))
		const blocks, leg = 3, 3 * BlockBytes
		for count := range 3 {
			for _, same := range []bool{false, true} {
				src := fill(r, guard.Bytes(t, 3*DeriveLegs*leg, guard.Back))
				dst := guard.Bytes(t, DeriveLegs*leg, guard.Front)
				if same {
					dst = src
				}
				all := legsOf(src, 3*DeriveLegs, leg, blocks)
				var want []row
				var offsets []int
				for i := range count {
					offsets = append(offsets, (i+1)*DeriveLegs*leg)
				}
				for i := range DeriveLegs {
					w := append(row{}, all[i]...)
					for bit := 1; bit < DeriveLegs; bit *= 2 {
						if i&bit == 0 {
							w.addScaled(all[i+bit], 1)
						}
					}
					for o := range count {
						w.addScaled(all[i+(o+1)*DeriveLegs], 1)
					}
					want = append(want, w)
				}
				Derive(dst, src, leg, blocks, offsets)
				sameRows(t, fmt.Sprintf("%d offsets, same %v", count, same), legsOf(dst, DeriveLegs, leg, blocks), want)
			}
		}
	})
}

func TestCombine(t *testing.T) {
	each(t, func(t *testing.T) {
		r := rand.New(rand.NewPCG(6, 1))
		field := NewField(product)
		for sums := 1; sums <= MaxSums; sums++ {
			const rows, blocks = 5, 3
			leg, stride := blocks*BlockBytes, (blocks+1)*BlockBytes
			width := SumTables(sums)
			src := fill(r, guard.Bytes(t, (rows-1)*stride+blocks*BlockBytes, guard.Side(sums%2 == 1)))
			dst := guard.Bytes(t, width*leg, guard.Side(sums%2 == 0))
			factors := make([]uint16, rows*width)
			want := make([]row, sums)
			for o := range want {
				want[o] = make(row, blocks*elements)
				for i := range rows {
					factors[i*width+o] = uint16(r.Uint32())
					want[o].addScaled(elementsOf(src[i*stride:][:leg]), factors[i*width+o])
				}
			}
			Combine(dst, leg, src, stride, rows, blocks, field.Factors(factors))
			sameRows(t, fmt.Sprintf("%d sums", sums), legsOf(dst, sums, leg, blocks), want)
		}
	})
}

func BenchmarkPasses(b *testing.B) {
	if !Supported() {
		b.Skip("no kernels for this processor")
	}
	field := NewField(product)
	for _, legs := range []int{2, 4, 8} {
		for large := 0; 1<<large <= legs; large++ {
			b.Run(fmt.Sprintf("legs=%d/large=%d", legs, large), func(b *testing.B) {
				const blocks = 48
				w := make([]byte, 8*(blocks+1)*BlockBytes)
				c := field.Constants(constantsFor(rand.New(rand.NewPCG(1, 1)), legs, large))
				b.SetBytes(int64(blocks * BlockBytes * legs / 2 * log2(legs)))
				for b.Loop() {
					Forward(w, (blocks+1)*BlockBytes, blocks, c)
				}
			})
		}
	}
}
