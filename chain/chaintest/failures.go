package chaintest

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"walrus/attest"
	"walrus/chain"
)

// testNonces: many calls at once from one account all succeed, each once. Two adapters that share a key, which nobody should do, may lose a transaction
// to each other, but the call that lost says so: every success is one transfer.
func (s *Setup) testNonces(t *testing.T) {
	ctx := s.context(t)
	r := s.Dial(t)
	a, to := s.Account(t, r, 0), s.Poor(t, r).Address()
	var wg sync.WaitGroup
	before, err := r.Balances(ctx, to)
	if err != nil {
		t.Fatal(err)
	}
	const transfers, registrations = 25, 5
	begin := time.Now()
	for i := range transfers {
		wg.Go(func() {
			if _, err := a.SendNative(ctx, to, big.NewInt(1)); err != nil {
				t.Errorf("transfer %d: %v", i, err)
			}
		})
	}
	for i := range registrations {
		wg.Go(func() {
			rs := []chain.Registration{Registration(100, 1, true)}
			e, err := a.EstimateRegister(ctx, rs)
			if err == nil {
				_, err = a.Register(ctx, rs, e.WAL, nil)
			}
			if err != nil {
				t.Errorf("registration %d: %v", i, err)
			}
		})
	}
	wg.Wait()
	t.Logf("%d transactions in %v", transfers+registrations, time.Since(begin))
	other := s.Account(t, s.Dial(t), 0)
	var shared atomic.Int64
	for _, acct := range []chain.Account{a, other} {
		for range 5 {
			wg.Go(func() {
				if _, err := acct.SendNative(ctx, to, big.NewInt(1)); err == nil {
					shared.Add(1)
				} else {
					t.Logf("transfer from a shared key: %v", err)
				}
			})
		}
	}
	wg.Wait()
	after, err := r.Balances(ctx, to)
	if err != nil {
		t.Fatal(err)
	}
	if got := new(big.Int).Sub(after.Native, before.Native).Int64(); got != transfers+shared.Load() || shared.Load() < 5 {
		t.Errorf("%d wei arrived, want %d and %d of 10 from the shared key", got, transfers, shared.Load())
	}
}

// testTwoPrograms: two adapters that share a key, as two processes of one user do, pay at the same time; both get what they pay for, and nothing is paid twice.
func (s *Setup) testTwoPrograms(t *testing.T) {
	ctx := s.context(t)
	const programs, payments = 3, 4
	var accounts []chain.Account
	for range programs {
		accounts = append(accounts, s.rich(t))
	}
	before, err := accounts[0].Balances(ctx, accounts[0].Address())
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	var paid atomic.Uint64
	var mu sync.Mutex
	objects := map[attest.ObjectID]bool{}
	begin := time.Now()
	for _, a := range accounts {
		wg.Go(func() {
			for i := range payments {
				got, err := a.Register(ctx, []chain.Registration{Registration(100, 1, true)}, 1<<40, nil)
				if err != nil || len(got.Objects) != 1 {
					t.Errorf("registration %d: %+v, %v", i, got, err)
					return
				}
				paid.Add(got.WAL)
				mu.Lock()
				objects[got.Objects[0]] = true
				mu.Unlock()
				if _, err := a.Delete(ctx, got.Objects[0]); err != nil { // a call without a permit
					t.Errorf("deletion %d: %v", i, err)
				}
			}
		})
	}
	wg.Wait()
	t.Logf("%d payments by %d programs in %v", programs*payments, programs, time.Since(begin))
	after, err := accounts[0].Balances(ctx, accounts[0].Address())
	if err != nil {
		t.Fatal(err)
	}
	if before.WAL-after.WAL != paid.Load() || len(objects) != programs*payments {
		t.Errorf("%d objects for %d FROST, the receipts say %d", len(objects), before.WAL-after.WAL, paid.Load())
	}
}

// testJournal: the hash that sent was told leads to the receipt in a later run; an error of sent stops the sending.
func (s *Setup) testJournal(t *testing.T) {
	ctx := s.context(t)
	a := s.rich(t)
	rs := []chain.Registration{Registration(100, 1, true)}
	e, err := a.EstimateRegister(ctx, rs)
	if err != nil {
		t.Fatal(err)
	}
	full := errors.New("journal is full")
	var noted chain.TxHash
	if _, err := a.Register(ctx, rs, e.WAL, func(h chain.TxHash) error { noted = h; return full }); !errors.Is(err, full) {
		t.Errorf("registration with a full journal: %v", err)
	}
	if _, err := a.Pending(ctx, noted); !errors.Is(err, chain.ErrNotFound) {
		t.Errorf("transaction that was not sent: %v", err)
	}
	got, err := a.Register(ctx, rs, e.WAL, func(h chain.TxHash) error { noted = h; return nil })
	if err != nil || got.Tx != noted {
		t.Fatalf("receipt %+v, %v; noted %v", got, err, noted)
	}
	later := s.rich(t)
	found, err := later.Pending(ctx, noted)
	if err != nil || found == nil || fmt.Sprint(*found) != fmt.Sprint(got) {
		t.Errorf("later found %+v, %v; want %+v", found, err, got)
	}
	if _, err := later.Pending(ctx, chain.TxHash{1}); !errors.Is(err, chain.ErrNotFound) {
		t.Errorf("unknown transaction: %v", err)
	}
}

// testDeadEndpointFirst: endpoints are tried in order, and one that is down costs nothing but a moment; with none left the error says so and passes.
func (s *Setup) testDeadEndpointFirst(t *testing.T) {
	ctx := s.context(t)
	p := NewProxy(t, s.URL, 1)
	r := s.Dial(t, p.URL(), s.URL)
	only := s.Dial(t, p.URL())
	p.SetDown(true)
	if _, err := only.System(ctx); !errors.Is(err, chain.ErrUnavailable) {
		t.Errorf("the only endpoint is down: %v", err)
	}
	begin := time.Now()
	id := register(ctx, t, s.Account(t, r, 0), Registration(100, 1, true))
	t.Logf("registration with the first endpoint down: %v", time.Since(begin))
	next, stop := pull(ctx, t, only.Events, chain.Cursor{})
	defer stop()
	p.SetDown(false)
	if _, err := only.System(ctx); err != nil {
		t.Errorf("the endpoint is back: %v", err)
	}
	for e := range next {
		if e.Object == id {
			return
		}
	}
	t.Error("the stream missed the event")
}

// testFlapping: a stream over a connection that breaks at any byte is the stream of a good one.
func (s *Setup) testFlapping(t *testing.T) {
	ctx := s.context(t)
	p := NewProxy(t, s.URL, 2)
	bad := s.Dial(t, p.URL())
	a := s.rich(t)
	_, start := collect(ctx, t, a, chain.Cursor{}, head(ctx, t, a))
	p.Flap(20_000)
	next, stop := pull(ctx, t, bad.Events, start)
	defer stop()
	const news = 8
	for range news {
		register(ctx, t, a, Registration(100, 1, true))
	}
	want, end := collect(ctx, t, a, start, start.Block+1)
	if len(want) != news {
		t.Fatalf("%d events on the good connection", len(want))
	}
	var got []chain.Event
	for e := range next {
		if e.Kind != chain.BlockPassed {
			got = append(got, e)
		}
		if !end.After(e.Cursor) {
			break
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("through the bad connection: %v\nwant %v", got, want)
	}
	if p.Cuts() == 0 {
		t.Error("no connection was cut")
	}
	t.Logf("%d connections cut", p.Cuts())
}

// testPayThroughFlapping: over such a connection nothing is paid twice, and once a transaction was sent its call ends with its receipt.
func (s *Setup) testPayThroughFlapping(t *testing.T) {
	ctx := s.context(t)
	p := NewProxy(t, s.URL, 3)
	a := s.Account(t, s.Dial(t, p.URL()), 0)
	good := s.rich(t)
	_, start := collect(ctx, t, good, chain.Cursor{}, head(ctx, t, good))
	p.Flap(20_000)
	tries, last := 0, uint64(0)
	var want []chain.Registration
	for range 6 {
		r := Registration(100, 1, true)
		want = append(want, r)
		for {
			tries++
			sent := false
			got, err := a.Register(ctx, []chain.Registration{r}, 1<<40, func(chain.TxHash) error { sent = true; return nil })
			if err == nil {
				last = max(last, got.Block)
				break
			}
			if sent || !errors.Is(err, chain.ErrUnavailable) {
				t.Fatalf("registration, sent: %v, ended with %v", sent, err)
			}
			if !pauseFor(ctx, 20*time.Millisecond) {
				t.Fatal("no registration came through")
			}
		}
	}
	t.Logf("%d registrations in %d tries, %d connections cut", len(want), tries, p.Cuts())
	logs, _ := collect(ctx, t, good, start, last)
	if len(logs) != len(want) {
		t.Fatalf("%d events, want %d", len(logs), len(want))
	}
	for i, l := range logs {
		if l.Kind != chain.BlobRegistered || l.BlobID != want[i].BlobID {
			t.Errorf("event %d = %+v, want the registration of %v", i, l, want[i].BlobID)
		}
	}
}

// testRestartedChain: streams and accounts go on after the chain was stopped and started, and receipts are still known.
func (s *Setup) testRestartedChain(t *testing.T) {
	if s.Restart == nil {
		t.Skip("this chain cannot be restarted")
	}
	ctx := s.context(t)
	a := s.rich(t)
	_, start := collect(ctx, t, a, chain.Cursor{}, head(ctx, t, a))
	next, stop := pull(ctx, t, a.Events, start)
	defer stop()
	var noted chain.TxHash
	first, second := Registration(100, 1, true), Registration(100, 1, true)
	got, err := a.Register(ctx, []chain.Registration{first}, 1<<40, func(h chain.TxHash) error { noted = h; return nil })
	if err != nil {
		t.Fatal(err)
	}
	s.Restart(t)
	if found, err := untilAvailable(ctx, func() (*chain.Receipt, error) { return a.Pending(ctx, noted) }); err != nil || found == nil || fmt.Sprint(*found) != fmt.Sprint(got) {
		t.Errorf("after the restart: %+v, %v; want %+v", found, err, got)
	}
	register(ctx, t, a, second)
	for _, want := range []chain.Registration{first, second} {
		for e := range next {
			if e.Kind == chain.BlockPassed {
				continue
			}
			if e.BlobID != want.BlobID {
				t.Errorf("event %+v, want the registration of %v", e, want.BlobID)
			}
			break
		}
	}
}

// untilAvailable repeats a call while the endpoint is away.
func untilAvailable[T any](ctx context.Context, f func() (T, error)) (T, error) {
	for {
		v, err := f()
		if !errors.Is(err, chain.ErrUnavailable) || !pauseFor(ctx, 50*time.Millisecond) {
			return v, err
		}
	}
}
