package client_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"walrus/client"
)

// Two stores of the same files at the same time by one account pay once: the second waits, and finds what the first has made.
func TestStoresOfOneBlobTakeTurns(t *testing.T) {
	for name, opt := range map[string]client.StoreOptions{
		"deletable": {Deletable: true}, "permanent": {}, "parts": {Deletable: true, PartSize: 700}, "new space": {Deletable: true, IgnoreResources: true},
	} {
		t.Run(name, func(t *testing.T) {
			n := newTestnet(t, 2, 1, 3, 1)
			journal := filepath.Join(t.TempDir(), "journal")
			one, two := []client.Source{client.Bytes("a", randomBytes("a", 2000)), client.Bytes("b", randomBytes("b", 1500))}, []client.Source(nil)
			for i := len(one) - 1; i >= 0; i-- { // in another order
				two = append(two, client.Bytes(one[i].Path, randomBytes(one[i].Path, 2000-500*i)))
			}
			var wg sync.WaitGroup
			results := make([][]client.StoreResult, 2)
			for i, sources := range [][]client.Source{one, two} {
				c := n.quick(journal)
				wg.Go(func() {
					var err error
					if results[i], err = c.Store(t.Context(), n.rich, sources, opt); err != nil {
						t.Error(err)
					}
				})
			}
			wg.Wait()
			var paid uint64
			for _, rs := range results {
				for _, r := range rs {
					if r.Err != nil {
						t.Errorf("%s: %v", r.Path, r.Err)
					}
					paid += r.Cost()
				}
			}
			alone := newTestnet(t, 2, 1, 3, 1)
			for _, src := range one {
				rs, err := alone.quick("").Store(t.Context(), alone.rich, []client.Source{src}, opt)
				if err != nil || rs[0].Err != nil {
					t.Fatal(err, rs[0].Err)
				}
			}
			want := uint64(plenty) - alone.wal[alone.rich.addr]
			if opt.IgnoreResources { // is told to buy what it owns
				want *= 2
			}
			if spent := uint64(plenty) - n.wal[n.rich.addr]; spent != want || paid != want {
				t.Errorf("paid %d, the results say %d, want %d", spent, paid, want)
			}
			if files, _ := os.ReadDir(journal); len(files) != 0 {
				t.Errorf("the journal still holds %v", files)
			}
		})
	}
}

// What was stored by another process since a store began is found by its later batches too.
func TestLaterBatchesSeeWhatOthersStored(t *testing.T) {
	n := newTestnet(t, 2, 1, 3, 1)
	opt := client.StoreOptions{Deletable: true}
	cfg := &client.Config{}
	cfg.Communication.MaxDataInFlight = 1 // every source is a batch of its own
	c := n.open(client.Options{Journal: t.TempDir(), Config: cfg})
	second := []client.Source{client.Bytes("second", randomBytes("second", 900))}
	n.rich.crash = func(at string) error {
		if at != "certify mined" {
			return nil
		}
		n.rich.crash = nil
		rs, err := n.quick("").Store(t.Context(), n.rich, second, opt)
		return errors.Join(err, rs[0].Err)
	}
	rs, err := c.Store(t.Context(), n.rich, []client.Source{client.Bytes("first", randomBytes("first", 800)), second[0]}, opt)
	if err != nil || rs[0].Err != nil || rs[1].Err != nil {
		t.Fatal(err, rs[0].Err, rs[1].Err)
	}
	if n.registers != 2 || rs[1].AlreadyCertified == nil {
		t.Errorf("%d registrations, and the second source is %+v", n.registers, rs[1])
	}
}

// holdRegistration makes the rich account's next store stay where its registration is mined: inside is closed when it is there, and it goes on when leave is closed.
func (n *testnet) holdRegistration() (inside, leave chan struct{}) {
	inside, leave = make(chan struct{}), make(chan struct{})
	n.rich.crash = func(at string) error {
		if at == "register mined" {
			n.rich.crash = nil
			close(inside)
			<-leave
		}
		return nil
	}
	return inside, leave
}

// A lock file that a killed process has left keeps nobody waiting, what it wrote beside its journal entry is removed by the next one whose turn it is and by nobody else, and a store that waits for another one ends with its context.
func TestTurnAfterAKill(t *testing.T) {
	n := newTestnet(t, 2, 1, 3, 1)
	journal := t.TempDir()
	src := []client.Source{client.Bytes("b", randomBytes("turn", 500))}
	inside, leave := n.holdRegistration()
	var wg sync.WaitGroup
	wg.Go(func() {
		if rs, err := n.quick(journal).Store(t.Context(), n.rich, src, client.StoreOptions{}); err != nil || rs[0].Err != nil {
			t.Error(err, rs[0].Err)
		}
	})
	<-inside
	locks, err := filepath.Glob(filepath.Join(journal, "*.lock"))
	if err != nil || len(locks) != 1 {
		t.Fatalf("locks %v, %v", locks, err)
	}
	written := strings.TrimSuffix(locks[0], ".lock") + ".tmp-1"
	if err := os.WriteFile(written, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 400*time.Millisecond)
	defer cancel()
	rs, err := n.quick(journal).Store(ctx, n.rich, src, client.StoreOptions{})
	if err != nil || !errors.Is(rs[0].Err, context.DeadlineExceeded) {
		t.Errorf("a store that waits ended with %v, %v", err, rs[0].Err)
	}
	// The same blob kept in another way is another store.
	if rs, err = n.quick(journal).Store(t.Context(), n.rich, src, client.StoreOptions{Deletable: true}); err != nil || rs[0].Err != nil {
		t.Error(err, rs[0].Err)
	}
	if _, err := os.Stat(written); err != nil {
		t.Errorf("what another process may be writing was removed: %v", err)
	}
	close(leave)
	wg.Wait()
	if err := os.WriteFile(locks[0], nil, 0o600); err != nil {
		t.Fatal(err)
	}
	rs, err = n.quick(journal).Store(t.Context(), n.rich, src, client.StoreOptions{Force: true})
	if err != nil || rs[0].Err != nil {
		t.Fatal(err, rs[0].Err)
	}
	if _, err := os.Stat(locks[0]); !os.IsNotExist(err) {
		t.Errorf("the lock file is still there: %v", err)
	}
	if _, err := os.Stat(written); !os.IsNotExist(err) {
		t.Errorf("what a killed process wrote is still there: %v", err)
	}
	if list, err := n.BlobsOf(t.Context(), n.rich.Address()); err != nil || len(list) != 3 {
		t.Errorf("%d objects, %v; want one of each store", len(list), err)
	}
}

// A store in parts that is given up while it waits for its turn ends with that, and nothing else.
func TestWaitingForATurnEnds(t *testing.T) {
	n := newTestnet(t, 2, 1, 3, 1)
	journal := t.TempDir()
	sources := []client.Source{client.Bytes("b", randomBytes("turn", 1500))}
	opt := client.StoreOptions{PartSize: 700}
	inside, leave := n.holdRegistration()
	done := make(chan struct{})
	go func() {
		defer close(done)
		if rs, err := n.quick(journal).Store(t.Context(), n.rich, sources, opt); err != nil || rs[0].Err != nil {
			t.Error(err, rs[0].Err)
		}
	}()
	<-inside
	ctx, cancel := context.WithTimeout(t.Context(), 400*time.Millisecond)
	defer cancel()
	rs, err := n.quick(journal).Store(ctx, n.rich, sources, opt)
	if err != nil || !errors.Is(rs[0].Err, context.DeadlineExceeded) {
		t.Errorf("%v, %v", err, rs[0].Err)
	}
	close(leave)
	<-done
}
