package redstuff

import (
	"fmt"
	"math/bits"
	"sync"

	"walrus/merkle"
	"walrus/rs16"
)

// An Encoding is a blob with its repair symbols: every sliver, the metadata and the ID. It holds 3.5 times
// the blob's size at most, the blob included, and is safe for concurrent use.
type Encoding struct {
	layout
	metadata Metadata
	root     merkle.Hash
	id       BlobID
}

// layout says where the symbols of a blob's matrix lie. The corner that is in no sliver is not stored.
type layout struct {
	p         Params
	size      int    // of a symbol in bytes
	blob      []byte // rows below k1 and columns below k2, row by row; shorter than that by the padding
	primary   []byte // rows from k1 on and columns below k2, row by row; nil if not kept
	secondary []byte // columns from k2 on and rows below k1, column by column
}

// Encode computes all slivers of a blob. It uses all cores.
//
// The result refers to blob, which must not change while it is in use. The error is ErrDataTooLarge.
func Encode(p Params, blob []byte) (*Encoding, error) { return encode(p, blob, true) }

// ComputeMetadata computes the metadata of a blob, and so its ID, and keeps no sliver. It takes half the
// blob's size in memory. The error is ErrDataTooLarge.
func ComputeMetadata(p Params, blob []byte) (*Metadata, error) {
	e, err := encode(p, blob, false)
	if err != nil {
		return nil, err
	}
	return &e.metadata, nil
}

func encode(p Params, blob []byte, keep bool) (*Encoding, error) {
	size, err := p.SymbolSize(uint64(len(blob)))
	if err != nil {
		return nil, err
	}
	rows, err := rs16.New(p.K2, p.N)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidShardCount, err)
	}
	columns, err := rs16.New(p.K1, p.N)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidShardCount, err)
	}
	e := &Encoding{layout: layout{p: p, size: size, blob: blob}}
	if need := (p.N - p.K2) * p.K1 * size; keep {
		e.secondary = make([]byte, need)
		e.primary = make([]byte, (p.N-p.K1)*p.K2*size)
	} else {
		spare := borrow[byte](&repairPool, need)
		defer repairPool.Put(spare)
		e.secondary = (*spare)[:need]
		e.clearPadding()
	}
	if err := e.expandRows(rows); err != nil {
		return nil, err
	}
	e.metadata = Metadata{Encoding: EncodingRS2, Length: uint64(len(blob)), Hashes: make([]PairHashes, p.N)}
	if err := e.hashMatrix(columns, e.metadata.Hashes); err != nil {
		return nil, err
	}
	e.root = e.metadata.Root()
	e.id = NewBlobID(EncodingRS2, e.metadata.Length, e.root)
	return e, nil
}

// Memory that one call leaves to the next: touching new pages costs more than the arithmetic on them. What it holds is undefined.
var (
	repairPool sync.Pool // of *[]byte: the repair symbols of rows, when only hashes are kept
	leafPool   sync.Pool // of *[]merkle.Hash: the leaves of a window
)

// borrow takes at least n elements from a pool.
func borrow[T any](pool *sync.Pool, n int) *[]T {
	if s, ok := pool.Get().(*[]T); ok && len(*s) >= n {
		return s
	}
	s := make([]T, n)
	return &s
}

// clearPadding zeroes the repair symbols of the rows that are padding, which expandRows passes over.
func (l *layout) clearPadding() {
	columnLen := l.p.K1 * l.size
	for at := 0; at < len(l.secondary); at += columnLen {
		clear(l.secondary[at+l.usedRows()*l.size : at+columnLen])
	}
}

// tail returns b from offset i on, which may lie in the padding beyond its end.
func tail(b []byte, i int) []byte { return b[min(i, len(b)):] }

// expandRows runs the secondary encoding: the repair symbols of the blob's rows are the non-systematic
// secondary slivers. Rows of padding expand to zeros, which are there already.
func (l *layout) expandRows(code *rs16.Code) error {
	rowLen := l.p.K2 * l.size
	used := l.usedRows()
	src := rs16.Rows{Row: make([][]byte, l.p.K2), Stride: rowLen}
	for c := range src.Row {
		src.Row[c] = tail(l.blob, c*l.size)
	}
	dst := rs16.Rows{Row: make([][]byte, l.p.N-l.p.K2), Stride: l.size}
	columnLen := l.p.K1 * l.size
	for c := range dst.Row {
		dst.Row[c] = l.secondary[c*columnLen : (c+1)*columnLen]
	}
	step := share(used, 64)
	return forEach((used+step-1)/step, func() func(int) error {
		return func(i int) error {
			return code.ExpandRows(dst, src, l.size, i*step, min((i+1)*step, used))
		}
	})
}

const (
	// windowBytes bounds the leaf hashes that are held at once: columns are encoded in any order within a
	// window, and rows take their leaves window by window.
	windowBytes = 8 << 20
	// groupBytes is about how many bytes of symbols one worker encodes before it hashes them, so that
	// they are still in its cache.
	groupBytes = 512 << 10
	maxGroup   = 64
)

// usedRows is the number of rows that the blob reaches into. Those from there to k1 are zero in every column, repair included.
func (l *layout) usedRows() int {
	rowLen := l.p.K2 * l.size
	return (len(l.blob) + rowLen - 1) / rowLen
}

// zeroColumns returns the range of columns that a blob of one row leaves zero, repair included.
func (l *layout) zeroColumns() (from, to int) {
	return min((len(l.blob)+l.size-1)/l.size, l.p.K2), l.p.K2
}

// hashMatrix runs the primary encoding, column by column, and builds the trees of all rows and columns.
// Only the repair symbols that lie in a primary sliver are kept, if any are.
//
// Columns and rows that are zero are neither encoded nor hashed: their trees are known.
func (l *layout) hashMatrix(code *rs16.Code, hashes []PairHashes) error {
	n := l.p.N
	window := n
	if most := max(windowBytes/(n*merkle.HashSize), 1); most < n {
		window = 1 << (bits.Len(uint(most)) - 1) // windows begin where whole subtrees do
	}
	group := share(window, min(max(groupBytes/(n*l.size), 1), maxGroup))
	spare := borrow[merkle.Hash](&leafPool, window*n)
	defer leafPool.Put(spare)
	leaves := *spare // of column first+c, row r: leaves[c*n+r]
	rows := make([]merkle.Builder, n)
	zeros, zeroRoot := zeroSubtrees(n, l.size)
	zeroFrom, zeroTo := l.zeroColumns()
	for first := 0; first < n; {
		if first >= zeroFrom && first < zeroTo {
			level := alignedLevel(first, zeroTo)
			for c := first; c < first+1<<level; c++ {
				hashes[l.p.Pair(Secondary, SliverIndex(c))].Secondary = zeroRoot
			}
			l.forRows(rows, func(_ int, tree *merkle.Builder) { tree.AddSubtree(level, zeros[level]) })
			first += 1 << level
			continue
		}
		count := min(window-first%window, n-first)
		if first < zeroFrom && zeroFrom < zeroTo {
			count = min(count, zeroFrom-first)
		}
		err := forEach((count+group-1)/group, func() func(int) error {
			w := newColumnWorker(l, code)
			return func(i int) error {
				from, to := first+i*group, first+min((i+1)*group, count)
				for _, cut := range [2][2]int{{from, min(to, l.p.K2)}, {max(from, l.p.K2), to}} {
					if cut[0] >= cut[1] {
						continue
					}
					out := leaves[(cut[0]-first)*n : (cut[1]-first)*n]
					if err := w.expand(cut[0], cut[1], out); err != nil {
						return err
					}
				}
				return nil
			}
		})
		if err != nil {
			return err
		}
		l.hashColumns(leaves[:count*n], first, hashes)
		l.addLeaves(rows, leaves[:count*n], first)
		first += count
	}
	for r := range hashes {
		hashes[r].Primary = zeroRoot
	}
	l.forRows(rows, func(r int, tree *merkle.Builder) { hashes[r].Primary = tree.Root() })
	return nil
}

// forRows calls do for the rows that are not known to be zero, on all cores.
func (l *layout) forRows(rows []merkle.Builder, do func(r int, tree *merkle.Builder)) {
	used := l.usedRows()
	active := used + len(rows) - l.p.K1
	const step = 32
	_ = forEach((active+step-1)/step, func() func(int) error {
		return func(i int) error {
			for a := i * step; a < min((i+1)*step, active); a++ {
				r := l.activeRow(a, used)
				do(r, &rows[r])
			}
			return nil
		}
	})
}

// activeRow returns row number a of those that are not known to be zero: those that the blob reaches into, then repair.
func (l *layout) activeRow(a, used int) int {
	if a < used {
		return a
	}
	return a - used + l.p.K1
}

// treeStep is how many trees are hashed together: the number of messages that the widest kernel takes.
const treeStep = 16

// hashColumns computes the hashes of the secondary slivers from first on, whose leaves are given.
func (l *layout) hashColumns(leaves []merkle.Hash, first int, hashes []PairHashes) {
	n := l.p.N
	count := len(leaves) / n
	_ = forEach((count+treeStep-1)/treeStep, func() func(int) error {
		var buf []merkle.Hash
		var roots [treeStep]merkle.Hash
		return func(i int) error {
			from, to := i*treeStep, min((i+1)*treeStep, count)
			merkle.Roots(roots[:to-from], leaves[from*n:to*n], n, &buf)
			for c := from; c < to; c++ {
				hashes[l.p.Pair(Secondary, SliverIndex(first+c))].Secondary = merkle.Digest(roots[c-from])
			}
			return nil
		}
	})
}

// addLeaves adds the leaf hashes of columns from first on to the trees of the rows, but for those known to be zero. Rows are hashed treeStep at a
// time, in subtrees as large as the columns have room for.
func (l *layout) addLeaves(rows []merkle.Builder, leaves []merkle.Hash, first int) {
	n := len(rows)
	count := len(leaves) / n
	used := l.usedRows()
	active := used + n - l.p.K1
	_ = forEach((active+treeStep-1)/treeStep, func() func(int) error {
		var buf []merkle.Hash
		return func(i int) error {
			from, to := i*treeStep, min((i+1)*treeStep, active)
			for c := 0; c < count; {
				level := alignedLevel(first+c, first+count)
				size := 1 << level
				if len(buf) < treeStep*size {
					buf = make([]merkle.Hash, treeStep*size)
				}
				nodes := buf[:(to-from)*size]
				for k := range size {
					column := leaves[(c+k)*n:]
					for a := from; a < to; a++ {
						nodes[(a-from)*size+k] = column[l.activeRow(a, used)]
					}
				}
				for range level {
					merkle.InnerHashes(nodes[:len(nodes)/2], nodes)
					nodes = nodes[:len(nodes)/2]
				}
				for a := from; a < to; a++ {
					rows[l.activeRow(a, used)].AddSubtree(level, nodes[a-from])
				}
				c += size
			}
			return nil
		}
	})
}

// A columnWorker encodes and hashes columns in memory of its own.
type columnWorker struct {
	*layout
	code     *rs16.Code
	src, dst rs16.Rows
	spare    []byte // repair symbols that are not kept
	hasher   symbolHasher
}

func newColumnWorker(l *layout, code *rs16.Code) *columnWorker {
	return &columnWorker{
		layout: l,
		code:   code,
		src:    rs16.Rows{Row: make([][]byte, l.p.K1)},
		dst:    rs16.Rows{Row: make([][]byte, l.p.N-l.p.K1)},
		hasher: newSymbolHasher(l.p.N, l.size),
	}
}

// expand encodes the columns [from, to), which lie on one side of k2, and writes the leaf hashes of their
// symbols, column by column.
func (w *columnWorker) expand(from, to int, leaves []merkle.Hash) error {
	k1, k2, size := w.p.K1, w.p.K2, w.size
	count := to - from
	source := grid{tail(w.blob, from*size), k2 * size, size}
	if from >= k2 {
		source = grid{w.secondary[(from-k2)*k1*size:], size, k1 * size}
	}
	repair := grid{nil, count * size, size}
	if from < k2 && w.primary != nil {
		repair = grid{w.primary[from*size:], k2 * size, size}
	} else {
		if need := count * size * len(w.dst.Row); len(w.spare) < need {
			w.spare = make([]byte, need)
		}
		repair.data = w.spare
	}
	source.rows(&w.src)
	repair.rows(&w.dst)
	if err := w.code.ExpandRows(w.dst, w.src, size, 0, count); err != nil {
		return err
	}
	for c := range count {
		out := leaves[c*w.p.N : (c+1)*w.p.N]
		w.hasher.column(out[:k1], tail(source.data, c*source.right), source.down)
		w.hasher.column(out[k1:], repair.data[c*repair.right:], repair.down)
	}
	return nil
}

// A grid is symbols at even distances: the one below lies down bytes further, the one to the right right bytes further. What lies beyond
// the end of data is zero.
type grid struct {
	data        []byte
	down, right int
}

// rows presents the grid as a table whose rows are in place.
func (g grid) rows(t *rs16.Rows) {
	t.Stride = g.right
	for r := range t.Row {
		t.Row[r] = tail(g.data, r*g.down)
	}
}

// Params returns the dimensions of the code.
func (e *Encoding) Params() Params { return e.p }

// SymbolSize returns the size of a symbol in bytes.
func (e *Encoding) SymbolSize() int { return e.size }

// Metadata returns the blob's metadata. The caller must not change it.
func (e *Encoding) Metadata() *Metadata { return &e.metadata }

// Root returns the blob root.
func (e *Encoding) Root() [32]byte { return e.root }

// BlobID returns the blob's ID.
func (e *Encoding) BlobID() BlobID { return e.id }

// Sliver returns the sliver of axis a of pair q, which must be below n. Its data belongs to the encoding
// and must not be changed, but for systematic secondary slivers, which are gathered anew by each call.
func (e *Encoding) Sliver(a Axis, q PairIndex) Sliver {
	i := e.p.Index(a, q)
	return Sliver{Axis: a, Index: i, SymbolSize: e.size, Data: e.sliverData(a, int(i))}
}

func (l *layout) sliverData(a Axis, i int) []byte {
	rowLen, columnLen := l.p.K2*l.size, l.p.K1*l.size
	switch {
	case a == Primary && i >= l.p.K1:
		return l.primary[(i-l.p.K1)*rowLen : (i-l.p.K1+1)*rowLen : (i-l.p.K1+1)*rowLen]
	case a == Primary && (i+1)*rowLen <= len(l.blob):
		return l.blob[i*rowLen : (i+1)*rowLen : (i+1)*rowLen]
	case a == Primary: // the row reaches into the padding
		data := make([]byte, rowLen)
		copy(data, tail(l.blob, i*rowLen))
		return data
	case i >= l.p.K2:
		return l.secondary[(i-l.p.K2)*columnLen : (i-l.p.K2+1)*columnLen : (i-l.p.K2+1)*columnLen]
	}
	data := make([]byte, columnLen)
	for r := range l.p.K1 {
		copy(data[r*l.size:(r+1)*l.size], tail(l.blob, (r*l.p.K2+i)*l.size))
	}
	return data
}
