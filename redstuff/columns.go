package redstuff

import (
	"sync"

	"walrus/merkle"
	"walrus/rs16"
)

// A matrix is the shape of a blob's matrix.
type matrix struct {
	p    Params
	size int // of a symbol in bytes
	used int // rows that the blob reaches into. Those from there to k1 are zero in every column, repair included
	// Columns [zeroFrom, k2) are zero in every row, repair included: a blob of one row does not reach into them.
	zeroFrom int
}

func newMatrix(p Params, length uint64) (matrix, error) {
	size, err := p.SymbolSize(length)
	if err != nil {
		return matrix{}, err
	}
	m := matrix{p: p, size: size}
	symbols := (length + uint64(size) - 1) / uint64(size)
	m.used = int((symbols + uint64(p.K2) - 1) / uint64(p.K2))
	m.zeroFrom = int(min(symbols, uint64(p.K2)))
	return m, nil
}

// rowLen and columnLen are the lengths in bytes of a primary and of a secondary sliver.
func (m *matrix) rowLen() int    { return m.p.K2 * m.size }
func (m *matrix) columnLen() int { return m.p.K1 * m.size }

// active is the number of rows that are not known to be zero. Where hashes are kept per active row, those of the blob come first, then repair.
func (m *matrix) active() int { return m.used + m.p.N - m.p.K1 }

// A grid is symbols at even distances: the one below lies down bytes further, the one to the right right bytes further. What lies beyond
// the end of data is zero.
type grid struct {
	data        []byte
	down, right int
}

// A hashing runs the primary encoding of a matrix and hashes all its rows and columns. Chunks of columns may be worked on in any order.
type hashing struct {
	matrix
	code     *rs16.Code // of columns
	rows     *rowTrees
	hashes   []PairHashes
	zeros    []merkle.Hash   // roots of trees of 1<<level zero leaves
	zeroRoot merkle.Node     // of n zero leaves
	empty    []merkle.Hash   // one per active row
	padded   []merkle.Hash   // leaf hashes of the last row that the blob reaches into, if grids do not contain it
	stripes  []partialColumn // of all columns, if the pieces of a column do not come one after the other
}

func newHashing(m matrix, code *rs16.Code) *hashing {
	h := &hashing{matrix: m, code: code, hashes: make([]PairHashes, m.p.N), empty: make([]merkle.Hash, m.active())}
	zeros := zerosOf(m.p.N, m.size)
	h.zeros, h.zeroRoot = zeros.subtrees, zeros.root
	h.rows = newRowTrees(m.active(), m.p.N, h.zeros)
	return h
}

// finish returns the hashes of all pairs, after all chunks have been added.
func (h *hashing) finish() []PairHashes {
	for r := range h.hashes {
		h.hashes[r].Primary = h.zeroRoot
	}
	for a, root := range *h.rows.root {
		h.hashes[h.activeRow(a)].Primary = merkle.Digest(root)
	}
	return h.hashes
}

// activeRow returns row number a of those that are not known to be zero.
func (m *matrix) activeRow(a int) int {
	if a < m.used {
		return a
	}
	return a - m.used + m.p.K1
}

// zeroChunk reports whether all columns of a chunk are known to be zero.
func (m *matrix) zeroChunk(i int) bool {
	return i*chunkColumns >= m.zeroFrom && min((i+1)*chunkColumns, m.p.N) <= m.p.K2
}

// addZeroChunk adds a chunk whose columns are all known to be zero.
func (h *hashing) addZeroChunk(i int) {
	for c := i * chunkColumns; c < min((i+1)*chunkColumns, h.p.N); c++ {
		h.setColumn(c, h.zeroRoot)
	}
	h.rows.add(i, nil)
}

func (h *hashing) setColumn(c int, root merkle.Node) {
	h.hashes[h.p.Pair(Secondary, SliverIndex(c))].Secondary = root
}

// eachRange does the chunks [from, to): it calls do with ranges of columns on one side of k2 that are not known to be zero, in order.
func (h *hashing) eachRange(from, to int, w *columnWorker, do func(from, to int) error) error {
	for i := from; i < to; {
		if h.zeroChunk(i) {
			h.addZeroChunk(i)
			i++
			continue
		}
		end := i + 1
		for end < to && !h.zeroChunk(end) {
			end++
		}
		first, last := i*chunkColumns, min(end*chunkColumns, h.p.N)
		if first < h.zeroFrom {
			if err := do(first, min(last, h.zeroFrom)); err != nil {
				return err
			}
		}
		w.addZeros(max(first, h.zeroFrom), min(last, h.p.K2))
		if last > h.p.K2 {
			if err := do(max(first, h.p.K2), last); err != nil {
				return err
			}
		}
		i = end
	}
	return nil
}

// A columnWorker encodes and hashes the columns of one chunk after the other, in memory of its own.
type columnWorker struct {
	*hashing
	keep    grid // where the repair symbols of columns below k2 are written, from column 0 on; no data if they are only hashed
	src     rs16.Rows
	dst     rs16.Rows // if repair symbols are kept
	hasher  symbolHasher
	leaves  []merkle.Hash               // of the chunk's columns, active rows only
	columns [chunkColumns][]merkle.Hash // the same by column
	trees   gappedTrees                 // of columns
	own     partialColumn
}

// workerPool holds what columnWorkers leave: new memory costs more than the work on a small blob.
var workerPool sync.Pool

// worker borrows a columnWorker. Give it back with release.
func (h *hashing) worker() *columnWorker {
	w, ok := workerPool.Get().(*columnWorker)
	if !ok {
		w = new(columnWorker)
	}
	w.hashing = h
	w.keep = grid{}
	w.hasher = newSymbolHasher(h.p.N, h.size)
	w.src.Row = resize(w.src.Row, h.p.K1)
	active := h.active()
	w.leaves = resize(w.leaves, chunkColumns*active)
	for c := range w.columns {
		w.columns[c] = w.leaves[c*active : (c+1)*active]
	}
	w.trees.gap, w.trees.end, w.trees.n, w.trees.zeros = h.used, h.p.K1, h.p.N, h.zeros
	return w
}

func (w *columnWorker) release() {
	clear(w.src.Row)
	clear(w.dst.Row)
	w.hashing, w.keep, w.trees.zeros = nil, grid{}, nil
	workerPool.Put(w)
}

// resize returns a slice of length n that uses the memory of s if that is enough. Its contents are undefined.
func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// inGrid is the number of rows of the blob that the grids of columns from c on contain: all it reaches into, or all but the last.
func (w *columnWorker) inGrid(c int) int {
	if w.padded != nil && c < w.p.K2 {
		return w.used - 1
	}
	return w.used
}

// add encodes and hashes part of some columns of one chunk or of several, on one side of k2: the tile counts columns, and the bytes of their
// symbols. g holds the tile's symbols in the rows that the blob reaches into; last is the last of these rows, if it is not in the grid. Columns, and
// the pieces of a column, must come in order.
func (w *columnWorker) add(t tile, g grid, last []byte) error {
	w.src.Stride = g.right
	clear(w.src.Row)
	inGrid := w.inGrid(t.first)
	for r := range inGrid {
		w.src.Row[r] = tail(g.data, r*g.down)
	}
	if inGrid < w.used {
		w.src.Row[w.used-1] = last
	}
	if w.keep.data == nil || t.first >= w.p.K2 {
		return w.code.ExpandStrips(w.src, t.width, 0, t.count, func(s rs16.Strip) error {
			w.hash(t, g, s, grid{s.Buf, s.Pitch, s.Width})
			return nil
		})
	}
	// Symbols that are kept are hashed where they are, still in cache.
	kept := grid{w.keep.data[t.at(w.size):], w.keep.down, w.size}
	w.dst.Stride = kept.right
	w.dst.Row = resize(w.dst.Row, w.p.N-w.p.K1)
	for j := range w.dst.Row {
		w.dst.Row[j] = kept.data[j*kept.down:]
	}
	return w.code.ExpandRowsEach(w.dst, w.src, t.width, 0, t.count, func(s rs16.Strip) error {
		w.hash(t, g, s, grid{kept.data[s.First*kept.right+s.Off:], kept.down, kept.right})
		return nil
	})
}

// hash hashes a strip of a tile: the source symbols in g, which begins with the tile, and the repair symbols in repair, which begins with the strip.
func (w *columnWorker) hash(t tile, g grid, s rs16.Strip, repair grid) {
	if s.Width != w.size {
		w.hashPieces(t, g, s, repair)
		return
	}
	for i := range s.Count {
		c := t.first + s.First + i
		out := w.columns[c%chunkColumns]
		w.hasher.column(out[:w.inGrid(c)], tail(g.data, (s.First+i)*g.right), g.down)
		w.hasher.column(out[w.used:], repair.data[i*repair.right:], repair.down)
		w.columnDone(c)
	}
}

// hashPieces adds pieces of symbols to their hashes.
func (w *columnWorker) hashPieces(t tile, g grid, s rs16.Strip, repair grid) {
	sources, repairs := w.inGrid(t.first), w.p.N-w.p.K1
	off := t.off + s.Off
	for i := range s.Count {
		c := t.first + s.First + i
		h := w.partials(c)
		if off == 0 {
			h.source.Reset(sources, w.size)
			h.repair.Reset(repairs, w.size)
		}
		h.source.Write(0, sources, tail(g.data, (s.First+i)*g.right+s.Off), s.Width, g.down)
		h.repair.Write(0, repairs, repair.data[i*repair.right:], s.Width, repair.down)
		if off+s.Width == w.size {
			out := w.columns[c%chunkColumns]
			h.source.Sum(out[:sources])
			h.repair.Sum(out[w.used:])
			w.columnDone(c)
		}
	}
}

// A partialColumn is the leaf hashes of a column whose symbols come in pieces.
type partialColumn struct {
	source merkle.Partials // of the rows of the grid
	repair merkle.Partials
}

// partials returns the hashes of column c. Without stripes a worker gets all pieces of a column before those of another.
func (w *columnWorker) partials(c int) *partialColumn {
	if w.stripes != nil {
		return &w.stripes[c]
	}
	return &w.own
}

// addZeros adds columns that are known to be zero, of a chunk in which others are not.
func (w *columnWorker) addZeros(from, to int) {
	for c := from; c < to; c++ {
		out := w.columns[c%chunkColumns]
		for a := range out {
			out[a] = w.zeros[0]
		}
		w.finishChunk(c)
	}
}

// columnDone takes over a column whose symbols of the grid and repair symbols are hashed.
func (w *columnWorker) columnDone(c int) {
	if w.inGrid(c) < w.used {
		w.columns[c%chunkColumns][w.used-1] = w.padded[c]
	}
	w.finishChunk(c)
}

// finishChunk computes the trees of the chunk's columns and adds its nodes to the trees of the rows, if c is its last column.
func (w *columnWorker) finishChunk(c int) {
	if (c+1)%chunkColumns != 0 && c+1 != w.p.N {
		return
	}
	first := c / chunkColumns * chunkColumns
	count := c + 1 - first
	var roots [chunkColumns]merkle.Hash
	w.trees.roots(roots[:count], w.leaves[:count*w.active()])
	for i, root := range roots[:count] {
		w.setColumn(first+i, merkle.Digest(root))
	}
	nodes := w.rows.take()
	columns := w.columns // the headers are overwritten
	foldColumns(*nodes, columns[:count], w.p.N, w.empty)
	w.rows.add(first/chunkColumns, nodes)
}
