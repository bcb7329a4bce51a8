package node_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"go.uber.org/goleak"

	"walrus/attest"
	"walrus/chain"
	"walrus/node/server"
	"walrus/node/store"
	"walrus/nodeapi"
	"walrus/redstuff"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// readAll reads a bundle and returns its slivers by axis and pair, and why others are absent.
func readBundle(t *testing.T, r *running, e *redstuff.Encoding, sel nodeapi.Selection) (slivers map[redstuff.Axis]map[redstuff.PairIndex][]byte, absent map[redstuff.PairIndex]nodeapi.AbsentReason) {
	t.Helper()
	b, err := r.Bundle(context.Background(), e.BlobID(), sel, nodeapi.BlobLimits(r.c.params, e.SymbolSize(), true))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	slivers = map[redstuff.Axis]map[redstuff.PairIndex][]byte{0: {}, 1: {}}
	absent = map[redstuff.PairIndex]nodeapi.AbsentReason{}
	for {
		fr, err := b.Next()
		if err == io.EOF {
			return slivers, absent
		}
		if err != nil {
			t.Fatal(err)
		}
		body, err := b.Body()
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case fr.Kind == nodeapi.FrameMetadata:
			id := e.BlobID()
			if want := append(id[:], metadataBCS(e)...); !bytes.Equal(body, want) {
				t.Fatalf("metadata frame differs")
			}
		case fr.Kind == nodeapi.FrameAbsent:
			absent[fr.Pair] = fr.Absent
		default:
			slivers[fr.Axis][fr.Pair] = body
		}
	}
}

func TestStoreSignAndRead(t *testing.T) {
	c := newCluster(t, 3, 4, 3)
	ctx := context.Background()
	for _, size := range []int{0, 1, 1000, 200_000} {
		e := c.encode(t, randomBytes("blob", size))
		reg := c.register(e, 9, false)
		for i := range c.com.Members {
			r := c.start(t, i, vfs.NewMem(), "data", server.Options{})
			body := c.bundle(i, e)
			res, err := r.PutBundle(ctx, e.BlobID(), nodeapi.BundleRequest{Body: body, Confirm: nodeapi.Confirm{Permanent: true}, Attest: reg.Object})
			if err != nil {
				t.Fatal(err)
			}
			if res.Stored != body.Frames() || res.AlreadyStored != 0 || len(res.Rejected) > 0 {
				t.Fatalf("result %+v, want %d stored", res, body.Frames())
			}
			r.checkConfirmation(t, res.Confirmation.Signed, e.BlobID(), attest.ObjectID{})
			r.checkAttestation(t, &nodeapi.SignedAttestation{Message: res.Attestation.Message, Signature: res.Attestation.Signature}, reg)

			again, err := r.PutBundle(ctx, e.BlobID(), nodeapi.BundleRequest{Body: body})
			if err != nil || again.AlreadyStored != body.Frames() || again.Stored != 0 {
				t.Fatalf("second bundle: %+v, %v", again, err)
			}
			single, err := r.Attestation(ctx, e.BlobID(), reg.Object)
			if err != nil {
				t.Fatal(err)
			}
			r.checkAttestation(t, &single, reg)
			conf, err := r.Confirmation(ctx, e.BlobID(), nodeapi.Confirm{Permanent: true}, 0)
			if err != nil {
				t.Fatal(err)
			}
			r.checkConfirmation(t, &conf, e.BlobID(), attest.ObjectID{})

			pairs := c.pairs(i, e.BlobID())
			all := make([]redstuff.PairIndex, c.params.N)
			for p := range all {
				all[p] = redstuff.PairIndex(p)
			}
			slivers, absent := readBundle(t, r, e, nodeapi.Selection{Metadata: true, Primary: all, Secondary: pairs})
			for axis, got := range slivers {
				for _, p := range pairs {
					sl := e.Sliver(axis, p)
					if !bytes.Equal(got[p], sl.AppendBCS(nil)) {
						t.Fatalf("%v sliver of pair %d differs", axis, p)
					}
				}
			}
			if len(absent) != c.params.N-len(pairs) {
				t.Fatalf("absent: %v", absent)
			}
			for p, why := range absent {
				if why != nodeapi.NotOurs {
					t.Fatalf("pair %d is absent: %v", p, why)
				}
			}
			id, m, err := r.Metadata(ctx, e.BlobID(), c.params.N)
			if err != nil || redstuff.VerifyMetadata(c.params, e.BlobID(), &id, m) != nil {
				t.Fatalf("metadata: %v", err)
			}
			status, err := r.BlobStatus(ctx, e.BlobID())
			if err != nil || status.State != nodeapi.Permanent || status.EndEpoch != 9 || status.IsCertified || status.Event.TxDigest != reg.Tx.String() || status.Event.EventSeq != "3" {
				t.Fatalf("status %+v, %v", status, err)
			}
			if err := r.stop(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestSingleEndpoints(t *testing.T) {
	c := newCluster(t, 3, 7)
	ctx := context.Background()
	e, other := c.encode(t, randomBytes("one", 5000)), c.encode(t, randomBytes("two", 5000))
	r := c.start(t, 0, vfs.NewMem(), "data", server.Options{RegistrationWait: 50 * time.Millisecond})
	id := e.BlobID()
	mine := c.pairs(0, id)
	foreign := c.pairs(1, id)[0]
	sl := e.Sliver(redstuff.Primary, mine[0])

	_, err := r.PutMetadata(ctx, id, metadataBCS(e))
	wantReason(t, "metadata before registration", err, "NOT_REGISTERED")
	_, err = r.PutSliver(ctx, id, mine[0], sl)
	wantReason(t, "sliver before registration", err, "NOT_REGISTERED")
	_, err = r.PutBundle(ctx, id, nodeapi.BundleRequest{Body: c.bundle(0, e), Attest: attest.ObjectID{1}})
	wantReason(t, "attestation of an unknown object", err, "NOT_REGISTERED")

	reg := c.register(e, 9, true)
	r.seen(t, 1)
	_, err = r.PutSliver(ctx, id, mine[0], sl)
	wantReason(t, "sliver before metadata", err, "METADATA_NOT_FOUND")
	_, _, err = r.Metadata(ctx, id, c.params.N)
	wantReason(t, "read of metadata that are not there", err, "METADATA_NOT_FOUND")
	_, err = r.PutMetadata(ctx, id, metadataBCS(other))
	wantReason(t, "another blob's metadata", err, "INVALID_METADATA")
	_, err = r.PutMetadata(ctx, id, []byte{1, 2, 3})
	wantReason(t, "no metadata", err, "INVALID_CONTENT_TYPE")
	wrong := metadataBCS(e)
	wrong[1] = 0
	_, err = r.PutMetadata(ctx, id, wrong)
	wantReason(t, "retired encoding", err, "UNSUPPORTED_ENCODING_TYPE")
	_, err = r.PutMetadata(ctx, id, make([]byte, 3<<20))
	wantReason(t, "oversized metadata", err, "HTTP 413")
	for i, want := range []bool{false, true} {
		existed, err := r.PutMetadata(ctx, id, metadataBCS(e))
		if err != nil || existed != want {
			t.Fatalf("put metadata %d: existed %v, %v", i, existed, err)
		}
	}

	_, err = r.PutSliver(ctx, id, foreign, e.Sliver(redstuff.Primary, foreign))
	wantReason(t, "foreign sliver", err, "SHARD_NOT_ASSIGNED")
	_, err = r.PutSliver(ctx, id, 10, sl)
	wantReason(t, "pair 10 of 10", err, "INDEX_OUT_OF_RANGE")
	_, err = r.PutSliver(ctx, id, mine[1], sl)
	wantReason(t, "index of another pair", err, "SLIVER_INDEX_MISMATCH")
	flipped := sl
	flipped.Data = bytes.Clone(sl.Data)
	flipped.Data[7] ^= 1
	_, err = r.PutSliver(ctx, id, mine[0], flipped)
	wantReason(t, "flipped bit", err, "INVALID_SLIVER")
	short := sl
	short.Data = sl.Data[:len(sl.Data)-sl.SymbolSize]
	_, err = r.PutSliver(ctx, id, mine[0], short)
	wantReason(t, "a symbol missing", err, "INVALID_SLIVER")
	_, err = r.PutSliver(ctx, id, mine[0], other.Sliver(redstuff.Primary, mine[0]))
	wantReason(t, "sliver of another blob", err, "INVALID_SLIVER")
	status, err := r.SliverStatus(ctx, id, mine[0], redstuff.Primary)
	if err != nil || status != nodeapi.StatusNonexistent {
		t.Fatalf("status after refusals: %v, %v", status, err)
	}
	_, err = r.Confirmation(ctx, id, nodeapi.Confirm{Object: reg.Object}, 0)
	wantReason(t, "confirmation of nothing", err, "MISSING_SLIVERS")

	for _, p := range mine {
		for _, axis := range []redstuff.Axis{redstuff.Primary, redstuff.Secondary} {
			for i, want := range []bool{false, true} {
				existed, err := r.PutSliver(ctx, id, p, e.Sliver(axis, p))
				if err != nil || existed != want {
					t.Fatalf("put %v sliver %d, time %d: existed %v, %v", axis, p, i, existed, err)
				}
			}
			got, err := r.Sliver(ctx, id, p, axis, 1<<20)
			if err != nil || got.Index != c.params.Index(axis, p) || !bytes.Equal(got.Data, e.Sliver(axis, p).Data) {
				t.Fatalf("get %v sliver %d: %v", axis, p, err)
			}
		}
	}
	_, err = r.Sliver(ctx, id, foreign, redstuff.Primary, 1<<20)
	wantReason(t, "read of a foreign sliver", err, "SHARD_NOT_ASSIGNED")
	_, err = r.Confirmation(ctx, id, nodeapi.Confirm{Permanent: true}, 0)
	wantReason(t, "permanent confirmation of a deletable blob", err, "NOT_REGISTERED")
	_, err = r.Confirmation(ctx, id, nodeapi.Confirm{Object: attest.ObjectID{5}}, 0)
	wantReason(t, "confirmation for an unknown object", err, "NOT_REGISTERED")
	conf, err := r.Confirmation(ctx, id, nodeapi.Confirm{Object: reg.Object}, 0)
	if err != nil {
		t.Fatal(err)
	}
	r.checkConfirmation(t, &conf, id, reg.Object)

	otherReg := c.register(other, 9, true)
	r.seen(t, 2)
	_, err = r.Attestation(ctx, id, otherReg.Object)
	wantReason(t, "attestation for an object of another blob", err, "NOT_REGISTERED")
	_, err = r.Attestation(ctx, other.BlobID(), otherReg.Object)
	wantReason(t, "attestation of a blob that is not here", err, "MISSING_SLIVERS")
}

func TestNothingAfterDeletion(t *testing.T) {
	c := newCluster(t, 4)
	ctx := context.Background()
	e := c.encode(t, randomBytes("deleted", 3000))
	id := e.BlobID()
	r := c.start(t, 0, vfs.NewMem(), "data", server.Options{RegistrationWait: 50 * time.Millisecond})
	reg := c.register(e, 9, true)
	r.seen(t, 1)
	if _, err := r.PutBundle(ctx, id, nodeapi.BundleRequest{Body: c.bundle(0, e), Attest: reg.Object}); err != nil {
		t.Fatal(err)
	}
	c.certify(reg)
	r.seen(t, 2)
	status, err := r.BlobStatus(ctx, id)
	if err != nil || status.State != nodeapi.Deletable || status.Counts != (nodeapi.DeletableCounts{Total: 1, Certified: 1}) || !status.InitialCertified.Known {
		t.Fatalf("status %+v, %v", status, err)
	}
	c.remove(reg)
	r.seen(t, 3)

	_, err = r.Attestation(ctx, id, reg.Object)
	wantReason(t, "attestation", err, "NOT_REGISTERED")
	_, err = r.Confirmation(ctx, id, nodeapi.Confirm{Object: reg.Object}, 0)
	wantReason(t, "confirmation", err, "NOT_REGISTERED")
	_, _, err = r.Metadata(ctx, id, c.params.N)
	wantReason(t, "metadata", err, "METADATA_NOT_FOUND")
	_, err = r.Sliver(ctx, id, 0, redstuff.Primary, 1<<20)
	wantReason(t, "sliver", err, "SLIVER_NOT_FOUND")
	_, err = r.Bundle(ctx, id, nodeapi.Selection{Primary: []redstuff.PairIndex{0}}, nodeapi.MaxLimits(c.params, true))
	wantReason(t, "bundle", err, "BUNDLE_NOT_FOUND")
	_, err = r.PutBundle(ctx, id, nodeapi.BundleRequest{Body: c.bundle(0, e)})
	wantReason(t, "upload", err, "NOT_REGISTERED")
	staged, err := r.Staged(ctx, id)
	if err != nil || staged.Metadata || len(staged.Slivers) > 0 {
		t.Fatalf("staged %+v, %v", staged, err)
	}
	if status, err = r.BlobStatus(ctx, id); err != nil || status != (nodeapi.BlobStatus{}) {
		t.Fatalf("status %+v, %v", status, err)
	}
}

func TestBundleWaitsForRegistration(t *testing.T) {
	c := newCluster(t, 4)
	ctx := context.Background()
	e := c.encode(t, randomBytes("early", 3000))
	r := c.start(t, 0, vfs.NewMem(), "data", server.Options{})
	go func() {
		time.Sleep(100 * time.Millisecond)
		c.register(e, 9, false)
	}()
	res, err := r.PutBundle(ctx, e.BlobID(), nodeapi.BundleRequest{Body: c.bundle(0, e), Confirm: nodeapi.Confirm{Permanent: true}})
	if err != nil || res.Confirmation == nil || res.Confirmation.Signed == nil {
		t.Fatalf("%+v, %v", res, err)
	}
}

func TestDamagedSliver(t *testing.T) {
	for name, size := range map[string]int{"segment": 3000, "bundle file": 1_500_000} {
		t.Run(name, func(t *testing.T) {
			c := newCluster(t, 10)
			ctx := context.Background()
			e := c.encode(t, randomBytes("damage", size))
			id := e.BlobID()
			reg := c.register(e, 9, false)
			fs := vfs.NewMem()
			r := c.start(t, 0, fs, "data", server.Options{})
			req := nodeapi.BundleRequest{Body: c.bundle(0, e), Attest: reg.Object}
			if _, err := r.PutBundle(ctx, id, req); err != nil {
				t.Fatal(err)
			}
			flip := func(b []byte) { b[len(b)/2] ^= 0x40 }
			if err := store.RewriteRecord(fs, "data", id, 3, redstuff.Primary, flip, false); err != nil {
				t.Fatal(err)
			}
			if err := store.RewriteRecord(fs, "data", id, 4, redstuff.Secondary, flip, true); err != nil {
				t.Fatal(err)
			}
			slivers, absent := readBundle(t, r, e, nodeapi.Selection{Primary: []redstuff.PairIndex{2, 3}, Secondary: []redstuff.PairIndex{4}})
			if len(absent) != 1 || absent[3] != nodeapi.Damaged {
				t.Fatalf("absent: %v, want pair 3 damaged", absent)
			}
			forged, err := redstuff.ParseSliver(redstuff.Secondary, slivers[redstuff.Secondary][4])
			if err != nil || redstuff.NewVerifier(c.params, e.Metadata()).Verify(forged) == nil {
				t.Fatalf("a sliver whose checksum was made right must reach the reader and fail there: %v", err)
			}
			_, err = r.Sliver(ctx, id, 3, redstuff.Primary, 1<<24)
			wantReason(t, "single read", err, "SLIVER_NOT_FOUND")
			_, err = r.Attestation(ctx, id, reg.Object)
			wantReason(t, "attestation with a damaged sliver", err, "MISSING_SLIVERS")

			res, err := r.PutBundle(ctx, id, req)
			if err != nil || res.Stored != 1 || res.Attestation.Reason != "" {
				t.Fatalf("repair: %+v, %v", res, err)
			}
			if _, absent := readBundle(t, r, e, nodeapi.Selection{Primary: []redstuff.PairIndex{3}}); len(absent) > 0 {
				t.Fatalf("absent after repair: %v", absent)
			}
		})
	}
}

func TestStoppedEventsRefuseToSign(t *testing.T) {
	c := newCluster(t, 4)
	ctx := context.Background()
	e := c.encode(t, randomBytes("stopped", 3000))
	id := e.BlobID()
	r, err := c.tryStart(0, vfs.NewMem(), "data", server.Options{})
	if err != nil {
		t.Fatal(err)
	}
	reg := c.register(e, 9, false)
	if _, err := r.PutBundle(ctx, id, nodeapi.BundleRequest{Body: c.bundle(0, e)}); err != nil {
		t.Fatal(err)
	}
	c.emit(chain.Event{Kind: chain.BlobCertified, BlobID: id, Object: attest.ObjectID{9}}) // of an object that was never registered
	for r.Node.Health().NodeStatus == nodeapi.NodeActive {
		time.Sleep(time.Millisecond)
	}
	_, err = r.Attestation(ctx, id, reg.Object)
	if !errors.Is(err, nodeapi.ErrUnavailable) {
		t.Errorf("attestation: %v, want unavailable", err)
	}
	if _, absent := readBundle(t, r, e, nodeapi.Selection{Primary: []redstuff.PairIndex{0}}); len(absent) > 0 {
		t.Errorf("absent: %v; reads go on", absent)
	}
	if h, err := r.Client.Health(ctx, true); err != nil || h.NodeStatus == nodeapi.NodeActive {
		t.Errorf("health %+v, %v", h, err)
	}
	if err := r.stop(); err == nil {
		t.Error("the node ended without saying why its events stopped")
	}
}
