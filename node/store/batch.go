package store

import (
	"errors"
	"fmt"
	"hash/crc32"
	"sync"

	"github.com/cockroachdb/pebble/v2"

	"walrus/redstuff"
)

// A PairSliver is a verified sliver of a pair.
type PairSliver struct {
	Pair   redstuff.PairIndex
	Sliver redstuff.Sliver
}

// Batches are written from buffers of this length, or from one made for a batch that is longer.
const batchBuffer = 1 << 20

var batchBuffers = sync.Pool{New: func() any { b := make([]byte, batchBuffer); return &b }}

// PutMany does for every sliver what Put does, with one write for all that are new. added says which those are; after an error none is.
func (w *Writer) PutMany(slivers []PairSliver) (added []bool, err error) {
	b := w.b
	b.writing.RLock()
	defer b.writing.RUnlock()
	b.mu.Lock()
	added = make([]bool, len(slivers))
	f, off, size, err := w.claim(slivers, added)
	b.mu.Unlock()
	if err != nil || size == 0 {
		return added, err
	}
	err = w.writeMany(f, off, size, slivers, added)
	if err == nil {
		return added, nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for i, s := range slivers {
		if added[i] {
			delete(b.pending, key{s.Sliver.Axis, s.Pair})
		}
	}
	clear(added)
	b.err = fmt.Errorf("write slivers: %w", err)
	return added, b.err
}

// claim takes the index entries of those slivers that have none, which it marks in added, and a place for their records, one behind the other. b.mu is held.
func (w *Writer) claim(slivers []PairSliver, added []bool) (f *file, off, size int64, err error) {
	b := w.b
	if b.err != nil {
		return nil, 0, 0, b.err
	}
	twice := make(map[key]bool, len(slivers))
	for i, s := range slivers {
		k := key{s.Sliver.Axis, s.Pair}
		if _, ok := b.pending[k]; ok || twice[k] {
			continue
		}
		stored, err := w.stored(k)
		if err != nil {
			return nil, 0, 0, err
		}
		if !stored {
			added[i], twice[k] = true, true
			size += recordSize(len(s.Sliver.Data))
		}
	}
	if size == 0 {
		return nil, 0, 0, nil
	}
	if f, off, err = w.place(size); err != nil {
		clear(added)
		return nil, 0, 0, err
	}
	at := off
	for i, s := range slivers {
		if added[i] {
			b.pending[key{s.Sliver.Axis, s.Pair}] = location{segment: f.id.segment, offset: at, length: uint32(len(s.Sliver.Data))}
			at += recordSize(len(s.Sliver.Data))
		}
	}
	return f, off, size, nil
}

// writeMany writes the records of those slivers that are marked in added, size bytes in all.
func (w *Writer) writeMany(f *file, off, size int64, slivers []PairSliver, added []bool) error {
	pooled := batchBuffers.Get().(*[]byte)
	defer batchBuffers.Put(pooled)
	buf := *pooled
	if size > int64(len(buf)) {
		buf = make([]byte, size)
	}
	at := 0
	for i, s := range slivers {
		if !added[i] {
			continue
		}
		data := s.Sliver.Data
		n := copy(buf[at:], w.header(s.Pair, s.Sliver, len(data), crc32.Checksum(data, castagnoli)))
		n += copy(buf[at+n:], data)
		next := at + int(recordSize(len(data)))
		clear(buf[at+n : next])
		at = next
	}
	_, err := f.f.WriteAt(buf[:at], off)
	return err
}

// stored says whether a sliver is in the index and not damaged. b.mu is held.
//
// While a blob is written nobody else adds to its index. So nothing is looked up of a blob that had no entry when its writing began, until something of it is committed.
func (w *Writer) stored(k key) (bool, error) {
	b := w.b
	if !b.looked {
		lower := append([]byte{tableIndex}, b.blob[:]...)
		it, err := w.s.db.NewIter(&pebble.IterOptions{LowerBound: lower, UpperBound: keyAfter(lower)})
		if err != nil {
			return false, fmt.Errorf("read database: %w", err)
		}
		b.known = it.First()
		if err := it.Close(); err != nil {
			return false, fmt.Errorf("read database: %w", err)
		}
		b.looked = true
	}
	if !b.known {
		return false, nil
	}
	l, err := w.s.locate(b.blob, k)
	if errors.Is(err, ErrNotFound) {
		return false, nil
	}
	return err == nil && !l.damaged, err
}

// Has is Store.Has for the blob of the writer, and takes less time while nothing of it is stored.
func (w *Writer) Has(pair redstuff.PairIndex, axis redstuff.Axis) (bool, error) {
	w.b.mu.Lock()
	defer w.b.mu.Unlock()
	return w.stored(key{axis, pair})
}
