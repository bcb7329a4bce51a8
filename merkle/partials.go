package merkle

import "walrus/merkle/internal/lanes"

// Partials are the hashes of many leaves of equal size in progress: the bytes of all of them arrive in pieces, so that a leaf longer than what is at hand
// is hashed while its piece is in cache. They keep about 80 bytes per leaf (on processors without kernels 400).
//
// The zero value has no leaves. Partials must not be used concurrently; different ones may.
type Partials struct{ p lanes.Partials }

// Reset begins n leaves of size bytes each (at least one) and uses memory of earlier leaves again.
func (p *Partials) Reset(n, size int) { p.p.Reset(n, size) }

// Write adds the next width bytes of the leaves first to first+count-1: those of leaf first+i begin at data[i*stride]. These leaves must have had equally many
// bytes before; others may be behind or ahead. width is a multiple of 128, or all that is left of the leaves.
//
// Leaves are hashed in groups of up to 17, the first of which begins with leaf 0. A group that a call covers in part costs as much as a whole one: rather use
// several Partials than feed ranges of one.
func (p *Partials) Write(first, count int, data []byte, width, stride int) {
	p.p.Write(first, count, data, width, stride)
}

// Sum writes the hashes of all leaves to dst, which holds one per leaf, after each has had all its bytes.
func (p *Partials) Sum(dst []Hash) { lanes.Sum(&p.p, dst) }
