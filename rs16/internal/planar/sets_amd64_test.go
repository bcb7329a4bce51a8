package planar

import "walrus/internal/kernel"

// sets lists the kernels that this processor runs.
var sets = func() map[string]set {
	m := map[string]set{}
	for _, s := range kernel.Available() {
		switch s {
		case kernel.GFNI:
			m[s.String()] = wide
		case kernel.AVX2GFNI:
			m[s.String()] = narrowMatrix
		case kernel.AVX2:
			m[s.String()] = narrowNibble
		}
	}
	return m
}()
