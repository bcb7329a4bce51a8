package client

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"walrus/nodeapi"
	"walrus/redstuff"
)

// A shelf is where the slivers of a large blob lie on disk while it is read: systematic primary ones where they belong in the output, all others in a spool file. The output
// takes whole rows, padding included, so it is written a little beyond the blob's end.
//
// A nil shelf expects everything.
type shelf struct {
	verifier *redstuff.Verifier
	id       redstuff.BlobID
	p        redstuff.Params
	out      redstuff.Output
	dir      string
	working  chan struct{} // one for each sliver being verified

	mu       sync.Mutex
	spool    *spool // nil until it is needed
	slots    map[shelved]int64
	end      int64 // of the slots given out
	expected int64 // bytes that are on their way to the spool, or there
}

// A shelved sliver is one that lies, or will lie, in the spool.
type shelved struct {
	axis  redstuff.Axis
	index redstuff.SliverIndex
}

// A shelfError is a failure of our own disk, for which no other node can help.
type shelfError struct{ err error }

func (e *shelfError) Error() string { return e.err.Error() }
func (e *shelfError) Unwrap() error { return e.err }

const receiveBuffer = 256 << 10

var receiveBuffers = sync.Pool{New: func() any { b := make([]byte, receiveBuffer); return &b }}

func newShelf(v *redstuff.Verifier, id redstuff.BlobID, out redstuff.Output, dir string) *shelf {
	return &shelf{verifier: v, id: id, p: v.Params(), out: out, dir: dir, working: make(chan struct{}, runtime.GOMAXPROCS(0)), slots: map[shelved]int64{}}
}

func (s *shelf) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.spool != nil {
		s.spool.Close()
	}
}

func (s *shelf) length(a redstuff.Axis) int64 {
	return int64(s.p.SliverSize(a, s.verifier.SymbolSize()))
}

// inPlace reports whether a sliver lies in the output.
func (s *shelf) inPlace(a redstuff.Axis, i redstuff.SliverIndex) bool {
	return a == redstuff.Primary && int(i) < s.p.K1
}

// expect makes room for slivers that are asked for.
func (s *shelf) expect(a redstuff.Axis, pairs []redstuff.PairIndex) error {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	more := int64(0)
	for _, q := range pairs {
		i := s.p.Index(a, q)
		if _, known := s.slots[shelved{a, i}]; !known && !s.inPlace(a, i) {
			s.slots[shelved{a, i}] = s.end
			s.end += s.length(a)
			more += s.length(a)
		}
	}
	if more == 0 {
		return nil
	}
	s.expected += more
	const what = "slivers to decode"
	if s.spool == nil {
		var err error
		s.spool, err = newSpool(s.dir, what, uint64(s.expected))
		return err
	}
	s.spool.need.Store(uint64(s.expected))
	return checkSpace(s.spool.dir, what, uint64(more))
}

// held gives the slivers of one axis.
type held struct {
	s    *shelf
	axis redstuff.Axis
}

func (s *shelf) of(a redstuff.Axis) redstuff.Held { return held{s, a} }

// ReadSliverAt reads what was received.
func (h held) ReadSliverAt(dst []byte, i redstuff.SliverIndex, off int) error {
	file, at, err := h.s.place(h.axis, i)
	if err != nil {
		return err
	}
	if n, err := file.ReadAt(dst, at+int64(off)); n < len(dst) {
		return &shelfError{fmt.Errorf("read %v sliver %d: %w", h.axis, i, err)}
	}
	return nil
}

// place is where a sliver lies.
func (s *shelf) place(a redstuff.Axis, i redstuff.SliverIndex) (redstuff.Output, int64, error) {
	if s.inPlace(a, i) {
		return s.out, int64(i) * s.length(a), nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	at, ok := s.slots[shelved{a, i}]
	if !ok {
		return nil, 0, &shelfError{fmt.Errorf("no place for %v sliver %d", a, i)}
	}
	return s.spool, at, nil
}

// A sliverStream hands on a sliver's data in pieces, and returns the rest of it, and the length of the data.
type sliverStream func(buf []byte, put func(data []byte, off int) error) (redstuff.Sliver, int, error)

// take stores what stream gives as the sliver of pair q, and verifies it: both by way of own, so that it is known who is slow. bad is what is wrong with the sliver; err is stream's, or a
// *shelfError, which ends the whole read.
func (s *shelf) take(ctx context.Context, a redstuff.Axis, q redstuff.PairIndex, own func(work func() error) error, stream sliverStream) (sliver redstuff.Sliver, bad, err error) {
	want := s.p.Index(a, q)
	file, at, err := s.place(a, want)
	if err != nil {
		return sliver, nil, err
	}
	buf := receiveBuffers.Get().(*[]byte)
	sliver, length, err := stream(*buf, func(data []byte, off int) error {
		return own(func() error {
			if _, err := file.WriteAt(data, at+int64(off)); err != nil {
				return &shelfError{err}
			}
			return nil
		})
	})
	receiveBuffers.Put(buf)
	switch {
	case errors.Is(err, redstuff.ErrMalformed) || errors.Is(err, nodeapi.ErrMalformed):
		return sliver, err, nil
	case err != nil:
		return sliver, nil, err
	case int64(length) != s.length(a): // whose frame the limits had to refuse
		return sliver, fmt.Errorf("%w: %d bytes, want %d", redstuff.ErrSliverSize, length, s.length(a)), nil
	}
	err = own(func() (err error) {
		bad, err = s.verify(ctx, sliver, want)
		return err
	})
	return sliver, bad, err
}

// verify reads a sliver again and compares it with the metadata, as soon as a processor is free.
func (s *shelf) verify(ctx context.Context, sliver redstuff.Sliver, want redstuff.SliverIndex) (bad, err error) {
	switch {
	case sliver.Index != want:
		return fmt.Errorf("%w: got %v sliver %d, wanted %d", redstuff.ErrIndexOutOfRange, sliver.Axis, sliver.Index, want), nil
	case sliver.SymbolSize != s.verifier.SymbolSize():
		return fmt.Errorf("%w: %d bytes, want %d", redstuff.ErrSymbolSize, sliver.SymbolSize, s.verifier.SymbolSize()), nil
	}
	select {
	case s.working <- struct{}{}:
		defer func() { <-s.working }()
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	bad = s.verifier.VerifyHeld(sliver.Axis, want, s.of(sliver.Axis))
	var ours *shelfError
	if errors.As(bad, &ours) {
		return nil, ours
	}
	return bad, nil
}

// checkPadding refuses a blob if rows that were received are not zero behind its end.
func (s *shelf) checkPadding(have map[redstuff.SliverIndex]redstuff.Sliver) error {
	row, length := s.length(redstuff.Primary), int64(s.verifier.Metadata().Length)
	buf := make([]byte, 64<<10)
	for i := range have {
		if !s.inPlace(redstuff.Primary, i) {
			continue
		}
		for at, end := max(length, int64(i)*row), int64(i+1)*row; at < end; {
			b := buf[:min(int64(len(buf)), end-at)]
			if n, err := s.out.ReadAt(b, at); n < len(b) {
				return fmt.Errorf("read output: %w", err)
			}
			for _, x := range b {
				if x != 0 {
					return fmt.Errorf("%w: bytes beyond its length of %d are not zero", redstuff.ErrBlobInvalid, length)
				}
			}
			at += int64(len(b))
		}
	}
	return nil
}
