package nodeapi

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

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
	l, err := c.fetchBy(ctx, c.carrier(body.length), http.MethodPut, blobPath(id, "/bundle"), q.Encode(), body, http.StatusOK)
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

// endWait is how long the end of an answer is waited for. Honest nodes send it with the last frame.
const endWait = 200 * time.Millisecond

// End reads the end of an answer all of whose frames were read, so that its connection carries later requests: a large answer has one of its own, which Close breaks off before
// its end. It waits no longer than endWait, since everything that was asked for is there.
func (b *BundleReader) End() {
	late := time.AfterFunc(endWait, func() { b.call.cancel(nil) })
	defer late.Stop()
	_, _ = b.Next()
}

// Close ends the request, whatever is left to read.
func (b *BundleReader) Close() { b.call.close() }

// Bundle asks for a bundle. Limits as for NewFrameReader; absent frames are allowed in any case and the number of frames is that of the selection.
// The order of the frames, and what they hold, are for the caller to check.
func (c *Client) Bundle(ctx context.Context, id redstuff.BlobID, sel Selection, lim FrameLimits) (*BundleReader, error) {
	l, err := c.fetchBy(ctx, c.carrier(sel.most(lim)), http.MethodGet, blobPath(id, "/bundle"), sel.Query(), nil, http.StatusOK)
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

// readBuffer holds many short frames; the bodies of long ones go around it.
const readBuffer = 8 << 10
