package redstuff

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"

	"walrus/rs16"
)

// Spool is scratch space of [SpoolSize] bytes, usually a temporary file, of any content at first. It is used concurrently.
type Spool interface {
	io.ReaderAt
	io.WriterAt
}

// SpoolSize returns the number of bytes that EncodeFrom writes to its spool for a blob of length bytes: the repair symbols of the blob's
// rows, half as much as the blob. The error is ErrDataTooLarge.
func SpoolSize(p Params, length uint64) (int64, error) {
	m, err := newMatrix(p, length)
	if err != nil {
		return 0, err
	}
	return int64(p.N-p.K2) * int64(m.columnLen()), nil
}

// StreamOptions are the wishes of a caller of [EncodeFrom]. The zero value has none.
type StreamOptions struct {
	// Progress, unless nil, is told how much of the work is done, from several goroutines but never two at a time. done does not fall and
	// reaches total on success. The unit is a byte read, about two and a half of them per byte of the blob.
	Progress func(done, total uint64)
}

// A Stream is a blob that was encoded without being held in memory: its metadata, and its slivers as far as the blob and the spool give them
// again. It is safe for concurrent use as long as both can be read, and holds no memory but for the metadata.
type Stream struct {
	matrix
	length   uint64
	src      io.ReaderAt
	spool    io.ReaderAt
	columns  *rs16.Code
	metadata Metadata
	root     [32]byte
	id       BlobID
}

// EncodeFrom computes the metadata of the blob of length bytes in src, in memory that does not grow with the blob: about 70 MiB at most. It uses all cores,
// reads src twice, and writes [SpoolSize] bytes to spool; neither may change while the Stream is in use. What is a [Memory] is not copied to be encoded.
//
// The result equals that of [Encode]. The errors are ErrDataTooLarge before anything is read, io.ErrUnexpectedEOF if src is shorter than length, or
// one of src, spool or ctx.
func EncodeFrom(ctx context.Context, p Params, src io.ReaderAt, length uint64, spool Spool, o StreamOptions) (*Stream, error) {
	m, err := newMatrix(p, length)
	if err != nil {
		return nil, err
	}
	rows, columns, err := newCodes(p)
	if err != nil {
		return nil, err
	}
	s := &Stream{matrix: m, length: length, src: src, spool: spool, columns: columns}
	progress := s.newProgress(o)
	mem := s.hold()
	defer mem.release()
	if err := s.spoolRows(ctx, rows, spool, mem, progress); err != nil {
		return nil, err
	}
	hashes, err := s.hashMatrix(ctx, mem, progress)
	if err != nil {
		return nil, err
	}
	s.metadata = Metadata{Encoding: EncodingRS2, Length: length, Hashes: hashes}
	s.root = s.metadata.Root()
	s.id = NewBlobID(EncodingRS2, length, s.root)
	progress.finish()
	return s, nil
}

// newProgress counts bytes read: those of the blob twice, those of the repair symbols of its rows once.
func (s *Stream) newProgress(o StreamOptions) *progressCounter {
	return &progressCounter{report: o.Progress, total: 2*s.length + uint64(s.used)*uint64(s.parityLen())}
}

const (
	// streamMemory bounds the bytes of symbols that all goroutines of a pass hold, whatever their number. Twice as much did not read 6 GiB faster.
	streamMemory = 48 << 20
	// streamTile is how many bytes of symbols one goroutine holds, unless that is less than a row of the matrix: enough for long reads, few enough for
	// a third-level cache.
	streamTile = 6 << 20
	// streamAhead is how many goroutines run beside those that the cores have work for, so that some may wait for src or spool.
	streamAhead = 2
)

// tileLimit returns how many bytes of symbols a goroutine holds at most when each tile has items symbols, or pieces of them, of the length that one sliver
// has in it, and total bytes are to be worked on: a whole number of symbols as long as memory allows that, and tiles enough for all goroutines.
func (m *matrix) tileLimit(items int, total int64) int {
	workers := runtime.GOMAXPROCS(0)
	most := streamMemory / (workers + streamAhead)
	limit := min(max(streamTile, items*m.size), most)
	return int(min(int64(limit), max(total/int64(4*workers), 1<<20)))
}

// tileBuffers holds the memory of tiles between calls.
var tileBuffers sync.Pool

// readBlob fills dst with the bytes of the blob's matrix from at on. What lies beyond the blob's length is zero.
func (s *Stream) readBlob(dst []byte, at int64) error {
	inside := min(max(int64(s.length)-at, 0), int64(len(dst)))
	clear(dst[inside:])
	if inside == 0 {
		return nil
	}
	n, err := s.src.ReadAt(dst[:inside], at)
	if int64(n) == inside {
		return nil
	}
	if err == nil || errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("read blob: %d of %d bytes from offset %d, length %d: %w", n, inside, at, s.length, err)
}

// readSpool fills dst with the spool's bytes from at on.
func (s *Stream) readSpool(dst []byte, at int64) error {
	n, err := s.spool.ReadAt(dst, at)
	if n == len(dst) {
		return nil
	}
	if err == nil || errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("read spool: %d of %d bytes from offset %d: %w", n, len(dst), at, err)
}

// spoolRows runs the secondary encoding: the repair symbols of the blob's rows go to the spool, row by row. Those of rows of padding are not written.
func (s *Stream) spoolRows(ctx context.Context, code *rs16.Code, spool io.WriterAt, mem held, progress *progressCounter) error {
	if s.used == 0 {
		return nil
	}
	n := s.p.N
	limit := s.tileLimit(n, int64(n)*int64(s.used)*int64(s.size))
	tiles := newTiling(s.used, s.size, limit/n)
	return forEachWith(tiles.len(), streamAhead, func() (func(int) error, func()) {
		src := rs16.Rows{Row: make([][]byte, s.p.K2)}
		dst := rs16.Rows{Row: make([][]byte, n-s.p.K2)}
		forData, forParity := 0, 0
		if mem.blob == nil {
			forData = s.p.K2 * tiles.group * tiles.piece
		}
		if mem.parity == nil {
			forParity = (n - s.p.K2) * tiles.group * tiles.piece
		}
		buf, done := scratch(forData+forParity > 0, forData+forParity) // one buffer, which serves hashMatrix afterwards
		data, parity := buf[:forData:forData], buf[forData:]
		return func(i int) error {
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			t := tiles.tile(i)
			if mem.blob != nil {
				spread(src.Row, mem.blob, t.first*s.rowLen()+t.off, s.size)
				src.Stride = s.rowLen()
			} else {
				if err := s.readRows(data[:s.p.K2*t.bytes()], t); err != nil {
					return err
				}
				spread(src.Row, data[:s.p.K2*t.bytes()], 0, t.width)
				src.Stride = s.p.K2 * t.width
			}
			if mem.parity != nil {
				spread(dst.Row, mem.parity, t.first*s.parityLen()+t.off, s.size)
				dst.Stride = s.parityLen()
			} else {
				spread(dst.Row, parity, 0, t.width)
				dst.Stride = (n - s.p.K2) * t.width
			}
			if err := code.ExpandRows(dst, src, t.width, 0, t.count); err != nil {
				return err
			}
			progress.add(s.p.K2 * t.bytes())
			if mem.parity != nil {
				return nil
			}
			return s.writeParity(spool, parity[:(n-s.p.K2)*t.bytes()], t)
		}, done
	})
}

// readRows reads a tile of rows of the blob: the symbols of one row lie end to end, then those of the next.
func (s *Stream) readRows(dst []byte, t tile) error {
	at := int64(t.first) * int64(s.rowLen())
	if t.width == s.size {
		return s.readBlob(dst, at)
	}
	for c := range s.p.K2 {
		if err := s.readBlob(dst[c*t.width:(c+1)*t.width], at+int64(c*s.size+t.off)); err != nil {
			return err
		}
	}
	return nil
}

// parityLen is the number of bytes of the repair symbols of one row of the blob.
func (m *matrix) parityLen() int { return (m.p.N - m.p.K2) * m.size }

// writeParity writes the repair symbols of a tile of rows, which lie row by row.
func (s *Stream) writeParity(spool io.WriterAt, b []byte, t tile) error {
	at := int64(t.first) * int64(s.parityLen())
	if t.width == s.size {
		return writeSpool(spool, b, at)
	}
	for c := range s.p.N - s.p.K2 {
		if err := writeSpool(spool, b[c*t.width:(c+1)*t.width], at+int64(c*s.size+t.off)); err != nil {
			return err
		}
	}
	return nil
}

func writeSpool(spool io.WriterAt, b []byte, at int64) error {
	if _, err := spool.WriteAt(b, at); err != nil {
		return fmt.Errorf("write spool: %w", err)
	}
	return nil
}

// hashMatrix reads the blob and the spool again, by columns, and hashes all rows and columns.
func (s *Stream) hashMatrix(ctx context.Context, mem held, progress *progressCounter) ([]PairHashes, error) {
	h := newHashing(s.matrix, s.columns)
	var last []byte
	if mem.blob != nil {
		last = h.pad(mem.blob)
	}
	chunks := h.rows.chunks()
	limit := s.tileLimit(s.p.K1, int64(s.p.N)*int64(s.used)*int64(s.size))
	step := share(chunks, max(1, limit/(chunkColumns*s.columnLen())))
	tiles := newTiling(step*chunkColumns, s.size, limit/s.p.K1)
	err := forEachWith((chunks+step-1)/step, streamAhead, func() (func(int) error, func()) {
		w := h.worker()
		buf, done := scratch(mem.blob == nil || mem.parity == nil, s.p.K1*tiles.group*tiles.piece)
		return func(i int) error {
				return h.eachRange(i*step, min((i+1)*step, chunks), w, func(from, to int) error {
					tiles := tiles
					tiles.count = to - from
					for k := range tiles.len() {
						if ctx.Err() != nil {
							return context.Cause(ctx)
						}
						t := tiles.tile(k)
						t.first += from
						g, row, err := s.columnGrid(mem, last, buf, t)
						if err != nil {
							return err
						}
						if err := w.add(t, g, row); err != nil {
							return err
						}
						progress.add(s.used * t.bytes())
					}
					return nil
				})
			}, func() {
				done()
				w.release()
			}
	})
	if err != nil {
		return nil, err
	}
	return h.finish(), nil
}

// columnGrid returns a tile of columns on one side of k2: where they lie in memory, or read into buf. row is the part of last in it, which is the last row that the blob
// reaches into with its padding, if the grid is without that row.
func (s *Stream) columnGrid(mem held, last, buf []byte, t tile) (g grid, row []byte, err error) {
	switch at := t.first*s.size + t.off; {
	case t.first < s.p.K2 && mem.blob != nil:
		return grid{tail(mem.blob, at), s.rowLen(), s.size}, tail(last, at), nil
	case t.first >= s.p.K2 && mem.parity != nil:
		return grid{tail(mem.parity, at-s.rowLen()), s.parityLen(), s.size}, nil, nil
	}
	g, err = s.readColumns(buf, t)
	return g, nil, err
}

// readColumns reads a tile of columns on one side of k2, in the rows that the blob reaches into.
func (s *Stream) readColumns(buf []byte, t tile) (grid, error) {
	n := t.bytes()
	g := grid{buf[:s.used*n], n, t.width}
	for r := range s.used {
		if err := s.readRow(g.data[r*n:(r+1)*n], r, t.first, t.off); err != nil {
			return grid{}, err
		}
	}
	return g, nil
}

// readRow fills dst with the bytes of row r, which is below k1, from byte off of the symbol in column c on. It does not cross column k2.
func (s *Stream) readRow(dst []byte, r, c, off int) error {
	if c < s.p.K2 {
		return s.readBlob(dst, int64(r)*int64(s.rowLen())+int64(c*s.size+off))
	}
	if r >= s.used {
		clear(dst)
		return nil
	}
	return s.readSpool(dst, int64(r)*int64(s.parityLen())+int64((c-s.p.K2)*s.size+off))
}

// symbols returns the bytes of row r from column c on, as many as buf has: where they lie in memory, or read into buf.
func (s *Stream) symbols(mem held, buf []byte, r, c int) ([]byte, error) {
	b, at := mem.blob, r*s.rowLen()+c*s.size
	if c >= s.p.K2 {
		b, at = mem.parity, r*s.parityLen()+(c-s.p.K2)*s.size
	}
	switch end := at + len(buf); {
	case b == nil:
		return buf, s.readRow(buf, r, c, 0)
	case r >= s.used:
		clear(buf)
		return buf, nil
	case end <= len(b):
		return b[at:end], nil
	}
	clear(buf[copy(buf, tail(b, at)):])
	return buf, nil
}

// Params returns the dimensions of the code.
func (s *Stream) Params() Params { return s.p }

// SymbolSize returns the size of a symbol in bytes.
func (s *Stream) SymbolSize() int { return s.size }

// Metadata returns the blob's metadata. The caller must not change it.
func (s *Stream) Metadata() *Metadata { return &s.metadata }

// Root returns the blob root.
func (s *Stream) Root() [32]byte { return s.root }

// BlobID returns the blob's ID.
func (s *Stream) BlobID() BlobID { return s.id }

// ReadSliver fills dst with the bytes from off on of the data of sliver i of axis a, read from the blob or the spool. It has all slivers but primary ones
// of repair, with an index of k1 or more: those come from [Stream.RepairColumns]. The range must lie in the sliver.
func (s *Stream) ReadSliver(dst []byte, a Axis, i SliverIndex, off int) error {
	if err := s.checkRange(len(dst), a, i, off); err != nil {
		return err
	}
	if a == Primary && int(i) >= s.p.K1 {
		return fmt.Errorf("read %v sliver %d: %w: neither blob nor spool holds it", a, i, ErrIndexOutOfRange)
	}
	if a == Primary {
		return s.readRow(dst, int(i), 0, off)
	}
	for len(dst) > 0 {
		r, in := off/s.size, off%s.size
		n := min(len(dst), s.size-in)
		if err := s.readRow(dst[:n], r, int(i), in); err != nil {
			return err
		}
		dst, off = dst[n:], off+n
	}
	return nil
}

// ReadColumns reads secondary slivers [from, to), all below k2 or none: the data of sliver from+i goes to dst[i*k1*SymbolSize:]. For symbols of less than some
// KiB it is much faster than reading the slivers one by one, since their symbols lie side by side. It holds one row of them.
func (s *Stream) ReadColumns(dst []byte, from, to int) error {
	if err := s.checkColumns(len(dst), from, to); err != nil || from == to {
		return err
	}
	mem := s.hold()
	defer mem.release()
	columnLen := s.columnLen()
	row := borrow[byte](&tileBuffers, (to-from)*s.size)
	defer tileBuffers.Put(row)
	for r := range s.p.K1 {
		symbols, err := s.symbols(mem, (*row)[:(to-from)*s.size], r, from)
		if err != nil {
			return err
		}
		for i := range to - from {
			copy(dst[i*columnLen+r*s.size:], symbols[i*s.size:(i+1)*s.size])
		}
	}
	return nil
}

// checkColumns checks that secondary slivers [from, to) lie side by side and have room in n bytes.
func (m *matrix) checkColumns(n, from, to int) error {
	switch {
	case from < 0 || to > m.p.N || from > to || from < m.p.K2 && to > m.p.K2:
		return fmt.Errorf("read columns %d to %d: %w, want below %d, or from there to %d", from, to, ErrIndexOutOfRange, m.p.K2, m.p.N)
	case n < (to-from)*m.columnLen():
		return fmt.Errorf("read columns %d to %d: %w: room for %d bytes, want %d", from, to, ErrSliverSize, n, (to-from)*m.columnLen())
	}
	return nil
}

// RepairColumns computes the symbols of all primary repair slivers in columns [from, to) below k2: the bytes [from*SymbolSize, to*SymbolSize) of sliver
// k1+j are written to dst[j*(to-from)*SymbolSize:]. It uses all cores, and holds at most about 48 MiB beside dst, at symbols below 16 KiB
// half of that.
func (s *Stream) RepairColumns(dst []byte, from, to int) error {
	all := make([]SliverIndex, s.p.N-s.p.K1)
	for j := range all {
		all[j] = SliverIndex(s.p.K1 + j)
	}
	return s.RepairColumnsOf(dst, all, from, to)
}

// RepairColumnsOf is [Stream.RepairColumns] of some primary repair slivers only: the bytes of slivers[j] go to dst[j*(to-from)*SymbolSize:]. Any of them takes as long to
// compute as all; what is spared is writing them.
func (s *Stream) RepairColumnsOf(dst []byte, slivers []SliverIndex, from, to int) error {
	repair, width := s.p.N-s.p.K1, (to-from)*s.size
	switch {
	case from < 0 || to > s.p.K2 || from > to:
		return fmt.Errorf("repair columns %d to %d: %w, want below %d", from, to, ErrIndexOutOfRange, s.p.K2)
	case len(dst) < len(slivers)*width:
		return fmt.Errorf("repair columns %d to %d: %w: room for %d bytes, want %d", from, to, ErrSliverSize, len(dst), len(slivers)*width)
	case width == 0 || len(slivers) == 0:
		return nil
	}
	at := make([]int, repair) // where a row is written to, from 1 on
	for j, i := range slivers {
		if int(i) < s.p.K1 || int(i) >= s.p.N {
			return fmt.Errorf("repair sliver %d: %w, want %d to %d", i, ErrIndexOutOfRange, s.p.K1, s.p.N-1)
		}
		at[int(i)-s.p.K1] = j + 1
	}
	limit := s.tileLimit(s.p.K1, int64(width)*int64(s.used))
	tiles := newTiling(to-from, s.size, limit/s.p.K1)
	mem := s.holdBlob()
	defer mem.release()
	return forEachWith(tiles.len(), streamAhead, func() (func(int) error, func()) {
		src := rs16.Rows{Row: make([][]byte, s.p.K1)}
		out := rs16.Rows{Row: make([][]byte, repair), Stride: s.size}
		tile := tiles.group * tiles.piece
		buf, done := scratch(mem.blob == nil, s.p.K1*tile)
		nowhere, doneNowhere := scratch(true, tile) // takes all rows that are not wanted, and stays in the cache
		return func(i int) error {
			t := tiles.tile(i)
			for j := range out.Row {
				if at[j] > 0 {
					out.Row[j] = dst[(at[j]-1)*width+t.at(s.size) : at[j]*width]
				} else {
					out.Row[j] = nowhere
				}
			}
			t.first += from
			g, _, err := s.columnGrid(mem, nil, buf, t)
			if err != nil {
				return err
			}
			src.Stride = g.right
			spread(src.Row[:s.used], g.data, 0, g.down)
			return s.columns.ExpandRows(out, src, t.width, 0, t.count)
		}, func() { done(); doneNowhere() }
	})
}
