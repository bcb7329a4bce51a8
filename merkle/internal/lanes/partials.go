package lanes

import (
	"hash"

	"golang.org/x/crypto/blake2b"
)

// Partials are the hashes of n leaves of equal size whose bytes arrive in pieces: at any time one range of bytes of some of them. The zero value has no leaves;
// Reset gives it some. It is not for concurrent use.
type Partials struct {
	n, size int
	fed     []int       // the number of bytes that each leaf has had
	states  states      // of groups of lanes, if this processor has kernels
	hashers []hash.Hash // of one leaf each, if not
}

// Reset begins n leaves of size bytes each, size at least 1. Memory of earlier leaves is used again.
func (p *Partials) Reset(n, size int) {
	if n < 0 || size < 1 {
		panic("lanes: leaves without bytes")
	}
	p.n, p.size = n, size
	if cap(p.fed) < n {
		p.fed = make([]int, n)
	}
	p.fed = p.fed[:n]
	clear(p.fed)
	if p.states.reset(n) {
		return
	}
	for len(p.hashers) < n {
		h, _ := blake2b.New256(nil) // fails only for a key that is too long
		p.hashers = append(p.hashers, h)
	}
	for _, h := range p.hashers[:n] {
		h.Reset()
		h.Write(leafPrefix)
	}
}

var leafPrefix = []byte{0}

// Write adds the next width bytes of the leaves first to first+count-1, which must have had equally many before: those of leaf first+i begin at data[i*stride].
// width is a multiple of 128, or all that is left of these leaves.
func (p *Partials) Write(first, count int, data []byte, width, stride int) {
	if count == 0 || width == 0 {
		return
	}
	_ = data[(count-1)*stride+width-1]
	fed := p.fed[first : first+count]
	off, end := fed[0], fed[0]+width
	if width < 0 || stride < 0 || end > p.size || width%blockSize != 0 && end != p.size {
		panic("lanes: a piece of a leaf is no number of blocks")
	}
	for i := range fed {
		if fed[i] != off {
			panic("lanes: leaves that are fed together have not come equally far")
		}
		fed[i] = end
	}
	if p.states.feed(first, count, data, stride, off, end, p.size) {
		return
	}
	for i, h := range p.hashers[first : first+count] {
		h.Write(data[i*stride : i*stride+width])
	}
}

// Sum writes the hashes of all leaves, which must have had all their bytes, to dst. The leaves stay as they are.
func Sum[H ~[Size]byte](p *Partials, dst []H) {
	if len(dst) != p.n {
		panic("lanes: one hash per leaf")
	}
	for _, fed := range p.fed {
		if fed != p.size {
			panic("lanes: a leaf lacks bytes")
		}
	}
	if p.n == 0 {
		return
	}
	if sumVector(&p.states, dst) {
		return
	}
	for i, h := range p.hashers[:p.n] {
		h.Sum(dst[i][:0])
	}
}
