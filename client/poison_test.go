package client_test

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"

	"walrus/client"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// TestStoreThroughPoison stores through files, whose slivers go to the nodes in parts, while liars send every node wrong parts of all of them, again and again. All nodes share an
// address with the client.
func TestStoreThroughPoison(t *testing.T) {
	n := newTestnet(t, 4, 3, 3)
	blob := randomBytes("poison", 1_800_000)
	e, err := redstuff.Encode(n.params, blob)
	if err != nil {
		t.Fatal(err)
	}
	id := e.BlobID()
	ctx, cancel := context.WithCancel(t.Context())
	var liars sync.WaitGroup
	var lies atomic.Int64
	for i, m := range n.com.Members {
		api := nodeapi.NewClient(n.addrs[i], m.NetworkKey, nodeapi.Options{})
		defer api.Close()
		lie := func() {
			for ctx.Err() == nil {
				var body nodeapi.BundleBody
				body.Metadata(e.Metadata().AppendBCS(nil))
				for _, shard := range m.Shards {
					q := n.params.PairOf(id, shard)
					for _, axis := range []redstuff.Axis{redstuff.Primary, redstuff.Secondary} {
						s := e.Sliver(axis, q)
						body.StreamParts(q, s, len(s.Data), 0, len(s.Data), func(dst []byte, off int) error {
							for k := copy(dst, s.Data[off:]) - 1; k >= 0; k -= 100 {
								dst[k] ^= 1
							}
							return nil
						})
					}
				}
				if res, err := api.PutBundle(ctx, id, nodeapi.BundleRequest{Body: &body}); err == nil {
					lies.Add(int64(len(res.Rejected)))
				}
			}
		}
		for range 3 {
			liars.Go(lie)
		}
	}
	defer liars.Wait()
	defer cancel()
	c := n.streaming(t.TempDir())
	r := n.storeWith(c, blob, client.StoreOptions{Lifetime: client.Epochs(3)})
	cancel()
	liars.Wait()
	if r.NewlyCreated == nil || r.NewlyCreated.Object.Certified == nil {
		t.Fatalf("%+v", r)
	}
	c.Close()
	for i := range n.com.Members {
		if !n.complete(i, id) {
			t.Errorf("node %d lacks slivers", i)
		}
	}
	t.Logf("%d lies were found out", lies.Load())
}
