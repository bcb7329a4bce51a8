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

// Held is the slivers of one axis that are at hand, wherever they lie.
type Held interface {
	// ReadSliverAt fills dst with the bytes from off on of sliver i's data, which the caller has verified. It is called
	// concurrently.
	ReadSliverAt(dst []byte, i SliverIndex, off int) error
}

// Output is where a blob is put together, at first of any content: usually a file.
type Output interface {
	io.ReaderAt
	io.WriterAt
}

// DecodeTo writes the blob with metadata m to out, given verified slivers of one axis, at least k1 primary or k2 secondary ones: those
// named by present, which held reads. It does what [Decode] does, in memory that does not grow with the blob: about 100 MiB at most. It uses
// all cores.
//
// From primary slivers, systematic ones that are present must lie in out already: row i at i*k2*SymbolSize, cut at the blob's length. They
// are neither read through held nor written. Repair slivers, and secondary ones of either kind, are read through held, each byte once.
// Nothing beyond the blob's length is written, except that CheckStrict of a blob above some 32 MiB takes [SpoolSize] bytes behind the blob
// for scratch, and cuts them off again if out has a method Truncate(int64) error, as files have.
//
// Without a check, what becomes of an invalid blob may differ from Decode's result.
//
// Doubles and surplus in present are ignored. progress, unless nil, is told how much of the work is done, from several goroutines but never
// two at a time; done does not fall and reaches total on success.
//
// The errors are those of Decode, ErrNotEnoughSlivers before anything is read, ErrBlobInvalid if the check fails, or one of held, out or
// ctx. After an error the contents of out are of no use.
func DecodeTo(ctx context.Context, p Params, m *Metadata, axis Axis, present []SliverIndex, held Held, out Output, check Check, progress func(done, total uint64)) error {
	v := NewVerifier(p, m)
	if v.err != nil {
		return v.err
	}
	if _, err := p.MatrixSize(m.Length); err != nil { // offsets in the output are ints
		return err
	}
	d, err := newStreamDecoder(v, axis, present)
	if err != nil {
		return err
	}
	d.held, d.out, d.check = held, out, check
	var rows []SliverIndex
	if check != CheckSkip && check != CheckStrict {
		rows = d.unverified()
	}
	d.progress = progressCounter{report: progress, total: d.restoreBytes() + uint64(len(rows))*uint64(p.SliverSize(Primary, v.size))}
	if check == CheckStrict {
		d.progress.total += d.strictWork()
	}
	if err := d.restore(ctx); err != nil {
		return err
	}
	switch check {
	case CheckSkip:
	case CheckStrict:
		err = d.checkStrict(ctx)
	default:
		err = d.checkDefault(ctx, rows)
	}
	if err != nil {
		return err
	}
	d.progress.finish()
	return nil
}

// A progressCounter adds up work and reports it.
type progressCounter struct {
	report func(done, total uint64)
	total  uint64
	mu     sync.Mutex
	done   uint64
}

func (p *progressCounter) add(n int) {
	if p.report == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done = min(p.done+uint64(n), p.total)
	p.report(p.done, p.total)
}

// finish reports that all is done.
func (p *progressCounter) finish() {
	if p.report != nil && p.done < p.total {
		p.report(p.total, p.total)
	}
}

// A streamDecoder puts one blob together.
type streamDecoder struct {
	*Verifier
	axis     Axis
	have     []bool // by sliver index: it takes part
	sources  []int  // those that take part, ascending
	across   *rs16.Decoder
	held     Held
	out      Output
	check    Check
	progress progressCounter
	rowLen   int
}

// newStreamDecoder picks as many slivers as are needed, systematic ones first, since they need no arithmetic.
func newStreamDecoder(v *Verifier, axis Axis, present []SliverIndex) (*streamDecoder, error) {
	if axis > Secondary {
		return nil, fmt.Errorf("decode: %w: %v", ErrIndexOutOfRange, axis)
	}
	need := v.p.Need(axis)
	d := &streamDecoder{Verifier: v, axis: axis, have: make([]bool, v.p.N), rowLen: v.p.SliverSize(Primary, v.size)}
	for _, i := range present {
		if int(i) < v.p.N {
			d.have[i] = true
		}
	}
	for i, have := range d.have {
		switch {
		case have && len(d.sources) < need:
			d.sources = append(d.sources, i)
		case have:
			d.have[i] = false
		}
	}
	if len(d.sources) < need {
		return nil, fmt.Errorf("%w: %d usable %v slivers of %d, want %d", ErrNotEnoughSlivers, len(d.sources), axis, len(present), need)
	}
	var err error
	if d.across, err = v.expander[axis.Other()].code.Decoder(d.sources); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotEnoughSlivers, err)
	}
	return d, nil
}

// A tile is a part of all slivers that is worked on at a time: whole symbols, or a piece of one symbol.
type tile struct {
	first, count int // symbols of a sliver, which are codewords of the other code
	off, width   int // bytes of each
}

// at is where the tile begins in a sliver's data, bytes how many they are.
func (t tile) at(size int) int { return t.first*size + t.off }
func (t tile) bytes() int      { return t.count * t.width }

// A tiling cuts slivers of count symbols of size bytes into tiles.
type tiling struct{ count, size, group, piece int }

// pieceAlign is what pieces of symbols are multiples of: whole blocks of the code and of the hash.
const pieceAlign = 128

// newTiling makes tiles of about limit bytes of each sliver.
func newTiling(count, size, limit int) tiling {
	if size <= limit {
		return tiling{count: count, size: size, group: min(limit/size, count), piece: size}
	}
	return tiling{count: count, size: size, group: 1, piece: max(limit/pieceAlign, 1) * pieceAlign}
}

func (t tiling) pieces() int { return (t.size + t.piece - 1) / t.piece }

// len is the number of tiles.
func (t tiling) len() int { return (t.count + t.group - 1) / t.group * t.pieces() }

// tile returns tile i: in the order of a sliver's bytes.
func (t tiling) tile(i int) tile {
	first, off := i/t.pieces()*t.group, i%t.pieces()*t.piece
	return tile{first: first, count: min(t.group, t.count-first), off: off, width: min(t.piece, t.size-off)}
}

const (
	// decodeMemory bounds the bytes of symbols that all workers hold. Less makes shorter reads: with a third of it decoding takes a fifth longer.
	decodeMemory = 36 << 20
	// decodeAhead is how many workers there are more than cores, since some wait for slivers or for the output. Each takes some 3 MiB besides.
	decodeAhead = 1
	// maxTile is the number of bytes of each sliver from which reading more at once gains nothing.
	maxTile = 64 << 10
)

// restoreBytes is the amount of work of restore, for progress.
func (d *streamDecoder) restoreBytes() uint64 {
	if d.axis == Primary {
		return uint64(len(d.across.Missing())) * uint64(d.rowLen)
	}
	return uint64(d.p.K1) * uint64(d.rowLen)
}

// restore writes what of the blob is not in out yet.
func (d *streamDecoder) restore(ctx context.Context) error {
	if d.restoreBytes() == 0 {
		return nil
	}
	workers := runtime.GOMAXPROCS(0) + decodeAhead
	total := d.p.Source(d.axis) * d.size
	evenly := max(total/(2*workers), 512) // small blobs: enough for all workers
	if d.axis == Primary {
		rows := len(d.sources) + len(d.across.Missing())
		parts := newStretches(total, d.size, min(tileLimit(workers, rows), evenly))
		return d.eachTile(ctx, parts.len(), parts.longest(), 0, func(w *tileWorker, i int) error {
			return w.restoreRows(parts.begin(i), parts.begin(i+1))
		})
	}
	tiles := newTiling(d.p.K1, d.size, min(tileLimit(workers, len(d.sources)+d.p.K2), max(evenly, d.size)))
	width := tiles.group * tiles.piece
	return d.eachTile(ctx, tiles.len(), width, d.p.K2*width, func(w *tileWorker, i int) error { return w.restoreColumns(tiles.tile(i)) })
}

// tileLimit is how many bytes of each of so many slivers a worker holds at a time.
func tileLimit(workers, slivers int) int { return min(max(decodeMemory/workers/slivers, 512), maxTile) }

// eachTile lets workers restore n tiles of at most width bytes of each sliver, and of so many bytes of whole rows.
func (d *streamDecoder) eachTile(ctx context.Context, n, width, rows int, restore func(w *tileWorker, i int) error) error {
	return forEachWith(n, decodeAhead, func() (func(int) error, func()) {
		w := newTileWorker(d, width, rows)
		return func(i int) error {
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			return restore(w, i)
		}, w.release
	})
}

// A tileWorker restores tiles in memory of its own.
type tileWorker struct {
	*streamDecoder
	pitch    int // bytes from sliver to sliver in buf
	memory   *[]byte
	buf      []byte
	src, dst rs16.Rows
	rows     []byte // of secondary tiles: whole rows
}

func (w *tileWorker) release() { tileBuffers.Put(w.memory) }

// newTileWorker makes a worker for tiles of at most width bytes of each sliver, and of so many bytes of whole rows.
func newTileWorker(d *streamDecoder, width, rows int) *tileWorker {
	w := &tileWorker{streamDecoder: d}
	w.pitch = (width+63)/64*64 | 64 // an odd number of cache lines: rows a power of two apart share few cache sets
	slivers := len(d.sources)
	if d.axis == Primary {
		slivers += len(d.across.Missing())
	}
	w.memory = borrow[byte](&tileBuffers, slivers*w.pitch+rows)
	w.buf, w.rows = (*w.memory)[:slivers*w.pitch], (*w.memory)[slivers*w.pitch:]
	w.src = rs16.Rows{Row: make([][]byte, d.p.N)}
	w.dst = rs16.Rows{Row: make([][]byte, d.p.Need(d.axis))}
	return w
}

// load reads n bytes of each source from byte at on.
func (w *tileWorker) load(at, n int) error {
	for k, i := range w.sources {
		if err := w.read(w.buf[k*w.pitch:][:n], i, at); err != nil {
			return err
		}
	}
	return nil
}

// read fills dst with bytes of sliver i, wherever it lies.
func (w *tileWorker) read(dst []byte, i, off int) error {
	if w.axis == Primary && i < w.p.K1 {
		return w.readOut(dst, i*w.rowLen+off)
	}
	if err := w.held.ReadSliverAt(dst, SliverIndex(i), off); err != nil {
		return fmt.Errorf("read %v sliver %d: %w", w.axis, i, err)
	}
	return nil
}

// restoreRows decodes the bytes [from, to) of the missing rows and writes them.
func (w *tileWorker) restoreRows(from, to int) error {
	if err := w.load(from, to-from); err != nil {
		return err
	}
	missing := w.across.Missing()
	for _, s := range spans(w.size, from, to) {
		for k, i := range w.sources {
			w.src.Row[i] = w.buf[k*w.pitch:][s.at-from:][:s.bytes()]
		}
		for k, i := range missing {
			w.dst.Row[i] = w.buf[(len(w.sources)+k)*w.pitch:][s.at-from:][:s.bytes()]
		}
		w.src.Stride, w.dst.Stride = s.width, s.width
		if err := w.across.Restore(w.dst, w.src, s.width, 0, s.count); err != nil {
			return err
		}
	}
	for k, i := range missing {
		if err := w.write(w.buf[(len(w.sources)+k)*w.pitch:][:to-from], i*w.rowLen+from); err != nil {
			return err
		}
		w.progress.add(to - from)
	}
	return nil
}

// restoreColumns decodes a tile of the missing columns, puts rows together from all columns and writes them.
func (w *tileWorker) restoreColumns(t tile) error {
	n := t.bytes()
	if err := w.load(t.at(w.size), n); err != nil {
		return err
	}
	for k, i := range w.sources {
		w.src.Row[i] = w.buf[k*w.pitch:][:n]
	}
	w.src.Stride = t.width
	w.dst.Stride = w.p.K2 * t.width
	for c := range w.dst.Row {
		w.dst.Row[c] = w.rows[c*t.width:]
		if w.have[c] {
			for r := range t.count {
				copy(w.dst.Row[c][r*w.dst.Stride:][:t.width], w.src.Row[c][r*t.width:])
			}
		}
	}
	if err := w.across.Restore(w.dst, w.src, t.width, 0, t.count); err != nil {
		return err
	}
	w.progress.add(t.count * w.dst.Stride)
	if t.width == w.size { // whole rows
		return w.write(w.rows[:t.count*w.rowLen], t.first*w.rowLen)
	}
	for c := range w.dst.Row {
		if err := w.write(w.dst.Row[c][:t.width], t.first*w.rowLen+c*w.size+t.off); err != nil {
			return err
		}
	}
	return nil
}

// write writes bytes of the matrix to out. What lies beyond the blob's length must be zero and is not written.
func (d *streamDecoder) write(b []byte, at int) error {
	inside := int(min(max(int64(d.m.Length)-int64(at), 0), int64(len(b))))
	if d.check != CheckSkip && !isZero(b[inside:]) {
		return d.errPadding()
	}
	if inside == 0 {
		return nil
	}
	_, err := d.out.WriteAt(b[:inside], int64(at))
	return err
}

// readOut fills dst with bytes of the matrix from out, and zeros for those beyond the blob's length.
func (d *streamDecoder) readOut(dst []byte, at int) error {
	inside := int(min(max(int64(d.m.Length)-int64(at), 0), int64(len(dst))))
	clear(dst[inside:])
	if inside == 0 {
		return nil
	}
	n, err := d.out.ReadAt(dst[:inside], int64(at))
	switch {
	case n == inside: // a reader may tell the end along with the last bytes
		return nil
	case errors.Is(err, io.EOF):
		return fmt.Errorf("read back row %d of the blob: %w", at/d.rowLen, io.ErrUnexpectedEOF)
	}
	return err
}

// unverified returns the rows that the default check compares with their hashes: of those that the blob reaches into the ones that were not
// read as verified slivers, and the last one if it ends in padding, because bytes beyond the blob's length were not looked at when it was
// put into out.
func (d *streamDecoder) unverified() (rows []SliverIndex) {
	for r := range d.usedRows() {
		if whole := uint64(r+1)*uint64(d.rowLen) <= d.m.Length; !whole || d.axis == Secondary || !d.have[r] {
			rows = append(rows, SliverIndex(r))
		}
	}
	return rows
}

// checkDefault compares rows of the blob, as they are in out, with their hashes, and the rows of padding with the hash of zeros.
func (d *streamDecoder) checkDefault(ctx context.Context, rows []SliverIndex) error {
	if err := d.checkZeroRows(d.usedRows()); err != nil {
		return err
	}
	group := hashGroup(len(rows), d.size)
	if group*d.rowLen > pieceMemory {
		group = 1
	}
	return forEachWith((len(rows)+group-1)/group, 0, func() (func(int) error, func()) {
		// What restoring has held serves again.
		scratch := borrow[byte](&tileBuffers, group*min(d.rowLen, pieceMemory+d.p.K2*pieceAlign))
		buf := *scratch
		return func(g int) error {
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			some := rows[g*group : min((g+1)*group, len(rows))]
			defer d.progress.add(len(some) * d.rowLen)
			if group == 1 {
				return d.checkRow(some[0], buf)
			}
			var data [][]byte
			for k, i := range some {
				data = append(data, buf[k*d.rowLen:(k+1)*d.rowLen])
				if err := d.readOut(data[k], int(i)*d.rowLen); err != nil {
					return err
				}
			}
			return d.checkRows(some, data)
		}, func() { tileBuffers.Put(scratch) }
	})
}

// checkRow is checkRows for one row, which may be too long to be held. It works in scratch.
func (d *streamDecoder) checkRow(i SliverIndex, scratch []byte) error {
	h := d.expander[Primary].hasher(d.size)
	h.tile = scratch
	defer func() {
		h.tile = nil // what is borrowed is not kept
		d.expander[Primary].pool.Put(h)
	}()
	root, err := h.read(func(dst []byte, off int) error { return d.readOut(dst, int(i)*d.rowLen+off) })
	if err != nil {
		return err
	}
	if err := d.compare(Primary, i, root); err != nil {
		return fmt.Errorf("%w: %w", ErrBlobInvalid, err)
	}
	return nil
}

// strictWork is the amount of work of checkStrict, for progress.
func (d *streamDecoder) strictWork() uint64 {
	return 2*d.m.Length + uint64(d.usedRows())*uint64((d.p.N-d.p.K2)*d.size)
}

// checkStrict encodes the blob again as it is in out.
func (d *streamDecoder) checkStrict(ctx context.Context) error {
	size, err := SpoolSize(d.p, d.m.Length)
	if err != nil {
		return err
	}
	end := int64(d.m.Length)
	var spool Spool = spoolBehind{d.out, end}
	if size <= spoolInMemory {
		spool = make(byteSpool, size)
	} else if f, ok := d.out.(interface{ Truncate(int64) error }); ok {
		defer func() { _ = f.Truncate(end) }() // to fail is to leave scratch where scratch may be
	}
	last := uint64(0)
	s, err := EncodeFrom(ctx, d.p, d.out, d.m.Length, spool, StreamOptions{Progress: func(done, _ uint64) {
		d.progress.add(int(done - last))
		last = done
	}})
	if err != nil {
		return err
	}
	if got, want := s.BlobID(), d.m.BlobID(); got != want {
		return fmt.Errorf("%w: its content has the ID %v, not %v", ErrBlobInvalid, got, want)
	}
	return nil
}

// spoolInMemory is the size of the largest spool that is held in memory.
const spoolInMemory = 16 << 20

// A byteSpool is a spool in memory.
type byteSpool []byte

func (s byteSpool) ReadAt(b []byte, at int64) (int, error)  { return copy(b, s[at:]), nil }
func (s byteSpool) WriteAt(b []byte, at int64) (int, error) { return copy(s[at:], b), nil }

// A spoolBehind is a spool in an output, from byte end on.
type spoolBehind struct {
	out Output
	end int64
}

func (s spoolBehind) ReadAt(b []byte, at int64) (int, error)  { return s.out.ReadAt(b, s.end+at) }
func (s spoolBehind) WriteAt(b []byte, at int64) (int, error) { return s.out.WriteAt(b, s.end+at) }
