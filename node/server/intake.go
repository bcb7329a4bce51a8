package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"walrus/node/store"
	"walrus/nodeapi"
	"walrus/redstuff"
)

const (
	// batchLen is how many bytes of short slivers are collected before a worker verifies them; a longer sliver goes to the disk first. Twice as much doubles the memory of
	// an upload, half as much verifies the slivers of blobs below 300 MiB one by one.
	batchLen = 1 << 20
	// intakeLen is how much of a long sliver, or of a part, is held on its way to the disk.
	intakeLen = 256 << 10
)

// Buffers that one upload leaves to the next. What they hold is undefined.
var (
	batchPool  = sync.Pool{New: func() any { b := make([]byte, batchLen); return &b }}
	intakePool = sync.Pool{New: func() any { b := make([]byte, intakeLen); return &b }}
)

// A partState is what became of a sliver that comes in parts.
type partState uint8

const (
	begun   partState = 1 + iota // not whole yet
	settled                      // whole: being verified, stored, or rejected
	taken                        // whole, but another request verifies it
)

// A batch is short slivers in memory. Senders that go pair by pair alternate between the axes, so a batch takes both: one sliver alone takes several times as long to verify.
type batch struct {
	buf     []byte
	pooled  *[]byte // what buf came from, nil if it was made
	used    int
	slivers []batched
}

// batched is the BCS bytes of one sliver.
type batched struct {
	at  slot
	bcs []byte
}

// close ends the writing; nothing is under way any more.
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
		err = u.frame(fr)
		if err == nil && u.failed.Err() != nil {
			err = context.Cause(u.failed)
		}
	}
	u.flush() // what came whole is kept, whatever ended the stream
	if u.piece != nil {
		intakePool.Put(u.piece)
		u.piece = nil
		u.share.Release(intakeLen)
	}
	if u.w != nil {
		u.w.Hasten() // the disk works while workers verify
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
		return u.metadata(fr)
	}
	at := slot{fr.Axis, fr.Pair}
	switch {
	case !u.a.Owns(u.id, fr.Pair):
		return errStream("pair %d is not of this node", fr.Pair)
	case u.verifier == nil:
		return errStream("a sliver before the metadata of a blob of which this node has none")
	}
	has, err := u.w.Has(fr.Pair, fr.Axis)
	switch {
	case err != nil:
		return err
	case fr.Kind.IsPart():
		return u.part(fr, at, has)
	case has:
		u.count(false)
		return nil // the reader skips the body
	case int64(fr.Length) <= min(batchLen, u.length):
		return u.collect(fr, at)
	}
	return u.stream(fr, at)
}

// metadata handles the metadata frame.
func (u *upload) metadata(fr nodeapi.Frame) error {
	if u.sent {
		return errStream("second metadata")
	}
	u.sent = true
	if u.verifier != nil {
		u.count(false)
		return nil
	}
	if err := u.s.charge(u.failed, fr.Length); err != nil {
		return err
	}
	defer u.share.Release(fr.Length)
	b, err := u.frames.Body()
	if err != nil {
		return err
	}
	m, err := redstuff.ParseMetadata(b)
	if err == nil {
		err = u.s.checkers.run(u.failed, func() error { return redstuff.VerifyMetadata(u.a.Params, u.id, nil, m) })
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
	u.begin(u.s.blobs.put(u.a.Params, u.id, m))
	added, err := u.w.PutMetadata(b)
	if err != nil {
		return err
	}
	u.count(added)
	return nil
}

// collect reads a short sliver into the batch.
func (u *upload) collect(fr nodeapi.Frame, at slot) error {
	if b := u.batch; b != nil && len(b.buf)-b.used < fr.Length {
		u.flush()
	}
	if u.batch == nil {
		// A blob that is small in all needs no more than its own length.
		n := int(min(batchLen, u.length))
		if err := u.s.charge(u.failed, n); err != nil {
			return err
		}
		u.batch = &batch{}
		if n == batchLen {
			u.batch.pooled = batchPool.Get().(*[]byte)
			u.batch.buf = *u.batch.pooled
		} else {
			u.batch.buf = make([]byte, n)
		}
	}
	b := u.batch
	body := b.buf[b.used : b.used+fr.Length : b.used+fr.Length]
	if err := readBody(u.frames, body); err != nil {
		return err
	}
	b.used += fr.Length
	b.slivers = append(b.slivers, batched{at, body})
	return nil
}

// readBody fills b from the current frame, which has as many bytes.
func readBody(f *nodeapi.FrameReader, b []byte) error {
	_, err := io.ReadFull(f, b)
	return err
}

// drop gives a batch's memory back.
func (u *upload) drop(b *batch) {
	u.share.Release(len(b.buf))
	if b.pooled != nil {
		batchPool.Put(b.pooled)
	}
}

// flush hands the batch to a worker, waiting for a free one.
func (u *upload) flush() {
	b := u.batch
	if b == nil {
		return
	}
	u.batch = nil
	u.workers.Go(func() error {
		defer u.drop(b)
		return u.put(b)
	})
}

// put verifies the slivers of a batch and writes those that are good.
func (u *upload) put(b *batch) error {
	slivers := make([]redstuff.Sliver, 0, len(b.slivers))
	places := make([]slot, 0, len(b.slivers))
	for _, s := range b.slivers {
		sl, err := redstuff.ParseSliver(s.at.axis, s.bcs)
		if reason := u.misplaced(s.at, sl, err); reason != "" {
			u.reject(s.at, reason)
			continue
		}
		slivers, places = append(slivers, sl), append(places, s.at)
	}
	var wrong []error
	// What has come is verified although the sender may be gone: it need not be sent again then.
	err := u.s.checkers.run(context.WithoutCancel(u.failed), func() error {
		wrong = u.verifier.VerifyMany(slivers)
		return nil
	})
	if err != nil {
		return err
	}
	good := make([]store.PairSliver, 0, len(slivers))
	for i, sl := range slivers {
		if wrong[i] != nil {
			u.reject(places[i], nodeapi.InvalidSliver)
			continue
		}
		good = append(good, store.PairSliver{Pair: places[i].pair, Sliver: sl})
	}
	added, err := u.w.PutMany(good)
	if err != nil {
		return err
	}
	for i, s := range good {
		u.s.Store.DropAllStaged(u.id, s.Pair, s.Sliver.Axis)
		u.count(added[i])
	}
	return nil
}

// misplaced says why a sliver that was parsed cannot be the one of its place, "" if it can.
func (u *upload) misplaced(at slot, sl redstuff.Sliver, parse error) nodeapi.Reason {
	switch {
	case parse != nil:
		return nodeapi.InvalidSliver
	case sl.Index != u.a.Params.Index(at.axis, at.pair):
		return nodeapi.SliverIndexMismatch
	}
	return ""
}

// buffer is the piece of memory through which bytes go to the disk.
func (u *upload) buffer() ([]byte, error) {
	if u.piece == nil {
		if err := u.s.charge(u.failed, intakeLen); err != nil {
			return nil, err
		}
		u.piece = intakePool.Get().(*[]byte)
	}
	return *u.piece, nil
}

// stream writes a long sliver to the disk as it comes.
func (u *upload) stream(fr nodeapi.Frame, at slot) error {
	buf, err := u.buffer()
	if err != nil {
		return err
	}
	r, err := u.w.Region(u.a.Params.SliverSize(at.axis, u.verifier.SymbolSize()), u.from, u.bound)
	if err != nil {
		return u.noRoom(err)
	}
	sl, _, err := u.frames.StreamSliver(fr, buf, func(data []byte, _ int) error { return r.Append(data) })
	switch {
	case errors.Is(err, redstuff.ErrMalformed):
		r.Free()
		u.reject(at, nodeapi.InvalidSliver)
		return nil
	case err != nil:
		u.w.Suspend(r, u.from, at.pair, at.axis) // whoever sends it again may go on from here
		return u.noRoom(err)
	}
	return u.checkBack(at, r, sl)
}

// noRoom is the answer to err if that says that there was no room for what is on its way; other errors stay.
func (u *upload) noRoom(err error) error {
	var e *nodeapi.Error
	switch {
	case errors.Is(err, store.ErrStageFull):
		e = busy(err.Error())
	case errors.Is(err, store.ErrEvicted):
		e = busy("what you had sent of a sliver made room for others, who had less or were sending while you were not; ask what is staged, and send the rest")
	default:
		return err
	}
	u.s.Log.Warn("a bundle found no room", "blob", u.id, "source", u.from.Source, "error", err)
	e.RetryAfter = roomRetry
	return e
}

// roomRetry is what a sender who found no room is told to wait. Room comes from slivers that become whole, and from senders that are idle for a minute.
const roomRetry = 5 * time.Second

// part writes one part to the disk, and hands the sliver over once it is whole.
func (u *upload) part(fr nodeapi.Frame, at slot, has bool) error {
	length := u.a.Params.SliverSize(at.axis, u.verifier.SymbolSize())
	whole := redstuff.SliverBCSLen(length) // the reader refuses parts that end behind it
	end := int(fr.Offset) + fr.Length
	switch {
	case has:
		u.touched[at] = settled
		if end == whole {
			u.count(false)
		}
		return nil
	case u.touched[at] > begun:
		return nil
	}
	goesOn := u.touched[at] == begun
	u.touched[at] = begun
	buf, err := u.buffer()
	if err != nil {
		return err
	}
	for off := int(fr.Offset); off < end; {
		piece := buf[:min(len(buf), end-off)]
		if err := readBody(u.frames, piece); err != nil {
			return err
		}
		reached, err := u.w.Stage(u.from, at.pair, at.axis, length, off, piece, u.bound)
		switch {
		case errors.Is(err, redstuff.ErrMalformed):
			u.touched[at] = settled
			u.s.Store.DropStaged(u.id, u.from, at.pair, at.axis)
			u.reject(at, nodeapi.InvalidSliver)
			return nil
		case errors.Is(err, store.ErrGap) && (goesOn || off > int(fr.Offset)):
			u.touched[at] = taken // what this request has sent so far went to another one's sliver
			return nil
		case errors.Is(err, store.ErrGap):
			return errStream("%v sliver of pair %d: %v", fr.Axis, fr.Pair, err)
		case err != nil:
			return u.noRoom(err)
		case reached == whole:
			return u.takeParts(at)
		}
		off += len(piece)
	}
	return nil
}

// takeParts has a sliver verified whose parts have all come.
func (u *upload) takeParts(at slot) error {
	r, tail, err := u.s.Store.TakeStaged(u.id, u.from, at.pair, at.axis)
	if errors.Is(err, store.ErrNotFound) { // another request was faster, or it expired just now
		u.touched[at] = taken
		return nil
	}
	if err != nil {
		return err
	}
	u.touched[at] = settled
	sl, err := nodeapi.ParseSliverTail(at.axis, r.Len(), tail)
	if err != nil {
		r.Free()
		u.reject(at, nodeapi.InvalidSliver)
		return nil
	}
	return u.checkBack(at, r, sl)
}

// settleParts says what became of the slivers that came in parts and were not verified here.
func (u *upload) settleParts() error {
	for at, state := range u.touched {
		if state == settled {
			continue
		}
		has, err := u.s.Store.Has(u.id, at.pair, at.axis)
		if err != nil {
			return err
		}
		if has {
			u.count(false)
		} else {
			u.reject(at, nodeapi.Incomplete)
		}
	}
	return nil
}

// inRegion reads the sliver in a region.
type inRegion struct{ r *store.Region }

func (h inRegion) ReadSliverAt(dst []byte, _ redstuff.SliverIndex, off int) error {
	if err := h.r.ReadAt(dst, off); err != nil {
		return fmt.Errorf("%w: %w", errReadBack, err)
	}
	return nil
}

// errReadBack is a failure of the disk, which says nothing about the sliver.
var errReadBack = errors.New("verify sliver on disk")

// checkBack has a worker verify a sliver from the disk, piece by piece, and keep it if it is good. head is the sliver without its data. The sender may be gone by then.
func (u *upload) checkBack(at slot, r *store.Region, head redstuff.Sliver) error {
	if err := r.Pin(); err != nil {
		r.Free()
		return u.noRoom(err)
	}
	reason := u.misplaced(at, head, nil)
	if reason == "" && head.SymbolSize != u.verifier.SymbolSize() {
		reason = nodeapi.InvalidSliver
	}
	if reason != "" {
		r.Free()
		u.reject(at, reason)
		return nil
	}
	u.workers.Go(func() error {
		err := u.s.checkers.run(context.WithoutCancel(u.failed), func() error {
			return u.verifier.VerifyHeld(at.axis, head.Index, inRegion{r})
		})
		switch {
		case errors.Is(err, errReadBack):
			r.Free()
			return err
		case err != nil:
			r.Free()
			u.reject(at, nodeapi.InvalidSliver)
			return nil
		}
		added, err := u.w.Keep(r, at.pair, head)
		if err != nil {
			return err
		}
		u.s.Store.DropAllStaged(u.id, at.pair, at.axis)
		u.count(added)
		return nil
	})
	return nil
}
