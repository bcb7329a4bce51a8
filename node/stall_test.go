package node_test

import (
	"bytes"
	"context"
	"crypto/tls"
	"fmt"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"

	"walrus/node/server"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// A staller is an HTTP/2 connection that asks and takes no byte of an answer's body: its window is empty.
type staller struct {
	conn   *tls.Conn
	frames *http2.Framer
	next   uint32
}

func stall(t *testing.T, r *running) *staller {
	t.Helper()
	cfg := nodeapi.ClientTLS(r.c.com.Members[r.i].NetworkKey)
	cfg.NextProtos = []string{http2.NextProtoTLS}
	conn, err := tls.Dial("tcp", r.Node.Addr().String(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	// Less than the grace of a slow answer: one that is not taken at all has only FirstAfter.
	if err := conn.SetDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.Write([]byte(http2.ClientPreface)); err != nil {
		t.Fatal(err)
	}
	s := &staller{conn: conn, frames: http2.NewFramer(conn, conn), next: 1}
	if err := s.frames.WriteSettings(http2.Setting{ID: http2.SettingInitialWindowSize, Val: 0}); err != nil {
		t.Fatal(err)
	}
	if err := s.frames.WriteSettingsAck(); err != nil {
		t.Fatal(err)
	}
	return s
}

func (s *staller) get(t *testing.T, path string) {
	t.Helper()
	var head bytes.Buffer
	enc := hpack.NewEncoder(&head)
	for _, f := range [][2]string{{":method", "GET"}, {":scheme", "https"}, {":authority", "node"}, {":path", path}} {
		if err := enc.WriteField(hpack.HeaderField{Name: f[0], Value: f[1]}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.frames.WriteHeaders(http2.HeadersFrameParam{StreamID: s.next, BlockFragment: head.Bytes(), EndStream: true, EndHeaders: true}); err != nil {
		t.Fatal(err)
	}
	s.next += 2
}

// await reads until n frames of a kind came.
func (s *staller) await(t *testing.T, n int, kind http2.FrameType) {
	t.Helper()
	for got := 0; got < n; {
		f, err := s.frames.ReadFrame()
		if err != nil {
			t.Fatalf("%d of %d %v frames came: %v", got, n, kind, err)
		}
		if f.Header().Type == kind {
			got++
		}
	}
}

// TestStalledReaders: hundreds of reads that nobody takes hold no memory that others need, and end soon.
func TestStalledReaders(t *testing.T) {
	c := newCluster(t, 4)
	e, other := c.encode(t, randomBytes("stalled", 390_000)), c.encode(t, randomBytes("other", 100_000))
	pool := server.NewPool(4 << 20)
	r := c.start(t, 0, vfs.NewMem(), "data", server.Options{Memory: pool, FirstAfter: 3 * time.Second})
	c.register(e, 9, false)
	c.register(other, 9, false)
	r.seen(t, 2)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	if _, err := r.PutBundle(ctx, e.BlobID(), nodeapi.BundleRequest{Body: c.bundle(0, e)}); err != nil {
		t.Fatal(err)
	}
	s := stall(t, r)
	const reads = 300
	for i := range reads {
		path := fmt.Sprintf("/v1/blobs/%v/slivers/%d/primary", e.BlobID(), i%4)
		if i%3 == 0 {
			path = fmt.Sprintf("/v1/blobs/%v/bundle?primary=0-3", e.BlobID())
		}
		s.get(t, path)
	}
	s.await(t, reads, http2.FrameHeaders) // all are under way
	if now, _ := pool.Used(); now > 1<<20 {
		t.Errorf("readers that take nothing hold %d bytes", now)
	}
	if _, err := r.Sliver(ctx, e.BlobID(), 0, redstuff.Primary, 1<<20); err != nil {
		t.Errorf("read meanwhile: %v", err)
	}
	if _, err := r.PutBundle(ctx, other.BlobID(), nodeapi.BundleRequest{Body: c.bundle(0, other)}); err != nil {
		t.Errorf("write meanwhile: %v", err)
	}
	s.await(t, reads, http2.FrameRSTStream)
}

// TestUntakenAnswers: small answers and refusals, too, have a deadline.
func TestUntakenAnswers(t *testing.T) {
	c := newCluster(t, 4)
	e := c.encode(t, randomBytes("untaken", 1000))
	r := c.start(t, 0, vfs.NewMem(), "data", server.Options{FirstAfter: 200 * time.Millisecond})
	c.register(e, 9, false)
	r.seen(t, 1)
	if _, err := r.PutBundle(t.Context(), e.BlobID(), nodeapi.BundleRequest{Body: c.bundle(0, e)}); err != nil {
		t.Fatal(err)
	}
	s := stall(t, r)
	blob := "/v1/blobs/" + e.BlobID().String()
	paths := []string{"/v1/health?detailed=true", blob + "/status", blob + "/bundle/staged", blob + "/metadata", blob + "/metadata/status", blob + "/slivers/99/primary", "/v1/health?x=1"}
	for _, p := range paths {
		s.get(t, p)
	}
	s.await(t, len(paths), http2.FrameRSTStream)
}
