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

// An upload is one bundle on its way in. One goroutine reads frames. Short slivers it collects in a batch, which a worker verifies and writes; long ones and parts go to
// the disk as they come, and a worker reads them back. So an upload holds a piece, a batch, and a batch per worker, however long its slivers are.
type upload struct {
	s  *Server
	a  *Assignment
	id redstuff.BlobID

	frames   *nodeapi.FrameReader
	share    *Share             // of the sender
	length   int64              // announced for the body
	piece    *[]byte            // for what goes to the disk as it comes; nil until then
	batch    *batch             // short slivers that wait for a worker; nil if there are none
	verifier *redstuff.Verifier // nil until the metadata are known
	from     store.Sender       // whose parts it continues
	bound    store.Bound        // of what may lie on the disk unverified
	w        *store.Writer      // nil until the metadata are known
	sent     bool               // a metadata frame came
	touched  map[slot]partState // slivers of which parts came

	workers *errgroup.Group
	failed  context.Context // ends when a worker fails or the request ends

	mu       sync.Mutex
	result   nodeapi.BundleResult
	rejected map[slot]bool
}

// headBuffer is what is read ahead for the heads of frames; bodies that are longer go around it.
const headBuffer = 8 << 10

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
	from, err := senderOf(r)
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
	u := &upload{s: s, a: a, id: id, share: shareOf(r.Context()), from: from, length: length, touched: map[slot]partState{}, rejected: map[slot]bool{}}
	u.workers, u.failed = errgroup.WithContext(r.Context())
	u.workers.SetLimit(s.Workers)
	limits := nodeapi.MaxLimits(a.Params, false)
	limits.Parts, limits.Frames = true, math.MaxUint32-1
	u.frames = nodeapi.NewFrameReader(bufio.NewReaderSize(&countedBody{s.paced(w, r), length}, headBuffer), limits)
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
	share := u.a.Share(v.SymbolSize())
	u.w = u.s.Store.Writer(u.id, share)
	u.w.Cool(func(axis redstuff.Axis, pair redstuff.PairIndex) bool { // readers take systematic primary slivers
		return axis == redstuff.Secondary || int(u.a.Params.Index(axis, pair)) >= u.a.Params.K1
	})
	limits := nodeapi.BlobLimits(u.a.Params, v.SymbolSize(), false)
	limits.Parts, limits.Frames = true, math.MaxUint32-1
	u.frames.SetLimits(limits)
	// The encoded size is that of all nodes together; it cannot fail for metadata that were verified.
	encoded, _ := u.a.Params.EncodedLength(v.Metadata().Length)
	whole := store.Cost(2*len(u.a.Shards), share)
	u.bound = store.Bound{Source: whole.Times(shareUploads), Blob: whole.Times(shareSources * shareUploads)}
	u.bound.Blob.Bytes = max(u.bound.Blob.Bytes, encoded)
}

const (
	// shareUploads is how many uploads of one blob a source may have under way, counted by what they have not finished: one that began anew under another name beside the one
	// it left, and somebody behind the same address. shareSources is how many sources may use all of that before each has to leave room to the others. Twice as much of either is twice
	// the disk that strangers can fill, for as long as they keep sending.
	shareUploads = 4
	shareSources = 4
)

// senderOf says whose parts a request continues.
func senderOf(r *http.Request) (store.Sender, error) {
	from := store.Sender{Source: shareOf(r.Context()).source, Upload: r.Header.Get(nodeapi.UploadHeader)}
	if from.Upload != "" && !nodeapi.ValidUpload(from.Upload) {
		return from, nodeapi.Errorf(nodeapi.InvalidArgument, nodeapi.InvalidBundle, "%s is not 32 hexadecimal digits in lower case", nodeapi.UploadHeader)
	}
	return from, nil
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
	}
	if err := u.settleParts(); err != nil {
		return err
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
