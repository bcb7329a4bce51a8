package store

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"sync"

	"github.com/cockroachdb/errors/oserror"
	"github.com/cockroachdb/pebble/v2"

	"walrus/redstuff"
)

// A space says which bytes of a blob's bundle file are taken: by records in the index, by records that wait for their commit, and by regions. It exists while somebody writes to
// the blob or holds a region of it, and is made anew from the index after that, so that room which was given up is used again: the file of a blob does not grow with the number of
// failed uploads.
type space struct {
	blob redstuff.BlobID
	refs int          // guarded by Store.spaceMu
	note func() error // writes down that the file may come to hold what nothing refers to, once

	mu   sync.Mutex
	free []span // below tail, rising, no two adjacent
	tail int64  // everything from here on is free
	top  int64  // bytes below it may have been written: the highest tail that there was, or unknown, and so the highest there can be
	made bool   // the file may exist
}

// A span is bytes [from, to) of a file.
type span struct{ from, to int64 }

// acquireSpace returns the space of a blob. Each acquire wants one releaseSpace. Before the first one returns it is durable that the blob is being written, see Sweep.
func (s *Store) acquireSpace(blob redstuff.BlobID) (*space, error) {
	sp, err := s.shareSpace(blob)
	if err != nil {
		return nil, err
	}
	if err := sp.note(); err != nil {
		s.releaseSpace(sp)
		return nil, err
	}
	return sp, nil
}

// shareSpace is acquireSpace without the note.
func (s *Store) shareSpace(blob redstuff.BlobID) (*space, error) {
	s.spaceMu.Lock()
	defer s.spaceMu.Unlock()
	sp := s.spaces[blob]
	if sp == nil {
		taken, err := s.bundleRecords(blob)
		if err != nil {
			return nil, err
		}
		sp = &space{blob: blob, note: sync.OnceValue(func() error { return s.noteWriting(blob) })}
		for _, t := range taken {
			if t.from > sp.tail {
				sp.free = append(sp.free, span{sp.tail, t.from})
			}
			sp.tail = max(sp.tail, t.to)
		}
		sp.top = sp.tail
		switch noted, err := s.has(writingKey(blob)); {
		case err != nil:
			return nil, err
		case noted: // somebody has left something anywhere, which is for Sweep to free
			sp.top = math.MaxInt64
		}
		s.spaces[blob] = sp
	}
	sp.refs++
	return sp, nil
}

// releaseSpace gives a space back. A file in which nothing is left is removed.
func (s *Store) releaseSpace(sp *space) {
	s.spaceMu.Lock()
	defer s.spaceMu.Unlock()
	if sp.refs--; sp.refs > 0 {
		return
	}
	delete(s.spaces, sp.blob)
	if sp.made && sp.tail == 0 {
		// The note stays, since the removal is not durable yet.
		if _, err := s.files.remove(fileID{blob: sp.blob}); err != nil {
			s.log.Error("remove empty bundle file", "blob", sp.blob, "error", err)
		}
		return
	}
	if err := s.noteWritten(sp); err != nil {
		s.log.Error("note that a blob is written", "blob", sp.blob, "error", err)
	}
}

// bundleRecords lists where the index says that records of a blob lie in its bundle file, damaged ones included, by rising position.
func (s *Store) bundleRecords(blob redstuff.BlobID) ([]span, error) {
	lower := append([]byte{tableIndex}, blob[:]...)
	it, err := s.db.NewIter(&pebble.IterOptions{LowerBound: lower, UpperBound: append(append([]byte{tableIndex}, blob[:]...), 2)})
	if err != nil {
		return nil, fmt.Errorf("read database: %w", err)
	}
	var taken []span
	for it.First(); it.Valid(); it.Next() {
		l, err := parseLocation(it.Value())
		if err != nil {
			return nil, errors.Join(fmt.Errorf("index of blob %v: %w", blob, err), it.Close())
		}
		if l.segment == 0 {
			taken = append(taken, span{l.offset, l.offset + recordSize(int(l.length))})
		}
	}
	if err := it.Close(); err != nil {
		return nil, fmt.Errorf("read database: %w", err)
	}
	slices.SortFunc(taken, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	return taken, nil
}

// take finds room for size bytes, the lowest that there is.
func (sp *space) take(size int64) int64 {
	sp.mu.Lock()
	defer sp.mu.Unlock()
	sp.made = true
	for i := range sp.free {
		f := &sp.free[i]
		if f.to-f.from < size {
			continue
		}
		at := f.from
		if f.from += size; f.from == f.to {
			sp.free = slices.Delete(sp.free, i, i+1)
		}
		return at
	}
	at := sp.tail
	sp.tail += size
	sp.top = max(sp.top, sp.tail)
	return at
}

// give takes back size bytes at position at.
func (sp *space) give(at, size int64) {
	sp.mu.Lock()
	defer sp.mu.Unlock()
	i, _ := slices.BinarySearchFunc(sp.free, at, func(f span, at int64) int {
		if f.from < at {
			return -1
		}
		return 1
	})
	sp.free = slices.Insert(sp.free, i, span{at, at + size})
	if i+1 < len(sp.free) && sp.free[i].to == sp.free[i+1].from {
		sp.free[i].to = sp.free[i+1].to
		sp.free = slices.Delete(sp.free, i+1, i+2)
	}
	if i > 0 && sp.free[i-1].to == sp.free[i].from {
		sp.free[i-1].to = sp.free[i].to
		sp.free = slices.Delete(sp.free, i, i+1)
	}
	if last := len(sp.free) - 1; sp.free[last].to == sp.tail {
		sp.tail = sp.free[last].from
		sp.free = sp.free[:last]
	}
}

// remove deletes a file that holds nothing, unless somebody has it open, and says whether it is gone.
func (fs *files) remove(id fileID) (gone bool, err error) {
	fs.mu.Lock()
	defer fs.mu.Unlock()
	if f := fs.open[id]; f != nil {
		if f.refs > 0 {
			return false, nil // a reader of a record that is gone; the file stays for now
		}
		fs.drop(f)
	}
	dir := fs.bundles
	if id.segment > 0 {
		dir = fs.segments
	}
	err = fs.fs.Remove(fs.fs.PathJoin(dir.path, id.name()))
	if err != nil && !oserror.IsNotExist(err) {
		return false, err
	}
	return true, nil
}
