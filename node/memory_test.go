package node_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/attest"
	"walrus/chain"
	"walrus/merkle"
	"walrus/node/server"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// TestMemoryIsBounded sends far more at once than the pool holds: every request ends, each is served or told to come back, and the pool is never exceeded.
func TestMemoryIsBounded(t *testing.T) {
	c := newCluster(t, 10)
	const limit = 4 << 20
	pool := server.NewPool(limit)
	r := c.start(t, 0, vfs.NewMem(), "data", server.Options{Memory: pool})
	var wg sync.WaitGroup
	var mu sync.Mutex
	served, refused := 0, 0
	for i := range 12 {
		e := c.encode(t, randomBytes(string(rune('a'+i)), 1_000_000))
		reg := c.register(e, 9, false)
		body := c.bundle(0, e)
		wg.Go(func() {
			for {
				res, err := r.PutBundle(context.Background(), e.BlobID(), nodeapi.BundleRequest{Body: body, Attest: reg.Object})
				mu.Lock()
				if err == nil && res.Attestation.Reason == "" {
					served++
					mu.Unlock()
					return
				}
				refused++
				mu.Unlock()
				if !errors.Is(err, nodeapi.ErrUnavailable) {
					t.Errorf("%+v, %v", res, err)
					return
				}
			}
		})
	}
	wg.Wait()
	now, peak := pool.Used()
	t.Logf("served %d, refused %d, most memory %d of %d bytes", served, refused, peak, limit)
	if served != 12 || now != 0 || peak > limit {
		t.Errorf("served %d of 12, %d bytes still held, at most %d of %d", served, now, peak, limit)
	}
}

// TestAlternatingSliversShareBatch sends short slivers pair by pair, the axes in turn, as clients do. They are verified together, so the bundle takes no more memory than it is long.
func TestAlternatingSliversShareBatch(t *testing.T) {
	c := newCluster(t, 40)
	pool := server.NewPool(64 << 20)
	r := c.start(t, 0, vfs.NewMem(), "data", server.Options{Memory: pool})
	e := c.encode(t, randomBytes("pairs", 50_000))
	reg := c.register(e, 9, false)
	var body nodeapi.BundleBody
	body.Metadata(metadataBCS(e))
	for _, q := range c.pairs(0, e.BlobID()) {
		for _, axis := range []redstuff.Axis{redstuff.Primary, redstuff.Secondary} {
			body.Sliver(q, e.Sliver(axis, q))
		}
	}
	res, err := r.PutBundle(context.Background(), e.BlobID(), nodeapi.BundleRequest{Body: &body, Attest: reg.Object})
	if err != nil || res.Stored != 81 || res.Attestation.Reason != "" {
		t.Fatalf("%+v, %v", res, err)
	}
	if now, peak := pool.Used(); now != 0 || peak > body.Size()+64 { // the end frame
		t.Errorf("a bundle of %d bytes took %d, and %d are still held", body.Size(), peak, now)
	}
}

// pattern fills b with what lies at off of an endless sequence without repetition.
func pattern(seed uint64, b []byte, off int) {
	var word [8]byte
	for i := 0; i < len(b); {
		x := (seed<<32 + uint64(off+i)/8) * 0x9e3779b97f4a7c15
		x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
		binary.LittleEndian.PutUint64(word[:], x^x>>27)
		i += copy(b[i:], word[(off+i)%8:])
	}
}

// patterned is what one node sees of a blob as large as its network can carry: the slivers of its pairs, and metadata that say nothing true of the others.
type patterned struct {
	id    redstuff.BlobID
	meta  *redstuff.Metadata
	p     redstuff.Params
	pairs []redstuff.PairIndex
}

// newPatterned makes such a blob and gives node 0 of c the shards of its pairs, and no others.
func newPatterned(t *testing.T, c *cluster, pairs ...redstuff.PairIndex) *patterned {
	t.Helper()
	b := &patterned{p: c.params, pairs: pairs, meta: &redstuff.Metadata{
		Encoding: redstuff.EncodingRS2, Length: c.params.MaxBlobSize(), Hashes: make([]redstuff.PairHashes, c.params.N),
	}}
	for _, q := range pairs {
		var roots [2]merkle.Node
		for a := range redstuff.Axis(2) {
			s := b.head(a, q)
			s.Data = make([]byte, b.length(a))
			_ = b.data(a, q)(s.Data, 0)
			e, err := redstuff.Expand(c.params, s)
			if err != nil {
				t.Fatal(err)
			}
			roots[a] = e.Root()
		}
		b.meta.Hashes[q] = redstuff.PairHashes{Primary: roots[redstuff.Primary], Secondary: roots[redstuff.Secondary]}
	}
	b.id = b.meta.BlobID()
	mine := &c.com.Members[0]
	mine.Shards = nil
	for _, q := range pairs {
		mine.Shards = append(mine.Shards, c.params.Shard(b.id, q))
	}
	return b
}

func (b *patterned) length(a redstuff.Axis) int {
	return b.p.SliverSize(a, redstuff.MaxSymbolSize)
}

func (b *patterned) head(a redstuff.Axis, q redstuff.PairIndex) redstuff.Sliver {
	return redstuff.Sliver{Axis: a, Index: b.p.Index(a, q), SymbolSize: redstuff.MaxSymbolSize}
}

func (b *patterned) data(a redstuff.Axis, q redstuff.PairIndex) nodeapi.SliverData {
	return func(dst []byte, off int) error { pattern(uint64(a)<<16|uint64(q), dst, off); return nil }
}

// bundle carries everything, primary slivers in interleaved parts of step bytes, if it is not zero.
func (b *patterned) bundle(step int) *nodeapi.BundleBody {
	var body nodeapi.BundleBody
	body.Metadata(b.meta.AppendBCS(nil))
	n := b.length(redstuff.Primary)
	for from := 0; from < n && step > 0; from += step {
		for _, q := range b.pairs {
			body.StreamParts(q, b.head(redstuff.Primary, q), n, from, min(from+step, n), b.data(redstuff.Primary, q))
		}
	}
	for a := range redstuff.Axis(2) {
		for _, q := range b.pairs {
			if a == redstuff.Secondary || step == 0 {
				body.StreamSliver(q, b.head(a, q), b.length(a), b.data(a, q))
			}
		}
	}
	return &body
}

// compare reads a bundle with everything and compares it with the pattern.
func (b *patterned) compare(r *running) error {
	br, err := r.Bundle(context.Background(), b.id, nodeapi.Selection{Primary: b.pairs, Secondary: b.pairs}, nodeapi.BlobLimits(b.p, redstuff.MaxSymbolSize, true))
	if err != nil {
		return err
	}
	defer br.Close()
	buf, want := make([]byte, 256<<10), make([]byte, 256<<10)
	for {
		fr, err := br.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		_, _, err = br.StreamSliver(fr, buf, func(p []byte, off int) error {
			if _ = b.data(fr.Axis, fr.Pair)(want[:len(p)], off); !bytes.Equal(p, want[:len(p)]) {
				return fmt.Errorf("%v sliver of pair %d differs behind byte %d", fr.Axis, fr.Pair, off)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
}

// mostMemory is how much more memory the process has taken from the system, at most, than at the beginning while do ran.
func mostMemory(do func()) int64 {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	now := func() int64 {
		metrics.Read(sample)
		return int64(sample[0].Value.Uint64() - sample[1].Value.Uint64())
	}
	debug.FreeOSMemory()
	before := now()
	most := before
	done, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			select {
			case <-done:
				return
			case <-time.After(time.Millisecond):
				most = max(most, now())
			}
		}
	}()
	do()
	close(done)
	<-stopped
	return most - before
}

// TestMemoryOfLongestSlivers sends slivers of 43.7 and 21.9 MB, the longest that 1000 shards have, several times at once, whole and in parts, and reads them as often: the process,
// both ends of the connections included, needs less than two of them. The file system is the real one, since one in memory would hold them all.
func TestMemoryOfLongestSlivers(t *testing.T) {
	if testing.Short() {
		t.Skip("sends 0.8 GB")
	}
	c := newCluster(t, 2, 998)
	b := newPatterned(t, c, 7, 600)
	dir := t.TempDir()
	r := c.start(t, 0, nil, dir, server.Options{})
	reg := c.emit(chain.Event{
		Kind: chain.BlobRegistered, BlobID: b.id, Object: attest.ObjectID{1}, Size: b.meta.Length, Encoding: redstuff.EncodingRS2, End: 9,
	})
	r.seen(t, 1)
	const limit = 80 << 20
	most := mostMemory(func() {
		var wg sync.WaitGroup
		for _, step := range []int{0, 100_000, 3_000_000} {
			wg.Go(func() {
				for range 5 {
					res, err := r.PutBundle(context.Background(), b.id, nodeapi.BundleRequest{Body: b.bundle(step), Attest: reg.Object})
					if err == nil && res.Attestation.Reason == "" {
						return
					}
					// The slivers of two senders in parts are one: what the other's verification took away is sent again.
					if err != nil && reasonOf(err) != "INVALID_BUNDLE" {
						t.Errorf("step %d: %v", step, err)
						return
					}
				}
				t.Errorf("step %d: never succeeded", step)
			})
		}
		wg.Wait()
	})
	t.Logf("written with %d MiB", most>>20)
	if most > limit {
		t.Errorf("three writers needed %d bytes, want at most %d", most, limit)
	}
	most = mostMemory(func() {
		var wg sync.WaitGroup
		for range 3 {
			wg.Go(func() {
				if err := b.compare(r); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
	})
	t.Logf("read with %d MiB", most>>20)
	if most > limit {
		t.Errorf("three readers needed %d bytes, want at most %d", most, limit)
	}
	if now, _ := r.Memory(); now != 0 {
		t.Errorf("%d bytes of memory were not given back", now)
	}
}
