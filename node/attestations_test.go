package node_test

import (
	"slices"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/attest"
	"walrus/chain"
	"walrus/node/server"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// TestAttestations asks for one signature over many objects: of their own and in a pool, before and after the pool is extended, with objects among them that cannot be signed for.
func TestAttestations(t *testing.T) {
	c := newCluster(t, 4)
	r := c.start(t, 0, vfs.NewMem(), "n", server.Options{})
	ctx := t.Context()
	pool := attest.ObjectID{9, 9}
	c.emit(chain.Event{Kind: chain.PoolCreated, Pool: pool, Start: c.com.Epoch, End: 7})
	var regs []chain.Event
	var objects []attest.ObjectID
	for i := range 3 {
		e := c.encode(t, randomBytes("attestations", 100+i))
		var reg chain.Event
		if i == 1 {
			reg = c.emit(chain.Event{Kind: chain.BlobRegistered, BlobID: e.BlobID(), Object: attest.ObjectID{1, 2, 3}, Size: e.Metadata().Length, Encoding: redstuff.EncodingRS2, Pool: pool, Deletable: true})
			reg.End = 7
		} else {
			reg = c.register(e, 9, i == 2)
		}
		r.seen(t, 2+i)
		if _, err := r.PutBundle(ctx, e.BlobID(), nodeapi.BundleRequest{Body: c.bundle(0, e)}); err != nil {
			t.Fatal(err)
		}
		regs, objects = append(regs, reg), append(objects, reg.Object)
	}
	check := func() {
		t.Helper()
		var claims []attest.Availability
		for _, reg := range regs {
			claims = append(claims, attest.Availability{
				Network: c.ledger.network.ID, BlobID: reg.BlobID, Object: reg.Object, Size: reg.Size, Encoding: reg.Encoding, Deletable: reg.Deletable, End: reg.End, Registered: reg.Epoch,
			})
		}
		batch, err := attest.NewAvailabilityBatch(c.ledger.network.ID, claims)
		if err != nil {
			t.Fatal(err)
		}
		s, err := r.Attestations(ctx, objects)
		if err != nil {
			t.Fatal(err)
		}
		r.checkSigned(t, "batch", s.Message, s.Signature, batch.Message(c.com.Epoch))
	}
	check()
	single, err := r.Attestation(ctx, regs[1].BlobID, regs[1].Object)
	if err != nil {
		t.Fatal(err)
	}
	r.checkAttestation(t, &single, regs[1])

	c.emit(chain.Event{Kind: chain.PoolExtended, Pool: pool, End: 12})
	r.seen(t, 5)
	regs[1].End = 12
	check()

	missing := c.register(c.encode(t, randomBytes("never sent", 77)), 9, false)
	r.seen(t, 6)
	_, err = r.Attestations(ctx, []attest.ObjectID{objects[0], missing.Object, {5}})
	want := []nodeapi.RefusedObject{{Object: missing.Object, Reason: nodeapi.MissingSlivers}, {Object: attest.ObjectID{5}, Reason: nodeapi.NotRegistered}}
	if got := nodeapi.RefusedObjects(err); !slices.Equal(got, want) {
		t.Errorf("refused: %v (%v), want %v", got, err, want)
	}
	if _, err := r.Attestations(ctx, make([]attest.ObjectID, nodeapi.MaxAttestations+1)); err == nil {
		t.Error("a batch that is too large was asked for")
	}
}
