//go:build amd64 || arm64

package planar

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// mulIndex multiplies two field indices bit by bit, from the definition: the Cantor basis and the reduction polynomial.
func mulIndex(a, b uint16) uint16 {
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
		pivot := -1
		for i := range rows {
			if rows[i][0]>>bit&1 == 1 {
				pivot = i
				break
			}
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

func get(w []uint64, e int) uint16 {
	g := w[e/64*GroupWords:]
	at := func(i int) uint16 { return uint16(byte(g[i/8] >> (8 * (i % 8)))) }
	return FromTower(at(e%64) | at(64+e%64)<<8)
}

func TestButterflies(t *testing.T) {
	if !Supported() {
		t.Skip("this processor has no kernels, or they are switched off")
	}
	r := rand.New(rand.NewPCG(1, 1))
	for _, legs := range []int{2, 4, 8} {
		for _, small := range []bool{true, false} {
			for _, inverse := range []bool{true, false} {
				groups := 3
				w := make([]uint64, legs*groups*GroupWords)
				for i := range w {
					w[i] = r.Uint64()
				}
				v := make([][]uint16, legs)
				for l := range v {
					for e := range groups * 64 {
						v[l] = append(v[l], get(w, l*groups*64+e))
					}
				}
				c := make([]uint16, legs-1)
				var table [][4]uint64
				for i := range c {
					c[i] = uint16(r.Uint32())
					if small {
						c[i] &= 255
					}
					if i == 1 {
						c[i] = 0
					}
					m := Matrices(func(x uint16) uint16 { return mulIndex(c[i], x) })
					if small {
						if m[1] != 0 || m[2] != 0 || m[0] != m[3] {
							t.Fatalf("constant %d is not byte-wise: %x", c[i], m)
						}
					}
					table = append(table, m)
				}
				layer := func(half int) {
					k := legs/(2*half) - 1
					for q := 0; q < legs; q += 2 * half {
						for i := q; i < q+half; i++ {
							for e := range v[i] {
								x, y := v[i][e], v[i+half][e]
								if inverse {
									y ^= x
									x ^= mulIndex(c[k], y)
								} else {
									x ^= mulIndex(c[k], y)
									y ^= x
								}
								v[i][e], v[i+half][e] = x, y
							}
						}
						k++
					}
				}
				if inverse {
					for half := 1; half < legs; half *= 2 {
						layer(half)
					}
					Inverse(w, legs, NewConstants(table, small))
				} else {
					for half := legs / 2; half > 0; half /= 2 {
						layer(half)
					}
					Forward(w, legs, NewConstants(table, small))
				}
				for l := range v {
					for e := range v[l] {
						if got := get(w, l*groups*64+e); got != v[l][e] {
							t.Fatalf("legs %d small %v inverse %v: leg %d element %d is %04x, want %04x", legs, small, inverse, l, e, got, v[l][e])
						}
					}
				}
			}
		}
	}
}

func BenchmarkButterflies(b *testing.B) {
	for _, legs := range []int{2, 4, 8} {
		for _, small := range []bool{true, false} {
			b.Run(fmt.Sprintf("legs=%d/small=%v", legs, small), func(b *testing.B) {
				w := make([]uint64, 4<<10)
				c := NewConstants(make([][4]uint64, legs-1), small)
				layers := map[int]int64{2: 1, 4: 2, 8: 3}[legs]
				b.SetBytes(int64(len(w)) * 4 * layers)
				for b.Loop() {
					Forward(w, legs, c)
				}
			})
		}
	}
}
