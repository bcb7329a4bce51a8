package redstuff

import "walrus/merkle"

// Memory may be implemented by the source and by the spool of [EncodeFrom]: one that lies in memory is worked on where it lies then, instead of being copied in and out piece by
// piece. What it holds must be what ReadAt and WriteAt see.
type Memory interface {
	// Hold returns all bytes, which stay where they are until Release. It returns nil if there are none in memory, or no longer; Release is not called then. It may be held
	// several times at once; whoever holds it does not call ReadAt or WriteAt.
	Hold() []byte
	Release()
}

// A held is what of a stream's blob and of its spool lies in memory, and stays there until release. Either may be nil.
type held struct {
	blob, parity []byte
	release      func()
}

// hold holds what lies in memory.
func (s *Stream) hold() held {
	blob, doneBlob := hold(s.src, s.length)
	parity, doneParity := hold(s.spool, uint64(s.used)*uint64(s.parityLen()))
	return held{blob, parity, func() {
		doneBlob()
		doneParity()
	}}
}

// holdBlob is hold for the blob alone.
func (s *Stream) holdBlob() held {
	blob, done := hold(s.src, s.length)
	return held{blob, nil, done}
}

// hold holds the first size bytes of v. One that has fewer will say so when it is read.
func hold(v any, size uint64) (b []byte, release func()) {
	if m, ok := v.(Memory); ok {
		if b := m.Hold(); uint64(len(b)) >= size && b != nil {
			return b[:size:size], m.Release
		} else if b != nil {
			m.Release()
		}
	}
	return nil, func() {}
}

// scratch borrows n bytes if they are needed; release gives them back.
func scratch(needed bool, n int) (b []byte, release func()) {
	if !needed {
		return nil, func() {}
	}
	buf := borrow[byte](&tileBuffers, n)
	return (*buf)[:n], func() { tileBuffers.Put(buf) }
}

// spread makes rows begin in b at even distances, from offset at on. What lies beyond the end of b is zero.
func spread(rows [][]byte, b []byte, at, step int) {
	for i := range rows {
		rows[i] = tail(b, at+i*step)
	}
}

// pad returns the last row that a blob in memory reaches into with its padding, and has its symbols hashed apart: grids are without it from now on. It returns nil if the blob
// fills that row.
func (h *hashing) pad(blob []byte) []byte {
	if len(blob) == h.used*h.rowLen() {
		return nil
	}
	row := make([]byte, h.rowLen())
	copy(row, blob[(h.used-1)*h.rowLen():])
	h.padded = make([]merkle.Hash, h.p.K2)
	hasher := newSymbolHasher(h.p.N, h.size)
	hasher.column(h.padded, row, h.size)
	return row
}
