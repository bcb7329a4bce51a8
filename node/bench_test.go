package node_test

import (
	"context"
	"io"
	"path/filepath"
	"strconv"
	"testing"

	"walrus/node/server"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// BenchmarkBundle stores on one node of ten, with 100 of 1000 shards, its share of a blob, over TLS and on the real file system, and reads it back. The baseline for
// the write is the verification alone of the same slivers.
func BenchmarkBundle(b *testing.B) {
	c := newCluster(b, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100)
	for _, size := range []int{1 << 20, 100 << 20} {
		e := c.encode(b, randomBytes(strconv.Itoa(size), size))
		id := e.BlobID()
		body := c.bundle(0, e)
		b.Run("put/blob="+strconv.Itoa(size>>20)+"MiB", func(b *testing.B) {
			b.SetBytes(body.Length())
			for i := 0; b.Loop(); i++ {
				b.StopTimer()
				r, err := c.tryStart(0, nil, filepath.Join(b.TempDir(), strconv.Itoa(i)), server.Options{})
				if err != nil {
					b.Fatal(err)
				}
				reg := c.register(e, 9, false)
				r.seen(b, len(c.log))
				b.StartTimer()
				res, err := r.PutBundle(context.Background(), id, nodeapi.BundleRequest{Body: body, Confirm: nodeapi.Confirm{Permanent: true}, Attest: reg.Object})
				if err != nil || res.Attestation.Reason != "" {
					b.Fatalf("%+v, %v", res, err)
				}
				b.StopTimer()
				if err := r.stop(); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		})
		b.Run("verify/blob="+strconv.Itoa(size>>20)+"MiB", func(b *testing.B) {
			b.SetBytes(body.Length())
			v := redstuff.NewVerifier(c.params, e.Metadata())
			pairs := c.pairs(0, id)
			for b.Loop() {
				done := make(chan error, 2)
				for _, axis := range []redstuff.Axis{redstuff.Primary, redstuff.Secondary} {
					go func() {
						var first error
						for _, p := range pairs {
							if err := v.VerifyAt(axis, p, e.Sliver(axis, p)); err != nil {
								first = err
							}
						}
						done <- first
					}()
				}
				for range cap(done) {
					if err := <-done; err != nil {
						b.Fatal(err)
					}
				}
			}
		})
		b.Run("get/blob="+strconv.Itoa(size>>20)+"MiB", func(b *testing.B) {
			r := c.start(b, 0, nil, b.TempDir(), server.Options{})
			c.register(e, 9, false)
			r.seen(b, len(c.log))
			if _, err := r.PutBundle(context.Background(), id, nodeapi.BundleRequest{Body: body}); err != nil {
				b.Fatal(err)
			}
			b.SetBytes(body.Length())
			pairs := c.pairs(0, id)
			for b.Loop() {
				br, err := r.Bundle(context.Background(), id, nodeapi.Selection{Metadata: true, Primary: pairs, Secondary: pairs}, nodeapi.BlobLimits(c.params, e.SymbolSize(), true))
				if err != nil {
					b.Fatal(err)
				}
				for {
					if _, err = br.Next(); err != nil {
						break
					}
				}
				br.Close()
				if err != io.EOF {
					b.Fatal(err)
				}
			}
		})
	}
}
