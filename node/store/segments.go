package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/cockroachdb/errors/oserror"
	"github.com/cockroachdb/pebble/v2"
)

// Segments are written by one process, one after the other. Whoever begins one has it noted before, durably; the note goes once everything in it is in the index. So what a process that was
// killed had written and not confirmed is found without looking through all segments: in those that are noted.
//
// Sweep punches holes into a noted segment, or removes it, wherever the index refers to nothing. It would so destroy records that are written and not yet committed, and what was acknowledged
// with them, if somebody wrote to that segment. Nobody does, because a number is used once: beginSegment takes it, for good, before anything else, under the lock under which sweepSegment
// asks whether it is in use; so what is not in use then never is again. A process may end at any point:
//
//   - before the note is durable there is no file, and nothing else knows the number: it is as if it had not been taken;
//   - with the note and without the file (killed between them, or the power failed before the directory was synced, or Sweep removed the file and not yet the note): the next process begins above
//     every note, and Sweep takes the note back;
//   - with both: it begins above both. Records were confirmed only after the directory had been synced and the index had them, which Sweep reads;
//   - with the file and without the note: everything in it was in the index, durably, before the note went;
//   - with neither, after Sweep: the directory was synced without the file before the note went, so it does not come back under a number that is free again, and the index refers to nothing
//     readable in it.

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

// firstSegment is the number of the first segment that this process may begin: above those of which there is a file or a note.
func (s *Store) firstSegment() (uint64, error) {
	next := uint64(1)
	names, err := s.fs.List(s.files.segments.path)
	if err != nil {
		return 0, fmt.Errorf("list %s: %w", s.files.segments.path, err)
	}
	for _, name := range names {
		if n, ok := parseSegmentName(name); ok {
			next = max(next, n+1)
		}
	}
	noted, err := s.notedSegments()
	for _, n := range noted {
		next = max(next, n+1)
	}
	return next, err
}

// beginSegment opens the next segment. segMu is held. After an error the number stays taken, for Sweep to find what there is of it.
func (s *Store) beginSegment() error {
	number := s.nextSeg
	s.nextSeg++
	b := s.db.NewBatch()
	defer b.Close()
	if err := b.Set(segmentKey(number), nil, nil); err != nil {
		return err
	}
	if err := s.commit(b); err != nil {
		return err
	}
	f, err := s.files.acquire(fileID{segment: number}, true)
	if err != nil {
		return err
	}
	s.segments[number] = &segmentUse{}
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

// notedSegments are the segments that are noted, those being written to among them.
func (s *Store) notedSegments() (noted []uint64, err error) {
	it, err := s.db.NewIter(&pebble.IterOptions{LowerBound: []byte{tableSegments}, UpperBound: []byte{tableSegments + 1}})
	if err != nil {
		return nil, fmt.Errorf("read database: %w", err)
	}
	for ok := it.First(); ok; ok = it.Next() {
		if k := it.Key(); len(k) == 1+8 {
			noted = append(noted, binary.BigEndian.Uint64(k[1:]))
		}
	}
	if err := it.Close(); err != nil {
		return nil, fmt.Errorf("read database: %w", err)
	}
	return noted, nil
}

// leftAlone says that nobody writes to a segment, nor ever will.
func (s *Store) leftAlone(number uint64) bool {
	s.segMu.Lock()
	defer s.segMu.Unlock()
	return number < s.nextSeg && s.segments[number] == nil
}

// sweepSegment frees what nothing refers to in a segment, unless somebody writes to it.
func (s *Store) sweepSegment(number uint64, sum *Swept) error {
	if !s.leftAlone(number) {
		return nil
	}
	id := fileID{segment: number}
	switch f, err := s.files.acquire(id, false); {
	case oserror.IsNotExist(err):
	case err != nil:
		return err
	default:
		taken, err := s.segmentRecords(f)
		if err == nil && len(taken) > 0 {
			var freed int64
			freed, err = freeGaps(f, taken)
			sum.Bytes += freed
		}
		s.files.release(f)
		if err != nil {
			return err
		}
		if len(taken) > 0 {
			break
		}
		gone, err := s.files.remove(id)
		if err != nil || !gone {
			return err
		}
		sum.Files++
	}
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
