package client

import (
	"bytes"
	"context"
	"crypto/sha256"
	"testing"

	"walrus/attest"
	"walrus/bls"
	"walrus/chain"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// Whatever a node answers to a bundle read, only slivers that were asked for and that fit their hashes are taken, and every pair is accounted for.
func FuzzReadFrames(f *testing.F) {
	p, err := redstuff.NewParams(7)
	if err != nil {
		f.Fatal(err)
	}
	e, err := redstuff.Encode(p, []byte("the blob that is read"))
	if err != nil {
		f.Fatal(err)
	}
	verifier := redstuff.NewVerifier(p, e.Metadata())
	pairs := []redstuff.PairIndex{0, 2, 5}
	var good bytes.Buffer
	w := nodeapi.NewFrameWriter(&good)
	w.Sliver(0, e.Sliver(redstuff.Primary, 0))
	w.Absent(redstuff.Primary, 2, nodeapi.Damaged)
	w.Sliver(5, e.Sliver(redstuff.Primary, 5))
	w.Close()
	f.Add(good.Bytes(), false)
	f.Add(good.Bytes()[:30], false)
	f.Add(good.Bytes(), true)
	f.Fuzz(func(t *testing.T, stream []byte, secondary bool) {
		axis := redstuff.Primary
		if secondary {
			axis = redstuff.Secondary
		}
		g := &gathering{v: &view{params: p}, verifier: verifier, id: e.BlobID(), reports: make(chan any, len(pairs)), limits: nodeapi.BlobLimits(p, e.SymbolSize(), true)}
		limits := g.limits
		limits.Absent, limits.Frames = true, uint32(len(pairs))
		s := &supplier{node: &node{member: chain.Member{Name: "node"}}}
		ends := 0
		owed, err := g.readFrames(context.Background(), nodeapi.NewFrameReader(bytes.NewReader(stream), limits), s, axis, pairs, func() { ends++ })
		close(g.reports)
		told := len(owed)
		for r := range g.reports {
			told++
			got, ok := r.(gotSliver)
			if !ok {
				continue
			}
			if want := e.Sliver(axis, got.pair); got.sliver.Index != want.Index || !bytes.Equal(got.sliver.Data, want.Data) {
				t.Fatalf("accepted a wrong sliver of pair %d", got.pair)
			}
		}
		if told != len(pairs) || (err == nil) != (len(owed) == 0) || (err == nil) != (ends == 1) {
			t.Fatalf("%d of %d pairs accounted for, %v", told, len(pairs), err)
		}
	})
}

// Only the node's own signature over exactly the statement wanted is accepted.
func FuzzVerifyAttestation(f *testing.F) {
	digest := sha256.Sum256([]byte("a node's key"))
	key := bls.KeyFromSeed(digest[:])
	claim := attest.Availability{Network: attest.NetworkID{1}, BlobID: [32]byte{2}, Object: attest.ObjectID{3}, Size: 4, Encoding: 1, End: 9, Registered: 5}
	u := &upload{v: &view{epoch: chain.Committee{Epoch: 5}}, claim: claim, message: claim.Message(5)}
	sig := key.Sign(u.message)
	f.Add(u.message, sig[:])
	f.Add(claim.Message(6), sig[:])
	f.Add([]byte{}, []byte{})
	f.Fuzz(func(t *testing.T, message, signature []byte) {
		_, err := u.verify(&node{key: key.PublicKey()}, message, signature)
		if (err == nil) != (bytes.Equal(message, u.message) && bytes.Equal(signature, sig[:])) {
			t.Fatalf("message %x, signature %x: %v", message, signature, err)
		}
	})
}
