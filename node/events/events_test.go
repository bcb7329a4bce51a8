package events

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"go.uber.org/goleak"

	"walrus/attest"
	"walrus/chain"
	"walrus/node/store"
	"walrus/redstuff"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// stream is a source of given events. It ends with err, or waits when err is nil.
type stream struct {
	mu     sync.Mutex
	events []chain.Event
	err    error
}

func (s *stream) Events(ctx context.Context, after chain.Cursor) iter.Seq2[chain.Event, error] {
	return func(yield func(chain.Event, error) bool) {
		s.mu.Lock()
		events, err := s.events, s.err
		s.mu.Unlock()
		for _, ev := range events {
			if ev.Cursor.After(after) && !yield(ev, nil) {
				return
			}
		}
		if err == nil {
			<-ctx.Done()
			err = ctx.Err()
		}
		yield(chain.Event{}, err)
	}
}

func at(i int, ev chain.Event) chain.Event {
	ev.Cursor = chain.Cursor{Block: uint64(i/3 + 1), LogIndex: uint32(i % 3)}
	ev.Tx[0], ev.Tx[1] = byte(i>>8), byte(i)
	return ev
}

func openStore(t *testing.T, fs vfs.FS) *store.Store {
	t.Helper()
	s, err := store.Open(fs, "n", store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func open(t *testing.T, s *store.Store, src Source) *Follower {
	t.Helper()
	f, err := Open(s, src, slog.New(slog.DiscardHandler), nil)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// follow runs a follower until it handled n events or stopped.
func follow(t *testing.T, f *Follower, n int) error {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- f.Run(ctx) }()
	for f.Progress().Handled < uint64(n) && f.Stopped() == nil {
		time.Sleep(100 * time.Microsecond)
	}
	cancel()
	return <-done
}

// history makes a possible sequence of events over a few blobs and says which objects exist at its end.
func history(r *rand.Rand, n int) (events []chain.Event, objects map[attest.ObjectID]chain.Event, certified map[attest.ObjectID]attest.Epoch, invalid map[redstuff.BlobID]bool) {
	objects, certified, invalid = map[attest.ObjectID]chain.Event{}, map[attest.ObjectID]attest.Epoch{}, map[redstuff.BlobID]bool{}
	pick := func() (chain.Event, bool) {
		for _, ev := range objects { // the map's order is random enough, and the model follows whatever is picked
			return ev, true
		}
		return chain.Event{}, false
	}
	epoch := attest.Epoch(1)
	pools := map[attest.ObjectID]attest.Epoch{}
	for i := range n {
		var ev chain.Event
		switch k := r.IntN(23); {
		case k < 8:
			ev = chain.Event{Kind: chain.BlobRegistered, BlobID: redstuff.BlobID{byte(r.IntN(5))}, Object: attest.ObjectID{byte(i >> 8), byte(i), 1},
				Size: uint64(r.IntN(1000)), Encoding: 1, End: epoch + attest.Epoch(1+r.IntN(9)), Deletable: r.IntN(2) == 0}
			if len(pools) > 0 && k < 3 {
				for ev.Pool, ev.End = range pools {
					break
				}
			}
			objects[ev.Object] = at(0, ev)
			o := objects[ev.Object]
			o.Epoch = epoch
			objects[ev.Object] = o
			if !ev.Pool.IsZero() {
				ev.End = 0 // as the contracts leave it out
			}
		case k < 16:
			o, ok := pick()
			if !ok {
				continue
			}
			first, is := certified[o.Object]
			ev = o
			ev.Kind = chain.BlobCertified
			switch {
			case is && !o.Pool.IsZero():
				continue // only its pool is extended
			case is:
				ev.IsExtension, ev.End, ev.Epoch = true, o.End+attest.Epoch(r.IntN(4)), first
				o.End = ev.End
				objects[o.Object] = o
			default:
				certified[o.Object] = epoch
			}
		case k < 18:
			o, ok := pick()
			if !ok || !o.Deletable {
				continue
			}
			ev = o
			ev.Kind = chain.BlobDeleted
			delete(objects, o.Object)
			delete(certified, o.Object)
		case k < 19:
			ev = chain.Event{Kind: []chain.Kind{chain.StorageReserved, chain.Transferred, chain.BlockPassed, chain.PricesUpdated}[r.IntN(4)]}
		case k == 20:
			ev = chain.Event{Kind: chain.PoolCreated, Pool: attest.ObjectID{byte(i >> 8), byte(i), 3}, Start: epoch, End: epoch + attest.Epoch(1+r.IntN(9))}
			pools[ev.Pool] = ev.End
		case k > 20:
			for id, end := range pools {
				ev = chain.Event{Kind: chain.PoolExtended, Pool: id, End: end + attest.Epoch(r.IntN(4))}
				pools[id] = ev.End
				for _, o := range objects {
					if o.Pool == id {
						o.End = ev.End
						objects[o.Object] = o
					}
				}
				break
			}
		default:
			if r.IntN(10) == 0 {
				ev = chain.Event{Kind: chain.InvalidBlobID, BlobID: redstuff.BlobID{byte(r.IntN(5))}}
				invalid[ev.BlobID] = true
			}
		}
		if ev.Epoch == 0 || ev.Kind != chain.BlobCertified || !ev.IsExtension {
			ev.Epoch = epoch
		}
		events = append(events, at(i, ev))
	}
	return events, objects, certified, invalid
}

// TestAgainstModel replays random histories, with restarts at random places, and compares all rows with sums over the objects that exist.
func TestAgainstModel(t *testing.T) {
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 3))
		events, objects, certified, invalid := history(r, 150)
		handled := 0
		fs := vfs.NewMem()
		for cut := 0; cut < len(events); {
			cut = min(len(events), cut+1+r.IntN(80))
			s := openStore(t, fs)
			count := 0
			for _, ev := range events[:cut] {
				if ev.Kind != chain.BlockPassed {
					count++
				}
			}
			f := open(t, s, &stream{events: events[:cut]})
			if err := follow(t, f, count); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			handled = count
			if cut == len(events) {
				compare(t, f, objects, certified, invalid)
				if got := f.Progress(); got.Handled != uint64(handled) {
					t.Fatalf("seed %d: progress %+v, want %d handled", seed, got, handled)
				}
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func compare(t *testing.T, f *Follower, objects map[attest.ObjectID]chain.Event, certified map[attest.ObjectID]attest.Epoch, invalid map[redstuff.BlobID]bool) {
	t.Helper()
	sums := map[redstuff.BlobID]*Blob{}
	for id, ev := range objects {
		o, ok, err := f.Object(id)
		first, is := certified[id]
		want := Object{Pool: ev.Pool, BlobID: ev.BlobID, Size: ev.Size, Encoding: ev.Encoding, Deletable: ev.Deletable, Registered: ev.Epoch, End: ev.End, IsCertified: is, Certified: first}
		if err != nil || !ok || o != want {
			t.Fatalf("object %v: %+v, %v, %v; want %+v", id, o, ok, err, want)
		}
		b := sums[ev.BlobID]
		if b == nil {
			b = &Blob{}
			sums[ev.BlobID] = b
		}
		b.IsCertified = b.IsCertified || is
		if ev.Deletable {
			b.Deletable++
			b.DeletableCertified += uint32(boolInt(is))
			continue
		}
		b.Permanent.Count++
		b.Permanent.End = max(b.Permanent.End, ev.End)
		if is {
			b.PermanentCertified.Count++
			b.PermanentCertified.End = max(b.PermanentCertified.End, ev.End)
		}
	}
	for i := range byte(5) {
		id := redstuff.BlobID{i}
		got, err := f.Blob(id)
		if err != nil {
			t.Fatal(err)
		}
		if invalid[id] {
			if !got.Invalid || got.Registered(1) || got.Certified(1) {
				t.Fatalf("blob %d: %+v, want invalid", i, got)
			}
			continue
		}
		want := sums[id]
		if want == nil {
			want = &Blob{}
		}
		if got.Deletable != want.Deletable || got.DeletableCertified != want.DeletableCertified || got.IsCertified != want.IsCertified ||
			got.Permanent.Count != want.Permanent.Count || got.Permanent.End != want.Permanent.End ||
			got.PermanentCertified.Count != want.PermanentCertified.Count || got.PermanentCertified.End != want.PermanentCertified.End {
			t.Fatalf("blob %d: %+v, want %+v", i, got, *want)
		}
		if got.Permanent.Count > 0 && got.Permanent.End < got.PermanentCertified.End {
			t.Fatalf("blob %d: certified for longer than registered: %+v", i, got)
		}
	}
}

func TestContradictionsStop(t *testing.T) {
	blob, object := redstuff.BlobID{1}, attest.ObjectID{2}
	reg := chain.Event{Kind: chain.BlobRegistered, BlobID: blob, Object: object, End: 9, Epoch: 1, Deletable: true}
	with := func(ev chain.Event, f func(*chain.Event)) chain.Event { f(&ev); return ev }
	cert := with(reg, func(ev *chain.Event) { ev.Kind = chain.BlobCertified })
	for name, bad := range map[string][]chain.Event{
		"certified before registered": {cert},
		"deleted before registered":   {with(reg, func(ev *chain.Event) { ev.Kind = chain.BlobDeleted })},
		"registered twice":            {reg, reg},
		"certified twice":             {reg, cert, cert},
		"certified with another end":  {reg, with(cert, func(ev *chain.Event) { ev.End = 10 })},
		"certified for another blob":  {reg, with(cert, func(ev *chain.Event) { ev.BlobID[0]++ })},
		"certified as permanent":      {reg, with(cert, func(ev *chain.Event) { ev.Deletable = false })},
		"extended before certified":   {reg, with(cert, func(ev *chain.Event) { ev.IsExtension = true })},
		"in a pool that is none":      {with(reg, func(ev *chain.Event) { ev.Pool[0] = 1 })},
		"pool created twice":          {{Kind: chain.PoolCreated, End: 3}, {Kind: chain.PoolCreated, End: 3}},
		"pool extended that is none":  {{Kind: chain.PoolExtended, End: 3}},
		"pool extended backwards":     {{Kind: chain.PoolCreated, End: 3}, {Kind: chain.PoolExtended, End: 2}},
		"extended backwards":          {reg, cert, with(cert, func(ev *chain.Event) { ev.IsExtension, ev.End = true, 3 })},
		"permanent deleted": {with(reg, func(ev *chain.Event) { ev.Deletable = false }),
			with(reg, func(ev *chain.Event) { ev.Kind, ev.Deletable = chain.BlobDeleted, false })},
		"unknown kind": {reg, {Kind: 200}},
	} {
		t.Run(name, func(t *testing.T) {
			s := openStore(t, vfs.NewMem())
			defer s.Close()
			for i := range bad {
				bad[i] = at(i, bad[i])
			}
			src := &stream{events: bad}
			f := open(t, s, src)
			err := follow(t, f, 1<<30)
			if !errors.Is(err, ErrStopped) || !errors.Is(err, errEvent) || !errors.Is(f.Stopped(), ErrStopped) {
				t.Fatalf("%v, want a stop", err)
			}
			if want := fmt.Sprint(bad[len(bad)-1].Kind); !strings.Contains(err.Error(), want) {
				t.Fatalf("%q does not name the event %s", err, want)
			}
			// Everything before it is durable, and the next start meets it again.
			again := open(t, s, src)
			if got := again.Progress().Handled; got != uint64(len(bad)-1) {
				t.Fatalf("%d events handled, want %d", got, len(bad)-1)
			}
			if err := follow(t, again, 1<<30); !errors.Is(err, ErrStopped) {
				t.Fatalf("second start: %v", err)
			}
		})
	}
}

func TestStreamErrorStops(t *testing.T) {
	s := openStore(t, vfs.NewMem())
	defer s.Close()
	f := open(t, s, &stream{
		events: []chain.Event{at(0, chain.Event{Kind: chain.BlobRegistered, Object: attest.ObjectID{1}, End: 4, Epoch: 1})},
		err:    fmt.Errorf("block 7: %w", chain.ErrReorg),
	})
	if err := follow(t, f, 1<<30); !errors.Is(err, chain.ErrReorg) || !errors.Is(err, ErrStopped) {
		t.Fatal(err)
	}
	if f.Progress().Handled != 1 {
		t.Fatal("events before the error were dropped")
	}
}

func TestWait(t *testing.T) {
	s := openStore(t, vfs.NewMem())
	defer s.Close()
	id := redstuff.BlobID{1}
	src := &stream{events: []chain.Event{at(0, chain.Event{Kind: chain.BlobRegistered, BlobID: id, Object: attest.ObjectID{1}, End: 4, Epoch: 1})}}
	f := open(t, s, src)
	ready := func() (bool, error) {
		b, err := f.Blob(id)
		return b.Registered(1), err
	}
	short, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	if ok, err := f.Wait(short, id, ready); ok || err != nil {
		t.Fatalf("wait without an event: %v, %v", ok, err)
	}
	var wg sync.WaitGroup
	for range 5 {
		wg.Go(func() {
			if ok, err := f.Wait(context.Background(), id, ready); !ok || err != nil {
				t.Errorf("wait: %v, %v", ok, err)
			}
		})
	}
	if err := follow(t, f, 1); err != nil {
		t.Fatal(err)
	}
	wg.Wait()
	if f.waiting != 0 || len(f.waiters) != 0 {
		t.Fatalf("%d waiters left", f.waiting)
	}
}

func FuzzRows(f *testing.F) {
	b := Blob{IsCertified: true, FirstCertified: 3, Permanent: Class{2, 9, EventRef{chain.TxHash{1}, 4}}, Deletable: 7, DeletableEnd: 8}
	f.Add(b.encode())
	f.Add(Object{BlobID: redstuff.BlobID{1}, Size: 5, Encoding: 1, Deletable: true, Registered: 1, End: 2}.encode())
	row, err := cursorRow(chain.Cursor{Block: 4, LogIndex: 2}, 17)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(row)
	f.Add([]byte{})
	f.Add(pool{7, EventRef{chain.TxHash{2}, 1}}.encode())
	f.Add(share{Permanent: Class{1, 3, EventRef{}}, Deletable: 2}.encode())
	f.Fuzz(func(t *testing.T, row []byte) {
		if p, err := parsePool(row); err == nil && row[0] == rowVersion && !bytes.Equal(p.encode(), row) {
			t.Fatalf("pool row %x parses as %+v", row, p)
		}
		if s, err := parseShare(row); err == nil && !bytes.Equal(s.encode(), row) {
			t.Fatalf("share row %x parses as %+v", row, s)
		}
		if b, err := parseBlob(row); err == nil && row[0] == rowVersion && !bytes.Equal(b.encode(), row) {
			t.Fatalf("blob row %x parses as %+v", row, b)
		}
		if o, err := parseObject(row); err == nil && row[0] == rowVersion && !bytes.Equal(o.encode(), row) {
			t.Fatalf("object row %x parses as %+v", row, o)
		}
		if c, n, err := parseCursor(row); err == nil {
			if again, err := cursorRow(c, n); err != nil || !bytes.Equal(again, row) {
				t.Fatalf("cursor row %x parses as %+v", row, c)
			}
		}
	})
}
