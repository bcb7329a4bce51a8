package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"

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

// SliverLen returns the number of bytes of symbols that Sliver will read, ErrNotFound or ErrDamaged.
func (s *Store) SliverLen(blob redstuff.BlobID, pair redstuff.PairIndex, axis redstuff.Axis) (int, error) {
	l, err := s.locate(blob, key{axis, pair})
	switch {
	case err != nil:
		return 0, err
	case l.damaged:
		return 0, ErrDamaged
	}
	return int(l.length), nil
}

// Sliver reads a sliver and checks it. It returns ErrNotFound, or ErrDamaged if the bytes are not those that were written; from then on the sliver counts as not
// stored until it is put again.
func (s *Store) Sliver(blob redstuff.BlobID, pair redstuff.PairIndex, axis redstuff.Axis) (redstuff.Sliver, error) {
	k := key{axis, pair}
	l, err := s.locate(blob, k)
	switch {
	case err != nil:
		return redstuff.Sliver{}, err
	case l.damaged:
		return redstuff.Sliver{}, ErrDamaged
	}
	sl, err := s.read(blob, k, l)
	if errors.Is(err, errOpen) {
		return redstuff.Sliver{}, err
	}
	if err != nil {
		s.log.Error("stored sliver is damaged", "blob", blob, "pair", pair, "axis", axis, "error", err)
		s.markDamaged(blob, k, l)
		return redstuff.Sliver{}, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return sl, nil
}

// errOpen is a failure to open a file that is there, for instance for want of descriptors: it says nothing about the bytes.
var errOpen = errors.New("cannot read now")

func (s *Store) read(blob redstuff.BlobID, k key, l location) (redstuff.Sliver, error) {
	id := fileID{segment: l.segment}
	if l.segment == 0 {
		id.blob = blob
	}
	f, err := s.files.acquire(id, false)
	if err != nil {
		if !oserror.IsNotExist(err) {
			err = fmt.Errorf("%w: %w", errOpen, err)
		}
		return redstuff.Sliver{}, err
	}
	defer s.files.release(f)
	b := make([]byte, headerLen+int(l.length))
	if _, err := f.f.ReadAt(b, l.offset); err != nil {
		return redstuff.Sliver{}, fmt.Errorf("read %s at %d: %w", id.name(), l.offset, err)
	}
	h, err := parseHeader(b)
	if err != nil {
		return redstuff.Sliver{}, fmt.Errorf("%s at %d: %w", id.name(), l.offset, err)
	}
	data := b[headerLen:]
	switch {
	case h.blob != blob || h.axis != k.axis || h.pair != k.pair || h.length != l.length:
		return redstuff.Sliver{}, fmt.Errorf("%s at %d: record of another sliver", id.name(), l.offset)
	case h.sum != crc32.Checksum(data, castagnoli):
		return redstuff.Sliver{}, fmt.Errorf("%s at %d: checksum differs", id.name(), l.offset)
	}
	return redstuff.Sliver{Axis: h.axis, Index: h.index, SymbolSize: int(h.symbolSize), Data: data}, nil
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
