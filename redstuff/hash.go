package redstuff

import (
	"encoding/binary"
	"math/bits"
	"sync"
	"sync/atomic"

	"walrus/merkle"
)

// pairLeaves holds the leaf hashes of all symbols of two bytes, by their little-endian value: 2 MiB, built
// at its first use. Every blob up to 445,556 bytes has such symbols at 1000 shards: a million of them, in
// 65,536 values.
var pairLeaves = sync.OnceValue(func() *[1 << 16]merkle.Hash {
	t := new([1 << 16]merkle.Hash)
	symbols := make([]byte, 2*len(t))
	for v := range t {
		symbols[2*v], symbols[2*v+1] = byte(v), byte(v>>8)
	}
	const step = 1 << 12
	_ = forEach(len(t)/step, func() func(int) error {
		return func(i int) error {
			merkle.LeafHashes(t[i*step:(i+1)*step], symbols[2*i*step:], 2, 2)
			return nil
		}
	})
	return t
})

// pairLeavesShards is the number of shards from which one blob alone repays building pairLeaves.
const pairLeavesShards = 512

// A symbolHasher computes leaf hashes of symbols of one size. It must not be used concurrently.
type symbolHasher struct {
	size   int
	zero   merkle.Hash // of the all-zero symbol
	pairs  *[1 << 16]merkle.Hash
	hasher merkle.LeafHasher
	buf    []byte
}

func newSymbolHasher(n, size int) symbolHasher {
	h := symbolHasher{size: size}
	if size == 2 && n >= pairLeavesShards {
		h.pairs = pairLeaves()
	}
	h.buf = make([]byte, size)
	h.zero = h.hasher.Sum(h.buf)
	return h
}

// sum hashes one symbol.
func (h *symbolHasher) sum(symbol []byte) merkle.Hash {
	if h.pairs != nil {
		return h.pairs[uint16(symbol[0])|uint16(symbol[1])<<8]
	}
	return h.hasher.Sum(symbol)
}

// padded hashes the symbol at the start of b, with zeros for what lies beyond its end.
func (h *symbolHasher) padded(b []byte) merkle.Hash {
	switch {
	case len(b) >= h.size:
		return h.sum(b[:h.size])
	case len(b) == 0:
		return h.zero
	}
	clear(h.buf[copy(h.buf, b):])
	return h.sum(h.buf)
}

// column hashes one symbol every pitch bytes of data, with zeros for what lies beyond its end.
func (h *symbolHasher) column(out []merkle.Hash, data []byte, pitch int) {
	full := 0 // symbols that lie in data whole: all, or those before the end of the blob
	if len(data) >= h.size {
		full = min((len(data)-h.size)/pitch+1, len(out))
	}
	if h.pairs != nil {
		pairs := h.pairs
		for i := range out[:full] {
			out[i] = pairs[binary.LittleEndian.Uint16(data[i*pitch:])] // not one by one through sum: so many look-ups wait for memory at a time
		}
	} else if full > 0 {
		merkle.LeafHashes(out[:full], data, h.size, pitch)
	}
	for i := full; i < len(out); i++ {
		out[i] = h.padded(tail(data, i*pitch))
	}
}

// A zeroTrees holds the roots of trees over all-zero symbols.
type zeroTrees struct {
	n, size  int
	subtrees []merkle.Hash // of complete trees of 1<<level leaves, for every level up to that of n leaves
	root     merkle.Node   // of the tree of n leaves
}

// lastZeros is what zerosOf returned last: blobs of a size tend to come together.
var lastZeros atomic.Pointer[zeroTrees]

// zerosOf returns the roots for n symbols of size zero bytes. Nobody changes them.
func zerosOf(n, size int) *zeroTrees {
	if z := lastZeros.Load(); z != nil && z.n == n && z.size == size {
		return z
	}
	z := &zeroTrees{n: n, size: size}
	var hasher merkle.LeafHasher
	h := hasher.Sum(make([]byte, size))
	for level := 0; 1<<level <= n; level++ {
		z.subtrees = append(z.subtrees, h)
		h = merkle.InnerHash(h, h)
	}
	var tree merkle.Builder
	for at := 0; at < n; {
		level := alignedLevel(at, n)
		tree.AddSubtree(level, z.subtrees[level])
		at += 1 << level
	}
	z.root = tree.Root()
	lastZeros.Store(z)
	return z
}

// alignedLevel is the level of the largest complete subtree that begins at leaf at and ends before end.
func alignedLevel(at, end int) int {
	level := bits.Len(uint(end-at)) - 1
	if at > 0 {
		level = min(level, bits.TrailingZeros(uint(at)))
	}
	return level
}
