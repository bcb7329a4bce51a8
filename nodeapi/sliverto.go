package nodeapi

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"net/http"

	"walrus/redstuff"
)

// SliverTo is Sliver for one whose data have exactly length bytes, and too many to be held: they are handed on in pieces of at most len(buf) bytes, in order; off counts from the start of
// the data. The sliver that it returns has no data. It holds nothing but buf, which put may not keep. An answer that is no such sliver is ErrMalformed; errors of put come back as they
// are. The data are not verified, and may have been handed on whatever the error.
func (c *Client) SliverTo(ctx context.Context, id redstuff.BlobID, pair redstuff.PairIndex, axis redstuff.Axis, length int, buf []byte, put func(data []byte, off int) error) (redstuff.Sliver, error) {
	none := redstuff.Sliver{Axis: axis}
	l, err := c.fetch(ctx, http.MethodGet, sliverPath(id, pair, axis), "", nil, http.StatusOK)
	if err != nil {
		return none, err
	}
	defer l.close()
	if err := l.expectBinary(); err != nil {
		return none, err
	}
	if want := int64(redstuff.SliverBCSLen(length)); l.res.ContentLength >= 0 && l.res.ContentLength != want {
		return none, fmt.Errorf("%w: %d bytes, want %d", ErrMalformed, l.res.ContentLength, want)
	}
	want := binary.AppendUvarint(nil, uint64(length))
	head := make([]byte, len(want))
	if err := l.readAll(head); err != nil {
		return none, err
	}
	if !bytes.Equal(head, want) {
		return none, fmt.Errorf("%w: the sliver's length prefix is not that of %d bytes", ErrMalformed, length)
	}
	for off := 0; off < length; {
		piece := buf[:min(len(buf), length-off)]
		if err := l.readAll(piece); err != nil {
			return none, err
		}
		if err := put(piece, off); err != nil {
			return none, err
		}
		off += len(piece)
	}
	tail := make([]byte, sliverTailLen+1)
	n, err := io.ReadFull(l, tail)
	switch {
	case err == nil:
		return none, fmt.Errorf("%w: more than %d bytes", ErrMalformed, redstuff.SliverBCSLen(length))
	case n < sliverTailLen || err != io.ErrUnexpectedEOF:
		return none, tooShort(err)
	}
	s, err := ParseSliverTail(axis, length, tail[:n])
	if err != nil {
		return none, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	return s, nil
}

// readAll fills b from a binary answer.
func (l *call) readAll(b []byte) error {
	_, err := io.ReadFull(l, b)
	return tooShort(err)
}

// tooShort makes ErrMalformed of an answer's early end.
func tooShort(err error) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF { // as ReadFull says it; what broke off says more
		return fmt.Errorf("%w: the answer ends too early", ErrMalformed)
	}
	return err
}
