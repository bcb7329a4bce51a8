package store

import (
	"errors"
	"fmt"
	"hash/crc32"
	"sync"
	"time"

	"github.com/cockroachdb/errors/oserror"

	"walrus/redstuff"
)

// writeAlign is where in the file all but the first bytes begin of what is appended to a region, if it has writeSplit bytes or more.
const (
	writeAlign = 4096
	writeSplit = 64 << 10
)

// A Region is room for the record of one sliver in the bundle file of its blob. Its data are written in order, piece by piece, can be read back, and become a stored sliver by
// Writer.Keep; Free gives the room up instead. It holds no memory and no open file. It is not for concurrent use, but ReadAt is.
//
// What was written to a region is durable no sooner than the commit after Keep, and is lost when the process ends before.
type Region struct {
	s      *Store
	space  *space
	off    int64
	length int // of the data
	filled int
	sum    uint32 // CRC-32C of what is filled

	mu   sync.Mutex
	done bool   // kept or freed; written under mu, by whom the region belongs to
	drop func() // frees the region when its room is taken, if nobody writes to it just then

	// guarded by arrivals.mu
	group   *group // nil once it is counted no more
	bound   Bound
	cost    uint64
	last    time.Time // when the last bytes came
	pinned  bool      // its room is not taken any more
	evicted bool      // its room was taken
}

// Region makes room for a sliver from a sender whose data have length bytes. bound is how much of the blob may be on its way together, else the error is ErrStageFull. What is not
// whole may have to make room for others later: Append is ErrEvicted then. The region wants Keep or Free, and may outlive the writer.
func (w *Writer) Region(length int, from Sender, bound Bound) (*Region, error) {
	sp, err := w.s.acquireSpace(w.b.blob)
	if err != nil {
		return nil, err
	}
	r := &Region{s: w.s, space: sp, off: sp.take(recordSize(length)), length: length}
	if err := w.s.arrivals.enter(r, from, bound); err != nil {
		r.giveBack()
		return nil, err
	}
	return r, nil
}

// Len is the length of the sliver's data, Filled how much of it is written.
func (r *Region) Len() int    { return r.length }
func (r *Region) Filled() int { return r.filled }

// at runs do with the file and the position of byte off of the data.
func (r *Region) at(off int, create bool, do func(f *file, pos int64) error) error {
	f, err := r.s.files.acquire(fileID{blob: r.space.blob}, create)
	if err != nil {
		return err
	}
	defer r.s.files.release(f)
	return do(f, r.off+headerLen+int64(off))
}

// Append writes the next bytes of the data.
func (r *Region) Append(p []byte) error {
	if r.done || len(p) > r.length-r.filled {
		return fmt.Errorf("region of %d bytes has no room for %d at %d", r.length, len(p), r.filled)
	}
	if err := r.s.arrivals.grow(r, len(p), r.filled+len(p)); err != nil {
		return err
	}
	err := r.at(r.filled, true, func(f *file, pos int64) error {
		// A copy to the page cache takes twice as long when it begins in the middle of a cache line of the file. For short pieces a second call costs more.
		if n := int(-pos & (writeAlign - 1)); n > 0 && len(p) >= writeSplit {
			if err := f.write(p[:n], pos); err != nil {
				return err
			}
			return f.write(p[n:], pos+int64(n))
		}
		return f.write(p, pos)
	})
	if err != nil {
		return fmt.Errorf("write sliver: %w", err)
	}
	r.sum = crc32.Update(r.sum, castagnoli, p)
	r.filled += len(p)
	return nil
}

// ReadAt reads len(p) bytes of what was written, from byte off of the data on.
func (r *Region) ReadAt(p []byte, off int) error {
	if r.done || off < 0 || len(p) > r.filled-off {
		return fmt.Errorf("bytes %d to %d of a region, of which %d are filled", off, off+len(p), r.filled)
	}
	err := r.at(off, false, func(f *file, pos int64) error {
		_, err := f.f.ReadAt(p, pos)
		return err
	})
	if err != nil {
		return fmt.Errorf("read sliver back: %w", err)
	}
	return nil
}

// Pin says that the sliver is whole and being verified: its room is not taken for others from now on. It is ErrEvicted if that has happened already.
func (r *Region) Pin() error {
	if !r.s.arrivals.pin(r) {
		return ErrEvicted
	}
	return nil
}

// Free gives the room up, unless the region was kept. It may be called again.
func (r *Region) Free() {
	r.mu.Lock()
	if r.done {
		r.mu.Unlock()
		return
	}
	r.done = true
	r.punch(int64(r.filled))
	r.mu.Unlock()
	r.settle()
	r.giveBack()
}

// giveBack lets others use the region's place in the file.
func (r *Region) giveBack() {
	r.space.give(r.off, recordSize(r.length))
	r.s.releaseSpace(r.space)
}

// settle counts the region no more.
func (r *Region) settle() { r.s.arrivals.leave(r) }

// discard frees the bytes of a region whose room was taken. It belongs to somebody who may be writing to it, and finds out by his next Append.
func (r *Region) discard() {
	r.mu.Lock()
	drop := r.drop
	r.mu.Unlock()
	if drop != nil {
		drop()
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.done {
		r.punch(int64(r.cost))
	}
}

// punch gives what was written of n bytes of data back to the file system where it can: the file may live on for long. mu is held, so that the room is nobody else's yet.
func (r *Region) punch(n int64) {
	if n = min(n, int64(r.length)); n == 0 {
		return
	}
	err := r.at(0, false, func(f *file, pos int64) error { return punchHole(f.f.Fd(), pos, n) })
	if err != nil && !errors.Is(err, errors.ErrUnsupported) && !oserror.IsNotExist(err) {
		r.s.log.Error("free what was given up of a sliver", "blob", r.space.blob, "error", err)
	}
}

// Keep makes the sliver in a region, which is full and verified, one that the next Commit makes durable, and says whether it was new; if not, or on an error, the region is freed.
// Axis, index and symbol size are those of head. Neither answer may be passed on before Commit.
func (w *Writer) Keep(r *Region, pair redstuff.PairIndex, head redstuff.Sliver) (added bool, err error) {
	defer r.Free() // of what was not kept
	if r.done || r.filled != r.length || r.space.blob != w.b.blob {
		return false, fmt.Errorf("region with %d of %d bytes cannot be kept", r.filled, r.length)
	}
	if err := r.Pin(); err != nil {
		return false, err
	}
	return w.enter(pair, head, r.length,
		func() (*file, int64, error) {
			f, err := w.hold()
			return f, r.off, err
		},
		func(f *file, off int64) error {
			err := f.write(w.header(pair, head, r.length, r.sum), off)
			if err == nil { // the record's from now on: the room stays taken
				r.mu.Lock()
				r.done = true
				r.mu.Unlock()
				r.settle()
				r.s.releaseSpace(r.space)
			}
			return err
		})
}
