package node_test

import (
	"context"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"golang.org/x/sync/errgroup"

	"walrus/node/server"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// BenchmarkNetwork stores a blob, encoded before, on ten nodes of 1000 shards in this process over TLS, and reads back its systematic slivers: what nodes and their interface cost
// of a store and a read. Bytes are those of the blob. WALRUS_BENCH_DIR chooses the disk.
func BenchmarkNetwork(b *testing.B) {
	c := newCluster(b, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100)
	for _, size := range []int{1 << 20, 100 << 20} {
		dir := b.TempDir()
		if d := os.Getenv("WALRUS_BENCH_DIR"); d != "" {
			dir = filepath.Join(d, strconv.Itoa(os.Getpid())+"-"+strconv.Itoa(size))
			defer os.RemoveAll(dir)
		}
		var nodes []*running
		for i := range c.com.Members {
			r, err := c.tryStart(i, nil, filepath.Join(dir, strconv.Itoa(i)), server.Options{})
			if err != nil {
				b.Fatal(err)
			}
			nodes = append(nodes, r)
		}
		all := func(do func(i int, r *running) error) {
			b.Helper()
			var g errgroup.Group
			for i, r := range nodes {
				g.Go(func() error { return do(i, r) })
			}
			if err := g.Wait(); err != nil {
				b.Fatal(err)
			}
		}
		var e *redstuff.Encoding
		round := 0
		b.Run("put/blob="+strconv.Itoa(size>>20)+"MiB", func(b *testing.B) {
			b.SetBytes(int64(size))
			for b.Loop() {
				b.StopTimer()
				round++
				blob := make([]byte, size)
				_, _ = rand.NewChaCha8([32]byte{byte(round), byte(size >> 20)}).Read(blob)
				e = c.encode(b, blob)
				reg := c.register(e, 9, false)
				bodies := make([]*nodeapi.BundleBody, len(nodes))
				for i := range nodes {
					bodies[i] = c.bundle(i, e)
				}
				all(func(_ int, r *running) error { r.seen(b, len(c.log)); return nil })
				b.StartTimer()
				all(func(i int, r *running) error {
					res, err := r.PutBundle(context.Background(), e.BlobID(), nodeapi.BundleRequest{Body: bodies[i], Attest: reg.Object})
					if err == nil && res.Attestation.Reason != "" {
						b.Errorf("%+v", res)
					}
					return err
				})
			}
		})
		b.Run("get/blob="+strconv.Itoa(size>>20)+"MiB", func(b *testing.B) {
			b.SetBytes(int64(size))
			lim := nodeapi.BlobLimits(c.params, e.SymbolSize(), true)
			for b.Loop() {
				all(func(i int, r *running) error {
					var sel nodeapi.Selection
					for _, p := range c.pairs(i, e.BlobID()) {
						if int(p) < c.params.K1 {
							sel.Primary = append(sel.Primary, p)
						}
					}
					if sel.Frames() == 0 {
						return nil
					}
					br, err := r.Bundle(context.Background(), e.BlobID(), sel, lim)
					if err != nil {
						return err
					}
					defer br.Close()
					buf := make([]byte, 256<<10)
					for {
						fr, err := br.Next()
						if err == io.EOF {
							return nil
						}
						if err == nil {
							_, _, err = br.StreamSliver(fr, buf, func([]byte, int) error { return nil })
						}
						if err != nil {
							return err
						}
					}
				})
			}
		})
		for _, r := range nodes {
			if err := r.stop(); err != nil {
				b.Error(err)
			}
		}
	}
}
