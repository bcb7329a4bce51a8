package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"

	"github.com/cockroachdb/errors/oserror"
	"github.com/cockroachdb/pebble/v2"

	"walrus/redstuff"
)

func get(r pebble.Reader, key []byte) ([]byte, error) {
	v, closer, err := r.Get(key)
	switch {
	case errors.Is(err, pebble.ErrNotFound):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("read database: %w", err)
	}
	defer closer.Close()
	return append(make([]byte, 0, len(v)), v...), nil
}

func (s *Store) has(key []byte) (bool, error) {
	_, closer, err := s.db.Get(key)
	switch {
	case errors.Is(err, pebble.ErrNotFound):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("read database: %w", err)
	}
	return true, closer.Close()
}

// Metadata returns the metadata of a blob as they were put, or ErrNotFound.
func (s *Store) Metadata(blob redstuff.BlobID) ([]byte, error) {
	b, err := get(s.db, metadataKey(blob))
	if err == nil && b == nil {
		err = ErrNotFound
	}
	return b, err
}

// HasMetadata says whether the metadata of a blob are stored.
func (s *Store) HasMetadata(blob redstuff.BlobID) (bool, error) { return s.has(metadataKey(blob)) }

// locate returns the index entry of a sliver, or ErrNotFound.
func (s *Store) locate(blob redstuff.BlobID, k key) (location, error) {
	v, closer, err := s.db.Get(indexKey(blob, k))
	switch {
	case errors.Is(err, pebble.ErrNotFound):
		return location{}, ErrNotFound
	case err != nil:
		return location{}, fmt.Errorf("read database: %w", err)
	}
	defer closer.Close()
	return parseLocation(v)
}

// Has says whether a sliver is stored, as far as is known without reading it. A caller that acknowledges the answer calls Barrier afterwards.
func (s *Store) Has(blob redstuff.BlobID, pair redstuff.PairIndex, axis redstuff.Axis) (bool, error) {
	l, err := s.locate(blob, key{axis, pair})
	if errors.Is(err, ErrNotFound) {
		return false, nil
	}
	return err == nil && !l.damaged, err
}

// Held lists the pairs of a blob whose sliver of each axis is stored, in rising order. A caller that signs or acknowledges the answer calls Barrier afterwards.
func (s *Store) Held(blob redstuff.BlobID) (primary, secondary []redstuff.PairIndex, err error) {
	lower := append([]byte{tableIndex}, blob[:]...)
	it, err := s.db.NewIter(&pebble.IterOptions{LowerBound: lower, UpperBound: append(append([]byte{tableIndex}, blob[:]...), 2)})
	if err != nil {
		return nil, nil, fmt.Errorf("read database: %w", err)
	}
	for it.First(); it.Valid(); it.Next() {
		k := it.Key()
		l, err := parseLocation(it.Value())
		if err != nil || len(k) != indexKeyLen {
			return nil, nil, errors.Join(fmt.Errorf("index of blob %v is malformed", blob), err, it.Close())
		}
		if l.damaged {
			continue
		}
		pair := redstuff.PairIndex(binary.BigEndian.Uint16(k[34:]))
		if redstuff.Axis(k[33]) == redstuff.Primary {
			primary = append(primary, pair)
		} else {
			secondary = append(secondary, pair)
		}
	}
	if err := it.Close(); err != nil {
		return nil, nil, fmt.Errorf("read database: %w", err)
	}
	return primary, secondary, nil
}

// PieceLen is how much of a sliver a SliverReader reads at once unless it is given a buffer. Doubling it doubles what a slow reader costs and halves the reads.
const PieceLen = 32 << 10

// RecordLen is the length of a buffer in which a SliverReader finds room for length bytes of symbols at once.
func RecordLen(length int) int { return headerLen + length }

// A SliverReader gives a stored sliver piece by piece, so that someone who takes it slowly costs a piece of memory and not a sliver. It needs no closing.
type SliverReader struct {
	Axis       redstuff.Axis
	Index      redstuff.SliverIndex
	SymbolSize int
	Len        int // bytes of symbols

	s    *Store
	blob redstuff.BlobID
	l    location
	buf  []byte // begins with the record's header
}

// Sliver opens a sliver and checks all of it, without holding it. It returns ErrNotFound, or ErrDamaged if the bytes are not those that were written; from then on the
// sliver counts as not stored until it is put again.
//
// The reader uses buf, of RecordLen(1) bytes at least, until it is done with; with nil it makes one of its own. A sliver that fits is read from the disk once, a longer one twice.
func (s *Store) Sliver(blob redstuff.BlobID, pair redstuff.PairIndex, axis redstuff.Axis, buf []byte) (*SliverReader, error) {
	k := key{axis, pair}
	l, err := s.locate(blob, k)
	switch {
	case err != nil:
		return nil, err
	case l.damaged:
		return nil, ErrDamaged
	}
	if buf == nil {
		buf = make([]byte, RecordLen(min(int(l.length), PieceLen)))
	}
	r := &SliverReader{Axis: axis, Len: int(l.length), s: s, blob: blob, l: l, buf: buf}
	err = r.check(k)
	if errors.Is(err, errOpen) {
		return nil, err
	}
	if err != nil {
		s.log.Error("stored sliver is damaged", "blob", blob, "pair", pair, "axis", axis, "error", err)
		s.markDamaged(blob, k, l)
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return r, nil
}

// errOpen is a failure to open a file that is there, for instance for want of descriptors: it says nothing about the bytes.
var errOpen = errors.New("cannot read now")

// readAt reads bytes of the record, its header included, and keeps no file open between calls.
func (r *SliverReader) readAt(p []byte, at int) error {
	id := fileID{segment: r.l.segment}
	if r.l.segment == 0 {
		id.blob = r.blob
	}
	f, err := r.s.files.acquire(id, false)
	if err != nil {
		if !oserror.IsNotExist(err) {
			err = fmt.Errorf("%w: %w", errOpen, err)
		}
		return err
	}
	defer r.s.files.release(f)
	if _, err := f.f.ReadAt(p, r.l.offset+int64(at)); err != nil {
		return fmt.Errorf("read %s at %d: %w", id.name(), r.l.offset, err)
	}
	return nil
}

// first is how many bytes of symbols the buffer holds behind the header.
func (r *SliverReader) first() int { return min(len(r.buf)-headerLen, r.Len) }

// check reads the record once and compares its header and its sum. It leaves the record's beginning in the buffer if that is all of it.
func (r *SliverReader) check(k key) error {
	n := r.first()
	if err := r.readAt(r.buf[:headerLen+n], 0); err != nil {
		return err
	}
	h, err := parseHeader(r.buf)
	if err != nil {
		return fmt.Errorf("record at %d: %w", r.l.offset, err)
	}
	if h.blob != r.blob || h.axis != k.axis || h.pair != k.pair || h.length != r.l.length {
		return fmt.Errorf("record at %d is of another sliver", r.l.offset)
	}
	sum := crc32.Update(0, castagnoli, r.buf[headerLen:headerLen+n])
	for at := n; at < r.Len; at += len(r.buf) {
		piece := r.buf[:min(len(r.buf), r.Len-at)]
		if err := r.readAt(piece, headerLen+at); err != nil {
			return err
		}
		sum = crc32.Update(sum, castagnoli, piece)
	}
	if h.sum != sum {
		return fmt.Errorf("record at %d: checksum differs", r.l.offset)
	}
	r.Index, r.SymbolSize = h.index, int(h.symbolSize)
	return nil
}

// WriteTo writes the sliver's symbols to w. What does not fit into the buffer is read from the disk again.
func (r *SliverReader) WriteTo(w io.Writer) (n int64, err error) {
	if r.first() == r.Len {
		m, err := w.Write(r.buf[headerLen : headerLen+r.Len])
		return int64(m), err
	}
	for at := 0; at < r.Len; at += len(r.buf) {
		piece := r.buf[:min(len(r.buf), r.Len-at)]
		if err := r.readAt(piece, headerLen+at); err != nil {
			return n, err
		}
		m, err := w.Write(piece)
		if n += int64(m); err != nil {
			return n, err
		}
	}
	return n, nil
}

// markDamaged notes that the record at l is no good, unless another one has taken its place. The note need not be durable: the next reader would find out again.
func (s *Store) markDamaged(blob redstuff.BlobID, k key, l location) {
	s.indexMu.Lock()
	defer s.indexMu.Unlock()
	if now, err := s.locate(blob, k); err != nil || now != l {
		return
	}
	l.damaged = true
	if err := s.db.Set(indexKey(blob, k), l.encode(), pebble.NoSync); err != nil {
		s.log.Error("mark damaged sliver", "blob", blob, "error", err)
	}
}

// Each is Tx.Each over the rows that are stored when it begins.
func (s *Store) Each(prefix []byte, do func(key, value []byte) error) error {
	return each(s.db, prefix, do)
}

// each calls do with every row whose key begins with prefix.
func each(r pebble.Reader, prefix []byte, do func(key, value []byte) error) error {
	lower := rowKey(prefix)
	it, err := r.NewIter(&pebble.IterOptions{LowerBound: lower, UpperBound: keyAfter(lower)})
	if err != nil {
		return fmt.Errorf("read database: %w", err)
	}
	for ok := it.First(); ok; ok = it.Next() {
		if err := do(it.Key()[1:], it.Value()); err != nil {
			return errors.Join(err, it.Close())
		}
	}
	return it.Close()
}
