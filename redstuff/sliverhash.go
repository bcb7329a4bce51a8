package redstuff

import (
	"encoding/binary"
	"fmt"
	"sync"

	"walrus/merkle"
	"walrus/rs16"
)

// An expander extends slivers of one axis to n symbols and hashes them.
type expander struct {
	n    int
	code *rs16.Code
	pool sync.Pool // of *sliverHasher
}

// newExpander returns the expander of an axis: a sliver of axis a is a codeword with Source(a) symbols.
func newExpander(p Params, a Axis) (*expander, error) {
	code, err := rs16.New(p.Source(a), p.N)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidShardCount, err)
	}
	e := &expander{n: p.N, code: code}
	e.pool.New = func() any { return &sliverHasher{n: e.n, code: e.code} }
	return e, nil
}

// hasher borrows a hasher for symbols of size bytes; put it back into the pool.
func (e *expander) hasher(size int) *sliverHasher {
	h := e.pool.Get().(*sliverHasher)
	h.begin(size)
	return h
}

// root computes the hash of a sliver with that data, which has the right length.
func (e *expander) root(data []byte, size int) (merkle.Hash, error) {
	h := e.hasher(size)
	defer e.pool.Put(h)
	var root [1]merkle.Hash
	err := h.roots(root[:], [][]byte{data})
	return root[0], err
}

// A sliverHasher computes the hashes of slivers of one axis and one symbol size, without holding the repair symbols of a whole sliver:
// these are hashed strip by strip while they are in cache. It keeps about 1 MiB between calls and must not be used concurrently.
type sliverHasher struct {
	n, size int
	code    *rs16.Code
	symbols symbolHasher
	source  merkle.Partials // of source symbols that come in pieces
	repair  merkle.Partials // of repair symbols that are longer than a strip
	leaves  []merkle.Hash   // of n symbols of each sliver, sliver after sliver
	nodes   []merkle.Hash
	rows    rs16.Rows
	tile    []byte // small symbols of several slivers, those of one position end to end; or pieces of the symbols of one sliver
}

// begin prepares for slivers with symbols of size bytes.
func (h *sliverHasher) begin(size int) {
	if h.size == size {
		return
	}
	h.size = size
	h.symbols = newSymbolHasher(h.n, size)
	h.rows.Row = make([][]byte, h.code.K())
	h.leaves = make([]merkle.Hash, h.batch()*h.n)
}

// batch is the number of slivers that are encoded together: small symbols of one sliver alone would leave most of a vector empty.
func (h *sliverHasher) batch() int { return hashBatch(h.size) }

func hashBatch(size int) int {
	const vector, most = 1024, 16 // bytes of a row that fill the kernels, and trees that the widest kernel hashes together
	return min(max(vector/size, 1), most)
}

// hashGroup is the number of slivers, of count in all, that one worker hashes at a time: a batch, or less if some cores had nothing to do then.
func hashGroup(count, size int) int { return share(4*count, hashBatch(size)) }

// roots computes the hashes of at most batch slivers, whose data have the right length.
func (h *sliverHasher) roots(dst []merkle.Hash, slivers [][]byte) error {
	k := h.code.K()
	zero := zeroGap(slivers, k, h.size)
	for c, data := range slivers {
		leaves := h.leaves[c*h.n : c*h.n+k]
		h.symbols.column(leaves[:zero.from], data, h.size)
		h.symbols.column(leaves[zero.to:], data[zero.to*h.size:], h.size)
	}
	h.arrange(slivers)
	if err := h.expand(len(slivers), func(rs16.Strip) {}); err != nil {
		return err
	}
	leaves := h.leaves[:len(slivers)*h.n]
	if zero == (gap{}) {
		merkle.Roots(dst, leaves, h.n, &h.nodes)
	} else {
		gapRoots(dst, leaves, h.n, zero, zerosOf(h.n, h.size).subtrees, &h.nodes)
	}
	return nil
}

// expand hashes the repair symbols of the slivers whose source symbols are in rows, and shows them to see.
func (h *sliverHasher) expand(count int, see func(rs16.Strip)) error {
	k := h.code.K()
	return h.code.ExpandStrips(h.rows, h.size, 0, count, func(s rs16.Strip) error {
		see(s)
		if s.Width == h.size {
			for c := range s.Count {
				at := (s.First + c) * h.n
				h.symbols.column(h.leaves[at+k:at+h.n], s.Buf[c*s.Width:], s.Pitch)
			}
			return nil
		}
		if s.Off == 0 {
			h.repair.Reset(h.n-k, h.size)
		}
		h.repair.Write(0, h.n-k, s.Buf, s.Width, s.Pitch)
		if s.Off+s.Width == h.size {
			h.repair.Sum(h.leaves[s.First*h.n+k : (s.First+1)*h.n])
		}
		return nil
	})
}

// arrange presents the symbols of the slivers as rows.
func (h *sliverHasher) arrange(slivers [][]byte) {
	if len(slivers) > 1 {
		h.interleave(slivers)
		return
	}
	h.rows.Stride = h.size
	for i := range h.rows.Row {
		h.rows.Row[i] = slivers[0][i*h.size : (i+1)*h.size]
	}
}

// interleave gathers the symbols of one position in all slivers, so that the code takes them as one.
func (h *sliverHasher) interleave(slivers [][]byte) {
	const word = 8
	pitch := len(slivers) * h.size
	if need := len(h.rows.Row)*pitch + word; len(h.tile) < need {
		h.tile = make([]byte, need)
	}
	h.rows.Stride = h.size
	for i := range h.rows.Row {
		h.rows.Row[i] = h.tile[i*pitch : (i+1)*pitch]
	}
	if h.size > word {
		for c, data := range slivers {
			for i := range h.rows.Row {
				copy(h.rows.Row[i][c*h.size:], data[i*h.size:(i+1)*h.size])
			}
		}
		return
	}
	// Words are copied whole; what they hold too much is overwritten by the next sliver's symbol, or by the next position's first.
	last := (len(h.rows.Row)*h.size - word) / h.size // the last symbol that a whole word can be read from
	for i := range h.rows.Row {
		to := h.tile[i*pitch:]
		for c, data := range slivers {
			if i <= last {
				binary.LittleEndian.PutUint64(to[c*h.size:], binary.LittleEndian.Uint64(data[i*h.size:]))
			} else {
				copy(to[c*h.size:], data[i*h.size:(i+1)*h.size])
			}
		}
	}
}

// pieceMemory bounds the bytes of one sliver that are held while it is read in pieces. What lies between the rows of pieces comes on top.
const pieceMemory = 13 << 18

// read computes the hash of a sliver that fill reads, about three megabytes at a time: it fills dst with the bytes from off on of the sliver's data.
func (h *sliverHasher) read(fill func(dst []byte, off int) error) (root merkle.Hash, err error) {
	k := h.code.K()
	whole := k * h.size
	if whole <= pieceMemory {
		if len(h.tile) < whole {
			h.tile = make([]byte, whole)
		}
		if err := fill(h.tile[:whole], 0); err != nil {
			return root, err
		}
		var roots [1]merkle.Hash
		err = h.roots(roots[:], [][]byte{h.tile[:whole]})
		return roots[0], err
	}
	piece := max(pieceMemory/k/pieceAlign, 1) * pieceAlign
	count := (h.size + piece - 1) / piece
	piece = (h.size + count*pieceAlign - 1) / (count * pieceAlign) * pieceAlign // of about the same length
	pitch := piece + pieceAlign/2                                               // an odd number of cache lines
	if need := k * pitch; len(h.tile) < need {
		h.tile = make([]byte, need)
	}
	h.source.Reset(k, h.size)
	h.repair.Reset(h.n-k, h.size)
	for off := 0; off < h.size; off += piece {
		width := min(piece, h.size-off)
		for i := range h.rows.Row {
			h.rows.Row[i] = h.tile[i*pitch:][:width]
			if err := fill(h.rows.Row[i], i*h.size+off); err != nil {
				return root, err
			}
		}
		h.source.Write(0, k, h.tile, width, pitch)
		// A piece of a symbol is encoded like a symbol of its length.
		err := h.code.ExpandStrips(h.rows, width, 0, 1, func(s rs16.Strip) error {
			h.repair.Write(0, h.n-k, s.Buf, s.Width, s.Pitch)
			return nil
		})
		if err != nil {
			return root, err
		}
	}
	h.source.Sum(h.leaves[:k])
	h.repair.Sum(h.leaves[k:h.n])
	var roots [1]merkle.Hash
	merkle.Roots(roots[:], h.leaves[:h.n], h.n, &h.nodes)
	return roots[0], nil
}
