package events

import (
	"log/slog"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/attest"
	"walrus/chain"
	"walrus/node/store"
	"walrus/redstuff"
)

func numbered(first byte, i int) (id [32]byte) {
	id[0], id[1], id[2] = first, byte(i>>8), byte(i)
	return id
}

// inManyPools are the events of one blob that is registered and certified in n pools, which end at different times.
func inManyPools(n int) (events []chain.Event) {
	for i := range n {
		ev := chain.Event{Pool: numbered(9, i), BlobID: redstuff.BlobID{1}, Object: numbered(2, i), Deletable: i%2 == 0, Epoch: 1}
		created := ev
		created.Kind, created.End = chain.PoolCreated, attest.Epoch(2+i%5)
		events = append(events, created)
		ev.Kind = chain.BlobRegistered
		events = append(events, ev)
		ev.Kind = chain.BlobCertified
		events = append(events, ev)
	}
	for i := range events {
		events[i] = at(i, events[i])
	}
	return events
}

// lookups counts rows that are read.
type lookups struct {
	stored
	n *int
}

func (l lookups) Get(key []byte) ([]byte, error) {
	*l.n++
	return l.stored.Get(key)
}

func (l lookups) Each(prefix []byte, do func(key, value []byte) error) error {
	return l.stored.Each(prefix, func(key, value []byte) error {
		*l.n++
		return do(key, value)
	})
}

// TestBlobInManyPools asks for a blob in 1,000 pools: the first question looks at all, the next one at none, and after extensions it is the extended pools that are looked at.
func TestBlobInManyPools(t *testing.T) {
	s := openStore(t, vfs.NewMem())
	defer s.Close()
	const n = 1000
	f := open(t, s, &stream{})
	events := inManyPools(n)
	if err := f.apply(events); err != nil {
		t.Fatal(err)
	}
	ask := func(most int, end attest.Epoch) {
		t.Helper()
		read := 0
		row, err := f.row(redstuff.BlobID{1})
		if err != nil {
			t.Fatal(err)
		}
		b, err := f.ends.blob(lookups{stored{s}, &read}, redstuff.BlobID{1}, row, func() (Blob, error) { return f.row(redstuff.BlobID{1}) })
		if err != nil || read > most || !b.Registered(end-1) || b.Registered(end) || !b.Certified(end-1) {
			t.Fatalf("%d rows were read for %+v, %v; want at most %d, and an end at %v", read, b, err, most, end)
		}
	}
	ask(2*n, 6)
	ask(0, 6)
	next := len(events)
	extend := func(pool int, end attest.Epoch) {
		t.Helper()
		ev := at(next, chain.Event{Kind: chain.PoolExtended, Pool: numbered(9, pool), End: end, Epoch: 1})
		next++
		if err := f.apply([]chain.Event{ev}); err != nil {
			t.Fatal(err)
		}
	}
	extend(0, 9)
	extend(n-1, 11)
	ask(4, 11)
	for i := range 10 { // one pool, several times
		extend(5, attest.Epoch(20+i))
	}
	ask(2, 29)
	other := inManyPools(3)[:3] // an event of the blob itself
	other[0].Pool, other[1].Pool, other[1].Object = numbered(8, 1), numbered(8, 1), numbered(3, 1)
	for i := range 2 {
		if err := f.apply([]chain.Event{at(next, other[i])}); err != nil {
			t.Fatal(err)
		}
		next++
	}
	ask(2*n+2, 29)
	ask(0, 29)
	for range keptPools + 1 {
		extend(7, 30)
	}
	ask(2*n+2, 30) // more extensions than are known
	ask(0, 30)
}

// TestKeptEnds lets one follower keep what it found of blobs in many pools, and compares it after each of many random events with one that knows nothing yet.
func TestKeptEnds(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	s := openStore(t, vfs.NewMem())
	defer s.Close()
	kept := open(t, s, &stream{})
	n, objects := 0, 0
	ends := map[int]attest.Epoch{}
	var live []chain.Event
	apply := func(ev chain.Event) {
		t.Helper()
		if err := kept.apply([]chain.Event{at(n, ev)}); err != nil {
			t.Fatalf("event %d: %v", n, err)
		}
		n++
	}
	for i := range 3 * manyPools {
		ends[i] = attest.Epoch(2 + rng.IntN(4))
		apply(chain.Event{Kind: chain.PoolCreated, Pool: numbered(9, i), End: ends[i], Epoch: 1})
	}
	// Somebody asks all the time.
	stop := make(chan struct{})
	var wg sync.WaitGroup
	defer wg.Wait()
	defer close(stop)
	wg.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
			}
			if _, err := kept.Blob(redstuff.BlobID{byte(i % 2)}); err != nil {
				t.Error(err)
				return
			}
		}
	})
	most := uint32(0)
	for round := range 1500 {
		pool := rng.IntN(len(ends))
		switch {
		case rng.IntN(3) == 0:
			ends[pool] += attest.Epoch(rng.IntN(2))
			apply(chain.Event{Kind: chain.PoolExtended, Pool: numbered(9, pool), End: ends[pool], Epoch: 1})
		case rng.IntN(3) == 0 && len(live) > 3*manyPools:
			i := rng.IntN(len(live))
			ev := live[i]
			live = append(live[:i], live[i+1:]...)
			if ev.Deletable {
				ev.Kind = chain.BlobDeleted
				apply(ev)
			}
		default:
			ev := chain.Event{Kind: chain.BlobRegistered, Pool: numbered(9, pool), BlobID: redstuff.BlobID{byte(rng.IntN(2))}, Object: numbered(2, objects), Deletable: rng.IntN(2) == 0, Epoch: 1}
			objects++
			apply(ev)
			live = append(live, ev)
			if rng.IntN(2) == 0 {
				ev.Kind, ev.Epoch = chain.BlobCertified, attest.Epoch(1+rng.IntN(6))
				apply(ev)
			}
		}
		fresh := open(t, s, &stream{})
		for i := range byte(2) {
			got, err := kept.Blob(redstuff.BlobID{i})
			want, wantErr := fresh.Blob(redstuff.BlobID{i})
			if err != nil || wantErr != nil || got != want {
				t.Fatalf("round %d: %+v, %v\nwant %+v, %v", round, got, err, want, wantErr)
			}
			row, err := fresh.row(redstuff.BlobID{i})
			if err != nil {
				t.Fatal(err)
			}
			most = max(most, row.pools)
			for e := attest.Epoch(1); e < 9; e++ {
				err := s.Update(func(tx *store.Tx) error {
					was, err := kept.witness.certified(tx, redstuff.BlobID{i}, row, e)
					if err == nil && was != want.Certified(e) {
						t.Fatalf("round %d: certified in %v: %v, want %v", round, e, was, want.Certified(e))
					}
					return err
				})
				if err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if most <= manyPools {
		t.Fatalf("no blob was in more than %d pools", most)
	}
}

func BenchmarkBlobInManyPools(b *testing.B) {
	s, err := store.Open(vfs.NewMem(), "n", store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	f, err := Open(s, &stream{}, slog.New(slog.DiscardHandler), nil)
	if err != nil {
		b.Fatal(err)
	}
	if err := f.apply(inManyPools(1000)); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := f.Blob(redstuff.BlobID{1}); err != nil {
			b.Fatal(err)
		}
	}
}
