package chaintest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"
	"testing"
	"time"

	"walrus/chain"
)

// reorgDepth is the finality depth of the tests that reorganise.
const reorgDepth = 3

// testEventOrder compares the stream with what was done, and its cursors with their order.
func (s *Setup) testEventOrder(t *testing.T) {
	ctx := s.context(t)
	a := s.rich(t)
	_, start := collect(ctx, t, a, chain.Cursor{}, head(ctx, t, a))

	p, d := Registration(5000, 2, false), Registration(6000, 1, true)
	po, do := register(ctx, t, a, p), register(ctx, t, a, d)
	s.certify(ctx, t, a, po)
	s.certify(ctx, t, a, do)
	if _, err := a.Extend(ctx, po, 1, 1<<40, nil); err != nil {
		t.Fatal(err)
	}
	to := s.Account(t, a, 1).Address()
	if _, err := a.TransferObject(ctx, po, to); err != nil {
		t.Fatal(err)
	}
	dBlob, err := a.Blob(ctx, do)
	if err != nil {
		t.Fatal(err)
	}
	del, err := a.Delete(ctx, do)
	if err != nil {
		t.Fatal(err)
	}
	got, end := collect(ctx, t, a, start, del.Block)
	me := a.Address()
	want := []chain.Event{
		{Kind: chain.BlobRegistered, Epoch: 1, BlobID: p.BlobID, Object: po, Owner: me, Size: p.Size, Encoding: 1, End: 3},
		{Kind: chain.BlobRegistered, Epoch: 1, BlobID: d.BlobID, Object: do, Owner: me, Size: d.Size, Encoding: 1, End: 2, Deletable: true},
		{Kind: chain.BlobCertified, Epoch: 1, BlobID: p.BlobID, Object: po, Owner: me, End: 3},
		{Kind: chain.BlobCertified, Epoch: 1, BlobID: d.BlobID, Object: do, Owner: me, End: 2, Deletable: true},
		{Kind: chain.BlobCertified, Epoch: 1, BlobID: p.BlobID, Object: po, Owner: me, End: 4, IsExtension: true},
		{Kind: chain.Transferred, Object: po, Owner: to},
		{Kind: chain.BlobDeleted, Epoch: 1, BlobID: d.BlobID, Object: do, Owner: me, End: 2, Deletable: true, Certified: true},
		{Kind: chain.StorageReserved, Object: dBlob.Storage.ID, Owner: me, Size: dBlob.Storage.Size, Start: 1, End: 2},
	}
	if len(got) != len(want) {
		t.Fatalf("%d events, want %d: %v", len(got), len(want), kinds(got))
	}
	last := start
	for i, e := range got {
		if !e.Cursor.After(last) || e.Tx == (chain.TxHash{}) || e.Time == 0 || e.Cursor.Hash == [32]byte{} {
			t.Errorf("event %d has cursor %v after %v, tx %v, time %d", i, e.Cursor, last, e.Tx, e.Time)
		}
		last = e.Cursor
		e.Cursor, e.Tx, e.Time = chain.Cursor{}, chain.TxHash{}, 0
		if e != want[i] {
			t.Errorf("event %d = %+v\nwant %+v", i, e, want[i])
		}
	}
	if !end.After(last) || end.LogIndex != chain.NoLog {
		t.Errorf("the stream ended at %v after %v", end, last)
	}
}

func kinds(evs []chain.Event) (list []chain.Kind) {
	for _, e := range evs {
		list = append(list, e.Kind)
	}
	return list
}

// testRestartFromCursor: from the cursor of any event the stream goes on with the next, whichever adapter reads.
func (s *Setup) testRestartFromCursor(t *testing.T) {
	ctx := s.context(t)
	a := s.rich(t)
	// Several events in one block, so that restarts also fall between the logs of one transaction.
	rs := []chain.Registration{Registration(1, 1, true), Registration(2, 1, true), Registration(3, 1, true)}
	e, err := a.EstimateRegister(ctx, rs)
	if err != nil {
		t.Fatal(err)
	}
	r, err := a.Register(ctx, rs, e.WAL, nil)
	if err != nil {
		t.Fatal(err)
	}
	all, end := collect(ctx, t, a, chain.Cursor{}, r.Block)
	if len(all) < 3 {
		t.Fatalf("only %d events", len(all))
	}
	for i := max(0, len(all)-12); i < len(all); i++ {
		rest, end2 := collect(ctx, t, s.Dial(t), all[i].Cursor, r.Block)
		if fmt.Sprint(rest) != fmt.Sprint(all[i+1:]) || end2 != end {
			t.Errorf("after event %d: %v, end %v; want %v, end %v", i, rest, end2, all[i+1:], end)
		}
	}
	if rest, _ := collect(ctx, t, a, end, r.Block); len(rest) != 0 {
		t.Errorf("after the end: %v", rest)
	}
}

// testIdleChain: a stream that has caught up says so once, then waits, and sees the next event soon.
func (s *Setup) testIdleChain(t *testing.T) {
	ctx := s.context(t)
	a := s.rich(t)
	_, end := collect(ctx, t, a, chain.Cursor{}, head(ctx, t, a))
	next, stop := pull(ctx, t, a.Events, end)
	defer stop()
	if e := <-next; e.Kind != chain.BlockPassed || e.Cursor != end {
		t.Fatalf("caught up with %+v, want BlockPassed at %v", e, end)
	}
	select {
	case e := <-next:
		t.Fatalf("an idle chain yields %+v", e)
	case <-time.After(time.Second):
	}
	begin := time.Now()
	id := register(ctx, t, a, Registration(1, 1, true))
	paid := time.Since(begin)
	select {
	case e := <-next:
		t.Logf("event %v after the registration began, which took %v", time.Since(begin), paid)
		if e.Kind != chain.BlobRegistered || e.Object != id {
			t.Errorf("after idling: %+v", e)
		}
	case <-time.After(5 * time.Second):
		t.Error("no event 5 s after a registration")
	}
}

// pull reads a stream in the background. stop ends it and waits for its end.
func pull(ctx context.Context, t testing.TB, events func(context.Context, chain.Cursor) iter.Seq2[chain.Event, error], after chain.Cursor) (<-chan chain.Event, func()) {
	ctx, cancel := context.WithCancel(ctx)
	out := make(chan chain.Event)
	var wg sync.WaitGroup
	wg.Go(func() {
		defer close(out)
		for e, err := range events(ctx, after) {
			if err != nil {
				if !errors.Is(err, context.Canceled) {
					t.Errorf("stream: %v", err)
				}
				return
			}
			select {
			case out <- e:
			case <-ctx.Done():
				return
			}
		}
	})
	return out, func() {
		cancel()
		wg.Wait()
	}
}

// testStreamEnds: the end of the context is the last thing a stream yields, at once; and a reader may stop anywhere.
func (s *Setup) testStreamEnds(t *testing.T) {
	a := s.rich(t)
	ctx, cancel := context.WithCancel(s.context(t))
	time.AfterFunc(300*time.Millisecond, cancel)
	var last error
	for _, err := range a.Events(ctx, chain.Cursor{}) {
		if last != nil {
			t.Error("the stream goes on after an error")
		}
		last = err
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("the stream ended with %v", last)
	}
	if took := func() time.Duration {
		begin := time.Now()
		for range a.Events(ctx, chain.Cursor{}) {
		}
		return time.Since(begin)
	}(); took > time.Second {
		t.Errorf("a stream of an ended context took %v", took)
	}
	for range a.Events(s.context(t), chain.Cursor{}) {
		break
	}
}

// testForeignCursor: a cursor whose block the chain does not have is a reorganisation.
func (s *Setup) testForeignCursor(t *testing.T) {
	ctx := s.context(t)
	a := s.rich(t)
	_, end := collect(ctx, t, a, chain.Cursor{}, head(ctx, t, a))
	end.Hash[5] ^= 1
	if err := streamError(ctx, a, end); !errors.Is(err, chain.ErrReorg) {
		t.Errorf("stream after a foreign block: %v", err)
	}
	end.LogIndex = 0
	if err := streamError(ctx, a, end); !errors.Is(err, chain.ErrReorg) {
		t.Errorf("stream after a log of a foreign block: %v", err)
	}
}

// streamError is the error that ends a stream.
func streamError(ctx context.Context, r chain.Reader, after chain.Cursor) error {
	for _, err := range r.Events(ctx, after) {
		if err != nil {
			return err
		}
	}
	return nil
}

// testReorgAbove: a transaction whose block vanishes before it is final was never seen, is sent again, and is then seen once.
func (s *Setup) testReorgAbove(t *testing.T) {
	ctx := s.context(t)
	a := s.rich(t)
	r := Registration(77, 1, true)
	e, err := a.EstimateRegister(ctx, []chain.Registration{r})
	if err != nil {
		t.Fatal(err)
	}
	sent := make(chan chain.TxHash, 100)
	type answer struct {
		chain.Receipt
		error
	}
	done := make(chan answer, 1)
	go func() {
		got, err := a.Register(ctx, []chain.Registration{r}, e.WAL, func(h chain.TxHash) error { sent <- h; return nil })
		done <- answer{got, err}
	}()
	first := <-sent
	for {
		if got, err := a.Pending(ctx, first); err == nil && got == nil {
			break // in a block that is not final
		} else if err != nil && !errors.Is(err, chain.ErrNotFound) {
			t.Fatal(err)
		}
		if !pauseFor(ctx, 20*time.Millisecond) {
			t.Fatal("the transaction did not arrive")
		}
	}
	s.Reorg(t, 1)
	stop := s.mining(t)
	got := <-done
	stop()
	if got.error != nil {
		t.Fatal(got.error)
	}
	logs, _ := collect(ctx, t, a, chain.Cursor{}, got.Block)
	seen := 0
	for _, l := range logs {
		if l.BlobID == r.BlobID {
			seen++
			if l.Cursor.Block != got.Block || l.Object != got.Objects[0] {
				t.Errorf("event %+v, receipt %+v", l, got.Receipt)
			}
		}
	}
	if seen != 1 {
		t.Errorf("the registration was seen %d times", seen)
	}
}

// testReorgBelow: when final blocks change, streams stop loudly and for good.
func (s *Setup) testReorgBelow(t *testing.T) {
	ctx := s.context(t)
	a := s.rich(t)
	stop := s.mining(t)
	id := register(ctx, t, a, Registration(78, 1, true))
	stop()
	s.Mine(t, reorgDepth)
	var at chain.Cursor
	ended := make(chan error, 1)
	ready := make(chan struct{}, 1)
	go func() {
		for e, err := range a.Events(ctx, chain.Cursor{}) {
			if err != nil {
				ended <- err
				return
			}
			if e.Object == id {
				at = e.Cursor
				ready <- struct{}{}
			}
		}
	}()
	<-ready
	s.Reorg(t, reorgDepth+1+s.depthOf(ctx, t, a, at)) // also the block of the registration
	s.Mine(t, 2)
	if err := <-ended; !errors.Is(err, chain.ErrReorg) {
		t.Errorf("the open stream ended with %v", err)
	}
	if err := streamError(ctx, s.Dial(t), at); !errors.Is(err, chain.ErrReorg) {
		t.Errorf("a new stream from the old cursor ended with %v", err)
	}
}

// depthOf is the number of final blocks after a cursor.
func (s *Setup) depthOf(ctx context.Context, t testing.TB, r chain.Reader, at chain.Cursor) int {
	_, end := collect(ctx, t, r, at, at.Block)
	return int(end.Block - at.Block)
}

// mining makes a block every 50 ms until stop is called.
func (s *Setup) mining(t testing.TB) (stop func()) {
	ctx, cancel := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	wg.Go(func() {
		for pauseFor(ctx, 50*time.Millisecond) {
			s.Mine(t, 1)
		}
	})
	return func() {
		cancel()
		wg.Wait()
	}
}

// pauseFor waits for d; false if ctx ended first.
func pauseFor(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}
