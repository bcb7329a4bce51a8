package nodeapi

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"walrus/attest"
	"walrus/redstuff"
)

// MaxMetadata is the most BCS bytes that metadata for n shards has, without the blob ID.
func MaxMetadata(n int) int { return 10 + 3 + 66*n }

// MaxLimits allow what a network of p can carry at most, before a blob's own lengths are known. withID is for reads, whose metadata frames start with the blob ID.
func MaxLimits(p redstuff.Params, withID bool) FrameLimits {
	l := FrameLimits{
		N:         p.N,
		Metadata:  MaxMetadata(p.N),
		Primary:   redstuff.SliverBCSLen(p.Source(redstuff.Primary) * redstuff.MaxSymbolSize),
		Secondary: redstuff.SliverBCSLen(p.Source(redstuff.Secondary) * redstuff.MaxSymbolSize),
		Frames:    uint32(2*p.N + 1),
	}
	if withID {
		l.Metadata += len(redstuff.BlobID{})
	}
	return l
}

// BlobLimits are MaxLimits narrowed to one blob, whose symbols have symbolSize bytes: every sliver has its exact length.
func BlobLimits(p redstuff.Params, symbolSize int, withID bool) FrameLimits {
	l := MaxLimits(p, withID)
	l.Primary = redstuff.SliverBCSLen(p.Source(redstuff.Primary) * symbolSize)
	l.Secondary = redstuff.SliverBCSLen(p.Source(redstuff.Secondary) * symbolSize)
	l.Exact = true
	return l
}

// A BundleBody is a bundle to be sent. It refers to the slivers' data, which must not change until the request is done. The zero value is empty.
type BundleBody struct {
	segments []segment
	length   int64
	frames   int
}

// A segment is bytes of a body, there already or made when they are about to be sent.
type segment struct {
	bytes []byte
	make  func() []byte // nil if bytes are there
}

func (b *BundleBody) add(p []byte) {
	b.segments = append(b.segments, segment{bytes: p})
	b.length += int64(len(p))
}

// Metadata adds the metadata frame, which comes first: BCS without the ID.
func (b *BundleBody) Metadata(bcs []byte) {
	w := FrameWriter{}
	w.head(FrameMetadata, 0, len(bcs))
	b.add(w.buf)
	b.add(bcs)
	b.frames++
}

// Sliver adds one sliver without copying its data.
func (b *BundleBody) Sliver(pair redstuff.PairIndex, s redstuff.Sliver) {
	var w FrameWriter
	head, tail := w.sliverHead(pair, s), sliverTail(nil, s)
	b.add(head)
	b.add(s.Data)
	b.add(tail)
	b.frames++
}

// LazySliver adds a sliver whose data is made by data when its turn comes, and dropped once it is sent: its axis, index and symbol size are those of s, its
// data has length bytes. data may be called again, and from another goroutine, when the request is repeated.
func (b *BundleBody) LazySliver(pair redstuff.PairIndex, s redstuff.Sliver, length int, data func() []byte) {
	var w FrameWriter
	w.head(SliverKind(s.Axis), pair, redstuff.SliverBCSLen(length))
	b.add(binary.AppendUvarint(w.buf, uint64(length)))
	b.segments = append(b.segments, segment{make: data})
	b.length += int64(length)
	b.add(sliverTail(nil, s))
	b.frames++
}

// Length is the number of bytes that will be sent, the end frame included.
func (b *BundleBody) Length() int64 { return b.length + EndFrameLen }

// Frames is the number of frames before the end frame.
func (b *BundleBody) Frames() int { return b.frames }

// Open reads the whole body from its start, the end frame included.
func (b *BundleBody) Open() io.Reader {
	var end bytes.Buffer
	w := FrameWriter{w: &end, frames: uint32(b.frames)}
	w.Close() // a bytes.Buffer takes everything
	return &segmentReader{segments: b.segments, last: end.Bytes()}
}

// A segmentReader reads segments one after the other and then last.
type segmentReader struct {
	segments []segment
	last     []byte
	now      []byte // what is left of the segment being read
}

func (r *segmentReader) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if len(r.now) == 0 && !r.next() {
			break
		}
		c := copy(p[n:], r.now)
		n += c
		r.now = r.now[c:]
	}
	if n == 0 && len(p) > 0 {
		return 0, io.EOF
	}
	return n, nil
}

// next takes the next segment that is not empty, and reports whether there is one.
func (r *segmentReader) next() bool {
	for len(r.now) == 0 {
		switch {
		case len(r.segments) > 0:
			s := r.segments[0]
			r.segments = r.segments[1:]
			if r.now = s.bytes; s.make != nil {
				r.now = s.make()
			}
		case r.last != nil:
			r.now, r.last = r.last, nil
		default:
			return false
		}
	}
	return true
}

// A BundleRequest is one PUT of a bundle.
type BundleRequest struct {
	Body    *BundleBody
	Confirm Confirm         // confirmation to answer with
	Attest  attest.ObjectID // blob object to attest, none if zero
	Sent    func(n int)     // told how many bytes of the body the transport has taken; may be nil
}

// PutBundle sends a bundle. A 400 is an *Error whose Bundle says what was stored before.
// The error matches ErrNoBundles if the node has no such route.
func (c *Client) PutBundle(ctx context.Context, id redstuff.BlobID, r BundleRequest) (BundleResult, error) {
	q := url.Values{}
	if !r.Confirm.IsZero() {
		q.Set("confirm", r.Confirm.String())
	}
	if !r.Attest.IsZero() {
		q.Set("attest", r.Attest.String())
	}
	body := &payload{open: r.Body.Open, length: r.Body.Length(), typ: TypeBundle, sent: r.Sent}
	l, err := c.fetch(ctx, http.MethodPut, blobPath(id, "/bundle"), q.Encode(), body, http.StatusOK)
	if err != nil {
		return BundleResult{}, noBundles(err)
	}
	return readJSON[BundleResult](l)
}

// noBundles recognises a node without bundles: 405, or 404 without our envelope.
func noBundles(err error) error {
	var e *Error
	if errors.As(err, &e) && (e.Code == http.StatusMethodNotAllowed || e.Code == http.StatusNotFound && !e.Envelope) {
		return fmt.Errorf("%w: %w", ErrNoBundles, err)
	}
	return err
}

// Staged gets what the node has received of the blob.
func (c *Client) Staged(ctx context.Context, id redstuff.BlobID) (Staged, error) {
	s, err := getJSON[Staged](ctx, c, blobPath(id, "/bundle/staged"), "")
	return s, noBundles(err)
}

// A BundleReader reads the answer to a bundle read, frame by frame. It is not for concurrent use. The caller closes it.
type BundleReader struct {
	*FrameReader
	call *call
}

// Close ends the request, whatever is left to read.
func (b *BundleReader) Close() { b.call.close() }

// Bundle asks for a bundle. Limits as for NewFrameReader; absent frames are allowed in any case and the number of frames is that of the selection.
// The order of the frames, and what they hold, are for the caller to check.
func (c *Client) Bundle(ctx context.Context, id redstuff.BlobID, sel Selection, lim FrameLimits) (*BundleReader, error) {
	l, err := c.fetch(ctx, http.MethodGet, blobPath(id, "/bundle"), sel.Query(), nil, http.StatusOK)
	if err != nil {
		return nil, noBundles(err)
	}
	if t := l.res.Header.Get("Content-Type"); !isType(t, TypeBundle) {
		l.close()
		return nil, fmt.Errorf("%w: content type %q, want %s", ErrMalformed, clean(t), TypeBundle)
	}
	l.stream()
	lim.Absent = true
	lim.Frames = uint32(sel.Frames())
	return &BundleReader{NewFrameReader(bufio.NewReaderSize(l, readBuffer), lim), l}, nil
}

// readBuffer is one HTTP/2 frame of a default peer and a bit; larger did not read faster on loopback.
const readBuffer = 32 << 10
