package node_test

import (
	"context"
	"fmt"
	"net"
	"runtime"
	"slices"
	"testing"

	"walrus/node/server"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// address is one of the many that a Linux machine has for itself.
func address(t *testing.T, n byte) net.Addr {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("only Linux has all of 127.0.0.0/8")
	}
	return &net.TCPAddr{IP: net.IPv4(127, 0, 0, n)}
}

// TestDribblersFromFourAddresses sends a byte of every sliver of a blob, under several names from several addresses: whoever stores the blob does not notice.
func TestDribblersFromFourAddresses(t *testing.T) {
	c := newCluster(t, 10, 30)
	ctx := context.Background()
	e := longBlob(t, c, "dribble")
	id := e.BlobID()
	r := c.start(t, 0, nil, t.TempDir(), server.Options{})
	reg := c.register(e, 9, false)
	r.seen(t, 1)
	var dribble []byte
	for axis := range redstuff.Axis(2) {
		for _, p := range c.pairs(0, id) {
			dribble = slices.Concat(dribble, part(axis, p, 0, sliverBCS(e, axis, p)[:1]))
		}
	}
	dribble = slices.Concat(frame(nodeapi.FrameMetadata, 0, metadataBCS(e)), dribble, end(21))
	refused := 0
	for n := range byte(6) {
		r.local = address(t, 2+n)
		for range 5 {
			code, _, _ := r.raw(t, id, "", dribble, nodeapi.UploadHeader, nodeapi.NewUpload())
			if code == 503 {
				refused++
			} else if code != 200 {
				t.Fatalf("status %d", code)
			}
		}
	}
	if refused == 0 {
		t.Error("nothing bounds how many unfinished slivers of a blob there are")
	}
	named := nodeapi.WithUpload(ctx, nodeapi.NewUpload())
	res, err := r.PutBundle(named, id, nodeapi.BundleRequest{Body: c.streamed(0, e, 200_000), Attest: reg.Object})
	if err != nil || len(res.Rejected) > 0 || res.Attestation.Reason != "" {
		t.Fatalf("the owner's upload: %+v, %v", res, err)
	}
	wantAll(t, r, e)
	for n := range byte(6) { // what is stored needs no unfinished ones
		r.local = address(t, 2+n)
		if code, _, _ := r.raw(t, id, "", slices.Concat(frame(nodeapi.FrameMetadata, 0, metadataBCS(e)), end(1))); code != 200 {
			t.Fatal(fmt.Errorf("status %d", code))
		}
	}
}
