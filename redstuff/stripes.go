package redstuff

import (
	"context"
	"io"

	"walrus/rs16"
)

// stripeMemory is about how many bytes of symbols MetadataFrom holds. Half as many would make it read twice as many pieces.
const stripeMemory = 96 << 20

// MetadataFrom computes the metadata of the blob of length bytes in src as [EncodeFrom] does, without a spool: it works through the matrix in stripes, a range of bytes of every
// symbol at a time. It reads each byte of src once, but in pieces of stripes: of 256 bytes with 1000 shards, if symbols are longer. Memory does not grow with the
// blob: besides the stripe's symbols it holds 80 bytes for each symbol of the expanded matrix, which makes 180 MiB with 1000 shards, and 400 bytes per symbol on processors
// without kernels. Where there is room for a spool, EncodeFrom is faster.
//
// The errors are those of EncodeFrom.
func MetadataFrom(ctx context.Context, p Params, src io.ReaderAt, length uint64, o StreamOptions) (*Metadata, error) {
	return metadataFrom(ctx, p, src, length, o, stripeMemory)
}

func metadataFrom(ctx context.Context, p Params, src io.ReaderAt, length uint64, o StreamOptions, memory int) (*Metadata, error) {
	m, err := newMatrix(p, length)
	if err != nil {
		return nil, err
	}
	rows, columns, err := newCodes(p)
	if err != nil {
		return nil, err
	}
	s := &Stream{matrix: m, length: length, src: src, columns: columns}
	w := &striper{Stream: s, ctx: ctx, rows: rows, hashing: newHashing(m, columns), progress: s.newProgress(o)}
	hashes, err := w.run(memory)
	if err != nil {
		return nil, err
	}
	w.progress.finish()
	return &Metadata{Encoding: EncodingRS2, Length: length, Hashes: hashes}, nil
}

// A striper computes the hashes of a blob stripe by stripe.
type striper struct {
	*Stream
	ctx      context.Context
	rows     *rs16.Code
	hashing  *hashing
	progress *progressCounter
	data     []byte // of the stripe, row by row: the blob's symbols
	parity   []byte // and the repair symbols of rows
}

// run does all stripes, each of about as many bytes of symbols as memory says.
func (s *striper) run(memory int) ([]PairHashes, error) {
	stripes := newTiling(1, s.size, memory/(s.p.K1*s.p.N))
	if stripes.len() > 1 {
		s.hashing.stripes = make([]partialColumn, s.p.N)
	}
	s.data = make([]byte, s.used*s.p.K2*stripes.piece)
	s.parity = make([]byte, s.used*(s.p.N-s.p.K2)*stripes.piece)
	for i := range stripes.len() {
		t := stripes.tile(i)
		if err := s.expandRows(t); err != nil {
			return nil, err
		}
		if err := s.hashColumns(t); err != nil {
			return nil, err
		}
	}
	return s.hashing.finish(), nil
}

// expandRows reads a stripe of the blob and encodes its rows.
func (s *striper) expandRows(stripe tile) error {
	width, repair := stripe.width, s.p.N-s.p.K2
	src := rs16.Rows{Row: make([][]byte, s.p.K2), Stride: s.p.K2 * width}
	for c := range src.Row {
		src.Row[c] = tail(s.data, c*width)
	}
	dst := rs16.Rows{Row: make([][]byte, repair), Stride: repair * width}
	for c := range dst.Row {
		dst.Row[c] = tail(s.parity, c*width)
	}
	step := share(s.used, 64)
	return forEachWith((s.used+step-1)/step, streamAhead, func() (func(int) error, func()) {
		return func(i int) error {
			if s.ctx.Err() != nil {
				return context.Cause(s.ctx)
			}
			from, to := i*step, min((i+1)*step, s.used)
			for r := from; r < to; r++ {
				row := s.data[r*src.Stride : (r+1)*src.Stride]
				if err := s.readRows(row, tile{first: r, count: 1, off: stripe.off, width: width}); err != nil {
					return err
				}
				s.progress.add(len(row))
			}
			return s.rows.ExpandRows(dst, src, width, from, to)
		}, func() {}
	})
}

// hashColumns encodes the columns of a stripe and hashes it.
func (s *striper) hashColumns(stripe tile) error {
	width, repair := stripe.width, s.p.N-s.p.K2
	chunks := s.hashing.rows.chunks()
	step := min(share(chunks, smallChunks), max(1, smallColumns/(chunkColumns*width)))
	return forEachWith((chunks+step-1)/step, 0, func() (func(int) error, func()) {
		w := s.hashing.worker()
		return func(i int) error {
			if s.ctx.Err() != nil {
				return context.Cause(s.ctx)
			}
			return s.hashing.eachRange(i*step, min((i+1)*step, chunks), w, func(from, to int) error {
				s.progress.add((to - from) * s.used * width)
				t := tile{first: from, count: to - from, off: stripe.off, width: width}
				if from < s.p.K2 {
					return w.add(t, grid{tail(s.data, from*width), s.p.K2 * width, width}, nil)
				}
				return w.add(t, grid{tail(s.parity, (from-s.p.K2)*width), repair * width, width}, nil)
			})
		}, w.release
	})
}
