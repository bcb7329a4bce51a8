package client_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"walrus/chain"
	"walrus/client"
	"walrus/redstuff"
)

// A file one byte above the limit of 1000 shards is refused by its size: nothing is read, bought or sent.
func TestTooLargeIsRefusedAtOnce(t *testing.T) {
	n := newTestnet(t, 1000)
	path := filepath.Join(t.TempDir(), "sparse")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	err = errors.Join(f.Truncate(14_599_533_453), f.Close())
	if err != nil {
		t.Skipf("no sparse file of 14 GB here: %v", err)
	}
	start := time.Now()
	rs, err := n.quick("").Store(t.Context(), n.rich, []client.Source{client.File(path)}, client.StoreOptions{NoSplit: true})
	if err != nil {
		t.Fatal(err)
	}
	got := rs[0].Err
	if !errors.Is(got, redstuff.ErrDataTooLarge) || !strings.Contains(got.Error(), "14599533453") || !strings.Contains(got.Error(), "at most 14599533452") || rs[0].Phase != "encode" {
		t.Errorf("%s: %v", rs[0].Phase, got)
	}
	if took := time.Since(start); took > 3*time.Second || n.registers != 0 {
		t.Errorf("took %v and %d registrations", took, n.registers)
	}
	qs, err := n.quick("").Quotes(t.Context(), chain.Address{}, []client.Source{client.File(path)}, client.StoreOptions{NoSplit: true})
	if err != nil || !errors.Is(qs[0].Err, redstuff.ErrDataTooLarge) {
		t.Errorf("quote: %v, %v", err, qs[0].Err)
	}
}

// The largest blob of ten shards is stored and read; one byte more is refused, however it comes.
func TestLargestBlob(t *testing.T) {
	n := newTestnet(t, 4, 3, 3)
	c := n.quick("")
	blob := randomBytes("largest", 1_834_953)
	id := n.store(c, blob[:1_834_952]).BlobID
	if got, _, err := c.ReadBytes(t.Context(), id, client.ReadOptions{}); err != nil || !bytes.Equal(got, blob[:1_834_952]) {
		t.Fatalf("read %d bytes, %v", len(got), err)
	}
	path := filepath.Join(t.TempDir(), "blob")
	if err := os.WriteFile(path, blob, 0o600); err != nil {
		t.Fatal(err)
	}
	before := n.registers
	rs, err := c.Store(t.Context(), n.rich, []client.Source{client.File(path), client.Bytes("bytes", blob), client.Reader("pipe", bytes.NewReader(blob))}, client.StoreOptions{NoSplit: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rs {
		if !errors.Is(r.Err, redstuff.ErrDataTooLarge) || !strings.Contains(r.Err.Error(), "1834952") {
			t.Errorf("%s: got %v", r.Path, r.Err)
		}
	}
	if n.registers != before {
		t.Error("something was registered")
	}
}
