package node_test

import (
	"context"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/chain"
	"walrus/node/server"
	"walrus/nodeapi"
)

// TestLifeOfABlob follows one blob through all its events: what the node says of it, and what it signs, keeps up.
func TestLifeOfABlob(t *testing.T) {
	c := newCluster(t, 4)
	ctx := context.Background()
	e := c.encode(t, randomBytes("life", 4000))
	id := e.BlobID()
	r := c.start(t, 0, vfs.NewMem(), "data", server.Options{RegistrationWait: 20 * time.Millisecond})
	events := 0
	step := func(what string, ev chain.Event, want nodeapi.BlobStatus) chain.Event {
		t.Helper()
		events++
		r.seen(t, events)
		got, err := r.BlobStatus(ctx, id)
		if err != nil || got != want {
			t.Fatalf("%s: status %+v, %v; want %+v", what, got, err, want)
		}
		return ev
	}
	ref := func(ev chain.Event) nodeapi.EventID {
		return nodeapi.EventID{TxDigest: ev.Tx.String(), EventSeq: "3"}
	}
	first := nodeapi.MaybeEpoch{Epoch: c.com.Epoch, Known: true}

	ev := c.register(e, 8, true)
	deletable := step("deletable", ev, nodeapi.BlobStatus{State: nodeapi.Deletable, Counts: nodeapi.DeletableCounts{Total: 1}})
	if _, err := r.PutBundle(ctx, id, nodeapi.BundleRequest{Body: c.bundle(0, e)}); err != nil {
		t.Fatal(err)
	}
	_, err := r.Confirmation(ctx, id, nodeapi.Confirm{Permanent: true}, 0)
	wantReason(t, "permanent confirmation of a deletable blob", err, "NOT_REGISTERED")

	ev = c.register(e, 9, false)
	permanent := step("permanent", ev, nodeapi.BlobStatus{
		State: nodeapi.Permanent, EndEpoch: 9, Event: ref(ev), Counts: nodeapi.DeletableCounts{Total: 1},
	})
	_, err = r.Confirmation(ctx, id, nodeapi.Confirm{Object: permanent.Object}, 0)
	wantReason(t, "deletable confirmation for a permanent object", err, "NOT_REGISTERED")
	if _, err := r.Confirmation(ctx, id, nodeapi.Confirm{Permanent: true}, 0); err != nil {
		t.Fatal(err)
	}

	certified := c.certify(permanent)
	step("certified", certified, nodeapi.BlobStatus{
		State: nodeapi.Permanent, IsCertified: true, EndEpoch: 9, Event: ref(certified), Counts: nodeapi.DeletableCounts{Total: 1}, InitialCertified: first,
	})
	longer := c.register(e, 30, false) // a registered object that ends later does not move what is certified
	step("a longer registration", longer, nodeapi.BlobStatus{
		State: nodeapi.Permanent, IsCertified: true, EndEpoch: 9, Event: ref(certified), Counts: nodeapi.DeletableCounts{Total: 1}, InitialCertified: first,
	})

	extension := permanent
	extension.IsExtension, extension.End = true, 20
	extension = c.certify(extension)
	step("extended", extension, nodeapi.BlobStatus{
		State: nodeapi.Permanent, IsCertified: true, EndEpoch: 20, Event: ref(extension), Counts: nodeapi.DeletableCounts{Total: 1}, InitialCertified: first,
	})
	renewed := permanent
	renewed.End = 20
	for _, reg := range []chain.Event{deletable, renewed, longer} {
		s, err := r.Attestation(ctx, id, reg.Object)
		if err != nil {
			t.Fatal(err)
		}
		r.checkAttestation(t, &s, reg)
	}

	step("deleted", c.remove(deletable), nodeapi.BlobStatus{
		State: nodeapi.Permanent, IsCertified: true, EndEpoch: 20, Event: ref(extension), InitialCertified: first,
	})
	_, err = r.Attestation(ctx, id, deletable.Object)
	wantReason(t, "attestation of the deleted object", err, "NOT_REGISTERED")

	expired := c.register(e, c.com.Epoch, false) // ends when the present epoch begins: dead already
	events++
	r.seen(t, events)
	_, err = r.Attestation(ctx, id, expired.Object)
	wantReason(t, "attestation of an expired object", err, "NOT_REGISTERED")

	invalid := c.emit(chain.Event{Kind: chain.InvalidBlobID, BlobID: id})
	step("invalid", invalid, nodeapi.BlobStatus{State: nodeapi.Invalid, Event: ref(invalid)})
	_, err = r.Attestation(ctx, id, renewed.Object)
	wantReason(t, "attestation of an invalid blob", err, "NOT_REGISTERED")
	_, err = r.PutBundle(ctx, id, nodeapi.BundleRequest{Body: c.bundle(0, e)})
	wantReason(t, "upload of an invalid blob", err, "INVALID_BLOB")
	_, _, err = r.Metadata(ctx, id, c.params.N)
	wantReason(t, "metadata of an invalid blob", err, "METADATA_NOT_FOUND")
}
