package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/cockroachdb/errors/oserror"
	"github.com/cockroachdb/pebble/v2"

	"walrus/redstuff"
)

// Whoever writes to a bundle file has it noted before, durably; the note goes when the file holds nothing but records of the index, end to end. So what an upload that broke off, or
// a crash, has left in bundle files is found without looking through all of them.

func writingKey(blob redstuff.BlobID) []byte { return append([]byte{tableWriting}, blob[:]...) }

// noteWriting notes that the blob's bundle file is written to.
func (s *Store) noteWriting(blob redstuff.BlobID) error {
	b := s.db.NewBatch()
	defer b.Close()
	if err := b.Set(writingKey(blob), nil, nil); err != nil {
		return err
	}
	return s.commit(b)
}

// noteWritten takes the note back if nothing was left over. spaceMu is held, and nobody has a part in the space.
func (s *Store) noteWritten(sp *space) error {
	taken, err := s.bundleRecords(sp.blob)
	if err != nil || len(gaps(taken, sp.top)) > 0 {
		return err
	}
	// If this is not durable, the next start looks once in vain.
	return s.db.Delete(writingKey(sp.blob), pebble.NoSync)
}

// gaps are the bytes of a file, which ends at end, that none of the spans have, which rise.
func gaps(taken []span, end int64) (free []span) {
	var at int64
	for _, t := range taken {
		if t.from > at {
			free = append(free, span{at, t.from})
		}
		at = max(at, t.to)
	}
	if end > at {
		free = append(free, span{at, end})
	}
	return free
}

// A Swept says what Sweep has found.
type Swept struct {
	Files int   // removed: nothing in them was referred to
	Bytes int64 // freed in files that stay; those of removed files are not among them
}

// Sweep frees what uploads that came to no end have left in sliver files: slivers on their way when the process was killed, or that were never whole, or wrong. A file to which
// no record in the index refers is removed; in others the room between records is given back, where the system can do that (Linux). It passes over blobs that are being
// written, holds up the beginning of other uploads no longer than one file takes, and may be called again.
//
// Segments are looked through that a process was writing to when it was killed, or in which a write failed, each once.
func (s *Store) Sweep(ctx context.Context) (Swept, error) {
	var sum Swept
	var noted []redstuff.BlobID
	it, err := s.db.NewIter(&pebble.IterOptions{LowerBound: []byte{tableWriting}, UpperBound: []byte{tableWriting + 1}})
	if err != nil {
		return sum, fmt.Errorf("read database: %w", err)
	}
	for ok := it.First(); ok; ok = it.Next() {
		if k := it.Key(); len(k) == 1+32 {
			noted = append(noted, redstuff.BlobID(k[1:]))
		}
	}
	if err := it.Close(); err != nil {
		return sum, fmt.Errorf("read database: %w", err)
	}
	var errs []error
	for _, blob := range noted {
		if ctx.Err() != nil {
			return sum, errors.Join(append(errs, context.Cause(ctx))...)
		}
		if err := s.sweepBlob(blob, &sum); err != nil {
			errs = append(errs, fmt.Errorf("blob %v: %w", blob, err))
		}
	}
	segments, err := s.notedSegments()
	if err != nil {
		return sum, errors.Join(append(errs, err)...)
	}
	for _, number := range segments {
		if ctx.Err() != nil {
			return sum, errors.Join(append(errs, context.Cause(ctx))...)
		}
		if err := s.sweepSegment(number, &sum); err != nil {
			errs = append(errs, fmt.Errorf("segment %d: %w", number, err))
		}
	}
	return sum, errors.Join(errs...)
}

// sweepBlob sweeps one bundle file, unless somebody has a part in its space. Nobody gets one meanwhile.
func (s *Store) sweepBlob(blob redstuff.BlobID, sum *Swept) error {
	s.spaceMu.Lock()
	defer s.spaceMu.Unlock()
	if s.spaces[blob] != nil {
		return nil // whoever writes sees to it
	}
	taken, err := s.bundleRecords(blob)
	if err != nil {
		return err
	}
	id := fileID{blob: blob}
	f, err := s.files.acquire(id, false)
	switch {
	case oserror.IsNotExist(err):
	case err != nil:
		return err
	case len(taken) == 0:
		s.files.release(f)
		gone, err := s.files.remove(id)
		if err != nil || !gone {
			return err
		}
		sum.Files++
	default:
		freed, err := freeGaps(f, taken)
		s.files.release(f)
		sum.Bytes += freed
		if err != nil {
			return err
		}
	}
	// Without its note the file must not come back after a power loss.
	if err := s.files.bundles.sync.flush(); err != nil {
		return fmt.Errorf("sync directory %s: %w", s.files.bundles.path, err)
	}
	return s.db.Delete(writingKey(blob), pebble.NoSync)
}

// freeGaps gives the room between the records of a file back to the file system. Positions stay as they are.
func freeGaps(f *file, taken []span) (freed int64, err error) {
	info, err := f.f.Stat()
	if err != nil {
		return 0, err
	}
	for _, g := range gaps(taken, info.Size()) {
		switch err := punchHole(f.f.Fd(), g.from, g.to-g.from); {
		case errors.Is(err, errors.ErrUnsupported):
			return freed, nil // the room is used again when the blob is
		case err != nil:
			return freed, fmt.Errorf("free bytes %d to %d of %s: %w", g.from, g.to, f.id.name(), err)
		}
		freed += g.to - g.from
	}
	return freed, nil
}
