package server

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"strconv"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"walrus/attest"
	"walrus/node/store"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// An upload is one bundle on its way in. One goroutine reads frames; whole slivers are verified and written by a few workers.
type upload struct {
	s  *Server
	a  *Assignment
	id redstuff.BlobID

	frames   *nodeapi.FrameReader
	share    *Share             // of the sender
	charge   func(n int) error  // takes memory for the frame being read
	charged  int                // bytes taken for it
	verifier *redstuff.Verifier // nil until the metadata are known
	bound    uint64             // bytes that may be staged
	w        *store.Writer      // nil until the metadata are known
	sent     bool               // a metadata frame came
	touched  map[slot]bool      // slivers of which parts came; true once whole

	workers *errgroup.Group
	failed  context.Context // ends when a worker fails or the request ends

	mu       sync.Mutex
	result   nodeapi.BundleResult
	rejected map[slot]bool
}

// A slot is the place of one sliver.
type slot struct {
	axis redstuff.Axis
	pair redstuff.PairIndex
}

// A wish is what a bundle wants signed at its end.
type wish struct {
	confirm nodeapi.Confirm
	attest  attest.ObjectID
}

func (s *Server) putBundle(w http.ResponseWriter, r *http.Request) error {
	id, err := blobOf(r)
	if err != nil {
		return err
	}
	want, pending, err := bundleQuery(r)
	if err != nil {
		return err
	}
	length, err := bundleLength(r)
	if err != nil {
		return err
	}
	if shareOf(r.Context()).Full() {
		return busy("no memory left for bundles")
	}
	if err := s.room(length); err != nil {
		return err
	}
	if err := s.admit(r.Context(), id, want, pending); err != nil {
		return err
	}
	a := s.Assignment()
	v, err := s.verifier(a, id)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return err
	}
	u := &upload{s: s, a: a, id: id, share: shareOf(r.Context()), touched: map[slot]bool{}, rejected: map[slot]bool{}}
	u.workers, u.failed = errgroup.WithContext(r.Context())
	u.workers.SetLimit(s.Workers) // so many frames are held, and the one that is being read
	u.charge = func(n int) error {
		if err := s.charge(u.failed, n); err != nil {
			return err
		}
		u.charged += n
		return nil
	}
	limits := nodeapi.MaxLimits(a.Params, false)
	limits.Parts, limits.Frames, limits.Charge = true, math.MaxUint32-1, u.charge
	u.frames = nodeapi.NewFrameReader(bufio.NewReaderSize(&countedBody{s.paced(w, r), length}, 64<<10), limits)
	if v != nil {
		u.begin(v)
	}
	defer u.close()
	return u.serve(w, want)
}

func bundleQuery(r *http.Request) (want wish, pending bool, err error) {
	q, err := query(r, "confirm", "attest", "pending")
	if err != nil {
		return want, false, err
	}
	if pending, err = queryBool(q, "pending"); err != nil {
		return want, false, err
	}
	if want.confirm, err = nodeapi.ParseConfirm(q.Get("confirm")); err != nil {
		return want, false, plain("query: %v", err)
	}
	if text := q.Get("attest"); text != "" {
		if want.attest, err = attest.ParseObjectID(text); err != nil {
			return want, false, plain("query: attest: %v", err)
		}
	}
	return want, pending, nil
}

// bundleLength is the length of the body that the request announces.
func bundleLength(r *http.Request) (int64, error) {
	text := r.Header.Get(nodeapi.BundleLengthHeader)
	if text == "" {
		if r.ContentLength < 0 {
			return 0, nodeapi.Errorf(nodeapi.InvalidArgument, nodeapi.InvalidBundle, "name the length of the body: Content-Length, or %s when it is chunked", nodeapi.BundleLengthHeader)
		}
		return r.ContentLength, nil
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 0 || r.ContentLength >= 0 && r.ContentLength != n {
		return 0, nodeapi.Errorf(nodeapi.InvalidArgument, nodeapi.InvalidBundle, "%s %q is no length or contradicts Content-Length", nodeapi.BundleLengthHeader, text)
	}
	return n, nil
}

// admit waits until the blob is registered and what is to be signed has its ground on the chain, for a bounded time. A bundle of a registered blob is taken in any case.
func (s *Server) admit(ctx context.Context, id redstuff.BlobID, want wish, pending bool) error {
	ready := func() error {
		a := s.Assignment()
		err := s.writable(a, id)
		if err == nil && !want.confirm.IsZero() {
			err = s.mayConfirm(a, id, want.confirm)
		}
		if err == nil && !want.attest.IsZero() {
			_, err = s.object(a, id, want.attest)
		}
		return err
	}
	if !pending { // with pending=true nothing is kept either, so the answer comes at once
		if _, err := s.await(ctx, s.RegistrationWait, id, ready); err != nil {
			return err
		}
	}
	return s.writable(s.Assignment(), id)
}

// countedBody fails behind the announced length.
type countedBody struct {
	r    io.Reader
	left int64
}

func (c *countedBody) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	if c.left -= int64(n); c.left < 0 {
		return 0, fmt.Errorf("%w: more bytes than announced", nodeapi.ErrBundle)
	}
	return n, err
}

// serve reads the bundle, makes durable what was good in it, and answers.
func (u *upload) serve(w http.ResponseWriter, want wish) error {
	read := u.readAll()
	done := make(chan error, 1)
	var wg sync.WaitGroup
	defer wg.Wait()
	wg.Go(func() { done <- u.finish(read, want) })
	if read != nil {
		return <-done
	}
	// Verification may go on for long after the last byte. Spaces tell the sender that somebody is at work; the status is 200 then, whatever comes.
	tick := time.NewTicker(u.s.Keepalive)
	defer tick.Stop()
	ctl := http.NewResponseController(w)
	begun := false
	for {
		select {
		case <-tick.C:
			begun = true
			w.Header().Set("Content-Type", nodeapi.TypeJSON)
			if _, err := w.Write([]byte{' '}); err == nil {
				_ = ctl.Flush() // a sender that is gone is noticed by the request's context
			}
			continue
		case err := <-done:
			return u.answer(w, err, begun)
		}
	}
}

// answer sends the result, or returns the error if the head is not sent yet.
func (u *upload) answer(w http.ResponseWriter, err error, begun bool) error {
	if !begun {
		if err == nil {
			nodeapi.WriteSuccess(w, http.StatusOK, u.result)
		}
		return err
	}
	if err != nil {
		var e *nodeapi.Error
		if !errors.As(err, &e) {
			u.s.Log.Error("bundle failed", "blob", u.id, "error", err)
			e = nodeapi.Errorf(nodeapi.Internal, nodeapi.InternalError, "internal error")
		}
		b, err := e.MarshalJSON()
		if err != nil {
			return nil
		}
		_, _ = w.Write(b)
		return nil
	}
	if b, err := nodeapi.AppendSuccess(nil, http.StatusOK, u.result); err == nil {
		_, _ = w.Write(b)
	}
	return nil
}

// begin is called once the metadata are known.
func (u *upload) begin(v *redstuff.Verifier) {
	u.verifier = v
	u.w = u.s.Store.Writer(u.id, u.a.Share(v.SymbolSize()))
	limits := nodeapi.BlobLimits(u.a.Params, v.SymbolSize(), false)
	limits.Parts, limits.Frames, limits.Charge = true, math.MaxUint32-1, u.charge
	u.frames.SetLimits(limits)
	// The encoded size is that of all nodes together; it cannot fail for metadata that were verified.
	u.bound, _ = u.a.Params.EncodedLength(v.Metadata().Length)
}

func (u *upload) close() {
	if u.w != nil {
		u.w.Close()
	}
}

// errStream is a mistake of the sender that ends the stream.
func errStream(format string, args ...any) error {
	return fmt.Errorf("%w: %s", nodeapi.ErrBundle, fmt.Sprintf(format, args...))
}

// readAll reads frames until the end frame (nil) or the first error, and waits for the workers.
func (u *upload) readAll() error {
	var err error
	for err == nil {
		var fr nodeapi.Frame
		if fr, err = u.frames.Next(); err != nil {
			break
		}
		u.charged = 0
		err = u.frame(fr)
		if u.charged > 0 { // what no worker took over
			u.share.Release(u.charged)
			u.charged = 0
		}
		if err == nil && u.failed.Err() != nil {
			err = context.Cause(u.failed)
		}
	}
	if work := u.workers.Wait(); work != nil {
		return work
	}
	if err == io.EOF {
		return nil
	}
	return err
}

// frame handles one frame.
func (u *upload) frame(fr nodeapi.Frame) error {
	if fr.Kind == nodeapi.FrameMetadata {
		return u.metadata()
	}
	at := slot{fr.Axis, fr.Pair}
	switch {
	case !u.a.Owns(u.id, fr.Pair):
		return errStream("pair %d is not of this node", fr.Pair)
	case u.verifier == nil:
		return errStream("a sliver before the metadata of a blob of which this node has none")
	}
	has, err := u.s.Store.Has(u.id, fr.Pair, fr.Axis)
	if err != nil {
		return err
	}
	if fr.Kind.IsPart() {
		return u.part(fr, at, has)
	}
	if has {
		u.count(false)
		return nil // the reader skips the body
	}
	b, err := u.frames.Body()
	if err != nil {
		return err
	}
	u.check(at, b)
	return nil
}

// metadata handles the metadata frame.
func (u *upload) metadata() error {
	if u.sent {
		return errStream("second metadata")
	}
	u.sent = true
	if u.verifier != nil {
		u.count(false)
		return nil
	}
	b, err := u.frames.Body()
	if err != nil {
		return err
	}
	m, err := redstuff.ParseMetadata(b)
	if err == nil {
		err = u.s.checkWith(u.failed, func() error { return redstuff.VerifyMetadata(u.a.Params, u.id, nil, m) })
	}
	if u.failed.Err() != nil {
		return context.Cause(u.failed)
	}
	if err != nil {
		reason := nodeapi.InvalidMetadata
		if errors.Is(err, redstuff.ErrUnsupportedEncoding) {
			reason = nodeapi.UnsupportedEncodingType
		}
		u.mu.Lock()
		defer u.mu.Unlock()
		u.result.Rejected = append(u.result.Rejected, nodeapi.Rejected{Type: "metadata", Reason: reason})
		return nil
	}
	u.begin(redstuff.NewVerifier(u.a.Params, m))
	added, err := u.w.PutMetadata(b)
	if err != nil {
		return err
	}
	u.count(added)
	return nil
}

// part stages one part, and hands the sliver over once it is whole.
func (u *upload) part(fr nodeapi.Frame, at slot, has bool) error {
	limits := u.frames.Limits()
	whole := uint64(limits.Primary)
	if fr.Axis == redstuff.Secondary {
		whole = uint64(limits.Secondary)
	}
	end := uint64(fr.Offset) + uint64(fr.Length)
	if end > whole {
		return errStream("part of %v sliver of pair %d ends at %d, the sliver at %d", fr.Axis, fr.Pair, end, whole)
	}
	if has {
		u.touched[at] = true
		if end == whole {
			u.count(false)
		}
		return nil
	}
	if u.touched[at] {
		return nil // being verified, or rejected, in this very bundle
	}
	b, err := u.frames.Body()
	if err != nil {
		return err
	}
	u.touched[at] = false
	reached, err := u.s.Store.Stage(u.id, fr.Pair, fr.Axis, uint64(fr.Offset), b, u.bound)
	switch {
	case errors.Is(err, store.ErrGap), errors.Is(err, store.ErrStageFull):
		return errStream("%v sliver of pair %d: %v", fr.Axis, fr.Pair, err)
	case err != nil:
		return err
	case reached < whole:
		return nil
	}
	u.touched[at] = true
	u.share.Release(u.charged)
	u.charged = 0
	if err := u.charge(int(whole)); err != nil {
		return err
	}
	b, err = u.s.Store.TakeStaged(u.id, fr.Pair, fr.Axis)
	if errors.Is(err, store.ErrNotFound) {
		u.reject(at, nodeapi.Incomplete) // another bundle took it, or it expired just now
		return nil
	}
	if err != nil {
		return err
	}
	u.check(at, b)
	return nil
}

// check verifies a whole sliver on a worker and puts it. The memory charged for it is the worker's from here on.
func (u *upload) check(at slot, b []byte) {
	held := u.charged
	u.charged = 0
	u.workers.Go(func() error {
		defer u.share.Release(held)
		return u.s.checkWith(u.failed, func() error { return u.put(at, b) })
	})
}

// put verifies and writes one sliver.
func (u *upload) put(at slot, b []byte) error {
	sl, err := redstuff.ParseSliver(at.axis, b)
	if err != nil {
		u.reject(at, nodeapi.InvalidSliver)
		return nil
	}
	if sl.Index != u.a.Params.Index(at.axis, at.pair) {
		u.reject(at, nodeapi.SliverIndexMismatch)
		return nil
	}
	if err := u.verifier.VerifyAt(at.axis, at.pair, sl); err != nil {
		u.reject(at, nodeapi.InvalidSliver)
		return nil
	}
	added, err := u.w.Put(at.pair, sl)
	if err != nil {
		return err
	}
	u.s.Store.DropStaged(u.id, at.pair, at.axis)
	u.count(added)
	return nil
}

func (u *upload) count(added bool) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if added {
		u.result.Stored++
	} else {
		u.result.AlreadyStored++
	}
}

// reject notes a bad sliver, once however often it comes.
func (u *upload) reject(at slot, reason nodeapi.Reason) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.rejected[at] {
		return
	}
	u.rejected[at] = true
	u.result.Rejected = append(u.result.Rejected, nodeapi.Rejected{Pair: at.pair, Type: at.axis.String(), Reason: reason})
}

// finish makes durable what was put, whatever ended the stream, and only then fills in what may be told: counts and signatures.
func (u *upload) finish(read error, want wish) error {
	if u.w != nil {
		if err := u.w.Commit(); err != nil {
			return err
		}
		if u.verifier != nil {
			u.s.blobs.put(u.id, u.verifier)
		}
	}
	for at, whole := range u.touched {
		if !whole {
			u.reject(at, nodeapi.Incomplete)
		}
	}
	if read != nil {
		return u.refusal(read)
	}
	if !want.confirm.IsZero() {
		c := &nodeapi.ConfirmationOrWhy{}
		switch signed, err := u.s.confirm(u.id, want.confirm); {
		case err == nil:
			c.Signed = &signed
		default:
			c.Reason = u.reason(err)
		}
		u.result.Confirmation = c
	}
	if !want.attest.IsZero() {
		c := &nodeapi.AttestationOrWhy{}
		switch signed, err := u.s.attestTo(u.id, want.attest); {
		case err == nil:
			c.Message, c.Signature = signed.Message, signed.Signature
		default:
			c.Reason = u.reason(err)
		}
		u.result.Attestation = c
	}
	return nil
}

// reason is why nothing was signed.
func (u *upload) reason(err error) nodeapi.Reason {
	var e *nodeapi.Error
	if errors.As(err, &e) {
		return e.Reason
	}
	u.s.Log.Error("signing failed", "blob", u.id, "error", err)
	return nodeapi.InternalError
}

// refusal is the answer to a stream that ended badly; it carries the counts so far, which are durable.
func (u *upload) refusal(err error) error {
	var e *nodeapi.Error
	switch {
	case errors.As(err, &e):
		c := *e
		e = &c
	case errors.Is(err, errSlow):
		errors.As(u.s.bodyError(err), &e)
	case errors.Is(err, nodeapi.ErrBundle):
		e = nodeapi.Errorf(nodeapi.InvalidArgument, nodeapi.InvalidBundle, "%v", err)
	default:
		return err
	}
	e.Bundle = &u.result
	return e
}
