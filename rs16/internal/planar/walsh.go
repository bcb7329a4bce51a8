package planar

import "math/bits"

// Walsh is the Walsh-Hadamard transform of a power of two of numbers, at least two. Sums must fit. Unlike all
// else it may be called without kernels.
func Walsh(d []int32) {
	dist := 1
	if (bits.Len(uint(len(d)))-1)%2 == 1 {
		for i := 0; i < len(d); i += 2 {
			a, b := d[i], d[i+1]
			d[i], d[i+1] = a+b, a-b
		}
		dist = 2
	}
	for ; dist < len(d); dist *= 4 {
		if dist%8 == 0 && active.walsh != nil {
			active.walsh(&d[0], len(d), dist)
			continue
		}
		for q := 0; q < len(d); q += 4 * dist {
			w, x, y, z := d[q:q+dist], d[q+dist:][:dist], d[q+2*dist:][:dist], d[q+3*dist:][:dist]
			for i, a := range w {
				b, c, e := x[i], y[i], z[i]
				a, b, c, e = a+b, a-b, c+e, c-e
				w[i], x[i], y[i], z[i] = a+c, b+e, a-c, b-e
			}
		}
	}
}
