package node_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/node/server"
	"walrus/nodeapi"
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
