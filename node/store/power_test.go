package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/redstuff"
)

// syncDropper is a file system that answers some syncs without doing them.
type syncDropper struct {
	vfs.FS
	drop func(path string, dir bool) bool
}

func (d syncDropper) wrap(path string, dir bool, f vfs.File, err error) (vfs.File, error) {
	if err != nil || !d.drop(path, dir) {
		return f, err
	}
	return deafFile{f}, nil
}

func (d syncDropper) Create(name string, c vfs.DiskWriteCategory) (vfs.File, error) {
	f, err := d.FS.Create(name, c)
	return d.wrap(name, false, f, err)
}

func (d syncDropper) OpenReadWrite(name string, c vfs.DiskWriteCategory, o ...vfs.OpenOption) (vfs.File, error) {
	f, err := d.FS.OpenReadWrite(name, c, o...)
	return d.wrap(name, false, f, err)
}

func (d syncDropper) ReuseForWrite(o, n string, c vfs.DiskWriteCategory) (vfs.File, error) {
	f, err := d.FS.ReuseForWrite(o, n, c)
	return d.wrap(n, false, f, err)
}

func (d syncDropper) OpenDir(name string) (vfs.File, error) {
	f, err := d.FS.OpenDir(name)
	return d.wrap(name, true, f, err)
}

type deafFile struct{ vfs.File }

func (deafFile) Sync() error                { return nil }
func (deafFile) SyncData() error            { return nil }
func (deafFile) SyncTo(int64) (bool, error) { return false, nil }

const (
	powerBlobs = 6
	powerPairs = 8
)

func powerBlob(i int) redstuff.BlobID {
	var id redstuff.BlobID
	id[0], id[31] = byte(i), 0x77
	return id
}

// powerData is what the sliver (blob, axis, pair) holds in these tests.
func powerData(i int, axis redstuff.Axis, pair redstuff.PairIndex) []byte {
	b := make([]byte, 100+int(pair)*900+i*37)
	r := rand.New(rand.NewPCG(uint64(i), uint64(axis)<<16|uint64(pair)))
	for j := range b {
		b[j] = byte(r.Uint32())
	}
	return b
}

// ledger is what a store acknowledged.
type ledger struct {
	mu       sync.Mutex
	slivers  map[string]func(*Store) error // check by name
	counters map[string]uint64
}

func (l *ledger) add(name string, check func(*Store) error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.slivers[name] = check
}

func sliverCheck(i int, axis redstuff.Axis, pair redstuff.PairIndex) func(*Store) error {
	return func(s *Store) error {
		sl, err := readSliver(s, powerBlob(i), pair, axis)
		if err != nil {
			return err
		}
		if !bytes.Equal(sl.Data, powerData(i, axis, pair)) {
			return errors.New("other bytes")
		}
		return nil
	}
}

// upload puts some slivers and records what was acknowledged.
func upload(s *Store, l *ledger, r *rand.Rand) error {
	i := r.IntN(powerBlobs)
	share := uint64(1000)
	if i%2 == 1 {
		share = SmallShare
	}
	w := s.Writer(powerBlob(i), share)
	defer w.Close()
	checks := map[string]func(*Store) error{}
	if r.IntN(3) == 0 {
		if _, err := w.PutMetadata([]byte{byte(i), 1, 2, 3}); err != nil {
			return err
		}
		checks[fmt.Sprintf("metadata %d", i)] = func(s *Store) error {
			_, err := s.Metadata(powerBlob(i))
			return err
		}
	}
	var many []PairSliver
	for range 1 + r.IntN(5) {
		axis, pair := redstuff.Axis(r.IntN(2)), redstuff.PairIndex(r.IntN(powerPairs))
		sl := redstuff.Sliver{Axis: axis, Index: 3, SymbolSize: 2, Data: powerData(i, axis, pair)}
		var err error
		switch i % 3 {
		case 0:
			_, err = w.Put(pair, sl)
		case 1:
			err = keepOrFree(w, pair, sl, r)
		case 2:
			many = append(many, PairSliver{pair, sl})
		}
		if err != nil {
			return err
		}
		checks[fmt.Sprintf("sliver %d %v %d", i, axis, pair)] = sliverCheck(i, axis, pair)
	}
	if _, err := w.PutMany(many); err != nil {
		return err
	}
	if err := w.Commit(); err != nil {
		return err
	}
	for name, check := range checks {
		l.add(name, check)
	}
	return nil
}

// keepOrFree writes a sliver in two pieces to a region that it keeps, after another one that it frees.
func keepOrFree(w *Writer, pair redstuff.PairIndex, sl redstuff.Sliver, r *rand.Rand) error {
	for _, keep := range []bool{r.IntN(2) == 0, true} {
		reg, err := w.Region(len(sl.Data), Sender{}, Bound{Cost(100, 1<<30), Cost(100, 1<<30)})
		if err != nil {
			return err
		}
		defer reg.Free()
		cut := r.IntN(len(sl.Data))
		if err := errors.Join(reg.Append(sl.Data[:cut]), reg.Append(sl.Data[cut:])); err != nil {
			return err
		}
		if !keep {
			reg.Free()
		} else if _, err := w.Keep(reg, pair, sl); err != nil {
			return err
		}
	}
	return nil
}

// confirm reads what is stored, as a signer does, and records that.
func confirm(s *Store, l *ledger, r *rand.Rand) error {
	i := r.IntN(powerBlobs)
	primary, secondary, err := s.Held(powerBlob(i))
	if err != nil {
		return err
	}
	if err := s.Barrier(); err != nil {
		return err
	}
	for _, p := range primary {
		l.add(fmt.Sprintf("sliver %d %v %d", i, redstuff.Primary, p), sliverCheck(i, redstuff.Primary, p))
	}
	for _, p := range secondary {
		l.add(fmt.Sprintf("sliver %d %v %d", i, redstuff.Secondary, p), sliverCheck(i, redstuff.Secondary, p))
	}
	return nil
}

// count increments a row of worker.
func count(s *Store, l *ledger, worker int) error {
	k := fmt.Sprintf("counter %d", worker)
	var now uint64
	err := s.Update(func(tx *Tx) error {
		b, err := tx.Get([]byte(k))
		if err != nil {
			return err
		}
		if len(b) == 8 {
			now = binary.BigEndian.Uint64(b)
		}
		now++
		return tx.Set([]byte(k), binary.BigEndian.AppendUint64(nil, now))
	})
	if err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.counters[k] = now
	return nil
}

// powerLoss runs workers, cuts the power at a random moment, reopens and compares, several times over. It returns the first loss.
func powerLoss(seed uint64, rounds int, wrap func(vfs.FS) vfs.FS) (checked int, err error) {
	r := rand.New(rand.NewPCG(seed, 1))
	mem := vfs.NewCrashableMem()
	l := &ledger{slivers: map[string]func(*Store) error{}, counters: map[string]uint64{}}
	for round := range rounds {
		s, err := Open(wrap(mem), "a/node", Options{})
		if err != nil {
			return checked, fmt.Errorf("round %d: reopen: %w", round, err)
		}
		for name, check := range l.slivers {
			if err := check(s); err != nil {
				return checked, errors.Join(fmt.Errorf("round %d: %s was acknowledged and is lost: %w", round, name, err), s.Close())
			}
			checked++
		}
		for name, want := range l.counters {
			b, err := s.Row([]byte(name))
			if err != nil || len(b) != 8 || binary.BigEndian.Uint64(b) < want {
				return checked, errors.Join(fmt.Errorf("round %d: %s is %x, acknowledged was %d: %v", round, name, b, want, err), s.Close())
			}
			checked++
		}
		if err := sweepAll(s); err != nil {
			return checked, errors.Join(fmt.Errorf("round %d: %w", round, err), s.Close())
		}
		for name, check := range l.slivers {
			if err := check(s); err != nil {
				return checked, errors.Join(fmt.Errorf("round %d: %s was acknowledged and is lost by sweeping: %w", round, name, err), s.Close())
			}
		}
		if round%3 == 2 { // begin with less, so that later rounds put again
			l.slivers, l.counters = map[string]func(*Store) error{}, map[string]uint64{}
			if err := s.Close(); err != nil {
				return checked, err
			}
			mem = vfs.NewCrashableMem()
			if s, err = Open(wrap(mem), "a/node", Options{}); err != nil {
				return checked, err
			}
		}
		stop := make(chan struct{})
		errs := make(chan error, 8)
		var wg sync.WaitGroup
		for worker := range cap(errs) {
			seed := r.Uint64()
			wg.Go(func() {
				r := rand.New(rand.NewPCG(seed, uint64(worker)))
				for {
					select {
					case <-stop:
						return
					default:
					}
					var err error
					switch r.IntN(5) {
					case 4:
						_, err = s.Sweep(context.Background())
					case 0:
						err = confirm(s, l, r)
					case 1:
						err = count(s, l, worker)
					default:
						err = upload(s, l, r)
					}
					if err != nil {
						errs <- err
						return
					}
				}
			})
		}
		for want := r.IntN(60); ; { // wait for progress instead of time
			l.mu.Lock()
			n := len(l.slivers) + len(l.counters)
			l.mu.Unlock()
			if n >= want || len(errs) > 0 {
				break
			}
		}
		cfg := vfs.CrashCloneCfg{UnsyncedDataPercent: []int{0, 0, 20, 70}[r.IntN(4)], RNG: r}
		l.mu.Lock() // nothing is acknowledged between the copy of the ledger and the crash
		crashed := &ledger{slivers: map[string]func(*Store) error{}, counters: map[string]uint64{}}
		for k, v := range l.slivers {
			crashed.slivers[k] = v
		}
		for k, v := range l.counters {
			crashed.counters[k] = v
		}
		next := mem.CrashClone(cfg)
		l.mu.Unlock()
		close(stop)
		wg.Wait()
		if err := s.Close(); err != nil {
			return checked, err
		}
		select {
		case err := <-errs:
			return checked, err
		default:
		}
		mem, l = next, crashed
	}
	return checked, nil
}

func TestPowerLossKeepsWhatWasAcknowledged(t *testing.T) {
	rounds := 30
	if testing.Short() {
		rounds = 12
	}
	total := 0
	for seed := range uint64(4) {
		n, err := powerLoss(seed, rounds, func(fs vfs.FS) vfs.FS { return fs })
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		total += n
	}
	t.Logf("%d acknowledged items checked over %d crashes", total, 4*rounds)
}

// TestPowerLossNoticesMissingSync removes one sync at a time: the test above must fail then, or it would prove nothing.
func TestPowerLossNoticesMissingSync(t *testing.T) {
	mutations := map[string]func(path string, dir bool) bool{
		"segment files":     func(p string, dir bool) bool { return strings.HasSuffix(p, segmentExt) },
		"bundle files":      func(p string, dir bool) bool { return strings.HasSuffix(p, bundleExt) },
		"segment directory": func(p string, dir bool) bool { return dir && strings.HasSuffix(p, segmentDir) },
		"bundle directory":  func(p string, dir bool) bool { return dir && strings.HasSuffix(p, bundleDir) },
		"database log":      func(p string, dir bool) bool { return !dir && strings.HasSuffix(p, ".log") },
		"database":          func(p string, dir bool) bool { return dir && strings.HasSuffix(p, "/"+dbDir) },
		"parent directory":  func(p string, dir bool) bool { return dir && strings.HasSuffix(p, "node") },
	}
	for name, drop := range mutations {
		t.Run(name, func(t *testing.T) {
			for seed := range uint64(8) {
				_, err := powerLoss(seed, 10, func(fs vfs.FS) vfs.FS { return syncDropper{fs, drop} })
				if err != nil {
					t.Logf("noticed: %v", err)
					return
				}
			}
			t.Fatal("a removed sync went unnoticed")
		})
	}
}

// TestBarrierWaitsForOthers: another writer's batch may be readable and not durable yet; what was read is acknowledged only behind the barrier.
func TestBarrierWaitsForOthers(t *testing.T) {
	mem := vfs.NewCrashableMem()
	gate := &syncGate{FS: mem, blocked: make(chan struct{}), release: make(chan struct{})}
	s, err := Open(gate, "node", Options{})
	if err != nil {
		t.Fatal(err)
	}
	put := func(blob int) error {
		w := s.Writer(powerBlob(blob), 1)
		defer w.Close()
		if _, err := w.Put(1, redstuff.Sliver{SymbolSize: 2, Data: powerData(0, 0, 1)}); err != nil {
			return err
		}
		return w.Commit()
	}
	if err := put(1); err != nil { // begins the segment, which is a batch of its own
		t.Fatal(err)
	}
	gate.on.Store(true)
	done := make(chan error, 2)
	go func() { done <- put(0) }()
	<-gate.blocked // the batch is readable, its log sync hangs
	if ok, err := s.Has(powerBlob(0), 1, redstuff.Primary); err != nil || !ok {
		t.Fatalf("has = %v, %v: the test needs a readable batch", ok, err)
	}
	go func() { done <- s.Barrier() }()
	select {
	case <-done:
		t.Fatal("something was acknowledged before the sync")
	case <-time.After(50 * time.Millisecond): // without the barrier it would be at once
	}
	clone := mem.CrashClone(vfs.CrashCloneCfg{})
	after, err := Open(clone, "node", Options{})
	if err != nil {
		t.Fatal(err)
	}
	if ok, _ := after.Has(powerBlob(0), 1, redstuff.Primary); ok {
		t.Fatal("an unsynced batch survived: the gate does not work")
	}
	close(gate.release)
	for range cap(done) {
		if err := <-done; err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(after.Close(), s.Close()); err != nil {
		t.Fatal(err)
	}
}
