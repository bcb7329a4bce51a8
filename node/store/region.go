package store

import (
	"fmt"
	"hash/crc32"

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
	source string
	off    int64
	length int // of the data
	filled int
	sum    uint32 // CRC-32C of what is filled
	done   bool   // kept or freed
}

// Region makes room for a sliver from a source whose data have length bytes. bound is how many bytes the regions of the blob may have together, else the error is ErrStageFull. The
// region wants Keep or Free, and may outlive the writer.
func (w *Writer) Region(length int, source string, bound Bound) (*Region, error) {
	sp, err := w.s.acquireSpace(w.b.blob)
	if err != nil {
		return nil, err
	}
	if err := sp.reserve(uint64(length), source, bound); err != nil {
		w.s.releaseSpace(sp)
		return nil, err
	}
	return &Region{s: w.s, space: sp, source: source, off: sp.take(recordSize(length)), length: length}, nil
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

// Free gives the room up, unless the region was kept. It may be called again.
func (r *Region) Free() {
	if r.done {
		return
	}
	r.done = true
	r.space.give(r.off, recordSize(r.length))
	r.space.unreserve(uint64(r.length), r.source)
	r.s.releaseSpace(r.space)
}

// Keep makes the sliver in a region, which is full and verified, one that the next Commit makes durable, and says whether it was new; if not, or on an error, the region is freed.
// Axis, index and symbol size are those of head. Neither answer may be passed on before Commit.
func (w *Writer) Keep(r *Region, pair redstuff.PairIndex, head redstuff.Sliver) (added bool, err error) {
	defer r.Free() // of what was not kept
	if r.done || r.filled != r.length || r.space.blob != w.b.blob {
		return false, fmt.Errorf("region with %d of %d bytes cannot be kept", r.filled, r.length)
	}
	return w.enter(pair, head, r.length,
		func() (*file, int64, error) {
			f, err := w.hold()
			return f, r.off, err
		},
		func(f *file, off int64) error {
			err := f.write(w.header(pair, head, r.length, r.sum), off)
			if err == nil { // the record's from now on: the room stays taken
				r.done = true
				r.space.unreserve(uint64(r.length), r.source)
				r.s.releaseSpace(r.space)
			}
			return err
		})
}
