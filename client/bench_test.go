package client_test

import (
	"bytes"
	"fmt"
	"testing"

	"walrus/client"
)

// BenchmarkTransfer stores and reads one blob over ten nodes of this process with 1000 shards, on disk and over TLS. The limit is the machine: each byte is
// encoded once, hashed and sent 4.5 times, verified by the nodes and written; the nodes share the processors with the client.
func BenchmarkTransfer(b *testing.B) {
	for _, size := range []int{1, 1 << 20, 16 << 20, 100_000_000} {
		b.Run(fmt.Sprintf("n=1000/size=%d", size), func(b *testing.B) {
			n := startTestnet(b, true, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100)
			c, err := client.New(n.ledger, client.Options{})
			if err != nil {
				b.Fatal(err)
			}
			defer c.Close()
			blob := randomBytes("bench", size)
			var ids []client.StoreResult
			b.Run("store", func(b *testing.B) {
				b.SetBytes(int64(size))
				for b.Loop() {
					blob[0]++
					ids = append(ids, n.store(c, blob))
				}
			})
			b.Run("read", func(b *testing.B) {
				b.SetBytes(int64(size))
				for b.Loop() {
					got, _, err := c.ReadBytes(b.Context(), ids[len(ids)-1].BlobID, client.ReadOptions{})
					if err != nil || !bytes.Equal(got, blob) {
						b.Fatalf("%d bytes, %v", len(got), err)
					}
				}
			})
		})
	}
}
