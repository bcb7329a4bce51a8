package store

import (
	"errors"
	"fmt"
	"hash/crc32"
	"runtime"
	"sync"

	"github.com/cockroachdb/pebble/v2"

	"walrus/redstuff"
)

// A PairSliver is a verified sliver of a pair.
type PairSliver struct {
	Pair   redstuff.PairIndex
	Sliver redstuff.Sliver
}

// batchBuffer is how much of a batch is put together for one write. Writes begin and end at multiples of it in the file, but for the first and the last one of a batch: the kernel
// then keeps these bytes in large pieces, and writing them takes half the processor time of writing sliver by sliver. Half as much doubles the writes.
const batchBuffer = 256 << 10

// batchBuffers are those of the process, one for each processor; writing a batch waits for one, which is in use only for writes.
var batchBuffers = sync.OnceValue(func() chan []byte {
	c := make(chan []byte, runtime.GOMAXPROCS(0))
	for range cap(c) {
		c <- make([]byte, batchBuffer)
	}
	return c
})

// PutMany does for every sliver what Put does, with few writes for all that are new. added says which those are; after an error none is.
func (w *Writer) PutMany(slivers []PairSliver) (added []bool, err error) {
	f, added, err := w.putMany(slivers)
	if err == nil && f != nil {
		f.writebackIfDue()
	}
	return added, err
}

// putMany is PutMany without the write-back, and says where it wrote, nil if nowhere.
func (w *Writer) putMany(slivers []PairSliver) (f *file, added []bool, err error) {
	b := w.b
	b.writing.RLock()
	defer b.writing.RUnlock()
	b.mu.Lock()
	added = make([]bool, len(slivers))
	f, off, size, err := w.claim(slivers, added)
	b.mu.Unlock()
	if err != nil || size == 0 {
		return nil, added, err
	}
	err = w.writeMany(f, off, slivers, added)
	if err == nil {
		return f, added, nil
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
	return nil, added, b.err
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

// writeMany writes the records of those slivers that are marked in added, from off on.
func (w *Writer) writeMany(f *file, off int64, slivers []PairSliver, added []bool) error {
	buf := <-batchBuffers()
	defer func() { batchBuffers() <- buf }()
	to := blockWriter{f: f, buf: buf, at: off}
	for i, s := range slivers {
		if !added[i] {
			continue
		}
		data := s.Sliver.Data
		size := int(recordSize(len(data)))
		to.write(w.header(s.Pair, s.Sliver, len(data), crc32.Checksum(data, castagnoli)))
		to.write(data)
		to.write(padding[:size-headerLen-len(data)])
	}
	return to.flush()
}

// padding is what lies between the end of a record's data and the next record.
var padding [recordAlign]byte

// A blockWriter writes bytes to a file one behind the other, in blocks of batchBuffer bytes that begin at multiples of that. After an error it writes no more.
type blockWriter struct {
	f   *file
	buf []byte // batchBuffer bytes
	n   int    // of them wait to be written
	at  int64  // in the file
	err error
}

func (b *blockWriter) write(p []byte) {
	for len(p) > 0 && b.err == nil {
		room := batchBuffer - int((b.at+int64(b.n))%batchBuffer) // up to the end of the block
		if b.n == 0 && room == batchBuffer && len(p) >= batchBuffer {
			whole := len(p) &^ (batchBuffer - 1)
			b.err = b.f.put(p[:whole], b.at)
			b.at += int64(whole)
			p = p[whole:]
			continue
		}
		c := copy(b.buf[b.n:b.n+min(room, len(p))], p)
		b.n += c
		p = p[c:]
		if c == room {
			b.flush()
		}
	}
}

// flush writes what waits.
func (b *blockWriter) flush() error {
	if b.err == nil && b.n > 0 {
		b.err = b.f.put(b.buf[:b.n], b.at)
		b.at += int64(b.n)
		b.n = 0
	}
	return b.err
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
