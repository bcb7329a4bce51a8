package client_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"walrus/attest"
	"walrus/chain"
	"walrus/client"
)

// TestBatches stores several small blobs, which are registered by one transaction and certified by one, with twins and a bad source among them; with a node down; and over a
// chain that refuses batches, where each is certified by itself.
func TestBatches(t *testing.T) {
	n := newTestnet(t, 3, 3, 2, 2)
	a := &batchAccount{account: n.rich}
	c := n.quick(t.TempDir())
	ctx := context.Background()
	store := func(prefix string, count int) []client.StoreResult {
		t.Helper()
		var sources []client.Source
		for i := range count {
			sources = append(sources, client.Bytes(fmt.Sprintf("%s-%d", prefix, i), fmt.Appendf(nil, "%s content %d", prefix, i)))
		}
		sources = append(sources, client.Bytes("twin", []byte(prefix+" content 0")), client.File("/nowhere/at/all"))
		results, err := c.Store(ctx, a, sources, client.StoreOptions{Lifetime: client.Epochs(3)})
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range results[:count] {
			if r.Err != nil || r.NewlyCreated == nil || r.NewlyCreated.Object.Certified == nil || r.Certificate == nil {
				t.Fatalf("%s %d: %+v", prefix, i, r)
			}
		}
		if twin := results[count]; twin.AlreadyCertified == nil {
			t.Errorf("%s: the twin is %+v, want certified already", prefix, twin)
		}
		if bad := results[count+1]; bad.Err == nil {
			t.Errorf("%s: a file that is not there was stored", prefix)
		}
		return results[:count]
	}

	results := store("all", 6)
	if a.batches != 1 || a.certifies != 0 || a.registers != 1 {
		t.Errorf("%d batches, %d single certificates, %d registrations, want 1, 0, 1", a.batches, a.certifies, a.registers)
	}
	for _, r := range results {
		if _, _, err := attest.ParseAvailabilityBatch(r.Certificate.Message); err != nil {
			t.Errorf("certificate: %v", err)
		}
		got, _, err := c.ReadBytes(ctx, r.BlobID, client.ReadOptions{})
		if err != nil || len(got) != int(r.Size) {
			t.Errorf("read: %d bytes, %v", len(got), err)
		}
	}

	n.links[2].kill()
	store("three nodes", 4)
	if a.batches != 2 || a.certifies != 0 {
		t.Errorf("with a node down: %d batches, %d single certificates", a.batches, a.certifies)
	}
	n.links[2].revive()

	a.refuseBatch = true
	store("refused", 3)
	if a.batches != 2 || a.certifies != 3 {
		t.Errorf("with batches refused: %d batches, %d single certificates", a.batches, a.certifies)
	}

	// No quorum: every blob says so, and nothing is certified.
	a.refuseBatch = false
	n.links[0].kill()
	n.links[1].kill()
	broken, err := c.Store(ctx, a, []client.Source{client.Bytes("x", []byte("x1")), client.Bytes("y", []byte("y1"))}, client.StoreOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range broken {
		if !errors.Is(r.Err, client.ErrNotEnoughWeight) {
			t.Errorf("without a quorum: %v", r.Err)
		}
	}
	n.links[0].revive()
	n.links[1].revive()
	again, err := c.Store(ctx, a, []client.Source{client.Bytes("x", []byte("x1")), client.Bytes("y", []byte("y1"))}, client.StoreOptions{})
	if err != nil || again[0].Err != nil || again[1].Err != nil || !again[0].Resumed {
		t.Errorf("stored again: %v, %+v", err, again)
	}
}

// TestBatchWithStrangers: while a batch is on its way to the chain, others bring the certificate of one of its objects and prolong that, and the owner deletes one. The rest is
// certified with one transaction all the same, by the signatures that were collected, unless others have done everything.
func TestBatchWithStrangers(t *testing.T) {
	for name, c := range map[string]struct {
		prolonged, deleted, batches int
	}{
		"one prolonged": {1, 0, 1},
		"one deleted":   {0, 1, 1},
		"both":          {1, 1, 1},
		"all prolonged": {4, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			n := newTestnet(t, 3, 3, 2, 2)
			a := &batchAccount{account: n.rich}
			refused := 0
			a.before = func() {
				refused++
				for _, b := range a.blobs[:c.prolonged] {
					a.certifyOne(b)
					a.prolong(b, 2)
				}
				if c.deleted > 0 {
					a.blobs = a.blobs[:len(a.blobs)-1]
				}
			}
			var sources []client.Source
			for i := range 4 {
				sources = append(sources, client.Bytes("", fmt.Appendf(nil, "%s %d", name, i)))
			}
			rs, err := n.quick(t.TempDir()).Store(t.Context(), a, sources, client.StoreOptions{Deletable: true})
			if err != nil {
				t.Fatal(err)
			}
			for i, r := range rs {
				switch {
				case i >= 4-c.deleted:
					if !errors.Is(r.Err, chain.ErrNotFound) {
						t.Errorf("blob %d was deleted: %+v", i, r)
					}
				case r.Err != nil || r.NewlyCreated == nil || r.NewlyCreated.Object.Certified == nil || (r.Certificate == nil) != (i < c.prolonged):
					t.Errorf("blob %d: %+v", i, r)
				}
			}
			if refused != 1 || a.batches != c.batches || a.certifies != 0 {
				t.Errorf("refused %d times, %d batches, %d single certificates, want %d batches", refused, a.batches, a.certifies, c.batches)
			}
		})
	}
}
