package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/cockroachdb/errors/oserror"
	"github.com/cockroachdb/pebble/v2"
)

// Segments are written by one process, one after the other. Whoever begins one has it noted before, durably; the note goes once everything in it is in the index. So what a process that was
// killed had written and not confirmed is found without looking through all segments: in those that are noted.

func segmentKey(number uint64) []byte {
	return binary.BigEndian.AppendUint64([]byte{tableSegments}, number)
}

// A segmentUse is what this process knows of a segment that it writes to.
type segmentUse struct {
	reserved, kept int64 // bytes of records: for which there is room, and which are in the index
	writers        int   // blobs that hold it open
	full           bool  // it is not the current one any more
}

// reserve takes size bytes of the current segment, which it begins anew when it is full, and adds the segment to held, acquired once.
func (s *Store) reserve(size int64, held map[fileID]*file) (*file, int64, error) {
	s.segMu.Lock()
	defer s.segMu.Unlock()
	if s.segment != nil && (s.segment.end()+size > SegmentSize || s.segment.data.failed()) {
		s.endSegment()
	}
	if s.segment == nil {
		if err := s.beginSegment(); err != nil {
			return nil, 0, err
		}
	}
	f := s.segment
	use := s.segments[f.id.segment]
	if held[f.id] == nil {
		if _, err := s.files.acquire(f.id, false); err != nil {
			return nil, 0, err
		}
		held[f.id] = f
		use.writers++
	}
	use.reserved += size
	return f, f.reserve(size), nil
}

// beginSegment opens the next segment. segMu is held.
func (s *Store) beginSegment() error {
	b := s.db.NewBatch()
	defer b.Close()
	if err := b.Set(segmentKey(s.nextSeg), nil, nil); err != nil {
		return err
	}
	if err := s.commit(b); err != nil {
		return err
	}
	f, err := s.files.acquire(fileID{segment: s.nextSeg}, true)
	if err != nil {
		return err
	}
	s.segments[s.nextSeg] = &segmentUse{}
	s.nextSeg++
	s.segment = f
	return nil
}

// endSegment ends the current segment. segMu is held.
func (s *Store) endSegment() {
	number := s.segment.id.segment
	s.files.release(s.segment)
	s.segment = nil
	s.segments[number].full = true
	s.doneWith(number)
}

// leaveSegment says that a blob of which records went to a segment is written no more.
func (s *Store) leaveSegment(number uint64) {
	s.segMu.Lock()
	defer s.segMu.Unlock()
	s.segments[number].writers--
	s.doneWith(number)
}

// countKept counts records that are in the index now.
func (s *Store) countKept(records map[key]location) {
	s.segMu.Lock()
	defer s.segMu.Unlock()
	for _, l := range records {
		if use := s.segments[l.segment]; use != nil {
			use.kept += recordSize(int(l.length))
		}
	}
}

// doneWith takes the note of a segment back if nobody writes to it any more and all of it is in the index; else Sweep looks at it. segMu is held.
func (s *Store) doneWith(number uint64) {
	use := s.segments[number]
	if !use.full || use.writers > 0 {
		return
	}
	delete(s.segments, number)
	if use.kept < use.reserved {
		return
	}
	// If this is not durable, the next start looks once in vain.
	if err := s.db.Delete(segmentKey(number), pebble.NoSync); err != nil {
		s.log.Error("note that a segment is written", "segment", number, "error", err)
	}
}

// leftSegments are the segments that are noted and not written to.
func (s *Store) leftSegments() (left []uint64, err error) {
	it, err := s.db.NewIter(&pebble.IterOptions{LowerBound: []byte{tableSegments}, UpperBound: []byte{tableSegments + 1}})
	if err != nil {
		return nil, fmt.Errorf("read database: %w", err)
	}
	for ok := it.First(); ok; ok = it.Next() {
		if k := it.Key(); len(k) == 1+8 {
			left = append(left, binary.BigEndian.Uint64(k[1:]))
		}
	}
	if err := it.Close(); err != nil {
		return nil, fmt.Errorf("read database: %w", err)
	}
	s.segMu.Lock()
	defer s.segMu.Unlock()
	return slices.DeleteFunc(left, func(number uint64) bool { return s.segments[number] != nil }), nil
}

// sweepSegment frees what nothing refers to in a segment to which nobody writes.
func (s *Store) sweepSegment(number uint64, sum *Swept) error {
	id := fileID{segment: number}
	f, err := s.files.acquire(id, false)
	if oserror.IsNotExist(err) {
		return s.db.Delete(segmentKey(number), pebble.NoSync)
	}
	if err != nil {
		return err
	}
	taken, err := s.segmentRecords(f)
	if err != nil || len(taken) > 0 {
		defer s.files.release(f)
		if err != nil {
			return err
		}
		freed, err := freeGaps(f, taken)
		if sum.Bytes += freed; err != nil {
			return err
		}
		return s.db.Delete(segmentKey(number), pebble.NoSync)
	}
	s.files.release(f)
	gone, err := s.files.remove(id)
	if err != nil || !gone {
		return err
	}
	sum.Files++
	// Without its note the file must not come back after a power loss.
	if err := s.files.segments.sync.flush(); err != nil {
		return fmt.Errorf("sync directory %s: %w", s.files.segments.path, err)
	}
	return s.db.Delete(segmentKey(number), pebble.NoSync)
}

// scanLen is how much of a segment is read at once.
const scanLen = 1 << 20

// segmentRecords lists the records of a segment to which the index refers, by rising position. What looks like a record and is none of the index may be a sliver's bytes, which anyone
// may have chosen, so that nothing is skipped for its sake.
func (s *Store) segmentRecords(f *file) (taken []span, err error) {
	info, err := f.f.Stat()
	if err != nil {
		return nil, err
	}
	buf := make([]byte, scanLen)
	from, n := int64(0), 0 // buf[:n] are bytes of the file from there on
	for at := int64(0); at+headerLen <= info.Size(); {
		if at < from || at+headerLen > from+int64(n) {
			from = at
			if n, err = f.f.ReadAt(buf, from); n < headerLen {
				return nil, fmt.Errorf("read %s at %d: %w", f.id.name(), from, err)
			}
			if err != nil && err != io.EOF {
				return nil, fmt.Errorf("read %s at %d: %w", f.id.name(), from, err)
			}
		}
		size, err := s.referred(f.id.segment, at, buf[at-from:][:headerLen])
		if err != nil {
			return nil, err
		}
		if size > 0 {
			taken = append(taken, span{at, at + size})
			at += size
			continue
		}
		at += recordAlign
	}
	return taken, nil
}

// referred is the size of the record at a position of a segment whose header is head, 0 if the index refers to none there.
func (s *Store) referred(segment uint64, at int64, head []byte) (int64, error) {
	h, err := parseHeader(head)
	if err != nil {
		return 0, nil
	}
	l, err := s.locate(h.blob, key{h.axis, h.pair})
	if errors.Is(err, ErrNotFound) || err == nil && (l.segment != segment || l.offset != at) {
		return 0, nil
	}
	return recordSize(int(l.length)), err
}
