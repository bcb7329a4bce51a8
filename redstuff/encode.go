package redstuff

import (
	"fmt"
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
	matrix
	blob      []byte // rows below k1 and columns below k2, row by row; shorter than that by the padding
	primary   []byte // rows from k1 on and columns below k2, row by row; nil if not kept
	secondary []byte // columns from k2 on and rows below k1, column by column

	primaryMemory, secondaryMemory *[]byte // what the two are part of
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
	m, err := newMatrix(p, uint64(len(blob)))
	if err != nil {
		return nil, err
	}
	rows, columns, err := newCodes(p)
	if err != nil {
		return nil, err
	}
	e := &Encoding{layout: layout{matrix: m, blob: blob}}
	e.take(keep)
	if !keep {
		defer e.Release()
	}
	if err := e.expandRows(rows); err != nil {
		return nil, err
	}
	hashes, err := e.hashMatrix(columns)
	if err != nil {
		return nil, err
	}
	e.metadata = Metadata{Encoding: EncodingRS2, Length: uint64(len(blob)), Hashes: hashes}
	e.root = e.metadata.Root()
	e.id = NewBlobID(EncodingRS2, e.metadata.Length, e.root)
	return e, nil
}

// newCodes returns the codes of rows and of columns.
func newCodes(p Params) (rows, columns *rs16.Code, err error) {
	if rows, err = rs16.New(p.K2, p.N); err == nil {
		columns, err = rs16.New(p.K1, p.N)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrInvalidShardCount, err)
	}
	return rows, columns, nil
}

// Memory that one call leaves to the next: touching new pages costs more than the arithmetic on them. What it holds is undefined.
var secondaryPool, primaryPool sync.Pool // of *[]byte: the repair symbols of rows and of columns

// take gives the layout memory for the symbols that will be kept.
func (l *layout) take(primary bool) {
	size := (l.p.N - l.p.K2) * l.columnLen()
	l.secondaryMemory = borrow[byte](&secondaryPool, size)
	l.secondary = (*l.secondaryMemory)[:size]
	if !primary {
		return
	}
	for c := range l.p.N - l.p.K2 { // rows of padding are not encoded
		clear(l.secondary[c*l.columnLen()+l.used*l.size : (c+1)*l.columnLen()])
	}
	size = (l.p.N - l.p.K1) * l.rowLen()
	l.primaryMemory = borrow[byte](&primaryPool, size)
	l.primary = (*l.primaryMemory)[:size]
	for j := range l.p.N - l.p.K1 { // nor columns of padding
		clear(l.primary[j*l.rowLen()+l.zeroFrom*l.size : (j+1)*l.rowLen()])
	}
}

// Release leaves the memory of the slivers, two and a half times the blob's, to later calls of [Encode], which are much faster with memory that was in use
// before. Neither the encoding nor slivers taken from it may be used after that, except for metadata, root and ID. Encodings that are not released
// are left to the garbage collector.
func (e *Encoding) Release() {
	if e.secondaryMemory != nil {
		secondaryPool.Put(e.secondaryMemory)
	}
	if e.primaryMemory != nil {
		primaryPool.Put(e.primaryMemory)
	}
	e.layout = layout{matrix: e.matrix}
}

// borrow takes at least n elements from a pool, but not so many more that a small blob would hold on to the memory of a large one.
func borrow[T any](pool *sync.Pool, n int) *[]T {
	if s, ok := pool.Get().(*[]T); ok {
		if len(*s) >= n && len(*s) <= 8*n+1<<20 {
			return s
		}
		if len(*s) > n {
			pool.Put(s)
		}
	}
	s := make([]T, n)
	return &s
}

// tail returns b from offset i on, which may lie in the padding beyond its end.
func tail(b []byte, i int) []byte { return b[min(i, len(b)):] }

// expandRows runs the secondary encoding: the repair symbols of the blob's rows are the non-systematic
// secondary slivers. Rows of padding expand to zeros, which are not written.
func (l *layout) expandRows(code *rs16.Code) error {
	rowLen, columnLen := l.rowLen(), l.columnLen()
	src := rs16.Rows{Row: make([][]byte, l.p.K2), Stride: rowLen}
	for c := range src.Row {
		src.Row[c] = tail(l.blob, c*l.size)
	}
	dst := rs16.Rows{Row: make([][]byte, l.p.N-l.p.K2), Stride: l.size}
	for c := range dst.Row {
		dst.Row[c] = l.secondary[c*columnLen : (c+1)*columnLen]
	}
	step := share(l.used, 64)
	return forEach((l.used+step-1)/step, func() func(int) error {
		return func(i int) error {
			return code.ExpandRows(dst, src, l.size, i*step, min((i+1)*step, l.used))
		}
	})
}

// hashMatrix runs the primary encoding, column by column, and builds the trees of all rows and columns.
// Only the repair symbols that lie in a primary sliver are kept, if any are.
//
// Columns and rows that are zero are neither encoded nor hashed: their trees are known.
func (l *layout) hashMatrix(code *rs16.Code) ([]PairHashes, error) {
	h := newHashing(l.matrix, code)
	last := h.pad(l.blob)
	chunks := h.rows.chunks()
	step := min(share(chunks, smallChunks), max(1, smallColumns/(chunkColumns*l.size)))
	err := forEachWith((chunks+step-1)/step, 0, func() (func(int) error, func()) {
		w := h.worker()
		w.keep = grid{data: l.primary, down: l.rowLen(), right: l.size}
		return func(i int) error {
			return h.eachRange(i*step, min((i+1)*step, chunks), w, func(from, to int) error {
				t := tile{first: from, count: to - from, width: l.size}
				if from >= l.p.K2 {
					return w.add(t, grid{l.secondary[(from-l.p.K2)*l.columnLen():], l.size, l.columnLen()}, nil)
				}
				return w.add(t, grid{l.blob[from*l.size:], l.rowLen(), l.size}, tail(last, from*l.size))
			})
		}, w.release
	})
	if err != nil {
		return nil, err
	}
	return h.finish(), nil
}

// When symbols are small, one goroutine encodes several chunks at a time, so that the code works on longer rows: up to smallColumns bytes of each. More
// than smallChunks do not gain what is lost when the last of them ends late.
const (
	smallColumns = 512
	smallChunks  = 4
)

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
// and must not be changed, but for systematic secondary slivers and the row in which the blob ends, which are gathered anew by each call: [Encoding.ReadSliver]
// does without new memory.
func (e *Encoding) Sliver(a Axis, q PairIndex) Sliver {
	i := e.p.Index(a, q)
	data := e.contiguous(a, int(i))
	if data == nil {
		data = make([]byte, e.p.SliverSize(a, e.size))
		e.gather(data, a, int(i), 0)
	}
	return Sliver{Axis: a, Index: i, SymbolSize: e.size, Data: data}
}

// ReadSliver fills dst with the bytes from off on of the data of sliver i of axis a. The range must lie in the sliver. It does what [Stream.ReadSliver] does, for
// all slivers.
func (e *Encoding) ReadSliver(dst []byte, a Axis, i SliverIndex, off int) error {
	if err := e.checkRange(len(dst), a, i, off); err != nil {
		return err
	}
	if data := e.contiguous(a, int(i)); data != nil {
		copy(dst, data[off:])
	} else {
		e.gather(dst, a, int(i), off)
	}
	return nil
}

// checkRange checks that n bytes from off on lie in sliver i of axis a.
func (m *matrix) checkRange(n int, a Axis, i SliverIndex, off int) error {
	if a > Secondary || int(i) >= m.p.N {
		return fmt.Errorf("read %v sliver %d: %w, want below %d", a, i, ErrIndexOutOfRange, m.p.N)
	}
	if size := m.p.SliverSize(a, m.size); off < 0 || off > size || n > size-off {
		return fmt.Errorf("read %v sliver %d: %w: bytes %d to %d of %d", a, i, ErrSliverSize, off, off+n, size)
	}
	return nil
}

// contiguous returns the data of a sliver that lies in one piece, else nil.
func (l *layout) contiguous(a Axis, i int) []byte {
	rowLen, columnLen := l.rowLen(), l.columnLen()
	switch {
	case a == Primary && i >= l.p.K1:
		i -= l.p.K1
		return l.primary[i*rowLen : (i+1)*rowLen : (i+1)*rowLen]
	case a == Primary && (i+1)*rowLen <= len(l.blob):
		return l.blob[i*rowLen : (i+1)*rowLen : (i+1)*rowLen]
	case a == Secondary && i >= l.p.K2:
		i -= l.p.K2
		return l.secondary[i*columnLen : (i+1)*columnLen : (i+1)*columnLen]
	}
	return nil
}

// gather copies bytes of a systematic sliver out of the blob and its padding.
func (l *layout) gather(dst []byte, a Axis, i, off int) {
	if a == Primary {
		clear(dst[copy(dst, tail(l.blob, i*l.rowLen()+off)):])
		return
	}
	r, in := off/l.size, off%l.size
	for ; len(dst) > 0; r, in = r+1, 0 {
		rest := tail(l.blob, r*l.rowLen()+i*l.size+in)
		if len(rest) == 0 { // nor does any row below
			clear(dst)
			return
		}
		n := min(len(dst), l.size-in)
		clear(dst[copy(dst[:n], rest):n])
		dst = dst[n:]
	}
}
