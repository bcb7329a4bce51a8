package node_test

import (
	"context"
	"crypto/tls"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/node/server"
	"walrus/nodeapi"
)

// TestHTTP1 uses one HTTP/1.1 connection for everything: deadlines of one request must not reach into the next, nor into the work after a body's end.
func TestHTTP1(t *testing.T) {
	c := newCluster(t, 4)
	e := c.encode(t, randomBytes("http1", 50_000))
	const slow = 100 * time.Millisecond
	r := c.start(t, 0, vfs.NewMem(), "data", server.Options{SlowAfter: slow, Keepalive: time.Millisecond})
	reg := c.register(e, 9, false)
	r.seen(t, 1)
	tr := &http.Transport{TLSClientConfig: nodeapi.ClientTLS(c.com.Members[0].NetworkKey), TLSNextProto: map[string]func(string, *tls.Conn) http.RoundTripper{}}
	defer tr.CloseIdleConnections()
	reused := 0
	ctx := httptrace.WithClientTrace(context.Background(), &httptrace.ClientTrace{GotConn: func(i httptrace.GotConnInfo) {
		if i.Reused {
			reused++
		}
	}})
	do := func(method, path string, body io.Reader, length int64) string {
		t.Helper()
		req, err := http.NewRequestWithContext(ctx, method, fmt.Sprintf("https://%s/v1/%s", r.Node.Addr(), path), body)
		if err != nil {
			t.Fatal(err)
		}
		req.ContentLength = length
		res, err := (&http.Client{Transport: tr}).Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		b, err := io.ReadAll(res.Body)
		if err != nil || res.StatusCode != http.StatusOK || res.ProtoMajor != 1 {
			t.Fatalf("%s %s: %s, %q, %v", method, path, res.Status, b, err)
		}
		return string(b)
	}
	blob := "blobs/" + e.BlobID().String()
	body := c.bundle(0, e)
	for range 3 {
		do("PUT", blob+"/bundle?attest="+reg.Object.String(), body.Open(), body.Length())
		do("GET", blob+"/bundle?metadata=1&primary=0-3&secondary=0-3", nil, 0)
		time.Sleep(2 * slow) // deadlines that were left behind pass now
		do("GET", blob+"/attestation/"+reg.Object.String(), nil, 0)
		do("GET", blob+"/status", nil, 0)
	}
	if reused != 11 {
		t.Errorf("%d of 12 requests found the connection open, want 11", reused)
	}
}
