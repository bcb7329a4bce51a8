package node_test

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/chain"
	"walrus/node/server"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// A promise is something that a node said and must be able to keep.
type promise func(r *running) error

type promises struct {
	mu   sync.Mutex
	kept map[string]promise
}

func (p *promises) add(name string, f promise) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.kept[name] = f
}

func hasSliver(e *redstuff.Encoding, axis redstuff.Axis, pair redstuff.PairIndex) promise {
	return func(r *running) error {
		sl, err := r.Sliver(context.Background(), e.BlobID(), pair, axis, 1<<24)
		if err == nil && !bytes.Equal(sl.Data, e.Sliver(axis, pair).Data) {
			err = fmt.Errorf("other bytes")
		}
		return err
	}
}

func hasMetadata(e *redstuff.Encoding) promise {
	return func(r *running) error {
		_, _, err := r.Metadata(context.Background(), e.BlobID(), r.c.params.N)
		return err
	}
}

// canSign asks for the signature again: the node gives it only if it still holds everything.
func canSign(reg chain.Event) promise {
	return func(r *running) error {
		_, err := r.Attestation(context.Background(), reg.BlobID, reg.Object)
		return err
	}
}

// client sends blobs in every way there is and notes what the node promised.
func upload(r *running, p *promises, rnd *rand.Rand, blobs []*redstuff.Encoding, regs []chain.Event) error {
	ctx := context.Background()
	k := rnd.IntN(len(blobs))
	e, reg := blobs[k], regs[k]
	id, mine := e.BlobID(), r.c.pairs(r.i, e.BlobID())
	name := func(what string, args ...any) string { return fmt.Sprintf("%s of blob %d %v", what, k, args) }
	switch rnd.IntN(4) {
	case 0: // single endpoints
		if _, err := r.PutMetadata(ctx, id, metadataBCS(e)); err != nil {
			return err
		}
		p.add(name("metadata"), hasMetadata(e))
		for range 4 {
			axis, pair := redstuff.Axis(rnd.IntN(2)), mine[rnd.IntN(len(mine))]
			if _, err := r.PutSliver(ctx, id, pair, e.Sliver(axis, pair)); err != nil {
				return err
			}
			p.add(name("sliver", axis, pair), hasSliver(e, axis, pair))
		}
	case 1: // part of a bundle
		var b nodeapi.BundleBody
		b.Metadata(metadataBCS(e))
		checks := map[string]promise{name("metadata"): hasMetadata(e)}
		for _, axis := range []redstuff.Axis{0, 1} {
			for _, pair := range mine {
				if rnd.IntN(2) == 0 {
					b.Sliver(pair, e.Sliver(axis, pair))
					checks[name("sliver", axis, pair)] = hasSliver(e, axis, pair)
				}
			}
		}
		if _, err := r.PutBundle(ctx, id, nodeapi.BundleRequest{Body: &b}); err != nil {
			return err
		}
		for n, f := range checks {
			p.add(n, f)
		}
	case 2: // all of it, signed
		res, err := r.PutBundle(ctx, id, nodeapi.BundleRequest{Body: r.c.bundle(r.i, e), Attest: reg.Object})
		if err != nil {
			return err
		}
		if res.Attestation.Reason == "" {
			p.add(name("signature"), canSign(reg))
		}
	case 3: // a signature, and what is said to be there
		if _, err := r.Attestation(ctx, id, reg.Object); err == nil {
			p.add(name("signature"), canSign(reg))
		}
		if staged, err := r.Staged(ctx, id); err == nil {
			for _, s := range staged.Slivers {
				axis, _ := redstuff.ParseAxis(s.Type)
				p.add(name("sliver", axis, s.Pair), hasSliver(e, axis, s.Pair))
			}
		}
	}
	return nil
}

// cutPower runs a node under concurrent uploads, takes its power away at random moments, and returns the first promise it broke.
func cutPower(t *testing.T, seed uint64, rounds int, wrap func(vfs.FS) vfs.FS) error {
	c := newCluster(t, 4, 6)
	rnd := rand.New(rand.NewPCG(seed, 7))
	mem := vfs.NewCrashableMem()
	p := &promises{kept: map[string]promise{}}
	var blobs []*redstuff.Encoding
	var regs []chain.Event
	for round := range rounds {
		for k := range 3 { // new blobs each round, of which every third has its own file
			size := 2000 * (k + 1)
			if k == 2 {
				size = 800_000
			}
			blobs = append(blobs, c.encode(t, randomBytes(fmt.Sprint("power", seed, round, k), size)))
			regs = append(regs, c.register(blobs[len(blobs)-1], 9, k == 1))
		}
		r, err := c.tryStart(0, wrap(mem), "x/data", server.Options{})
		if err != nil {
			return fmt.Errorf("round %d: restart: %w", round, err)
		}
		r.seen(t, len(c.log))
		for name, f := range p.kept {
			if err := f(r); err != nil {
				_ = r.stop()
				return fmt.Errorf("round %d: %s was promised: %w", round, name, err)
			}
		}
		stop := make(chan struct{})
		var wg sync.WaitGroup
		for w := range 6 {
			rnd := rand.New(rand.NewPCG(rnd.Uint64(), uint64(w)))
			wg.Go(func() {
				for {
					select {
					case <-stop:
						return
					default:
					}
					if upload(r, p, rnd, blobs[max(0, len(blobs)-6):], regs[max(0, len(regs)-6):]) != nil {
						time.Sleep(time.Millisecond) // refused; the promises made so far stand
					}
				}
			})
		}
		p.mu.Lock()
		goal := len(p.kept) + rnd.IntN(28)
		p.mu.Unlock()
		for limit := time.Now().Add(2 * time.Second); time.Now().Before(limit); time.Sleep(time.Duration(rnd.IntN(3000)) * time.Microsecond) {
			p.mu.Lock()
			n := len(p.kept)
			p.mu.Unlock()
			if n >= goal {
				break
			}
		}
		cfg := vfs.CrashCloneCfg{UnsyncedDataPercent: []int{0, 0, 30}[rnd.IntN(3)], RNG: rnd}
		p.mu.Lock() // no promise between the copy and the crash
		kept := maps.Clone(p.kept)
		next := mem.CrashClone(cfg)
		p.mu.Unlock()
		close(stop)
		wg.Wait()
		if err := r.stop(); err != nil {
			return err
		}
		mem, p = next, &promises{kept: kept}
	}
	return nil
}

func TestPowerLoss(t *testing.T) {
	rounds := 6
	if testing.Short() {
		rounds = 3
	}
	for seed := range uint64(2) {
		if err := cutPower(t, seed, rounds, func(fs vfs.FS) vfs.FS { return fs }); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
}

// TestPowerLossNoticesMissingSync removes one sync at a time from beneath the node: the test above must fail then.
func TestPowerLossNoticesMissingSync(t *testing.T) {
	for name, drop := range map[string]func(path string, dir bool) bool{
		"segment files":     func(p string, dir bool) bool { return strings.HasSuffix(p, ".segment") },
		"bundle files":      func(p string, dir bool) bool { return strings.HasSuffix(p, ".bundle") },
		"segment directory": func(p string, dir bool) bool { return dir && strings.HasSuffix(p, "segments") },
		"bundle directory":  func(p string, dir bool) bool { return dir && strings.HasSuffix(p, "bundles") },
		"database log":      func(p string, dir bool) bool { return !dir && strings.HasSuffix(p, ".log") },
	} {
		t.Run(name, func(t *testing.T) {
			for seed := range uint64(6) {
				if err := cutPower(t, seed, 4, func(fs vfs.FS) vfs.FS { return syncDropper{fs, drop} }); err != nil {
					t.Logf("noticed: %v", err)
					return
				}
			}
			t.Fatal("a removed sync went unnoticed")
		})
	}
}

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
