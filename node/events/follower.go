// Package events derives what a storage node knows of blobs and objects from the chain's final events.
//
// A follower reads the event stream from its cursor on and writes every event's effect and the new cursor in one synced batch, so that after any crash
// replay begins exactly behind the last effect. Two kinds of rows answer the node's questions: an aggregate per blob ID (is it registered, is it certified, until when) and one
// per object. An event that contradicts those before it, or that this program does not know, stops the follower for good and loudly: what a node signs rests on
// having seen everything.
//
// What follows from an event for the data on disk is the node's business.
package events

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"sync"
	"time"

	"walrus/attest"
	"walrus/chain"
	"walrus/node/store"
	"walrus/redstuff"
)

// A Source is the part of chain.Reader that a follower needs.
type Source interface {
	Events(ctx context.Context, after chain.Cursor) iter.Seq2[chain.Event, error]
}

// ErrStopped is matched by the error of a follower that cannot go on.
var ErrStopped = errors.New("event processing stopped")

const (
	// batchEvents is the most events that one batch applies; queueEvents is how many wait for it. Doubling either costs memory during catch-up.
	batchEvents = 256
	queueEvents = 1024
	// idleCursor is how often a cursor that moved over no event is written.
	idleCursor = 10 * time.Second
	// maxWaiters bounds the requests that wait for a registration; more get their answer at once.
	maxWaiters = 4096
)

// Rows in the store, by first byte.
const (
	rowCursor = 'c'
	rowBlob   = 'b'
	rowObject = 'o'
	rowPool   = 'p'
	rowShare  = 's' // then blob and pool: what the pool has of the blob
	rowMember = 'm' // of version 1: then pool and object, a blob object of a pool; the value is its blob ID
)

// Progress says how far a follower is.
type Progress struct {
	Cursor  chain.Cursor
	Handled uint64 // events whose effects are durable, since the node's first start
	Pending int    // events received and not handled yet
	Stopped error  // set once the follower cannot go on; matches ErrStopped
}

// A Follower is safe for concurrent use.
type Follower struct {
	store *store.Store
	src   Source
	log   *slog.Logger
	// onEvent is told of every event after its effect is durable; may be nil.
	onEvent func(chain.Event)
	queue   chan chain.Event
	ends    ends
	witness witness // of handleAll alone

	mu      sync.Mutex
	cursor  chain.Cursor
	handled uint64
	written time.Time // of the cursor
	stopped error
	waiters map[redstuff.BlobID]map[chan struct{}]bool
	waiting int
}

// Open prepares a follower; it continues where the store's rows end. onEvent may be nil.
func Open(s *store.Store, src Source, log *slog.Logger, onEvent func(chain.Event)) (*Follower, error) {
	f := &Follower{
		store: s, src: src, log: log, onEvent: onEvent,
		queue:   make(chan chain.Event, queueEvents),
		witness: make(witness),
		waiters: make(map[redstuff.BlobID]map[chan struct{}]bool),
	}
	row, err := s.Row([]byte{rowCursor})
	if err != nil || row == nil {
		return f, err
	}
	if err := adoptMembers(s); err != nil {
		return f, err
	}
	f.cursor, f.handled, err = parseCursor(row)
	return f, err
}

func cursorRow(c chain.Cursor, handled uint64) ([]byte, error) {
	b, err := c.MarshalBinary()
	return binary.BigEndian.AppendUint64(b, handled), err
}

func parseCursor(row []byte) (c chain.Cursor, handled uint64, err error) {
	if len(row) < 8 {
		return c, 0, fmt.Errorf("cursor row of %d bytes is malformed", len(row))
	}
	at := len(row) - 8
	return c, binary.BigEndian.Uint64(row[at:]), c.UnmarshalBinary(row[:at])
}

// Run follows the chain until ctx ends. If it cannot go on it says so through Progress and the log, and still waits for ctx, since a node that is behind may go on
// serving what it has. It returns nil, or why it stopped.
func (f *Follower) Run(ctx context.Context) error {
	var wg sync.WaitGroup
	defer wg.Wait()
	readCtx, cancel := context.WithCancel(ctx)
	defer cancel()
	end := make(chan error, 1)
	wg.Go(func() { end <- f.receive(readCtx) })

	if err := f.handleAll(ctx, end); err != nil && ctx.Err() == nil {
		err = fmt.Errorf("%w: %w", ErrStopped, err)
		f.mu.Lock()
		f.stopped = err
		f.mu.Unlock()
		f.log.Error("event processing stopped; this node signs nothing any more", "error", err, "cursor", f.Progress().Cursor)
		cancel()
		<-ctx.Done()
		return err
	}
	return nil
}

// receive moves events from the source into the queue.
func (f *Follower) receive(ctx context.Context) error {
	f.mu.Lock()
	after := f.cursor
	f.mu.Unlock()
	for ev, err := range f.src.Events(ctx, after) {
		if err != nil {
			return err
		}
		select {
		case f.queue <- ev:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return errors.New("event stream ended")
}

// handleAll applies queued events in batches until the stream or ctx ends.
func (f *Follower) handleAll(ctx context.Context, end <-chan error) error {
	for {
		var batch []chain.Event
		select {
		case ev := <-f.queue:
			batch = append(batch, ev)
		case err := <-end:
			if len(f.queue) > 0 { // what came before the end still counts
				rest := make(chan error, 1)
				rest <- err
				end = rest
				continue
			}
			return err
		case <-ctx.Done():
			return ctx.Err()
		}
		for len(batch) < batchEvents && len(f.queue) > 0 {
			batch = append(batch, <-f.queue)
		}
		if err := f.apply(batch); err != nil {
			return err
		}
	}
}

// apply makes the effects of events durable and then visible to waiters. Events that were handled before are skipped. If one cannot be handled, those before it are
// applied and its error is returned.
func (f *Follower) apply(batch []chain.Event) error {
	f.mu.Lock()
	cursor, handled, written := f.cursor, f.handled, f.written
	f.mu.Unlock()
	start := cursor
	var done []chain.Event
	var refused error
	idle := true
	for _, ev := range batch {
		if ev.Cursor.After(cursor) && ev.Kind != chain.BlockPassed {
			idle = false
		}
	}
	last := batch[len(batch)-1].Cursor
	if idle && (!last.After(cursor) || time.Since(written) < idleCursor) {
		if last.After(cursor) {
			f.move(last, handled, written)
		}
		return nil
	}
	err := f.store.Update(func(tx *store.Tx) error {
		for _, ev := range batch {
			if !ev.Cursor.After(cursor) {
				continue
			}
			if refused = applyEvent(tx, ev, f.witness); refused != nil {
				refused = fmt.Errorf("%v at block %d, log %d, transaction %v: %w", ev.Kind, ev.Cursor.Block, ev.Cursor.LogIndex, ev.Tx, refused)
				break
			}
			cursor = ev.Cursor
			if ev.Kind != chain.BlockPassed {
				handled++
				done = append(done, ev)
			}
		}
		if cursor == start {
			return nil
		}
		row, err := cursorRow(cursor, handled)
		if err != nil {
			return err
		}
		return tx.Set([]byte{rowCursor}, row)
	})
	if err != nil {
		return err
	}
	f.ends.saw(done)
	f.move(cursor, handled, time.Now())
	for _, ev := range done {
		f.log.Debug("event handled", "kind", ev.Kind, "blob", ev.BlobID, "object", ev.Object, "block", ev.Cursor.Block)
		if ev.Kind == chain.BlobRegistered {
			f.wake(ev.BlobID)
		}
		if f.onEvent != nil {
			f.onEvent(ev)
		}
	}
	return refused
}

func (f *Follower) move(c chain.Cursor, handled uint64, written time.Time) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.cursor, f.handled, f.written = c, handled, written
}

// applyEvent writes the effect of one event, or nothing if it returns an error.
func applyEvent(tx *store.Tx, ev chain.Event, seen witness) error {
	switch ev.Kind {
	case chain.BlockPassed, chain.StorageReserved, chain.Transferred, chain.CommitteeSet, chain.PricesUpdated:
		return nil
	case chain.PoolCreated:
		return createPool(tx, ev)
	case chain.PoolExtended:
		return extendPool(tx, ev)
	case chain.BlobRegistered, chain.BlobCertified, chain.BlobDeleted, chain.InvalidBlobID:
	default:
		return contradiction("this program does not know it; a newer version may")
	}
	var held *share // what the pool has of the blob
	var before share
	if !ev.Pool.IsZero() {
		p, err := poolOf(tx, ev.Pool)
		if err != nil {
			return err
		}
		ev.End = p.end
		if before, err = shareOf(tx, ev.BlobID, ev.Pool); err != nil {
			return err
		}
		after := before
		held = &after
	}
	blobKey := append([]byte{rowBlob}, ev.BlobID[:]...)
	objectKey := append([]byte{rowObject}, ev.Object[:]...)
	var b Blob
	row, err := tx.Get(blobKey)
	if err == nil && row != nil {
		b, err = parseBlob(row)
	}
	if err != nil {
		return err
	}
	if ev.Kind == chain.InvalidBlobID {
		return tx.Set(blobKey, invalidate(b, ev).encode())
	}
	var o Object
	old, err := tx.Get(objectKey)
	if err == nil && old != nil {
		o, err = parseObject(old)
	}
	if err != nil {
		return err
	}
	switch {
	case ev.Kind == chain.BlobRegistered && old != nil:
		return contradiction("object %v is registered already", ev.Object)
	case ev.Kind != chain.BlobRegistered && old == nil:
		return contradiction("object %v was never registered", ev.Object)
	case ev.Kind != chain.BlobRegistered && o.Pool != ev.Pool:
		return contradiction("object %v is in storage pool %v, not in %v", ev.Object, o.Pool, ev.Pool)
	case !o.Pool.IsZero():
		o.End = ev.End
	}
	switch ev.Kind {
	case chain.BlobRegistered:
		b, o, err = register(b, held, ev)
	case chain.BlobCertified:
		var was bool
		if was, err = seen.certified(tx, ev.BlobID, b, ev.Epoch); err == nil {
			b, o, err = certify(b, held, o, was, ev)
		}
		if err == nil && held != nil {
			seen.note(ev.BlobID, ev.Pool)
		}
	case chain.BlobDeleted:
		b, err = remove(b, held, o, ev)
	}
	if err != nil {
		return err
	}
	if held != nil {
		if err := keepShare(tx, &b, ev.BlobID, ev.Pool, before, *held); err != nil {
			return err
		}
	}
	if ev.Kind == chain.BlobDeleted {
		err = tx.Delete(objectKey)
	} else {
		err = tx.Set(objectKey, o.encode())
	}
	if err != nil {
		return err
	}
	return tx.Set(blobKey, b.encode())
}

// Progress says how far the follower is.
func (f *Follower) Progress() Progress {
	f.mu.Lock()
	defer f.mu.Unlock()
	return Progress{Cursor: f.cursor, Handled: f.handled, Pending: len(f.queue), Stopped: f.stopped}
}

// Stopped is why the follower cannot go on, nil while it can.
func (f *Follower) Stopped() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.stopped
}

// Blob returns the aggregate row of a blob ID, zero if nothing is known of it.
func (f *Follower) Blob(id redstuff.BlobID) (Blob, error) {
	b, err := f.row(id)
	switch {
	case err != nil:
		return Blob{}, err
	case b.pools > manyPools:
		b, err = f.ends.blob(stored{f.store}, id, b, func() (Blob, error) { return f.row(id) })
	default:
		b, err = whole(stored{f.store}, id, b)
	}
	b.pools = 0
	return b, err
}

// row is the blob's own row.
func (f *Follower) row(id redstuff.BlobID) (Blob, error) {
	row, err := f.store.Row(append([]byte{rowBlob}, id[:]...))
	if err != nil || row == nil {
		return Blob{}, err
	}
	return parseBlob(row)
}

// Object returns the row of a blob object. ok is false if it never existed or was deleted.
func (f *Follower) Object(id attest.ObjectID) (o Object, ok bool, err error) {
	row, err := f.store.Row(append([]byte{rowObject}, id[:]...))
	if err != nil || row == nil {
		return Object{}, false, err
	}
	o, err = parseObject(row)
	if err == nil && !o.Pool.IsZero() {
		var p pool
		p, err = poolOf(stored{f.store}, o.Pool)
		o.End = p.end
	}
	return o, err == nil, err
}

// Wait returns once ready says true, asking it now and after every registration of the blob. It returns false when ctx ends first, or at once when too many wait already.
func (f *Follower) Wait(ctx context.Context, id redstuff.BlobID, ready func() (bool, error)) (bool, error) {
	for {
		woken, leave := f.enter(id)
		ok, err := ready() // asked after entering, so that no registration is missed
		if ok || err != nil || woken == nil {
			leave()
			return ok, err
		}
		select {
		case <-woken:
			leave()
		case <-ctx.Done():
			leave()
			return ready()
		}
	}
}

// enter adds a waiter for a blob; woken is nil if there is no room.
func (f *Follower) enter(id redstuff.BlobID) (woken chan struct{}, leave func()) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.waiting >= maxWaiters {
		return nil, func() {}
	}
	f.waiting++
	woken = make(chan struct{})
	if f.waiters[id] == nil {
		f.waiters[id] = make(map[chan struct{}]bool)
	}
	f.waiters[id][woken] = true
	return woken, func() {
		f.mu.Lock()
		defer f.mu.Unlock()
		f.waiting--
		if set := f.waiters[id]; set[woken] {
			if delete(set, woken); len(set) == 0 {
				delete(f.waiters, id)
			}
		}
	}
}

func (f *Follower) wake(id redstuff.BlobID) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for woken := range f.waiters[id] {
		close(woken)
	}
	delete(f.waiters, id)
}
